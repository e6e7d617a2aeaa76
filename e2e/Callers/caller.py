"""Calls `version` twice with the Python client to copy, and says how each call ended: caller.py ADDRESS [leave | large]

With "leave" the first call waits long enough for a SIGINT; with "large" it sends more than a socket takes.
"""

import signal
import sys
from collections.abc import Callable

from messages import EchoRequest
from my_timer import TimerError, connect


def attempt(name: str, call: Callable[[], object]) -> None:
    try:
        print(f"{name}: {call()}", flush=True)
    except TimerError as error:
        print(f"{name}: {error}", flush=True)
    except KeyboardInterrupt:
        print(f"{name}: left", flush=True)


def main() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # also where it was inherited as ignored
    way = sys.argv[2] if len(sys.argv) > 2 else ""
    with connect(sys.argv[1], timeout=10.0 if way == "" else 60.0) as timer:
        attempt("first", lambda: timer.echo(EchoRequest("x" * 15_000_000)) if way == "large" else timer.version())
        attempt("second", timer.version)
        attempt("event", lambda: getattr(timer.next_event(0.1).payload, "message"))


main()
