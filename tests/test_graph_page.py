"""The page as a file: same bytes, nothing that runs but our scripts, nothing that is fetched."""

import base64
import copy
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import Any

import networkx as nx
import pytest
from graph_sample import THING, hostile, tokyo_summit

from cajad.graph import page as page_module
from cajad.graph.page import render_page


@pytest.fixture(scope="module")
def sample() -> str:
    network, facts, legend = tokyo_summit()
    return render_page(network, facts, title="Tokyo summit", note="Sample", legend=legend)


def block(html: str, name: str) -> Any:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    return {key: rows_of(value) for key, value in json.loads(found[1]).items()}


def rows_of(value: Any) -> Any:
    """A table that is kept by column, as the page reads it: row by row."""
    if not isinstance(value, dict) or "columns" not in value:
        return value
    lists = {
        key: column if isinstance(column, list) else {int(n): v for n, v in column.items()}
        for key, column in value["columns"].items()
    }
    return [
        {key: column[number] for key, column in lists.items() if isinstance(column, list) or number in column}
        for number in range(value["rows"])
    ]


def one_edge(**edge: Any) -> nx.MultiDiGraph:
    network = nx.MultiDiGraph()
    network.add_node("a", label={"en": "A"}, type="State")
    network.add_node("b", label={"en": "B"}, type="Summit")
    network.add_edge("a", "b", relation="participant", label={"en": "took part in"}, **edge)
    return network


class Elements(HTMLParser):
    """Every start tag with its attributes, as an HTML parser sees them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_same_network_gives_the_same_bytes(sample: str) -> None:
    network, facts, legend = tokyo_summit()

    assert render_page(network, facts, title="Tokyo summit", note="Sample", legend=legend) == sample


def test_the_order_in_which_facts_and_edges_arrive_leaves_no_trace(sample: str) -> None:
    network, facts, legend = tokyo_summit()
    other = nx.MultiDiGraph()
    other.add_nodes_from(reversed(list(network.nodes(data=True))))
    other.add_edges_from(reversed(list(network.edges(keys=True, data=True))))
    backwards = dict(reversed(facts.items()))

    assert render_page(other, backwards, title="Tokyo summit", note="Sample", legend=legend) == sample


def test_the_network_and_facts_of_the_caller_are_left_as_they_were() -> None:
    network, facts, legend = tokyo_summit()
    before = copy.deepcopy((dict(network.nodes(data=True)), list(network.edges(data=True)), facts, legend))

    render_page(network, facts, title="T", legend=legend)

    assert (dict(network.nodes(data=True)), list(network.edges(data=True)), facts, legend) == before


def test_the_policy_names_the_hash_of_every_script_and_of_the_style(sample: str) -> None:
    inline = re.findall(r"<script>(.*?)</script>|<style>(.*?)</style>", sample, re.DOTALL)
    policy = next(a["content"] for tag, a in Elements(sample).found if a.get("http-equiv"))
    assert policy is not None

    assert len(inline) == 3
    for script, style in inline:
        digest = base64.b64encode(hashlib.sha256((script or style).encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")


def test_a_page_for_a_hundred_nodes_stays_under_700_kilobytes(sample: str) -> None:
    assert len(sample.encode()) < 700_000


def test_the_page_loads_nothing(sample: str) -> None:
    loaded = [a for tag, a in Elements(sample).found if a.get("src") or (tag == "link" and a.get("href") != "data:,")]

    assert loaded == []


def test_the_document_says_what_it_is(sample: str) -> None:
    assert sample.startswith('<!doctype html>\n<html lang="en">')
    assert '<meta charset="utf-8">' in sample
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in sample
    assert "<title>Tokyo summit</title>" in sample
    assert "\r" not in sample


def test_a_hostile_text_opens_no_element_and_carries_no_handler() -> None:
    calm = {tag for tag, _ in Elements(render_page(one_edge(), {}, title="T")).found}
    network, facts = hostile()

    elements = Elements(
        render_page(network, facts, title="</title><script>alert(1)</script>", note="<b onclick=x>")
    ).found

    assert {tag for tag, _ in elements} <= calm | {"dt", "dd", "p", "a"}
    assert [attributes for _, attributes in elements if any(name.startswith("on") for name in attributes)] == []
    assert len([tag for tag, _ in elements if tag == "script"]) == 4


def test_a_hostile_text_reaches_the_page_unchanged_as_data() -> None:
    network, facts = hostile()

    nodes = block(render_page(network, facts, title="T"), "graph-data")["nodes"]

    assert "<img src=x onerror=alert(1)>" in [node["label"]["en"] for node in nodes]
    assert "line\u2028and\u2029paragraph" in [node["label"]["en"] for node in nodes]


def test_two_relations_between_the_same_nodes_stay_two() -> None:
    network = one_edge()
    network.add_edge("a", "b", relation="host", label={"en": "hosts"})

    graph = block(render_page(network, {}, title="T"), "graph-data")

    assert [(edge["from"], edge["to"], edge["relation"]) for edge in graph["edges"]] == [(0, 1, 0), (0, 1, 1)]


def test_a_fact_that_nothing_refers_to_stays_out() -> None:
    facts = {"used": {"label": {"en": "Used"}}, "unused": {"label": {"en": "Unused"}}}

    view = block(render_page(one_edge(facts=["used", "unknown"]), facts, title="T"), "view-data")

    assert [fact["label"]["en"] for fact in view["facts"]] == ["Used"]


def test_the_claims_of_a_fact_keep_their_order_and_share_their_sources() -> None:
    same = {"source": "s", "publisher": "P", "published": "2025-11-27", "url": "https://example.org/"}
    other = {"source": "t", "publisher": "Q", "published": "2025-12-20"}
    facts = {
        "f": {"claims": [same | {"status": "planned"}, same | {"status": "proposed"}, other | {"status": "held"}]}
    }

    view = block(render_page(one_edge(facts=["f"]), facts, title="T"), "view-data")

    claims = view["facts"][0]["claims"]
    assert [(claim["status"], claim["source"]) for claim in claims] == [("planned", 0), ("proposed", 0), ("held", 1)]
    assert [source["publisher"] for source in view["sources"]] == ["P", "Q"]


def test_a_type_missing_from_the_legend_is_added_with_its_own_looks() -> None:
    network = one_edge()
    network.nodes["b"].update(kind={"en": "Summit meeting"}, colour="#123456", shape="star")

    view = block(render_page(network, {}, title="T"), "view-data")

    assert {"type": "Summit", "label": {"en": "Summit meeting"}, "color": "#123456", "shape": "star"} in view[
        "legend"
    ]


def test_a_node_finer_than_its_legend_entry_keeps_its_own_name_for_what_it_is() -> None:
    network = one_edge()
    network.nodes["b"].update(type="Meeting", kind={"en": "Summit"})
    legend = [{"type": "Meeting", "label": {"en": "Meeting"}, "colour": "#123456", "shape": "star"}]

    nodes = block(render_page(network, {}, title="T", legend=legend), "graph-data")["nodes"]

    assert (nodes[1]["type"], nodes[1]["kind"]) == ("Meeting", {"en": "Summit"})


@pytest.mark.parametrize("colour", ["red", "#12", "url(x)", "#1234567", None])
def test_a_colour_that_is_no_hexadecimal_colour_becomes_grey(colour: str | None) -> None:
    network = one_edge()
    network.nodes["a"]["colour"] = colour

    legend = block(render_page(network, {}, title="T"), "view-data")["legend"]

    assert legend[0]["color"] == "#6b7280"


def test_the_plain_form_names_nodes_relations_and_sources_without_a_script(sample: str) -> None:
    plain = re.search(r"<noscript>(.*?)</noscript>", sample, re.DOTALL)
    assert plain is not None

    assert "<tr><td>Kazakhstan<td>took part in<td>" in plain[1]
    assert "<p>Summit of the Dialogue, Tokyo (held, 2025-12-19/2025-12-20)" in plain[1]
    assert '<a rel="noopener noreferrer" href="https://example.org/2025-12-20/2">The Astana Times</a>' in plain[1]


def test_an_unknown_language_falls_back_to_english() -> None:
    assert '<html lang="en">' in render_page(one_edge(), {}, title="T", lang="xx")


def test_the_page_opens_in_the_language_asked_for() -> None:
    html = render_page(one_edge(), {}, title="T", lang="ja")

    assert '<html lang="ja">' in html
    assert '<span data-word="types">種別</span>' in html


def test_every_word_of_the_page_is_there_in_three_languages() -> None:
    words = json.loads((page_module.ASSETS / "words.json").read_text(encoding="utf-8"))
    plain = {lang: {key for key in table if not key.startswith("role:")} for lang, table in words.items()}

    assert plain["ja"] == plain["en"]
    assert plain["ru"] == plain["en"]


def test_every_word_that_a_script_asks_for_exists() -> None:
    words = json.loads((page_module.ASSETS / "words.json").read_text(encoding="utf-8"))["en"]
    scripts = "\n".join((page_module.ASSETS / name).read_text(encoding="utf-8") for name in page_module.SCRIPTS)

    assert set(re.findall(r'\bword\("([A-Za-z]+)"\)', scripts)) - set(words) == set()


def test_vis_network_is_the_file_that_was_read_and_judged() -> None:
    digest = hashlib.sha256(page_module.VIS.read_bytes().replace(b"\r", b"")).hexdigest()

    assert digest == "f3c1229464749a6f5a80c80867189edfdc0198be0d015c3d770aff196cb6c0a1"


def test_a_node_of_the_project_is_found_under_its_whole_address(sample: str) -> None:
    view, graph = block(sample, "view-data"), block(sample, "graph-data")

    assert view["base"] == THING
    assert "state/japan" in [node["at"] for node in graph["nodes"]]
