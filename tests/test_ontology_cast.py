"""The cast of the graph: states, groups, persons, organisations, forums, voices and places."""

import re
from collections import defaultdict
from pathlib import Path

import pyoxigraph
import pytest

ONTOLOGY = Path(__file__).parent.parent / "ontology"
FILES = ("states", "leaders", "forums", "places")
BASE = "https://w3id.org/cajad/id/"
CAJAD = "https://w3id.org/cajad/ontology#"
DCTERMS = "http://purl.org/dc/terms/"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
ALT_LABEL = "http://www.w3.org/2004/02/skos/core#altLabel"
SAME_AS = "http://www.w3.org/2002/07/owl#sameAs"
LINKS = [*(CAJAD + name for name in ("within", "actsFor", "groupMember", "capital")), f"{DCTERMS}isPartOf"]
NOTATION = "http://www.w3.org/2004/02/skos/core#notation"

# The region has the name of the group of its states, in every language: one thing is both.
ALSO_A_PLACE = {"group:central-asia"}
# These lie in no one state, or nowhere.
SEAS = {"place:caspian-sea", "place:hyuganada", "place:nankai-trough"}
NOWHERE = SEAS | {"place:online", "place:trans-caspian-route"}
# A scholar, not an official.
ACTS_FOR_NONE = {"person:s-frederick-starr"}
# Israel's capital is disputed, and nothing here needs it.
WITHOUT_CAPITAL = {"state:israel"}

# fmt: off
CLASS_OF_KIND = {
    "state": "State", "group": "StateGroup", "person": "Leader", "organisation": "Organisation",
    "forum": "Forum", "voice": "Voice", "place": "Place",
}
IDENTIFIERS = {
    "state:japan": "Q17", "state:kazakhstan": "Q232", "state:kyrgyzstan": "Q813",
    "state:tajikistan": "Q863", "state:turkmenistan": "Q874", "state:uzbekistan": "Q265",
    "state:russia": "Q159", "state:china": "Q148", "state:united-states": "Q30",
    "state:afghanistan": "Q889", "state:azerbaijan": "Q227", "state:georgia": "Q230",
    "state:germany": "Q183", "state:india": "Q668", "state:mongolia": "Q711",
    "state:republic-of-korea": "Q884", "state:turkiye": "Q43", "place:tokyo": "Q1490",
    "place:astana": "Q1520", "place:dushanbe": "Q9365", "place:ashgabat": "Q23438",
    "place:tashkent": "Q269", "place:beijing": "Q956", "place:samarkand": "Q5753",
    "place:aktau": "Q198989", "place:xian": "Q5826", "place:osaka": "Q35765",
    "person:naoto-kan": "Q47846", "person:yoshihide-suga": "Q122465",
    "person:kassym-jomart-tokayev": "Q200881", "person:sadyr-japarov": "Q25597826",
    "person:emomali-rahmon": "Q57366", "person:sirojiddin-muhriddin": "Q18198123",
    "person:gurbanguly-berdimuhamedov": "Q57530", "person:serdar-berdimuhamedov": "Q51874548",
    "person:shavkat-mirziyoyev": "Q57808", "person:vladimir-putin": "Q7747",
    "person:xi-jinping": "Q15031",
}
SPELLINGS = {
    "TAKAICHI Sanae": "person:sanae-takaichi", "Санаэ Такаичи": "person:sanae-takaichi",
    "Zhaparov": "person:sadyr-japarov", "Mirziyoev": "person:shavkat-mirziyoyev",
    "Serdar Berdimukhamedov": "person:serdar-berdimuhamedov", "Toqayev": "person:kassym-jomart-tokayev",
    "Rakhmonov": "person:emomali-rahmon", "Sirojiddin Aslov": "person:sirojiddin-muhriddin",
    "Qazinform": "organisation:kazinform", "CAJAD": "forum:ca-jad", "ＣＡＪＡＤ": "forum:ca-jad",
    "カジャッド": "forum:ca-jad", "Central Asia–Japan": "forum:ca-jad", "C5+1": "forum:c5-plus-1",
    "Nur-Sultan": "place:astana", "Киргизия": "state:kyrgyzstan", "Kyrgyz Republic": "state:kyrgyzstan",
    "Middle Corridor": "place:trans-caspian-route", "カスピ海ルート": "place:trans-caspian-route",
    "the five Central Asian states": "group:central-asia", "中央アジア諸国": "group:central-asia",
    "domestic reports": "voice:japanese-media",
}
NOT_VERIFIED = [
    "place:bishkek", "place:moscow", "person:sanae-takaichi", "person:shigeru-ishiba", "person:hu-jintao",
]
# fmt: on


def read(names):
    """Give CURIE → property → values of every subject: a literal as (text, language), an IRI as text."""
    found = defaultdict(lambda: defaultdict(list))
    for name in names:
        for s, p, o, _ in pyoxigraph.parse(path=ONTOLOGY / f"{name}.ttl", format=pyoxigraph.RdfFormat.TURTLE):
            value = (o.value, o.language) if isinstance(o, pyoxigraph.Literal) else curie(o.value)
            found[curie(s.value)][p.value].append(value)
    return dict(found)


def curie(iri):
    return iri.removeprefix(BASE).replace("/", ":", 1) if iri.startswith(BASE) else iri


def fold(name):
    """Make two spellings equal that only case, space and punctuation tell apart."""
    return " ".join(re.findall(r"\w+", name.casefold()))


@pytest.fixture(scope="module")
def cast():
    return read(FILES)


@pytest.fixture(scope="module")
def cast_and_themes():
    everything = read(sorted(path.stem for path in ONTOLOGY.glob("*.ttl") if path.stem != "shapes"))
    named = {*CLASS_OF_KIND, "theme"}
    return {entity: values for entity, values in everything.items() if kind(entity) in named}


def kind(entity):
    return entity.split(":", 1)[0]


def of_kind(cast, wanted):
    return sorted(entity for entity in cast if kind(entity) == wanted)


def bearers(cast):
    """Give each name, folded, with the entities that bear it; an identifier's own text is a name too."""
    names = defaultdict(set)
    for entity, values in cast.items():
        for text, _ in values[LABEL] + values[ALT_LABEL]:
            names[fold(text)].add(entity)
        names[fold(entity.split(":", 1)[1])].add(entity)
    return names


def test_every_entity_has_exactly_one_label_in_each_of_the_three_languages(cast):
    languages = {entity: sorted(language for _, language in values[LABEL]) for entity, values in cast.items()}

    assert {entity: found for entity, found in languages.items() if found != ["en", "ja", "ru"]} == {}


def test_no_name_is_empty_or_borne_by_two_entities_themes_included(cast_and_themes):
    assert {name: found for name, found in bearers(cast_and_themes).items() if not name or len(found) > 1} == {}


def test_no_alternative_label_repeats_a_label_or_another_in_its_language(cast):
    repeated = []
    for entity, values in cast.items():
        seen = {(text.casefold(), language) for text, language in values[LABEL]}
        for text, language in values[ALT_LABEL]:
            if (text.casefold(), language) in seen:
                repeated.append((entity, text))
            seen.add((text.casefold(), language))

    assert repeated == []


def test_every_identifier_is_kebab_case_under_a_known_kind(cast):
    pattern = re.compile(rf"({'|'.join(CLASS_OF_KIND)}):[a-z0-9]+(-[a-z0-9]+)*")

    assert [entity for entity in cast if not pattern.fullmatch(entity)] == []


def test_a_person_is_named_in_the_identifier_as_in_the_english_label(cast):
    def plain(text):
        return "-".join(re.findall("[a-z]+", text.casefold().replace("ó", "o")))

    labels = {p: next(text for text, lang in cast[p][LABEL] if lang == "en") for p in of_kind(cast, "person")}

    assert {p: label for p, label in labels.items() if p != f"person:{plain(label)}"} == {}


def test_every_entity_is_of_the_class_of_its_kind(cast):
    def expected(entity):
        return {CLASS_OF_KIND[kind(entity)]} | ({"Place"} if entity in ALSO_A_PLACE else set())

    stated = {entity: {c.removeprefix(CAJAD) for c in values[TYPE]} for entity, values in cast.items()}

    assert {entity: found for entity, found in stated.items() if found != expected(entity)} == {}


@pytest.mark.parametrize("link", LINKS)
def test_every_link_leads_to_a_known_entity(cast, link):
    targets = {target for values in cast.values() for target in values[link]}

    assert targets
    assert targets - set(cast) == set()


def test_only_central_asia_lists_members_and_they_are_the_five_states(cast):
    members = {group: sorted(cast[group][f"{CAJAD}groupMember"]) for group in of_kind(cast, "group")}
    five = ["kazakhstan", "kyrgyzstan", "tajikistan", "turkmenistan", "uzbekistan"]

    assert {group: found for group, found in members.items() if found} == {
        "group:central-asia": [f"state:{name}" for name in five]
    }


def test_every_place_lies_in_one_other_place_but_the_few_that_lie_in_none(cast):
    homeless = {place for place in of_kind(cast, "place") if len(cast[place][f"{CAJAD}within"]) != 1}

    assert homeless == NOWHERE


def test_going_outward_from_a_place_ends_at_a_state_or_the_region(cast):
    def outermost(place, steps=9):
        outer = cast[place][f"{CAJAD}within"]
        return outermost(outer[0], steps - 1) if outer and steps else place

    ends = {kind(outermost(place)) for place in of_kind(cast, "place") if place not in NOWHERE}

    assert ends == {"state", "group"}


def test_the_capital_of_every_state_lies_in_it(cast):
    astray = {
        state
        for state in of_kind(cast, "state")
        if [cast[city][f"{CAJAD}within"] for city in cast[state][f"{CAJAD}capital"]] != [[state]]
    }

    assert astray == WITHOUT_CAPITAL


def test_every_person_acts_for_one_state_but_the_scholar(cast):
    stateless = {person for person in of_kind(cast, "person") if len(cast[person][f"{CAJAD}actsFor"]) != 1}

    assert stateless == ACTS_FOR_NONE


@pytest.mark.parametrize(("entity", "identifier"), IDENTIFIERS.items())
def test_the_wikidata_identifier_is_the_verified_one(cast, entity, identifier):
    assert cast[entity][SAME_AS] == [f"http://www.wikidata.org/entity/{identifier}"]


@pytest.mark.parametrize("entity", NOT_VERIFIED)
def test_an_identifier_nobody_verified_is_not_given(cast, entity):
    assert cast[entity][LABEL]
    assert cast[entity][SAME_AS] == []


def test_no_two_entities_share_a_wikidata_identifier(cast):
    given = [identifier for values in cast.values() for identifier in values[SAME_AS]]

    assert len(given) == len(set(given)) == 89


def test_the_eight_states_of_the_story_carry_their_iso_codes(cast):
    codes = {" ".join(text for text, _ in cast[state][NOTATION]) for state in of_kind(cast, "state")} - {""}
    central_asia = {"KZ KAZ 398", "KG KGZ 417", "TJ TJK 762", "TM TKM 795", "UZ UZB 860"}

    assert codes == {"JP JPN 392", "RU RUS 643", "CN CHN 156"} | central_asia


@pytest.mark.parametrize("surname", ["Berdimuhamedov", "Бердымухамедов", "Matsumoto", "松本", "菅"])
def test_a_surname_that_two_persons_bear_names_neither(cast, surname):
    assert bearers(cast)[fold(surname)] == set()


@pytest.mark.parametrize(("name", "entity"), SPELLINGS.items())
def test_every_spelling_of_a_name_finds_its_one_bearer(cast, name, entity):
    assert bearers(cast)[fold(name)] == {entity}
