"""What does a server cost: at the start, when idle, per connection and per call? And how much does a call allocate?"""

from __future__ import annotations

import json
import shutil
import socket
from contextlib import ExitStack
from dataclasses import dataclass, fields
from pathlib import Path
from statistics import median

from charts import Chart
from frames import Frames
from measure import Effort, Sample
from processes import ALLOCATIONS, LIBRARY, ONE_CORE, Server, folder, pinned, run, skip
from report import Table
from servers import BASELINE, VARIANTS, Load, address_in, put_under_load, start

TITLE = "Cost: start, memory, allocations, size"
CONNECTIONS = 500


@dataclass(frozen=True)
class _Footprint:
    """Costs of one server: MiB, KiB, MiB, and CPU seconds for a million calls."""

    idle: float
    connection: float
    after_load: float
    million: float


def ask(effort: Effort) -> tuple[list[Table], list[Chart]]:
    lives: dict[str, list[_Footprint]] = {name: [] for name in VARIANTS}
    starts: dict[str, list[float]] = {name: [] for name in VARIANTS}
    with folder() as place, pinned(ONE_CORE):
        for _ in range(effort.starts):
            for name in VARIANTS:
                starts[name].append(_start(name, place))
        for _ in range(effort.rounds):
            for name in VARIANTS:
                lives[name].append(_live(name, place, effort))
        return [_table(starts, lives), _allocations(), _size(place)], [_chart(lives)]


def _start(name: str, place: Path) -> float:
    (place / "s").unlink(missing_ok=True)
    with start(name, address_in(place, "unix"), Frames.echo(place, "hello")) as server:
        return server.start_seconds


def _live(name: str, place: Path, effort: Effort) -> _Footprint:
    frames = Frames.echo(place, "hello")
    (place / "s").unlink(missing_ok=True)
    with start(name, address_in(place, "unix"), frames) as server:
        idle = server.resident()
        connection = _per_connection(server, place / "s", frames)
        turn = put_under_load(server, frames, Load(connections=32, in_flight=16), effort)
        return _Footprint(
            idle=idle / 2**20,
            connection=connection / 2**10,
            after_load=server.resident() / 2**20,
            million=turn.server_cpu * 1e6 / 1e9)


def _per_connection(server: Server, path: Path, frames: Frames) -> float:
    """Bytes that each of many connections adds after its first reply. The first few connections allocate what all share."""
    request, reply = frames.request.read_bytes(), frames.reply.read_bytes()
    with ExitStack() as opened:
        def connect() -> None:
            peer = opened.enter_context(socket.socket(socket.AF_UNIX))
            peer.settimeout(10)
            peer.connect(str(path))
            peer.sendall(request)
            left = len(reply)
            while left > 0:
                left -= len(peer.recv(left))

        for _ in range(20):
            connect()
        before = server.resident()
        for _ in range(CONNECTIONS):
            connect()
        after = server.resident()
    return (after - before) / CONNECTIONS


def _table(starts: dict[str, list[float]], lives: dict[str, list[_Footprint]]) -> Table:
    table = Table(
        "a server's life",
        ["server", "start ms", "idle MiB", "KiB/connection", "after load MiB", "CPU s/million", "× start", "CPU ×"],
        ratio="× start")

    def sample(name: str, field: str) -> Sample:
        return Sample(tuple(getattr(life, field) for life in lives[name]))

    baseline = Sample(tuple(starts[BASELINE]))
    for name in VARIANTS:
        started = Sample(tuple(starts[name]))
        table.add(
            name,
            started.scaled(1e3).text(),
            *(sample(name, field.name).text() for field in fields(_Footprint)),
            started.over(baseline).spread(),
            sample(name, "million").over(sample(BASELINE, "million")).spread())
    return table


def _allocations() -> Table:
    """The figures are the same in every run, so one run is enough."""
    figures: dict[str, dict[str, float]] = json.loads(run(ALLOCATIONS))
    table = Table("managed memory that a call allocates", ["call", "bytes/call", "the method's own", "beyond it"])
    for call, figure in figures.items():
        table.add(call, *(f"{count:,g}" for count in (figure["bytes"], figure["own"], figure["bytes"] - figure["own"])))
    return table


def _chart(lives: dict[str, list[_Footprint]]) -> Chart:
    memory = {
        name: [median(life.idle for life in lives[name]), median(life.after_load for life in lives[name])] for name in VARIANTS}
    return Chart("memory", "Resident memory of a server", "MiB", ["idle", "after load"], memory)


def _size(place: Path) -> Table:
    table = Table("the library's file", ["file", "MB"])
    table.add("as built", f"{LIBRARY.stat().st_size / 1e6:.2f}")
    strip = shutil.which("strip")
    if strip is None:
        skip("the stripped size", "strip is not installed (Debian: binutils)")
        return table
    run(strip, "--strip-unneeded", "-o", place / "stripped", LIBRARY.resolve())
    table.add("stripped", f"{(place / 'stripped').stat().st_size / 1e6:.2f}")
    return table
