"""The servers that are compared, and their load."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from frames import Frames
from measure import Effort, Turn
from processes import BIN, Server, run_json

BASELINE = "C baseline"
OURS = {"epoll": "epoll", "sockets": "sockets"}  # the variant's name, and the transport it stands for
VARIANTS = (BASELINE, *OURS)


@dataclass(frozen=True)
class Load:
    """The number of connections, the requests that each keeps in flight, and the bytes of a message."""

    connections: int = 1
    in_flight: int = 1
    message: int = 5


def start(variant: str, address: str, frames: Frames) -> Server:
    if variant == BASELINE:
        return Server(BIN / "baseline_server", address, frames.reply)
    return Server(BIN / "host", OURS[variant], address)


def address_in(place: Path, transport: str) -> str:
    return f"unix:{place / 's'}" if transport == "unix" else "tcp:127.0.0.1:0"


def take_turn(variant: str, transport: str, load: Load, place: Path, effort: Effort) -> Turn:
    """Measures a new server under this load, for about the seconds of the effort, after a warm-up of a tenth of that time."""
    frames = Frames.echo(place, "x" * load.message)
    (place / "s").unlink(missing_ok=True)
    with start(variant, address_in(place, transport), frames) as server:
        return put_under_load(server, frames, load, effort)


def put_under_load(server: Server, frames: Frames, load: Load, effort: Effort) -> Turn:
    def send(requests: int) -> dict[str, float]:
        return run_json(BIN / "load", server.address, frames.request, frames.reply, load.connections, load.in_flight, requests)

    at_once = load.connections * load.in_flight
    first = send(at_once)
    warm = send(_enough(first, effort.seconds / 10, at_once))
    before = server.cpu()
    figures = send(_enough(warm, effort.seconds, at_once))
    requests = figures["requests"]
    server_cpu = (server.cpu() - before) / requests
    return Turn(
        wall=figures["elapsed"] / requests,
        cpu=figures["cpu"] / requests + server_cpu,
        p50=figures["p50"],
        p99=figures["p99"],
        p999=figures["p999"],
        server_cpu=server_cpu)


def _enough(earlier: dict[str, float], seconds: float, at_least: int) -> int:
    """The number of requests that fit into the time, estimated from an earlier run, which may have had only one request."""
    per_request = earlier["elapsed"] / earlier["requests"]
    return max(at_least, min(round(seconds * 1e9 / per_request), 20_000_000))
