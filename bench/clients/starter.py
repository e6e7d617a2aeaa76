"""The examples' Python client, one echo at a time: starter.py ADDRESS MILLISECONDS; prints a line of JSON."""

import json
import sys
import time

from messages import EchoRequest
from my_timer import connect

WARM_UP = 100


def main() -> None:
    address, duration = sys.argv[1], float(sys.argv[2]) / 1e3
    request = EchoRequest("hello")
    with connect(address) as timer:
        for _ in range(WARM_UP):
            if timer.echo(request).echoed != "hello":
                sys.exit("echo answered another message")
        calls, began, elapsed = 0, time.perf_counter(), 0.0
        while elapsed < duration or calls == 0:
            timer.echo(request)
            calls += 1
            elapsed = time.perf_counter() - began
        print(json.dumps({"requests": calls, "elapsed": elapsed * 1e9}))


main()
