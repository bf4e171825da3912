"""When two values of a role agree, exclude each other or leave it open, and which is the finer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from saying import POOL, role, term, vocabulary

from cajad.graph.agreement import Agreement, Verdict
from cajad.ontology.namespaces import CAJAD
from cajad.ontology.rdf import Iri
from cajad.ontology.vocabulary import Role

EXCLUDE, OPEN, AGREE, SAME = Verdict
FIVE = "Kazakhstan|Kyrgyzstan|Tajikistan|Turkmenistan|Uzbekistan"


def compare(name: str, ours: str, theirs: str) -> Verdict:
    """Compare values as facts files give them, several joined by `|`; the order of the two must not matter."""
    rules = Agreement(vocabulary())
    mine, other = ([term(name, value) for value in values.split("|")] for values in (ours, theirs))
    assert rules.compare(role(name), mine, other) == rules.compare(role(name), other, mine)
    return rules.compare(role(name), mine, other)


def finer(name: str, ours: str, theirs: str) -> bool:
    return Agreement(vocabulary()).is_finer(role(name), term(name, ours), term(name, theirs))


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        ("2025-12-20", "2025-12-20", SAME),
        ("2025-12", "2025-12-20", AGREE),
        ("2025", "2025-12", AGREE),
        ("2025-12-19/2025-12-20", "2025-12-20", AGREE),
        ("2025-12-17/2025-12-19", "2025-12-19/2025-12-20", AGREE),
        ("2025-12-19", "2025-12-20", EXCLUDE),
        ("2025-11", "2025-12", EXCLUDE),
        ("2024", "2025-01-01", EXCLUDE),
        ("2024/2025", "2025-12-31", AGREE),
    ],
)
def test_dates_agree_when_some_day_fits_both(ours: str, theirs: str, verdict: Verdict) -> None:
    assert compare("date", ours, theirs) is verdict


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        ("Tokyo", "Tokyo", SAME),
        ("Tokyo", "Japan", AGREE),
        ("Astana", "Central Asia", AGREE),
        ("Tokyo", "Astana", EXCLUDE),
        ("Tokyo", "Kazakhstan", EXCLUDE),
        ("Kazakhstan", "Uzbekistan", EXCLUDE),
    ],
)
def test_places_agree_when_one_lies_in_the_other(ours: str, theirs: str, verdict: Verdict) -> None:
    assert compare("place", ours, theirs) is verdict


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        ("Central Asia", FIVE, SAME),
        ("Japan|Central Asia", f"Japan|{FIVE}", SAME),
        ("Central Asia", "Kazakhstan", AGREE),
        ("Japan|Central Asia", "Japan", AGREE),
        ("Japan|Central Asia", "Russia|Central Asia", EXCLUDE),
        (f"Japan|{FIVE}", f"Russia|{FIVE}", EXCLUDE),
        ("Japan|Kazakhstan|Uzbekistan|Tajikistan", "Japan|Kazakhstan|Uzbekistan|Kyrgyzstan", AGREE),
        ("Japan|Afghanistan|Kazakhstan|Kyrgyzstan|Tajikistan|Uzbekistan", "Japan|Central Asia", AGREE),
        ("Japan|Russia|China", "Japan|Russia|Mongolia", EXCLUDE),
        ("Japan|Russia|China|India", "Japan|Russia|China|Mongolia", AGREE),
        ("Japan|Kazakhstan", "Japan|Uzbekistan", EXCLUDE),
        ("Japan|Kazakhstan|Uzbekistan", "Japan|Kazakhstan|Tajikistan", EXCLUDE),
        ("Japan", "Russia", EXCLUDE),
        ("Japan", "JICA", EXCLUDE),
    ],
)
def test_actors_agree_when_nested_or_sharing_more_than_half(ours: str, theirs: str, verdict: Verdict) -> None:
    assert compare("participant", ours, theirs) is verdict


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        ("Sanae Takaichi", "Japan", SAME),
        ("Sanae Takaichi|Japan", "Japan", SAME),
        ("Kassym-Jomart Tokayev", "Central Asia", AGREE),
        ("Sanae Takaichi|Kassym-Jomart Tokayev", "Japan|Kazakhstan", SAME),
        ("Ursula von der Leyen", "European Union", SAME),
        ("Sanae Takaichi", "Kazakhstan", EXCLUDE),
    ],
)
def test_a_leader_stands_for_the_state(ours: str, theirs: str, verdict: Verdict) -> None:
    assert compare("participant", ours, theirs) is verdict


def test_a_leader_of_a_group_stands_for_its_members() -> None:
    leader = Iri("https://w3id.org/cajad/id/person/envoy")
    words = vocabulary().extended([(leader, Iri(f"{CAJAD}actsFor"), Iri(f"{term('participant', 'Central Asia')}"))])
    five = [term("participant", name) for name in FIVE.split("|")]
    assert Agreement(words).compare(role("participant"), [leader], five) is SAME


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Sanae Takaichi", "Toshimitsu Motegi"),
        ("Sanae Takaichi|Japan|Kazakhstan", "Toshimitsu Motegi|Japan|Kazakhstan"),
        ("Fumio Kishida|Central Asia", "Sanae Takaichi|Central Asia"),
    ],
)
def test_different_leaders_of_one_state_exclude_each_other(ours: str, theirs: str) -> None:
    assert compare("participant", ours, theirs) is EXCLUDE


def test_a_further_leader_of_the_same_state_is_no_rival() -> None:
    assert compare("participant", "Sanae Takaichi|Toshimitsu Motegi", "Sanae Takaichi") is SAME


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        ("joint statement", "Joint  Statement!", AGREE),
        ("Tokyo summit", "the Tokyo summit of December", AGREE),
        ("Tokyo Declaration", "joint declaration", EXCLUDE),
        ("東京サミット", "東京サミット", SAME),
        ("東京サミット", "Tokyo summit", EXCLUDE),
        ("???", "!!!", EXCLUDE),
        ("???", "Tokyo summit", EXCLUDE),
        ("Tokyo Declaration|joint declaration", "joint declaration", AGREE),
    ],
)
def test_names_agree_when_one_has_all_words_of_the_other(ours: str, theirs: str, verdict: Verdict) -> None:
    assert compare("name", ours, theirs) is verdict


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        ("44000000 USD", "44000000 USD", SAME),
        ("44000000 USD", "45000000 USD", EXCLUDE),
        ("44000000 USD", "6000000000 JPY", OPEN),
        ("44000000 USD|6000000000 JPY", "6000000000 JPY", AGREE),
    ],
)
def test_amounts_exclude_each_other_within_a_currency_only(ours: str, theirs: str, verdict: Verdict) -> None:
    assert compare("amount", ours, theirs) is verdict


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        ("close", "close", SAME),
        ("close", "strained", EXCLUDE),
        ("strengthening", "weakening", EXCLUDE),
        ("strengthening", "strained", EXCLUDE),
        ("close", "strengthening", OPEN),
        ("close", "weakening", OPEN),
    ],
)
def test_strengths_exclude_each_other_where_the_ontology_says_so(ours: str, theirs: str, verdict: Verdict) -> None:
    assert compare("strength", ours, theirs) is verdict


def test_statuses_exclude_each_other_where_the_ontology_says_so() -> None:
    statuses = Role(Iri(f"{CAJAD}status"), "status", (f"{CAJAD}Status",), single_valued=True)
    held, cancelled, planned = (Iri(f"{CAJAD}{name}") for name in ("held", "cancelled", "planned"))
    rules = Agreement(vocabulary())
    verdicts = [rules.compare_values(statuses, held, other) for other in (held, cancelled, planned)]
    assert verdicts == [SAME, EXCLUDE, OPEN]


def test_a_term_without_exclusions_compares_alike_from_both_sides() -> None:
    warm = Iri("https://example.org/warm")
    rules = Agreement(vocabulary())
    close = term("strength", "close")
    assert rules.compare_values(role("strength"), warm, close) is OPEN
    assert rules.compare_values(role("strength"), close, warm) is OPEN


@pytest.mark.parametrize(("name", "ours", "theirs"), [("role", "member", "observer"), ("count", "9", "10")])
def test_any_other_two_values_exclude_each_other(name: str, ours: str, theirs: str) -> None:
    assert compare(name, ours, theirs) is EXCLUDE


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        ("Tokyo summit", "the leaders' meeting", OPEN),
        ("Tokyo summit", "ca-jad", OPEN),
        ("ca-jad", "ca-jad", SAME),
        ("ca-jad", "c5-plus-1", EXCLUDE),
        ("Tokyo summit", "first Tokyo summit", AGREE),
    ],
)
def test_two_words_for_a_meeting_may_mean_the_same_one(ours: str, theirs: str, verdict: Verdict) -> None:
    assert compare("meeting", ours, theirs) is verdict


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        ("Russia", "China", EXCLUDE),
        ("Central Asia", "Uzbekistan", EXCLUDE),
        ("Tokyo", "Japan", EXCLUDE),
        ("skilled workers", "the Tokyo initiative", EXCLUDE),
        ("skilled workers", "Central Asia", EXCLUDE),
        ("China|Russia", "China", AGREE),
        ("regular summits", "regular summits in Central Asia", AGREE),
    ],
)
def test_positions_on_two_subjects_are_never_taken_for_one(ours: str, theirs: str, verdict: Verdict) -> None:
    assert compare("about", ours, theirs) is verdict


@pytest.mark.parametrize(
    ("name", "ours", "theirs", "expected"),
    [
        ("date", "2025-12-20", "2025-12", True),
        ("date", "2025-12-19/2025-12-20", "2025-12", True),
        ("date", "2025-12", "2025-12-20", False),
        ("date", "2025-12-20", "2025-12-20", False),
        ("date", "2025-11", "2025", True),
        ("date", "2025-12-01/2025-12-31", "2025-12", False),
        ("date", "2025-12-17/2025-12-19", "2025-12-19/2025-12-20", False),
        ("place", "Tokyo", "Japan", True),
        ("place", "Japan", "Tokyo", False),
        ("place", "Tokyo", "Astana", False),
        ("amount", "1000 USD", "1000 JPY", False),
        ("about", "Kazakhstan", "Central Asia", False),
    ],
)
def test_a_finer_value_lies_within_the_coarser(name: str, ours: str, theirs: str, expected: bool) -> None:
    assert finer(name, ours, theirs) is expected


@given(st.sampled_from(sorted(POOL)), st.data())
def test_comparing_is_symmetric_and_a_set_is_the_same_as_itself(name: str, data: st.DataObject) -> None:
    some = st.lists(st.sampled_from(POOL[name]), min_size=1, max_size=3, unique=True).map("|".join)
    ours = data.draw(some)
    compare(name, ours, data.draw(some))
    assert compare(name, ours, ours) is SAME
