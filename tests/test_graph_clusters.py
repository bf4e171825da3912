"""Claims gathered by what they speak of: in any order, without guessing, undone by a judgement."""

import random
from collections.abc import Sequence
from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from saying import ANY_SOURCES, SUMMIT, any_claims, fact, facts, identity, judgement, parted, said

from cajad.graph.clusters import Judgement, cluster_claims
from cajad.ontology.claims import Claim
from cajad.ontology.namespaces import local_name

DECEMBER = 'type="Summit", forum="ca-jad", date="2025-12", status="planned"'
TOKYO = 'type="Summit", forum="ca-jad", date="2025-12-20", place="Tokyo", status="held"'
ASTANA = 'type="Summit", forum="ca-jad", date="2025-12-05", place="Astana", status="held"'
STATEMENT = 'type="Agreement", party=["Japan", "Central Asia"], status="planned"'


def gathered(claims: Sequence[Claim], judgements: Sequence[Judgement] = ()) -> list[list[str]]:
    found = cluster_claims(claims, judgements, identity(), ANY_SOURCES)
    return [[local_name(claim.iri) for claim in cluster] for cluster in found]


@settings(deadline=None, max_examples=150)
@given(any_claims(), st.data())
def test_clusters_do_not_depend_on_order(claims: list[Claim], data: st.DataObject) -> None:
    verdicts = st.sampled_from(["same", "different"])
    pairs = st.sampled_from(list(combinations(sorted(claim.iri for claim in claims), 2)))
    any_judgement = st.builds(Judgement, verdicts, pairs, st.sampled_from(["2025", "2026"]))
    judgements = data.draw(st.lists(any_judgement, max_size=3))
    expected = gathered(claims, judgements)
    mixed = random.Random(data.draw(st.integers(0, 99)))
    assert gathered(mixed.sample(claims, len(claims)), mixed.sample(judgements, len(judgements))) == expected


@settings(deadline=None, max_examples=150)
@given(any_claims())
def test_every_claim_is_in_one_cluster(claims: list[Claim]) -> None:
    assert sorted(iri for cluster in gathered(claims) for iri in cluster) == sorted(local_name(c.iri) for c in claims)


@settings(deadline=None, max_examples=150)
@given(any_claims())
def test_no_claim_is_with_one_that_excludes_it_unless_an_identity_is_stated(claims: list[Claim]) -> None:
    plain = [claim for claim in claims if not claim.event]
    for cluster in cluster_claims(plain, [], identity(), ANY_SOURCES):
        assert all(identity().score(one, other) >= 0 for one, other in combinations(cluster, 2))


def test_precise_claims_take_the_vague_ones_they_alone_fit() -> None:
    found = facts(f"2025-11-27 anewz: {DECEMBER}", f"2025-12-20 mofa: {TOKYO}", f"2025-12-21 jiji: {TOKYO}")
    assert parted(found) == [["2025-11-27-anewz", "2025-12-20-mofa", "2025-12-21-jiji"]]


def test_a_vague_claim_neither_bridges_two_events_nor_chooses_between_them() -> None:
    found = facts(f"2025-11-27 anewz: {DECEMBER}", f"2025-12-05 kaz: {ASTANA}", f"2025-12-20 mofa: {TOKYO}")
    assert parted(found) == [["2025-11-27-anewz"], ["2025-12-05-kaz"], ["2025-12-20-mofa"]]


def test_two_vague_claims_of_the_same_words_stay_together() -> None:
    found = facts(
        f"2025-11-27 anewz: {DECEMBER}", f"2025-11-28 24kg: {DECEMBER}",
        f"2025-12-05 kaz: {ASTANA}", f"2025-12-20 mofa: {TOKYO}",
    )  # fmt: skip
    assert parted(found)[0] == ["2025-11-27-anewz", "2025-11-28-24kg"]


def test_undecided_claims_that_say_the_same_stay_together() -> None:
    found = facts(
        '2025-11-01 a: theme="Energy"', '2025-11-02 b: theme="Water"', "2025-11-03 c: ", "2025-11-04 d: ",
        each='type="Position", holder="Japan", stance="aim", about="Central Asia"',
    )  # fmt: skip
    assert parted(found) == [["2025-11-01-a"], ["2025-11-02-b"], ["2025-11-03-c", "2025-11-04-d"]]


def test_a_claim_that_fits_one_event_does_not_draw_an_undecided_one_into_it() -> None:
    found = facts(
        f'2025-11-27 anewz: {DECEMBER}, participant=["Japan", "Central Asia"]',
        f'2025-11-28 24kg: {DECEMBER}, place="Japan"',
        f"2025-12-05 kaz: {ASTANA}", f"2025-12-20 mofa: {TOKYO}",
    )  # fmt: skip
    assert ["2025-11-27-anewz"] in parted(found)
    assert ["2025-11-28-24kg", "2025-12-20-mofa"] in parted(found)


def test_a_claim_that_fits_two_which_fit_each_other_makes_them_one() -> None:
    found = facts(
        '2025-12-20 a: participant=["Japan", "Kazakhstan"]',
        '2025-12-21 b: forum="ca-jad"',
        '2025-12-22 c: forum="ca-jad", participant=["Japan", "Kazakhstan"]',
        each='type="Meeting", date="2025-12-20", status="held"',
    )
    assert parted(found) == [["2025-12-20-a", "2025-12-21-b", "2025-12-22-c"]]


@pytest.mark.parametrize(
    ("one", "other", "either"),
    [
        ('name="memorandum on energy"', 'name="memorandum on water"', 'name="memorandum"'),
        ('date="2025-12-19", name="x"', 'date="2025-12-20", name="x"', 'date="2025-12", name="x"'),
        ('place="Tokyo", name="x"', 'place="Osaka", name="x"', 'place="Japan", name="x"'),
        ('event="first", name="x"', 'event="second", name="x"', 'name="x"'),
    ],
)
def test_claims_that_exclude_each_other_stay_apart_though_a_vaguer_one_fits_both(
    one: str, other: str, either: str
) -> None:
    for days in permutations(["2025-12-21", "2025-12-22", "2025-12-23"]):
        story = [f"{day} a: {said}" for day, said in zip(days, (one, other, either), strict=True)]
        assert len(facts(*story, each=STATEMENT)) == 3


def test_an_event_announced_for_another_day_is_another_event() -> None:
    story = [f'2022-11-26 a: {SUMMIT}date="2022-12-23"', f'2022-12-15 b: {SUMMIT}date="2022-12-24"']
    assert len(facts(*story, each='status="planned"')) == 2


def test_a_stated_identity_ties_claims_that_exclude_each_other() -> None:
    story = [f'2022-11-26 a: {SUMMIT}date="2022-12-23"', f'2022-12-15 b: {SUMMIT}date="2022-12-24"']
    assert fact(*story, each='status="planned", event="ninth"').iri.endswith("/fact/ninth")


def test_a_claim_joins_a_stated_event_by_the_claim_it_fits_where_that_one_differs_from_the_other_too() -> None:
    found = facts(
        '2022-11-26 a: date="2022-12-23", status="planned", event="ninth"',
        '2022-12-15 b: date="2022-12-24", status="planned", event="ninth"',
        '2023-01-10 c: date="2022-12", status="held", event="ninth"',
        '2022-12-24 d: date="2022-12-24", status="held"',
        each=SUMMIT,
    )
    assert len(found) == 1


def test_a_claim_that_a_stated_event_excludes_does_not_join_it_by_a_vaguer_claim_of_that_event() -> None:
    found = facts(
        '2023-09-21 a: date="2024", status="planned", event="astana"',
        '2024-08-09 b: date="2024-08-09", status="cancelled", event="astana"',
        '2024-05-10 c: date="2024-05-09", status="held"',
        each=SUMMIT,
    )
    assert parted(found) == [["2023-09-21-a", "2024-08-09-b"], ["2024-05-10-c"]]


def test_a_stated_event_is_known_by_each_of_its_names() -> None:
    found = facts(
        '2025-12-15 a: name="joint declaration", event="declaration"',
        '2025-12-20 b: name=["Tokyo Declaration", "joint declaration"], event="declaration"',
        '2025-12-21 c: name="Tokyo Declaration"',
        each=STATEMENT,
    )
    assert parted(found) == [["2025-12-15-a", "2025-12-20-b", "2025-12-21-c"]]


def test_claims_of_two_stated_events_are_never_one() -> None:
    story = [f'2025-12-20 a: {TOKYO}, event="first"', f'2025-12-21 b: {TOKYO}, event="second"']
    assert parted(facts(*story)) == [["2025-12-20-a"], ["2025-12-21-b"]]


def test_an_undated_office_goes_to_the_term_that_covers_its_publication() -> None:
    found = facts(
        '2022-08 list: since="2012-12-26", until="2017-08-03"',
        '2023-08 list: since="2021-11-04", until="2021-11-10"',
        "2014-07-16 mofa: ", "2021-11-06 tass: ",
        each='type="Office", holder="Fumio Kishida", role="foreign minister", state="Japan"',
    )  # fmt: skip
    assert parted(found) == [["2014-07-16-mofa", "2022-08-list"], ["2021-11-06-tass", "2023-08-list"]]


def test_a_judgement_joins_what_the_rules_keep_apart() -> None:
    story = [f'2025-08-25 jiji: {SUMMIT}status="planned"', f"2025-12-20 mofa: {TOKYO}"]
    one, other = said(*story).claims
    assert len(facts(*story)) == 2
    assert len(facts(*story, judgements=[judgement("same", one, other)])) == 1


def test_a_judgement_parts_what_the_rules_join() -> None:
    story = [f"2025-12-20 mofa: {TOKYO}", f"2025-12-21 jiji: {TOKYO}"]
    one, other = said(*story).claims
    assert len(facts(*story, judgements=[judgement("different", one, other)])) == 2


def test_the_newest_judgement_on_a_pair_counts() -> None:
    story = [f'2025-08-25 jiji: {SUMMIT}status="planned"', f"2025-12-20 mofa: {TOKYO}"]
    one, other = said(*story).claims
    same, different = judgement("same", one, other, "2026-01-02"), judgement("different", one, other, "2026-01-01")
    for order in permutations([same, different, judgement("different", one, other, "2025")]):
        assert len(facts(*story, judgements=order)) == 1


def test_of_two_judgements_of_one_day_the_one_that_parts_counts() -> None:
    story = [f"2025-12-20 mofa: {TOKYO}", f"2025-12-21 jiji: {TOKYO}"]
    one, other = said(*story).claims
    for order in permutations([judgement("same", one, other), judgement("different", one, other)]):
        assert len(facts(*story, judgements=order)) == 2


def test_a_judgement_on_a_claim_that_is_gone_changes_nothing() -> None:
    story = [f"2025-12-20 mofa: {TOKYO}", f"2025-12-21 jiji: {ASTANA}"]
    one = said(*story).claims[0]
    gone = said(f'2025-12-22 gone: {SUMMIT}status="planned"').claims[0]
    assert len(facts(*story, judgements=[judgement("same", one, gone)])) == 2


def test_a_vague_claim_goes_with_the_one_that_dates_it_in_the_same_words() -> None:
    found = facts(
        f"2025-11-27 anewz: {DECEMBER}", f'2025-11-28 24kg: {DECEMBER}, place="Tokyo", host="Japan"',
        f"2025-12-05 kaz: {ASTANA}", f"2025-12-20 mofa: {TOKYO}",
    )  # fmt: skip
    assert parted(found) == [["2025-11-27-anewz", "2025-11-28-24kg", "2025-12-20-mofa"], ["2025-12-05-kaz"]]


def test_a_judgement_does_not_part_what_a_stated_identity_ties() -> None:
    story = [f'2022-11-26 a: {SUMMIT}date="2022-12-23"', f'2022-12-15 b: {SUMMIT}date="2022-12-24"']
    one, other = said(*story, each='status="planned", event="ninth"').claims
    assert (
        len(facts(*story, each='status="planned", event="ninth"', judgements=[judgement("different", one, other)]))
        == 1
    )
