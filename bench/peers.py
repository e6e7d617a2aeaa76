"""Alternative servers, each under the load of its own client."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable
from pathlib import Path

from measure import Effort, Turn
from processes import BIN, Server, cpu_of_children, run, run_json, skip
from servers import Load

REDIS = "Redis ECHO"
GRPC = "gRPC C++"
REDIS_MISSING = "it is not installed (Debian: redis-server, redis-tools)"


def available() -> dict[str, Callable[[Load, Path, Effort], Turn]]:
    """The functions that measure one turn of a peer, by name. Peers that are missing are skipped."""
    found: dict[str, Callable[[Load, Path, Effort], Turn]] = {}
    if shutil.which("redis-server") and shutil.which("redis-benchmark"):
        found[REDIS] = _redis
    else:
        skip("Redis", REDIS_MISSING)
    if (BIN / "grpc_server").exists():
        found[GRPC] = _grpc
    else:
        skip("gRPC", "it is not built (Debian: g++, pkg-config, libgrpc++-dev, libprotobuf-dev, protobuf-compiler-grpc)")
    return found


def redis_command(path: Path, place: Path) -> tuple[object, ...]:
    """A server on a unix socket that saves nothing."""
    return ("redis-server", "--port", 0, "--unixsocket", path, "--save", "", "--appendonly", "no", "--dir", place)


def _redis(load: Load, place: Path, effort: Effort) -> Turn:
    path = place / "redis"
    path.unlink(missing_ok=True)

    def send(requests: int) -> dict[str, float]:
        output = run(
            "redis-benchmark", "-s", path, "-c", load.connections, "-P", load.in_flight, "-n", requests, "--csv",
            "ECHO", "x" * load.message)
        row = next(csv.DictReader(io.StringIO(output)))
        return {name: float(figure) for name, figure in row.items() if name != "test"}

    with Server(*redis_command(path, place), ready="ready to accept connections at ") as server:
        # The clock of redis-benchmark counts milliseconds: fewer requests may take 0 ms.
        least = 2_000 * min(load.connections * load.in_flight, 20)
        first = send(least)["rps"]
        warm = send(max(least, round(first * effort.seconds / 10)))["rps"]
        requests = max(least, round(warm * effort.seconds))
        server_before, client_before = server.cpu(), cpu_of_children()
        figures = send(requests)
        server_cpu = (server.cpu() - server_before) / requests
        client_cpu = (cpu_of_children() - client_before) / requests
    return Turn(
        wall=1e9 / figures["rps"], cpu=server_cpu + client_cpu, server_cpu=server_cpu,
        p50=figures["p50_latency_ms"] * 1e6, p99=figures["p99_latency_ms"] * 1e6)


def _grpc(load: Load, place: Path, effort: Effort) -> Turn:
    path = place / "grpc"
    path.unlink(missing_ok=True)
    with Server(BIN / "grpc_server", f"unix:{path}") as server:
        before = server.cpu()
        figures = run_json(BIN / "grpc_load", server.address, load.connections, load.in_flight, effort.milliseconds)
        server_cpu = (server.cpu() - before) / figures["answered"]
    return Turn(
        wall=figures["elapsed"] / figures["requests"], cpu=figures["cpu"] / figures["requests"] + server_cpu,
        server_cpu=server_cpu, p50=figures["p50"], p99=figures["p99"], p999=figures["p999"])
