"""Connects to a server as another user, and prints the first frame that comes, or the reply to a call of version.

as_user.py USER PATH|PORT
"""

import os
import socket
import struct
import sys

user, place = int(sys.argv[1]), sys.argv[2]
os.setgroups([])
os.setgid(user)
os.setuid(user)
with socket.socket(socket.AF_INET if place.isdigit() else socket.AF_UNIX) as stream:
    stream.settimeout(20)
    stream.connect(("127.0.0.1", int(place)) if place.isdigit() else place)
    try:
        stream.sendall(b"\0\0\0\x07version\0\0\0\x01\xa0")
    except BrokenPipeError:
        pass  # it was refused before
    answer = bytearray()
    while len(answer) < 8 or len(answer) < 8 + struct.unpack_from(">I", answer, 4)[0]:
        piece = stream.recv(4096)
        if not piece:
            sys.exit(f"the server closed after {len(answer)} bytes")
        answer += piece
print(struct.unpack_from(">i", answer)[0], answer[8:].decode(errors="replace"))
