"""Claims: named by what they say, written as RDF and read back the same."""

from dataclasses import replace

import pytest

from cajad.ontology.claims import (
    Claim,
    Source,
    claim_bounds,
    claim_iri,
    claim_triples,
    claims_from,
    ordered,
    source_triples,
    sources_from,
)
from cajad.ontology.dates import parse_date
from cajad.ontology.rdf import Iri, Literal, Term, Triple, index_triples

CAJAD = "https://w3id.org/cajad/ontology#"
ID = "https://w3id.org/cajad/id/"
XSD = "http://www.w3.org/2001/XMLSchema#"
DATE, SINCE, UNTIL, PARTY, THEME = (Iri(f"{CAJAD}{name}") for name in ("date", "since", "until", "party", "theme"))
JAPAN, KAZAKHSTAN = Iri(f"{ID}state/japan"), Iri(f"{ID}state/kazakhstan")
SOURCE = Source(
    Iri(f"{ID}source/2031-a"),
    '見出し「"a"」',
    "Steppe Herald",
    parse_date("2031-05"),
    "https://example.org/a",
    "ja",
    f"{CAJAD}primary",
)


def claim(**changes: object) -> Claim:
    said = Claim(
        source=SOURCE.iri,
        type=Iri(f"{CAJAD}Agreement"),
        roles={PARTY: (JAPAN, KAZAKHSTAN), DATE: (Literal("2031-05-20", f"{XSD}date"),)},
        status=Iri(f"{CAJAD}held"),
        certainty=Iri(f"{CAJAD}asserted"),
        paragraph=3,
    )
    said = replace(said, **changes)
    return replace(said, iri=claim_iri(said))


def test_a_claim_is_named_by_its_source_and_ten_digits_of_what_it_says() -> None:
    assert claim().iri == f"{ID}claim/2031-a.761ba0637f"


@pytest.mark.parametrize("change", [{"paragraph": 9}, {"quote": "word for word"}])
def test_a_correction_of_the_place_or_the_quotation_makes_no_other_claim(change: dict[str, object]) -> None:
    assert claim(**change).iri == claim().iri


def test_the_order_of_values_makes_no_other_claim() -> None:
    turned = {DATE: (Literal("2031-05-20", f"{XSD}date"),), PARTY: (KAZAKHSTAN, JAPAN)}

    assert claim(roles=turned).iri == claim().iri


@pytest.mark.parametrize(
    "change",
    [
        {"status": Iri(f"{CAJAD}planned")},
        {"certainty": Iri(f"{CAJAD}expected")},
        {"negated": True},
        {"voice": (JAPAN,)},
        {"event": "canal-loan"},
        {"type": Iri(f"{CAJAD}Initiative")},
        {"source": Iri(f"{ID}source/2031-b")},
        {"roles": {PARTY: (JAPAN,)}},
        {"roles": {THEME: (JAPAN, KAZAKHSTAN), DATE: (Literal("2031-05-20", f"{XSD}date"),)}},
        {"roles": {PARTY: (JAPAN, KAZAKHSTAN), DATE: (Literal("2031-05-20"),)}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_else_is_said_makes_another_claim(change: dict[str, object]) -> None:
    assert claim(**change).iri != claim().iri


def test_values_are_put_in_an_order_of_their_own_once_each() -> None:
    values = [Literal("b"), KAZAKHSTAN, Literal("b", language="en"), JAPAN, KAZAKHSTAN, Literal("a")]

    assert ordered(values) == (Literal("a"), Literal("b"), Literal("b", language="en"), JAPAN, KAZAKHSTAN)


def gives(role: Iri, text: str) -> dict[Iri, tuple[Term, ...]]:
    moment = parse_date(text)
    return {role: (Literal(moment.text, moment.datatype),)}


@pytest.mark.parametrize(
    ("roles", "bounds"),
    [
        ({}, ("", "")),
        (gives(DATE, "2031-05"), ("2031-05-01", "2031-05-31")),
        (gives(SINCE, "2031-05"), ("2031-05-01", "")),
        (gives(UNTIL, "2031"), ("", "2031-12-31")),
        (gives(SINCE, "2030") | gives(UNTIL, "2031-05-20"), ("2030-01-01", "2031-05-20")),
    ],
)
def test_the_bounds_of_a_claim_come_from_its_date_or_its_period(
    roles: dict[Iri, tuple[Term, ...]], bounds: tuple[str, str]
) -> None:
    assert claim_bounds(roles) == bounds


def test_several_dates_are_bounded_by_the_first_and_the_last() -> None:
    days = (Literal("2031-05-20", f"{XSD}date"), Literal("2031-04", f"{XSD}gYearMonth"))

    assert claim_bounds({DATE: days}) == ("2031-04-01", "2031-05-20")


def triples(*said: Claim) -> list[Triple]:
    return [*source_triples(SOURCE), *(triple for one in said for triple in claim_triples(one))]


def test_a_source_is_read_back_from_its_triples() -> None:
    assert sources_from(index_triples(triples())) == [SOURCE]


def test_a_source_without_address_and_reliability_is_read_back() -> None:
    bare = Source(Iri(f"{ID}source/bare"), "Bare", "Nobody", parse_date("2031"))

    assert sources_from(index_triples(source_triples(bare))) == [bare]


@pytest.mark.parametrize(
    "said",
    [
        claim(),
        claim(negated=True, voice=(JAPAN, KAZAKHSTAN), event="canal-loan", quote='a "quoted"\nline', paragraph=0),
    ],
    ids=["plain", "full"],
)
def test_a_claim_is_read_back_from_its_triples(said: Claim) -> None:
    assert claims_from(index_triples(triples(said))) == [said]


def test_claims_are_read_back_in_the_order_of_their_iris_whatever_the_order_of_triples() -> None:
    one, other = claim(), claim(negated=True)
    forwards, backwards = triples(one, other), triples(one, other)[::-1]

    found = claims_from(index_triples(forwards))

    assert found == claims_from(index_triples(backwards))
    assert [said.iri for said in found] == sorted([one.iri, other.iri])


def test_what_holds_is_not_stated_as_not_negated() -> None:
    assert Iri(f"{CAJAD}negated") not in {predicate for _, predicate, _ in claim_triples(claim())}


def test_a_claim_carries_the_bounds_of_its_date_as_days() -> None:
    said = {predicate: value for _, predicate, value in claim_triples(claim(roles=gives(DATE, "2031-05")))}

    assert said[Iri(f"{CAJAD}earliest")] == Literal("2031-05-01", f"{XSD}date")
    assert said[Iri(f"{CAJAD}latest")] == Literal("2031-05-31", f"{XSD}date")
