"""How fast are the clients in the examples?"""

from __future__ import annotations

import os
import sys
from functools import partial

from charts import Chart
from frames import Frames
from measure import Effort, Turn, interleave, number
from processes import BIN, ONE_CORE, ROOT, Server, cpu_of_children, folder, pinned, run_json, skip
from report import Table
from servers import Load, address_in, put_under_load, start

TITLE = "Clients: the ones to copy, one call at a time"
BARE = "bare C"
RUST = ROOT / "artifacts/rust/release/rust-starter"


def ask(effort: Effort) -> tuple[list[Table], list[Chart]]:
    """All against one server with the epoll transport, over a unix socket."""
    with folder() as place, pinned(ONE_CORE):
        frames = Frames.echo(place, "hello")
        with start("epoll", address_in(place, "unix"), frames) as server:
            turns = {BARE: partial(put_under_load, server, frames, Load(), effort)}
            for name, command in _starters().items():
                turns[name] = partial(_take_turn, server, command, effort)
            results = interleave(turns, effort.rounds)
    table = Table("starter clients", ["client", "µs/call", "calls/s", "CPU µs", "× time"], ratio="× time")
    for name, result in results.items():
        table.add(
            name, result.wall.scaled(1e-3).text(), number(1e9 / result.wall.median), result.cpu.scaled(1e-3).text(),
            result.wall.over(results[BARE].wall).spread())
    bars = {"time per call": [result.wall.median / 1e3 for result in results.values()]}
    return [table], [Chart("clients", "One call at a time, by client", "µs", list(results), bars)]


def _starters() -> dict[str, list[object]]:
    starters: dict[str, list[object]] = {"C": [BIN / "starter"]}
    if RUST.exists():
        starters["Rust"] = [RUST]
    else:
        skip("the Rust client", "it is not built, for want of cargo")
    starters["Python"] = [sys.executable, ROOT / "bench/clients/starter.py"]
    return starters


def _take_turn(server: Server, command: list[object], effort: Effort) -> Turn:
    """The CPU time includes the start of the client, which is significant in a short turn."""
    packages = os.pathsep.join(str(path) for path in (ROOT / ".deps/python", ROOT / "examples/python-client"))
    before = server.cpu() + cpu_of_children()
    figures = run_json(*command, server.address, effort.milliseconds, env={"PYTHONPATH": packages})
    used = server.cpu() + cpu_of_children() - before
    return Turn(wall=figures["elapsed"] / figures["requests"], cpu=used / figures["requests"])
