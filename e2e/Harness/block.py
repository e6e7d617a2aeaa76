"""Starts a program with SIGINT and SIGTERM blocked, as a parent does that waits for them itself.

block.py PROGRAM [ARGUMENT...]
"""

import os
import signal
import sys

signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
os.execv(sys.argv[1], sys.argv[1:])
