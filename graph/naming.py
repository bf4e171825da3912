"""What a fact is called: its IRI, from a stated identity or its oldest claim, and its label in each language.

The oldest claim never changes by what later sources say, so links to a fact stay good while it is refined.
"""

import re
import unicodedata
from collections.abc import Container, Iterable, Mapping, Sequence

from cajad.graph.identity import Identity
from cajad.ontology.claims import Claim
from cajad.ontology.namespaces import ID, local_name
from cajad.ontology.rdf import STRING, Iri, Literal, Term
from cajad.ontology.vocabulary import Vocabulary

LANGUAGES = ("en", "ja", "ru")
SLUG_LENGTH, TEXT_LENGTH = 100, 200


def fact_iris(clusters: Sequence[Sequence[Claim]], identity: Identity) -> list[Iri]:
    """Name the fact of each cluster; clusters that would share a name are numbered in their order.

    A stated identity is a name of its own and never numbered.
    """
    events = [next((claim.event for claim in cluster if claim.event), "") for cluster in clusters]
    taken = {event for event in events if event}
    used: dict[str, int] = {}
    iris = []
    for cluster, event in zip(clusters, events, strict=True):
        slug = event or _free(_slug(cluster[0], identity), taken, used)
        taken.add(slug)
        iris.append(Iri(f"{ID}fact/{slug}"))
    return iris


def _free(slug: str, taken: Container[str], used: dict[str, int]) -> str:
    name = slug
    while name in taken:
        used[slug] = used.get(slug, 1) + 1
        name = f"{slug}-{used[slug]}"
    return name


def _slug(claim: Claim, identity: Identity) -> str:
    kind = identity.kind(claim)
    parts = [_kebab(re.sub(r"(?<!^)(?=[A-Z])", "-", kind.name)) or "fact"]
    used: set[str] = set()
    for condition in identity.conditions(kind):
        for name in condition.roles:
            values = claim.roles.get(kind.roles[name].iri, ()) if name in kind.roles else ()
            if values and name not in used:
                used.add(name)
                parts.append("-".join(_kebab(_plain(value)) for value in values[:3]))
                break
    slug = "-".join(part for part in parts if part)
    return slug if len(slug) <= SLUG_LENGTH else slug[:SLUG_LENGTH].rpartition("-")[0] or slug[:SLUG_LENGTH]


def _plain(value: Term) -> str:
    return local_name(value) if isinstance(value, Iri) else value.text.replace("/", "-to-")


def _kebab(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.replace("–", "-")).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:8])


def _short(text: str) -> str:
    return text if len(text) <= TEXT_LENGTH else f"{text[: TEXT_LENGTH - 1]}…"


class Captions:
    """Labels of facts, by the `cajad:caption` of their class.

    `{role}` is a slot, `{a|b}` takes the first that has a value, `{type}` is the class's label, and a part in
    `[…]` is dropped when one of its slots is empty. A caption with a language tag goes before one without.
    """

    def __init__(self, vocabulary: Vocabulary, labels: Mapping[Iri, Mapping[str, str]]) -> None:
        self._vocabulary = vocabulary
        self._labels = labels

    def knowing(self, labels: Mapping[Iri, Mapping[str, str]]) -> "Captions":
        """Give captions that know the labels of more things."""
        return Captions(self._vocabulary, {**self._labels, **labels})

    def label(self, thing: Term, language: str) -> str:
        """Give the label of a value in a language, else in English, else its text."""
        if isinstance(thing, Literal):
            return thing.text
        labels = self._labels.get(thing) or self._vocabulary.labels(thing)
        return labels.get(language) or labels.get("en") or local_name(thing)

    def captions(self, kind: Iri, roles: Mapping[Iri, tuple[Term, ...]]) -> tuple[tuple[str, str], ...]:
        """Give the label of a fact in each language of cajad."""
        patterns = ((language, self._vocabulary.inherited(kind, "caption", language)) for language in LANGUAGES)
        return tuple((language, self._fill(text or "{type}", kind, roles, language)) for language, text in patterns)

    def _fill(self, pattern: str, kind: Iri, roles: Mapping[Iri, tuple[Term, ...]], language: str) -> str:
        named = {self._vocabulary.roles_by_iri[iri].name: values for iri, values in roles.items()}

        def slot(names: str) -> str:
            for name in names.split("|"):
                if name == "type":
                    return self.label(kind, language)
                if named.get(name):
                    return self._join(named[name], language)
            return ""

        def part(match: re.Match[str]) -> str:
            text = match[0] if match[1] is None else match[1]
            slots = [slot(names) for names in re.findall(r"\{([^}]*)\}", text)]
            if match[1] is not None and not all(slots):
                return ""
            return re.sub(r"\{[^}]*\}", lambda _: slots.pop(0), text)

        return re.sub(r"\[([^\]]*)\]|\{[^}]*\}", part, pattern)

    def _join(self, values: Iterable[Term], language: str) -> str:
        """Name up to four things; of several texts only the first, for they are names of one thing."""
        values = list(values)
        if isinstance(values[0], Literal) and values[0].datatype == STRING:
            return _short(values[0].text)
        names = [_short(self.label(value, language)) for value in values]
        shown = names[:4] + (["…"] if len(names) > 4 else [])
        return ("・" if language == "ja" else ", ").join(shown)
