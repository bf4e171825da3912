"""Checks of a whole graph: the queries that must find nothing, and the SHACL shapes."""

import re
from collections.abc import Iterator

from cajad.graph.build import EXTENSION
from cajad.graph.reading import Reading
from cajad.graph.store import Store
from cajad.ontology.namespaces import ID, SH, compact
from cajad.ontology.rdf import Iri, Literal
from cajad.queries.catalogue import find_query, query_names


def run_checks(store: Store, language: str = "en") -> Iterator[str]:
    """Run every check of the catalogue; give one line for each row that one finds."""
    reading = Reading(store)
    for name in query_names("check"):
        check = find_query(name, "check")
        variables, rows = store.rows(check.text)
        for row in rows:
            cells = [
                f"{variable} {v.text if isinstance(v, Literal) else f'{reading.label(v, language)} ({compact(v)})'}"
                for variable, v in zip(variables, row, strict=True)
                if v is not None
            ]
            yield f"{name}: {', '.join(cells)}"


def _blank(text: str) -> str:
    """Give the nodes that were blank in a Turtle file back as such: SHACL takes an IRI for a path of one step."""
    return re.sub(rf"<{re.escape(ID)}genid/([^>]+)>", lambda match: "_:" + re.sub(r"\W", "_", match[1]), text)


def run_shapes(store: Store) -> Iterator[str]:
    """Validate ontology, facts, sources and claims against the shapes; one line a violation.

    The shapes are part of the ontology, the user's extensions included. pySHACL does the work on a copy in which
    all graphs are one, since a claim's class is known in the default graph and the claim in its source's.
    """
    import pyshacl
    import rdflib

    data = rdflib.Graph()
    for graph in (None, *(g for g in store.graphs() if not g.startswith(EXTENSION))):  # the default graph has those
        data.parse(data=_blank(store.dump("ntriples", graph).decode()), format="nt")
    conforms, report, _ = pyshacl.validate(data, shacl_graph=data, advanced=False)
    if conforms:
        return
    assert isinstance(report, rdflib.Graph)
    shacl = rdflib.Namespace(SH)
    lines = set()
    for result in report.subjects(rdflib.RDF.type, shacl.ValidationResult):
        focus, path = report.value(result, shacl.focusNode), report.value(result, shacl.resultPath)
        message = " ".join(sorted(str(text) for text in report.objects(result, shacl.resultMessage)))
        lines.add(f"shapes: {compact(Iri(str(focus)))}{f' {compact(Iri(str(path)))}' if path else ''}: {message}")
    yield from sorted(lines)
