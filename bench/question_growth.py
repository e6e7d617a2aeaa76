"""How does the library scale with payload, requests in flight, connections, objects and methods?"""

from __future__ import annotations

from functools import partial

import growth_in_library
from charts import Chart
from measure import Effort, interleave, number
from processes import ONE_CORE, folder, pinned
from report import Table
from servers import BASELINE, VARIANTS, Load, take_turn

TITLE = "Growth: payload, requests in flight, connections (unix socket); timers, methods"
SWEEPS = {
    "bytes of a message": {size: Load(message=size) for size in (16, 256, 4096, 65536, 1 << 20)},
    "requests in flight on one connection": {depth: Load(in_flight=depth) for depth in (1, 16, 64, 256)},
    "connections, 4 in flight on each": {count: Load(connections=count, in_flight=4) for count in (1, 8, 32, 256)},
}
CHARTS = dict(zip(SWEEPS, ("payload", "depth", "connections")))


def ask(effort: Effort) -> tuple[list[Table], list[Chart]]:
    tables, charts = [], []
    for over, loads in SWEEPS.items():
        table, chart = _sweep(over, loads, effort)
        tables.append(table)
        charts.append(chart)
    for more_tables, more_charts in (growth_in_library.timers(effort), growth_in_library.names(effort)):
        tables += more_tables
        charts += more_charts
    return tables, charts


def _sweep(over: str, loads: dict[int, Load], effort: Effort) -> tuple[Table, Chart]:
    table = Table(over, ["server", "µs/call", "calls/s", "p99 µs", "server CPU µs", "× rate", "in CPU time"], ratio="× rate")
    rates: dict[str, list[float]] = {name: [] for name in VARIANTS}
    with folder() as place, pinned(ONE_CORE):
        for amount, load in loads.items():
            results = interleave(
                {name: partial(take_turn, name, "unix", load, place, effort) for name in VARIANTS}, effort.rounds)
            for name, result in results.items():
                rates[name].append(1e9 / result.wall.median)
                table.add(
                    f"{name}, {amount:,}",
                    result.wall.scaled(1e-3).text(),
                    number(1e9 / result.wall.median),
                    result.of(lambda turn: turn.p99 / 1e3).text(),
                    result.of(lambda turn: turn.server_cpu / 1e3).text(),
                    results[BASELINE].wall.over(result.wall).spread(),
                    results[BASELINE].cpu.over(result.cpu).spread())
    chart = Chart(CHARTS[over], f"Calls per second by {over}", "calls/s", [str(amount) for amount in loads], rates, over)
    return table, chart
