"""What does it cost to encode and decode a message, compared with System.Formats.Cbor and with a minimal baseline?"""

from __future__ import annotations

from functools import partial

import codec_benchmarks
from charts import Chart
from measure import FULL, Effort, Turn, interleave
from processes import CODEC, ONE_CORE, pinned, run_json
from report import Table

TITLE = "Codec: what a message costs"
OURS, STRICT, TUNED, BASELINE = "ours", "System.Formats.Cbor", "the same, tuned", "baseline"
CONTENDERS = {OURS: "ours", STRICT: "strict", TUNED: "tuned", BASELINE: "baseline"}
SMALL = ("EchoRequest", "EchoResponse")
LARGE = ("Text64K", "Bytes64K")
MESSAGES = (*SMALL, "ComplexRequest", *LARGE)


def ask(effort: Effort) -> tuple[list[Table], list[Chart]]:
    tables: list[Table] = []
    charts: list[Chart] = []
    with pinned(ONE_CORE):
        for direction in ("encode", "decode"):
            table, chart = _compiled_ahead(direction, effort)
            tables.append(table)
            charts.append(chart)
    if effort is FULL or effort.is_smoke:
        tables += codec_benchmarks.tables(effort, MESSAGES)
    return tables, charts


def _compiled_ahead(direction: str, effort: Effort) -> tuple[Table, Chart]:
    """Measured by a program that is compiled like the library and runs the codecs in turn."""
    allocated: dict[tuple[str, str], float] = {}

    def take(message: str, contender: str) -> Turn:
        figures = run_json(CODEC, message, CONTENDERS[contender], direction, max(1, effort.milliseconds * 2 // 5))
        allocated[message, contender] = figures["allocated"]
        return Turn(wall=figures["elapsed"] / figures["requests"], cpu=figures["cpu"] / figures["requests"])

    table = Table(
        f"{direction}, compiled ahead", ["message, codec", "ns", "CPU ns", "bytes", "× ours", "in CPU time", "target"], ratio="× ours")
    ratios: dict[str, list[float]] = {STRICT: [], TUNED: []}
    for message in MESSAGES:
        results = interleave({contender: partial(take, message, contender) for contender in CONTENDERS}, effort.rounds)
        ours = results[OURS]
        for contender, result in results.items():
            ratio = result.cpu.over(ours.cpu)
            if contender in ratios:
                ratios[contender].append(ratio.median)
            table.add(
                f"{message}, {contender}", result.wall.text(), result.cpu.text(), f"{allocated[message, contender]:,.0f}",
                result.wall.over(ours.wall).spread(), ratio.spread(), _target(message, contender, direction))
    chart = Chart(f"codec-{direction}", f"System.Formats.Cbor's time to {direction}", "times ours", list(MESSAGES), ratios)
    return table, chart


def _target(message: str, contender: str, direction: str) -> str:
    if contender == STRICT and direction == "encode" and message not in LARGE:
        return "≥ 4"
    if contender == STRICT and direction == "decode" and message in SMALL:
        return "≥ 8"
    return "≥ 0.9" if contender == BASELINE and message in LARGE else ""
