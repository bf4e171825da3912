"""The vocabulary of cajad: its terms are described, its axioms sound, its annotations and shapes in step."""

import re
from itertools import combinations
from pathlib import Path

import owlrl
import pyoxigraph
import pytest
from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SH, SKOS, XSD, BNode, Graph, Namespace, URIRef

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
ABSTRACT = {CAJAD.Fact, CAJAD.Event, CAJAD.Relation}
# What the identity and caption rules may name beside roles.
NOT_ROLES = {"period", "type"}


@pytest.fixture(scope="module")
def words() -> Graph:
    """Give everything the ontology says, without the shapes."""
    graph = Graph()
    for file in sorted(ONTOLOGY.glob("*.ttl")):
        if file.name != "shapes.ttl":
            graph.parse(file)
    return graph


@pytest.fixture
def model() -> Graph:
    """Give the vocabulary alone, to add to."""
    return Graph().parse(ONTOLOGY / "cajad.ttl")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(ONTOLOGY / "shapes.ttl")


@pytest.fixture(scope="module")
def closure(words: Graph, shapes: Graph) -> Graph:
    return close(words + shapes)


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


def names_in_rules(words: Graph, cls: URIRef) -> set[str]:
    """Give the names of roles in the identity and caption rules of a fact type."""
    slots = re.findall(r"\{([^}]*)\}", words.value(cls, CAJAD.caption))
    return set(re.findall(r"\w+", " ".join([words.value(cls, CAJAD.identity), *slots]))) - NOT_ROLES


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
    languages = {term: [text.language for text in words.objects(term, SKOS.definition)] for term in terms}

    assert {term: found for term, found in languages.items() if found != ["en"]} == {}


def test_every_term_says_which_ontology_defines_it(words, terms):
    home = URIRef("https://w3id.org/cajad/ontology")

    assert [term for term in terms if list(words.objects(term, RDFS.isDefinedBy)) != [home]] == []


def test_there_are_no_blank_nodes_outside_the_shapes(words):
    assert [triple for triple in words if any(isinstance(node, BNode) for node in triple)] == []


def test_everything_named_in_our_namespaces_is_described(words, shapes):
    named = {node for triple in [*words, *shapes] for node in triple if isinstance(node, URIRef)}

    assert {node for node in named - set(words.subjects()) if node.startswith((str(CAJAD), ID))} == set()


def test_owl_rl_finds_no_inconsistency(closure):
    assert [str(text) for text in closure.objects(None, INCONSISTENCY)] == []


def test_owl_rl_finds_a_thing_of_two_disjoint_classes(model):
    model.add((FACT.mixed, RDF.type, CAJAD.Leader)).add((FACT.mixed, RDF.type, CAJAD.Tie))

    assert [str(text) for text in close(model).objects(None, INCONSISTENCY)] != []


def test_owl_rl_does_not_take_a_claim_of_a_meeting_for_a_meeting(model):
    model.add((FACT.claim, RDF.type, CAJAD.Claim)).add((FACT.claim, CAJAD.factType, CAJAD.Summit))
    model.add((FACT.claim, CAJAD.participant, FACT.japan)).add((FACT.claim, CAJAD.place, FACT.tokyo))

    assert set(close(model).objects(FACT.claim, RDF.type)) == {CAJAD.Claim, PROV.Entity, OWL.Thing}


def test_no_thing_is_of_two_disjoint_classes(words, closure):
    for one, other in words.subject_objects(OWL.disjointWith):
        assert set(closure.subjects(RDF.type, one)) & set(closure.subjects(RDF.type, other)) == set()


def test_kinds_of_things_are_disjoint_pairwise(words):
    kinds = (CAJAD.Actor, CAJAD.Theme, CAJAD.Fact, CAJAD.Source, CAJAD.Claim, CAJAD.Qualifier)
    stated = {frozenset(pair) for pair in words.subject_objects(OWL.disjointWith)}

    assert {frozenset(pair) for pair in combinations(kinds, 2)} <= stated


def test_a_state_is_both_an_actor_and_a_place(words):
    assert {CAJAD.Actor, CAJAD.Place} <= set(words.objects(CAJAD.State, RDFS.subClassOf))


def test_no_property_has_a_domain(words):
    assert list(words.subject_objects(RDFS.domain)) == []


def test_identity_and_caption_rules_name_existing_roles(words, roles):
    named = {name for cls in words.subjects(CAJAD.identity) for name in names_in_rules(words, cls)}

    assert {name for name in named if CAJAD[name] not in roles} == set()


def test_every_fact_type_has_an_identity_and_a_caption_rule(words):
    for cls in set(words.transitive_subjects(RDFS.subClassOf, CAJAD.Fact)) - ABSTRACT:
        lineage = set(words.transitive_objects(cls, RDFS.subClassOf))

        assert lineage & set(words.subjects(CAJAD.identity)), cls
        assert lineage & set(words.subjects(CAJAD.caption)), cls


def test_roles_take_existing_classes_and_datatypes(words):
    described = {*words.subjects(RDF.type, OWL.Class), *words.subjects(RDF.type, RDFS.Datatype)}

    assert set(words.objects(None, CAJAD.takes)) - described == {XSD.string, XSD.integer}


def test_a_role_has_a_range_only_where_it_takes_one_class(words, roles):
    for role in roles:
        for kind in words.objects(role, RDFS.range):
            assert list(words.objects(role, CAJAD.takes)) == [kind]


def test_the_rules_of_a_fact_type_name_only_roles_that_its_shape_lists(words, shapes):
    for cls in words.subjects(CAJAD.caption):
        shape = shapes.value(None, SH.targetClass, cls)
        listed = set(shapes.objects(shape, SH.property / SH.path))

        assert {name for name in names_in_rules(words, cls) if CAJAD[name] not in listed} == set(), cls


def test_exclusion_is_stated_in_both_directions(words):
    pairs = set(words.subject_objects(CAJAD.excludes))

    assert pairs == {(b, a) for a, b in pairs}


def test_held_cancelled_and_postponed_exclude_each_other(words):
    assert set(words.objects(CAJAD.held, CAJAD.excludes)) == {CAJAD.cancelled, CAJAD.postponed}
    assert set(words.objects(CAJAD.cancelled, CAJAD.excludes)) == {CAJAD.held, CAJAD.postponed}


def test_colours_stand_out_from_white_and_from_black_paper(words):
    colours = [str(colour) for colour in words.objects(None, CAJAD.colour)]

    assert [colour for colour in colours if contrast(colour, "#ffffff") < 3] == []
    assert [colour for colour in colours if contrast(colour, "#101418") < 3] == []


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


def test_both_parsers_read_the_same_number_of_triples():
    for file in ONTOLOGY.glob("*.ttl"):
        parsed = list(pyoxigraph.parse(path=file, format=pyoxigraph.RdfFormat.TURTLE))

        assert len(parsed) == len(Graph().parse(file)), file.name


def test_the_ontology_has_a_version_and_a_licence(words):
    ontology = URIRef("https://w3id.org/cajad/ontology")

    assert str(words.value(ontology, OWL.versionIRI)) == f"{ontology}/{words.value(ontology, OWL.versionInfo)}"
    assert str(words.value(ontology, DCTERMS.license)) == "https://creativecommons.org/licenses/by/4.0/"
