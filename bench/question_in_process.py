"""What does a call within the process cost, and how do callers on several threads share the library?"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

import calls
from charts import Chart
from measure import Effort, Result, Turn, interleave, number
from processes import ALL_CORES, ONE_CORE, pinned
from report import Table

TITLE = "In process: what a call costs"
BASELINE = "baseline"
HOP = "hop"
CPP = "echo_cpp"
METHODS = ("version", "echo")
THREADS = (1, 2, 4, 8)


def ask(effort: Effort) -> tuple[list[Table], list[Chart]]:
    with pinned(ONE_CORE):
        alone = interleave({name: partial(take, 1, 1, effort) for name, take in _alone().items()}, effort.rounds)
    one, each = (_together(is_shared, effort) for is_shared in (True, False))
    return [_costs(alone), one[0], each[0]], [_cost_chart(alone), _threads_chart({**one[1], **each[1]})]


def _plain(method: str) -> str:
    return f"{method}, plain C#"


def _ways(method: str) -> dict[str, Callable[[int, int, Effort], Turn]]:
    """Every way to call it, by its name in the tables."""
    names = (method, f"{method}_sync", f"{method}_cbor")
    return {_plain(method): partial(calls.plain, method)} | {name: partial(calls.native, name) for name in names}


def _alone() -> dict[str, Callable[[int, int, Effort], Turn]]:
    ways: dict[str, Callable[[int, int, Effort], Turn]] = {BASELINE: partial(calls.native, BASELINE)}
    for method in METHODS:
        ways |= _ways(method)
    return ways | {name: partial(calls.native, name) for name in (CPP, HOP)}


def _costs(results: dict[str, Result]) -> Table:
    table = Table(
        "one thread",
        ["call", "ns/call", "CPU ns", "p50 ns", "p99 ns", "p99.9 ns", "× baseline", "in CPU time", "native/C#", "CBOR/native", "hop/native"],
        ratio="× baseline")
    for name, result in results.items():
        method = next((method for method in METHODS if name.startswith(method)), "")
        table.add(
            name,
            result.wall.text(), result.cpu.text(),
            *(result.of(percentile).text() for percentile in (lambda t: t.p50, lambda t: t.p99, lambda t: t.p999)),
            result.wall.over(results[BASELINE].wall).spread(),
            result.cpu.over(results[BASELINE].cpu).spread(),
            result.cpu.over(results[_plain(method)].cpu).spread() if name in (method, f"{method}_sync", CPP) else "",
            result.cpu.over(results[method].cpu).spread() if name == f"{method}_cbor" else "",
            f"{results[HOP].cpu.over(result.cpu).median:,.0f}" if name == method else "")
    return table


def _cost_chart(results: dict[str, Result]) -> Chart:
    """A chart of the calls that both methods have, without the hop, which would dwarf the others."""
    bars = {
        "an empty export": [BASELINE for _ in METHODS],
        "plain C#": [_plain(method) for method in METHODS],
        "callback": list(METHODS),
        "_sync": [f"{method}_sync" for method in METHODS],
        "_cbor": [f"{method}_cbor" for method in METHODS]}
    return Chart(
        "in-process", "One call within the process, by one thread", "ns", list(METHODS),
        {title: [results[name].wall.median for name in names] for title, names in bars.items()})


def _together(is_shared: bool, effort: Effort) -> tuple[Table, dict[str, list[float]]]:
    """Calls per second of all threads, compared with one thread; and the lines of the chart."""
    ways = {"version": _ways("version")["version"], **_ways("echo")}
    variants = {(name, count): f"{name}, {count} thread{'s' if count > 1 else ''}" for name in ways for count in THREADS}
    with pinned(ALL_CORES, os.SCHED_OTHER):
        results = interleave(
            {title: partial(ways[name], count, 1 if is_shared else count, effort) for (name, count), title in variants.items()},
            effort.rounds)
    title = "one timer for all threads" if is_shared else "a timer for each thread"
    table = Table(title, ["calls", "calls/s", "p99 ns", "CPU ns", "× one thread's rate"], ratio="× one thread's rate")
    for (name, _), row in variants.items():
        result = results[row]
        table.add(
            row, number(1e9 / result.wall.median), result.of(lambda turn: turn.p99).text(), result.cpu.text(),
            results[variants[name, 1]].wall.over(result.wall).spread())
    return table, {
        f"{name}, {'one timer' if is_shared else 'a timer each'}":
            [1e9 / results[variants[name, count]].wall.median for count in THREADS]
        for name in (_plain("echo"), "echo")}


def _threads_chart(rates: dict[str, list[float]]) -> Chart:
    return Chart(
        "threads", f"Echoes within the process by threads, {len(ALL_CORES)} cores", "calls/s",
        [str(count) for count in THREADS], rates, "threads")
