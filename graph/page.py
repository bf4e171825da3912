"""One offline HTML page for a network: the only file that knows pyvis.

pyvis collects nodes and edges and renders; its own template, which loads four files from
two hosts and runs script found in a label, is replaced by ``assets/view.html.j2``.
vis-network comes from pyvis's own folder. Text reaches the page as JSON in a data block and
the browser by ``textContent``; a Content-Security-Policy allows the scripts of this page by
their hashes and nothing else, no request included.
"""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import networkx as nx
import pyvis
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from cajad.graph.page_data import BASE, PageData, Record, page_data

ASSETS = Path(__file__).with_name("assets")
VIS = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"
SCRIPTS = ("view_data.js", "view_text.js", "view_paint.js", "view_names.js", "view_claims.js", "view_panel.js",
           "view_controls.js", "view_table.js", "view.js")  # fmt: skip
PLAIN_ROWS = 3000  # relations in the table for readers without JavaScript
LANGUAGES = ("en", "ja", "ru")

OPTIONS: Record = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": False, "selectConnectedEdges": False, "tooltipDelay": 86_400_000, "zoomSpeed": 0.7},
    "nodes": {"shape": "dot", "opacity": 0, "borderWidth": 0, "chosen": False, "labelHighlightBold": False},
}


class PageNetwork(Network):  # type: ignore[misc]
    """pyvis's network with our template, parallel edges kept and no search through all nodes."""

    def __init__(self, data: PageData, **page: Any) -> None:
        super().__init__(directed=True, cdn_resources="in_line", heading=page["title"])
        self.options: Record = OPTIONS
        self.path = "view.html.j2"
        self.templateEnv = Environment(
            loader=FileSystemLoader(ASSETS), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True, newline_sequence="\n",
        )  # fmt: skip
        self.templateEnv.globals.update(page)
        for node in data.nodes:
            self.add_node(node["id"], **node)
        for edge in data.edges:
            self.add_edge(edge["from"], edge["to"], **_without(edge, "from", "to"))

    def add_node(self, n_id: int, **options: Any) -> None:
        """Add a node whose position in the list is its number."""
        self.nodes.append(options)
        self.node_ids.append(n_id)
        self.node_map[n_id] = options

    def add_edge(self, source: int, to: int, **options: Any) -> None:
        """Add an edge, also where there is one already: each relation is a line of its own."""
        self.edges.append({"from": source, "to": to} | options)


def render_page(
    network: nx.MultiDiGraph,
    facts: Mapping[str, Record],
    *,
    title: str,
    lang: str = "en",
    note: str = "",
    legend: Sequence[Record] = (),
) -> str:
    """Return the page: one file, no request, the same bytes for the same input."""
    data = page_data(network, facts, legend)
    lang = lang if lang in LANGUAGES else "en"
    vis, script, style = _vis(), _script(), _squeeze(_asset("view.css"))
    page = PageNetwork(
        data, title=title, note=note, lang=lang, languages=LANGUAGES, w=_words()[lang], words=_words(),
        facts=data.facts, sources=data.sources, relations=data.relations,
        data_block=_data_block(data, title=title, note=note, lang=lang), json_block=json_block, columns=columns,
        kinds={row["type"]: _say(lang)(row["label"]) for row in data.legend},
        plain_rows=PLAIN_ROWS, say=_say(lang), vis=Markup(vis), script=Markup(script), style=Markup(style),
        policy=content_policy((vis, script), style),
    )  # fmt: skip
    html: str = page.generate_html()
    return html.encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair has no UTF-8


def _data_block(data: PageData, **page: str) -> Markup:
    """Return all that the scripts need beside nodes and edges, which come through pyvis."""
    told: Record = {"facts": columns(data.facts), "sources": columns(data.sources)}
    told |= {"relations": data.relations, "legend": data.legend}
    return json_block(told | page | {"words": _words(), "options": OPTIONS, "base": BASE})


def json_block(value: Any) -> Markup:
    """Return JSON that can stand in a script element: no text in it can end the element."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(text)


def columns(rows: Sequence[Record]) -> Record:
    """Return the rows as columns, so that a key is written once; a column with gaps goes by row number."""
    keys = sorted({key for row in rows for key in row})
    table: Record = {}
    for key in keys:
        filled = {number: row[key] for number, row in enumerate(rows) if key in row}
        table[key] = list(filled.values()) if len(filled) == len(rows) else filled
    return {"rows": len(rows), "columns": table}


def content_policy(scripts: Sequence[str], style: str) -> str:
    """Return a policy under which only these scripts and this style run, and nothing is fetched."""
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


@cache
def _vis() -> str:
    """vis-network as pyvis ships it, without the carriage returns that an HTML parser would drop."""
    text = VIS.read_bytes().decode("utf-8").replace("\r", "")
    return text.replace("//# sourceMappingURL=vis-network.min.js.map", "").strip()


@cache
def _script() -> str:
    parts = "\n".join(_asset(name) for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{_squeeze(parts)}\n}})();'


def _squeeze(text: str) -> str:
    """Leave out indentation and whole-line comments: a fifth of our scripts and style, in every page."""
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _asset(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")


@cache
def _words() -> dict[str, dict[str, str]]:
    """The words of the page by language, each with the English ones behind it."""
    read: dict[str, dict[str, str]] = json.loads(_asset("words.json"))
    return {lang: read["en"] | read[lang] for lang in LANGUAGES}


def _say(lang: str) -> Any:
    def say(label: Mapping[str, str]) -> str:
        return label.get(lang) or label.get("en") or next(iter(label.values()), "")

    return say


def _without(row: Record, *keys: str) -> Record:
    return {key: value for key, value in row.items() if key not in keys}
