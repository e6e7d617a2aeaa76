"""Interrupts the Python client to copy at each bytecode of a call, and of a wait for an event: interrupts.py ADDRESS

After each interrupt the next call has to get its own reply, or fail because the connection is closed.
"""

import contextlib
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import my_timer
from messages import EchoRequest
from my_timer import Timer, TimerError, connect

FILES = (my_timer.__file__, contextlib.__file__)


def interrupted(work: Callable[[], object], step: int) -> bool:
    """Runs it up to such a bytecode; whether it has got there."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        if frame.f_code.co_filename not in FILES:
            return None
        frame.f_trace_opcodes = True
        count += event == "opcode"
        if event == "opcode" and count == step:
            raise KeyboardInterrupt
        return trace

    sys.settrace(trace)
    try:
        work()
        return False
    except KeyboardInterrupt:
        return True
    finally:
        sys.settrace(None)


def fault_after(timer: Timer, message: str) -> str:
    """Calls again; what is wrong with the reply, or how the connection went on."""
    try:
        echoed = timer.echo(EchoRequest(message)).echoed
        return "open" if echoed == message else f"{message} got {echoed}"
    except TimerError as error:
        return "closed" if str(error).startswith("the connection is closed: ") else str(error)


def main() -> None:
    found: list[str] = []
    with connect(sys.argv[1]) as other:
        for waits in (False, True):
            for step in range(1, 100_000):
                with connect(sys.argv[1]) as timer:
                    if waits:
                        timer.subscribe("on_echo_fired")
                        other.echo(EchoRequest("an event"))
                    if not interrupted(lambda: timer.next_event(10.0) if waits else timer.echo(EchoRequest("first")), step):
                        break
                    found.append(fault_after(timer, f"next {step}"))
    for fault in {each for each in found if each not in ("open", "closed")}:
        print(fault, file=sys.stderr)
    print(f"{len(found)} interrupts: {found.count('closed')} closed the connection, {found.count('open')} did not")


main()
