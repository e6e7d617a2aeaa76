"""SVG charts, drawn by gnuplot if it is installed."""

from __future__ import annotations

import math
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from processes import DEADLINE, BenchError, skip

_STYLE = """
set terminal svg size 760,400 dynamic noenhanced font "sans-serif,13" background "#ffffff"
set encoding utf8
set border 3 lc rgb "#555555"
set tics nomirror
set grid ytics lc rgb "#dddddd"
set key outside bottom center horizontal samplen 1.5
"""
_COLOURS = ("#9e9e9e", "#00695c", "#ef6c00", "#5e35b1", "#c62828")
_GAP = 1  # between the groups of bars, in bars


@dataclass(frozen=True)
class Chart:
    """Bars in groups, each with its figure on top; or lines with logarithmic axes, if the groups are numbers."""

    name: str  # of the file
    title: str
    unit: str
    groups: list[str]
    series: dict[str, list[float]]  # one value for each group
    lines_over: str = ""  # the unit of the groups, for lines; empty for bars
    is_logarithmic: bool = False  # bars that differ by orders of magnitude

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
        values = [value for series in self.series.values() for value in series]
        lowest = 10 ** (math.floor(math.log10(min(values))) - 1) if self.is_logarithmic else 0
        highest = max(values) * (3 if self.is_logarithmic else 1.1)
        axis = ['set logscale y', 'set format y "%.0s%c"'] if self.is_logarithmic else []
        bars = self._plots("{column}:xtic(1)", "lc rgb")
        width = 1 / (len(self.series) + _GAP)
        figures = [
            f"$data using ($0 + {(at - (len(self.series) - 1) / 2) * width:.4f}):{at + 2}:(sprintf({self._figure(at + 2)})) "
            'with labels font ",10" offset 0,0.6 notitle'
            for at in range(len(self.series))]
        return [
            "set style data histograms", f"set style histogram clustered gap {_GAP}", "set style fill solid 0.9 noborder",
            *axis, f"set xrange [-0.6:{len(self.groups) - 0.4}]", f"set yrange [{lowest:g}:{highest:g}]",
            f"plot {', '.join([*bars, *figures])}"]

    def _figure(self, column: int) -> str:
        """The arguments of gnuplot's sprintf, for as many digits as are significant."""
        value = f"column({column})"
        if self.is_logarithmic:
            return f'"%s", gprintf("%.1s%c", {value})'
        return f'({value} < 100 ? "%.1f" : "%.0f"), {value}'

    def _lines(self) -> list[str]:
        numbers = [float(group) for group in self.groups]
        plots = self._plots("1:{column}:xtic(1)", "with linespoints pt 7 ps 0.8 lw 2 lc rgb")
        return [
            "set logscale xy", 'set format y "%.0s%c"', "set grid xtics ytics mytics lc rgb \"#dddddd\", lc rgb \"#f2f2f2\"",
            f"set xrange [{min(numbers) / 1.2:g}:{max(numbers) * 1.2:g}]", f'set xlabel "{self.lines_over}" offset 0,0.4',
            f"plot {', '.join(plots)}"]

    def _plots(self, using: str, style: str) -> list[str]:
        """Grey is the color of the baseline. A single series needs no name."""
        colours = _COLOURS if len(self.series) > 1 else _COLOURS[1:]
        return [
            f'$data using {using.format(column=column)} {self._title(name)} {style} "{colour}"'
            for column, (name, colour) in enumerate(zip(self.series, colours), start=2)]

    def _title(self, name: str) -> str:
        return f'title "{name}"' if len(self.series) > 1 else "notitle"


def draw(charts: list[Chart], folder: Path, prefix: str) -> list[str]:
    """The names of the files; empty, with a visible note, if gnuplot is missing."""
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
