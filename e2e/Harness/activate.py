"""Starts a program as systemd does for a socket unit: with a socket that listens already, as descriptor 3.

activate.py ADDRESS COUNT PID PROGRAM [ARGUMENT...]

ADDRESS is unix:PATH or tcp:HOST:PORT, COUNT what LISTEN_FDS says, PID what LISTEN_PID says or "own".
"""

import os
import socket
import sys

FIRST_DESCRIPTOR = 3

address, count, pid, program, *arguments = sys.argv[1:]
scheme, _, rest = address.partition(":")
if scheme == "unix":
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(rest)
else:
    host, _, port = rest.rpartition(":")
    listener = socket.create_server((host, int(port)))
listener.listen()

if listener.fileno() != FIRST_DESCRIPTOR:
    os.dup2(listener.fileno(), FIRST_DESCRIPTOR)
os.set_inheritable(FIRST_DESCRIPTOR, True)
os.environ["LISTEN_FDS"] = count
os.environ["LISTEN_PID"] = str(os.getpid()) if pid == "own" else pid
os.execv(program, [program, *arguments])
