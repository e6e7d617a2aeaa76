"""What would one take instead? Redis' ECHO: a protocol in C that frames, parses and copies, but has no types."""

from __future__ import annotations

import csv
import io
import shutil
from functools import partial
from pathlib import Path

from charts import Chart
from frames import Frames
from measure import Effort, Result, Turn, interleave, number
from processes import ONE_CORE, Server, cpu_of_children, folder, pinned, run, skip
from question_server import LOADS
from report import Table
from servers import FLOOR, Load, take_turn

TITLE = "Peers: Redis ECHO (unix socket)"
REDIS = "Redis ECHO"


def ask(effort: Effort) -> tuple[list[Table], list[Chart]]:
    for program in ("redis-server", "redis-benchmark"):
        if shutil.which(program) is None:
            skip("Redis", f"{program} is not installed (Debian: redis-server, redis-tools)")
            return [], []
    with folder() as place, pinned(ONE_CORE):
        answers = {
            shape: interleave(
                {
                    FLOOR: partial(take_turn, FLOOR, "unix", load, place, effort),
                    "epoll": partial(take_turn, "epoll", "unix", load, place, effort),
                    REDIS: partial(_take_turn, load, place, effort),
                },
                effort.rounds)
            for shape, load in LOADS.items()}
    bars = {name: [1e6 / results[name].wall.median for results in answers.values()] for name in (FLOOR, "epoll", REDIS)}
    chart = Chart("peers", "Echoes per second over a unix socket, both ends on one core", "thousand/s", list(LOADS), bars)
    return [_table(shape, results) for shape, results in answers.items()], [chart]


def _take_turn(load: Load, place: Path, effort: Effort) -> Turn:
    path = place / "redis"
    path.unlink(missing_ok=True)
    command = ("redis-server", "--port", 0, "--unixsocket", path, "--save", "", "--appendonly", "no", "--dir", place)
    with Server(*command, ready="ready to accept connections at ") as server:
        rate = _send(path, load, 2_000)["rps"]
        warm = _send(path, load, round(rate * effort.seconds / 10))["rps"]
        requests = max(1_000, round(warm * effort.seconds))
        server_before, client_before = server.cpu(), cpu_of_children()
        figures = _send(path, load, requests)
        server_cpu = (server.cpu() - server_before) / requests
        client_cpu = (cpu_of_children() - client_before) / requests
        return Turn(
            wall=1e9 / figures["rps"], cpu=server_cpu + client_cpu, server_cpu=server_cpu,
            p50=figures["p50_latency_ms"] * 1e6, p99=figures["p99_latency_ms"] * 1e6)


def _send(path: Path, load: Load, requests: int) -> dict[str, float]:
    output = run(
        "redis-benchmark", "-s", path, "-c", load.connections, "-P", load.in_flight, "-n", max(requests, 1_000), "--csv",
        "ECHO", "x" * load.message)
    row = next(csv.DictReader(io.StringIO(output)))
    return {name: float(figure) for name, figure in row.items() if name != "test"}


def _table(shape: str, results: dict[str, Result]) -> Table:
    """The clients differ, so that the server's CPU time is the figure to compare."""
    table = Table(f"peers, {shape}", ["server", "µs/call", "calls/s", "p99 µs", "CPU µs", "server CPU µs", "× rate"], ratio="× rate")
    for name, result in results.items():
        table.add(
            name, result.wall.scaled(1e-3).text(), number(1e9 / result.wall.median),
            result.of(lambda turn: turn.p99 / 1e3).text(), result.cpu.scaled(1e-3).text(),
            result.of(lambda turn: turn.server_cpu / 1e3).text(), results[FLOOR].wall.over(result.wall).spread())
    return table
