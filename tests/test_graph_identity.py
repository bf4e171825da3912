"""Which claims speak of the same thing: the conditions of the ontology, type by type, on pairs one may meet."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from saying import FAMILIES, any_claim, claims, identity, said, score, vocabulary

from cajad.graph.identity import Condition, Identity, read_conditions
from cajad.ontology.claims import Claim
from cajad.ontology.errors import DataError
from cajad.ontology.namespaces import CAJAD
from cajad.ontology.rdf import Iri, Literal
from cajad.ontology.terms import NAME, SUBCLASS_OF

SUMMIT = 'type="Summit", forum="ca-jad", status="planned", '
TALKS = 'type="BilateralMeeting", date="2025-12-20", status="held", '
PM = 'type="Office", holder="Shinzo Abe", role="prime minister", state="Japan", '


def test_the_conditions_of_the_notation_are_read() -> None:
    assert read_conditions("date forum|place place? =party forum ~founded|level period") == (
        Condition("agree", ("date",)),
        Condition("agree", ("forum", "place")),
        Condition("open", ("place",)),
        Condition("equal", ("party",)),
        Condition("agree", ("forum",)),
        Condition("agree", ("founded", "level"), frozenset({"founded"})),
        Condition("period", ("period",)),
    )


SAME_THING = [
    ("Summit and Meeting", 'type="Summit", forum="ca-jad", date="2025-12", status="held"',
     'type="Meeting", forum="ca-jad", date="2025-12-20", status="held"'),
    ("group and its members", 'type="Summit", date="2025-12", participant=["Japan", "Central Asia"], status="held"',
     'type="Summit", date="2025-12-20", participant=["Japan", "Kazakhstan", "Uzbekistan"], status="held"'),
    ("the city and its state", SUMMIT + 'date="2024", place="Kazakhstan"', SUMMIT + 'date="2024-08", place="Astana"'),
    ("talks of leaders and of states", TALKS + 'participant=["Sanae Takaichi", "Kassym-Jomart Tokayev"]',
     TALKS + 'participant=["Japan", "Kazakhstan"]'),
    ("one document by name", 'type="Agreement", party=["Japan", "Kazakhstan"], name="joint statement", status="held"',
     'type="Agreement", party=["Japan", "Kazakhstan"], name="the joint statement", date="2025", status="held"'),
    ("one document by amount", 'type="Agreement", party="Japan", amount="44000000 USD", status="held"',
     'type="Agreement", party=["Japan", "JICA"], amount="44000000 USD", status="planned"'),
    ("one programme", 'type="Initiative", agent="Japan", name="customs at Aktau", status="planned"',
     'type="Initiative", agent=["Japan", "JICA"], name="customs equipment at Aktau", status="held"'),
    ("one turn", 'type="Shift", agent="Japan", from="Russia", status="ongoing"',
     'type="Shift", agent="Japan", from="Russia", to="Central Asia", status="held"'),
    ("one war", 'type="Incident", name="war in Ukraine", status="ongoing"',
     'type="Incident", name="the war in Ukraine", date="2022-02", status="held"'),
    ("one tie", 'type="Tie", party=["Japan", "China"]', 'type="Tie", party=["China", "Japan"], since="1972"'),
    ("observer or member", 'type="Membership", member="Turkmenistan", forum="ca-jad", role="observer"',
     'type="Membership", member="Turkmenistan", forum="ca-jad", role="member"'),
    ("one aim", 'type="Position", holder="Japan", stance="aim", about="Central Asia", theme=["Energy", "Trade"]',
     'type="Position", holder="Japan", stance="aim", about="Central Asia", theme="Energy"'),
    ("one founding", 'type="ForumFact", forum="ca-jad", founded="2004"',
     'type="ForumFact", forum="ca-jad", founded="2014"'),
    ("one count", 'type="ForumFact", forum="ca-jad", level="ministerial", count=9',
     'type="ForumFact", forum="ca-jad", level="ministerial", count=10'),
]  # fmt: skip

TWO_THINGS = [
    ("summit and talks", SUMMIT + 'date="2025-12-20"', TALKS + 'forum="ca-jad"'),
    ("two guests of one host", TALKS + 'participant=["Japan", "Kazakhstan"]',
     TALKS + 'participant=["Japan", "Uzbekistan"]'),
    ("two ministers", TALKS + 'participant=["Sanae Takaichi", "Kazakhstan"]',
     TALKS + 'participant=["Toshimitsu Motegi", "Kazakhstan"]'),
    ("two days", SUMMIT + 'date="2025-12-19"', SUMMIT + 'date="2025-12-20"'),
    ("two forums", SUMMIT + 'date="2025-12"', 'type="Summit", forum="c5-plus-1", date="2025-12", status="held"'),
    ("two cities", SUMMIT + 'date="2025-12", place="Tokyo"', SUMMIT + 'date="2025-12", place="Astana"'),
    ("two documents", 'type="Agreement", party="Japan", name="memorandum on energy", theme="Energy", status="held"',
     'type="Agreement", party="Japan", name="memorandum on water", theme="Energy", status="held"'),
    ("two parties to documents", 'type="Agreement", party=["Japan", "China"], name="statement", status="held"',
     'type="Agreement", party=["Japan", "Russia"], name="statement", status="held"'),
    ("two programmes", 'type="Initiative", agent="Japan", name="Naryn bridge", theme="Connectivity", status="held"',
     'type="Initiative", agent="Japan", name="Aktau customs", theme="Connectivity", status="held"'),
    ("two turns", 'type="Shift", agent="Japan", from="Russia", status="held"',
     'type="Shift", agent="Japan", from="China", status="held"'),
    ("two years of one name", 'type="Incident", name="flood", date="2024", status="held"',
     'type="Incident", name="flood", date="2025", status="held"'),
    ("group and member", 'type="Tie", party=["Japan", "Central Asia"]', 'type="Tie", party=["Japan", "Kazakhstan"]'),
    ("leader and state", 'type="Tie", party=["Japan", "Vladimir Putin"]', 'type="Tie", party=["Japan", "Russia"]'),
    ("aim and opinion", 'type="Position", holder="Japan", stance="aim", theme="Energy"',
     'type="Position", holder="Japan", stance="opinion", theme="Energy"'),
    ("aims towards two states", 'type="Position", holder="Japan", stance="aim", about="Uzbekistan", theme="Energy"',
     'type="Position", holder="Japan", stance="aim", about="Central Asia", theme="Energy"'),
    ("the leader's aim and the state's", 'type="Position", holder="Sanae Takaichi", stance="aim", theme="Energy"',
     'type="Position", holder="Japan", stance="aim", theme="Energy"'),
    ("counts at two levels", 'type="ForumFact", forum="ca-jad", level="ministerial", count=9',
     'type="ForumFact", forum="ca-jad", level="senior officials", count=9'),
]  # fmt: skip


@pytest.mark.parametrize(("ours", "theirs"), [case[1:] for case in SAME_THING], ids=[case[0] for case in SAME_THING])
def test_claims_of_one_thing_match(ours: str, theirs: str) -> None:
    assert score(f"2025-12-21 one: {ours}", f"2025-12-22 two: {theirs}") > 0


@pytest.mark.parametrize(("ours", "theirs"), [case[1:] for case in TWO_THINGS], ids=[case[0] for case in TWO_THINGS])
def test_claims_of_two_things_exclude_each_other(ours: str, theirs: str) -> None:
    assert score(f"2025-12-21 one: {ours}", f"2025-12-22 two: {theirs}") == -1


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (SUMMIT + 'date="2025-12"', SUMMIT + 'participant="Japan"'),
        (SUMMIT + 'date="2025-12"', 'type="Summit", date="2025-12", participant="Japan", status="held"'),
        ('type="Agreement", party="Japan", date="2025", status="held"',) * 2,
        ('type="ForumFact", forum="ca-jad", founded="2004"', 'type="ForumFact", forum="ca-jad", count=10'),
    ],
    ids=["no date", "forum here, participants there", "no name, amount, meeting or theme", "founding and count"],
)
def test_claims_of_which_nothing_says_that_they_are_one_do_not_match(ours: str, theirs: str) -> None:
    assert score(f"2025-12-21 one: {ours}", f"2025-12-22 two: {theirs}") == 0


@pytest.mark.parametrize(
    ("ours", "theirs", "one"),
    [
        ('2008-01-01 a: since="2006", until="2007-09-25"', '2021-01-01 b: since="2012-12-26", until="2020"', False),
        ('2021-01-01 a: since="2006-09-26", until="2007-09-25"', "2015-10-24 b: ", False),
        ('2021-01-01 a: since="2012-12-26", until="2020-09-16"', "2015-10-24 b: ", True),
        ('2013-01-01 a: since="2012-12-26"', "2015-10-24 b: ", True),
        ('2015-01-01 a: since="2012-12-26"', "2011-10-24 b: ", False),
        ('2020-10-01 a: until="2020-09-16", status="ended"', "2015-10-24 b: ", True),
        ('2020-10-01 a: until="2020-09-16", status="ended"', "2021-10-24 b: ", False),
        ('2020-10-01 a: until="2020-09-16", status="ended"', '2015-10-24 b: since="2012-12-26"', True),
        ('2020-10-01 a: until="2020", status="ended"', '2022-01-01 b: since="2012", until="2020-09-16"', True),
        ('2008-01-01 a: status="ended"', '2022-01-01 b: since="2006-09-26", until="2007-09-25"', True),
        ('2008-01-01 a: status="ended"', "2015-10-24 b: ", False),
        ("2013-01-01 a: ", "2020-01-01 b: ", True),
        ('2013-01-01 a: since="2012-12-26"', '2020-01-01 b: since="2019-01-01"', False),
        ('2013-01-01 a: since="2012-12-26"', '2020-01-01 b: since="2012"', True),
        ('2012-12-20 a: status="planned"', '2013-01-01 b: since="2012-12-26"', True),
        ('2012-12-20 a: status="planned"', '2007-01-01 b: until="2007-09-25"', False),
        ("2007-09 a: ", '2022-01-01 b: since="2006-09-26", until="2007-09-25"', True),
    ],
)
def test_an_office_is_one_where_the_known_days_of_each_claim_are_possible_for_the_other(
    ours: str, theirs: str, one: bool
) -> None:
    assert (score(ours, theirs, each=PM) > 0) is one


def test_an_undated_office_is_nearest_to_the_term_known_to_cover_the_day() -> None:
    open_term = '2013-06-01 a: since="2012-12-26"'
    assert score(open_term, "2013-01-01 b: ", each=PM) > score(open_term, "2015-01-01 b: ", each=PM)


def test_saying_the_same_scores_higher_than_agreeing() -> None:
    exact = score('2025-12-01 a: date="2025-12"', '2025-12-02 b: date="2025-12"', each=SUMMIT)
    assert exact > score('2025-12-01 a: date="2025-12"', '2025-12-02 b: date="2025-12-20"', each=SUMMIT)


DRILL = Iri("https://example.org/Drill")


def with_drills(rule: str) -> tuple[Identity, Claim, Claim]:
    """Give the rules under an ontology where a drill is a kind of meeting, and two claims of one drill."""
    more = [(DRILL, SUBCLASS_OF, Iri(f"{CAJAD}Meeting")), (DRILL, Iri(f"{CAJAD}identity"), Literal(rule))]
    story = said('2025-12-01 a: date="2025-12"', '2025-12-02 b: date="2025-12"', each=SUMMIT)
    one, other = (replace(claim, type=DRILL) for claim in story.claims)
    return Identity(vocabulary().extended(more), story.sources), one, other


def test_two_claims_are_compared_by_the_rule_of_the_type_that_both_are_of() -> None:
    rules, drill, other = with_drills("name")
    meeting = replace(other, type=Iri(f"{CAJAD}Meeting"))
    assert rules.score(drill, other) == 0
    assert rules.score(meeting, drill) == rules.score(drill, meeting) == 7
    assert set(rules.keys(meeting)) & set(rules.lookups(drill))
    assert set(rules.keys(drill)) & set(rules.lookups(meeting))


def test_a_type_whose_rule_only_excludes_matches_nothing() -> None:
    rules, one, other = with_drills("date?")
    assert rules.score(one, other) == 0


def test_a_rule_that_names_no_role_is_reported() -> None:
    rules, one, other = with_drills("datee")
    with pytest.raises(DataError, match='cajad:identity "datee": no such role: datee'):
        rules.score(one, other)


def test_claims_stated_to_be_one_share_their_names() -> None:
    draft, declaration = claims(
        '2025-12-15 a: name="joint declaration"', '2025-12-20 b: name="Tokyo Declaration"',
        each='type="Agreement", party="Japan", status="planned"',
    )  # fmt: skip
    names = {value.text for claim in identity().pooled([draft, declaration]) for value in claim.roles[NAME]}
    assert names == {"joint declaration", "Tokyo Declaration"}


@settings(deadline=None, max_examples=400)
@given(st.sampled_from(FAMILIES).flatmap(lambda types: st.tuples(any_claim(types), any_claim(types))))
def test_of_two_claims_that_match_each_is_looked_up_where_the_other_is_filed(pair: tuple[Claim, Claim]) -> None:
    one, other = pair
    if identity().score(one, other) > 0:
        assert set(identity().keys(one)) & set(identity().lookups(other))
        assert set(identity().keys(other)) & set(identity().lookups(one))


@settings(deadline=None, max_examples=400)
@given(st.sampled_from(FAMILIES).flatmap(lambda types: st.tuples(any_claim(types), any_claim(types))))
def test_the_score_of_two_claims_does_not_depend_on_their_order(pair: tuple[Claim, Claim]) -> None:
    one, other = pair
    assert identity().score(one, other) == identity().score(other, one)
