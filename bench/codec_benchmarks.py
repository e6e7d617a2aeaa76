"""Measures the codecs with BenchmarkDotNet, one after the other, on the runtime with a JIT compiler."""

from __future__ import annotations

import json
from typing import Any

from measure import Effort, number
from processes import CODEC_BENCHMARKS, ROOT, BenchError, folder, run
from report import Table

QUOTE = "'"  # around titles of several words
DEADLINE = 900.0  # seconds; it takes a hundred, and much longer on a busy machine


def tables(effort: Effort, messages: tuple[str, ...]) -> list[Table]:
    with folder() as place:
        how = ["--smoke"] if effort.is_smoke else []
        run("dotnet", CODEC_BENCHMARKS, *how, "--artifacts", place, deadline=DEADLINE, cwd=ROOT)
        reports = list(place.glob("results/*.json"))
        if len(reports) != 1:
            raise BenchError(f"{CODEC_BENCHMARKS}: {len(reports)} reports instead of one")
        cases = json.loads(reports[0].read_text(encoding="utf-8"))["Benchmarks"]
    cases.sort(key=lambda case: messages.index(_message(case)))
    return [
        _table(direction, [case for case in cases if case["Method"].startswith(direction.title())])
        for direction in ("encode", "decode")]


def _table(direction: str, cases: list[dict[str, Any]]) -> Table:
    table = Table(f"{direction}, BenchmarkDotNet", ["message, codec", "ns", "bytes", "× ours"], ratio="× ours")
    ours = {case["Parameters"]: case["Statistics"] for case in cases if case["MethodTitle"] == "ours"}
    for case in cases:
        theirs, mine = case["Statistics"], ours[case["Parameters"]]
        median, lowest, highest = theirs["Median"] / mine["Median"], theirs["Q1"] / mine["Q3"], theirs["Q3"] / mine["Q1"]
        table.add(
            f"{_message(case)}, {case['MethodTitle'].strip(QUOTE)}", number(theirs["Median"]),
            f"{case['Memory']['BytesAllocatedPerOperation']:,}", f"{number(median)} ({number(lowest)}..{number(highest)})")
    return table


def _message(case: dict[str, Any]) -> str:
    return str(case["Parameters"]).removeprefix("Message=")
