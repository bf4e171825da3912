"""How loading and consolidating grow with the claims: time per 1,000 claims and memory, against the smallest size.

Each size runs in a process of its own, on the synthetic documents of synthetic.py, into a store in memory.
"""

import argparse
import cProfile
import json
import pstats
import resource
import subprocess
import sys
import time

from synthetic import documents

from cajad.graph.build import default_graph
from cajad.graph.store import memory_store
from cajad.ontology.shipped import shipped_triples
from cajad.ontology.vocabulary import Vocabulary

SIZES = (1_000, 10_000, 100_000)


def measure(claims: int, profile: bool) -> dict[str, float]:
    """Load and consolidate so many claims; give CPU seconds of each, the counts, and the peak of memory."""
    made = documents(Vocabulary.from_triples(shipped_triples()), claims)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    graphs = {document.graph: list(document.triples()) for document in made}
    written = time.process_time()
    profiler = cProfile.Profile()
    if profile:
        profiler.enable()
    default, facts = default_graph(graphs)
    profiler.disable()
    consolidated = time.process_time()
    changes = memory_store().replace({None: default, **graphs})
    stored = time.process_time()
    if profile:
        pstats.Stats(profiler, stream=sys.stderr).sort_stats("tottime").print_stats(20)
        pstats.Stats(profiler, stream=sys.stderr).sort_stats("cumtime").print_stats(25)
    return {
        "claims": sum(len(document.claims) for document in made),
        "facts": len(facts),
        "disputed": sum(bool(fact.disputed) for fact in facts),
        "triples": changes,
        "largest": max(len(fact.claims) for fact in facts),
        "consolidate": consolidated - written,
        "load": stored - consolidated + written - start,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "before": before / 1024,
    }


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--profile", action="store_true", help="Profile the consolidation of each size.")
    parser.add_argument("--child", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(measure(options.child, options.profile)))
        return
    base: dict[str, float] = {}
    print("  claims   facts  disputed  triples  largest  consolidate/1000   load/1000    peak memory (before)")
    for size in options.sizes:
        command = [sys.executable, __file__, "--child", str(size), *(["--profile"] if options.profile else [])]
        found = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
        per = {stage: found[stage] / found["claims"] * 1000 for stage in ("consolidate", "load")}
        base = base or per
        print(
            f"{found['claims']:8,} {found['facts']:7,} {found['disputed']:9,} {found['triples']:8,}"
            f" {found['largest']:8,}"
            f"   {per['consolidate']:6.2f} s ({per['consolidate'] / base['consolidate']:4.2f}×)"
            f" {per['load']:6.2f} s ({per['load'] / base['load']:4.2f}×)"
            f" {found['memory']:6,.0f} MB ({found['before']:,.0f})",
            flush=True,
        )


if __name__ == "__main__":
    main()
