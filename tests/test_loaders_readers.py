"""Files: which reader takes which, what several files share, and what cannot be read at all."""

import shutil
from pathlib import Path

import pytest
from store_sample import HEAD, HELD, PLANNED, WATER, facts_file

from cajad.loaders.document import Document, Extension, Judgements
from cajad.loaders.readers import READERS, read_files, shipped_facts
from cajad.ontology.errors import DataError
from cajad.ontology.rdf import Iri
from cajad.ontology.vocabulary import Vocabulary

ID = "https://w3id.org/cajad/id/"
TREATY = '[[fact]]\ntype = "WaterTreaty"\nparty = "Japan"\nstatus = "held"\nparagraph = 1\ntheme = "氷河"\n'
TIE = '[[fact]]\ntype = "Tie"\nparty = ["Japan", "China"]\nparagraph = 1\n'

pytest_plugins = ["fixtures_store"]


def problems(vocabulary: Vocabulary, *files: Path) -> list[str]:
    with pytest.raises(DataError) as refusal:
        read_files(list(files), vocabulary)
    return [str(problem) for problem in refusal.value.problems]


def test_files_give_what_they_hold_with_extensions_first(vocabulary: Vocabulary) -> None:
    loadables = read_files([PLANNED, WATER, HELD], vocabulary)

    assert [type(loadable) for loadable in loadables] == [Extension, Document, Document]
    assert [loadable.graph for loadable in loadables] == [
        f"{ID}extension/water",
        f"{ID}source/2031-03-10-steppe-herald-ministers-to-meet",
        f"{ID}source/2031-05-21-caspian-post-ministers-met",
    ]


def test_facts_may_use_the_words_of_an_extension_beside_them(vocabulary: Vocabulary, tmp_path: Path) -> None:
    _, document = read_files([facts_file(tmp_path, TREATY), WATER], vocabulary)

    assert isinstance(document, Document)
    assert document.claims[0].type == "https://example.org/water#WaterTreaty"
    assert document.claims[0].roles[Iri("https://w3id.org/cajad/ontology#theme")] == (f"{ID}theme/glaciers",)


def test_the_words_of_an_extension_are_not_known_without_it(vocabulary: Vocabulary, tmp_path: Path) -> None:
    (line,) = problems(vocabulary, facts_file(tmp_path, TREATY))

    assert "fact 1: 'type': 'WaterTreaty' is no fact type: allowed are Agreement" in line


def test_a_file_of_judgements_is_told_by_its_tables(vocabulary: Vocabulary, tmp_path: Path) -> None:
    judged = 'verdict = "same"\na = "claim:a.1"\nb = "claim:b.1"\nby = "me"\ndate = 2031-06-01\nreason = "seen"'
    path = facts_file(tmp_path, f"[[judgement]]\n{judged}", head="")

    (judgements,) = read_files([path], vocabulary)

    assert isinstance(judgements, Judgements)


def test_blank_nodes_of_an_extension_do_not_meet_those_of_the_shipped_ontology(
    vocabulary: Vocabulary, tmp_path: Path
) -> None:
    shutil.copy(WATER, tmp_path / "shapes.ttl")

    (extension,) = read_files([tmp_path / "shapes.ttl"], vocabulary)

    blank = {subject for subject, _, _ in extension.triples() if "/genid/" in subject}
    assert blank == {f"{ID}genid/extension-shapes-1"}
    assert blank.isdisjoint(vocabulary.index)


def test_the_name_of_an_extension_may_hold_anything(vocabulary: Vocabulary, tmp_path: Path) -> None:
    shutil.copy(WATER, tmp_path / "my water, 水.ttl")

    (extension,) = read_files([tmp_path / "my water, 水.ttl"], vocabulary)

    assert extension.graph == f"{ID}extension/my%20water%2C%20水"


def test_what_cannot_be_read_is_reported_for_all_files_at_once(vocabulary: Vocabulary, tmp_path: Path) -> None:
    latin = tmp_path / "latin.toml"
    latin.write_bytes("title = 'Kasachstän'".encode("latin-1"))
    other = facts_file(tmp_path, "title = = 3", head="", name="other.toml")
    table = facts_file(tmp_path, "source\n", head="", name="table.csv")
    words = facts_file(tmp_path, "<a:a>", head="", name="words.ttl")
    folder = tmp_path / "folder.toml"
    folder.mkdir()

    found = problems(vocabulary, latin, other, folder, tmp_path / "missing.toml", tmp_path / "x.docx", table, words)

    assert found == [
        f"{words}:1: {found[0].partition(':1: ')[2]}",
        f"{latin}: is not UTF-8 text (byte 17)",
        f"{other}: is not TOML: Invalid value (at line 1, column 9)",
        f"{folder}: Is a directory",
        f"{tmp_path / 'missing.toml'}: No such file or directory",
        f"{tmp_path / 'x.docx'}: no reader for '.docx': allowed are .toml, .csv, .ttl",
        f"{table}: header: no column 'type'",
    ]


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["without", "with"])
def test_a_file_may_begin_with_a_byte_order_mark(vocabulary: Vocabulary, tmp_path: Path, mark: str) -> None:
    (document,) = read_files([facts_file(tmp_path, TIE, head=f"{mark}{HEAD}")], vocabulary)

    assert isinstance(document, Document)
    assert len(document.claims) == 1


def test_lines_may_end_as_on_windows(vocabulary: Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "windows.toml"
    path.write_bytes(f"{HEAD}{TIE}".replace("\n", "\r\n").encode())

    (document,) = read_files([path], vocabulary)

    assert isinstance(document, Document)
    assert document.source.title == "A test"


def test_two_files_of_one_source_are_refused(vocabulary: Vocabulary, tmp_path: Path) -> None:
    one, other = facts_file(tmp_path, TIE), facts_file(tmp_path, TIE, name="other.toml")

    assert problems(vocabulary, one, other) == ["2031-07-01-test: several of the files are this source"]


def test_the_problems_of_a_table_name_the_source_of_the_row(vocabulary: Vocabulary, tmp_path: Path) -> None:
    header = "source,title,publisher,published,type,party,paragraph\n"
    rows = "2031-a,A,P,2031,Tie,Japan|China,1\n2031-b,B,P,2031,Tie,Japan|Zzyzx,1\n2031-b,B,P,2031,Tie,Japan,\n"
    path = facts_file(tmp_path, rows, head=header, name="facts.csv")

    assert problems(vocabulary, path) == [
        f"{path}: source '2031-b': fact 1 (Tie): 'party': 'Zzyzx' is no known Actor",
        f"{path}: source '2031-b': fact 2 (Tie): 'party' needs at least 2 values",
        f"{path}: source '2031-b': fact 2: 'paragraph' is missing",
    ]


def test_the_ends_of_lines_in_a_quotation_are_kept(vocabulary: Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    header = "source,title,publisher,published,type,party,paragraph,quote"
    path.write_bytes(f'{header}\r\n2031-a,A,P,2031,Tie,Japan|China,1,"one\r\ntwo\nthree"\r\n'.encode())

    (document,) = read_files([path], vocabulary)

    assert isinstance(document, Document)
    assert document.claims[0].quote == "one\r\ntwo\nthree"


def test_no_file_gives_nothing(vocabulary: Vocabulary) -> None:
    assert read_files([], vocabulary) == []


def test_every_kind_of_file_has_a_reader() -> None:
    assert list(READERS) == [".toml", ".csv", ".ttl"]


def test_the_shipped_facts_are_read_without_a_problem(vocabulary: Vocabulary) -> None:
    graphs = [loadable.graph for loadable in shipped_facts(vocabulary)]

    assert f"{ID}source/2025-11-27-anewz-first-summit" in graphs
    assert f"{ID}judgements" in graphs
