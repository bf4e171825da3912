"""The commands that answer: results on standard output, talk on standard error, a reason for every refusal."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from store_sample import PLANNED, facts_file, nquads, run

from cajad.graph.store import open_store

CLAIMS = "SELECT ?claim { GRAPH ?source { ?claim a cajad:Claim } } ORDER BY ?claim"
EDGES = "SELECT ?source ?target { VALUES (?source ?target) { (state:japan state:china) } }"

pytest_plugins = ["fixtures_store"]


@pytest.mark.parametrize(
    "arguments", [("sources",), ("show", "Japan"), ("metrics", "meetings"), ("query", "meetings")]
)
def test_the_json_of_a_command_parses(reports: Path, arguments: tuple[str, ...]) -> None:
    result = run(*arguments, "--format", "json", store=reports)

    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)


def test_the_schema_is_printed_as_json(reports: Path) -> None:
    assert json.loads(run("schema", "facts", store=reports).stdout)["title"] == "cajad facts file"


def test_sparql_is_answered_from_a_text_a_file_and_standard_input_alike(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "claims.rq").write_text(CLAIMS, encoding="utf-8")

    answers = {
        run("query", CLAIMS, "--format", "csv", store=reports).stdout,
        run("query", tmp_path / "claims.rq", "--format", "csv", store=reports).stdout,
        run("query", "-", "--format", "csv", store=reports, input=CLAIMS).stdout,
    }

    assert len(answers) == 1
    assert answers.pop().count("claim/2031") == 6


def test_a_network_query_from_standard_input_is_measured(reports: Path) -> None:
    result = run("metrics", "-", "--measure", "degree", "--format", "csv", store=reports, input=EDGES)

    assert result.stdout == "node,degree\nChina,1\nJapan,1\n"


def test_the_facts_behind_a_number_are_listed(reports: Path) -> None:
    result = run("metrics", "meetings", "--facts", "Japan", store=reports)

    assert result.exit_code == 0
    assert "fact:ministerial-meeting-2031-05-ca-jad-central-asia-japan-samarkand" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("query", "SELECT ?s { ?s ?p "), "the query is no SPARQL: line 1, column "),
        (("query", "SELECT ?s { ?s foo:p ?o }"), "the query is no SPARQL: line 1, column 21: unknown prefix 'foo:'"),
        (("query", "missing.rq"), "missing.rq: No such file or directory"),
        (("query", "meating"), "'meating' is no question: did you mean "),
        (("query", "meetings", "-p", "when=2031"), "query 'meetings' has no parameter 'when': it has "),
        (("query", CLAIMS, "-p", "a=b"), "the query has no '#+' header and so takes no parameters"),
        (("query", CLAIMS, "--format", "turtle"), "this query's answer has no format 'turtle': allowed are csv, tsv"),
        (("metrics", "SELECT ?s { ?s ?p ?o }"), "a network query gives ?source and ?target: missing is ?source"),
        (("metrics", "nowhere"), "'nowhere' is no network: "),
        (("metrics", "meetings", "--facts", "Atlantis"), "'Atlantis' names "),
        (("view", "nowhere"), "'nowhere' is no network: "),
        (("export", "--format", "gexf", "--network", "nowhere"), "'nowhere' is no network: "),
        (("export", "-o", "no/such/folder.nq"), "no/such/folder.nq: No such file or directory"),
        (("view", "meetings", "-o", "no/such/page.html"), "no/such/page.html: No such file or directory"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, tuple) else "",
)
def test_a_wrong_question_is_exit_code_1_with_a_reason(
    reports: Path, arguments: tuple[str, ...], message: str
) -> None:
    result = run(*arguments, store=reports)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(message)


def test_a_query_file_that_is_not_utf_8_is_refused(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "latin.rq").write_bytes("SELECT ?é".encode("latin-1"))

    result = run("query", tmp_path / "latin.rq", store=reports)

    assert (result.exit_code, result.stderr) == (1, f"{tmp_path / 'latin.rq'}: is not UTF-8 text (byte 8)\n")


@pytest.mark.parametrize("form", ["trig", "turtle", "nquads", "ntriples", "jsonld", "gexf", "graphml", "csv"])
def test_an_export_is_the_same_in_a_file_and_a_pipe_and_on_any_day(reports: Path, tmp_path: Path, form: str) -> None:
    piped = run("export", "--format", form, store=reports)
    run("export", "--format", form, "-o", tmp_path / "out", store=reports)

    assert piped.exit_code == 0, piped.stderr
    assert (tmp_path / "out").read_bytes() == piped.stdout_bytes
    assert len(piped.stdout_bytes) > 200


def test_the_dates_of_a_network_are_in_gexf(reports: Path) -> None:
    text = run("export", "--format", "gexf", "--network", "meetings", store=reports).stdout

    edges = [node for node in ElementTree.fromstring(text).iter() if node.tag.endswith("}edge")]
    assert {(edge.get("start"), edge.get("end")) for edge in edges} == {("2031-05-19", "2031-05-20")}


def test_what_was_not_yet_published_is_not_exported(reports: Path, tmp_path: Path) -> None:
    past = run("export", "--format", "nquads", "--as-of", "2031-05-20", store=reports).stdout
    run("load", PLANNED, store=tmp_path / "only")

    assert past == nquads(tmp_path / "only").decode()


def test_a_page_is_written_and_its_path_printed(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    result = run("view", "meetings", store=reports)

    assert result.stdout == f"{tmp_path / 'cajad-meetings.html'}\n"
    assert "<html" in (tmp_path / "cajad-meetings.html").read_text(encoding="utf-8")


def test_a_page_of_a_query_given_as_text_has_a_plain_file_name(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert run("view", EDGES, store=reports).stdout == f"{tmp_path / 'cajad-network.html'}\n"


def test_a_sound_graph_has_no_findings(reports: Path) -> None:
    result = run("check", store=reports)

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "No findings.\n")


def test_findings_are_lines_of_standard_output_with_exit_code_1(own: Path) -> None:
    with open_store(own, write=True) as store:
        store.raw.update("DELETE WHERE { <https://w3id.org/cajad/id/state/japan> rdfs:label ?l }", prefixes={
            "rdfs": "http://www.w3.org/2000/01/rdf-schema#"})  # fmt: skip

    result = run("check", store=own)

    assert result.exit_code == 1
    assert any("state:japan" in line for line in result.stdout.splitlines())
    assert result.stderr.endswith(f"{len(result.stdout.splitlines())} findings.\n")


def test_a_question_to_an_empty_store_first_builds_the_shipped_graph(shipped: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"

    result = run("query", "meetings", store=store)

    assert result.exit_code == 0
    assert result.stderr.startswith(f"The store {store} is empty: building it from the facts that come with cajad.\n")
    assert result.stdout == run("query", "meetings", store=shipped).stdout
    assert nquads(store) == nquads(shipped)


def test_a_store_that_is_named_goes_before_the_one_of_the_environment(reports: Path, tmp_path: Path) -> None:
    run("load", facts_file(tmp_path, '[[fact]]\ntype = "Tie"\nparty = ["Japan", "China"]\nparagraph = 1\n'),
        store=tmp_path / "other")  # fmt: skip

    result = run("sources", "--format", "csv", "--store", tmp_path / "other", store=reports)

    assert "2031-07-01-test" in result.stdout
    assert "Steppe Herald" not in result.stdout
