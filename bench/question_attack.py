"""How long does a client that behaves well wait, while others flood the server?"""

from __future__ import annotations

import shutil
import socket
import struct
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from charts import Chart
from frames import Frames, call_frame
from measure import Effort, number
from peers import REDIS_MISSING, redis_command
from processes import BIN, Server, folder, run_json, skip
from report import Table
from servers import BASELINE, address_in, start

TITLE = "Attack: a client that behaves well beside peers that flood (unix socket, all cores)"
REDIS = "Redis"
SECONDS = 1.0  # of each turn, of which 15 take 20 s; only a smoke test takes less
TARGET = "≤ 2, ≤ 50"
CALM = call_frame("version", b"\xa0")


@dataclass(frozen=True)
class _Flood:
    """What each connection sends, again and again: the frames to us, and as many bytes to Redis."""

    connections: int
    frames: bytes
    replies: int = 1

    def to_redis(self) -> bytes:
        """A SET of as many bytes: like ours it is large and has a short reply. Small ones are a PING, as our `version`."""
        if self.replies > 1:
            return REDIS_CALM * self.replies
        return b"*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$%d\r\n%b\r\n" % (len(self.frames), b"x" * len(self.frames))


REDIS_CALM = b"*1\r\n$4\r\nPING\r\n"
REDIS_PONG, REDIS_OK = len(b"+PONG\r\n"), len(b"+OK\r\n")


def _complex(messages: bytes, tags: bytes) -> bytes:
    return call_frame("complex", b"\xa1\x63req\xa2\x68messages" + messages + b"\x64tags" + tags)


def _array(count: int, items: bytes) -> bytes:
    return b"\x9a" + struct.pack(">I", count) + items


def _bad(size: int) -> bytes:
    """As many empty texts as that, of which the last is a number: the most work for each byte."""
    return _complex(b"\x80", _array(size, b"\x60" * (size - 1) + b"\x00"))


def _list(size: int) -> bytes:
    item = b"\xa2\x67message\x61a\x67delayMs\x00"
    return _complex(_array(size // len(item), item * (size // len(item))), b"\x80")


def ask(effort: Effort) -> tuple[list[Table], list[Chart]]:
    floods = {
        "none": _Flood(0, CALM),
        "64 × 1 MB, bad": _Flood(64, _bad(1_000_000)),
        "500 × 65 kB, bad": _Flood(500, _bad(65_000)),
        "4 × 16 MB, valid": _Flood(4, _list(16_000_000)),
        "8 × 1000 calls at once": _Flood(8, CALM * 1000, replies=1000),
    }
    servers: dict[str, Callable[[_Flood, int, Path], dict[str, float]]] = {name: partial(_framed, name) for name in ("epoll", BASELINE)}
    if shutil.which("redis-server"):
        servers[REDIS] = _redis
    elif not effort.is_smoke:
        skip("Redis", REDIS_MISSING)
    milliseconds = effort.milliseconds if effort.is_smoke else round(SECONDS * 1000)
    table = Table("under attack", ["flood, server", "p50 ms", "p99 ms", "longest ms", "floods/s", "target"])
    with folder() as place:
        for flood_name, flood in floods.items():
            for name, take in servers.items():
                figures = take(flood, milliseconds, place)
                waits = [min(figures[figure], figures["max"]) / 1e6 for figure in ("p50", "p99", "max")]  # a percentile is the end of its bucket
                table.add(
                    f"{flood_name}, {name}", *map(number, waits),
                    number(figures["answered"] / figures["elapsed"] * 1e9) if flood.connections else "",
                    TARGET if name == "epoll" and flood.connections else "")
    return [table], []


def _framed(name: str, flood: _Flood, milliseconds: int, place: Path) -> dict[str, float]:
    frames = Frames.echo(place, "hello")
    (place / "s").unlink(missing_ok=True)
    with start(name, address_in(place, "unix"), frames) as server:
        return _send(server.address, place, milliseconds, flood.connections, (flood.frames, flood.replies), (CALM, 1), _read_frames)


def _redis(flood: _Flood, milliseconds: int, place: Path) -> dict[str, float]:
    path = place / "redis"
    path.unlink(missing_ok=True)
    reply = REDIS_PONG if flood.replies > 1 or not flood.connections else REDIS_OK
    with Server(*redis_command(path, place), ready="ready to accept connections at "):
        return _send(
            f"unix:{path}", place, milliseconds, flood.connections, (flood.to_redis(), flood.replies * reply), (REDIS_CALM, REDIS_PONG),
            lambda _, size: size)


def _send(
    address: str, place: Path, milliseconds: int, connections: int, flood: tuple[bytes, int], calm: tuple[bytes, int],
    measure: Callable[[socket.socket, int], int],
) -> dict[str, float]:
    arguments: list[object] = []
    for file, (request, replies) in ((place / "flood", flood), (place / "calm", calm)):
        file.write_bytes(request)
        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(30)
            client.connect(address.removeprefix("unix:"))
            client.sendall(request)
            arguments += [file, measure(client, replies)]
    return run_json(BIN / "flood", address, connections, *arguments, milliseconds)


def _read_frames(client: socket.socket, count: int) -> int:
    """How many bytes this many replies take."""
    total = 0
    for _ in range(count):
        _, size = struct.unpack(">iI", client.recv(8, socket.MSG_WAITALL))
        client.recv(size, socket.MSG_WAITALL)
        total += 8 + size
    return total
