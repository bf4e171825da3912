"""Prefixes: between CURIE and IRI there is one way each."""

import pytest

from cajad.ontology.errors import CajadError
from cajad.ontology.namespaces import KINDS, PREFIXES, THINGS, compact, expand, local_name


def test_a_curie_expands_to_the_iri_of_its_prefix() -> None:
    assert expand("person:sanae-takaichi") == "https://w3id.org/cajad/id/person/sanae-takaichi"


def test_an_unknown_prefix_is_refused_with_those_known() -> None:
    with pytest.raises(CajadError, match=r"'stat:japan': unknown prefix 'stat', known are cajad, claim, dcat"):
        expand("stat:japan")


@pytest.mark.parametrize(
    ("iri", "curie"),
    [
        ("https://w3id.org/cajad/id/fact/tokyo", "fact:tokyo"),
        ("https://w3id.org/cajad/ontology#held", "cajad:held"),
        ("https://example.org/x", "https://example.org/x"),
        ("https://w3id.org/cajad/id/judgements", "https://w3id.org/cajad/id/judgements"),
    ],
)
def test_an_iri_is_shortened_only_where_a_prefix_fits(iri: str, curie: str) -> None:
    assert compact(iri) == curie


@pytest.mark.parametrize("prefix", sorted(PREFIXES))
def test_every_prefix_leads_there_and_back(prefix: str) -> None:
    assert compact(expand(f"{prefix}:thing")) == f"{prefix}:thing"


@pytest.mark.parametrize(
    ("iri", "name"),
    [("https://a.org/b#c", "c"), ("https://a.org/b/c", "c"), ("https://a.org/b#c/d", "d"), ("x", "x")],
)
def test_the_local_name_stands_after_the_last_mark(iri: str, name: str) -> None:
    assert local_name(iri) == name


def test_things_are_kinds_and_what_is_made_by_cajad_is_no_thing() -> None:
    assert set(KINDS) - set(THINGS) == {"source", "claim", "fact", "extension", "judgement"}
