"""From what a person types to the one thing meant: an identifier, a name in any language, or words of a label."""

from cajad.graph.reading import Reading
from cajad.ontology.errors import QueryError
from cajad.ontology.folding import tokens
from cajad.ontology.namespaces import PREFIXES, compact, local_name
from cajad.ontology.rdf import Iri, Literal, is_iri

LISTED = 12
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


def find_one(text: str, reading: Reading, language: str = "en") -> Iri:
    """Give the one thing a text means. Raises QueryError, listing what it may mean, where it is none or several."""
    found = find_anything(text, reading)
    if len(found) == 1:
        return found[0]
    if not found:
        raise QueryError(f"'{text}' names nothing in the graph: try fewer words, or 'cajad query' to look around")
    listed = [f"  {compact(iri)}  {reading.label(iri, language)}" for iri in found[:LISTED]]
    more = [f"  … and {len(found) - LISTED} more"] if len(found) > LISTED else []
    raise QueryError("\n".join([f"'{text}' may be any of {len(found)}: name one", *listed, *more]))


def _identified(text: str, reading: Reading) -> Iri | None:
    prefix, colon, local = text.partition(":")
    iri = PREFIXES[prefix] + local if colon and prefix in PREFIXES else text
    return Iri(iri) if is_iri(iri) and reading.describe(iri) else None
