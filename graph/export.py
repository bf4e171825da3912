"""The graph in the formats of others: networks as GEXF with dates and GraphML, claims as the CSV that loads again."""

import csv
import io
import re
from collections.abc import Sequence

import networkx as nx

from cajad.graph.reading import Reading
from cajad.graph.store import Store
from cajad.ontology.namespaces import CAJAD, compact, local_name
from cajad.ontology.rdf import Iri, Literal, Term, index_triples, term_text
from cajad.ontology.terms import (
    ALT_LABEL,
    CERTAINTY,
    CLAIM,
    EVENT,
    FACT_TYPE,
    ISSUED,
    LABEL,
    LANGUAGE,
    NEGATED,
    PARAGRAPH,
    PUBLISHER,
    QUOTE,
    RELIABILITY,
    STATUS,
    TITLE,
    TYPE,
    URL,
    VOICE,
)

SOURCE_COLUMNS = {
    "title": TITLE,
    "publisher": PUBLISHER,
    "published": ISSUED,
    "url": URL,
    "language": LANGUAGE,
    "reliability": RELIABILITY,
}
QUALIFIERS = {
    "status": STATUS,
    "certainty": CERTAINTY,
    "negated": NEGATED,
    "voice": VOICE,
    "paragraph": PARAGRAPH,
    "quote": QUOTE,
    "event": EVENT,
}
ENTITY = Iri("")  # not a property: the column that names a thing itself
ENTITY_COLUMNS = {"entity": ENTITY, "label": LABEL, "alt": ALT_LABEL}
_FORBIDDEN_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def labelled(network: nx.MultiDiGraph, reading: Reading, language: str) -> nx.MultiDiGraph:
    """Give the network with labels and types on its nodes, and plain attributes that any format can hold."""
    plain = nx.MultiDiGraph()
    for node in sorted(network):
        kind = reading.type_of(Iri(node))
        label = reading.label(Iri(node), language) if ":" in node else node
        plain.add_node(node, label=_FORBIDDEN_IN_XML.sub(" ", label), type=local_name(kind) if kind else "")
    for source, target, key, a in sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        attributes = {name: a[name] for name in ("relation", "status", "certainty", "weight")}
        dates = {name: a[date] for name, date in (("start", "earliest"), ("end", "latest")) if a[date]}
        plain.add_edge(source, target, key=key, facts=" ".join(a["facts"]), **attributes, **dates)
    return plain


def gexf(network: nx.MultiDiGraph) -> str:
    """Write a labelled network as GEXF with the dates of its edges, which Gephi plays as a timeline."""
    dynamic = network.copy()
    dynamic.graph.update(mode="dynamic", timeformat="date")
    text = "\n".join(nx.generate_gexf(dynamic)) + "\n"
    return re.sub(r' lastmodifieddate="[^"]*"', "", text)  # the same graph gives the same bytes on any day


def graphml(network: nx.MultiDiGraph) -> str:
    """Write a labelled network as GraphML."""
    return "\n".join(nx.generate_graphml(network)) + "\n"


def claims_csv(store: Store) -> str:
    """Write every claim, and every thing that a source introduces, as one row of the table `cajad load` reads."""
    roles = {name: role for role, name in Reading(store).roles.items()}
    columns = {**SOURCE_COLUMNS, "type": FACT_TYPE, **ENTITY_COLUMNS, **dict(sorted(roles.items())), **QUALIFIERS}
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(["source", *columns])
    for graph in store.graphs():
        index = index_triples(store.triples(graph))
        about = index.get(graph, {})
        for subject in sorted(index, key=lambda iri: (LABEL not in index[iri], iri)):
            values = index[subject]
            if LABEL in values:
                values = {ENTITY: [subject], FACT_TYPE: values[TYPE], **values}
            elif CLAIM not in values.get(TYPE, ()):
                continue
            said = {**values, **{column: about.get(column, []) for column in SOURCE_COLUMNS.values()}}
            rows.writerow([local_name(graph), *(_cell(said.get(c, []), c) for c in columns.values())])
    return text.getvalue()


def _cell(values: Sequence[Term], column: Iri) -> str:
    """Write the values of a column; where it may hold several, a separator in a text is marked with a backslash."""
    texts = [_text(value, column) for value in sorted(values, key=term_text)]
    if column in SOURCE_COLUMNS.values():
        return "".join(texts[:1])
    return "|".join(text.replace("\\", "\\\\").replace("|", "\\|") for text in texts)


def _text(value: Term, column: Iri) -> str:
    if isinstance(value, Literal):
        return f"{value.language}={value.text}" if column == LABEL else value.text
    if column == URL:
        return value
    return local_name(value) if value.startswith(CAJAD) or column == FACT_TYPE else compact(value)
