"""The ontology files that come with cajad."""

from importlib.resources import as_file, files

from cajad.ontology.rdf import Triple, parse_file

SHAPES = "shapes.ttl"


def shipped_files() -> list[str]:
    """Name the Turtle files of the package in alphabetical order."""
    return sorted(f.name for f in files("cajad.ontology").iterdir() if f.name.endswith(".ttl"))


def shipped_triples() -> list[Triple]:
    """Read every shipped Turtle file, shapes included."""
    triples: list[Triple] = []
    for name in shipped_files():
        with as_file(files("cajad.ontology") / name) as path:
            triples += parse_file(path)
    return triples
