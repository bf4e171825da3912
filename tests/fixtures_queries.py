"""Stores in memory for tests of the queries, and their answers as short texts."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from cajad.graph.build import add_graphs, store_vocabulary
from cajad.graph.store import Store, memory_store
from cajad.loaders.readers import read_files, shipped_facts
from cajad.ontology.namespaces import PREFIXES, compact
from cajad.ontology.rdf import Literal, Term
from cajad.ontology.terms import LABEL
from cajad.queries.binding import bind
from cajad.queries.catalogue import find_query, query_names

EVERY = [(kind, name) for kind in ("question", "network", "check") for name in query_names(kind)]


@cache
def shipped() -> Store:
    """Give a store of the shipped facts; tests only read it."""
    store = memory_store()
    add_graphs(store, shipped_facts(store_vocabulary(store)))
    return store


def store_of(*documents: str, extension: Path | None = None) -> Store:
    """Give a store of facts files whose first line, "2025-12-20 Example Daily", stands for the source."""
    store = memory_store()
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.toml" for number, _ in enumerate(documents)]
        for path, document in zip(paths, documents, strict=True):
            path.write_text(_with_source(document), encoding="utf-8")
        add_graphs(store, read_files([*paths, *([extension] if extension else [])], store_vocabulary(store)))
    return store


def _with_source(document: str) -> str:
    line, _, facts = document.strip().partition("\n")
    day, _, publisher = line.partition(" ")
    slug = publisher.lower().replace(" ", "-")
    return f"""[source]
        id = "{day}-{slug}"
        title = "{publisher} of {day}"
        publisher = "{publisher}"
        published = "{day}"
        url = "https://example.org/{slug}"
        language = "en"
        reliability = "secondary"
        {facts}"""


def ask(
    name: str, *columns: str, kind: str = "question", store: Store | None = None, **values: str
) -> list[tuple[str, ...]]:
    """Answer a named query; give these columns (all without any) of each row as short texts."""
    engine = store or shipped()
    names, rows = engine.rows(bind(find_query(name, kind), values, engine))
    chosen = [names.index(column) for column in columns or names]
    return [tuple(_short(row[column], engine) for column in chosen) for row in rows]


def _short(term: Term | None, store: Store) -> str:
    """Shorten a term to a CURIE, a fact to what it is called: its IRI changes when an older source is found."""
    if isinstance(term, Literal):
        return term.text
    labels = store.describe(term).get(LABEL, ()) if term and term.startswith(PREFIXES["fact"]) else ()
    english = [label.text for label in labels if isinstance(label, Literal) and label.language == "en"]
    return english[0].split(": ")[0] if english else compact(term) if term else ""
