"""Judgements on identity: written as RDF under a name of their own, and refused with every problem at once."""

import tomllib

import pytest

from cajad.loaders.document import Judgements
from cajad.loaders.judgements import read_judgements
from cajad.ontology.errors import DataError
from cajad.ontology.rdf import Iri, Literal

CAJAD = "https://w3id.org/cajad/ontology#"
ID = "https://w3id.org/cajad/id/"
DCTERMS = "http://purl.org/dc/terms/"
GOOD = """
[[judgement]]
verdict = "same"
a = "claim:2031-b.2222222222"
b = "claim:2031-a.1111111111"
by = "An editor"
date = 2031-06-01
reason = "One meeting, two names."
"""


def read(text: str) -> Judgements:
    return read_judgements(tomllib.loads(text), "judgements.toml")


def problems(text: str) -> list[str]:
    with pytest.raises(DataError) as refusal:
        read(text)
    return [str(problem).removeprefix("judgements.toml: ") for problem in refusal.value.problems]


def test_a_judgement_becomes_a_node_of_the_graph_of_judgements() -> None:
    judgements = read(GOOD)

    said = {(predicate, value) for _, predicate, value in judgements.triples()}
    assert judgements.graph == f"{ID}judgements"
    assert said == {
        (Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), Iri(f"{CAJAD}Judgement")),
        (Iri(f"{CAJAD}verdict"), Literal("same")),
        (Iri(f"{CAJAD}judges"), Iri(f"{ID}claim/2031-a.1111111111")),
        (Iri(f"{CAJAD}judges"), Iri(f"{ID}claim/2031-b.2222222222")),
        (Iri(f"{CAJAD}reason"), Literal("One meeting, two names.")),
        (Iri(f"{DCTERMS}creator"), Literal("An editor")),
        (Iri(f"{DCTERMS}date"), Literal("2031-06-01", "http://www.w3.org/2001/XMLSchema#date")),
    }


def subjects(text: str) -> set[Iri]:
    return {subject for subject, _, _ in read(text).triples()}


def test_a_judgement_on_two_claims_is_the_same_either_way_round() -> None:
    turned = GOOD.replace('a = "claim:2031-b.2222222222"\nb', 'b = "claim:2031-b.2222222222"\na')

    assert turned != GOOD
    assert subjects(turned) == subjects(GOOD)


def test_a_better_reason_makes_no_other_judgement_and_another_verdict_does() -> None:
    assert subjects(GOOD.replace("two names", "two words")) == subjects(GOOD)
    assert subjects(GOOD.replace("same", "different")) != subjects(GOOD)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("same", "perhaps"), "'verdict': 'perhaps' is neither 'same' nor 'different'"),
        (("claim:2031-a", "fact:2031-a"), "'b': 'fact:2031-a.1111111111' is no claim, such as"),
        (("claim:2031-a.1", "claim:2031 a>"), "'b': 'claim:2031 a>111111111' is no claim, such as"),
        (("2031-a.1111111111", "2031-b.2222222222"), "'b': 'claim:2031-b.2222222222' is the same claim as 'a'"),
        (("2031-06-01", '"June"'), "'date': 'June' is no date: allowed are"),
        (("One meeting, two names.", " "), "'reason': ' ' is no text"),
        (('"An editor"', "3"), "'by': 3 is no text"),
        (("by =", "from ="), "unknown key 'from': allowed are verdict, a, b, by, date, reason"),
    ],
)
def test_a_wrong_value_is_reported_with_its_place(change: tuple[str, str], problem: str) -> None:
    assert problems(GOOD.replace(*change))[0].startswith(f"judgement 1: {problem}")


def test_the_problems_of_all_judgements_are_reported_at_once() -> None:
    text = GOOD.replace("same", "perhaps") + GOOD + GOOD.replace("by =", "from =")

    assert problems(text) == [
        "judgement 1: 'verdict': 'perhaps' is neither 'same' nor 'different'",
        "judgement 3: unknown key 'from': allowed are verdict, a, b, by, date, reason",
        "judgement 3: 'by' is missing",
    ]


def test_other_tables_in_a_file_of_judgements_are_refused() -> None:
    assert problems(f'{GOOD}[[fact]]\ntype = "Tie"\n') == [
        "file: unknown key 'fact': a file of judgements holds nothing but [[judgement]]"
    ]


def test_a_judgement_that_is_no_table_is_refused() -> None:
    assert problems("judgement = 'same'") == ["judgement 1: write it as a [[judgement]] table"]
