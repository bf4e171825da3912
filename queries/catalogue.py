"""The catalogue of named queries: the file's name is the question's name everywhere."""

from pathlib import Path

from cajad.ontology.errors import QueryError
from cajad.queries.header import Query, read_query

HERE = Path(__file__).parent
FOLDERS = {"question": "", "network": "networks", "check": "checks"}


def query_names(kind: str = "question") -> list[str]:
    """Name the queries of a kind (question, network or check) in alphabetical order."""
    folder = HERE / FOLDERS[kind]
    return sorted(f.name.removesuffix(".rq") for f in folder.iterdir() if f.name.endswith(".rq"))


def find_query(name: str, kind: str = "question") -> Query:
    """Read a named query. Raises QueryError, with the nearest names, where there is none."""
    names = query_names(kind)
    if name not in names:
        import difflib  # only a mistake needs it, and it is slow to import

        near = difflib.get_close_matches(name, names, n=3, cutoff=0.5)
        known = f"did you mean {' or '.join(near)}?" if near else f"known are {', '.join(names)}"
        raise QueryError(f"'{name}' is no {kind}: {known}")
    return read_query(name, (HERE / FOLDERS[kind] / f"{name}.rq").read_text("utf-8"))
