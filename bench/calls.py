"""Runs calls within one process: through the ABI, by name into any library, and in plain C#."""

from __future__ import annotations

from pathlib import Path

from measure import Effort, Turn
from processes import BIN, MANAGED, run_json


def native(workload: str, threads: int, timers: int, effort: Effort) -> Turn:
    """A workload of native/workloads.c. The threads share one timer, or each has `timers / threads` and calls them in turn."""
    return _turn(effort, BIN / "calls", workload, threads, timers)


def plain(workload: str, threads: int, timers: int, effort: Effort) -> Turn:
    """A call of managed/: `version` or `echo`. Several threads share one timer with a lock."""
    return _turn(effort, MANAGED / "plain_calls", workload, threads, timers)


def by_name(library: Path, prefix: str, method: str, effort: Effort) -> Turn:
    """An echo as CBOR, with a library that is loaded at run time."""
    return _turn(effort, BIN / "by_name", library, prefix, "call", method)


def _turn(effort: Effort, *command: object) -> Turn:
    figures = run_json(*command, effort.milliseconds)
    requests = figures["requests"]
    return Turn(
        wall=figures["elapsed"] / requests, cpu=figures["cpu"] / requests,
        p50=figures["p50"], p99=figures["p99"], p999=figures["p999"])
