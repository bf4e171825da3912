"""The IRIs of the properties and classes that code has to name; everything else is read from the ontology."""

from cajad.ontology.namespaces import CAJAD, DCTERMS, EDTF, OWL, RDF, RDFS, SCHEMA, SKOS, XSD
from cajad.ontology.rdf import Iri, Literal

TYPE = Iri(f"{RDF}type")
LABEL = Iri(f"{RDFS}label")
ALT_LABEL = Iri(f"{SKOS}altLabel")
SUBCLASS_OF = Iri(f"{RDFS}subClassOf")
SAME_AS = Iri(f"{OWL}sameAs")

# sources
SOURCE_CLASS = Iri(f"{CAJAD}Source")
TITLE = Iri(f"{DCTERMS}title")
PUBLISHER = Iri(f"{DCTERMS}publisher")
ISSUED = Iri(f"{DCTERMS}issued")
LANGUAGE = Iri(f"{DCTERMS}language")
URL = Iri(f"{SCHEMA}url")
RELIABILITY = Iri(f"{CAJAD}reliability")

# claims and their qualifiers
CLAIM = Iri(f"{CAJAD}Claim")
FACT_TYPE = Iri(f"{CAJAD}factType")
SOURCE = Iri(f"{CAJAD}source")
STATUS = Iri(f"{CAJAD}status")
CERTAINTY = Iri(f"{CAJAD}certainty")
NEGATED = Iri(f"{CAJAD}negated")
VOICE = Iri(f"{CAJAD}voice")
PARAGRAPH = Iri(f"{CAJAD}paragraph")
QUOTE = Iri(f"{CAJAD}quote")
EVENT = Iri(f"{CAJAD}event")

# facts
FACT = Iri(f"{CAJAD}Fact")
CLAIM_LINK = Iri(f"{CAJAD}claim")
DISPUTED = Iri(f"{CAJAD}disputed")
INFERENCE = Iri(f"{CAJAD}inference")
INFERENCE_CLASS = Iri(f"{CAJAD}Inference")
INFERRED_ROLE = Iri(f"{CAJAD}inferredRole")
INFERRED_VALUE = Iri(f"{CAJAD}inferredValue")
INFERRED_FROM = Iri(f"{CAJAD}inferredFrom")

# judgements
JUDGEMENT = Iri(f"{CAJAD}Judgement")
VERDICT = Iri(f"{CAJAD}verdict")
JUDGES = Iri(f"{CAJAD}judges")
REASON = Iri(f"{CAJAD}reason")
CREATOR = Iri(f"{DCTERMS}creator")
DATED = Iri(f"{DCTERMS}date")

# dates
DATE = Iri(f"{CAJAD}date")
SINCE = Iri(f"{CAJAD}since")
UNTIL = Iri(f"{CAJAD}until")
FOUNDED = Iri(f"{CAJAD}founded")
EARLIEST = Iri(f"{CAJAD}earliest")
LATEST = Iri(f"{CAJAD}latest")
DATE_TYPES = frozenset({f"{XSD}gYear", f"{XSD}gYearMonth", f"{XSD}date", f"{EDTF}EDTF"})

# things
ACTOR, PLACE_CLASS, THEME_CLASS, FORUM_CLASS, MEETING_CLASS = (
    Iri(f"{CAJAD}{name}") for name in ("Actor", "Place", "Theme", "Forum", "Meeting")
)
NAME, PLACE, FORUM = (Iri(f"{CAJAD}{name}") for name in ("name", "place", "forum"))
OUTCOME = Iri(f"{CAJAD}outcome")
ASSERTED, ENDED = (Iri(f"{CAJAD}{name}") for name in ("asserted", "ended"))

TRUE = Literal("true", f"{XSD}boolean")
