"""Tables for a terminal and in Markdown. The ratios of an earlier run are read from its Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Table:
    """Rows of text with a title. The first cell of each row is the name of the variant."""

    title: str
    columns: list[str]
    rows: list[list[str]] = field(default_factory=list)
    ratio: str = ""  # the column that is compared with earlier runs

    def add(self, *cells: str) -> None:
        self.rows.append(list(cells))

    def ratios(self) -> dict[tuple[str, str], str]:
        if self.ratio not in self.columns:
            return {}
        at = self.columns.index(self.ratio)
        return {(self.title, row[0]): row[at] for row in self.rows if row[at]}

    def beside(self, earlier: dict[tuple[str, str], str]) -> Table:
        """The same table with the ratios of an earlier run."""
        if not self.ratio or not earlier:
            return self
        rows = [[*row, earlier.get((self.title, row[0]), "-").split(" ")[0]] for row in self.rows]
        return Table(self.title, [*self.columns, "before"], rows, self.ratio)

    def text(self) -> str:
        lines = [[self.title, *self.columns[1:]], *self.rows]
        widths = [max(len(line[at]) for line in lines) for at in range(len(self.columns))]
        return "\n".join(
            "  ".join([line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:]))]).rstrip()
            for line in lines)

    def markdown(self) -> str:
        rule = ["---", *["--:"] * (len(self.columns) - 1)]
        return "\n".join([f"### {self.title}", "", *(f"| {' | '.join(line)} |" for line in [self.columns, rule, *self.rows])])


def read_ratios(file: Path) -> dict[tuple[str, str], str]:
    """The ratios by title and variant: the column of `Table.markdown` whose head begins with ×."""
    found: dict[tuple[str, str], str] = {}
    title, at = "", -1
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("### "):
            title, at = line[4:], -1
        elif line.startswith("| ") and not line.startswith("| ---"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if at == -1:
                at = next((index for index, cell in enumerate(cells) if cell.startswith("×")), len(cells))
            elif at < len(cells) and cells[at]:
                # The first results call the baseline "floor".
                found[title, cells[0].replace("floor", "baseline")] = cells[at]
    return found


def newest(results: Path) -> Path | None:
    return max(results.glob("*.md"), default=None)


def document(title: str, facts: Iterable[str], sections: Iterable[tuple[str, list[Table], list[str]]]) -> str:
    """A page: facts about the run, then the tables and charts of each question."""
    parts = [f"# {title}", "\n".join(f"- {fact}" for fact in facts)]
    for question, tables, charts in sections:
        parts += [f"## {question}", *(table.markdown() for table in tables), *(f"![{question}]({chart})" for chart in charts)]
    return "\n\n".join(parts) + "\n"
