"""Starts a program with a socket that listens as descriptor 3, and shuts it down once a file is there, which it then removes.

shut.py FILE PROGRAM [ARGUMENT...]
"""

import os
import socket
import sys
import time

FIRST_DESCRIPTOR = 3

file, program, *arguments = sys.argv[1:]
listener = socket.create_server(("127.0.0.1", 0))
parent = os.getpid()
if os.fork() == 0:
    os.closerange(0, FIRST_DESCRIPTOR)
    while not os.path.exists(file) and os.getppid() == parent:
        time.sleep(0.02)
    listener.shutdown(socket.SHUT_RDWR)
    if os.path.exists(file):
        os.remove(file)
    os._exit(0)

if listener.fileno() != FIRST_DESCRIPTOR:
    os.dup2(listener.fileno(), FIRST_DESCRIPTOR)
os.set_inheritable(FIRST_DESCRIPTOR, True)
os.execv(program, [program, *arguments])
