"""The page in a real browser: what a reader, with a mouse, a keyboard or a phone, can do."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import networkx as nx
import pytest
from cajad.graph.page import render_page
from graph_sample import THING, hostile, tokyo_summit

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = Path("/usr/bin/chromium")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--no-first-run", "--disable-default-apps", "--disable-sync"]  # fmt: skip
TOKYO = f"{THING}fact/summit-2025-12-tokyo"
ASTANA = f"{THING}fact/summit-2024-08-astana"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    network, facts, legend = tokyo_summit()
    bad_network, bad_facts = hostile()
    pages = {
        "sample": render_page(network, facts, title="Tokyo summit", legend=legend),
        "hostile": render_page(bad_network, bad_facts, title="</title><img src=x onerror=alert(1)>"),
    }
    for name, html in pages.items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8", newline="\n")
    return {name: folder / f"{name}.html" for name in pages}


class Reader:
    """One opened page, with everything it asked for or complained of."""

    def __init__(self, browser: Any, file: Path, address: str = "", **context: Any) -> None:
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}} | context)
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.messages: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.messages.append("dialog"), dialog.dismiss()))
        self.page.goto(file.as_uri() + address)
        self.page.wait_for_selector("#app:not([hidden])" if context.get("java_script_enabled", True) else "body")

    def text(self, selector: str) -> str:
        return str(self.page.locator(selector).first.inner_text())

    def listed(self, name: str) -> Any:
        """The button of this very name in the list of nodes."""
        return self.page.locator("#list").get_by_role("button", name=name, exact=True)

    def settled(self) -> None:
        """Wait for two frames: what was asked for is painted."""
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.fixture
def read(browser: Any, files: dict[str, Path]) -> Iterator[Any]:
    opened: list[Reader] = []

    def open_page(name: str = "sample", address: str = "", **context: Any) -> Reader:
        opened.append(Reader(browser, files[name], address, **context))
        return opened[-1]

    yield open_page
    for reader in opened:
        reader.context.close()


def walk_through(reader: Reader) -> None:
    page = reader.page
    page.locator("#list button").first.click()
    page.locator("#show-tables").click()
    page.locator("#table-relations td button").first.click()
    page.locator("#show-graph").click()
    page.locator("#lang").select_option("ja")
    page.locator("#theme").click()
    page.locator("#types input").first.uncheck()
    page.locator("#search").fill("а")
    page.keyboard.press("Enter")
    page.mouse.move(600, 400)
    page.mouse.wheel(0, -300)
    page.mouse.click(600, 400)
    reader.settled()


@pytest.mark.parametrize("name", ["sample", "hostile"])
def test_a_walk_through_the_page_asks_for_nothing_and_logs_nothing(read: Any, name: str) -> None:
    reader = read(name)
    walk_through(reader)

    assert [url for url in reader.requests if not url.startswith("file:")] == []
    assert len(reader.requests) == 1
    assert reader.messages == []


def test_hostile_names_are_shown_as_the_text_they_are(read: Any) -> None:
    reader = read("hostile")
    reader.page.locator("#list button", has_text="<img src=x").first.click()

    assert reader.text("#panel h2") == "<img src=x onerror=alert(1)>"
    assert reader.page.locator("#app img, #app script, #app iframe").count() == 0
    assert reader.page.locator("#panel a").count() == 0  # every address was a script


def test_a_name_of_ten_thousand_letters_leaves_the_layout_alone(read: Any) -> None:
    reader = read("hostile")
    reader.page.locator("#list button", has_text="xxxxxxxxxx").first.click()

    assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert reader.page.locator("#panel h2").bounding_box()["height"] < 200
    assert reader.page.evaluate("document.getElementById('panel').scrollHeight") < 2500


def test_a_script_that_was_added_to_the_file_does_not_run(read: Any, files: dict[str, Path], tmp_path: Path) -> None:
    html = files["sample"].read_text(encoding="utf-8")
    changed = tmp_path / "changed.html"
    changed.write_text(
        html.replace("</body>", "<script>document.title = 'changed'</script></body>"), encoding="utf-8"
    )
    files["changed"] = changed

    assert read("changed").page.title() == "Tokyo summit"


def test_a_page_whose_script_was_changed_says_that_it_did_not_run(
    browser: Any, files: dict[str, Path], tmp_path: Path
) -> None:
    html = files["sample"].read_text(encoding="utf-8")
    changed = tmp_path / "changed.html"
    changed.write_text(html.replace('"use strict";\nconst', '"use strict";\n\nconst'), encoding="utf-8")
    page = browser.new_page()
    page.goto(changed.as_uri())
    page.wait_for_selector("#stuck", state="visible")

    assert "did not run" in page.locator("#stuck").inner_text()
    page.close()


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


@pytest.mark.parametrize("address", ["#node=nobody", "#fact=%E0%A4", "#lang=xx", "#<img src=x onerror=alert(1)>"])
def test_an_address_that_leads_nowhere_opens_the_start(read: Any, address: str) -> None:
    reader = read(address=address)

    assert reader.text("#panel h2") == "Who says so?"
    assert reader.messages == []


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


def test_printing_shows_the_legend_and_hides_the_controls(read: Any) -> None:
    reader = read(color_scheme="dark")
    reader.page.emulate_media(media="print")

    assert reader.page.locator("#types").is_visible()
    assert not reader.page.locator("#search").is_visible()
    assert not reader.page.locator("#list").is_visible()


def test_a_phone_shows_the_page_without_scrolling_sideways(read: Any) -> None:
    reader = read(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    reader.page.locator("#filters-toggle").click()
    reader.listed("Japan").click()

    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert reader.text("#panel h2") == "Japan"


def test_without_javascript_the_plain_tables_are_there(read: Any) -> None:
    reader = read(java_script_enabled=False)

    assert reader.page.locator("noscript table").count() == 2
    assert "Kazakhstan" in reader.text(".plain table")


def test_the_dark_scheme_of_the_system_is_followed(read: Any) -> None:
    reader = read(color_scheme="dark")

    assert reader.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(16, 20, 24)"


def test_a_large_graph_names_its_hubs_only(browser: Any, tmp_path: Path) -> None:
    network = nx.star_graph(1200, create_using=nx.MultiDiGraph)
    network = nx.relabel_nodes(network, {number: f"n{number:04}" for number in network})
    for name, degree in network.degree():
        network.nodes[name].update(label=name, size=degree, type="State")
    file = tmp_path / "large.html"
    file.write_text(render_page(network, {}, title="Large"), encoding="utf-8", newline="\n")

    reader = Reader(browser, file)
    reader.settled()

    assert reader.page.locator("#graph").get_attribute("data-names") is not None
    assert 0 < int(reader.page.locator("#graph").get_attribute("data-names") or 0) <= 40
    reader.context.close()
