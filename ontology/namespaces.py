"""The prefixes of cajad and of the standards it speaks, and the way between CURIE and IRI."""

from cajad.ontology.errors import CajadError

CAJAD = "https://w3id.org/cajad/ontology#"
ID = "https://w3id.org/cajad/id/"
JUDGEMENTS = f"{ID}judgements"

THINGS = (
    "state",
    "group",
    "person",
    "organisation",
    "forum",
    "place",
    "theme",
    "voice",
    "role",
    "level",
)
KINDS = (*THINGS, "source", "claim", "fact", "extension", "judgement")

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SH = "http://www.w3.org/ns/shacl#"
DCTERMS = "http://purl.org/dc/terms/"
SCHEMA = "https://schema.org/"
EDTF = "http://id.loc.gov/datatypes/edtf/"

PREFIXES: dict[str, str] = {
    "cajad": CAJAD,
    **{kind: f"{ID}{kind}/" for kind in KINDS},
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
    "skos": SKOS,
    "sh": SH,
    "dcterms": DCTERMS,
    "schema": SCHEMA,
    "prov": "http://www.w3.org/ns/prov#",
    "org": "http://www.w3.org/ns/org#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "time": "http://www.w3.org/2006/time#",
    "wd": "http://www.wikidata.org/entity/",
    "edtf": EDTF,
}


def expand(curie: str) -> str:
    """Give the IRI of a CURIE such as `state:japan`.

    >>> expand("state:japan")
    'https://w3id.org/cajad/id/state/japan'

    Raises CajadError for an unknown prefix.
    """
    prefix, _, local = curie.partition(":")
    if prefix not in PREFIXES:
        raise CajadError(f"'{curie}': unknown prefix '{prefix}', known are {', '.join(sorted(PREFIXES))}")
    return PREFIXES[prefix] + local


def compact(iri: str) -> str:
    """Give the CURIE of an IRI with the longest prefix that fits, or the IRI itself.

    >>> compact("https://w3id.org/cajad/id/state/japan")
    'state:japan'
    >>> compact("https://example.org/x")
    'https://example.org/x'
    """
    fitting = [(len(base), prefix) for prefix, base in PREFIXES.items() if iri.startswith(base)]
    if not fitting:
        return iri
    length, prefix = max(fitting)
    return f"{prefix}:{iri[length:]}"


def local_name(iri: str) -> str:
    """Give what stands after the last `#` or `/` of an IRI.

    >>> local_name("https://w3id.org/cajad/ontology#Summit")
    'Summit'
    """
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
