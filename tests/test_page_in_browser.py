"""The page in a real browser: it asks for nothing, runs nothing of what it shows, and fits any screen."""

from pathlib import Path
from typing import Any

import networkx as nx
import page_reader
import pytest
from page_reader import Reader

from cajad.graph.page import render_page

pytestmark = pytest.mark.browser
browser, files, read = page_reader.browser, page_reader.files, page_reader.read


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


@pytest.mark.parametrize("address", ["#node=nobody", "#fact=%E0%A4", "#lang=xx", "#<img src=x onerror=alert(1)>"])
def test_an_address_that_leads_nowhere_opens_the_start(read: Any, address: str) -> None:
    reader = read(address=address)

    assert reader.text("#panel h2") == "Who says so?"
    assert reader.messages == []


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
