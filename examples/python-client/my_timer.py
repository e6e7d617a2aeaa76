"""A client for a MyTimer server: framing, calls, events and errors. Needs cbor2, and no library."""

import re
import socket
import struct
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar, cast

import cbor2

from limits import MAX_BODY, MAX_EVENTS, check_cbor, shown
from messages import (ComplexRequest, ComplexResponse, EchoRequest, EchoResponse, Event, JobSpec, RetryPolicy,
                      ScheduleConfig, ScheduleResult, from_wire, to_wire)
from status import Status

T = TypeVar("T")
ADDRESS = re.compile(r"unix:(?P<path>.+)|tcp:(?P<host>\[[^]]+\]|[^:]+):(?P<port>\d{1,5})")
STATUS_NAMES = {status.value: status.name for status in Status}


class TimerError(Exception):
    """Whatever goes wrong here: no server, a lost connection, a reply that is none."""


class DeadlineExceeded(TimerError):
    """Nothing came in time. After a call the connection is closed, for its reply may still come."""


class CallRefused(TimerError):
    """The server answered with an error; the connection goes on. str() is safe to show, `message` is as it came."""

    def __init__(self, status: int, message: str) -> None:
        self.status, self.message = status, message
        self.name = STATUS_NAMES.get(status, f"status {status}")
        super().__init__(f"{shown(message)} ({self.name})")


class Timer:
    """A connection to a MyTimer server, for one thread at a time; leaving its `with` block closes it."""

    def __init__(self, stream: socket.socket, timeout: float) -> None:
        self.calls = 0  # requests sent so far
        self._stream, self._timeout, self._inbox = stream, timeout, bytearray()
        self._closed = ""  # why it is; set before each wait, cleared after it: an interrupt finds it set
        self._events: deque[tuple[int, Event]] = deque()  # each with its size; past the limits the oldest are dropped

    def __enter__(self) -> "Timer":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._closed = self._closed or "this program closed it"
        self._stream.close()

    def version(self) -> str:
        return self.call(str, "version")

    def lib_version(self) -> str:
        return self.call(str, "lib_version")

    def echo(self, req: EchoRequest) -> EchoResponse:
        return self.call(EchoResponse, "echo", req=req)

    def complex(self, req: ComplexRequest) -> ComplexResponse:
        return self.call(ComplexResponse, "complex", req=req)

    def schedule(self, job: JobSpec, retry: RetryPolicy, schedule: ScheduleConfig) -> ScheduleResult:
        return self.call(ScheduleResult, "schedule", job=job, retry=retry, schedule=schedule)

    def hello(self, token: str) -> None:
        self.call(dict, "$hello", token=token)

    def subscribe(self, event: str) -> None:
        self.call(type(None), "$subscribe", event=event)

    def unsubscribe(self, event: str) -> None:
        self.call(type(None), "$unsubscribe", event=event)

    def next_event(self, timeout: float) -> Event:
        """The oldest unread event; DeadlineExceeded when none comes within `timeout` seconds."""
        if not self._events:
            with self._waiting_for("event", timeout) as deadline:
                status, body = self._read_frame(deadline)
                if status != Status.EVENT:
                    raise TimerError("not a MyTimer reply: it answers no request")
                self._keep(body)
        return self._events.popleft()[1]

    def call(self, reply: type[T], method: str, **parameters: object) -> T:
        """Calls any method by its wire name. Whatever stops it but CallRefused ends the connection."""
        name, payload = method.encode(), cbor2.dumps(to_wire(parameters))
        request = struct.pack(f">I{len(name)}sI", len(name), name, len(payload)) + payload
        with self._waiting_for("reply", self._timeout) as deadline:
            self.calls += 1
            self._stream.settimeout(self._timeout)
            with suppress(ConnectionError):  # a server that hangs up may have said why: that is read next
                self._stream.sendall(request)
            status, body = self._read_frame(deadline)
            while status == Status.EVENT:
                self._keep(body)
                status, body = self._read_frame(deadline)
            if status == Status.OK:
                result = decode(reply, body)
        if status != Status.OK:
            raise CallRefused(status, body.decode(errors="replace"))
        return result

    @contextmanager
    def _waiting_for(self, what: str, timeout: float) -> Iterator[float]:
        """Yields the deadline. Whatever stops the wait, a signal too, closes the connection: a reply may be due."""
        if self._closed:
            raise TimerError(f"the connection is closed: {self._closed}")
        self._closed = f"the wait for its last {what} was interrupted"
        deadline = time.monotonic() + timeout
        try:
            yield deadline
        except BaseException as error:
            late = isinstance(error, TimeoutError) and time.monotonic() >= deadline
            if late:
                failure: BaseException = DeadlineExceeded(f"no {what} within {timeout:.1f} s")
            elif isinstance(error, ConnectionError) or (isinstance(error, OSError) and error.errno):
                failure = TimerError("the server closed the connection in the middle of a reply")
            else:
                failure = error
            if late and what == "event":
                self._closed = ""  # what has come of it stays in the inbox
            else:
                self._stream.close()
                self._closed = str(failure) if isinstance(failure, TimerError) else f"{self._closed} ({failure!r:.100})"
            if failure is error:
                raise
            raise failure from None
        self._closed = ""

    def _keep(self, body: bytes) -> None:
        self._events.append((len(body), decode(Event, body)))
        while len(self._events) > MAX_EVENTS or sum(size for size, _ in self._events) > MAX_BODY:
            self._events.popleft()

    def _read_frame(self, deadline: float) -> tuple[int, bytes]:
        """One whole frame; when the time is up, what has come of it stays in the inbox."""
        self._fill(8, deadline)
        status, size = struct.unpack_from(">iI", self._inbox)
        if size > MAX_BODY:
            raise TimerError(f"not a MyTimer reply: {size} bytes exceed the limit of {MAX_BODY}")
        if status < Status.EVENT or status == Status.PROGRESS:  # neither an event nor the end of a call
            raise TimerError(f"not a MyTimer reply: a frame of status {status}")
        self._fill(8 + size, deadline)
        body, self._inbox = bytes(self._inbox[8:]), bytearray()
        return status, body

    def _fill(self, size: int, deadline: float) -> None:
        while len(self._inbox) < size:
            if (left := deadline - time.monotonic()) <= 0:
                raise TimeoutError
            self._stream.settimeout(left)
            chunk = self._stream.recv(min(size - len(self._inbox), 65536))
            if not chunk:
                raise ConnectionResetError
            self._inbox += chunk


def decode(kind: type[T], body: bytes) -> T:
    try:
        check_cbor(body)
        return cast(T, from_wire(kind, cbor2.loads(body)))
    except Exception as error:  # decoders raise more than one family on bad input
        raise TimerError(f"not a MyTimer reply: {shown(str(error))}") from None


def connect(address: str, timeout: float = 10.0, token: str | None = None) -> Timer:
    """Connects to unix:PATH, tcp:HOST:PORT or tcp:[::1]:PORT; every call then has `timeout` seconds. A server with a
    token needs it: CallRefused with UNAUTHENTICATED says that it is missing or wrong."""
    match = ADDRESS.fullmatch(address)
    if match is None or int(match["port"] or 0) > 65535:
        raise TimerError(f"not an address: {address} (use unix:PATH or tcp:HOST:PORT)")
    stream: socket.socket | None = None
    try:
        if match["path"]:
            stream = socket.socket(socket.AF_UNIX)
            stream.settimeout(timeout)
            stream.connect(match["path"])
        else:
            stream = socket.create_connection((match["host"].strip("[]"), int(match["port"])), timeout)
            stream.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except (OSError, UnicodeError, AttributeError) as error:  # AttributeError: no unix sockets on this system
        if stream:
            stream.close()
        raise TimerError(f"no server at {address} ({getattr(error, 'strerror', None) or error})") from error
    timer = Timer(stream, timeout)
    if token is not None:
        try:
            timer.hello(token)
        except BaseException:
            timer.close()
            raise
    return timer
