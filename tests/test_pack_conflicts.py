"""Where the sources of the shipped facts disagree: both sides are found, and a stated rule decides or not."""

from functools import cache

import pytest
from fixtures_queries import ask, shipped

from cajad.graph.conflicts import Conflict, conflicts
from cajad.graph.reading import Reading
from cajad.ontology.namespaces import compact
from cajad.ontology.rdf import Literal, Term

MOFA, KANTEI = "Ministry of Foreign Affairs of Japan", "Prime Minister's Office of Japan"
WIKIDATA, REIGN = "EveryPolitician", "REIGN (One Earth Future)"


@cache
def every_conflict() -> dict[tuple[str, str], Conflict]:
    reading = Reading(shipped())
    return {(reading.label(c.fact), compact(c.property)): c for c in conflicts(reading)}


def conflict(name: str, on: str) -> Conflict:
    """Give the one conflict on a property whose fact is called so."""
    (found,) = [
        c for (label, prop), c in every_conflict().items() if label.startswith(name) and prop == f"cajad:{on}"
    ]
    return found


def word(value: Term) -> str:
    return value.text if isinstance(value, Literal) else compact(value)


def sides(name: str, on: str) -> dict[str, set[str]]:
    """Give who publishes each value."""
    return {word(value): {claim["publisher"] for claim in claims} for value, claims in conflict(name, on).sides}


def believed(name: str, on: str) -> set[str]:
    return {word(value) for value in conflict(name, on).believed}


def claimed(fact: str, column: str = "claimed_date") -> set[tuple[str, ...]]:
    return set(ask("life-cycle", column, "publisher", event=fact))


def terms(holder: str) -> set[tuple[str, str]]:
    """Give the terms that are believed of a prime minister of Japan."""
    rows = shipped().rows(f"""SELECT ?since ?until WHERE {{
        ?term a cajad:Office ; cajad:role role:prime-minister ; cajad:state state:japan ; cajad:holder ?who .
        ?who rdfs:label "{holder}"@en .
        OPTIONAL {{ ?term cajad:since ?since }} OPTIONAL {{ ?term cajad:until ?until }}
    }}""")[1]
    return {(word(since) if since else "", word(until) if until else "") for since, until in rows}


@pytest.mark.parametrize(
    ("fact", "on", "ours", "theirs"),
    [
        ("Central Asia + Japan Dialogue: foreign ministers", "count", ("10", MOFA), ("9", "Asia Times")),
        ("Central Asia + Japan Dialogue: senior officials", "count", ("15", MOFA), ("14", "Asia Times")),
        ("public and private cooperation documents", "count", ("158", "Jiji Press"), ("150", KANTEI)),
        ("five-year target for business projects", "amount",
         ("3000000000000 JPY", "Anadolu Agency"), ("30000000000000 JPY", "Red Censor")),
        ("Naryn River bridge", "amount", ("20000000 USD", "Qazinform"), ("20500000 USD", "24.kg")),
        ("gallium production in Pavlodar", "amount",
         ("20000000 USD", "Eurasian Resources Group"), ("24340000 USD", "CentralAsianLIGHT")),
        ("portfolio of joint projects of Japan and Uzbekistan", "amount",
         ("12000000000 USD", "Darakchi"), ("20000000000 USD", "Trend")),
        ("loan agreement on sustainable economy", "amount",
         ("250000000 USD", "UzDaily"), ("246000000 USD", "The Times of Central Asia")),
        ("agreement on the South Djengeldi uranium deposit", "date",
         ("2025-03-12", "Kun.uz"), ("2025-03-10", "Cambarysu")),
        ("Turkmenistan – Central Asia + Japan Dialogue", "role",
         ("role:member", MOFA), ("role:observer", "Asia-Plus")),
        ("prime minister, Japan: Yoshihide Suga", "since", ("2020-09-16", WIKIDATA), ("2020-09-14", REIGN)),
        ("president, Kyrgyzstan: Kurmanbek Bakiyev", "since", ("2005-03-25", WIKIDATA), ("2005-04-11", REIGN)),
        ("president, Uzbekistan: Shavkat Mirziyoyev", "since", ("2016-12-14", WIKIDATA), ("2016-09-08", REIGN)),
    ],
)  # fmt: skip
def test_values_of_a_single_valued_role_that_exclude_each_other_are_all_kept_and_disputed(
    fact: str, on: str, ours: tuple[str, str], theirs: tuple[str, str]
) -> None:
    found = sides(fact, on)

    assert ours[1] in found[ours[0]]
    assert theirs[1] in found[theirs[0]]
    assert {ours[0], theirs[0]} <= believed(fact, on)


def test_two_fields_of_one_dataset_can_exclude_each_other_like_two_sources() -> None:
    found = sides("foreign minister, Kazakhstan: Mukhtar Tleuberdi", "since")

    assert found == {"2019-09-08": {WIKIDATA}, "2019-09-18": {WIKIDATA}}


def test_outcomes_that_exclude_each_other_are_disputed_and_the_newest_asserted_one_is_believed() -> None:
    found = sides("Astana summit", "status")

    assert {"AnewZ", "Gazeta.uz", "Jiji Press"} <= found["cajad:cancelled"]
    assert {KANTEI, MOFA} <= found["cajad:postponed"]
    assert believed("Astana summit", "status") == {"cajad:postponed"}


def test_a_plan_that_an_outcome_overtook_is_no_side_of_a_dispute() -> None:
    assert ("cajad:planned", "Jiji Press") in claimed("Astana summit", "status") | claimed("Tokyo summit", "status")
    assert set(sides("Astana summit", "status")) == {"cajad:cancelled", "cajad:postponed"}


def test_the_finest_founding_date_wins_over_coarser_ones_and_leaves_those_that_it_excludes() -> None:
    found = sides("Central Asia + Japan Dialogue, 2004", "founded")

    assert {"2004-08-28", "2004-08", "2004", "2014", "2024"} == set(found)
    assert (found["2014"], found["2024"]) == ({"Jiji Press"}, {"LOGI-BIZ"})
    assert believed("Central Asia + Japan Dialogue, 2004", "founded") == {"2004-08-28", "2014", "2024"}


def test_amounts_in_two_currencies_leave_it_open_and_are_no_rivals() -> None:
    kept = believed("loan agreement on sustainable economy", "amount")

    assert {amount for amount in kept if amount.endswith("JPY")} == {"37000000000 JPY"}


def test_one_rival_in_a_conflict_is_known_to_be_weak() -> None:
    claims = dict(conflict("five-year target for business projects", "amount").sides)
    weak = {word(value): {claim["reliability"] for claim in found} for value, found in claims.items()}

    assert weak["30000000000000 JPY"] == {"weak"}
    assert "republished" in weak["3000000000000 JPY"]


def test_20_december_is_finer_than_19_to_20_december_and_settles_the_date_of_the_tokyo_summit() -> None:
    dates = claimed("Tokyo summit")

    assert {date for date, _ in dates} >= {"2025-12", "2025-12-19/2025-12-20", "2025-12-20"}
    assert ask("meetings", "meeting", "date", since="2025-12", until="2025-12") == [("Tokyo summit", "2025-12-20")]
    assert [key for key in every_conflict() if key[0].startswith("Tokyo summit")] == []


def test_a_plan_no_longer_decides_the_date_of_a_meeting_that_was_held_a_day_later() -> None:
    assert ("2022-12-23", "Big Asia") in claimed("9th foreign ministers' meeting")
    assert ("2022-12-24", "News Central Asia") in claimed("9th foreign ministers' meeting")
    assert ask("meetings", "meeting", "date", "status", since="2022-12", until="2022-12") == [
        ("9th foreign ministers' meeting", "2022-12-24", "cajad:held"),
    ]
    assert [key for key in every_conflict() if key[0].startswith("9th foreign ministers")] == []


def test_deals_that_were_expected_no_longer_decide_how_many_were_signed() -> None:
    name = "commercial agreements of the Tokayev visit"
    rows = shipped().rows(f"""SELECT ?count WHERE {{ ?fact cajad:name "{name}" ; cajad:count ?count }}""")[1]

    assert [word(row[0]) for row in rows if row[0]] == ["60"]
    assert claimed(name, "status") >= {("cajad:planned", "The Astana Times"), ("cajad:held", "Fergana")}
    assert [key for key in every_conflict() if key[0].startswith(name)] == []


def test_a_wrong_prime_minister_changes_no_term_of_office_for_a_talk_is_no_claim_on_an_office() -> None:
    source = "2025-12-timesca-twelve-billion"
    rows = shipped().rows(f"""SELECT ?who WHERE {{ GRAPH source:{source} {{
        ?claim cajad:participant ?who . source:{source} cajad:reliability cajad:weak }} }}""")[1]

    assert "person:fumio-kishida" in {word(row[0]) for row in rows if row[0]}
    assert ask("leaders-at-meetings", "leader", state="Japan", since="2025-12") == [("person:sanae-takaichi",)]
    assert terms("Fumio Kishida") == {("2021-10-04", "2024-10-01")}


def test_kinds_of_a_visit_are_names_which_accumulate_and_no_dispute() -> None:
    names = {word(row[0]) for row in shipped().rows("""SELECT ?name WHERE {
        fact:berdimuhamedov-in-japan-2025-12 cajad:name ?name }""")[1] if row[0]}  # fmt: skip

    assert {"working visit of the President of Turkmenistan to Japan",
            "official visit of the President of Turkmenistan to Japan"} <= names  # fmt: skip
    assert [key for key in every_conflict() if "Turkmenistan to Japan" in key[0]] == []


def test_hosts_are_a_set_so_that_a_forum_of_two_organisers_is_no_dispute() -> None:
    hosts = {word(row[0]) for row in shipped().rows("""SELECT ?host WHERE {
        fact:tokyo-business-forum-2025 cajad:host ?host }""")[1] if row[0]}  # fmt: skip

    assert {"organisation:meti", "organisation:rotobo"} <= hosts


def test_the_loan_of_a_bank_and_the_cost_of_the_project_are_two_facts_for_their_names_exclude_each_other() -> None:
    rows = ask("money", "fact", "sum", beneficiary="Uzbekistan", currency="USD")

    assert {("Samarkand 1 and 2 solar and storage plants", "1450000000"),
            ("JBIC loan for Samarkand 1 and 2", "635000000")} <= set(rows)  # fmt: skip


def test_an_agreement_signed_before_the_programme_it_belongs_to_is_no_dispute_but_two_facts() -> None:
    rows = ask("aftermath", "fact", "date")

    assert ("CA+JAD Tokyo Initiative", "2025-12-20") in rows
    assert ("2025-12-10", "Japan International Cooperation Agency") in claimed(
        "grant agreement on freight scanning at Spitamen customs"
    )


def test_the_sixteenth_meeting_of_senior_officials_is_a_meeting_beside_the_counts_of_14_and_15() -> None:
    rows = ask("meetings", "meeting", "date", "status", level="senior officials", since="2024")

    assert ("16th senior officials' meeting", "2024-05-14", "cajad:held") in rows
    assert set(sides("Central Asia + Japan Dialogue: senior officials", "count")) == {"14", "15"}


def test_every_conflict_has_a_claim_on_each_of_two_sides() -> None:
    thin = [key for key, c in every_conflict().items() if len(c.sides) < 2 or not all(found for _, found in c.sides)]

    assert thin == []
