"""RDF terms as plain Python values, and the way between them and text.

Of all files only this one, `graph/store.py` and `graph/folder.py` know pyoxigraph. Parsing goes through its
parsers (they are fast and reach no network); writing N-Triples is a dozen lines, because terms here are plain
strings.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pyoxigraph

from cajad.ontology.errors import DataError, Problem
from cajad.ontology.namespaces import ID, RDF, XSD

STRING = f"{XSD}string"
# As Oxigraph writes them, so that a text compares equal with its dump.
_ESCAPES = {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF)} | str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
)
# The parser replaces entities without a limit: ten lines of them can fill the memory.
_GROWING_ENTITY = re.compile(rb'<!ENTITY[^"]*"(?:[^"]{1000}|[^"]*&)')
FORMATS = {
    ".ttl": pyoxigraph.RdfFormat.TURTLE,
    ".nt": pyoxigraph.RdfFormat.N_TRIPLES,
    ".rdf": pyoxigraph.RdfFormat.RDF_XML,
    ".owl": pyoxigraph.RdfFormat.RDF_XML,
    ".jsonld": pyoxigraph.RdfFormat.JSON_LD,
}


class Iri(str):
    """The IRI of a thing, a property or a graph; compares and hashes as its text."""

    __slots__ = ()


class Literal(NamedTuple):
    """A literal: its text, the IRI of its datatype, and its language tag or ''."""

    text: str
    datatype: str = STRING
    language: str = ""


Term = Iri | Literal
Triple = tuple[Iri, Iri, Term]
Index = dict[Iri, dict[Iri, list[Term]]]


def text_in(language: str, text: str) -> Literal:
    """Give a language-tagged string; the tag in small letters, as Oxigraph keeps it."""
    return Literal(text, f"{RDF}langString", language.lower())


def is_iri(text: str) -> bool:
    """Tell whether a text can stand as an absolute IRI in RDF."""
    try:
        return bool(pyoxigraph.NamedNode(text))
    except ValueError:
        return False


def is_language(tag: str) -> bool:
    """Tell whether a text can stand as a language tag in RDF (BCP 47)."""
    try:
        return bool(pyoxigraph.Literal("", language=tag))
    except ValueError:
        return False


def iri_part(text: str) -> str:
    """Give a text (a file's name) as it can stand at the end of an IRI: letters of any script stay readable."""
    return re.sub(r"[^\w.~-]", lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), text)


def term_text(term: Term) -> str:
    """Write a term in N-Triples, which is also how SPARQL reads it.

    >>> term_text(Literal('say "no"'))
    '"say \\\\"no\\\\""'
    """
    if isinstance(term, Iri):
        return f"<{term}>"
    quoted = f'"{term.text.translate(_ESCAPES)}"'
    if term.language:
        return f"{quoted}@{term.language}"
    return quoted if term.datatype == STRING else f"{quoted}^^<{term.datatype}>"


def triple_text(triple: Triple) -> str:
    """Write a triple as one line of N-Triples without its line end."""
    subject, predicate, value = triple
    return f"<{subject}> <{predicate}> {term_text(value)} ."


def index_triples(triples: Iterable[Triple]) -> Index:
    """Arrange triples by subject and predicate, values in their given order."""
    index: Index = {}
    for subject, predicate, value in triples:
        index.setdefault(subject, {}).setdefault(predicate, []).append(value)
    return index


def parse_file(path: Path, document: str = "") -> list[Triple]:
    """Read an RDF file; blank nodes become IRIs numbered in its order, named after the document or the file.

    Stores are written with DELETE DATA and INSERT DATA, where blank nodes cannot stand.
    Raises DataError with file and line for bad RDF, and for a file ending that is not known.
    """
    if path.suffix not in FORMATS:
        raise DataError([Problem(str(path), f"no RDF file ending: known are {', '.join(FORMATS)}")])
    try:
        content = path.read_bytes().removeprefix(BOM_UTF8)
        if path.suffix in (".rdf", ".owl") and _GROWING_ENTITY.search(content):
            raise ValueError("an XML entity may hold 1000 characters and no other entity")
        quads = pyoxigraph.parse(content, format=FORMATS[path.suffix])
        return list(_plain_triples(quads, document or iri_part(path.stem)))
    except DataError as error:
        raise DataError([Problem(str(path), f"{where}: {what}") for where, what in error.problems]) from None
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        where = f"{path}:{line}" if line else str(path)
        raise DataError([Problem(where, str(getattr(error, "msg", error)))]) from None


def _plain_triples(quads: Iterable[pyoxigraph.Quad], document: str) -> Iterator[Triple]:
    skolem: dict[str, Iri] = {}

    def plain(term: object) -> Term:
        if isinstance(term, pyoxigraph.BlankNode):
            name = f"{ID}genid/{document}-{len(skolem) + 1}"
            return skolem.setdefault(term.value, Iri(name))
        return plain_term(term)

    for quad in quads:
        yield plain(quad.subject), Iri(quad.predicate.value), plain(quad.object)  # type: ignore[misc]


def plain_term(term: object) -> Term:
    """Turn a pyoxigraph IRI or literal into ours. Raises DataError for a triple term or a blank node."""
    if isinstance(term, pyoxigraph.NamedNode):
        return Iri(term.value)
    if isinstance(term, pyoxigraph.Literal):
        return Literal(term.value, term.datatype.value, term.language or "")
    raise DataError([Problem(str(term), "blank nodes and triple terms cannot be taken here")])


def turtle_text(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> str:
    """Write triples as Turtle in the order given."""
    lines = "\n".join(map(triple_text, triples)).encode()
    parsed = (quad.triple for quad in pyoxigraph.parse(lines, format=pyoxigraph.RdfFormat.N_TRIPLES))
    return (pyoxigraph.serialize(parsed, format=pyoxigraph.RdfFormat.TURTLE, prefixes=dict(prefixes)) or b"").decode()
