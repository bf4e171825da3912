"""Which fact is meant by "the Tokyo summit", by a stated identity, or by the forum that met."""

import pytest
from saying import SUMMIT, facts, said, words

TOKYO = f'{SUMMIT}place="Tokyo", date="2025-12-20", status="held"'
ASTANA = f'{SUMMIT}place="Astana", date="2024-08-09", status="cancelled"'
STATEMENT = 'type="Agreement", party="Japan", name="statement", status="held"'
DIALOGUE = '"summit of the Dialogue"'
TOKYO_IRI = "summit-2025-12-20-ca-jad-central-asia-japan-tokyo"
ASTANA_IRI = "summit-2024-08-09-ca-jad-central-asia-japan-astana"


def meant(reference: str, *events: str, by: str = STATEMENT, role: str = "meeting") -> list[str]:
    """Give what a claim's reference is resolved to beside these events."""
    lines = [f"2026-01-0{n} a: {event}" for n, event in enumerate(events, 1)]
    found = facts(*lines, f"2026-02-01 b: {by}, {role}={reference}")
    return words(found[-1], role)


@pytest.mark.parametrize("reference", ['"tokyo-2025"', '"First summit!"', '"first  SUMMIT"', '"Tokyo summit"'])
def test_an_event_is_meant_by_its_stated_identity_its_name_or_its_place_and_type(reference: str) -> None:
    assert meant(reference, f'{TOKYO}, event="tokyo-2025", name="First summit"', ASTANA) == ["tokyo-2025"]


def test_the_city_of_a_building_names_the_event_too() -> None:
    house = 'type="MinisterialMeeting", forum="ca-jad", place="Iikura House", date="2022-12-24", status="held"'
    assert meant('"Tokyo ministerial meeting"', house) == ["ministerial-meeting-2022-12-24-ca-jad-iikura-house"]


def test_what_names_no_event_stays_text() -> None:
    assert meant('"the Bishkek summit"', TOKYO, ASTANA) == ["the Bishkek summit"]


def test_what_names_several_events_stays_text() -> None:
    events = [f"{TOKYO}, name={DIALOGUE}", f"{ASTANA}, name={DIALOGUE}"]
    assert meant(DIALOGUE, *events) == ["summit of the Dialogue"]


def test_of_several_events_of_one_name_the_one_of_the_same_time_is_meant() -> None:
    events = [f"{TOKYO}, name={DIALOGUE}", f"{ASTANA}, name={DIALOGUE}"]
    assert meant(DIALOGUE, *events, by=f'{STATEMENT}, date="2025-12"') == [TOKYO_IRI]


def test_the_only_event_of_a_name_is_meant_at_any_time() -> None:
    assert meant('"Tokyo summit"', TOKYO, by=f'{STATEMENT}, date="2026-01"') == [TOKYO_IRI]


def test_a_forum_means_its_meeting_of_the_same_time() -> None:
    assert meant('"ca-jad"', TOKYO, ASTANA, by=f'{STATEMENT}, date="2024-08"') == [ASTANA_IRI]


@pytest.mark.parametrize("by", [STATEMENT, f'{STATEMENT}, date="2019"', f'{STATEMENT}, date="2024/2025"'])
def test_a_forum_stays_a_forum_where_no_one_meeting_is_meant(by: str) -> None:
    assert meant('"ca-jad"', TOKYO, ASTANA, by=by) == ["ca-jad"]


def test_a_position_on_a_forum_is_not_on_its_meeting() -> None:
    hope = 'type="Position", holder="Japan", stance="aim", date="2025-12-20"'
    assert meant('"ca-jad"', TOKYO, by=hope, role="about") == ["ca-jad"]


def test_a_position_on_a_named_event_is_on_that_event() -> None:
    hope = 'type="Position", holder="Japan", stance="aim"'
    assert meant('"Tokyo summit"', TOKYO, by=hope, role="about") == [TOKYO_IRI]


def test_a_cause_may_be_an_incident() -> None:
    warning = 'type="Incident", name="Nankai Trough advisory", date="2024-08-08", status="held"'
    assert meant('["Nankai trough advisory", "a gust of wind"]', warning, by=ASTANA, role="because") == [
        "incident-nankai-trough-advisory-2024-08-08",
        "a gust of wind",
    ]


def test_an_event_is_never_a_part_of_itself() -> None:
    assert meant('"Tokyo summit"', by=f'{TOKYO}, name="Tokyo summit"', role="partOf") == ["Tokyo summit"]


def test_two_words_for_one_event_become_one_reference() -> None:
    assert meant('["Tokyo summit", "first summit"]', f'{TOKYO}, name="first summit"') == [TOKYO_IRI]


def test_claims_keep_the_words_of_their_source() -> None:
    story = [f"2026-01-01 a: {TOKYO}", f'2026-02-01 b: {STATEMENT}, meeting="Tokyo summit"']
    assert facts(*story)[1].claims == said(*story).claims[1:]


def test_an_event_that_replaces_another_refers_to_it() -> None:
    assert meant('"Astana summit"', ASTANA, by=TOKYO, role="replaces") == [ASTANA_IRI]
