"""The JSON Schema of facts files, made from the ontology, for completion and checking in editors."""

from typing import Any

from cajad.loaders.facts import SOURCE_KEYS
from cajad.ontology.namespaces import CAJAD
from cajad.ontology.vocabulary import (
    AMOUNT_KIND,
    DATE_KIND,
    INTEGER_KIND,
    TEXT_KIND,
    FactType,
    Role,
    Vocabulary,
)

DATE_PATTERN = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?(/[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$"
OPEN_CLASSES = frozenset({f"{CAJAD}{name}" for name in ("Actor", "Place", "Fact", "Forum", "Leader")})


def facts_schema(vocabulary: Vocabulary) -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a facts file under this ontology."""
    types = vocabulary.fact_types
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://w3id.org/cajad/schema/facts.json",
        "title": "cajad facts file",
        "type": "object",
        "required": ["source", "fact"],
        "additionalProperties": False,
        "properties": {
            "source": _source_schema(vocabulary),
            "entity": {"type": "array", "items": _entity_schema()},
            "fact": {
                "type": "array",
                "minItems": 1,
                "items": {"oneOf": [_ref(name) for name in sorted(types)]},
            },
        },
        "$defs": {name: _fact_schema(vocabulary, types[name]) for name in sorted(types)},
    }


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/$defs/{name}"}


def _source_schema(vocabulary: Vocabulary) -> dict[str, Any]:
    properties: dict[str, Any] = {key: {"type": "string"} for key in SOURCE_KEYS}
    properties["published"] = _date_schema()
    properties["url"] = {"type": "string", "format": "uri", "pattern": "^https?://"}
    properties["reliability"] = _terms_schema(vocabulary, "Reliability")
    return {
        "type": "object",
        "required": ["id", "title", "publisher", "published"],
        "additionalProperties": False,
        "properties": properties,
    }


def _entity_schema() -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["id", "type", "label"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string", "pattern": "^[a-z]+:[a-z0-9]+(-[a-z0-9]+)*$"},
            "type": {"type": "string"},
            "label": {"anyOf": [{"type": "string"}, {"type": "object", "required": ["en"]}]},
            "alt": {"type": "array", "items": {"type": "string"}},
        },
    }


def _fact_schema(vocabulary: Vocabulary, kind: FactType) -> dict[str, Any]:
    properties: dict[str, Any] = {"type": {"const": kind.name}}
    for name, role in sorted(kind.roles.items()):
        one = _role_schema(vocabulary, role)
        many = {"type": "array", "items": one, "minItems": max(1, kind.minimum.get(name, 0))}
        takes_one = role.single_valued and AMOUNT_KIND not in role.takes  # amounts: one in each currency
        properties[name] = one if takes_one else {"anyOf": [one, many]}
        properties[name]["description"] = vocabulary.labels(role.iri).get("en", name)
    properties |= {
        "status": _terms_schema(vocabulary, "Status"),
        "certainty": _terms_schema(vocabulary, "Certainty"),
        "negated": {"type": "boolean"},
        "voice": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
        "paragraph": {"type": "integer", "minimum": 0},
        "quote": {"type": "string"},
        "event": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    }
    single = [names[0] for names in kind.required if len(names) == 1]
    status = [] if kind.default_status else ["status"]
    schema: dict[str, Any] = {
        "title": vocabulary.labels(kind.iri).get("en", kind.name),
        "type": "object",
        "required": ["type", "paragraph", *status, *single],
        "additionalProperties": False,
        "properties": properties,
    }
    several = [names for names in kind.required if len(names) > 1]
    if several:
        schema["allOf"] = [{"anyOf": [{"required": [name]} for name in names]} for names in several]
    return schema


def _role_schema(vocabulary: Vocabulary, role: Role) -> dict[str, Any]:
    if DATE_KIND in role.takes:
        return _date_schema()
    if role.takes == (INTEGER_KIND,):
        return {"type": "integer"}
    if AMOUNT_KIND in role.takes:
        return {"type": "string", "pattern": "^[0-9]+(\\.[0-9]+)? [A-Z]{3}$"}
    closed = TEXT_KIND not in role.takes and role.classes and not OPEN_CLASSES & set(role.classes)
    if closed and len(role.classes) == 1:
        return _things_schema(vocabulary, role.classes[0])
    return {"type": "string"}


def _date_schema() -> dict[str, Any]:
    return {"type": ["string", "integer"], "pattern": DATE_PATTERN, "minimum": 1000, "maximum": 9999}


def _terms_schema(vocabulary: Vocabulary, cls: str) -> dict[str, Any]:
    names = [iri.rsplit("#", 1)[-1] for iri, kinds in vocabulary.entities.items() if f"{CAJAD}{cls}" in kinds]
    return {"enum": sorted(names)}


def _things_schema(vocabulary: Vocabulary, cls: str) -> dict[str, Any]:
    """Offer the English labels; other names of the same things are allowed too."""
    labels = [vocabulary.labels(iri).get("en", "") for iri, kinds in vocabulary.entities.items() if cls in kinds]
    return {"type": "string", "examples": sorted(filter(None, labels))}
