"""The vocabulary of cajad: its terms are described, its axioms sound, its annotations and shapes in step."""

import re
from itertools import combinations
from pathlib import Path

import owlrl
import pyshacl
import pytest
from rdflib import OWL, RDF, RDFS, SH, SKOS, XSD, BNode, Graph, Literal, Namespace, URIRef

ONTOLOGY = Path(__file__).parent.parent / "ontology"
CAJAD = Namespace("https://w3id.org/cajad/ontology#")
ID = "https://w3id.org/cajad/id/"
THEME = Namespace(f"{ID}theme/")
FACT = Namespace(f"{ID}fact/")
INCONSISTENCY = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
TERM_KINDS = (
    OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDF.Property, RDFS.Datatype,
    CAJAD.Status, CAJAD.Certainty, CAJAD.Strength, CAJAD.Stance, CAJAD.Reliability, CAJAD.Level, CAJAD.Role,
)  # fmt: skip
# What the identity and caption rules may name beside roles.
NOT_ROLES = {"period", "type"}
# What a role takes, in SHACL: an event may also be referred to by its forum.
IN_SHACL = {
    CAJAD.Date: {XSD.date, XSD.gYearMonth, XSD.gYear, URIRef("http://id.loc.gov/datatypes/edtf/EDTF")},
    CAJAD.Amount: {XSD.string},
    CAJAD.Fact: {CAJAD.Fact, CAJAD.Forum},
}
GOOD_FACT = """
    @prefix cajad: <https://w3id.org/cajad/ontology#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix fact: <https://w3id.org/cajad/id/fact/> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    fact:summit a cajad:Summit ;
        cajad:forum <https://w3id.org/cajad/id/forum/ca-jad> ;
        cajad:participant <https://w3id.org/cajad/id/state/japan> ;
        cajad:theme <https://w3id.org/cajad/id/theme/water> ;
        cajad:place <https://w3id.org/cajad/id/state/japan> ;
        cajad:date "2025-12"^^xsd:gYearMonth ;
        cajad:status cajad:planned ;
        cajad:certainty cajad:expected ;
        cajad:claim <https://w3id.org/cajad/id/claim/a.1> ;
        rdfs:label "Summit"@en , "首脳会合"@ja , "Саммит"@ru .
"""


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


@pytest.fixture(scope="module")
def closure(words: Graph) -> Graph:
    return close(words)


@pytest.fixture(scope="module")
def terms() -> list[URIRef]:
    graph = Graph().parse(ONTOLOGY / "cajad.ttl")
    return sorted({term for kind in TERM_KINDS for term in graph.subjects(RDF.type, kind)})


@pytest.fixture(scope="module")
def roles(words: Graph) -> set[URIRef]:
    return set(words.subjects(CAJAD.takes))


def close(graph: Graph) -> Graph:
    closed = Graph()
    for triple in graph:
        closed.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(closed)
    return closed


def messages(words: Graph, shapes: Graph, fact: str) -> set[str]:
    """Give the messages of the violations that a graph of one fact causes."""
    data = words + Graph().parse(data=fact, format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes)
    assert isinstance(report, Graph)
    return {str(text) for text in report.objects(None, SH.resultMessage)}


def contrast(colour: str, paper: str) -> float:
    """Give the contrast ratio of two colours as WCAG defines it."""
    light, dark = sorted(map(luminance, (colour, paper)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_term_has_one_label_in_english_japanese_and_russian(words, terms):
    languages = {term: sorted(label.language for label in words.objects(term, RDFS.label)) for term in terms}

    assert {term: found for term, found in languages.items() if found != ["en", "ja", "ru"]} == {}


def test_every_term_has_an_english_definition(words, terms):
    assert [term for term in terms if [d.language for d in words.objects(term, SKOS.definition)] != ["en"]] == []


def test_every_term_says_which_ontology_defines_it(words, terms):
    home = URIRef("https://w3id.org/cajad/ontology")

    assert [term for term in terms if list(words.objects(term, RDFS.isDefinedBy)) != [home]] == []


def test_there_are_no_blank_nodes_outside_the_shapes(words):
    assert [triple for triple in words if any(isinstance(node, BNode) for node in triple)] == []


def test_everything_named_in_our_namespaces_is_described(words, shapes):
    known = set(words.subjects()) | {URIRef("https://w3id.org/cajad/ontology/0.1.0")}
    ours = {n for t in [*words, *shapes] for n in t if isinstance(n, URIRef) and n.startswith((str(CAJAD), ID))}

    assert ours - known == set()


def test_owl_rl_finds_no_inconsistency(closure):
    assert [str(text) for text in closure.objects(None, INCONSISTENCY)] == []


def test_owl_rl_finds_a_thing_of_two_disjoint_classes(words):
    mixed = words + Graph().add((FACT.mixed, RDF.type, CAJAD.Leader)).add((FACT.mixed, RDF.type, CAJAD.Tie))

    assert [str(text) for text in close(mixed).objects(None, INCONSISTENCY)] != []


def test_no_thing_is_of_two_disjoint_classes(words, closure):
    def members(cls):
        return set(closure.subjects(RDF.type, cls))

    assert {pair: members(pair[0]) & members(pair[1]) for pair in words.subject_objects(OWL.disjointWith)
            if members(pair[0]) & members(pair[1])} == {}  # fmt: skip


def test_kinds_of_things_are_disjoint_pairwise(words):
    kinds = (CAJAD.Actor, CAJAD.Theme, CAJAD.Fact, CAJAD.Source, CAJAD.Claim, CAJAD.Qualifier)
    stated = {frozenset(pair) for pair in words.subject_objects(OWL.disjointWith)}

    assert {frozenset(pair) for pair in combinations(kinds, 2)} <= stated


def test_a_state_is_both_an_actor_and_a_place(words):
    assert {CAJAD.Actor, CAJAD.Place} <= set(words.objects(CAJAD.State, RDFS.subClassOf))


def test_no_property_has_a_domain(words):
    assert list(words.subject_objects(RDFS.domain)) == []


@pytest.mark.parametrize("rule", [CAJAD.identity, CAJAD.caption])
def test_identity_and_caption_rules_name_existing_roles(words, roles, rule):
    slots = r"\{([^}]*)\}" if rule == CAJAD.caption else r"(\S+)"
    named = {n.strip("=~?") for text in words.objects(None, rule) for s in re.findall(slots, text) for n in s.split("|")}

    assert {name for name in named - NOT_ROLES if CAJAD[name] not in roles} == set()


def test_every_fact_type_has_an_identity_and_a_caption_rule(words):
    for cls in words.transitive_subjects(RDFS.subClassOf, CAJAD.Fact):
        lineage = set(words.transitive_objects(cls, RDFS.subClassOf))
        if cls not in {CAJAD.Fact, CAJAD.Event, CAJAD.Relation}:
            assert any((c, CAJAD.identity, None) in words for c in lineage), cls
            assert any((c, CAJAD.caption, None) in words for c in lineage), cls


def test_roles_take_existing_classes_and_datatypes(words):
    known = {OWL.Class, RDFS.Datatype}
    unknown = {kind for kind in words.objects(None, CAJAD.takes) if not known & set(words.objects(kind, RDF.type))}

    assert unknown == {XSD.string, XSD.integer}


def test_a_role_has_a_range_only_where_it_takes_one_class(words, roles):
    for role in roles:
        for kind in words.objects(role, RDFS.range):
            assert list(words.objects(role, CAJAD.takes)) == [kind]


def test_the_shape_of_a_role_allows_what_the_role_takes(words, shapes, roles):
    for role in roles:
        shape = URIRef(f"https://w3id.org/cajad/shape#{role.removeprefix(CAJAD)}")
        kinds = [shape, *(branch for head in shapes.objects(shape, SH["or"]) for branch in shapes.items(head))]
        allowed = {kind for part in kinds for p in (SH["class"], SH.datatype) for kind in shapes.objects(part, p)}
        taken = [IN_SHACL.get(kind, {kind}) for kind in words.objects(role, CAJAD.takes)]

        assert allowed - {CAJAD.Forum} == set().union(*taken) - {CAJAD.Forum}, role


def test_a_rule_of_a_fact_type_names_only_roles_that_its_shape_lists(words, shapes):
    for cls, caption in words.subject_objects(CAJAD.caption):
        shape = shapes.value(None, SH.targetClass, cls)
        listed = {path for prop in shapes.objects(shape, SH.property) for path in shapes.objects(prop, SH.path)}
        named = set(re.findall(r"\w+", " ".join([*re.findall(r"\{([^}]*)\}", caption), words.value(cls, CAJAD.identity)])))

        assert {name for name in named - NOT_ROLES if CAJAD[name] not in listed} == set(), cls


def test_exclusion_is_stated_in_both_directions(words):
    pairs = set(words.subject_objects(CAJAD.excludes))

    assert pairs == {(b, a) for a, b in pairs}


def test_held_cancelled_and_postponed_exclude_each_other(words):
    fates = {CAJAD.held, CAJAD.cancelled, CAJAD.postponed}

    assert {fate: set(words.objects(fate, CAJAD.excludes)) for fate in fates} == {fate: fates - {fate} for fate in fates}


def test_colours_stand_out_from_white_and_from_black_paper(words):
    pale = {colour: (round(contrast(colour, "#ffffff"), 1), round(contrast(colour, "#181e25"), 1))
            for colour in map(str, words.objects(None, CAJAD.colour))}  # fmt: skip

    assert {colour: found for colour, found in pale.items() if min(found) < 3} == {}


def test_no_two_classes_look_alike(words):
    looks = [(colour, words.value(cls, CAJAD.shape)) for cls, colour in words.subject_objects(CAJAD.colour)]

    assert len(set(looks)) == len(looks) == 15


def test_there_are_the_themes_of_the_dialogue_and_one_for_its_neighbours(words):
    assert len(set(words.subjects(RDF.type, CAJAD.Theme))) == 23


def test_the_name_of_a_theme_is_its_english_label_in_kebab_case(words):
    for theme in words.subjects(RDF.type, CAJAD.Theme):
        english = next(str(label) for label in words.objects(theme, RDFS.label) if label.language == "en")

        assert theme == THEME["-".join(english.lower().split())]


def test_every_theme_hangs_in_the_scheme(words):
    for theme in words.subjects(RDF.type, CAJAD.Theme):
        top = (theme, SKOS.topConceptOf, THEME.scheme) in words

        assert (theme, SKOS.inScheme, THEME.scheme) in words
        assert top is ((THEME.scheme, SKOS.hasTopConcept, theme) in words)
        assert top is not ((theme, SKOS.broader, None) in words)


def test_the_shapes_are_valid_shacl_and_the_ontology_conforms_to_them(words, shapes):
    conforms, _, report = pyshacl.validate(words, shacl_graph=shapes, meta_shacl=True)

    assert conforms, report


def test_a_good_fact_conforms(words, shapes):
    assert messages(words, shapes, GOOD_FACT) == set()


@pytest.mark.parametrize(
    ("good", "bad", "message"),
    [
        ("cajad:claim <https://w3id.org/cajad/id/claim/a.1> ;", "", "A fact rests on at least one claim."),
        ("cajad:planned", "cajad:planed", "A fact has a status, one of the ontology's."),
        ("cajad:expected", "cajad:planned", "A fact has a certainty, one of the ontology's."),
        (', "Саммит"@ru', "", "A fact has one label in English, one in Japanese and one in Russian."),
        ("theme/water", "state/japan", "A theme is a known theme."),
        ("state/japan> ;\n        cajad:theme", "state/atlantis> ;\n        cajad:theme", "A participant is a known actor."),
        ('"2025-12"^^xsd:gYearMonth', '"December"', "A date is a day, a month, a year or an interval of them."),
        ("cajad:Summit", "cajad:Agreement", "An agreement needs a party or the meeting at which it was made."),
        ("cajad:Summit", "cajad:Incident", "An incident needs a name."),
        ("cajad:Summit", "cajad:Tie", "A tie needs at least two parties."),
    ],
)
def test_a_bad_fact_is_told_what_it_lacks(words, shapes, good, bad, message):
    assert GOOD_FACT.count(good) == 1

    assert message in messages(words, shapes, GOOD_FACT.replace(good, bad))


def test_a_disputed_fact_may_keep_two_dates(words, shapes):
    disputed = GOOD_FACT.replace("xsd:gYearMonth ;", 'xsd:gYearMonth , "2026"^^xsd:gYear ; cajad:disputed cajad:date ;')

    assert messages(words, shapes, disputed) == set()


def test_both_parsers_read_the_same_number_of_triples():
    pyoxigraph = pytest.importorskip("pyoxigraph")
    for file in ONTOLOGY.glob("*.ttl"):
        parsed = list(pyoxigraph.parse(path=file, format=pyoxigraph.RdfFormat.TURTLE))

        assert len(parsed) == len(Graph().parse(file)), file.name


def test_the_ontology_has_a_version_and_a_licence(words):
    ontology = URIRef("https://w3id.org/cajad/ontology")

    assert words.value(ontology, OWL.versionInfo) == Literal("0.1.0")
    assert words.value(ontology, OWL.versionIRI) == URIRef("https://w3id.org/cajad/ontology/0.1.0")
    assert words.value(ontology, URIRef("http://purl.org/dc/terms/license")) == URIRef(
        "https://creativecommons.org/licenses/by/4.0/"
    )
