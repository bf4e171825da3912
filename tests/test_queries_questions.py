"""What the questions answer over the shipped facts: rows that more facts will not change, or whole answers."""

from fixtures_queries import ask


def test_the_ministers_met_nine_times_by_number_and_once_by_video() -> None:
    assert ask("meetings", "meeting", "date", "place", level="foreign ministers") == [
        ("1st foreign ministers' meeting", "2004-08-28", "place:astana"),
        ("2nd foreign ministers' meeting", "2006-06-05", "place:tokyo"),
        ("3rd foreign ministers' meeting", "2010-08-07", "place:tashkent"),
        ("4th foreign ministers' meeting", "2012-11-10", "place:tokyo"),
        ("5th foreign ministers' meeting", "2014-07-16", "state:kyrgyzstan"),
        ("6th foreign ministers' meeting", "2017-05-01", "place:ashgabat"),
        ("7th foreign ministers' meeting", "2019-05-18", "place:dushanbe"),
        ("special foreign ministers' video meeting", "2020-08-11", "place:online"),
        ("8th foreign ministers' meeting", "2022-04-15", "place:online"),
        ("9th foreign ministers' meeting", "2022-12-24", "place:iikura-house"),
    ]


def test_the_tokyo_summit_was_held_on_20_december_2025_with_takaichi_in_the_chair() -> None:
    columns = ("meeting", "type", "format", "rank", "date", "place", "chair", "status")

    assert ask("meetings", *columns, since="2025-12", until="2025-12") == [
        ("Tokyo summit", "cajad:Summit", "forum:ca-jad", "level:heads-of-state", "2025-12-20", "place:tokyo",
         "person:sanae-takaichi", "cajad:held"),
    ]  # fmt: skip


def test_a_meeting_without_a_date_comes_last() -> None:
    last = ask("meetings", "meeting", "date", "place", "status")[-1]

    assert last == ("second summit of the Central Asia + Japan Dialogue", "", "state:kazakhstan", "cajad:planned")


def test_a_broader_level_brings_the_meetings_of_the_narrower_one() -> None:
    ministerial = ask("meetings", "meeting", level="ministerial")

    assert set(ask("meetings", "meeting", level="foreign ministers")) < set(ministerial)
    assert ("first Economy and Energy Dialogue",) in ministerial


def test_meetings_of_a_format_within_the_forum_are_found_by_either() -> None:
    dialogues = ask("meetings", "meeting", forum="Tokyo Dialogue")

    assert ("13th Tokyo Dialogue",) in dialogues
    assert set(dialogues) < set(ask("meetings", "meeting"))


def test_the_astana_summit_gave_way_to_an_earthquake_and_the_tokyo_summit_replaced_it() -> None:
    columns = ("event", "date", "status", "planned_since", "off_since", "because", "replacement")
    told = ("Astana summit", "2024-08-09", "cajad:postponed", "2023-06-24", "2024-08-09")

    assert [row for row in ask("never-held", *columns) if row[0] == "Astana summit"] == [
        (*told, "earthquake of magnitude 7.1 off Miyazaki, 2024-08-08", "Tokyo summit"),
        (*told, "Nankai Trough earthquake advisory, 2024-08-08", "Tokyo summit"),
    ]


def test_what_was_to_come_out_of_a_summit_that_was_called_off_never_happened() -> None:
    rows = ask("never-held", "event", "status", "because", since="2024-08", until="2024-08")

    assert ("joint statement of the Astana summit", "cajad:planned", "Astana summit") in rows


def test_what_was_held_is_not_among_what_never_was() -> None:
    events = {row[0] for row in ask("never-held", "event")}

    assert events.isdisjoint({"Tokyo summit", "9th foreign ministers' meeting"})


def test_a_plan_whose_day_passed_without_a_word_is_overdue_and_one_called_off_is_not() -> None:
    events = {row[0] for row in ask("overdue", "event", day="2024-12-31")}

    assert "joint statement of the Astana summit" in events
    assert "Astana summit" not in events


def test_the_tokyo_summit_was_expected_then_set_then_held() -> None:
    rows = ask("life-cycle", "published", "status", "certainty", "claimed_date", "voice", "publisher")

    assert ("2025-08-25", "cajad:planned", "cajad:intended", "", "", "Jiji Press") in rows
    assert ("2025-11-27", "cajad:planned", "cajad:expected", "2025-12", "", "AnewZ") in rows
    assert ("2025-12-09", "cajad:planned", "cajad:intended", "2025-12-19/2025-12-20", "voice:japanese-media",
            "24.kg") in rows  # fmt: skip
    assert rows[-1][1:4] == ("cajad:held", "cajad:asserted", "2025-12-20")
    assert rows == sorted(rows, key=lambda row: row[0])


def test_on_15_december_no_source_had_said_that_the_tokyo_summit_was_held() -> None:
    rows = ask("life-cycle", "published", "status", day="2025-12-15")

    assert {status for _, status in rows} == {"cajad:planned"}
    assert max(day for day, _ in rows) <= "2025-12-15"


def test_six_leaders_met_at_the_tokyo_summit() -> None:
    assert ask("leaders-at-meetings", "state", "led_as", "leader", "named_at_the_meeting", since="2025-12") == [
        ("state:japan", "role:prime-minister", "person:sanae-takaichi", "true"),
        ("state:kazakhstan", "role:president", "person:kassym-jomart-tokayev", "true"),
        ("state:kyrgyzstan", "role:president", "person:sadyr-japarov", "true"),
        ("state:tajikistan", "role:president", "person:emomali-rahmon", "true"),
        ("state:turkmenistan", "role:president", "person:serdar-berdimuhamedov", "true"),
        ("state:uzbekistan", "role:president", "person:shavkat-mirziyoyev", "true"),
    ]


def test_the_states_had_other_leaders_when_the_dialogue_began() -> None:
    assert ask("leaders-at-meetings", "state", "leader", until="2004") == [
        ("state:japan", "person:junichiro-koizumi"),
        ("state:kazakhstan", "person:nursultan-nazarbayev"),
        ("state:kyrgyzstan", "person:askar-akayev"),
        ("state:tajikistan", "person:emomali-rahmon"),
        ("state:turkmenistan", "person:saparmurat-niyazov"),
        ("state:uzbekistan", "person:islam-karimov"),
    ]


def test_another_office_can_be_asked_for() -> None:
    rows = ask("leaders-at-meetings", "leader", state="Japan", office="foreign minister", since="2025-12")

    assert rows == [("person:toshimitsu-motegi",)]


def test_the_first_agenda_of_the_dialogue_was_regional_cooperation_and_that_of_2025_much_wider() -> None:
    first = {row[0] for row in ask("themes", "topic", actor="forum:ca-jad", until="2004")}
    latest = {row[0] for row in ask("themes", "topic", actor="forum:ca-jad", since="2025", until="2025")}

    assert "theme:regional-cooperation" in first
    assert {"theme:decarbonisation", "theme:connectivity", "theme:critical-minerals"} <= latest - first


def test_a_broader_theme_brings_the_narrower_ones() -> None:
    topics = {row[0] for row in ask("themes", "topic", theme="Sustainable development")}

    assert {"theme:decarbonisation", "theme:climate-and-environment"} <= topics
    assert "theme:trade" not in topics


def test_the_tokyo_summit_came_out_with_a_target_on_which_a_source_is_ten_times_out() -> None:
    rows = ask("outcomes", "outcome", "amount", "for", meeting="Tokyo summit")

    assert ("five-year target for business projects", "3000000000000 JPY", "group:central-asia") in rows
    assert ("five-year target for business projects", "30000000000000 JPY", "group:central-asia") in rows


def test_a_document_of_six_states_is_for_japan_and_central_asia() -> None:
    rows = ask("outcomes", "outcome", "documents", "for", meeting="Tokyo summit")

    assert [row for row in rows if row[0] == "public and private cooperation documents"] == [
        ("public and private cooperation documents", documents, party)
        for documents in ("150", "158")
        for party in ("group:central-asia", "state:japan")
    ]


def test_an_outcome_is_found_by_who_benefits() -> None:
    outcomes = {row[0] for row in ask("outcomes", "outcome", party="Tajikistan", since="2025-12")}

    assert "Spitamen customs" in outcomes
    assert "Aktau port customs" not in outcomes


def test_sources_disagree_on_what_the_naryn_bridge_costs() -> None:
    rows = ask("disputes", "fact", "on", "value", "according_to", about="Kyrgyzstan")

    assert [row[1:] for row in rows if row[0] == "Naryn River bridge"] == [
        ("cajad:amount", "20000000 USD", "Qazinform"),
        ("cajad:amount", "20500000 USD", "24.kg"),
    ]


def test_sources_disagree_on_the_year_in_which_the_dialogue_was_founded() -> None:
    rows = ask("disputes", "on", "value", "sources")

    assert [value for on, value, _ in rows if on == "cajad:founded"] == ["2004-08-28", "2014", "2024"]


def test_disputes_can_be_kept_to_those_to_which_a_source_has_lately_spoken() -> None:
    facts = {row[0] for row in ask("disputes", "fact", since="2026-02")}

    assert "Naryn River bridge" in facts
    assert "public and private cooperation documents" not in facts


def test_the_government_postponed_what_the_press_cancelled() -> None:
    rows = ask("disputes", "on", "value", "according_to")
    publishers = {value: names for on, value, names in rows if on == "cajad:status"}

    assert "Prime Minister's Office of Japan" in publishers["cajad:postponed"]
    assert "AnewZ" in publishers["cajad:cancelled"]


def test_the_turn_of_japanese_companies_rests_on_one_source() -> None:
    rows = ask("single-source", "type", "publisher", "kind_of_source", about="Japanese companies")

    assert ("cajad:Shift", "AnewZ", "cajad:secondary") in rows


def test_what_rests_on_a_weak_source_alone_comes_first() -> None:
    kinds = list(dict.fromkeys(row[0] for row in ask("single-source", "kind_of_source")))

    assert kinds == ["cajad:weak", "cajad:secondary", "cajad:republished", "cajad:primary"]
