"""Money, companies, visits and minerals over the shipped facts: rows that more facts will not change."""

from fixtures_queries import ask, store_of

LOAN = """2025-01-10 Example Daily
    [[fact]]
    type = "Initiative"
    name = "road loan"
    agent = ["Japan", "JICA"]
    beneficiary = "Kyrgyzstan"
    amount = "5000000000 JPY"
    status = "planned"
    paragraph = 1
    [[fact]]
    type = "Initiative"
    name = "copper mine"
    agent = "Itochu"
    place = "Pavlodar"
    amount = "7 USD"
    status = "held"
    date = "2024"
    paragraph = 2
    [[fact]]
    type = "Initiative"
    name = "denied grant"
    agent = "Japan"
    beneficiary = "Kyrgyzstan"
    amount = "1 JPY"
    status = "planned"
    negated = true
    paragraph = 3"""


def test_a_loan_is_of_the_state_whose_agency_lends_and_counts_for_the_year_of_the_source() -> None:
    rows = ask("money", "for", "year", "fact", "by", "sum", "money", "status", store=store_of(LOAN))

    assert rows == [
        ("state:kazakhstan", "2024", "copper mine", "organisation:itochu", "7", "USD", "cajad:held"),
        ("state:kyrgyzstan", "2025", "road loan", "state:japan", "5000000000", "JPY", "cajad:planned"),
    ]


def test_japan_lent_uzbekistan_187_billion_yen_in_2019_in_three_loans() -> None:
    rows = ask("money", "fact", "by", "sum", "status", beneficiary="Uzbekistan", currency="JPY", until="2019")

    assert {
        ("three yen loans to Uzbekistan", "state:japan", "187890000000", "cajad:held"),
        ("Navoi thermal power station, second phase", "organisation:jica", "128246000000", "cajad:planned"),
        ("power sector capacity, second phase", "organisation:jica", "36621000000", "cajad:planned"),
        ("horticulture value chain loan", "organisation:jica", "23023000000", "cajad:planned"),
    } <= set(rows)


def test_the_grant_for_the_port_of_aktau_was_719_million_yen_in_2026() -> None:
    rows = ask("money", "for", "year", "fact", "sum", "money", giver="Japan", since="2026")

    assert ("state:kazakhstan", "2026", "exchange of letters on cargo inspection at Aktau port customs", "719000000",
            "JPY") in rows  # fmt: skip


def test_sums_on_which_sources_disagree_are_rows_of_their_own_and_marked() -> None:
    rows = ask("money", "fact", "year", "sum", "money", "disputed", beneficiary="Kyrgyzstan", giver="JICA")

    assert [row[1:] for row in rows if row[0] == "Naryn River bridge"] == [
        ("2025", "20000000", "USD", "true"),
        ("2025", "20500000", "USD", "true"),
    ]
    assert ("exchange of notes and grant agreements with Kyrgyzstan", "2025", "44000000", "USD", "false") in rows


def test_what_is_for_central_asia_is_one_row_and_found_under_each_state() -> None:
    package = ("group:central-asia", "Global Gateway package", "group:european-union", "12000000000")

    assert package in ask("money", "for", "fact", "by", "sum", beneficiary="Turkmenistan", currency="eur")
    assert [row for row in ask("money", "for", "fact", "by", "sum") if row[1] == package[1]] == [package]


def test_only_what_is_promised_or_only_what_is_given_can_be_asked_for() -> None:
    assert {row[0] for row in ask("money", "status", status="planned")} == {"cajad:planned"}
    assert ("grant agreement on substations in Dushanbe",) in ask("money", "fact", status="held")


def test_itochu_went_into_uranium_with_orano_and_navoiyuran() -> None:
    rows = ask("companies", "named", "deal", "date", "status", "with", "themes", company="Itochu")
    deal = ("agreement on the South Djengeldi uranium deposit", "2025-03-10 / 2025-03-12", "cajad:held")

    for partner in ("organisation:navoiyuran", "organisation:orano"):
        assert ("organisation:itochu", *deal, partner, "Natural resources") in rows


def test_a_company_brings_the_deals_of_its_subsidiary() -> None:
    rows = ask("companies", "named", "deal", "with", company="Mitsubishi Corporation")

    assert ("organisation:mitsubishi-corporation-rtm-japan", "gallium supply contract",
            "organisation:aluminium-of-kazakhstan") in rows  # fmt: skip
    assert {row[0] for row in rows} == {
        "organisation:mitsubishi-corporation", "organisation:mitsubishi-corporation-rtm-japan",
    }  # fmt: skip


def test_without_a_company_all_japanese_ones_are_asked_for_and_no_other() -> None:
    named = {row[0] for row in ask("companies", "named")}

    assert {f"organisation:{name}" for name in ("hitachi", "inpex", "marubeni", "nec", "toshiba", "toyota-tsusho")
            } <= named  # fmt: skip
    assert named.isdisjoint({"organisation:orano", "organisation:jica", "organisation:kazatomprom"})


def test_the_partners_of_a_japanese_company_are_not_its_countrymen_unless_it_is_asked_for_alone() -> None:
    deal = "trial of the IOWN optical network"
    all_companies = {row for row in ask("companies", "deal", "with") if row[0] == deal}

    assert all_companies == {(deal, "state:uzbekistan")}
    assert (deal, "organisation:ntt-docomo") in ask("companies", "deal", "with", company="NEC")


def test_deals_are_found_by_theme_and_partner() -> None:
    rows = ask("companies", "named", "deal", theme="Critical minerals", partner="Kazatomprom")

    assert ("organisation:toshiba", "extension of the Toshiba–Kazatomprom partnership to rare metals") in rows
    assert "memorandum of Toshiba and Kazatomprom" not in {deal for _, deal in rows}


def test_kishida_called_off_his_visit_to_three_states() -> None:
    columns = ("guest", "of", "to", "date", "status")

    assert ask("visits", *columns, visitor="Fumio Kishida", since="2024", until="2024") == [
        ("person:fumio-kishida", "state:japan", f"state:{host}", "2024-08-09/2024-08-12", "cajad:cancelled")
        for host in ("kazakhstan", "mongolia", "uzbekistan")
    ]


def test_five_presidents_came_to_japan_in_2023_and_later() -> None:
    guests = {row[0] for row in ask("visits", "guest", host="Japan", since="2023")}

    assert {
        "person:emomali-rahmon", "person:kassym-jomart-tokayev", "person:sadyr-japarov",
        "person:serdar-berdimuhamedov", "person:shavkat-mirziyoyev",
    } <= guests  # fmt: skip


def test_a_tour_of_central_asia_is_one_row_and_a_visit_to_each_of_its_states() -> None:
    tour = ("person:shinzo-abe", "group:central-asia", "group:central-asia", "2015-10")
    to_kyrgyzstan = ask("visits", "guest", "to", "where", "date", host="Kyrgyzstan", until="2015")

    assert tour in to_kyrgyzstan
    assert [row for row in ask("visits", "guest", "to", "where", "date") if row[3] == "2015-10"] == [tour]


def test_uranium_began_with_mynkuduk_and_kharasan() -> None:
    rows = ask("minerals", "date", "fact", "of", mineral="uranium", until="2007")

    assert ("2006-01", "joint venture for uranium at Mynkuduk", "organisation:kazatomprom") in rows
    assert {of for _, fact, of in rows if fact == "Japanese stake in the Kharasan uranium mines"} == {
        "organisation:chubu-electric-power", "organisation:marubeni", "organisation:tepco",
    }  # fmt: skip


def test_gallium_is_bought_by_a_subsidiary_of_mitsubishi() -> None:
    buyer = "organisation:mitsubishi-corporation-rtm-japan"
    rows = ask("minerals", "date", "fact", "status", "of", mineral="Gallium", partner=buyer)

    assert ("2025-12", "gallium supply contract", "cajad:held", buyer) in rows
    assert ("2026", "gallium imports from Kazakhstan", "cajad:planned", buyer) in rows


def test_minerals_of_every_kind_are_in_but_no_other_resources_of_a_state() -> None:
    facts = {row[0] for row in ask("minerals", "fact")}

    assert {"tungsten mining in Kazakhstan", "uranium mining at South Djengeldi", "CA+JAD Tokyo Initiative"} <= facts
    assert facts.isdisjoint({"North Caspian oil project", "Global Gateway package"})
