# One C# class, one native library, two ABIs.

set windows-shell := ["bash", "-cu"]
set positional-arguments

prefix := "artifacts/my_timer"
headers := "library/MyTimer/include"
host := "examples/ipc"
managed := "artifacts/dotnet/bin/MyTimer/release/MyTimer.dll"
fixtures := "library/Twofold.Tests/Fixtures"
case_table := "library/Twofold.Tests/CaseTable"
native_suffix := if os() == "windows" { ".dll" } else if os() == "macos" { ".dylib" } else { ".so" }
native := "artifacts/dotnet/native/MyTimer" + native_suffix
twofold := "artifacts/dotnet/bin/Twofold.Tool/release/twofold"
demo := "artifacts/dotnet/bin/Demo/release/Demo"
size_budget := "3000000"
release := "--configuration Release --nologo --verbosity quiet"
unit_specs := "dotnet test --project library/Twofold.Tests --configuration Release"
e2e_specs := "dotnet test --project e2e/Twofold.E2E.csproj --configuration Release"

_list:
    @{{ just_executable() }} --list --unsorted

# See all of it work: every client that this machine can build, over unix and TCP
[group('start here')]
demo: library _demo
    @{{ demo }} build show

# Prove all of it: unit tests, generated files, end to end
[group('start here')]
test: unit check-bindings e2e size

# Say which tools and packages are there, what each is for, and how to get the rest
[group('start here')]
doctor:
    @scripts/doctor

# Publish the native library into artifacts/my_timer/{lib,include,share}
[group('build')]
library: _native
    @{{ twofold }} install {{ managed }} {{ native }} {{ prefix }}

# Build every example that this machine has the tools for
[group('build')]
examples: library _demo
    @{{ demo }} build

# Install library, headers and package files under PREFIX, an absolute path; DESTDIR stages them
[group('build')]
install PREFIX: _native
    @{{ twofold }} install {{ managed }} {{ native }} "${DESTDIR:-}{{ PREFIX }}"
    @printf '\ninstalled into %s\n' "${DESTDIR:-}{{ PREFIX }}"
    @echo 'Next: PKG_CONFIG_PATH={{ PREFIX }}/lib/pkgconfig, or CMAKE_PREFIX_PATH={{ PREFIX }}'

# Pack the same, with licence and checksums, into a tar.gz that is the same every time
[group('build')]
package DIRECTORY="artifacts/packages": _native
    @{{ twofold }} package {{ managed }} {{ native }} LICENSE "{{ DIRECTORY }}"

# Publish the library that has every shape, and build the C and C++ programs that call it
[group('build')]
fixtures: library
    @scripts/step 'compiling the fixtures' dotnet build {{ fixtures }} {{ release }}
    @scripts/step 'publishing the fixtures' dotnet publish {{ fixtures }} {{ release }} --use-current-runtime --output artifacts/dotnet/native-fixtures
    @{{ twofold }} install artifacts/dotnet/bin/Fixtures/release/Fixtures.dll artifacts/dotnet/native-fixtures/Fixtures{{ native_suffix }} artifacts/fixtures
    @scripts/step 'compiling the table of cases' dotnet build {{ case_table }} {{ release }}
    @artifacts/dotnet/bin/CaseTable/release/CaseTable artifacts/dotnet/bin/Fixtures/release/Fixtures.dll {{ fixtures }}/cases artifacts/fixtures-cases
    @scripts/step 'configuring the fixture programs' cmake -S {{ fixtures }}/native -B artifacts/fixtures-tests -DCASES="{{ justfile_directory() }}/artifacts/fixtures-cases" -DCMAKE_PREFIX_PATH="{{ justfile_directory() }}/{{ prefix }};{{ justfile_directory() }}/artifacts/fixtures" -DCMAKE_BUILD_TYPE=Release
    @scripts/step 'building the fixture programs' cmake --build artifacts/fixtures-tests --config Release --parallel {{ num_cpus() }}

# Build the programs that read and write with the codecs of other languages
[group('build')]
foreign-codecs: _python _crates
    @scripts/rust-build foreign-codec

# Build the programs that call twice with the clients to copy
[group('build')]
callers: library _python _crates
    @scripts/cmake-build e2e/Callers artifacts/callers
    @scripts/rust-build caller

# Build what the bench runs
[group('build')]
bench-programs: _bench_c _python _crates _bench_managed _bench_codec
    @scripts/with python3 'publishing libraries of many methods' python3 bench/methods.py
    @scripts/rust-build bench

# Remove everything that was built or fetched
[group('build')]
clean:
    rm -rf artifacts .deps

# Unit tests of the runtime, the generator and the tool
[group('check')]
unit:
    @{{ unit_specs }} --filter-not-trait tier=nightly

# Every server, transport and client; ARGS narrow it down (e2e/README.md)
[group('check')]
e2e *ARGS: _e2e_programs
    @{{ e2e_specs }} {{ if ARGS == "" { "--filter-not-trait tier=nightly tier=lint" } else { ARGS } }}

# The specs that take long: random documents, load, the bench's quickest run
[group('check')]
nightly *ARGS: _e2e_programs bench-programs
    @{{ unit_specs }} --filter-trait tier=nightly {{ ARGS }}
    @{{ e2e_specs }} --filter-trait tier=nightly {{ ARGS }}

# One row of the matrix: a CLIENT over a TRANSPORT, against every server
[group('check')]
matrix CLIENT="*" TRANSPORT="*": examples
    @{{ e2e_specs }} --filter-query '/[(client={{ CLIENT }})&(transport={{ TRANSPORT }})]'

# Print the names of the clients over sockets, as JSON: the matrix of CI
[group('check')]
clients: _demo
    @{{ demo }} clients

# Fail if a committed file is not what the library and the tool print
[group('check')]
check-bindings: _managed
    @{{ twofold }} headers {{ managed }} {{ headers }} --check
    @{{ twofold }} host {{ managed }} {{ host }} --check
    @{{ twofold }} abi . --check

# Print the native library's size, and fail if it is over its budget
[group('check')]
size: library
    @scripts/size {{ native }} {{ size_budget }}

# Check formatting, lints and what the documents name, in every language
[group('check')]
lint:
    @scripts/lint

# Run every C and C++ program under the sanitizers and valgrind; PART of a name narrows it down
[group('check')]
memory PART="": examples fixtures _bench_c
    @scripts/memory "{{ PART }}"

# Attack a server of yours beside a healthy client, and print what that costs; ARGS: --help
[group('check')]
attack ADDRESS *ARGS: _tool
    @{{ twofold }} attack "$@"

# Search the server's core and the codecs for harmful input, guided by coverage
[group('check')]
fuzz seconds="60": fixtures
    @scripts/fuzz {{ seconds }}

# Write the committed files that the tool prints: headers, schema, options, statuses, tables
[group('write')]
bindings: _tool
    @{{ twofold }} abi .
    @{{ just_executable() }} _managed
    @{{ twofold }} headers {{ managed }} {{ headers }}
    @{{ twofold }} host {{ managed }} {{ host }}

# Write the snapshots of what is generated
[group('write')]
snapshots:
    TWOFOLD_UPDATE_SNAPSHOTS=1 {{ unit_specs }} --filter-class Twofold.Tests.Generator.SnapshotSpecs

# Format every language
[group('write')]
format:
    Configuration=Release dotnet format Twofold.slnx
    clang-format -i $(git ls-files 'bench/**/*.[ch]' 'bench/**/*.cpp' 'examples/*.[ch]' 'examples/*.cpp' 'library/**/Templates/*.h' 'library/**/native/*.[ch]' 'library/**/native/**/*.[ch]pp' 'e2e/Consumer/*.c*' 'e2e/Callers/*.c')
    cargo fmt --manifest-path examples/rust-client/Cargo.toml
    cargo fmt --manifest-path bench/clients/rust/Cargo.toml
    cargo fmt --manifest-path e2e/ForeignCodecs/ciborium/Cargo.toml
    cargo fmt --manifest-path e2e/Callers/rust/Cargo.toml

# Measure everything beside a C baseline and write bench/results (bench/README.md)
[group('measure')]
bench *QUESTIONS: library bench-programs
    @python3 bench/run.py {{ QUESTIONS }}

# The same in two minutes, beside the ratios that are committed; writes nothing
[group('measure')]
bench-quick *QUESTIONS: library bench-programs
    @python3 bench/run.py --quick {{ QUESTIONS }}

_tool:
    @scripts/step 'compiling the tool' dotnet build library/Twofold.Tool {{ release }}

_managed: _tool
    @scripts/step 'compiling the library' dotnet build library/MyTimer {{ release }}

_native: _managed
    @scripts/step 'publishing the native library' dotnet publish library/MyTimer {{ release }} --use-current-runtime --output artifacts/dotnet/native

_bench_c: library
    @scripts/cmake-build bench artifacts/bench

_bench_managed:
    @scripts/step 'publishing what counts allocations' dotnet publish bench/allocations {{ release }} --use-current-runtime --output artifacts/dotnet/allocations
    @scripts/step 'publishing the plain C# calls' dotnet publish bench/managed {{ release }} --use-current-runtime --output artifacts/bench/managed

_bench_codec:
    @scripts/step 'compiling the codec bench' dotnet build bench/codec/BenchmarkDotNet {{ release }}
    @scripts/step 'publishing the codec bench' dotnet publish bench/codec/Console {{ release }} --use-current-runtime --output artifacts/codec

_python:
    @scripts/python-deps

_crates:
    @scripts/rust-deps

_demo:
    @scripts/step 'building the demo' dotnet build e2e/Demo {{ release }}

_e2e_programs: library examples fixtures foreign-codecs callers
