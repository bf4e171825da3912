"""The store: an embedded Oxigraph on disk or in memory. The only file that reads and writes one.

The default graph holds the ontology and the computed facts, each source has a named graph of its own. Every
change is one SPARQL update of the difference, which Oxigraph applies whole or not at all.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pyoxigraph

from cajad.graph.folder import open_folder
from cajad.graph.syntax import Lines, explain, quad_line, update_text
from cajad.ontology.errors import QueryError, StoreError
from cajad.ontology.namespaces import PREFIXES
from cajad.ontology.rdf import Iri, Term, Triple, is_iri, plain_term, term_text, triple_text

if TYPE_CHECKING:
    import rdflib

T = TypeVar("T")
Rows = tuple[list[str], Iterator[tuple[Term | None, ...]]]
RESULT_FORMATS = {
    "csv": pyoxigraph.QueryResultsFormat.CSV,
    "tsv": pyoxigraph.QueryResultsFormat.TSV,
    "json": pyoxigraph.QueryResultsFormat.JSON,
    "xml": pyoxigraph.QueryResultsFormat.XML,
}
RDF_FORMATS = {
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
}


class Store:
    """An open store; close it by leaving `open_store`."""

    def __init__(self, raw: pyoxigraph.Store) -> None:
        self.raw = raw

    def is_empty(self) -> bool:
        """Tell whether nothing was ever loaded."""
        return next(iter(self.raw.quads_for_pattern(None, None, None, None)), None) is None

    def query(self, text: str) -> Any:
        """Run a query as pyoxigraph does; the prefixes of cajad need no declaration.

        Raises QueryError with the position and what was expected there.
        """
        try:
            return self.raw.query(text, prefixes=PREFIXES)
        except SyntaxError as error:
            raise QueryError(f"the query is no SPARQL: {explain(str(error), text)}") from None
        except (ValueError, RuntimeError, OSError) as error:
            raise QueryError(f"the query cannot be answered: {error}") from None

    def rows(self, text: str) -> Rows:
        """Run a SELECT query; give the names of its variables and its rows as plain terms.

        Raises QueryError where the query is of another kind.
        """
        found = self.rows_if_any(text)
        if found is None:
            raise QueryError("the query is no SELECT: its answer has no rows")
        return found

    def rows_if_any(self, text: str) -> Rows | None:
        """Run a query; give its variables and rows if it is a SELECT, else None."""
        solutions = self.query(text)
        if not isinstance(solutions, pyoxigraph.QuerySolutions):
            return None
        names = [variable.value for variable in solutions.variables]
        return names, (tuple(None if v is None else plain_term(v) for v in row) for row in solutions)

    def values(self, subject: str, predicate: str) -> list[Term]:
        """Give the values of one property of a subject in the default graph, in a stable order."""
        if not is_iri(subject):
            return []
        pattern = (pyoxigraph.NamedNode(subject), pyoxigraph.NamedNode(predicate), None)
        quads = self.raw.quads_for_pattern(*pattern, pyoxigraph.DefaultGraph())
        return sorted((plain_term(quad.object) for quad in quads), key=term_text)

    def serialised(self, text: str, format_name: str) -> str:
        """Run a query and write its answer with Oxigraph's own writers.

        `table` stands for the format that people read most easily where the answer has no rows.
        Raises QueryError where the format does not fit what the query gives.
        """
        found = self.query(text)
        if isinstance(found, pyoxigraph.QueryTriples):
            form = _format_of("turtle" if format_name == "table" else format_name, RDF_FORMATS)
            if form == pyoxigraph.RdfFormat.N_TRIPLES:  # sorting its lines is cheaper than sorting terms
                lines = (pyoxigraph.serialize(found, format=form) or b"").split(b"\n")
                return b"\n".join([*sorted(lines[:-1]), b""]).decode()
            triples = sorted(found, key=str)
            written = pyoxigraph.serialize(triples, format=form, prefixes=_used_prefixes(form))
        else:
            name = "json" if format_name == "table" else format_name
            written = found.serialize(format=_format_of(name, RESULT_FORMATS))
        text = (written or b"").decode()
        return text if text.endswith("\n") else f"{text}\n"

    def triples(self, graph: Iri | None = None) -> Iterator[Triple]:
        """Give the triples of a named graph, or of the default graph."""
        name = pyoxigraph.NamedNode(graph) if graph else pyoxigraph.DefaultGraph()
        for quad in self.raw.quads_for_pattern(None, None, None, name):
            yield Iri(quad.subject.value), Iri(quad.predicate.value), plain_term(quad.object)  # type: ignore[union-attr]

    def describe(self, subject: str) -> dict[Iri, list[Term]]:
        """Give everything said of a subject in any graph, each value once, in a stable order."""
        found: dict[Iri, dict[Term, None]] = {}
        if not is_iri(subject):  # a node of a network may be a text
            return {}
        for quad in self.raw.quads_for_pattern(pyoxigraph.NamedNode(subject), None, None, None):
            found.setdefault(Iri(quad.predicate.value), {})[plain_term(quad.object)] = None
        return {predicate: sorted(values, key=term_text) for predicate, values in found.items()}

    def subjects(self, predicate: str, value: str) -> list[Iri]:
        """Give the subjects in the default graph that have an IRI as the value of a property."""
        pattern = (None, pyoxigraph.NamedNode(predicate), pyoxigraph.NamedNode(value))
        found = self.raw.quads_for_pattern(*pattern, pyoxigraph.DefaultGraph())
        return sorted({Iri(quad.subject.value) for quad in found})  # type: ignore[union-attr]

    def graphs(self) -> list[Iri]:
        """Name the named graphs in alphabetical order."""
        return sorted(Iri(graph.value) for graph in self.raw.named_graphs())

    def replace(self, graphs: Mapping[Iri | None, Iterable[Triple]]) -> int:
        """Make each of the graphs hold exactly these triples (None is the default graph), all at once.

        Gives the number of triples added and removed. Raises StoreError when the store cannot be written.
        """
        added: dict[Iri | None, set[str]] = {}
        removed: dict[Iri | None, set[str]] = {}
        emptied: list[Iri] = []
        for graph, triples in graphs.items():
            new, old = set(map(triple_text, triples)), self._lines(graph)
            added[graph], removed[graph] = new - old, old - new
            emptied += [graph] if graph and not new else []
        changes = sum(map(len, added.values())) + sum(map(len, removed.values()))
        if changes:
            self._apply(removed, added, emptied)
        return changes

    def _lines(self, graph: Iri | None) -> set[str]:
        name = pyoxigraph.NamedNode(graph) if graph else pyoxigraph.DefaultGraph()
        text = self.raw.dump(format=pyoxigraph.RdfFormat.N_TRIPLES, from_graph=name)
        return set(text.decode().split("\n")[:-1]) if text else set()

    def _apply(self, removed: Lines, added: Lines, emptied: Iterable[Iri]) -> None:
        try:
            if any(removed.values()):
                self.raw.update(update_text(removed, added, emptied))
            else:  # nothing to take out: the N-Quads parser is faster and its load as atomic
                lines = (quad_line(line, graph) for graph, new in added.items() for line in sorted(new))
                self.raw.load("\n".join(lines).encode(), format=pyoxigraph.RdfFormat.N_QUADS)
            self.raw.flush()
        except (OSError, RuntimeError) as error:  # RuntimeError: the store was opened to read
            raise StoreError(f"the store cannot be written: {error}") from None

    def dump(self, format_name: str, graph: Iri | None = None) -> bytes:
        """Write the whole store (N-Quads, TriG, JSON-LD) or one graph (Turtle, N-Triples) in sorted order."""
        form = RDF_FORMATS[format_name]
        if form.supports_datasets and graph is None:
            quads = sorted(self.raw.quads_for_pattern(None, None, None, None), key=_quad_key)
            return pyoxigraph.serialize(quads, format=form, prefixes=_used_prefixes(form)) or b""
        name = pyoxigraph.NamedNode(graph) if graph else pyoxigraph.DefaultGraph()
        found = self.raw.quads_for_pattern(None, None, None, name)
        triples = sorted((quad.triple for quad in found), key=str)
        return pyoxigraph.serialize(triples, format=form, prefixes=_used_prefixes(form)) or b""

    def dataset(self) -> "rdflib.Dataset":
        """Give an rdflib Dataset over this same store; changes made through it are changes of the store."""
        import rdflib
        from oxrdflib import OxigraphStore

        dataset = rdflib.Dataset(OxigraphStore(store=self.raw))
        for prefix, base in PREFIXES.items():
            dataset.bind(prefix, base, override=True, replace=True)
        return dataset


def _format_of(name: str, formats: Mapping[str, T]) -> T:
    if name not in formats:
        raise QueryError(f"this query's answer has no format '{name}': allowed are {', '.join(formats)}")
    return formats[name]


def _quad_key(quad: pyoxigraph.Quad) -> tuple[str, str]:
    return str(quad.graph_name), str(quad.triple)


def _used_prefixes(form: pyoxigraph.RdfFormat) -> dict[str, str] | None:
    return None if form in (pyoxigraph.RdfFormat.N_QUADS, pyoxigraph.RdfFormat.N_TRIPLES) else PREFIXES


@contextmanager
def open_store(path: Path | str | None = None, *, write: bool = False) -> Iterator[Store]:
    """Open the store at a folder, to read (beside any writer) or to write; without a path, one in memory.

    A reader of a folder that holds no store gets an empty one. Raises StoreError when another process writes,
    and when the folder holds something else.
    """
    store = Store(open_folder(Path(path), write=write) if path else pyoxigraph.Store())
    try:
        yield store
    finally:  # Oxigraph closes with the last reference, and a traceback would keep `store` for long
        del store.raw


def memory_store() -> Store:
    """Give an empty store in memory."""
    return Store(pyoxigraph.Store())
