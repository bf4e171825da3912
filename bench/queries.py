"""What cajad's query layer costs: nine questions of an analyst on 100,000 triples, against the engines beneath.

Each question goes through cajad (a value bound, the query run, the answer written as CSV or N-Triples), through
pyoxigraph alone on the same store, and through rdflib on a copy in memory. CPU time, medians.
Exit code 1 when cajad costs more than 1.2 times pyoxigraph in a question (and more than 20 microseconds, which no
one will notice), or when rdflib is, in the median, not 10 times slower.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

import pyoxigraph
import rdflib
from synthetic import documents

from cajad.graph.build import add_graphs
from cajad.graph.store import Store, memory_store
from cajad.ontology.namespaces import PREFIXES
from cajad.ontology.shipped import shipped_triples
from cajad.ontology.vocabulary import Vocabulary
from cajad.queries.binding import bind
from cajad.queries.header import Query, read_query

CLAIMS = 3_700  # give about 100,000 triples
A_RUN = 0.02  # seconds of CPU time in which a quick question is asked again and again
NOTHING = 20e-6  # seconds that no one will notice
CSV, LINES = pyoxigraph.QueryResultsFormat.CSV, pyoxigraph.RdfFormat.N_TRIPLES
QUESTIONS = {
    "one resource": (
        {"thing": "state:kazakhstan"},
        """#+ question: What is known of a thing?
#+ params:
#+   thing: Actor
SELECT ?property ?value WHERE { VALUES $thing { UNDEF } $thing ?property ?value }""",
    ),
    "two hops": (
        {"actor": "state:japan"},
        """#+ question: Whom did those meet whom an actor met?
#+ params:
#+   actor: Actor
SELECT DISTINCT ?second WHERE { VALUES $actor { UNDEF }
  ?meeting cajad:participant $actor, ?first . ?other cajad:participant ?first, ?second . ?other a cajad:Summit }""",
    ),
    "co-participation GROUP BY": (
        {"status": "cajad:held"},
        """#+ question: Who met whom how often?
#+ params:
#+   status: Status
SELECT ?one ?two (COUNT(DISTINCT ?meeting) AS ?meetings) WHERE { VALUES $status { UNDEF }
  ?meeting cajad:participant ?one, ?two ; cajad:status $status . FILTER(STR(?one) < STR(?two)) }
GROUP BY ?one ?two ORDER BY DESC(?meetings) ?one ?two""",
    ),
    "date range": (
        {"since": "2010", "until": "2015"},
        """#+ question: What happened between two days?
#+ params:
#+   since: date
#+   until: date-end
SELECT ?fact ?first WHERE { VALUES $since { UNDEF } VALUES $until { UNDEF }
  ?fact cajad:earliest ?first ; cajad:latest ?last ; cajad:claim ?claim .
  FILTER(?first >= $since && ?last <= $until) }
ORDER BY ?first ?fact""",
    ),
    "text regex": (
        {"status": "cajad:held"},
        """#+ question: Which facts have words in their label?
#+ params:
#+   status: Status
SELECT DISTINCT ?fact WHERE { VALUES $status { UNDEF }
  ?fact rdfs:label ?label ; cajad:status $status . FILTER(REGEX(STR(?label), "shi.*bek", "i")) }""",
    ),
    "OPTIONAL": (
        {"forum": "forum:ca-jad"},
        """#+ question: Which meetings of a forum were there, where, and on what?
#+ params:
#+   forum: Forum
SELECT ?meeting ?date ?place ?theme WHERE { VALUES $forum { UNDEF } ?meeting cajad:forum $forum ; cajad:claim ?claim .
  OPTIONAL { ?meeting cajad:date ?date } OPTIONAL { ?meeting cajad:place ?place }
  OPTIONAL { ?meeting cajad:theme ?theme } }
ORDER BY ?meeting""",
    ),
    "property path": (
        {"where": "state:japan"},
        """#+ question: Which events took place in a state?
#+ params:
#+   where: Place
SELECT ?event ?type WHERE { VALUES $where { UNDEF }
  ?place cajad:within* $where . ?event cajad:place ?place ; a ?type . ?type rdfs:subClassOf* cajad:Event }""",
    ),
    "CONSTRUCT": (
        {"status": "cajad:held"},
        """#+ question: Which ties follow from meetings?
#+ params:
#+   status: Status
CONSTRUCT { ?one cajad:met ?two } WHERE { VALUES $status { UNDEF }
  ?meeting cajad:participant ?one, ?two ; cajad:status $status . FILTER(?one != ?two) }""",
    ),
    "GRAPH ?g": (
        {"who": "state:japan"},
        """#+ question: Which sources claim what of an actor?
#+ params:
#+   who: Actor
SELECT ?source ?claim ?status WHERE { VALUES $who { UNDEF }
  GRAPH ?source { ?claim a cajad:Claim ; cajad:status ?status ; ?role $who } }
ORDER BY ?source ?claim""",
    ),
}


class Times(NamedTuple):
    """Median CPU seconds of one question in each engine."""

    cajad: float
    pyoxigraph: float
    rdflib: float


def through_cajad(store: Store, query: Query, values: dict[str, str]) -> str:
    """Answer as `cajad query --format` does."""
    return store.serialised(bind(query, values, store), "ntriples" if "CONSTRUCT" in query.text else "csv")


def through_pyoxigraph(raw: pyoxigraph.Store, text: str) -> bytes | None:
    """Answer with the engine alone, the query being written out already."""
    found = raw.query(text, prefixes=PREFIXES)
    return found.serialize(format=LINES if isinstance(found, pyoxigraph.QueryTriples) else CSV)


def through_rdflib(dataset: rdflib.Dataset, text: str) -> bytes | None:
    """Answer with rdflib's own engine over its memory store."""
    found = dataset.query(text, initNs=PREFIXES)
    return found.serialize(format="nt" if found.type == "CONSTRUCT" else "csv")


def seconds(answer: Callable[[], object], times: int) -> float:
    """Give the CPU seconds that one call takes, as the mean of so many."""
    start = time.process_time()
    for _ in range(times):
        answer()
    return (time.process_time() - start) / times


def medians(answers: Sequence[Callable[[], object]], runs: int) -> list[float]:
    """Run functions in turn, a quick one many times in each of its runs; give the median seconds of each."""
    times = [max(1, round(A_RUN / max(seconds(answer, 3), 1e-6))) for answer in answers]
    spent = [[seconds(answer, n) for answer, n in zip(answers, times, strict=True)] for _ in range(runs)]
    return [statistics.median(run) for run in zip(*spent, strict=True)]


def filled_store(claims: int) -> Store:
    """Give a store in memory with the ontology, synthetic documents and the facts computed from them."""
    store = memory_store()
    add_graphs(store, documents(Vocabulary.from_triples(shipped_triples()), claims))
    return store


def copy_in_rdflib(store: Store) -> rdflib.Dataset:
    """Give a copy of a store in rdflib's memory."""
    dataset = rdflib.Dataset()
    dataset.parse(data=store.dump("nquads"), format="nquads")
    return dataset


def measure(store: Store, dataset: rdflib.Dataset, name: str, runs: int) -> Times:
    """Time one question in the three engines, after checking that they give as many rows."""
    values, text = QUESTIONS[name]
    query = read_query(name, text)
    bound = bind(query, values, store)
    counts = {
        "cajad": through_cajad(store, query, values).count("\n"),
        "pyoxigraph": (through_pyoxigraph(store.raw, bound) or b"").count(b"\n"),
        "rdflib": len(list(dataset.query(bound, initNs=PREFIXES))) + ("CONSTRUCT" not in text),
    }
    if counts["cajad"] != counts["rdflib"]:
        print(f"  {name}: rows differ: {counts}")
    ours = [lambda: through_cajad(store, query, values), lambda: through_pyoxigraph(store.raw, bound)]
    return Times(*medians(ours, runs), seconds(lambda: through_rdflib(dataset, bound), 1))


def main() -> int:
    """Print a line for each question; tell by the exit code whether the limits are kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=CLAIMS)
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    store = filled_store(options.claims)
    dataset = copy_in_rdflib(store)
    print(f"{len(store.raw):,} triples; medians of {options.runs} runs in CPU time (rdflib: 1 run)")
    print(f"{'':28}{'pyoxigraph':>12}{'cajad':>10}{'rdflib':>10}")
    found = {name: measure(store, dataset, name, options.runs) for name in QUESTIONS}
    for name, t in found.items():
        ratios = f"{t.cajad / t.pyoxigraph:9.2f}×{t.rdflib / t.pyoxigraph:9.1f}×"
        print(f"{name:28}{t.pyoxigraph * 1e3:9.2f} ms{ratios}")
    costly = [t for t in found.values() if t.cajad - t.pyoxigraph > NOTHING]
    dearest = max((t.cajad / t.pyoxigraph for t in costly), default=1.0)
    behind = statistics.median(t.rdflib / t.cajad for t in found.values())
    print(f"cajad ÷ pyoxigraph, the dearest question: {dearest:.2f} (at most 1.2)")
    print(f"rdflib ÷ cajad, median: {behind:.1f} (at least 10)")
    return 0 if dearest <= 1.2 and behind >= 10 else 1


if __name__ == "__main__":
    sys.exit(main())
