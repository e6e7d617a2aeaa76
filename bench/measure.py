"""Samples, and the order in which variants are measured."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Effort:
    """The length of a run: every figure comes from `rounds` turns of `seconds` each."""

    rounds: int
    seconds: float
    starts: int  # of a process, where its start is what is measured
    is_smoke: bool = False

    @property
    def milliseconds(self) -> int:
        return max(1, round(self.seconds * 1000))


FULL = Effort(rounds=5, seconds=0.5, starts=20)
QUICK = Effort(rounds=3, seconds=0.1, starts=7)
SMOKE = Effort(rounds=1, seconds=0.01, starts=1, is_smoke=True)


@dataclass(frozen=True)
class Sample:
    """The values of one figure, one for each round."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.values)

    def over(self, other: Sample) -> Sample:
        """The ratio in each round. A disturbance of a whole round affects both sides of the ratio."""
        return Sample(tuple(mine / theirs for mine, theirs in zip(self.values, other.values)))

    def scaled(self, factor: float) -> Sample:
        return Sample(tuple(value * factor for value in self.values))

    def text(self) -> str:
        """The median, with three digits."""
        return number(self.median)

    def spread(self) -> str:
        """The median, the lowest and the highest."""
        return f"{number(self.median)} ({number(min(self.values))}..{number(max(self.values))})"


def number(value: float) -> str:
    if value >= 100:
        return f"{value:,.0f}"
    if value >= 10:
        return f"{value:.1f}"
    return f"{value:.2f}" if value >= 0.1 else f"{value:.4f}"


@dataclass(frozen=True)
class Turn:
    """The time of one turn of a variant, in nanoseconds per call."""

    wall: float
    cpu: float  # of the caller, and of the server if there is one
    p50: float = 0
    p99: float = 0
    p999: float = 0
    server_cpu: float = 0


@dataclass(frozen=True)
class Result:
    """All turns of one variant."""

    turns: tuple[Turn, ...]

    def of(self, figure: Callable[[Turn], float]) -> Sample:
        return Sample(tuple(figure(turn) for turn in self.turns))

    @property
    def wall(self) -> Sample:
        return self.of(lambda turn: turn.wall)

    @property
    def cpu(self) -> Sample:
        return self.of(lambda turn: turn.cpu)


def interleave(variants: Mapping[str, Callable[[], Turn]], rounds: int) -> dict[str, Result]:
    """Runs A B C, A B C: the turns of each variant are spread over the whole run."""
    turns: dict[str, list[Turn]] = {name: [] for name in variants}
    for _ in range(rounds):
        for name, take in variants.items():
            turns[name].append(take())
    return {name: Result(tuple(taken)) for name, taken in turns.items()}
