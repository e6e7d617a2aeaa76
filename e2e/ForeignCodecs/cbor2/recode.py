"""Reads CBOR items with cbor2 and writes each again in every form that cbor2 can write.

usage: recode.py FILE

A line of the file is a method's name and an item in hex. For each a line of forms is printed: default=HEX canonical=HEX indefinite=HEX.
"""

import sys
from io import BytesIO
from itertools import islice
from typing import Any, BinaryIO, Iterable

import cbor2

CHUNK = 3


def read(data: bytes) -> Any:
    """The item that the bytes are."""
    stream = BytesIO(data)
    item = cbor2.load(stream)
    if rest := stream.read():
        raise ValueError(f"{len(rest)} bytes behind the item")
    return item


def indefinite(value: Any) -> bytes:
    """Lists and maps that end with a break, and strings in chunks."""
    stream = BytesIO()
    write_indefinite(stream, value)
    return stream.getvalue()


def write_indefinite(stream: BinaryIO, value: Any) -> None:
    if isinstance(value, dict):
        stream.write(b"\xbf")
        for part in (part for pair in value.items() for part in pair):
            write_indefinite(stream, part)
    elif isinstance(value, list):
        stream.write(b"\x9f")
        for part in value:
            write_indefinite(stream, part)
    elif isinstance(value, (str, bytes)) and len(value) > CHUNK:
        stream.write(b"\x7f" if isinstance(value, str) else b"\x5f")
        for chunk in chunks(value):
            stream.write(cbor2.dumps(chunk))
    else:
        stream.write(cbor2.dumps(value))
        return
    stream.write(b"\xff")


def chunks(value: str | bytes) -> Iterable[str | bytes]:
    # A text is cut between its letters, as a chunk must be valid by itself. A very long one is cut into few.
    size = max(CHUNK, len(value) // 100)
    return (value[start : start + size] for start in range(0, len(value), size))


def main(path: str) -> None:
    with open(path, encoding="ascii") as lines:
        for line in lines:
            method, data = line.split()
            try:
                item = read(bytes.fromhex(data))
            except (cbor2.CBORDecodeError, ValueError) as e:
                sys.exit(f"error: cbor2 cannot read what {method} was given or gave: {e}: {data}")
            forms = {"default": cbor2.dumps(item), "canonical": cbor2.dumps(item, canonical=True), "indefinite": indefinite(item)}
            print(*(f"{name}={form.hex()}" for name, form in forms.items()))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: recode.py FILE")
    main(sys.argv[1])
