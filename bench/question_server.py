"""What does a call over a socket cost, compared with a C server that only parses and writes frames?"""

from __future__ import annotations

import os
from functools import partial

from charts import Chart
from measure import Effort, Result, interleave, number
from processes import ONE_CORE, folder, pinned
from report import Table
from servers import BASELINE, VARIANTS, Load, take_turn

TITLE = "Server: what a call over a socket costs"
LOADS = {
    "one at a time": Load(),
    "64 in flight": Load(in_flight=64),
    "32 connections x 16": Load(connections=32, in_flight=16),
}
# Targets for the fastest transport: at most this ratio to the baseline's time, or at least this ratio to its replies per second.
TARGETS = {"one at a time": 1.25, "64 in flight": 0.70, "32 connections x 16": 0.75}
# Also measured under the kernel's default scheduling policy, which lets the client preempt a server that has used more CPU time.
PREEMPTED = "32 connections x 16"


def ask(effort: Effort) -> tuple[list[Table], list[Chart]]:
    tables = []
    medians: dict[str, dict[str, float]] = {}
    for transport in ("unix", "tcp"):
        for shape in LOADS:
            results = _measure(transport, shape, os.SCHED_BATCH, effort)
            tables.append(_table(f"{transport}, {shape}", shape, results, TARGETS[shape]))
            medians[f"{transport}, {shape}"] = {name: result.wall.median for name, result in results.items()}
        results = _measure(transport, PREEMPTED, os.SCHED_OTHER, effort)
        tables.append(_table(f"{transport}, {PREEMPTED}, default scheduling", PREEMPTED, results, None))
    return tables, _charts(medians)


def _measure(transport: str, shape: str, policy: int, effort: Effort) -> dict[str, Result]:
    with folder() as place, pinned(ONE_CORE, policy):
        return interleave(
            {name: partial(take_turn, name, transport, LOADS[shape], place, effort) for name in VARIANTS}, effort.rounds)


def _charts(medians: dict[str, dict[str, float]]) -> list[Chart]:
    """Charts of the nanoseconds per call, by table and variant."""
    single = [title for title in medians if title.endswith("one at a time")]
    loaded = [title for title in medians if title not in single]
    return [
        Chart(
            "latency", "One call at a time, client and server on one core", "µs", single,
            {name: [medians[title][name] / 1e3 for title in single] for name in VARIANTS}),
        Chart(
            "throughput", "Replies per second, client and server on one core", "million/s",
            [title.replace("connections x", "x") for title in loaded],
            {name: [1e3 / medians[title][name] for title in loaded] for name in VARIANTS})]


def _table(title: str, shape: str, results: dict[str, Result], target: float | None) -> Table:
    is_latency = LOADS[shape].connections * LOADS[shape].in_flight == 1
    ratio = "× time" if is_latency else "× rate"
    table = Table(
        title,
        ["server", "µs/call", "p99 µs", "calls/s", "CPU µs", "server CPU µs", ratio, "in CPU time", "target"],
        ratio=ratio)
    baseline = results[BASELINE]
    for name, result in results.items():
        wall, cpu = result.wall.over(baseline.wall), result.cpu.over(baseline.cpu)
        if not is_latency:
            wall, cpu = baseline.wall.over(result.wall), baseline.cpu.over(result.cpu)
        sign = "≤" if is_latency else "≥"
        table.add(
            name,
            result.wall.scaled(1e-3).text(),
            result.of(lambda turn: turn.p99 / 1e3).text(),
            number(1e9 / result.wall.median),
            result.cpu.scaled(1e-3).text(),
            result.of(lambda turn: turn.server_cpu / 1e3).text(),
            wall.spread(),
            cpu.spread(),
            f"{sign} {target:.2f}" if target and name == "epoll" else "")
    return table
