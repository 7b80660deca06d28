"""What a process can say about itself and those that it has started: memory and processor time, as the system knows them."""

import os
import resource
import sys
from pathlib import Path


def memory_mb() -> float:
    """Memory of this process that is in use now; where the system does not tell, the most that it ever was."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e3)


def children_cpu_s() -> float:
    """Processor seconds of the processes that this one has started, as far as the system tells of those that still run."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    running = children.read_text(encoding="ascii").split() if children.exists() else []
    return ended.ru_utime + ended.ru_stime + sum(map(_cpu_s, running))


def _cpu_s(pid: str) -> float:
    """User and system time of one process."""
    after_name = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")
