"""The shipped facts as a whole: enough of them, each of a source that can be looked up, and none lost on the way.

That checks and shapes find nothing in them is held by `test_graph_checking.py`.
"""

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from fixtures_queries import shipped

from cajad.ontology.namespaces import PREFIXES
from cajad.ontology.rdf import Literal

FACTS = Path(__file__).parent.parent / "loaders" / "facts"
# The address of none of these could be found again; a source is named by publisher, title and day.
WITHOUT_ADDRESS = {
    "2016-11-japan-kazakhstan-statement",
    "2021-11-11-nippon-com-hayashi",
    "2023-09-13-sputnik-kamikawa",
    "2025-12-logi-biz-founded-2024",
    "2025-12-uzbek-embassy-relations",
}
# One page whose content is read on two days is two sources.
EDITIONS = {"https://github.com/every-politician-scrapers/world-leaders-2021": 2}


@cache
def pack() -> dict[str, dict[str, Any]]:
    """Give the tables of each facts file by the name of the file."""
    read = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(FACTS.glob("*.toml"))}
    return {name: tables for name, tables in read.items() if "source" in tables}


def sources() -> list[dict[str, Any]]:
    return [tables["source"] for tables in pack().values()]


def answer(query: str) -> list[tuple[str, ...]]:
    rows = shipped().rows(query)[1]
    return [tuple(v.text if isinstance(v, Literal) else str(v) for v in row) for row in rows]


def test_there_are_at_least_six_hundred_claims_from_a_hundred_and_fifty_documents() -> None:
    (counted,) = answer("""SELECT (COUNT(DISTINCT ?claim) AS ?claims) (COUNT(DISTINCT ?source) AS ?sources)
        WHERE { GRAPH ?source { ?claim a cajad:Claim ; cajad:source ?source } }""")

    assert int(counted[0]) >= 600
    assert int(counted[1]) >= 150


def test_every_facts_file_becomes_a_source_with_all_its_claims() -> None:
    stated = {name: len(tables["fact"]) for name, tables in pack().items()}
    stored = {
        iri.removeprefix(PREFIXES["source"]): int(count)
        for iri, count in answer("""SELECT ?source (COUNT(DISTINCT ?claim) AS ?claims)
            WHERE { GRAPH ?source { ?claim cajad:source ?source } } GROUP BY ?source""")
    }

    assert stored == stated


def test_every_source_has_publisher_title_date_language_and_reliability() -> None:
    keys = ("publisher", "title", "published", "language", "reliability")

    assert [source["id"] for source in sources() if not all(source.get(key) for key in keys)] == []


def test_every_source_has_an_address_but_for_five_whose_address_is_lost() -> None:
    assert {source["id"] for source in sources() if not source.get("url")} <= WITHOUT_ADDRESS


def test_every_address_is_one_that_a_browser_opens() -> None:
    given = [source["url"] for source in sources() if "url" in source]

    assert [url for url in given if not re.fullmatch(r"https?://[\w.-]+\.\w+(/[^\s<>\"]*)?", url)] == []


def test_no_document_is_curated_twice_under_one_address() -> None:
    counted = Counter(re.sub(r"#.*|/$", "", source["url"]) for source in sources() if "url" in source)

    assert {url: count for url, count in counted.items() if count > 1} == EDITIONS


def test_a_facts_file_is_named_after_its_source() -> None:
    assert {name: tables["source"]["id"] for name, tables in pack().items() if tables["source"]["id"] != name} == {}


def test_a_source_is_named_after_the_month_in_which_it_was_published() -> None:
    assert [s["id"] for s in sources() if not s["id"].startswith(f"{s['published']}"[:7])] == []


def test_every_judgement_is_on_claims_that_are_there() -> None:
    judgements = tomllib.loads((FACTS / "judgements.toml").read_text(encoding="utf-8"))["judgement"]
    judged = {claim for judgement in judgements for claim in (judgement["a"], judgement["b"])}
    known = {iri.removeprefix(PREFIXES["claim"]) for (iri,) in answer("""SELECT ?claim
        WHERE { GRAPH ?source { ?claim cajad:source ?source } }""")}  # fmt: skip

    assert judged
    assert {claim for claim in judged if claim.removeprefix("claim:") not in known} == set()


def test_every_judgement_gives_its_reason() -> None:
    judgements = tomllib.loads((FACTS / "judgements.toml").read_text(encoding="utf-8"))["judgement"]

    assert [j["a"] for j in judgements if len(j["reason"].split()) < 5] == []


def test_no_facts_file_tells_of_working_papers() -> None:
    forbidden = re.compile(r"shared/|dossier|facts\.md", re.IGNORECASE)

    assert [path.name for path in FACTS.iterdir() if forbidden.search(path.read_text(encoding="utf-8"))] == []


def test_no_source_says_that_something_was_held_before_its_day() -> None:
    early = answer("""SELECT ?claim WHERE { GRAPH ?source {
        ?claim cajad:source ?source ; cajad:status cajad:held ; cajad:earliest ?day .
        ?source cajad:latest ?published . FILTER(?day > ?published) } }""")

    assert early == []


def test_every_claim_has_its_place_in_a_fact() -> None:
    lost = answer("""SELECT ?claim WHERE { GRAPH ?source { ?claim cajad:source ?source }
        FILTER NOT EXISTS { ?fact cajad:claim ?claim } }""")

    assert lost == []
