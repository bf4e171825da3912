"""The graph in the formats of others: networks as GEXF with dates and GraphML, claims as the CSV that loads again."""

import csv
import io
import re

import networkx as nx
from cajad.graph.reading import Reading, text_of
from cajad.graph.store import Store
from cajad.ontology.namespaces import CAJAD, compact, local_name
from cajad.ontology.rdf import Iri, Literal, Term
from cajad.ontology.terms import (
    CERTAINTY,
    CLAIM,
    EVENT,
    FACT_TYPE,
    ISSUED,
    LANGUAGE,
    NEGATED,
    PARAGRAPH,
    PUBLISHER,
    QUOTE,
    RELIABILITY,
    SOURCE,
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


def labelled(network: nx.MultiDiGraph, reading: Reading, language: str) -> nx.MultiDiGraph:
    """Give the network with labels and types on its nodes, and plain attributes that any format can hold."""
    plain = nx.MultiDiGraph()
    for node in sorted(network):
        kind = reading.type_of(Iri(node))
        label = reading.label(Iri(node), language) if ":" in node else node
        plain.add_node(node, label=label, type=local_name(kind) if kind else "")
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
    """Write every claim as one row of the table that `cajad load` reads."""
    reading = Reading(store)
    roles = sorted(reading.roles, key=lambda iri: reading.roles[iri])
    header = ["source", *SOURCE_COLUMNS, "type", *(reading.roles[r] for r in roles), *QUALIFIERS]
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(header)
    for claim in _claims(store):
        values = store.describe(claim)
        source = str(values[SOURCE][0])
        about = reading.describe(source)
        rows.writerow(
            [
                local_name(source),
                *(_short(text_of(about, predicate)) for predicate in SOURCE_COLUMNS.values()),
                local_name(str(values[FACT_TYPE][0])),
                *("|".join(map(_cell, values.get(role, ()))) for role in roles),
                *("|".join(map(_cell, values.get(q, ()))) for q in QUALIFIERS.values()),
            ]
        )
    return text.getvalue()


def _claims(store: Store) -> list[Iri]:
    _, rows = store.rows(
        f"SELECT DISTINCT ?claim WHERE {{ GRAPH ?source {{ ?claim <{TYPE}> <{CLAIM}> ; cajad:source ?source }} }}"
        " ORDER BY STR(?source) STR(?claim)"
    )
    return [Iri(str(row[0])) for row in rows]


def _short(text: str) -> str:
    return local_name(text) if text.startswith(CAJAD) else text


def _cell(value: Term) -> str:
    if isinstance(value, Literal):
        return value.text
    return local_name(value) if value.startswith(CAJAD) else compact(value)
