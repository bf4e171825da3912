"""Carbon crediting, the Caspian route, what followed a summit, the powers side by side: over the shipped facts."""

from fixtures_queries import ask

JCM = "memorandum on the Joint Crediting Mechanism with"


def test_three_states_joined_the_joint_crediting_mechanism() -> None:
    members = ask("carbon", "milestone", "type", "with", "is_crediting", crediting="1")
    joined = {with_ for _, kind, with_, _ in members if kind == "cajad:Membership"}

    assert {"state:kazakhstan", "state:kyrgyzstan", "state:uzbekistan"} <= joined
    assert {crediting for *_, crediting in members} == {"true"}


def test_carbon_crediting_went_from_memoranda_to_committees_and_their_decisions() -> None:
    steps = [
        ("2022-10-25", f"{JCM} Uzbekistan"),
        ("2023-10-30", f"{JCM} Kazakhstan"),
        ("2025-02-26", "first Joint Committee of the Joint Crediting Mechanism of Japan and Uzbekistan"),
        ("2025-05-16", "first Joint Committee of the Joint Crediting Mechanism of Japan and the Kyrgyz Republic"),
        ("2025-09-02", "decisions of the Joint Committee of Japan and the Kyrgyz Republic, September 2025"),
        ("2026-05-25", "decisions of the Joint Committee of Japan and the Kyrgyz Republic, May 2026"),
    ]

    assert [row for row in ask("carbon", "date", "milestone", crediting="1") if row in steps] == steps


def test_decarbonisation_stands_beside_crediting() -> None:
    rows = ask("carbon", "date", "milestone", "with", "is_crediting", partner="Uzbekistan")

    assert ("2024-01-09", "memorandum on decarbonisation with Uzbekistan", "state:uzbekistan", "false") in rows
    assert ("2025-09-16", "Roadmap for Achieving Carbon Neutrality in Central Asia", "group:central-asia",
            "false") in rows  # fmt: skip
    assert {with_ for _, _, with_, _ in rows} <= {"state:uzbekistan", "group:central-asia", ""}


def test_the_milestones_are_in_the_order_of_their_dates_and_the_undated_come_last() -> None:
    dates = [date for (date,) in ask("carbon", "date")]
    dated = [date[:4] for date in dates if date]

    assert dated == sorted(dated)
    assert dates[: len(dated)] == [date for date in dates if date]


def test_the_route_across_the_caspian_is_supported_tried_and_furnished_with_customs() -> None:
    rows = ask("corridor", "fact", "status", "by", "for", "amount")

    assert {
        ("support for the Caspian route", "cajad:planned", "state:japan", "group:central-asia", ""),
        ("trial shipments on the Caspian route", "cajad:held", "organisation:mlit", "", ""),
        ("Aktau port customs", "cajad:planned", "state:japan", "state:kazakhstan", ""),
        ("exchange of letters on cargo inspection at Aktau port customs", "cajad:held", "state:kazakhstan", "",
         "719000000 JPY"),
    } <= set(rows)  # fmt: skip


def test_the_route_is_known_by_its_other_name() -> None:
    assert "trial shipments on the Middle Corridor in spring and summer" in {
        row[0] for row in ask("corridor", "fact")
    }


def test_oil_under_the_caspian_and_roads_elsewhere_are_not_of_the_route() -> None:
    facts = {row[0] for row in ask("corridor", "fact")}

    assert facts.isdisjoint({"North Caspian oil project", "CAREC transport corridor in Zhambyl region"})


def test_what_concerns_the_route_can_be_asked_for_by_party_and_date() -> None:
    assert ("exchange of letters on cargo inspection at Aktau port customs",) in ask(
        "corridor", "fact", party="Kazakhstan", since="2026", status="held"
    )


def test_a_declaration_an_initiative_and_its_parts_came_out_of_the_tokyo_summit() -> None:
    rows = ask("aftermath", "fact", "link", "to", "status")

    assert {
        ("Tokyo Declaration", "cajad:meeting", "Tokyo summit", "cajad:held"),
        ("CA+JAD Tokyo Initiative", "cajad:meeting", "Tokyo summit", "cajad:held"),
        ("Spitamen customs", "cajad:partOf", "CA+JAD Tokyo Initiative", "cajad:planned"),
        ("business forum beside the Tokyo summit", "cajad:partOf", "Tokyo summit", "cajad:held"),
    } <= set(rows)


def test_what_only_came_later_has_no_link() -> None:
    rows = ask("aftermath", "fact", "link", "date", state="Kazakhstan", until="2026-03")

    assert ("exchange of letters on cargo inspection at Aktau port customs", "", "2026-01-30") in rows
    assert max(date for _, link, date in rows if not link) <= "2026-03-31"
    assert min(date for _, link, date in rows if not link) > "2025-12-20"


def test_the_astana_summit_was_replaced_by_the_one_in_tokyo() -> None:
    rows = ask("aftermath", "fact", "link", event="Astana summit", state="Sanae Takaichi")

    assert ("Tokyo summit", "cajad:replaces") in rows


def test_what_was_planned_around_a_summit_is_not_called_what_came_later() -> None:
    rows = ask("aftermath", "fact", "link", "status", event="Astana summit")

    assert ("joint statement of the Astana summit", "cajad:meeting", "cajad:planned") in rows
    assert ("joint statement of the Astana summit", "", "cajad:planned") not in rows


def test_in_2025_each_of_the_five_powers_held_one_summit_with_all_five_states() -> None:
    assert ask("powers", "by", "summits", since="2025", until="2025") == [
        ("group:european-union", "1"),
        ("state:china", "1"),
        ("state:japan", "1"),
        ("state:russia", "1"),
        ("state:united-states", "1"),
    ]


def test_the_powers_came_one_after_the_other_to_summits_with_central_asia() -> None:
    rows = ask("powers", "year", "by", "summits", "states")
    first = {power: year for year, power, summits, _ in reversed(rows) if summits != "0"}

    assert first == {
        "state:china": "2022", "state:russia": "2022", "state:united-states": "2023",
        "group:european-union": "2025", "state:japan": "2025",
    }  # fmt: skip
    assert {states for _, power, _, states in rows if power != "state:japan"} == {"5"}


def test_what_was_called_off_is_counted_only_where_it_is_asked_for() -> None:
    held = dict(ask("powers", "year", "summits", power="Japan", since="2024", until="2024"))
    every = dict(ask("powers", "year", "summits", power="Japan", since="2024", until="2024", status=""))

    assert (held["2024"], every["2024"]) == ("0", "1")


def test_another_power_can_be_asked_for() -> None:
    assert ("2023", "state:germany", "1") in ask("powers", "year", "by", "summits", power="Germany")
