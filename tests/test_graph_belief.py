"""What the graph believes of one thing that several claims speak of."""

import pytest
from saying import SUMMIT, disputes, fact, said, status, vocabulary, words

from cajad.graph.belief import Fact
from cajad.graph.consolidate import consolidate
from cajad.ontology.namespaces import CAJAD, local_name
from cajad.ontology.rdf import Iri, Literal

MEETING = SUMMIT + 'event="tokyo", '
LOAN = 'type="Initiative", agent="Japan", name="Aktau customs", status="planned", '
PM = 'type="Office", holder="Shinzo Abe", role="prime minister", state="Japan", '


def inferred(believed: Fact) -> list[tuple[str, str, str]]:
    return [tuple(map(local_name, (i.role, i.value, i.origin))) for i in believed.inferences]  # type: ignore[misc]


# ── Status ───────────────────────────────────────────────────────────────────────────────────────────


PLANNED, EXPECTED, POSSIBLE = (f'status="planned", certainty="{c}"' for c in ("asserted", "expected", "possible"))
HELD, CANCELLED = 'status="held"', 'status="cancelled"'


@pytest.mark.parametrize(
    ("day", "first", "later", "second", "expected"),
    [
        ("2025-11-27", PLANNED, "2025-12-20", HELD, "held asserted"),
        ("2025-12-09", HELD, "2025-12-10", PLANNED, "planned asserted"),
        ("2025-12-09", PLANNED, "2025-12-10", POSSIBLE, "planned asserted"),
        ("2025-12-09", EXPECTED, "2025-12-10", POSSIBLE, "planned possible"),
        # published at the same time, as far as the sources tell: the surer word, then the later stage
        ("2025-12-09", PLANNED, "2025-12-09", HELD, "held asserted"),
        ("2025-12-09", POSSIBLE, "2025-12-09", EXPECTED, "planned expected"),
        ("2025-12-20", HELD, "2025-12", PLANNED, "held asserted"),
        ("2025-12-20", PLANNED, "2025-12", HELD, "held asserted"),
        ("2025-11-30", HELD, "2025-12", PLANNED, "planned asserted"),
        ("2026-03-01", CANCELLED, "2026", PLANNED, "cancelled asserted"),
    ],
)
def test_the_newest_claim_gives_the_status(day: str, first: str, later: str, second: str, expected: str) -> None:
    assert status(fact(f"{day} a: {first}", f"{later} b: {second}", each=MEETING)) == expected


def test_a_summit_goes_from_expected_to_set_to_held() -> None:
    story = [
        '2025-11-27 anewz: date="2025-12", place="Tokyo", status="planned", certainty="expected"',
        '2025-12-09 24kg: date="2025-12-19/2025-12-20", place="Tokyo", status="planned"',
        '2025-12-20 mofa: date="2025-12-20", place="Tokyo", status="held"',
    ]
    lives = [fact(*story[:n], each=SUMMIT) for n in (1, 2, 3)]
    assert [status(believed) for believed in lives] == ["planned expected", "planned asserted", "held asserted"]
    assert [words(believed, "date") for believed in lives] == [["2025-12"], ["2025-12-19/2025-12-20"], ["2025-12-20"]]
    assert [disputes(believed) for believed in lives] == [[], [], []]


def test_cancelled_for_one_and_postponed_for_another_is_disputed() -> None:
    told = fact('2024-08-08 press: status="cancelled"', '2024-08-09 kantei: status="postponed"', each=MEETING)
    assert (status(told), disputes(told)) == ("postponed asserted", ["status"])


def test_what_was_planned_and_then_held_is_not_disputed() -> None:
    assert disputes(fact('2025-12-09 a: status="planned"', '2025-12-20 b: status="held"', each=MEETING)) == []


def test_an_unsure_claim_of_another_outcome_is_no_dispute() -> None:
    story = ['2025-12-20 a: status="held"', '2025-12-21 b: status="postponed", certainty="possible"']
    assert disputes(fact(*story, each=MEETING)) == []


def test_a_denial_is_a_dispute_and_the_newest_word_on_it_is_believed() -> None:
    member = 'type="Membership", member="Turkmenistan", forum="ca-jad", '
    denied = fact('2025-01-01 a: role="member"', "2025-02-01 b: negated=true", each=member)
    affirmed = fact("2025-01-01 b: negated=true", '2025-02-01 a: role="member"', each=member)
    assert (denied.negated, disputes(denied)) == (True, ["negated"])
    assert (affirmed.negated, disputes(affirmed)) == (False, ["negated"])


def test_a_denied_fact_keeps_what_it_was_said_to_be() -> None:
    told = fact(f'2025-12-01 a: date="2025-12", {PLANNED}', f"2025-12-20 b: negated=true, {HELD}", each=MEETING)
    assert (told.negated, words(told, "date")) == (True, ["2025-12"])


def test_a_denial_gives_no_value_to_what_is_believed() -> None:
    told = fact('2025-12-01 a: place="Tokyo", negated=true', "2025-12-20 b: ", each=MEETING + HELD)
    assert words(told, "place") == []


# ── Roles with one value ─────────────────────────────────────────────────────────────────────────────


def test_planned_values_give_way_to_those_of_the_outcome() -> None:
    planned, held = f'date="2022-12-23", place="Tokyo", {PLANNED}', f'date="2022-12-24", place="Astana", {HELD}'
    told = fact(f"2022-11-26 a: {planned}", f"2022-12-24 b: {held}", each=MEETING)
    assert (words(told, "date"), words(told, "place"), disputes(told)) == (["2022-12-24"], ["astana"], [])


def test_a_plan_still_tells_what_the_outcome_does_not_speak_of() -> None:
    told = fact('2025-12-01 a: host="Japan", status="planned"', '2025-12-20 b: status="held"', each=MEETING)
    assert words(told, "host") == ["japan"]


def test_an_earlier_day_refines_the_month_of_the_outcome() -> None:
    told = fact(f'2025-12-09 a: date="2025-12-20", {PLANNED}', f'2025-12-29 b: date="2025-12", {HELD}', each=MEETING)
    assert words(told, "date") == ["2025-12-20"]


def test_two_earlier_days_that_differ_refine_nothing() -> None:
    told = fact(
        '2025-12-01 a: date="2025-12-19", status="planned"', '2025-12-09 b: date="2025-12-20", status="planned"',
        '2025-12-29 c: date="2025-12", status="held"', each=MEETING,
    )  # fmt: skip
    assert (words(told, "date"), disputes(told)) == (["2025-12"], [])


def test_plans_that_exclude_each_other_are_all_kept_and_disputed() -> None:
    told = fact('2022-11-26 a: date="2022-12-23"', '2022-12-15 b: date="2022-12-24"', each=MEETING + PLANNED)
    assert (words(told, "date"), disputes(told)) == (["2022-12-23", "2022-12-24"], ["date"])


def test_the_finer_place_wins() -> None:
    told = fact('2025-12-01 a: place="Tokyo"', '2025-12-02 b: place="Japan"', each=MEETING + 'status="planned"')
    assert (words(told, "place"), disputes(told)) == (["tokyo"], [])


def test_what_was_said_while_it_lasted_counts_beside_its_end() -> None:
    former = 'since="2012-12-25", until="2020", status="ended"'
    told = fact('2019-01-01 a: since="2012-12-26"', f"2021-01-01 b: {former}", each=PM)
    assert (words(told, "since"), disputes(told)) == (["2012-12-26", "2012-12-25"], ["since"])


@pytest.mark.parametrize(
    ("values", "disputed"),
    [
        (['amount="3000000000000 JPY"', 'amount="19000000000 USD"'], []),
        (['amount="3000000000000 JPY"', 'amount="30000000000000 JPY"'], ["amount"]),
        (['amount=["3000000000000 JPY", "19000000000 USD"]', 'amount="190000000000 USD"'], ["amount"]),
        (["count=150", "count=158"], ["count"]),
        (["count=150", "count=150"], []),
    ],
)
def test_amounts_are_disputed_within_a_currency_and_counts_always(values: list[str], disputed: list[str]) -> None:
    assert disputes(fact(*(f"2025-12-2{n} a: {value}" for n, value in enumerate(values)), each=LOAN)) == disputed


def test_strengths_that_the_ontology_does_not_oppose_are_both_kept() -> None:
    tie = 'type="Tie", party=["Central Asia", "China"], '
    told = fact('2025-11-27 a: strength="strengthening"', '2025-12-17 b: strength="close"', each=tie)
    assert (words(told, "strength"), disputes(told)) == (["strengthening", "close"], [])


def test_strengths_that_the_ontology_opposes_are_disputed() -> None:
    tie = 'type="Tie", party=["Central Asia", "Russia"], '
    told = fact('2025-11-27 a: strength="close"', '2025-12-17 b: strength="strained"', each=tie)
    assert (words(told, "strength"), disputes(told)) == (["close", "strained"], ["strength"])


def test_observer_for_one_and_member_for_another_is_disputed() -> None:
    seat = 'type="Membership", member="Turkmenistan", forum="ca-jad", '
    told = fact('2012-11 a: role="observer"', '2015-03-04 b: role="member"', each=seat)
    assert (words(told, "role"), disputes(told)) == (["observer", "member"], ["role"])


# ── Roles with several values ────────────────────────────────────────────────────────────────────────


def test_themes_and_names_add_up_over_plans_and_outcomes() -> None:
    told = fact(
        '2025-11-27 a: theme="Energy", name="Tokyo summit", status="planned"',
        '2025-12-20 b: theme=["Trade", "Energy"], name="first summit", status="held"', each=MEETING,
    )  # fmt: skip
    assert (words(told, "theme"), words(told, "name")) == (["energy", "trade"], ["first summit", "Tokyo summit"])


def test_the_name_that_most_current_claims_use_comes_first() -> None:
    told = fact(
        '2025-12-20 a: name="first summit"', '2025-12-21 b: name="Tokyo summit"', '2025-12-22 c: name="Tokyo summit"',
        each=MEETING + HELD,
    )  # fmt: skip
    assert words(told, "name") == ["Tokyo summit", "first summit"]


def test_participants_are_those_of_all_current_claims() -> None:
    told = fact(
        '2025-12-09 a: participant=["Japan", "Shigeru Ishiba"], status="planned"',
        '2025-12-20 b: participant=["Japan", "Kazakhstan"], status="held"',
        '2025-12-21 c: participant=["Sanae Takaichi", "Japan"], status="held"', each=MEETING,
    )  # fmt: skip
    assert words(told, "participant") == ["japan", "kazakhstan", "sanae-takaichi"]


def test_a_group_is_dropped_once_each_of_its_members_is_named() -> None:
    five = '"Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan"'
    told = fact(f"2025-12-19 a: {HELD}", f"2025-12-20 b: participant=[{five}], {HELD}", each=MEETING)
    assert sorted(words(told, "participant"))[:2] == ["japan", "kazakhstan"]


def test_the_members_of_a_group_are_inferred_with_their_origin() -> None:
    told = fact('2025-11-27 a: type="Tie", party=["Central Asia", "Kazakhstan", "Russia"]')
    assert inferred(told) == [
        ("party", "kyrgyzstan", "central-asia"), ("party", "tajikistan", "central-asia"),
        ("party", "turkmenistan", "central-asia"), ("party", "uzbekistan", "central-asia"),
    ]  # fmt: skip


def test_a_leader_who_takes_part_implies_the_state() -> None:
    talks = 'type="BilateralMeeting", date="2025-12-18", status="held"'
    told = fact(f'2025-12-18 a: {talks}, participant=["Sanae Takaichi", "Kassym-Jomart Tokayev", "Japan"]')
    assert inferred(told) == [("participant", "kazakhstan", "kassym-jomart-tokayev")]


def test_a_leader_who_chairs_or_signs_implies_nothing() -> None:
    told = fact('2025-12-20 a: type="Agreement", party="Sanae Takaichi", name="declaration", status="held"')
    assert inferred(told) == []


# ── Type ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Meeting", "Summit", "Summit"),
        ("Summit", "Meeting", "Summit"),
        ("Visit", "BilateralMeeting", "BilateralMeeting"),
        ("BilateralMeeting", "Visit", "Visit"),
    ],
)
def test_the_most_specific_type_wins_of_equals_the_newest(first: str, second: str, expected: str) -> None:
    told = fact(f'2025-12-01 a: type="{first}"', f'2025-12-02 b: type="{second}"', each=MEETING + HELD)
    assert local_name(told.type) == expected


def test_a_fact_links_to_all_its_claims_in_order_of_publication() -> None:
    told = fact('2025-12-20 b: status="held"', '2025-11-27 a: status="planned"', each=MEETING)
    assert [local_name(claim.source) for claim in told.claims] == ["2025-11-27-a", "2025-12-20-b"]


def test_roles_of_a_forgotten_extension_are_left_out() -> None:
    story = said('2025-12-20 a: status="held"', each=MEETING)
    claim = story.claims[0]
    claim.roles[Iri(f"{CAJAD}troops")] = (Literal("500"),)  # type: ignore[index]
    (told,) = consolidate(story, vocabulary())
    assert Iri(f"{CAJAD}troops") not in told.roles
