"""Names: exact after folding, in any language; what is misspelt gets a proposal, never a guess."""

import pytest

from cajad.ontology.folding import tokens
from cajad.ontology.names import Names, UnknownNameError
from cajad.ontology.rdf import Iri
from cajad.ontology.vocabulary import Vocabulary

CAJAD = "https://w3id.org/cajad/ontology#"
ID = "https://w3id.org/cajad/id/"
ACTOR, FORUM, PLACE, STATE = (Iri(f"{CAJAD}{name}") for name in ("Actor", "Forum", "Place", "State"))

pytest_plugins = ["fixtures_store"]


@pytest.mark.parametrize(
    "name",
    [
        "Kazakhstan", "カザフスタン", "Казахстан", "Republic of Kazakhstan", "state:kazakhstan",
        "https://w3id.org/cajad/id/state/kazakhstan", "kazakhstan", "KAZAKHSTAN", " Kazakhstan ", "«Kazakhstan»",
    ],
)  # fmt: skip
def test_a_state_is_found_by_any_of_its_names(names: Names, name: str) -> None:
    assert names.find(name, [STATE]) == f"{ID}state/kazakhstan"


@pytest.mark.parametrize(
    "name",
    ["Central Asia + Japan Dialogue", "central  asia—japan dialogue", "CENTRAL ASIA, JAPAN: DIALOGUE", "ca-jad"],
)
def test_case_space_and_punctuation_do_not_matter(names: Names, name: str) -> None:
    assert names.find(name, [FORUM]) == f"{ID}forum/ca-jad"


def test_letters_and_their_marks_may_be_written_apart(names: Names) -> None:
    decomposed = "カザフスタン".replace("ザ", "サ\u3099")

    assert names.find(decomposed, [STATE]) == f"{ID}state/kazakhstan"


def test_wide_letters_are_the_same_letters() -> None:
    assert tokens("Ｔｏｋｙｏ　２０２５") == "tokyo 2025"


def test_a_misspelt_name_is_refused_and_the_nearest_proposed(names: Names) -> None:
    with pytest.raises(UnknownNameError, match=r"^'Kazahkstan' is no known State: did you mean 'Kazakhstan'"):
        names.find("Kazahkstan", [STATE])


def test_a_name_near_to_none_is_refused_without_a_proposal(names: Names) -> None:
    with pytest.raises(UnknownNameError, match=r"^'Atlantis under the sea' is no known State or Forum$"):
        names.find("Atlantis under the sea", [STATE, FORUM])


def test_a_name_of_another_kind_of_thing_is_refused(names: Names) -> None:
    with pytest.raises(UnknownNameError, match=r"^'Kazakhstan' is no known Forum"):
        names.find("Kazakhstan", [FORUM])


@pytest.mark.parametrize("name", ["state:atlantis", "https://example.org/atlantis", "rdf:type", "state:"])
def test_an_identifier_of_nothing_known_is_refused(names: Names, name: str) -> None:
    with pytest.raises(UnknownNameError, match=f"^'{name}' is no known State$"):
        names.find(name, [STATE])


@pytest.mark.parametrize("name", ["", "?!", "\x1b[31m", "—"])
def test_a_name_without_letters_is_no_name(names: Names, name: str) -> None:
    with pytest.raises(UnknownNameError, match="is no known Actor"):
        names.find(name, [ACTOR])


def test_control_characters_of_a_name_are_not_repeated_raw(names: Names) -> None:
    with pytest.raises(UnknownNameError) as refusal:
        names.find("Japan\n\x1b[31m?", [FORUM])

    assert "\x1b" not in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_name_that_two_things_bear_is_refused_with_both(names: Names) -> None:
    own = names.copy()
    own.add(Iri(f"{ID}place/springfield-north"), (PLACE,), ["Springfield"])
    own.add(Iri(f"{ID}place/springfield-south"), (PLACE,), ["Springfield"])

    with pytest.raises(UnknownNameError) as refusal:
        own.find("springfield", [PLACE])

    assert str(refusal.value) == (
        "'springfield' may be any of https://w3id.org/cajad/id/place/springfield-north, "
        "https://w3id.org/cajad/id/place/springfield-south: give the one meant"
    )


def test_a_kind_tells_two_bearers_of_a_name_apart(names: Names) -> None:
    own = names.copy()
    own.add(Iri(f"{ID}place/rivertown"), (PLACE,), ["Rivertown"])
    own.add(Iri(f"{ID}forum/rivertown"), (FORUM,), ["Rivertown"])

    assert own.find("Rivertown", [FORUM]) == f"{ID}forum/rivertown"


def test_what_is_added_to_a_copy_stays_there(names: Names) -> None:
    own = names.copy()
    own.add(Iri(f"{ID}place/rivertown"), (PLACE,), ["Rivertown"])

    assert own.find("Rivertown", [PLACE]) == f"{ID}place/rivertown"
    with pytest.raises(UnknownNameError):
        names.find("Rivertown", [PLACE])


def test_a_name_given_to_a_known_thing_in_a_copy_stays_there(names: Names) -> None:
    own = names.copy()
    own.add(Iri(f"{ID}place/tokyo"), (PLACE,), ["Edo castle town"])

    assert own.find("edo castle town", [PLACE]) == f"{ID}place/tokyo"
    with pytest.raises(UnknownNameError):
        names.find("edo castle town", [PLACE])


def test_no_english_label_is_ambiguous_among_its_own_kind(names: Names, vocabulary: Vocabulary) -> None:
    for iri, kinds in vocabulary.entities.items():
        assert names.find(vocabulary.labels(iri)["en"], [kinds[0]]) == iri
