"""From what a person types to the one thing meant: an identifier, a name in any language, or words of a label."""

from cajad.graph.reading import Reading
from cajad.ontology.folding import tokens
from cajad.ontology.namespaces import PREFIXES, local_name
from cajad.ontology.rdf import Iri, Literal, is_iri

_LABELS = """SELECT ?thing ?name WHERE {
  ?thing rdfs:label|skos:altLabel|cajad:name ?name ; a ?class
  FILTER(STRSTARTS(STR(?thing), "https://w3id.org/cajad/id/")) } ORDER BY STR(?thing)"""


def find_anything(text: str, reading: Reading) -> list[Iri]:
    """Give the things a text may mean, best first: one where it is clear.

    An identifier means itself; a whole name goes before words of a label; facts whose labels hold all the words
    come last. Nothing is guessed from a likeness of spelling.
    """
    named = _identified(text, reading)
    if named:
        return [named]
    wanted = tokens(text)
    whole: dict[Iri, None] = {}
    partly: dict[Iri, None] = {}
    for thing, name in reading.store.rows(_LABELS)[1]:
        if isinstance(thing, Iri) and isinstance(name, Literal):
            folded = tokens(name.text)
            if folded == wanted or local_name(thing) == text:
                whole[thing] = None
            elif wanted and set(wanted.split()) <= set(folded.split()):
                partly[thing] = None
    return list(whole or partly)


def _identified(text: str, reading: Reading) -> Iri | None:
    prefix, colon, local = text.partition(":")
    iri = PREFIXES[prefix] + local if colon and prefix in PREFIXES else text
    return Iri(iri) if is_iri(iri) and reading.describe(iri) else None
