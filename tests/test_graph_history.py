"""What changed between two days, and how the status of a fact was believed day by day."""

from saying import SUMMIT, facts, said, vocabulary, word

from cajad.graph.belief import Fact
from cajad.graph.history import Change, Replay, changes_between, compare_facts
from cajad.ontology.namespaces import local_name

PLANNED = '2025-11-27 anewz: date="2025-12", place="Tokyo", status="planned", certainty="expected"'
SET = '2025-12-17 jiji: date="2025-12-19/2025-12-20", place="Tokyo", status="planned"'
HELD = '2025-12-20 kantei: date="2025-12-20", place="Tokyo", status="held"'


def changes(before: str, after: str) -> list[Change]:
    return changes_between(said(PLANNED, SET, HELD, each=SUMMIT), vocabulary(), before, after)


def altered(change: Change) -> dict[str, tuple[list[str], list[str]]]:
    return {
        local_name(a.property): ([word(v) for v in a.before], [word(v) for v in a.after]) for a in change.alterations
    }


def test_a_fact_that_no_source_had_told_before_was_learnt() -> None:
    (change,) = changes("2025-11-26", "2025-11-30")

    assert change.kind == "learnt"
    assert [local_name(claim).split(".")[0] for claim in change.claims] == ["2025-11-27-anewz"]


def test_a_later_source_changes_status_and_date() -> None:
    (change,) = changes("2025-12-18", "2025-12-20")

    assert change.kind == "changed"
    assert altered(change) == {
        "date": (["2025-12-19/2025-12-20"], ["2025-12-20"]),
        "status": (["planned"], ["held"]),
    }


def test_growing_certainty_is_a_change() -> None:
    (change,) = changes("2025-12-01", "2025-12-17")

    assert altered(change)["certainty"] == (["expected"], ["asserted"])


def test_nothing_changes_between_two_days_without_a_source() -> None:
    assert changes("2025-12-18", "2025-12-19") == []


def test_a_fact_that_becomes_disputed_says_so() -> None:
    story = [
        '2024-08-09 gazeta: date="2024-08", place="Astana", status="cancelled"',
        '2024-08-10 kantei: date="2024-08", place="Astana", status="postponed"',
    ]

    (change,) = changes_between(said(*story, each=SUMMIT), vocabulary(), "2024-08-09", "2024-08-10")

    assert altered(change)["disputed"] == ([], ["status"])


def test_two_facts_that_turn_out_to_be_one_have_joined() -> None:
    apart = facts(PLANNED, HELD.replace('2025-12-20"', '2025-11-01"'), each=SUMMIT)
    together = [_merged(apart)]

    (change,) = compare_facts(apart, together)

    assert change.kind == "joined"


def test_a_fact_whose_source_is_forgotten_is_withdrawn() -> None:
    then = facts(PLANNED, each=SUMMIT)

    (change,) = compare_facts(then, [])

    assert (change.kind, change.fact) == ("withdrawn", then[0])


def test_the_replay_gives_the_status_believed_on_each_day_that_brought_a_claim() -> None:
    evidence = said(PLANNED, SET, HELD, each=SUMMIT)

    replayed = Replay(evidence, vocabulary()).statuses(claim.iri for claim in evidence.claims)

    assert replayed == [
        {"published": "2025-11-27", "status": "planned", "certainty": "expected"},
        {"published": "2025-12-17", "status": "planned", "certainty": "asserted"},
        {"published": "2025-12-20", "status": "held", "certainty": "asserted"},
    ]


def test_the_replay_keeps_an_asserted_status_against_a_later_expectation() -> None:
    later = '2025-12-18 blog: date="2025-12", place="Tokyo", status="planned", certainty="possible"'
    evidence = said(SET, later, each=SUMMIT)

    replayed = Replay(evidence, vocabulary()).statuses(claim.iri for claim in evidence.claims)

    assert replayed[-1] == {"published": "2025-12-18", "status": "planned", "certainty": "asserted"}


def _merged(parts: list[Fact]) -> Fact:
    from dataclasses import replace

    return replace(parts[0], claims=tuple(claim for part in parts for claim in part.claims))
