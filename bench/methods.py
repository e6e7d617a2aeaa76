"""Libraries with few and with many methods: python3 bench/methods.py publishes those that are missing or out of date."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from processes import ROOT

COUNTS = (4, 32, 256)
PREFIX = "many"
_PLACE = ROOT / "artifacts/bench/methods"
_DEADLINE = 900  # seconds, for one library on a busy machine

_PROPS = f"""<Project>
  <Import Project="{ROOT}/Directory.Build.props" />
  <PropertyGroup>
    <ArtifactsPath>$(MSBuildThisFileDirectory)artifacts</ArtifactsPath>
  </PropertyGroup>
</Project>
"""

_PROJECT = f"""<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>$(TwofoldFramework)</TargetFramework>
    <TwofoldLibraryName>{PREFIX}</TwofoldLibraryName>
    <!-- What takes time and leaves the code as it is. -->
    <RunAnalyzers>false</RunAnalyzers>
    <NativeDebugSymbols>false</NativeDebugSymbols>
  </PropertyGroup>
  <Import Project="{ROOT}/library/Twofold/build/Twofold.Library.props" />
  <ItemGroup>
    <ProjectReference Include="{ROOT}/library/Twofold/Twofold.csproj" />
    <ProjectReference Include="{ROOT}/library/Twofold.Generator/Twofold.Generator.csproj" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
  </ItemGroup>
  <Import Project="{ROOT}/library/Twofold/build/Twofold.Library.targets" />
</Project>
"""

_CLASS = """using Twofold;

namespace ManyLibrary;

/// <summary>How it is set up.</summary>
/// <param name="Name">Comes back in every answer.</param>
public sealed record Config(string Name);

/// <summary>A message to echo.</summary>
/// <param name="Message">The text that comes back.</param>
/// <param name="DelayMs">Not looked at.</param>
public sealed record EchoRequest(string Message, long DelayMs);

/// <summary>An echoed message.</summary>
/// <param name="Echoed">The text of the request.</param>
/// <param name="TimerName">The name it was set up with.</param>
public sealed record EchoResponse(string Echoed, string TimerName);

/// <summary>Has many methods that do the same.</summary>
[FfiLibrary("many")]
public sealed class Many
{
    private string _name = "";

    /// <summary>Makes one.</summary>
    /// <param name="config">How it is set up.</param>
    [Ffi] public static Many Create(Config config) => new() { _name = config.Name };
METHODS}
"""

_METHOD = """
    /// <summary>Answers the message.</summary>
    /// <param name="req">The message.</param>
    [Ffi] public EchoResponse NAME(EchoRequest req) => new(req.Message, _name);
"""


def library(count: int) -> Path:
    return _PLACE / str(count) / "native/Many.so"


def names(count: int) -> list[str]:
    """The wire names. All have the same length and differ only at the end."""
    return [f"method{number:04}" for number in range(1, count + 1)]


def main() -> None:
    stale = [count for count in COUNTS if not _is_fresh(count)]
    for count in stale:
        _publish(count)
    if not stale:
        print(f"{'libraries with many methods':<44}up to date")


def _is_fresh(count: int) -> bool:
    stamp = _PLACE / str(count) / "stamp"
    return library(count).exists() and stamp.exists() and stamp.read_text() == _key(count)


def _publish(count: int) -> None:
    folder = _PLACE / str(count)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for file, text in _files(count).items():
        (folder / file).write_text(text)
    command = [
        "dotnet", "publish", str(folder), "--configuration", "Release", "--use-current-runtime", "--nologo", "--verbosity", "quiet",
        "--output", str(library(count).parent)]
    step = [str(ROOT / "scripts/step"), f"publishing a library of {count} methods", *command]
    done = subprocess.run(step, cwd=ROOT, timeout=_DEADLINE)
    if done.returncode != 0:
        sys.exit(done.returncode)
    (folder / "stamp").write_text(_key(count))


def _files(count: int) -> dict[str, str]:
    methods = "".join(_METHOD.replace("NAME", name.capitalize()) for name in names(count))
    return {"Directory.Build.props": _PROPS, "Many.csproj": _PROJECT, "Many.cs": _CLASS.replace("METHODS", methods)}


def _key(count: int) -> str:
    """Changes when the published sources or the publishing tools change."""
    digest = hashlib.sha256(repr(_files(count)).encode())
    for file in _sources():
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _sources() -> Iterator[Path]:
    yield ROOT / "Directory.Build.props"
    yield ROOT / "Directory.Packages.props"
    for project in ("Twofold", "Twofold.Generator"):
        yield from sorted(file for file in (ROOT / "library" / project).rglob("*") if file.is_file())


if __name__ == "__main__":
    main()
