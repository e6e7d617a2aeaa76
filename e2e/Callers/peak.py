"""Runs a program and prints the most memory that it had resident, in bytes, after what it prints itself: peak.py COMMAND..."""

import resource
import subprocess
import sys

ended = subprocess.run(sys.argv[1:])
print("peak", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)
sys.exit(ended.returncode)
