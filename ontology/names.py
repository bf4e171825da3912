"""From a name in any language, a CURIE or an IRI to the thing meant; an unknown name is never guessed."""

import difflib
from collections.abc import Iterable

from cajad.ontology.folding import tokens
from cajad.ontology.namespaces import CAJAD, PREFIXES, local_name
from cajad.ontology.rdf import Iri, Literal
from cajad.ontology.terms import ALT_LABEL, LABEL
from cajad.ontology.vocabulary import Vocabulary


class UnknownNameError(LookupError):
    """A name that no thing of the wanted kinds bears, or that several bear."""


class Names:
    """The labels of the ontology's things; `find` is exact after folding case, space and punctuation."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._things: dict[str, list[Iri]] = {}
        self._types: dict[Iri, tuple[Iri, ...]] = {}
        self._spelling: dict[str, str] = {}
        for iri, types in vocabulary.entities.items():
            labels = [*vocabulary.values(iri, LABEL), *vocabulary.values(iri, ALT_LABEL)]
            self.add(iri, types, (v.text for v in labels if isinstance(v, Literal)))

    def add(self, iri: Iri, types: tuple[Iri, ...], labels: Iterable[str]) -> None:
        """Make one more thing known under its labels and its IRI's local name."""
        self._types[iri] = types
        for label in [*labels, local_name(iri)]:
            key = tokens(label) or label
            self._spelling.setdefault(key, label)
            things = self._things.setdefault(key, [])
            if iri not in things:
                things.append(iri)

    def copy(self) -> "Names":
        """Give names of one's own to add to: what one file introduces is not known in the next."""
        other = object.__new__(Names)
        other._vocabulary = self._vocabulary
        other._things = {key: list(things) for key, things in self._things.items()}
        other._types = dict(self._types)
        other._spelling = dict(self._spelling)
        return other

    def find(self, name: str, kinds: Iterable[str]) -> Iri:
        """Give the one thing of the given kinds (class IRIs) that bears a name.

        Raises UnknownNameError, with the nearest names, where none or several do.
        """
        wanted = tuple(kinds)
        found = self.bearers(name, wanted)
        if len(found) == 1:
            return found[0]
        if found:
            several = ", ".join(sorted(found))
            raise UnknownNameError(f"{name!r} may be any of {several}: give the one meant")
        nearest = "" if self._as_iri(name) else self._nearest(name, wanted)
        raise UnknownNameError(f"{name!r} is no known {self._kinds(wanted)}{nearest}")

    def bearers(self, name: str, kinds: Iterable[str]) -> list[Iri]:
        """Give the things of the given kinds that bear a name, or the one an identifier names."""
        wanted = tuple(kinds)
        iri = self._as_iri(name)
        things = [iri] if iri is not None else self._things.get(tokens(name) or name, ())
        return [thing for thing in things if self._is_a(thing, wanted)]

    def is_identifier(self, name: str) -> bool:
        """Tell whether a name is written as a CURIE or an IRI, and so cannot be just words."""
        return self._as_iri(name) is not None

    def _as_iri(self, name: str) -> Iri | None:
        prefix, colon, local = name.partition(":")
        if colon and prefix in PREFIXES and " " not in name:
            return Iri(PREFIXES[prefix] + local)
        return Iri(name) if name.startswith(("http://", "https://")) else None

    def _is_a(self, iri: Iri, wanted: tuple[str, ...]) -> bool:
        return any(kind in self._types.get(iri, ()) for kind in wanted)

    def _kinds(self, wanted: tuple[str, ...]) -> str:
        return " or ".join(self._vocabulary.labels(kind).get("en", local_name(kind)) for kind in wanted)

    def _shortest(self, thing: Iri) -> str:
        """Give the local name of a controlled term, the English label of anything else."""
        name = local_name(thing)
        return name if thing.startswith(CAJAD) else self._vocabulary.labels(thing).get("en", name)

    def _nearest(self, name: str, wanted: tuple[str, ...]) -> str:
        things = [thing for thing in self._types if self._is_a(thing, wanted)]
        if len(things) <= 10:
            return f": allowed are {', '.join(sorted(map(self._shortest, things)))}"
        candidates = [key for key, things in self._things.items() if any(self._is_a(t, wanted) for t in things)]
        near = difflib.get_close_matches(tokens(name), candidates, n=9, cutoff=0.6)
        proposed: dict[Iri, str] = {}
        for key in near:
            thing = next(t for t in self._things[key] if self._is_a(t, wanted))
            label = self._vocabulary.labels(thing).get("en", "")
            proposed.setdefault(thing, label if tokens(label) in near else self._spelling[key])
        if not proposed:
            return ""
        return ": did you mean " + ", ".join(f"'{text}'" for text in list(proposed.values())[:3]) + "?"
