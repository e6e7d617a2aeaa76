"""The measured processes: started on given cores, timed from outside, ended by the process that started them."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / "artifacts/bench/bin"
CODEC = ROOT / "artifacts/codec/CodecBench"
CODEC_BENCHMARKS = ROOT / "artifacts/dotnet/bin/CodecBenchmarks/release/CodecBenchmarks.dll"
MANAGED = ROOT / "artifacts/bench/managed"
LIBRARY = ROOT / "artifacts/my_timer/lib/libmy_timer.so"
ALLOCATIONS = ROOT / "artifacts/dotnet/allocations/Allocations"
DEADLINE = 60.0  # seconds, for anything that one process does here

ALL_CORES = sorted(os.sched_getaffinity(0))
ONE_CORE = ALL_CORES[-1:]  # the first one serves most interrupts


class BenchError(Exception):
    """A program is missing, failed or did not end."""


def skip(what: str, because: str) -> None:
    """Prints what is skipped. With CI=true that is a failure."""
    if os.environ.get("CI") == "true":
        raise BenchError(f"{what}: {because}")
    print(f"\nSKIPPED: {what}: {because}")


@contextmanager
def pinned(cores: list[int], policy: int = os.SCHED_BATCH) -> Iterator[None]:
    """Processes that are started within it run on these cores, and so does this process, which only waits.

    Under SCHED_BATCH a thread that is woken waits until the other blocks or its slice ends; README.md says why, and what it hides.
    """
    before = os.sched_getscheduler(0)
    os.sched_setaffinity(0, cores)
    os.sched_setscheduler(0, policy, os.sched_param(0))
    try:
        yield
    finally:
        os.sched_setscheduler(0, before, os.sched_param(0))
        os.sched_setaffinity(0, ALL_CORES)


def run(*command: object, env: dict[str, str] | None = None, cwd: Path | None = None, deadline: float = DEADLINE) -> str:
    """The standard output of a program that succeeds."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words, capture_output=True, text=True, timeout=deadline, cwd=cwd, env=env and {**os.environ, **env})
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BenchError(f"{' '.join(words)}: {error}") from error
    if done.returncode != 0:
        raise BenchError(f"{' '.join(words)}: exit code {done.returncode}\n{done.stderr.strip()}")
    return done.stdout


def run_json(*command: object, env: dict[str, str] | None = None) -> dict[str, float]:
    """The same for one that prints a line of JSON."""
    figures: dict[str, float] = json.loads(run(*command, env=env))
    return figures


@contextmanager
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="bench-") as path:
        yield Path(path)


def cpu_of_children() -> float:
    """CPU time of the programs that have ended, in nanoseconds."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (usage.ru_utime + usage.ru_stime) * 1e9


class Server:
    """A server process, from its start to the end of the `with` block."""

    def __init__(self, *command: object, ready: str = "listening on ") -> None:
        self._command = [str(word) for word in command]
        self._ready = ready
        self.address = ""
        self.start_seconds = 0.0  # from exec to the line that says that it listens

    def __enter__(self) -> Server:
        began = time.perf_counter()
        try:
            self._process = subprocess.Popen(self._command, stdout=subprocess.PIPE, text=True)
        except OSError as error:
            raise BenchError(f"{self._command[0]}: {error}") from error
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if self._ready in line:
                self.start_seconds = time.perf_counter() - began
                self.address = line.split(self._ready, 1)[1].strip()
                return self
        self.__exit__()
        raise BenchError(f"{' '.join(self._command)}: ended before it listened")

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def cpu(self) -> float:
        """CPU time of its threads so far, in nanoseconds. `ps` only has a resolution of 10 ms."""
        return sum(float(file.read_text().split()[0]) for file in self._proc().glob("task/*/schedstat"))

    def resident(self) -> int:
        """Resident memory, in bytes."""
        return int((self._proc() / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def _proc(self) -> Path:
        return Path("/proc") / str(self._process.pid)
