"""From the value of a key in a facts file to RDF terms, as the role's declaration in the ontology says."""

import re
from collections.abc import Callable
from datetime import date

from cajad.ontology.claims import date_literal
from cajad.ontology.dates import ALLOWED, parse_date
from cajad.ontology.names import Names, UnknownNameError
from cajad.ontology.namespaces import CAJAD, THINGS, XSD, expand
from cajad.ontology.rdf import Iri, Literal, Term, is_iri, is_language
from cajad.ontology.terms import FACT
from cajad.ontology.vocabulary import AMOUNT_KIND, DATE_KIND, INTEGER_KIND, TEXT_KIND, Role

FORUM = f"{CAJAD}Forum"


def as_list(value: object) -> list[object]:
    """Give a single value or a list of them as a list."""
    return value if isinstance(value, list) else [value]


def read_value(value: object, role: Role, names: Names) -> Term:
    """Read one value of a role.

    A role that takes things and text tries the things first; a reference to an event stays the text it is,
    unless it names a forum, because only the whole graph knows which event is meant.
    Raises ValueError with what is wrong and what is allowed.
    """
    if DATE_KIND in role.takes:
        return read_date(value)
    if role.takes == (INTEGER_KIND,):
        return _read_integer(value)
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{value!r} is no text")
    if AMOUNT_KIND in role.takes:
        return _read_amount(value)
    return _read_thing_or_text(value.strip(), role, names)


def _read_thing_or_text(value: str, role: Role, names: Names) -> Term:
    refers = FACT in role.takes
    kinds = [kind for kind in role.classes if kind != FACT] + ([FORUM] if refers else [])
    if not kinds:
        return Literal(value)
    free = refers or TEXT_KIND in role.takes
    if free and not names.is_identifier(value) and len(names.bearers(value, kinds)) != 1:
        return Literal(value)
    try:
        return names.find(value, kinds)
    except UnknownNameError as error:
        raise ValueError(str(error)) from None


def read_date(value: object) -> Literal:
    """Read a TOML date or an EDTF text. Raises ValueError with what is allowed."""
    if isinstance(value, date):
        value = value.isoformat()[:10]
    if isinstance(value, int):
        value = str(value)
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no date: {ALLOWED}")
    return date_literal(parse_date(value))


def _read_integer(value: object) -> Literal:
    if isinstance(value, bool) or not re.fullmatch(r"-?[0-9]+", str(value)):
        raise ValueError(f"{value!r} is no whole number")
    return Literal(str(int(str(value))), f"{XSD}integer")


def _read_amount(value: str) -> Literal:
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)? [A-Z]{3}", value):
        raise ValueError(f"{value!r} is no amount: write a number and an ISO currency, such as '44000000 USD'")
    return Literal(value)


def read_boolean(value: object) -> bool:
    """Read true or false, also as text from a table. Raises ValueError for anything else."""
    known: dict[object, bool] = {True: True, False: False, "true": True, "false": False}
    if isinstance(value, bool | str) and value in known:
        return known[value]
    raise ValueError(f"{value!r} is neither true nor false")


def read_paragraph(value: object) -> int:
    """Read a paragraph number. Raises ValueError unless it is a whole number from 0 on."""
    if isinstance(value, bool) or not re.fullmatch(r"[0-9]+", str(value)):
        raise ValueError(f"{value!r} is no paragraph: 1 is the first, 0 the title or the whole document")
    return int(str(value))


def read_text(value: object) -> str:
    """Read a text that is not empty. Raises ValueError."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{value!r} is no text")
    return value.strip()


def read_texts(value: object) -> tuple[str, ...]:
    """Read one text or a list of them. Raises ValueError."""
    return tuple(map(read_text, as_list(value)))


def read_source_id(value: object) -> str:
    """Read the id of a source. Raises ValueError."""
    if not isinstance(value, str) or not re.fullmatch(r"[a-z0-9]+([.-][a-z0-9]+)*", value):
        raise ValueError(f"{value!r} is no source id: small letters, digits, hyphens and dots")
    return value


def read_url(value: object) -> str:
    """Read the address of a document. Raises ValueError unless it is http or https and can stand in RDF."""
    if not isinstance(value, str) or not value.startswith(("http://", "https://")) or not is_iri(value):
        raise ValueError(f"{value!r} is no http or https address (write spaces and quotes percent-encoded)")
    return value


def read_language(value: object) -> str:
    """Read a language tag. Raises ValueError."""
    if not isinstance(value, str) or not re.match(r"[a-z]{2,3}(-|$)", value) or not is_language(value):
        raise ValueError(f"{value!r} is no language tag, such as 'en', 'ja' or 'ru'")
    return value


def read_thing_id(value: object) -> Iri:
    """Read the identifier of a new thing. Raises ValueError unless its prefix is one for things."""
    match = re.fullmatch(r"([a-z]+):[a-z0-9]+(-[a-z0-9]+)*", value) if isinstance(value, str) else None
    if not match or match[1] not in THINGS:
        raise ValueError(
            f"{value!r} is no identifier, such as 'organisation:nexi': the prefixes are {', '.join(THINGS)}"
        )
    return Iri(expand(match[0]))


def read_labels(value: object) -> dict[str, str]:
    """Read the names of a thing by language, or its English name alone. Raises ValueError."""
    labels = {"en": value} if isinstance(value, str) else value
    if not isinstance(labels, dict) or "en" not in labels:
        raise ValueError('give at least { en = "…" }')
    return {read_language(language): read_text(text) for language, text in labels.items()}


def read_slug(value: object) -> str:
    """Read the stated identity of an event. Raises ValueError unless it is a slug."""
    if not isinstance(value, str) or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
        raise ValueError(f"{value!r} is no identity: small letters, digits and hyphens, as in 'tokyo-summit-2025'")
    return value


def term_reader(kind: str, names: Names) -> Callable[[object], Iri]:
    """Give the reader of a controlled term or thing of one class."""

    def read(value: object) -> Iri:
        try:
            return names.find(read_text(value), [kind])
        except UnknownNameError as error:
            raise ValueError(str(error)) from None

    return read
