"""The bytes of one echo: the frames of the request and the reply, as described in docs/protocol.md."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path


def _text(value: str) -> bytes:
    """CBOR text: a head of major type 3 in its shortest form, then the bytes (RFC 8949, section 3)."""
    data = value.encode()
    size = len(data)
    if size < 24:
        head = bytes([0x60 | size])
    elif size < 1 << 8:
        head = struct.pack(">BB", 0x78, size)
    elif size < 1 << 16:
        head = struct.pack(">BH", 0x79, size)
    else:
        head = struct.pack(">BI", 0x7A, size)
    return head + data


def _map(**members: bytes) -> bytes:
    return bytes([0xA0 | len(members)]) + b"".join(_text(key) + value for key, value in members.items())


def call_frame(method: str, payload: bytes) -> bytes:
    name = method.encode()
    return struct.pack(">I", len(name)) + name + struct.pack(">I", len(payload)) + payload


@dataclass(frozen=True)
class Frames:
    """Files with a request and the expected reply."""

    request: Path
    reply: Path

    @staticmethod
    def echo(place: Path, message: str, method: str = "echo") -> Frames:
        """The frames for this method, which has the parameters and the result of the timer's echo."""
        payload = _map(req=_map(message=_text(message), delayMs=b"\x00"))
        body = _map(echoed=_text(message), timerName=_text("bench"))
        frames = Frames(place / f"request-{len(message)}", place / f"reply-{len(message)}")
        frames.request.write_bytes(call_frame(method, payload))
        frames.reply.write_bytes(struct.pack(">iI", 0, len(body)) + body)
        return frames
