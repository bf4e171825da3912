"""Central Asia between Japan, Russia, China and others: ties, forums, shifts and brokers over the shipped facts."""

from itertools import groupby

from fixtures_queries import ask

FIVE = ["state:kazakhstan", "state:kyrgyzstan", "state:tajikistan", "state:turkmenistan", "state:uzbekistan"]


def test_japanese_media_say_that_each_central_asian_state_is_close_to_russia() -> None:
    columns = ("state", "strength", "of", "voice", "publisher", "first")
    rows = ask("ties", *columns, partner="Russia")

    assert [row for row in rows if row[4] == "AnewZ"] == [
        (state, "cajad:close", "group:central-asia", "voice:japanese-media", "AnewZ", "2025-11-27") for state in FIVE
    ]


def test_a_tie_of_the_group_with_a_power_is_none_of_its_members_with_each_other() -> None:
    assert ask("ties", partner="Kyrgyzstan") == []


def test_ten_forums_and_more_bind_central_asia_to_the_five_powers() -> None:
    rows = ask("forums", "partner", "forum", "states")

    assert {
        ("group:european-union", "forum:european-union-central-asia", "5"),
        ("state:china", "forum:china-central-asia", "5"),
        ("state:china", "forum:shanghai-cooperation-organisation", "4"),
        ("state:japan", "forum:ca-jad", "5"),
        ("state:russia", "forum:russia-central-asia", "5"),
        ("state:russia", "forum:commonwealth-of-independent-states", "5"),
        ("state:russia", "forum:shanghai-cooperation-organisation", "4"),
        ("state:russia", "forum:collective-security-treaty-organisation", "3"),
        ("state:russia", "forum:eurasian-economic-union", "2"),
        ("state:united-states", "forum:c5-plus-1", "5"),
    } <= set(rows)


def test_only_the_five_powers_are_asked_for_unless_another_is() -> None:
    assert {row[0] for row in ask("forums", "partner")} == {
        "group:european-union", "state:china", "state:japan", "state:russia", "state:united-states",
    }  # fmt: skip
    assert ask("forums", "partner", "forum", partner="India")[0] == ("state:india", "forum:india-central-asia")


def test_the_leaders_of_central_asia_and_china_first_met_by_video_in_2022() -> None:
    rows = ask("forums", "forum", "meetings", "first", "last", partner="China")

    assert ("forum:china-central-asia", "3", "2022", "2025-06-17") in rows


def test_kazakhstan_sits_in_most_forums_and_turkmenistan_of_the_five_in_fewest() -> None:
    seats = ask("seats", "actor", "forums")
    five = [actor for actor, _ in seats if actor in FIVE]

    assert seats[0][0] == five[0] == "state:kazakhstan"
    assert five[-1] == "state:turkmenistan"


def test_three_of_the_five_sit_with_russia_in_the_collective_security_treaty_organisation() -> None:
    with_russia = {row[0]: row[1] for row in ask("seats", "actor", "as_member", partner="Russia")}

    assert [with_russia[state] for state in FIVE] == ["4", "4", "3", "1", "2"]


def test_japanese_companies_turned_from_russia_to_central_asia_because_of_the_war() -> None:
    turn = ("organisation:japanese-companies", "state:russia", "group:central-asia", "Russia–Ukraine war, 2022-02")
    columns = ("agent", "from", "to", "because")

    assert turn in ask("shifts", *columns)
    assert turn in ask("shifts", *columns, towards="Uzbekistan", away_from="Russia")
    assert ask("shifts", *columns, away_from="Kazakhstan") == []


def test_in_2004_the_five_dealt_with_japan_alone_and_in_2025_with_all_three_powers() -> None:
    def powers(year: str) -> dict[str, str]:
        return {row[0]: row[1] for row in ask("brokers", "state", "powers", since=year, until=year)}

    assert powers("2004") == dict.fromkeys(FIVE, "1")
    assert powers("2025") == dict.fromkeys(FIVE, "3")


def test_kazakhstan_is_the_broker_of_2025() -> None:
    assert ask("brokers", "state", since="2025", until="2025")[0] == ("state:kazakhstan",)


def test_within_a_year_who_deals_with_more_powers_stands_above() -> None:
    rows = ask("brokers", "year", "powers")

    for _, states in groupby(rows, key=lambda row: row[0]):
        powers = [int(row[1]) for row in states]
        assert powers == sorted(powers, reverse=True)


def test_what_all_five_did_together_can_be_left_out() -> None:
    together = {row[:2]: int(row[2]) for row in ask("brokers", "year", "state", "dealings")}
    apart = {row[:2]: int(row[2]) for row in ask("brokers", "year", "state", "dealings", joint="0")}

    assert apart.keys() < together.keys()
    assert all(apart[key] <= together[key] for key in apart)
