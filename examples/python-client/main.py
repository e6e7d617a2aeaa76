"""Calls every method of a MyTimer server and checks every reply: python3 main.py ADDRESS"""

import os
import sys
import time

from limits import shown
from messages import ComplexRequest, EchoEvent, EchoRequest, JobSpec, Priority, RetryPolicy, ScheduleConfig
from my_timer import CallRefused, Timer, TimerError, connect

TAG = "[python]"
MESSAGE = "hello over the wire"
mismatches: list[str] = []


def row(name: str, actual: object, expected: object) -> None:
    text = shown(str(actual).lower() if isinstance(actual, bool) else str(actual))
    print(f"{TAG} {name:<27} = {text}")
    if actual != expected:
        mismatches.append(name)
        print(f'{TAG} mismatch: {name} is "{text}", expected "{expected}"', file=sys.stderr)


def wait_for_echo(timer: Timer) -> EchoEvent:
    deadline = time.monotonic() + 10.0
    while True:
        event = timer.next_event(deadline - time.monotonic()).payload
        if isinstance(event, EchoEvent) and event.message == MESSAGE:  # others may be echoing too
            return event


def demo(timer: Timer) -> None:
    row("version", timer.version(), "csharp-timer v0.1.0")
    row("lib_version", timer.lib_version(), "my_timer 0.1.0")

    timer.subscribe("on_echo_fired")
    echo = timer.echo(EchoRequest(MESSAGE, delay_ms=10))
    row("echo.echoed", echo.echoed, MESSAGE)
    row("echo.timerName", echo.timer_name, "ipc-server")
    row("on_echo_fired.message", wait_for_echo(timer).message, MESSAGE)

    complex = timer.complex(ComplexRequest([EchoRequest("one"), EchoRequest("two")], ["a", "b"], retries=3))
    row("complex.summary", complex.summary, "received 2 messages, note=<none>, retries=3")
    row("complex.itemCount", complex.item_count, 2)
    row("complex.hasNote", complex.has_note, False)

    job = JobSpec("nightly", ["dump", "upload"], Priority.HIGH)
    retry = RetryPolicy(max_attempts=3, backoff_ms=500, retry_on=["timeout"])
    result = timer.schedule(job, retry, ScheduleConfig(start_at_ms=1000, interval_ms=5000, jitter=15))
    row("schedule.jobId", result.job_id, "ipc-server:nightly")
    row("schedule.willRunCount", result.will_run_count, 12)
    row("schedule.firstRunAtMs", result.first_run_at_ms, 1015)
    row("schedule.effectiveBackoffMs", result.effective_backoff_ms, 250)
    row("schedule.priority", result.priority.value, "high")

    try:
        timer.echo(EchoRequest("too late", delay_ms=5001))
        row("refused", False, True)
    except CallRefused as refusal:
        row("refused.status", f"{refusal.status} ({refusal.name})", "1 (ERROR)")
        row("refused.message", refusal.message, "delayMs must be between 0 and 5000, got 5001")
    timer.unsubscribe("on_echo_fired")


def main() -> None:
    address = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("MY_TIMER_ADDRESS")
    if not address:
        print("usage: main.py ADDRESS   (or MY_TIMER_ADDRESS; unix:PATH or tcp:HOST:PORT)", file=sys.stderr)
        sys.exit(2)
    try:
        with connect(address, token=os.environ.get("MY_TIMER_TOKEN") or None) as timer:
            demo(timer)
            print(f"{TAG} {'failed' if mismatches else 'ok':<27} = {timer.calls} calls, {len(mismatches)} mismatches")
    except TimerError as error:
        sys.exit(f"{TAG} error: {error}")
    sys.exit(1 if mismatches else 0)


if __name__ == "__main__":
    main()
