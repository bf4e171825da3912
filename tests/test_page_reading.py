"""Reading the page in a real browser: from a name to the claims, by mouse, keyboard, search and address."""

from typing import Any
from urllib.parse import quote

import page_reader
import pytest
from graph_sample import THING
from page_reader import Reader

pytestmark = pytest.mark.browser
browser, files, read = page_reader.browser, page_reader.files, page_reader.read

TOKYO = f"{THING}fact/summit-2025-12-tokyo"
ASTANA = f"{THING}fact/summit-2024-08-astana"


def test_a_node_chosen_in_the_list_shows_its_names_and_facts(read: Any) -> None:
    reader = read()
    reader.listed("Japan").click()

    assert reader.text("#panel h2") == "Japan"
    assert "日本" in reader.text("#panel .pairs")
    assert "Nippon" in reader.text("#panel .pairs")
    assert reader.page.locator("#panel h3", has_text="Summit (").count() == 1


def test_opening_a_fact_shows_its_claims_in_the_order_of_publication(read: Any) -> None:
    reader = read(address=f"#node={quote(THING + 'state/japan', safe='')}")
    reader.page.locator(f'#panel details[data-fact="{TOKYO}"] summary').first.click()

    claims = reader.page.locator(f'#panel details[data-fact="{TOKYO}"] .claim')
    assert [claims.nth(number).locator(".pill").first.inner_text() for number in range(3)] == [
        "planned",
        "planned",
        "held",
    ]
    assert claims.nth(0).locator("time").inner_text() == "27 Nov 2025"
    assert "AnewZ" in claims.nth(0).inner_text()
    assert "expected" in claims.nth(0).inner_text()
    assert "paragraph 1" in claims.nth(0).inner_text()


def test_a_claim_links_to_its_source_without_telling_it_where_the_reader_was(read: Any) -> None:
    reader = read(address=f"#fact={quote(TOKYO, safe='')}")
    link = reader.page.locator("#panel .claim a").first

    assert link.get_attribute("href") == "https://example.org/2025-11-27/1"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_outcomes_that_exclude_each_other_stand_side_by_side(read: Any) -> None:
    reader = read(address=f"#fact={quote(ASTANA, safe='')}")
    columns = reader.page.locator("#panel .parting.disputed li strong")

    assert columns.all_inner_texts() == ["cancelled", "postponed"]
    tops = [columns.nth(number).bounding_box()["y"] for number in range(2)]
    assert tops[0] == tops[1]


def test_clicking_a_node_in_the_picture_opens_it(read: Any) -> None:
    reader = read(address=f"#node={quote(THING + 'state/japan', safe='')}")
    reader.page.locator("#panel .close").click()
    reader.page.locator("#fit").click()
    reader.page.wait_for_timeout(400)
    x, y = find_in_picture(reader, "Japan")
    reader.page.mouse.click(x, y)

    assert reader.text("#panel h2") == "Japan"


def find_in_picture(reader: Reader, name: str) -> tuple[float, float]:
    """Sweep the pointer over the picture until it is over the node of this name."""
    found = reader.page.evaluate(
        """(name) => {
            const graph = document.getElementById("graph"), box = graph.getBoundingClientRect();
            for (let x = box.left + 20; x < box.right - 20; x += 7)
                for (let y = box.top + 20; y < box.bottom - 20; y += 7) {
                    graph.dispatchEvent(new MouseEvent("mousemove", { clientX: x, clientY: y }));
                    if (document.querySelector("#tip:not([hidden]) div")?.textContent === name) return [x, y];
                }
            return null; }""",
        name,
    )
    assert found is not None, f"{name} is nowhere in the picture"
    return found[0], found[1]


def test_a_relation_shows_its_ends_its_status_and_its_claims(read: Any) -> None:
    reader = read()
    reader.page.locator("#show-tables").click()
    row = (
        reader.page.locator("#table-relations tr", has_text="Summit of the Dialogue, Tokyo")
        .filter(has_text="Japan")
        .first
    )
    row.locator("button").click()

    assert reader.text("#panel h2").endswith("Summit of the Dialogue, Tokyo")
    assert reader.text("#panel .pill") == "held"
    assert reader.page.locator("#panel .claim").count() == 3


def test_the_keyboard_alone_leads_to_the_claims(read: Any) -> None:
    reader = read()
    keys = reader.page.keyboard
    keys.press("Tab")
    assert reader.page.evaluate("document.activeElement.id") == "skip"
    keys.press("Enter")
    for _ in range(200):
        if reader.page.evaluate("document.activeElement.textContent") == "Summit of the Dialogue, Astana":
            break
        keys.press("ArrowDown")
    keys.press("Enter")

    assert reader.text("#panel h2") == "Summit of the Dialogue, Astana"
    assert reader.page.locator("#panel .claim").count() == 3


def test_arrow_keys_walk_through_the_picture_and_enter_opens_the_details(read: Any) -> None:
    reader = read()
    reader.page.locator("#graph").focus()
    reader.page.keyboard.press("ArrowRight")
    first = reader.text("#panel h2")
    reader.page.keyboard.press("ArrowRight")
    second = reader.text("#panel h2")
    reader.page.keyboard.press("Enter")

    assert first != second
    assert reader.page.evaluate("document.activeElement.id") == "panel"
    assert reader.page.locator("#spoken").text_content() == second


@pytest.mark.parametrize(
    ("typed", "found"),
    [("toka", "Kassym-Jomart Tokayev"), ("ТОКАЕВ", "Kassym-Jomart Tokayev"), ("とかえふ", "Kassym-Jomart Tokayev"),
     ("shinzo", "Shinzō Abe"), ("高市", "Sanae Takaichi"), ("nippon", "Japan")],
)  # fmt: skip
def test_search_finds_a_name_in_any_language_and_spelling(read: Any, typed: str, found: str) -> None:
    reader = read()
    reader.page.keyboard.press("/")
    reader.page.keyboard.type(typed)

    assert found in reader.page.locator("#hits bdi").all_inner_texts()


def test_enter_takes_the_first_hit(read: Any) -> None:
    reader = read()
    reader.page.locator("#search").fill("japan")
    reader.page.keyboard.press("Enter")

    assert reader.text("#panel h2") == "Japan"


def test_changing_the_language_changes_words_names_and_the_language_of_the_page(read: Any) -> None:
    reader = read(address=f"#node={quote(THING + 'state/japan', safe='')}")
    reader.page.locator("#lang").select_option("ru")

    assert reader.text("#panel h2") == "Япония"
    assert reader.text("#show-tables") == "Таблица"
    assert reader.page.locator("html").get_attribute("lang") == "ru"


def test_the_address_of_a_chosen_node_opens_it_again(read: Any) -> None:
    first = read()
    first.listed("Uzbekistan").click()
    address = "#" + first.page.url.split("#")[1]

    assert read(address=address).text("#panel h2") == "Uzbekistan"


def test_switching_a_type_off_takes_its_nodes_and_their_relations_away(read: Any) -> None:
    reader = read()
    reader.page.locator("#types label", has_text="Theme").click()

    assert reader.text("#counts") == "78 of 89 nodes · 290 of 334 relations"


def test_on_an_earlier_day_only_what_was_published_by_then_is_known(read: Any) -> None:
    reader = read(address=f"#fact={quote(TOKYO, safe='')}")
    for _ in range(200):
        if reader.text("#asof-day") == "Only what was published by 9 Dec 2025":
            break
        reader.page.locator("#asof-back").click()

    assert reader.text("#panel .pill") == "planned"
    assert reader.page.locator("#panel .claim").count() == 2
    assert "hidden: 1" in reader.text("#panel .claims")


def test_the_address_keeps_the_day_that_was_chosen(read: Any) -> None:
    reader = read(address=f"#fact={quote(TOKYO, safe='')}&asof=2025-11-30")

    assert reader.text("#asof-day") == "Only what was published by 27 Nov 2025"
    assert reader.page.locator("#panel .claim").count() == 1


def test_sources_disagree_only_once_both_have_spoken(read: Any) -> None:
    before = read(address=f"#fact={quote(ASTANA, safe='')}&asof=2024-08-08")
    after = read(address=f"#fact={quote(ASTANA, safe='')}&asof=2024-08-09")

    assert before.text("#panel .pill") == "cancelled"
    assert before.page.locator("#panel .parting.disputed").count() == 0
    assert after.page.locator("#panel .parting.disputed li").count() == 2
