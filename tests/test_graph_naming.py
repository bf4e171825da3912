"""What a fact is called: an IRI that stays while it is refined, and a label in each language."""

import random

import pytest
from hypothesis import given, settings
from saying import ANY_SOURCES, SUMMIT, any_claims, fact, facts, role, term, vocabulary

from cajad.graph.consolidate import Evidence, consolidate
from cajad.graph.naming import Captions
from cajad.ontology.claims import Claim
from cajad.ontology.namespaces import CAJAD, local_name
from cajad.ontology.rdf import Iri, Literal, text_in
from cajad.ontology.terms import LABEL, SUBCLASS_OF

HELD = 'status="held"'
STORY = [
    '2025-11-27 anewz: date="2025-12", place="Tokyo", status="planned"',
    '2025-12-09 24kg: date="2025-12-19/2025-12-20", host="Japan", status="planned"',
    '2025-12-20 mofa: date="2025-12-20", place="Tokyo", name="Tokyo summit", status="held"',
]


def slugs(*lines: str, each: str = "") -> list[str]:
    return [local_name(found.iri) for found in facts(*lines, each=each)]


def slug(line: str) -> str:
    return local_name(fact(f"2025-12-20 a: {line}").iri)


# ── IRIs ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f'{SUMMIT}date="2025-12", place="Tokyo", {HELD}', "summit-2025-12-ca-jad-central-asia-japan-tokyo"),
        ('type="MinisterialMeeting", forum="ca-jad", date="2004", status="held"', "ministerial-meeting-2004-ca-jad"),
        ('type="Summit", forum="ca-jad", date="2025-12-19/2025-12-20", status="held"',
         "summit-2025-12-19-to-2025-12-20-ca-jad"),
        ('type="Tie", party=["Russia", "Central Asia"]', "tie-central-asia-russia"),
        ('type="Office", holder="Shinzo Abe", role="prime minister", state="Japan"',
         "office-shinzo-abe-prime-minister-japan"),
        ('type="Incident", name="Russia–Ukraine war", status="ongoing"', "incident-russia-ukraine-war"),
        ('type="Incident", name="Öl-Krise", status="ongoing"', "incident-ol-krise"),
        ('type="Incident", name="地震", status="held"', "incident"),
        ('type="Incident", name="землетрясение", date="2024", status="held"', "incident-2024"),
    ],
)  # fmt: skip
def test_an_iri_is_made_from_what_makes_the_identity(line: str, expected: str) -> None:
    assert slug(line) == expected


def test_the_iri_of_the_oldest_claim_stays_while_a_fact_is_refined() -> None:
    first = "summit-2025-12-ca-jad-central-asia-japan-tokyo"
    assert [slugs(*STORY[:n], each=SUMMIT) for n in (1, 2, 3)] == [[first], [first], [first]]


def test_a_stated_identity_is_the_iri() -> None:
    assert slugs(f'{STORY[0]}, event="tokyo-summit-2025"', *STORY[1:], each=SUMMIT) == ["tokyo-summit-2025"]


def test_facts_that_would_share_an_iri_are_numbered_in_order_of_their_oldest_claims() -> None:
    story = [f'202{year}-01-01 a: type="Office", holder="Shinzo Abe", role="prime minister", state="Japan", '
             f'since="200{year}", until="200{year}"' for year in (1, 2, 3)]  # fmt: skip
    name = "office-shinzo-abe-prime-minister-japan"
    for order in (story, story[::-1], random.Random(1).sample(story, 3)):
        assert slugs(*order) == [name, f"{name}-2", f"{name}-3"]


def test_a_number_never_makes_an_iri_that_is_taken() -> None:
    agreement = 'type="Agreement", party="Japan", status="held"'
    found = slugs(
        f'2025-01-01 a: {agreement}, name="note"', f'2025-01-02 b: {agreement}, name="note", date="2025", event="x"',
        f'2025-01-03 c: {agreement}, name="other", event="agreement-japan-note-2"',
        f'2025-01-04 d: {agreement}, name="note", event="agreement-japan-note"',
    )  # fmt: skip
    assert len(set(found)) == len(found) == 4


def test_the_iri_of_a_long_name_is_bounded_and_ends_with_a_whole_word() -> None:
    assert slug(f'type="Incident", name="{"x" * 10_000}", status="held"') == "incident"
    words = " ".join(["constitutional"] * 20)
    assert slug(f'type="Incident", name="{words}", status="held"') == "incident" + "-constitutional" * 6


@settings(deadline=None, max_examples=100)
@given(any_claims())
def test_iris_are_never_shared_never_empty_and_always_bounded(claims: list[Claim]) -> None:
    found = [local_name(f.iri) for f in consolidate(Evidence(ANY_SOURCES, tuple(claims), {}, ()), vocabulary())]
    assert len(set(found)) == len(found)
    assert all(0 < len(name) <= 104 for name in found)


# ── Labels ───────────────────────────────────────────────────────────────────────────────────────────


def labels(line: str) -> list[str]:
    """Give the labels in English, Japanese and Russian."""
    found = fact(f"2025-12-20 a: {line}")
    assert [language for language, _ in found.labels] == ["en", "ja", "ru"]
    return [text for _, text in found.labels]


def test_a_label_is_made_in_three_languages() -> None:
    assert labels('type="Summit", forum="ca-jad", place="Tokyo", date="2025-12-20", status="held"') == [
        "Summit: Central Asia + Japan Dialogue, Tokyo, 2025-12-20",
        "首脳会合: 「中央アジア＋日本」対話, 東京, 2025-12-20",
        "Саммит: Диалог «Центральная Азия + Япония», Токио, 2025-12-20",
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('type="Summit", forum="ca-jad", status="held"', "Summit: Central Asia + Japan Dialogue"),
        ('type="Summit", participant=["Russia", "China"], status="held"', "Summit: China, Russia"),
        ('type="Summit", forum="ca-jad", name="Tokyo summit", date="2025", status="held"',
         "Tokyo summit: Central Asia + Japan Dialogue, 2025"),
        ('type="Tie", party=["Japan", "China"]', "China, Japan"),
        ('type="Tie", party=["Japan", "China"], strength="strained"', "China, Japan: strained"),
        ('type="Membership", member="Japan", forum="ca-jad"', "Japan – Central Asia + Japan Dialogue"),
        ('type="Membership", member="Japan", forum="ca-jad", role="member"',
         "Japan – Central Asia + Japan Dialogue (member)"),
    ],
)  # fmt: skip
def test_empty_parts_in_brackets_are_dropped_and_the_first_alternative_is_taken(line: str, expected: str) -> None:
    assert labels(line)[0] == expected


def test_a_label_names_four_things_and_one_name() -> None:
    told = labels('type="Agreement", party=["Japan", "China", "Russia", "Kazakhstan", "Uzbekistan"], '
                  'name=["statement", "declaration"], status="held"')  # fmt: skip
    assert told[0] == "declaration: China, Japan, Kazakhstan, Russia, …"
    assert told[1] == "declaration: 中国・日本・カザフスタン・ロシア・…"


def test_names_in_any_script_and_with_any_sign_survive_as_they_are() -> None:
    for name in ("東京サミット", "Токийский саммит", "<img src=x>", "{place} [x] {y}", "a\\\\b"):
        line = f'type="Position", holder="Japan", stance="aim", about="{name}"'
        assert labels(line)[0] == f"Japan: aim, {name}".replace("\\\\", "\\")


def test_a_label_of_a_very_long_name_is_bounded() -> None:
    assert labels(f'type="Incident", name="{"長" * 10_000}", status="held"')[0] == "長" * 199 + "…"


def test_a_type_without_a_caption_is_labelled_by_its_class() -> None:
    drill = Iri("https://example.org/Учение")
    more = [(drill, SUBCLASS_OF, Iri(f"{CAJAD}Event")), (drill, LABEL, Literal("drill", language="en"))]
    assert Captions(vocabulary().extended(more), {}).captions(drill, {}) == (
        ("en", "drill"), ("ja", "drill"), ("ru", "drill"),
    )  # fmt: skip


def test_a_caption_in_the_language_goes_before_one_without_a_language() -> None:
    drill, caption = Iri("https://example.org/Drill"), Iri(f"{CAJAD}caption")
    texts = [Literal("{type} of {party}"), text_in("ja", "{party}の{type}")]
    more = [(drill, SUBCLASS_OF, Iri(f"{CAJAD}Incident")), (drill, LABEL, text_in("en", "Drill"))]
    captions = Captions(vocabulary().extended([*more, *((drill, caption, text) for text in texts)]), {})
    told = captions.captions(drill, {role("party").iri: (term("party", "Japan"),)})
    assert told == (("en", "Drill of Japan"), ("ja", "日本のDrill"), ("ru", "Drill of Япония"))


def test_a_thing_without_a_label_is_called_by_its_local_name() -> None:
    assert Captions(vocabulary(), {}).label(Iri("https://example.org/id/unknown-thing"), "ja") == "unknown-thing"


def test_the_label_of_a_fact_that_names_another_holds_that_ones_label() -> None:
    found = facts(
        f'2025-12-20 a: {SUMMIT}name="Tokyo summit", {HELD}',
        f'2025-12-20 b: type="Agreement", name="declaration", meeting="Tokyo summit", {HELD}',
    )
    assert found[1].labels[2] == ("ru", "declaration: Саммит: Диалог «Центральная Азия + Япония»")
