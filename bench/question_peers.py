"""What are the alternatives? The ECHO command of Redis, which has no types, and the same echo as a gRPC service."""

from __future__ import annotations

from functools import partial

from charts import Chart
from measure import Effort, Result, interleave, number
from peers import available
from processes import ONE_CORE, folder, pinned
from question_server import LOADS
from report import Table
from servers import BASELINE, take_turn

TITLE = "Peers: what one would take instead (unix socket)"
OURS = (BASELINE, "epoll")


def ask(effort: Effort) -> tuple[list[Table], list[Chart]]:
    peers = available()
    if not peers:
        return [], []
    answers: dict[str, dict[str, Result]] = {}
    with folder() as place, pinned(ONE_CORE):
        for shape, load in LOADS.items():
            turns = {name: partial(take_turn, name, "unix", load, place, effort) for name in OURS}
            turns |= {name: partial(take, load, place, effort) for name, take in peers.items()}
            answers[shape] = interleave(turns, effort.rounds)
    bars = {name: [1e9 / results[name].wall.median for results in answers.values()] for name in (*OURS, *peers)}
    chart = Chart("peers", "Echoes per second over a unix socket, both ends on one core", "calls/s", list(LOADS), bars, is_logarithmic=True)
    return [_table(shape, results) for shape, results in answers.items()], [chart]


def _table(shape: str, results: dict[str, Result]) -> Table:
    """The clients differ, so compare the CPU time of the server."""
    table = Table(
        f"peers, {shape}", ["server", "µs/call", "calls/s", "p99 µs", "CPU µs", "server CPU µs", "× rate", "in server CPU time"],
        ratio="× rate")
    baseline = results[BASELINE]
    for name, result in results.items():
        server_cpu = result.of(lambda turn: turn.server_cpu)
        table.add(
            name, result.wall.scaled(1e-3).text(), number(1e9 / result.wall.median),
            result.of(lambda turn: turn.p99 / 1e3).text(), result.cpu.scaled(1e-3).text(), server_cpu.scaled(1e-3).text(),
            baseline.wall.over(result.wall).spread(), baseline.of(lambda turn: turn.server_cpu).over(server_cpu).spread())
    return table
