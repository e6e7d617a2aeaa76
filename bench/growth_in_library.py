"""How does a library scale with the number of live objects and the number of methods?"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import calls
import methods
from charts import Chart
from frames import Frames
from measure import Effort, Result, Turn, interleave, number
from processes import BIN, ONE_CORE, BenchError, Server, folder, pinned
from report import Table
from servers import Load, address_in, put_under_load

TIMERS = (1, 16, 256, 4096, 65536)
TIMED = ("version", "echo")
LOAD = Load(in_flight=64)


def timers(effort: Effort) -> tuple[list[Table], list[Chart]]:
    """Calls by one thread to many timers in turn."""
    variants = {(name, count): f"{name}, {count:,}" for name in TIMED for count in TIMERS}
    with pinned(ONE_CORE):
        results = interleave(
            {title: partial(calls.native, name, 1, count, effort) for (name, count), title in variants.items()}, effort.rounds)
    table = Table("timers, called in turn", ["call", "ns/call", "CPU ns", "calls/s", "× rate", "in CPU time"], ratio="× rate")
    for (name, _), title in variants.items():
        result, one = results[title], results[variants[name, 1]]
        table.add(
            title, result.wall.text(), result.cpu.text(), number(1e9 / result.wall.median),
            one.wall.over(result.wall).spread(), one.cpu.over(result.cpu).spread())
    rates = {name: [1e9 / results[variants[name, count]].wall.median for count in TIMERS] for name in TIMED}
    chart = Chart(
        "timers", "Native calls per second by timers that are called in turn", "calls/s", [str(count) for count in TIMERS], rates, "timers")
    return [table], [chart]


def names(effort: Effort) -> tuple[list[Table], list[Chart]]:
    """Calls of the first and the last method, of libraries with few and with many methods."""
    for count in methods.COUNTS:
        if not methods.library(count).exists():
            raise BenchError(f"{methods.library(count)} is missing: ./just bench-programs builds it")
    ends = {(end, count): methods.names(count)[at] for count in methods.COUNTS for end, at in (("first", 0), ("last", -1))}
    with folder() as place, pinned(ONE_CORE):
        local = interleave(
            {_of(*key): partial(calls.by_name, methods.library(key[1]), methods.PREFIX, name, effort) for key, name in ends.items()},
            effort.rounds)
        remote = interleave(
            {_of(*key): partial(_served, key[1], name, place, effort) for key, name in ends.items()}, effort.rounds)
    rates = {
        f"{end}, {where}": [1e9 / results[_of(end, count)].wall.median for count in methods.COUNTS]
        for where, results in (("in process", local), ("over a socket", remote)) for end in ("first", "last")}
    chart = Chart(
        "methods", "Calls per second by methods of the library: of its first and of its last", "calls/s",
        [str(count) for count in methods.COUNTS], rates, "methods")
    return [
        _table("methods, by name in process", local),
        _table(f"methods, over a unix socket, {LOAD.in_flight} in flight", remote)], [chart]


def _of(end: str, count: int) -> str:
    return f"{end} of {count:,}"


def _served(count: int, method: str, place: Path, effort: Effort) -> Turn:
    (place / "s").unlink(missing_ok=True)
    frames = Frames.echo(place, "hello", method)
    with Server(BIN / "by_name", methods.library(count), methods.PREFIX, "serve", address_in(place, "unix")) as server:
        return put_under_load(server, frames, LOAD, effort)


def _table(title: str, results: dict[str, Result]) -> Table:
    table = Table(title, ["method", "library MB", "ns/call", "CPU ns", "p99 ns", "calls/s", "× rate", "in CPU time"], ratio="× rate")
    least = results[_of("first", methods.COUNTS[0])]
    sizes = {_of(end, count): methods.library(count).stat().st_size for count in methods.COUNTS for end in ("first", "last")}
    for name, result in results.items():
        table.add(
            name, f"{sizes[name] / 1e6:.2f}", result.wall.text(), result.cpu.text(), result.of(lambda turn: turn.p99).text(), number(1e9 / result.wall.median),
            least.wall.over(result.wall).spread(), least.cpu.over(result.cpu).spread())
    return table
