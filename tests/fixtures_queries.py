"""Stores in memory for tests of the queries, and their answers as short texts."""

import tomllib
from functools import cache

from cajad.graph.build import add_graphs, store_vocabulary
from cajad.graph.store import Store, memory_store
from cajad.loaders.facts import FactsReader
from cajad.loaders.readers import shipped_facts
from cajad.ontology.names import Names
from cajad.ontology.namespaces import compact
from cajad.ontology.rdf import Iri, Literal, Term
from cajad.queries.binding import bind
from cajad.queries.catalogue import find_query, query_names

EVERY = [(kind, name) for kind in ("question", "network", "check") for name in query_names(kind)]


@cache
def shipped() -> Store:
    """Give a store of the shipped facts; tests only read it."""
    store = memory_store()
    add_graphs(store, shipped_facts(store_vocabulary(store)))
    return store


def store_of(*documents: str) -> Store:
    """Give a store of facts files; `published` stands for a whole source table: "2025-12-20 Example Daily"."""
    store = memory_store()
    vocabulary = store_vocabulary(store)
    reader = FactsReader(vocabulary, Names(vocabulary), "test")
    add_graphs(store, [reader.document(tomllib.loads(_with_source(document))) for document in documents])
    return store


def _with_source(document: str) -> str:
    line, _, facts = document.strip().partition("\n")
    day, _, publisher = line.partition(" ")
    slug = publisher.lower().replace(" ", "-")
    return f"""[source]
        id = "{day}-{slug}"
        title = "{publisher} of {day}"
        publisher = "{publisher}"
        published = {day}
        url = "https://example.org/{slug}"
        language = "en"
        reliability = "secondary"
        {facts}"""


def ask(name: str, *columns: str, kind: str = "question", store: Store | None = None, **values: str) -> list[tuple[str, ...]]:
    """Answer a named query; give these columns (all without any) of each row as short texts."""
    engine = store or shipped()
    names, rows = engine.rows(bind(find_query(name, kind), values, engine))
    chosen = [names.index(column) for column in columns or names]
    return [tuple(_short(row[column], engine) for column in chosen) for row in rows]


def _short(term: Term | None, store: Store) -> str:
    """Shorten a term to a CURIE, a fact to what it is called: its IRI changes when an older source is found."""
    if isinstance(term, Literal):
        return term.text
    if term is None or not term.startswith("https://w3id.org/cajad/id/fact/"):
        return compact(term) if term else ""
    return next(v.text for v in store.describe(term)[LABEL] if isinstance(v, Literal) and v.language == "en").split(": ")[0]


LABEL = Iri("http://www.w3.org/2000/01/rdf-schema#label")
