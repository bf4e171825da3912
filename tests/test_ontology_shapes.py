"""The shapes: valid SHACL, in step with the roles, and strict where a fact would mislead."""

import re
from pathlib import Path

import pyshacl
import pytest
from rdflib import RDF, SH, XSD, Graph, Namespace, URIRef

ONTOLOGY = Path(__file__).parent.parent / "ontology"
CAJAD = Namespace("https://w3id.org/cajad/ontology#")
SHAPE = Namespace("https://w3id.org/cajad/shape#")
# How SHACL says what a role takes; an event may also be referred to by its forum.
IN_SHACL = {
    CAJAD.Date: {XSD.date, XSD.gYearMonth, XSD.gYear, URIRef("http://id.loc.gov/datatypes/edtf/EDTF")},
    CAJAD.Amount: {XSD.string},
    CAJAD.Fact: {CAJAD.Fact, CAJAD.Forum},
}
PREFIXES = """
    @prefix cajad: <https://w3id.org/cajad/ontology#> .
    @prefix claim: <https://w3id.org/cajad/id/claim/> .
    @prefix fact: <https://w3id.org/cajad/id/fact/> .
    @prefix forum: <https://w3id.org/cajad/id/forum/> .
    @prefix group: <https://w3id.org/cajad/id/group/> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix source: <https://w3id.org/cajad/id/source/> .
    @prefix state: <https://w3id.org/cajad/id/state/> .
    @prefix theme: <https://w3id.org/cajad/id/theme/> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
FACT = """
    fact:summit a cajad:Summit ;
        cajad:forum forum:ca-jad ; cajad:participant group:central-asia ;
        cajad:theme theme:water ; cajad:place state:japan ; cajad:date "2025-12"^^xsd:gYearMonth ;
        cajad:status cajad:planned ; cajad:certainty cajad:expected ; cajad:claim claim:a.1 ;
        rdfs:label "Summit"@en , "首脳会合"@ja , "Саммит"@ru .
"""
CLAIM = """
    claim:a.1 a cajad:Claim ;
        cajad:factType cajad:Summit ; cajad:source source:a ; cajad:forum forum:ca-jad ;
        cajad:status cajad:planned ; cajad:certainty cajad:expected ; cajad:paragraph 1 .
"""
BAD_FACTS = [
    ("cajad:claim claim:a.1 ;", "", "A fact rests on at least one claim."),
    ("cajad:planned", "cajad:planed", "A fact has a status, one of the ontology's."),
    ("cajad:expected", "cajad:planned", "A fact has a certainty, one of the ontology's."),
    (', "Саммит"@ru', "", "A fact has one label in English, one in Japanese and one in Russian."),
    ("theme:water", "state:japan", "A theme is a known theme."),
    ("group:central-asia", "group:atlantis", "A participant is a known actor."),
    ('"2025-12"^^xsd:gYearMonth', '"May"', "A date is a day, a month, a year or an interval of them."),
    ("cajad:Summit", "cajad:Agreement", "An agreement needs a party or the meeting at which it was made."),
    ("cajad:Summit", "cajad:Incident", "An incident needs a name."),
    ("cajad:Summit", "cajad:Tie", "A tie needs at least two parties."),
]
BAD_CLAIMS = [
    ("cajad:factType cajad:Summit ;", "", "A claim has one type of fact."),
    ("cajad:Summit", "cajad:State", "The type of a claim is a class of facts."),
    ("cajad:source source:a ;", "", "A claim has one source."),
    ("cajad:planned", "cajad:planed", "A claim has one status, one of the ontology's."),
    ("cajad:expected", "cajad:expected , cajad:possible", "A claim has one certainty, one of the ontology's."),
    (
        "cajad:paragraph 1",
        "cajad:paragraph -1",
        "A claim says where it stands: paragraph 1, 2 …, or 0 for the title or the whole document.",
    ),
]


@pytest.fixture(scope="module")
def words() -> Graph:
    """Give everything the ontology says, without the shapes."""
    graph = Graph()
    for file in sorted(ONTOLOGY.glob("*.ttl")):
        if file.name != "shapes.ttl":
            graph.parse(file)
    return graph


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(ONTOLOGY / "shapes.ttl")


def messages(words: Graph, shapes: Graph, turtle: str) -> set[str]:
    """Give the messages of the violations that a few statements cause."""
    data = words + Graph().parse(data=PREFIXES + turtle, format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes)
    assert isinstance(report, Graph)
    return {str(text) for text in report.objects(None, SH.resultMessage)}


def test_the_shapes_are_valid_shacl_and_the_ontology_conforms_to_them(words, shapes):
    conforms, _, report = pyshacl.validate(words, shacl_graph=shapes, meta_shacl=True)

    assert conforms, report


def test_the_shape_of_a_role_allows_what_the_role_takes(words, shapes):
    for role in set(words.subjects(CAJAD.takes)):
        shape = SHAPE[role.removeprefix(CAJAD)]
        parts = [shape, *shapes.items(shapes.value(shape, SH["or"], default=RDF.nil))]
        allowed = {kind for part in parts for kind in shapes.objects(part, SH["class"] | SH.datatype)}
        taken = set().union(*(IN_SHACL.get(kind, {kind}) for kind in words.objects(role, CAJAD.takes)))

        assert allowed | {CAJAD.Forum} == taken | {CAJAD.Forum}, role


def test_no_role_of_a_fact_is_limited_in_number(words, shapes):
    limited = {shapes.value(shape, SH.path) for shape in shapes.subjects(SH.maxCount)}

    assert limited & set(words.subjects(CAJAD.takes)) == set()


def test_a_good_fact_and_its_claim_conform(words, shapes):
    assert messages(words, shapes, FACT + CLAIM) == set()


@pytest.mark.parametrize(("good", "bad", "message"), BAD_FACTS)
def test_a_bad_fact_is_told_what_is_wrong(words, shapes, good, bad, message):
    assert FACT.count(good) == 1

    assert message in messages(words, shapes, FACT.replace(good, bad))


@pytest.mark.parametrize(("good", "bad", "message"), BAD_CLAIMS)
def test_a_bad_claim_is_told_what_is_wrong(words, shapes, good, bad, message):
    assert CLAIM.count(good) == 1

    assert message in messages(words, shapes, CLAIM.replace(good, bad))


def test_a_disputed_fact_may_keep_two_dates(words, shapes):
    two_dates = 'xsd:gYearMonth , "2026"^^xsd:gYear ; cajad:disputed cajad:date ;'

    assert messages(words, shapes, FACT.replace("xsd:gYearMonth ;", two_dates)) == set()


def test_a_source_without_a_day_of_publication_is_refused(words, shapes):
    found = messages(words, shapes, "source:a a cajad:Source .")

    assert "A source has one date of publication, by which its claims are ordered." in found


def test_an_organisation_may_be_known_in_english_only(words, shapes):
    assert messages(words, shapes, 'source:x a cajad:Organisation ; rdfs:label "Acme"@en .') == set()


def test_a_theme_is_labelled_in_three_languages(words, shapes):
    found = messages(words, shapes, 'theme:x a cajad:Theme ; rdfs:label "Space"@en .')

    assert "A state, group, theme or term has a label in Japanese." in found


def test_the_examples_of_the_documentation_conform(words, shapes):
    page = (ONTOLOGY.parent / "docs" / "ontology.md").read_text(encoding="utf-8")
    examples = re.findall(r"```turtle\n(.*?)```", page, re.DOTALL)
    data = words + Graph().parse(data="\n".join(examples), format="turtle")
    conforms, _, report = pyshacl.validate(data, shacl_graph=shapes + data, meta_shacl=True)

    assert len(examples) == 3
    assert conforms, report
