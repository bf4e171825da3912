"""Labels that would break out of HTML, Turtle, SPARQL, CSV, XML or the terminal stay text on every way."""

import csv
import io
import json
import shutil
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

import pytest
import rdflib
from store_sample import DATA, load, process, run

from cajad.graph.store import open_store

HOSTILE = DATA / "hostile.toml"
ODD = "https://w3id.org/cajad/id/organisation/odd"
IMAGE = "<img src=x onerror=alert(1)>"
LABELS = {
    rdflib.Literal(IMAGE, lang="en"),
    rdflib.Literal('""" . } ; DROP ALL ; #', lang="ja"),
    rdflib.Literal("\u202eodd\u202c \x1b]0;title\x07", lang="ru"),
}
LABELS_OF_ODD = (
    "SELECT ?label { <https://w3id.org/cajad/id/organisation/odd> rdfs:label ?label } ORDER BY LANG(?label)"
)

pytest_plugins = ["fixtures_store"]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("hostile") / "store"
    load(store, HOSTILE)
    return store


def active(text: str) -> list[str]:
    """Give the characters that a terminal would obey or that turn the direction of writing."""
    return [c for c in text if unicodedata.category(c) in ("Cc", "Cf") and c != "\n"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "organisation:odd"),
        ("show", "organisation:odd", "--lang", "ru"),
        ("show", "organisation:odd", "--lang", "ja"),
        ("sources",),
        ("query", LABELS_OF_ODD),
        ("query", "SELECT ?name { ?fact cajad:name|cajad:occasion ?name }"),
        ("metrics", "meetings"),
        ("timeline",),
        ("conflicts",),
    ],
    ids=lambda arguments: " ".join(arguments[:2])[:20],
)
def test_nothing_that_a_terminal_obeys_is_printed_for_people(hostile: Path, arguments: tuple[str, ...]) -> None:
    result = process(*arguments, store=hostile)

    assert result.returncode == 0, result.stderr
    assert active(result.stdout) == []
    assert active(result.stderr) == []


def test_markup_is_shown_as_it_was_written(hostile: Path) -> None:
    assert run("show", "organisation:odd", store=hostile).stdout.startswith(
        f"{IMAGE}\norganisation:odd  Organisation\n"
    )


@pytest.mark.parametrize("name", [IMAGE, '""" . } ; DROP ALL ; #', "'; DROP TABLE facts; --", "back\\slash|bar"])
def test_a_thing_is_found_by_a_hostile_name(hostile: Path, name: str) -> None:
    assert run("show", name, store=hostile).stdout.startswith(IMAGE)


@pytest.mark.parametrize("name", ['"} DROP NOTHING #', "\x1b[31mred\x1b[0m", "\u202eatlantis", "a\nb", "\\"])
def test_a_hostile_name_of_nothing_is_refused_in_harmless_lines(hostile: Path, name: str) -> None:
    result = process("show", name, store=hostile)

    assert (result.returncode, result.stdout) == (1, "")
    assert active(result.stderr) == []
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("value", ['"} DROP ALL #', "> <x", "\x1b[31m", "C5+1 } UNION { ?s ?p ?o", "forum:x> y"])
def test_a_hostile_parameter_is_refused_in_one_harmless_line(hostile: Path, value: str) -> None:
    result = process("query", "meetings", "-p", f"forum={value}", store=hostile)

    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("parameter 'forum': ")
    assert active(result.stderr) == []
    assert result.stderr.count("\n") == 1


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # the parsers of rdflib still use its own old names
@pytest.mark.parametrize(
    ("form", "syntax"),
    [("turtle", "turtle"), ("ntriples", "nt"), ("nquads", "nquads"), ("trig", "trig"), ("jsonld", "json-ld")],
)
def test_hostile_labels_come_back_from_every_export(hostile: Path, form: str, syntax: str) -> None:
    data = rdflib.Dataset(default_union=True)
    data.parse(data=run("export", "--format", form, store=hostile).stdout_bytes, format=syntax)

    assert set(data.objects(rdflib.URIRef(ODD), rdflib.RDFS.label)) == LABELS


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_a_network_with_hostile_labels_is_well_formed_xml(hostile: Path, form: str) -> None:
    text = run("export", "--format", form, "--network", "relations", "--lang", "ru", store=hostile).stdout

    labels = [
        label for node in ElementTree.fromstring(text).iter() for label in (*node.attrib.values(), node.text or "")
    ]
    assert "\u202eodd\u202c  ]0;title " in labels


def test_answers_for_machines_keep_hostile_labels(hostile: Path) -> None:
    answers = json.loads(run("query", LABELS_OF_ODD, "--format", "json", store=hostile).stdout)
    table = list(csv.reader(io.StringIO(run("query", LABELS_OF_ODD, "--format", "csv", store=hostile).stdout)))

    expected = [str(label) for label in sorted(LABELS, key=lambda label: label.language or "")]
    assert [row["label"]["value"] for row in answers["results"]["bindings"]] == expected
    assert [row[0] for row in table[1:]] == expected


def test_hostile_claims_come_back_from_the_table(hostile: Path, tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_bytes(run("export", "--format", "csv", store=hostile).stdout_bytes)

    load(tmp_path / "again", tmp_path / "claims.csv")

    with open_store(hostile) as one, open_store(tmp_path / "again") as other:
        assert other.dump("nquads") == one.dump("nquads")


def test_hostile_labels_are_text_in_the_page(hostile: Path, tmp_path: Path) -> None:
    result = run("view", "relations", "-o", tmp_path / "page.html", store=hostile)

    assert result.exit_code == 0, result.stderr
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert IMAGE not in page
    assert "<script>alert" not in page
    assert "<svg onload" not in page


def test_a_hostile_source_can_be_forgotten(hostile: Path, tmp_path: Path) -> None:
    store = Path(shutil.copytree(hostile, tmp_path / "store"))

    assert run("forget", "2031-06-01-odd-labels", store=store).exit_code == 0
    with open_store(store) as opened:
        assert opened.graphs() == []


def test_a_harmful_file_name_is_printed_harmlessly(tmp_path: Path) -> None:
    path = tmp_path / "\x1b[31m\u202e.toml"
    path.write_text("x", encoding="utf-8")

    result = process("load", path, store=tmp_path / "store")

    assert result.returncode == 1
    assert active(result.stderr) == []
