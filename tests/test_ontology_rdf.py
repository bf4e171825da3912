"""RDF terms as plain values: any text goes out and comes back, and no document reaches for the network."""

from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cajad.ontology.errors import DataError
from cajad.ontology.rdf import (
    Iri,
    Literal,
    Triple,
    index_triples,
    iri_part,
    is_iri,
    is_language,
    parse_file,
    plain_term,
    term_text,
    text_in,
    triple_text,
)

XSD = "http://www.w3.org/2001/XMLSchema#"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
LITERALS = st.one_of(
    TEXTS.map(Literal),
    TEXTS.map(lambda text: text_in("ja", text)),
    TEXTS.map(lambda text: Literal(text, "https://example.org/type")),
)


def written(term: Iri | Literal) -> bytes:
    return f"{triple_text((Iri('https://e.org/s'), Iri('https://e.org/p'), term))}\n".encode()


@given(LITERALS)
def test_any_literal_is_read_back_from_its_text(literal: Literal) -> None:
    (quad,) = pyoxigraph.parse(written(literal), format=pyoxigraph.RdfFormat.N_TRIPLES)

    assert plain_term(quad.object) == literal


@given(LITERALS)
def test_any_literal_can_stand_in_a_sparql_update(literal: Literal) -> None:
    store = pyoxigraph.Store()
    store.update(f"INSERT DATA {{ {written(literal).decode()} }}")

    assert [plain_term(quad.object) for quad in store] == [literal]


@given(LITERALS)
def test_literals_are_written_as_the_store_dumps_them(literal: Literal) -> None:
    store = pyoxigraph.Store()
    store.load(written(literal), format=pyoxigraph.RdfFormat.N_TRIPLES)

    dumped = store.dump(format=pyoxigraph.RdfFormat.N_TRIPLES, from_graph=pyoxigraph.DefaultGraph())

    assert dumped == written(literal)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (Iri("https://e.org/x"), "<https://e.org/x>"),
        (Literal('say "no"'), '"say \\"no\\""'),
        (Literal("a\nb\tc\\"), '"a\\nb\\tc\\\\"'),
        (Literal("\x1b[31m"), '"\\u001B[31m"'),
        (text_in("ru", "Казахстан"), '"Казахстан"@ru'),
        (Literal("2025", f"{XSD}gYear"), f'"2025"^^<{XSD}gYear>'),
    ],
)
def test_a_term_is_written_as_in_n_triples(term: Iri | Literal, text: str) -> None:
    assert term_text(term) == text


def test_a_language_tag_is_kept_in_small_letters_as_the_store_keeps_it() -> None:
    assert text_in("zh-Hant", "日本").language == "zh-hant"


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("https://example.org/a?b=c#d", True),
        ("https://例え.jp/é", True),
        ("urn:x", True),
        ("example.org", False),
        ("https://example.org/a b", False),
        ("https://example.org/<script>", False),
        ('https://example.org/"', False),
        ("https://exa[mple.org/", False),
        ("https://example.org/%zz", False),
        ("https://example.org/\ud800", False),
        ("", False),
    ],
)
def test_only_what_can_stand_in_rdf_is_an_iri(text: str, fits: bool) -> None:
    assert is_iri(text) is fits


@pytest.mark.parametrize(("tag", "fits"), [("en", True), ("zh-Hant", True), ("en-12", False), ("", False)])
def test_only_what_can_stand_in_rdf_is_a_language(tag: str, fits: bool) -> None:
    assert is_language(tag) is fits


@given(TEXTS)
def test_any_text_can_stand_at_the_end_of_an_iri(text: str) -> None:
    assert is_iri(f"https://example.org/{iri_part(text)}")


def test_the_end_of_an_iri_stays_readable_in_any_script() -> None:
    assert iri_part("水 and water?") == "水%20and%20water%3F"


def test_triples_are_arranged_by_subject_and_property_in_their_order() -> None:
    s, p, q = Iri("s:s"), Iri("p:p"), Iri("q:q")

    index = index_triples([(s, q, Literal("2")), (s, p, Literal("b")), (s, p, Literal("a"))])

    assert index == {s: {q: [Literal("2")], p: [Literal("b"), Literal("a")]}}


def parsed(folder: Path, name: str, text: str) -> list[Triple]:
    (folder / name).write_text(text, encoding="utf-8")
    return parse_file(folder / name)


def test_blank_nodes_become_the_same_iris_each_time(tmp_path: Path) -> None:
    text = "<a:a> <a:b> [ <a:c> [ <a:d> 'x' ] ] . <a:a> <a:b> _:y ."

    triples = parsed(tmp_path, "two words.ttl", text)

    assert triples == parsed(tmp_path, "two words.ttl", text)
    assert {t for s, _, o in triples for t in (s, o) if "genid" in str(t)} == {
        f"https://w3id.org/cajad/id/genid/two%20words-{number}" for number in (1, 2, 3)
    }


def test_bad_turtle_is_refused_with_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(DataError) as refusal:
        parsed(tmp_path, "bad.ttl", "<a:a> <a:b> <a:c> .\n<a:a> <a:b> 'open .\n")

    (problem,) = refusal.value.problems
    assert problem.where == f"{tmp_path / 'bad.ttl'}:2"


def test_a_triple_about_a_triple_is_refused_with_the_file(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"star\.ttl: .*triple terms cannot be taken here"):
        parsed(tmp_path, "star.ttl", "<a:a> <a:b> <<( <a:c> <a:d> <a:e> )>> .")


def test_an_unknown_file_ending_is_refused_with_those_known(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"known are \.ttl, \.nt, \.rdf, \.owl, \.jsonld"):
        parsed(tmp_path, "words.docx", "")


def test_turtle_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    assert parsed(tmp_path, "bom.ttl", "\ufeff<a:a> <a:b> <a:c> .") == [(Iri("a:a"), Iri("a:b"), Iri("a:c"))]


def rdf_xml(entities: str, text: str) -> str:
    return (
        f'<!DOCTYPE r [{entities}]><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        f'xmlns:x="https://e.org/"><r:Description r:about="https://e.org/s"><x:p>{text}</x:p></r:Description></r:RDF>'
    )


def test_entities_of_rdf_xml_are_read(tmp_path: Path) -> None:
    (triple,) = parsed(tmp_path, "entity.owl", rdf_xml('<!ENTITY short "long">', "&short;"))

    assert triple == (Iri("https://e.org/s"), Iri("https://e.org/p"), Literal("long"))


@pytest.mark.parametrize(
    "entities",
    [
        "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 50}">' for n in range(1, 12)),
        f'<!ENTITY\n e11\n "{"x" * 5000}">',
    ],
    ids=["within each other", "long"],
)
def test_entities_that_could_fill_the_memory_are_refused(tmp_path: Path, entities: str) -> None:
    with pytest.raises(DataError, match=r"bomb\.rdf: an XML entity may hold 1000 characters and no other entity"):
        parsed(tmp_path, "bomb.rdf", rdf_xml(f'<!ENTITY e0 "boom">{entities}', "&e11;" * 1000))


def test_an_xml_entity_reads_no_file(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    document = rdf_xml(f'<!ENTITY e SYSTEM "{(tmp_path / "secret.txt").as_uri()}">', "&e;")

    with pytest.raises(DataError) as refusal:
        parsed(tmp_path, "entity.rdf", document)

    assert "secret" not in str(refusal.value).replace("secret.txt", "")


def test_a_json_ld_context_elsewhere_is_refused_and_not_fetched(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"remote\.jsonld"):
        parsed(tmp_path, "remote.jsonld", '{"@context": "https://example.org/context.jsonld", "name": "x"}')
