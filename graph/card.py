"""The dataset card: what the graph holds, how much of it, under which licence, and what it is known to lack."""

from typing import Any

from cajad.graph.reading import Reading, text_of
from cajad.graph.store import Store
from cajad.ontology.namespaces import CAJAD, DCTERMS, ID, XSD, local_name
from cajad.ontology.rdf import Iri, Literal, Triple
from cajad.ontology.terms import TYPE

DATASET = Iri(f"{ID}dataset")
VOID, DCAT = "http://rdfs.org/ns/void#", "http://www.w3.org/ns/dcat#"
EXTRA_PREFIXES = {"void": VOID}
GAP = Iri(f"{CAJAD}knownGap")

# name of the count: the query that counts, giving ?key and ?number
COUNTS = {
    "claims by type": "GRAPH ?g { ?x a cajad:Claim ; cajad:factType ?key }",
    "claims by status": "GRAPH ?g { ?x a cajad:Claim ; cajad:status ?key }",
    "claims by certainty": "GRAPH ?g { ?x a cajad:Claim ; cajad:certainty ?key }",
    "sources by language": "GRAPH ?g { ?x a cajad:Source ; dcterms:language ?key }",
    "sources by reliability": "GRAPH ?g { ?x a cajad:Source ; cajad:reliability ?key }",
    "sources by publisher": "GRAPH ?g { ?x a cajad:Source ; dcterms:publisher ?key }",
    "facts by type": "?x cajad:claim ?claim ; a ?key",
    "facts by status": "?x cajad:claim ?claim ; cajad:status ?key",
}
TOTALS = {
    "sources": "GRAPH ?g { ?x a cajad:Source }",
    "claims": "GRAPH ?g { ?x a cajad:Claim }",
    "facts": "?x cajad:claim ?claim",
    "disputed facts": "?x cajad:disputed ?role",
    "facts of a single source": "?x cajad:claim ?claim . FILTER NOT EXISTS { ?x cajad:claim ?other . "
    "GRAPH ?a { ?claim cajad:source ?one } GRAPH ?b { ?other cajad:source ?two } FILTER(?one != ?two) }",
    "publishers": "GRAPH ?g { ?source a cajad:Source ; dcterms:publisher ?x }",
}


def dataset_card(store: Store, language: str = "en") -> dict[str, Any]:
    """Describe the graph of a store as plain data: title, licence, gaps, totals, counts, first and last source."""
    reading = Reading(store)
    about = reading.describe(DATASET)
    spoken = {v.language: v.text for v in about.get(Iri(f"{DCTERMS}description"), ()) if isinstance(v, Literal)}
    return {
        "title": reading.label(DATASET, language),
        "description": spoken.get(language) or spoken.get("en", ""),
        "licence": text_of(about, Iri(f"{DCTERMS}license")),
        "citation": text_of(about, Iri(f"{DCTERMS}bibliographicCitation")),
        "published": _span(store),
        "totals": {name: _total(store, pattern) for name, pattern in TOTALS.items()},
        "counts": {name: _counts(reading, pattern, language) for name, pattern in COUNTS.items()},
        "gaps": sorted(v.text for v in about.get(GAP, ()) if isinstance(v, Literal)),
    }


def _total(store: Store, pattern: str) -> int:
    _, rows = store.rows(f"SELECT (COUNT(DISTINCT ?x) AS ?number) WHERE {{ {pattern} }}")
    return int(_text(next(rows)[0]))


def _counts(reading: Reading, pattern: str, language: str) -> dict[str, int]:
    _, rows = reading.store.rows(
        f"SELECT ?key (COUNT(DISTINCT ?x) AS ?number) WHERE {{ {pattern} }}"
        " GROUP BY ?key ORDER BY DESC(?number) STR(?key)"
    )
    return {reading.label(key, language): int(_text(number)) for key, number in rows if key is not None}


def _span(store: Store) -> list[str]:
    _, rows = store.rows(
        "SELECT (MIN(?day) AS ?first) (MAX(?day) AS ?last)"
        " WHERE { GRAPH ?g { ?x a cajad:Source ; cajad:latest ?day } }"
    )
    return [_text(value) for value in next(rows) if value is not None]


def _text(value: object) -> str:
    return value.text if isinstance(value, Literal) else str(value)


def card_triples(store: Store) -> list[Triple]:
    """Describe the graph of a store in DCAT and VoID, with a VoID partition for each class of facts."""
    card = dataset_card(store)
    reading = Reading(store)
    integer = f"{XSD}integer"
    triples: list[Triple] = [
        (DATASET, TYPE, Iri(f"{DCAT}Dataset")),
        (DATASET, TYPE, Iri(f"{VOID}Dataset")),
        *((DATASET, p, value) for p, values in reading.describe(DATASET).items() for value in values),
        (DATASET, Iri(f"{VOID}triples"), Literal(str(len(store.raw)), integer)),
        (DATASET, Iri(f"{VOID}documents"), Literal(str(card["totals"]["sources"]), integer)),
    ]
    _, rows = store.rows(
        "SELECT ?key (COUNT(DISTINCT ?x) AS ?number) WHERE { ?x cajad:claim ?claim ; a ?key }"
        " GROUP BY ?key ORDER BY STR(?key)"
    )
    for key, number in rows:
        part = Iri(f"{DATASET}/partition/{local_name(str(key))}")
        triples += [
            (DATASET, Iri(f"{VOID}classPartition"), part),
            (part, Iri(f"{VOID}class"), Iri(str(key))),
            (part, Iri(f"{VOID}entities"), Literal(_text(number), integer)),
        ]
    return sorted(set(triples), key=lambda t: (t[0], t[1] != TYPE, t[1], str(t[2])))


def card_markdown(card: dict[str, Any]) -> str:
    """Write a dataset card for people."""
    lines = [
        f"# {card['title']}",
        "",
        card["description"],
        "",
        f"Licence: {card['licence']}",
        "",
        card["citation"],
        "",
    ]
    lines += [f"Sources published from {' to '.join(card['published'])}.", "", "| what | number |", "|---|---|"]
    lines += [f"| {name} | {number} |" for name, number in card["totals"].items()]
    for name, counts in card["counts"].items():
        lines += ["", f"## {name[0].upper()}{name[1:]}", "", "| | |", "|---|---|"]
        lines += [f"| {key} | {number} |" for key, number in counts.items()]
    if card["gaps"]:
        lines += ["", "## Known gaps", "", *(f"- {gap}" for gap in card["gaps"])]
    return "\n".join(lines) + "\n"
