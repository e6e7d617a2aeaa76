"""Measures what Twofold costs: python3 bench/run.py [--quick | --smoke] [QUESTION...]"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import sys
import time
from pathlib import Path

import charts
import question_attack
import question_clients
import question_codec
import question_cost
import question_growth
import question_in_process
import question_peers
import question_server
from measure import FULL, QUICK, SMOKE, Effort
from processes import ALL_CORES, ALLOCATIONS, BIN, LIBRARY, BenchError, folder
from report import Table, document, newest, read_ratios

QUESTIONS = {
    "server": question_server,
    "in-process": question_in_process,
    "codec": question_codec,
    "growth": question_growth,
    "cost": question_cost,
    "clients": question_clients,
    "peers": question_peers,
    "attack": question_attack,
}
RESULTS = Path(__file__).resolve().parent / "results"


def main() -> None:
    parser = argparse.ArgumentParser(description="Compares the library with a C baseline; see bench/README.md.")
    effort = parser.add_mutually_exclusive_group()
    effort.add_argument("--quick", action="store_const", dest="effort", const=QUICK, help="under two minutes, writes nothing")
    effort.add_argument("--smoke", action="store_const", dest="effort", const=SMOKE, help="every variant once, with meaningless figures")
    parser.add_argument("questions", nargs="*", metavar="QUESTION", help=f"of {', '.join(QUESTIONS)}; without any, all")
    given = parser.parse_args()
    if unknown := [name for name in given.questions if name not in QUESTIONS]:
        parser.error(f"no such question: {', '.join(unknown)}")
    measure(given.effort or FULL, given.questions or list(QUESTIONS))


def measure(effort: Effort, names: list[str]) -> None:
    for needed in (BIN / "load", LIBRARY, ALLOCATIONS):
        if not needed.exists():
            raise BenchError(f"{needed} is missing: ./just bench builds it")
    facts = [*machine(), f"{effort.rounds} rounds of {effort.seconds:g} s for each variant: median (lowest..highest)"]
    print("\n".join(facts))
    previous = newest(RESULTS)
    earlier = read_ratios(previous) if previous else {}
    if previous:
        print(f"before: {previous.name}")
    began = time.monotonic()
    sections: list[tuple[str, list[Table], list[charts.Chart]]] = []
    for name in names:
        tables, drawings = QUESTIONS[name].ask(effort)
        print(f"\n{QUESTIONS[name].TITLE}")
        for table in tables:
            print(f"\n{table.beside(earlier).text()}")
        sections.append((QUESTIONS[name].TITLE, tables, drawings))
    if effort.is_smoke:
        with folder() as place:
            write(facts, sections, place)
    elif effort is FULL and len(names) == len(QUESTIONS):
        print(f"\nwritten: {write(facts, sections, RESULTS)}")
    print(f"\n{time.monotonic() - began:.0f} s")


def write(facts: list[str], sections: list[tuple[str, list[Table], list[charts.Chart]]], place: Path) -> Path:
    place.mkdir(exist_ok=True)
    today = datetime.date.today().isoformat()
    pages = [(title, tables, charts.draw(drawings, place, today)) for title, tables, drawings in sections]
    file = place / f"{today}.md"
    file.write_text(document(f"Results of {today}", facts, pages), encoding="utf-8")
    return file


def machine() -> list[str]:
    """Describes the machine, and says whether it was busy."""
    load = os.getloadavg()[0]
    facts = [f"{platform.machine()}, {len(ALL_CORES)} cores, {platform.system()}"]
    if load > len(ALL_CORES) / 2:
        facts.append(f"BUSY: a load of {load:.1f} on {len(ALL_CORES)} cores before the run; only the CPU times are meaningful")
    return facts


if __name__ == "__main__":
    if sys.platform != "linux":
        sys.exit("bench: Linux only: the baseline is an epoll loop, and CPU times come from /proc")
    try:
        main()
    except BenchError as error:
        sys.exit(f"bench: {error}")
