"""Sources and claims: what one document says, as plain values and as the RDF of its named graph.

A claim is never edited: it is what its source said. What is believed is computed elsewhere (graph/).
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from cajad.ontology.dates import PartialDate, parse_date
from cajad.ontology.namespaces import ID, XSD
from cajad.ontology.rdf import Index, Iri, Literal, Term, Triple, term_text, text_in
from cajad.ontology.terms import (
    CERTAINTY,
    CLAIM,
    DATE,
    DATE_TYPES,
    EARLIEST,
    EVENT,
    FACT_TYPE,
    ISSUED,
    LANGUAGE,
    LATEST,
    NEGATED,
    PARAGRAPH,
    PUBLISHER,
    QUOTE,
    RELIABILITY,
    SINCE,
    SOURCE,
    SOURCE_CLASS,
    STATUS,
    TITLE,
    TRUE,
    TYPE,
    UNTIL,
    URL,
    VOICE,
)

_QUALIFIERS = frozenset(
    {TYPE, FACT_TYPE, SOURCE, STATUS, CERTAINTY, NEGATED, VOICE, PARAGRAPH, QUOTE, EVENT, EARLIEST, LATEST}
)

Roles = Mapping[Iri, tuple[Term, ...]]


@dataclass(frozen=True, slots=True)
class Source:
    """One document: what was published, by whom, when; `reliability` and `url` may be empty."""

    iri: Iri
    title: str
    publisher: str
    published: PartialDate
    url: str = ""
    language: str = "en"
    reliability: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence of a source says of one event, relation or position."""

    source: Iri
    type: Iri
    roles: Roles
    status: Iri
    certainty: Iri
    paragraph: int = 0
    negated: bool = False
    voice: tuple[Iri, ...] = ()
    event: str = ""
    quote: str = ""
    iri: Iri = field(default=Iri(""))


def ordered(values: Iterable[Term]) -> tuple[Term, ...]:
    """Give values once each in an order that depends on nothing but themselves."""
    return tuple(sorted(set(values), key=term_text))


def date_literal(moment: PartialDate) -> Literal:
    """Give a date's text with the datatype that fits its precision."""
    return Literal(moment.text, moment.datatype)


def day_literal(day: str) -> Literal:
    """Give a day (ISO text) as xsd:date."""
    return Literal(day, f"{XSD}date")


def claim_bounds(roles: Roles) -> tuple[str, str]:
    """Give the first and last day a claim or fact may be about, '' where it is open.

    The date bounds an event; `since` and `until` bound a relation.
    """
    for start, end in ((DATE, DATE), (SINCE, UNTIL)):
        if start in roles or end in roles:
            starts = [moment.earliest for moment in _dates(roles.get(start, ()))]
            ends = [moment.latest for moment in _dates(roles.get(end, ()))]
            return min(starts, default=""), max(ends, default="")
    return "", ""


def _dates(values: Iterable[Term]) -> list[PartialDate]:
    return [parse_date(v.text) for v in values if isinstance(v, Literal) and v.datatype in DATE_TYPES]


def claim_iri(claim: Claim) -> Iri:
    """Name a claim by its source and a hash of what it says, so that reordering a file changes nothing.

    The paragraph and the quotation are left out: they may be corrected without making another claim.
    """
    parts = [claim.type, claim.status, claim.certainty, str(claim.negated), claim.event, *sorted(claim.voice)]
    for role in sorted(claim.roles):
        parts += [role, *sorted(map(term_text, claim.roles[role]))]
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:10]
    return Iri(f"{ID}claim/{claim.source.rsplit('/', 1)[-1]}.{digest}")


def source_triples(source: Source) -> Iterator[Triple]:
    """Describe a source in RDF (DCMI terms and schema.org)."""
    subject = source.iri
    yield subject, TYPE, SOURCE_CLASS
    yield subject, TITLE, text_in(source.language, source.title)
    yield subject, PUBLISHER, Literal(source.publisher)
    yield subject, ISSUED, date_literal(source.published)
    yield subject, EARLIEST, day_literal(source.published.earliest)
    yield subject, LATEST, day_literal(source.published.latest)
    yield subject, LANGUAGE, Literal(source.language)
    if source.url:
        yield subject, URL, Iri(source.url)
    if source.reliability:
        yield subject, RELIABILITY, Iri(source.reliability)


def claim_triples(claim: Claim) -> Iterator[Triple]:
    """Describe a claim in RDF, with the two bounds of its date."""
    subject = claim.iri
    yield subject, TYPE, CLAIM
    yield subject, FACT_TYPE, claim.type
    yield subject, SOURCE, claim.source
    yield subject, STATUS, claim.status
    yield subject, CERTAINTY, claim.certainty
    yield subject, PARAGRAPH, Literal(str(claim.paragraph), f"{XSD}integer")
    if claim.negated:
        yield subject, NEGATED, TRUE
    for voice in claim.voice:
        yield subject, VOICE, voice
    if claim.event:
        yield subject, EVENT, Literal(claim.event)
    if claim.quote:
        yield subject, QUOTE, Literal(claim.quote)
    yield from role_triples(subject, claim.roles)


def role_triples(subject: Iri, roles: Roles) -> Iterator[Triple]:
    """Describe the roles of a claim or fact and the bounds of its date."""
    for role, values in roles.items():
        for value in values:
            yield subject, role, value
    earliest, latest = claim_bounds(roles)
    if earliest:
        yield subject, EARLIEST, day_literal(earliest)
    if latest:
        yield subject, LATEST, day_literal(latest)


def sources_from(index: Index) -> list[Source]:
    """Read back the sources of indexed triples, in the order of their IRIs."""
    return [
        _source_from(subject, index[subject])
        for subject in sorted(index)
        if SOURCE_CLASS in index[subject].get(TYPE, ())
    ]


def _source_from(subject: Iri, values: Mapping[Iri, list[Term]]) -> Source:
    def text(predicate: Iri) -> str:
        found = values.get(predicate, [Literal("")])[0]
        return found.text if isinstance(found, Literal) else str(found)

    return Source(
        subject,
        text(TITLE),
        text(PUBLISHER),
        parse_date(text(ISSUED)),
        text(URL),
        text(LANGUAGE),
        text(RELIABILITY),
    )


def claims_from(index: Index) -> list[Claim]:
    """Read back the claims of indexed triples, in the order of their IRIs."""
    claims = []
    for subject in sorted(index):
        values = index[subject]
        if CLAIM in values.get(TYPE, ()):
            claims.append(_claim_from(subject, values))
    return claims


def _claim_from(subject: Iri, values: Mapping[Iri, list[Term]]) -> Claim:
    def iris(predicate: Iri) -> Iterable[Iri]:
        return (value for value in values.get(predicate, ()) if isinstance(value, Iri))

    def text(predicate: Iri, default: str = "") -> str:
        found = values.get(predicate)
        return found[0].text if found and isinstance(found[0], Literal) else default

    return Claim(
        source=next(iter(iris(SOURCE))),
        type=next(iter(iris(FACT_TYPE))),
        roles={role: ordered(found) for role, found in values.items() if role not in _QUALIFIERS},
        status=next(iter(iris(STATUS))),
        certainty=next(iter(iris(CERTAINTY))),
        paragraph=int(text(PARAGRAPH, "0")),
        negated=text(NEGATED) == "true",
        voice=tuple(sorted(iris(VOICE))),
        event=text(EVENT),
        quote=text(QUOTE),
        iri=subject,
    )
