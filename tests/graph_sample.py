"""A network of about a hundred nodes around the Tokyo summit of December 2025, for tests of the page.

It is shaped like the real ones but small enough to read: some claims are shortened, some invented
to have every status, a denial, a voice and two sources that exclude each other.
"""

import tomllib
from pathlib import Path
from typing import Any

import networkx as nx

THING = "https://w3id.org/cajad/id/"
LOOKS = {
    "State": ("#0072B2", "dot", ("State", "国家", "Государство")),
    "Leader": ("#D55E00", "diamond", ("Leader", "首脳・閣僚", "Руководитель")),
    "Forum": ("#009E73", "square", ("Forum", "枠組み", "Форум")),
    "Summit": ("#E69F00", "triangle", ("Summit", "首脳会合", "Саммит")),
    "MinisterialMeeting": ("#F0C75E", "triangle", ("Ministerial meeting", "閣僚会合", "Встреча министров")),
    "Visit": ("#B8860B", "triangleDown", ("Visit", "訪問", "Визит")),
    "Agreement": ("#56B4E9", "star", ("Agreement", "合意", "Соглашение")),
    "Theme": ("#CC79A7", "hexagon", ("Theme", "テーマ", "Тема")),
}
RELATIONS = {
    "participant": ("took part in", "参加", "участвует"),
    "forum": ("held under", "枠組み内", "в рамках"),
    "theme": ("on the agenda of", "議題", "на повестке"),
    "Membership": ("member of", "構成国", "член"),
    "Office": ("holds office in", "役職", "занимает пост"),
    "Tie": ("tie", "関係", "связь"),
    "party": ("party to", "当事国", "сторона"),
}
LETTERS = {"j": "japan", "k": "kazakhstan", "g": "kyrgyzstan", "t": "tajikistan", "z": "turkmenistan",
           "u": "uzbekistan", "r": "russia", "c": "china", "w": "united-states", "a": "afghanistan"}  # fmt: skip
# Columns: slug and three names, then for leaders their state, for forums their members. Events: type, slug,
# names, date, forum, participants, themes by number, and the statuses told one after the other.
TABLES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
PUBLISHERS = ["Ministry of Foreign Affairs of Japan", "AnewZ", "The Astana Times", "Kazinform", "TASS", "Nikkei"]


def name(text: str) -> dict[str, str]:
    return dict(zip(("en", "ja", "ru"), text.split("|"), strict=True))


def rows(table: str) -> list[list[str]]:
    return [line.split("|") for line in TABLES[table].strip().split("\n")]


def claim(number: int, status: str, **more: Any) -> dict[str, Any]:
    """A claim whose source, link and day follow from its number."""
    publisher = PUBLISHERS[number % len(PUBLISHERS)]
    published = more.pop("published", "2025-12-21")
    return {
        "source": f"{THING}source/{published}-{number}", "title": f"{publisher}, report of {published}",
        "publisher": publisher, "url": f"https://example.org/{published}/{number}", "published": published,
        "reliability": ["primary", "secondary", "republished"][number % 3], "type": "Summit", "status": status,
        "certainty": "asserted", "negated": False, "voice": "", "paragraph": number % 7, "date": "", "says": {},
    } | more  # fmt: skip


def fact(kind: str, label: dict[str, str], date: str, status: str, claims: list[dict[str, Any]]) -> dict[str, Any]:
    return {"label": label, "type": kind, "status": status, "certainty": "asserted", "disputed": [],
            "date": date, "claims": claims}  # fmt: skip


def tokyo_summit() -> tuple[nx.MultiDiGraph, dict[str, dict[str, Any]], list[dict[str, Any]]]:
    """Return network, facts and legend as the page takes them."""
    network = nx.MultiDiGraph()
    facts: dict[str, dict[str, Any]] = {}
    _add_actors(network, facts)
    _add_events(network, facts)
    _tell_the_life_of_the_summits(facts)
    for iri, degree in network.degree():
        network.nodes[iri]["size"] = float(degree)
        around = [
            data["facts"] for *_, data in [*network.in_edges(iri, data=True), *network.out_edges(iri, data=True)]
        ]
        network.nodes[iri]["facts"] = sorted({one for found in around for one in found})
    legend = [
        {"type": kind, "label": name("|".join(label)), "colour": colour, "shape": shape}
        for kind, (colour, shape, label) in LOOKS.items()
    ]
    return network, facts, legend


def add(network: nx.MultiDiGraph, kind: str, iri: str, label: dict[str, str], alt: list[str] | None = None) -> str:
    colour, shape, _ = LOOKS[kind]
    network.add_node(THING + iri, label=label, alt=alt or [], type=kind, colour=colour, shape=shape, facts=[])
    return THING + iri


def tie(network: nx.MultiDiGraph, source: str, target: str, relation: str, of: str, **more: Any) -> None:
    data = {"status": "ongoing", "certainty": "asserted", "disputed": False, "inferred": False,
            "earliest": "", "latest": ""} | more  # fmt: skip
    network.add_edge(source, target, relation=relation, label=name("|".join(RELATIONS[relation])), facts=[of], **data)


def _add_actors(network: nx.MultiDiGraph, facts: dict[str, dict[str, Any]]) -> None:
    for slug, *labels in rows("states"):
        add(network, "State", f"state/{slug}", name("|".join(labels)), ["Nippon"] if slug == "japan" else [])
    for slug, en, ja, ru in rows("themes"):
        add(network, "Theme", f"theme/{slug}", {"en": en, "ja": ja, "ru": ru})
    for number, (slug, en, ja, ru, members) in enumerate(rows("forums")):
        forum = add(network, "Forum", f"forum/{slug}", {"en": en, "ja": ja, "ru": ru})
        for letter in members:
            state = f"{THING}state/{LETTERS[letter]}"
            iri = f"{THING}fact/membership-{slug}-{letter}"
            facts[iri] = fact(
                "Membership", {"en": f"{LETTERS[letter].title()} – {en}"}, "", "ongoing", [claim(number, "ongoing")]
            )
            tie(network, state, forum, "Membership", iri)
    for number, (slug, en, ja, ru, state) in enumerate(rows("leaders")):
        leader = add(network, "Leader", f"person/{slug}", {"en": en, "ja": ja, "ru": ru})
        iri = f"{THING}fact/office-{slug}"
        facts[iri] = fact("Office", {"en": f"{en}, {state.title()}"}, "", "ongoing", [claim(number, "ongoing")])
        tie(network, leader, f"{THING}state/{state}", "Office", iri)
    _add_ties(network, facts)


def _add_ties(network: nx.MultiDiGraph, facts: dict[str, dict[str, Any]]) -> None:
    for power in ("russia", "china", "japan"):
        for letter in "kgtuz":
            state = LETTERS[letter]
            iri = f"{THING}fact/tie-{power}-{state}"
            voiced = {"voice": {"en": "Japanese media", "ja": "日本のメディア", "ru": "японские СМИ"}}
            told = claim(1, "ongoing", says={"strength": ["close"]}, published="2025-11-27", **voiced)
            facts[iri] = fact("Tie", {"en": f"{state.title()}, {power.title()}: close"}, "", "ongoing", [told])
            tie(network, f"{THING}state/{state}", f"{THING}state/{power}", "Tie", iri, inferred=power == "russia")


def _add_events(network: nx.MultiDiGraph, facts: dict[str, dict[str, Any]]) -> None:
    themes = [f"{THING}theme/{row[0]}" for row in rows("themes")]
    for number, (kind, slug, en, ja, ru, date, forum, who, what, statuses) in enumerate(rows("events")):
        event = add(network, kind, f"fact/{slug}", {"en": en, "ja": ja, "ru": ru})
        first, last = date.split("/")[0], date.split("/")[-1]
        days = {"earliest": first, "latest": last, "status": statuses.split()[-1]}
        told = [claim(number + step, status, published=f"{first[:4]}-0{step + 1}-15", date=date)
                for step, status in enumerate(statuses.split())]  # fmt: skip
        facts[event] = fact(kind, {"en": en, "ja": ja, "ru": ru}, date, days["status"], told)
        for letter in who:
            relation = "party" if kind == "Agreement" else "participant"
            tie(network, f"{THING}state/{LETTERS[letter]}", event, relation, event, **days)
        if forum:
            tie(network, event, f"{THING}forum/{forum}", "forum", event, **days)
        for letter in what:
            tie(network, themes[ord(letter) - ord("0")], event, "theme", event, **days)


def _tell_the_life_of_the_summits(facts: dict[str, dict[str, Any]]) -> None:
    tokyo = facts[f"{THING}fact/summit-2025-12-tokyo"]
    days, tokyo_says, astana_says = "2025-12-19/2025-12-20", {"place": ["Tokyo"]}, {"place": ["Astana"]}
    first = {"place": ["Tokyo"], "participant": ["Japan", "Central Asia"], "theme": ["Decarbonisation"]}
    warned = astana_says | {"because": ["Earthquake warning"]}
    tokyo["claims"] = [
        claim(1, "planned", published="2025-11-27", certainty="expected", date="2025-12", says=first),
        claim(0, "planned", published="2025-12-09", date=days, says=tokyo_says | {"host": ["Sanae Takaichi"]}),
        claim(2, "held", published="2025-12-20", date=days, says=tokyo_says | {"chair": ["Sanae Takaichi"]}),
    ]
    astana = facts[f"{THING}fact/summit-2024-08-astana"]
    astana["disputed"] = ["status"]
    astana["claims"] = [
        claim(3, "planned", published="2024-05-15", date="2024-08-09", says=astana_says),
        claim(5, "cancelled", published="2024-08-08", date="2024-08", says=warned),
        claim(0, "postponed", published="2024-08-09", date="2024-08", says=warned),
    ]


def hostile() -> tuple[nx.MultiDiGraph, dict[str, dict[str, Any]]]:
    """Return a network all of whose texts try to break out of the page."""
    texts = [
        "<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "\"'`><svg onload=alert(1)>",
        "line\u2028and\u2029paragraph", "\u202egnitrevo\u202c", "x" * 10_000, "長" * 10_000, "{{ 7 * 7 }}<!--",
        "__proto__", "constructor", "\x00\x07\ud800",
    ]  # fmt: skip
    network = nx.MultiDiGraph()
    facts: dict[str, dict[str, Any]] = {}
    for number, text in enumerate(texts):
        told = claim(number, text, title=text, publisher=text, url="javascript:alert(1)", voice={"en": text},
                     certainty=text, says={text: [text], "constructor": ["b"]}, reliability=text)  # fmt: skip
        facts[f"fact-{number}"] = fact(text, {"en": text}, text, text, [told]) | {"disputed": [text]}
        network.add_node(f"n{number}{text}", label={"en": text, "ja": text}, alt=[text], type=text, colour=text,
                         shape=text, size=float("nan"), facts=[f"fact-{number}"])  # fmt: skip
    names = list(network.nodes)
    for number, text in enumerate(texts):
        network.add_edge(names[number], names[0], relation=text, label={"en": text}, status=text, certainty=text,
                         disputed=True, inferred=True, facts=[f"fact-{number}"],
                         earliest=text, latest=text)  # fmt: skip
    return network, facts
