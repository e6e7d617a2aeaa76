"""What does a call within the process cost, and how do callers on several threads share the library?"""

from __future__ import annotations

from functools import partial

from charts import Chart
from measure import Effort, Result, Turn, interleave, number
from processes import ALL_CORES, BIN, ONE_CORE, pinned, run_json
from report import Table

TITLE = "In process: what a call costs"
FLOOR = "floor"
HOP = "hop"
ALONE = (FLOOR, "version", "version_sync", "version_cbor", "echo", "echo_sync", "echo_cbor", HOP)
TOGETHER = ("echo", "echo_sync", "echo_cbor")
THREADS = (1, 2, 4)


def ask(effort: Effort) -> tuple[list[Table], list[Chart]]:
    with pinned(ONE_CORE):
        alone = interleave({name: partial(_turn, name, 1, "one", effort) for name in ALONE}, effort.rounds)
    tables = [_alone(alone)]
    charts = [Chart(
        "in-process", "One call within the process, one thread", "nanoseconds",
        [name for name in ALONE if name != HOP],
        {"time per call": [alone[name].wall.median for name in ALONE if name != HOP]})]

    threads: dict[str, list[float]] = {}
    with pinned(ALL_CORES):
        for contexts in ("one", "each"):
            table, rates = _together(contexts, effort)
            tables.append(table)
            threads |= {f"{name}, {_shared(contexts)}": rate for name, rate in rates.items() if name == "echo"}
    charts.append(Chart(
        "threads", f"Native echo by threads, {len(ALL_CORES)} cores", "calls/s", [str(count) for count in THREADS], threads, "threads"))
    return tables, charts


def _turn(workload: str, threads: int, contexts: str, effort: Effort) -> Turn:
    figures = run_json(BIN / "calls", workload, threads, contexts, effort.milliseconds)
    requests = figures["requests"]
    return Turn(
        wall=figures["elapsed"] / requests, cpu=figures["cpu"] / requests,
        p50=figures["p50"], p99=figures["p99"], p999=figures["p999"])


def _alone(results: dict[str, Result]) -> Table:
    table = Table(
        "one thread",
        ["call", "ns/call", "CPU ns", "p50 ns", "p99 ns", "p99.9 ns", "× floor", "in CPU time", "CBOR/native", "hop/native"],
        ratio="× floor")
    hop = results[HOP].cpu
    for name, result in results.items():
        native = name.removesuffix("_cbor")
        table.add(
            name,
            result.wall.text(), result.cpu.text(),
            *(result.of(percentile).text() for percentile in (lambda t: t.p50, lambda t: t.p99, lambda t: t.p999)),
            result.wall.over(results[FLOOR].wall).spread(),
            result.cpu.over(results[FLOOR].cpu).spread(),
            result.cpu.over(results[native].cpu).spread() if native != name else "",
            f"{hop.over(result.cpu).median:,.0f}" if name in ("version", "echo") else "")
    return table


def _together(contexts: str, effort: Effort) -> tuple[Table, dict[str, list[float]]]:
    """Calls per second of all threads together, beside those of one thread."""
    variants = {(name, count): f"{name}, {_counted(count)}" for name in TOGETHER for count in THREADS}
    results = interleave(
        {title: partial(_turn, name, count, contexts, effort) for (name, count), title in variants.items()}, effort.rounds)
    table = Table(_shared(contexts), ["calls", "calls/s", "p99 ns", "CPU ns", "× one thread's rate"], ratio="× one thread's rate")
    rates: dict[str, list[float]] = {name: [] for name in TOGETHER}
    for (name, _), title in variants.items():
        result, single = results[title], results[variants[name, 1]]
        rates[name].append(1e9 / result.wall.median)
        table.add(
            title, number(1e9 / result.wall.median), result.of(lambda turn: turn.p99).text(), result.cpu.text(),
            single.wall.over(result.wall).spread())
    return table, rates


def _counted(threads: int) -> str:
    return f"{threads} thread{'s' if threads > 1 else ''}"


def _shared(contexts: str) -> str:
    return "one timer for all threads" if contexts == "one" else "a timer for each thread"
