"""SVG charts, drawn by gnuplot where there is one."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from processes import DEADLINE, BenchError, skip

_STYLE = """
set terminal svg size 760,380 dynamic noenhanced font "sans-serif,12" background "#ffffff"
set encoding utf8
set border 3 lc rgb "#555555"
set tics nomirror
set grid ytics lc rgb "#dddddd"
set key outside top center horizontal
"""
_COLOURS = ("#9e9e9e", "#00695c", "#ef6c00", "#5e35b1", "#c62828")


@dataclass(frozen=True)
class Chart:
    """Bars in groups, or lines where the groups are numbers on a logarithmic axis."""

    name: str  # of the file
    title: str
    unit: str
    groups: list[str]
    series: dict[str, list[float]]  # one value for each group
    lines_over: str = ""  # what the groups are numbers of; empty: bars

    def script(self, output: Path) -> str:
        data = "\n".join(
            "\t".join([group if self.lines_over else f'"{group}"', *(f"{values[at]:.6g}" for values in self.series.values())])
            for at, group in enumerate(self.groups))
        settings = [
            f'set output "{output}"',
            f'set title "{self.title}"',
            f'set ylabel "{self.unit}"',
            f"$data << END\n{data}\nEND"]
        return "\n".join([_STYLE, *settings, *(self._lines() if self.lines_over else self._bars())]) + "\n"

    def _bars(self) -> list[str]:
        return [
            "set style data histograms", "set style histogram clustered gap 1", "set style fill solid 0.9 noborder",
            "set yrange [0:*]", f"plot {', '.join(self._plots('{column}:xtic(1)', 'lc'))}"]

    def _lines(self) -> list[str]:
        return [
            "set logscale xy", 'set format y "%.0s%c"', f'set xlabel "{self.lines_over}"',
            f"plot {', '.join(self._plots('1:{column}:xtic(1)', 'with linespoints pt 7 lw 2 lc'))}"]

    def _plots(self, using: str, style: str) -> list[str]:
        """Grey is for what others are compared with."""
        colours = _COLOURS if len(self.series) > 1 else _COLOURS[1:]
        return [
            f'$data using {using.format(column=column)} title "{name}" {style} rgb "{colour}"'
            for column, (name, colour) in enumerate(zip(self.series, colours), start=2)]


def draw(charts: list[Chart], folder: Path, prefix: str) -> list[str]:
    """The names of the files; none, and a loud note, where gnuplot is missing."""
    gnuplot = shutil.which("gnuplot")
    if gnuplot is None:
        skip("the charts", "gnuplot is not installed (Debian: gnuplot-nox)")
        return []
    names = []
    for chart in charts:
        file = folder / f"{prefix}-{chart.name}.svg"
        done = subprocess.run([gnuplot, "-"], input=chart.script(file), text=True, capture_output=True, timeout=DEADLINE)
        if done.returncode != 0:
            raise BenchError(f"gnuplot: {chart.name}: {done.stderr.strip()}")
        names.append(file.name)
    return names
