"""What cajad says when the input, the question or the store is wrong; a bug is none of these.

Every error says what is wrong, where, and what would be right, and keeps its parts as attributes.
"""

from collections.abc import Sequence
from typing import NamedTuple


class CajadError(Exception):
    """Root of the errors that the command line prints as plain lines, without a traceback."""


class Problem(NamedTuple):
    """One thing that is wrong in an input: where it stands, and what would be allowed."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


class DataError(CajadError):
    """Input that cannot be taken; carries every problem found, not only the first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, problems)))


class QueryError(CajadError):
    """A question that cannot be asked: unknown name, parameter or value, or a syntax error."""


class StoreError(CajadError):
    """A store that cannot be opened, read or written."""
