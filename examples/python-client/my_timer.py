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

from messages import (ComplexRequest, ComplexResponse, EchoRequest, EchoResponse, Event, JobSpec, RetryPolicy,
                      ScheduleConfig, ScheduleResult, from_wire, to_wire)
from status import Status

T = TypeVar("T")
ADDRESS = re.compile(r"unix:(?P<path>.+)|tcp:(?P<host>\[[^]]+\]|[^:]+):(?P<port>\d{1,5})")
MAX_BODY = 16 * 1024 * 1024  # bytes of a reply


class TimerError(Exception):
    """Whatever goes wrong here: no server, a lost connection, a reply that is none."""


class DeadlineExceeded(TimerError):
    """Nothing came in time. After a call the connection is closed, for its reply may still come."""


class CallRefused(TimerError):
    """The server answered with an error; the connection goes on."""

    def __init__(self, status: Status, message: str) -> None:
        super().__init__(f"{message} ({status.name})")
        self.status, self.message = status, message


class Timer:
    """A connection to a MyTimer server, for one thread at a time; leaving its `with` block closes it."""

    def __init__(self, stream: socket.socket, timeout: float) -> None:
        self.calls = 0  # requests sent so far
        self._stream, self._timeout, self._inbox = stream, timeout, bytearray()
        self._events: deque[Event] = deque(maxlen=1024)  # past it the oldest are dropped

    def __enter__(self) -> "Timer":
        return self

    def __exit__(self, *_: object) -> None:
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

    def subscribe(self, event: str) -> None:
        self.call(type(None), "$subscribe", event=event)

    def unsubscribe(self, event: str) -> None:
        self.call(type(None), "$unsubscribe", event=event)

    def next_event(self, timeout: float) -> Event:
        """The oldest unread event; DeadlineExceeded when none comes within `timeout` seconds."""
        with self._waiting_for("event", timeout) as deadline:
            if not self._events:
                status, body = self._read_frame(deadline)
                self._events.append(from_wire(Event, cbor2.loads(body) if status == Status.EVENT else None))
        return self._events.popleft()

    def call(self, reply: type[T], method: str, **parameters: object) -> T:
        """Calls any method by its wire name. Whatever fails but with CallRefused ends the connection."""
        name, payload = method.encode(), cbor2.dumps(to_wire(parameters))
        self.calls += 1
        with self._waiting_for("reply", self._timeout) as deadline:
            self._stream.settimeout(self._timeout)
            with suppress(ConnectionError):  # a server that hangs up may have said why: that is read next
                self._stream.sendall(struct.pack(f">I{len(name)}sI", len(name), name, len(payload)) + payload)
            status, body = self._read_frame(deadline)
            while status == Status.EVENT:
                self._events.append(from_wire(Event, cbor2.loads(body)))
                status, body = self._read_frame(deadline)
            if status == Status.OK:
                return cast(T, from_wire(reply, cbor2.loads(body)))
        raise CallRefused(status, body.decode(errors="replace"))

    @contextmanager
    def _waiting_for(self, what: str, timeout: float) -> Iterator[float]:
        """Yields the deadline; what the socket and the decoder raise meanwhile leaves as a TimerError."""
        try:
            yield time.monotonic() + timeout
        except TimeoutError:
            if what == "reply":  # a late one would pass for the next call's
                self._stream.close()
            raise DeadlineExceeded(f"no {what} within {timeout:.1f} s") from None
        except Exception as error:  # decoders raise more than one family on bad input
            self._stream.close()
            lost = "the server closed the connection in the middle of a reply"
            raise TimerError(lost if isinstance(error, OSError) else f"not a MyTimer reply: {error}") from error

    def _read_frame(self, deadline: float) -> tuple[Status, bytes]:
        """One whole frame; when the time is up, what has come of it stays in the inbox."""
        self._fill(8, deadline)
        status, size = struct.unpack_from(">iI", self._inbox)
        if size > MAX_BODY:
            raise ValueError(f"{size} bytes exceed the limit of {MAX_BODY}")
        self._fill(8 + size, deadline)
        body, self._inbox = bytes(self._inbox[8:]), bytearray()
        return Status(status), body

    def _fill(self, size: int, deadline: float) -> None:
        while len(self._inbox) < size:
            if (left := deadline - time.monotonic()) <= 0:
                raise TimeoutError
            self._stream.settimeout(left)
            chunk = self._stream.recv(min(size - len(self._inbox), 65536))
            if not chunk:
                raise ConnectionResetError
            self._inbox += chunk


def connect(address: str, timeout: float = 10.0) -> Timer:
    """Connects to unix:PATH, tcp:HOST:PORT or tcp:[::1]:PORT; every call then has `timeout` seconds."""
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
    return Timer(stream, timeout)
