"""What a whole `cajad` process costs, as a ratio to importing what it cannot do without.

Each pair of commands runs in turn, so that a busy machine slows both alike; medians of CPU time count.
Exit code 1 when a ratio is over its limit.
"""

import argparse
import os
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path
from statistics import median

CAJAD = str(Path(sysconfig.get_path("scripts")) / "cajad")
HELP = (f"{CAJAD} --help", [CAJAD, "--help"])
QUERY = (f"{CAJAD} query meetings", [CAJAD, "query", "meetings"])
CLICK = ('python -c "import click"', [sys.executable, "-c", "import click"])
ENGINE = ('python -c "import click, pyoxigraph"', [sys.executable, "-c", "import click, pyoxigraph"])
PAIRS = ((HELP, CLICK, 1.5), (QUERY, ENGINE, 2.0))


def cost(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Run a command; give the CPU seconds and the wall seconds of its process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with exit code {process.returncode}")
    return usage.ru_utime + usage.ru_stime, elapsed


def compare(ours: list[str], base: list[str], runs: int, environment: dict[str, str]) -> list[tuple[float, float]]:
    """Run two commands in turn; give the medians of CPU and wall time of each."""
    costs: tuple[list[tuple[float, float]], ...] = ([], [])
    for _ in range(runs + 1):
        for command, measured in zip((ours, base), costs, strict=True):
            measured.append(cost(command, environment))
    warm = [measured[1:] for measured in costs]  # the first run of each reads files from the disk
    return [(median(cpu for cpu, _ in m), median(wall for _, wall in m)) for m in warm]


def _against(ours: float, base: float) -> str:
    return f"{ours * 1e3:6.1f} ms ÷ {base * 1e3:6.1f} ms = {ours / base:.2f}"


def main() -> int:
    """Print a line for each pair; tell by the exit code whether all keep their limits."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=21)
    runs = parser.parse_args().runs
    slow = 0
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "CAJAD_STORE": str(Path(folder) / "store")}
        subprocess.run([CAJAD, "build"], env=environment, check=True)
        for (name, ours), (base_name, base), limit in PAIRS:
            (cpu, wall), (base_cpu, base_wall) = compare(ours, base, runs, environment)
            ratio = cpu / base_cpu
            slow += ratio > limit
            verdict = "ok" if ratio <= limit else "TOO SLOW"
            print(f"{Path(name).name}  ÷  {base_name}   ({runs} runs each, medians)")
            print(f"  CPU  {_against(cpu, base_cpu)}   (at most {limit}: {verdict})")
            print(f"  wall {_against(wall, base_wall)}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
