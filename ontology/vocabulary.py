"""The ontology as Python reads it: which fact types there are, which roles they take, what excludes what.

Nothing about the domain is written here; everything comes from the Turtle files, the user's own included.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from cajad.ontology.namespaces import CAJAD, OWL, RDF, SH, SKOS, XSD, local_name
from cajad.ontology.rdf import Index, Iri, Literal, Term, Triple, index_triples
from cajad.ontology.terms import FACT, LABEL, SUBCLASS_OF, TYPE

DATE_KIND, AMOUNT_KIND = f"{CAJAD}Date", f"{CAJAD}Amount"
TEXT_KIND, INTEGER_KIND = f"{XSD}string", f"{XSD}integer"
_DATATYPES = frozenset({DATE_KIND, AMOUNT_KIND, TEXT_KIND, INTEGER_KIND})


@dataclass(frozen=True, slots=True)
class Role:
    """A role property: what it takes, and how its values are weighed against each other."""

    iri: Iri
    name: str
    takes: tuple[str, ...]
    single_valued: bool = False
    accumulates: bool = False

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes of things the role takes, without its datatypes."""
        return tuple(kind for kind in self.takes if kind not in _DATATYPES)


@dataclass(frozen=True, slots=True)
class FactType:
    """A kind of event or relation: its ancestors, its roles, what it requires, how it is told apart."""

    iri: Iri
    name: str
    ancestors: tuple[Iri, ...]
    roles: Mapping[str, Role]
    required: tuple[tuple[str, ...], ...]
    minimum: Mapping[str, int]
    identity: str
    default_status: Iri | None


@dataclass(frozen=True)
class Vocabulary:
    """The ontology, indexed; `index` holds its triples by subject and predicate."""

    index: Index
    _ancestors: dict[Iri, tuple[Iri, ...]] = field(default_factory=dict)

    @classmethod
    def from_triples(cls, triples: Iterable[Triple]) -> "Vocabulary":
        """Index the triples of one or more ontology files."""
        return cls(index_triples(triples))

    def extended(self, triples: Iterable[Triple]) -> "Vocabulary":
        """Give a vocabulary that knows more triples as well; this one stays as it is."""
        index = {subject: {p: list(v) for p, v in values.items()} for subject, values in self.index.items()}
        for subject, predicate, value in triples:
            index.setdefault(subject, {}).setdefault(predicate, []).append(value)
        return Vocabulary(index)

    def values(self, subject: str, predicate: str) -> list[Term]:
        """Give what the ontology says of a subject under a property, in file order."""
        return self.index.get(Iri(subject), {}).get(Iri(predicate), [])

    def iris(self, subject: str, predicate: str) -> list[Iri]:
        """Give the IRIs among those values."""
        return [value for value in self.values(subject, predicate) if isinstance(value, Iri)]

    def text(self, subject: str, predicate: str) -> str:
        """Give the first literal's text, or ''."""
        return next((v.text for v in self.values(subject, predicate) if isinstance(v, Literal)), "")

    def labels(self, subject: str) -> dict[str, str]:
        """Give the labels of a thing by language."""
        return {v.language: v.text for v in self.values(subject, LABEL) if isinstance(v, Literal)}

    def ancestors(self, cls: Iri) -> tuple[Iri, ...]:
        """Give a class and its superclasses, nearest first; a cycle ends where it began."""
        if cls not in self._ancestors:
            found: dict[Iri, None] = {}
            queue = [cls]
            while queue:
                current = queue.pop(0)
                if current not in found:
                    found[current] = None
                    queue += self.iris(current, SUBCLASS_OF)
            self._ancestors[cls] = tuple(found)
        return self._ancestors[cls]

    def is_kind(self, cls: Iri, ancestor: str) -> bool:
        """Tell whether a class is another or lies below it."""
        return ancestor in self.ancestors(cls)

    @cached_property
    def roles(self) -> dict[str, Role]:
        """Every property that takes a value in a fact, by its local name."""
        roles = {}
        for subject, values in self.index.items():
            takes = values.get(Iri(f"{CAJAD}takes"))
            if takes:
                role = Role(
                    iri=subject,
                    name=local_name(subject),
                    takes=tuple(value for value in takes if isinstance(value, Iri)),
                    single_valued=self.text(subject, f"{CAJAD}singleValued") == "true",
                    accumulates=self.text(subject, f"{CAJAD}accumulates") == "true",
                )
                roles[role.name] = role
        return roles

    @cached_property
    def roles_by_iri(self) -> dict[Iri, Role]:
        """The same roles by IRI."""
        return {role.iri: role for role in self.roles.values()}

    @cached_property
    def fact_types(self) -> dict[str, FactType]:
        """Every class below cajad:Fact that a facts file may name, by its local name."""
        classes = [subject for subject in self.index if SUBCLASS_OF in self.index[subject]]
        facts = [c for c in classes if c != FACT and self.is_kind(c, FACT)]
        return {fact.name: fact for fact in map(self._fact_type, facts) if fact.roles}

    @cached_property
    def fact_types_by_iri(self) -> dict[Iri, FactType]:
        """The same fact types by IRI."""
        return {fact.iri: fact for fact in self.fact_types.values()}

    @cached_property
    def _shapes(self) -> dict[Iri, list[Iri]]:
        shapes: dict[Iri, list[Iri]] = {}
        for subject in self.index:
            for target in self.iris(subject, f"{SH}targetClass"):
                shapes.setdefault(target, []).append(subject)
        return shapes

    def _fact_type(self, cls: Iri) -> FactType:
        lineage = self.ancestors(cls)
        roles: dict[str, Role] = {}
        minimum: dict[str, int] = {}
        alternatives: list[tuple[str, ...]] = []
        for ancestor in lineage:
            for shape in self._shapes.get(ancestor, ()):
                for prop in self.iris(shape, f"{SH}property"):
                    self._read_property(prop, roles, minimum)
                alternatives += self._alternatives(shape)
        required = [(name,) for name in minimum if minimum[name] > 0]
        return FactType(
            iri=cls,
            name=local_name(cls),
            ancestors=lineage,
            roles=roles,
            required=tuple(dict.fromkeys(required + alternatives)),
            minimum=minimum,
            identity=self.inherited(cls, "identity"),
            default_status=self._default_status(lineage),
        )

    def _read_property(self, prop: Iri, roles: dict[str, Role], minimum: dict[str, int]) -> None:
        for path in self.iris(prop, f"{SH}path"):
            role = self.roles_by_iri.get(path)
            if role:
                roles.setdefault(role.name, role)
                least = int(self.text(prop, f"{SH}minCount") or 0)
                minimum[role.name] = max(minimum.get(role.name, 0), least)

    def _alternatives(self, shape: Iri) -> list[tuple[str, ...]]:
        found = []
        for head in self.iris(shape, f"{SH}or"):
            names = []
            for branch in self._items(head):
                for prop in self.iris(branch, f"{SH}property"):
                    names += [local_name(p) for p in self.iris(prop, f"{SH}path")]
            if names and all(name in self.roles for name in names):
                found.append(tuple(names))
        return found

    def _items(self, head: Iri) -> list[Iri]:
        items: list[Iri] = []
        while head != f"{RDF}nil" and len(items) < len(self.index):
            items += self.iris(head, f"{RDF}first")
            head = next(iter(self.iris(head, f"{RDF}rest")), Iri(f"{RDF}nil"))
        return items

    def inherited(self, cls: Iri, annotation: str, language: str = "") -> str:
        """Give an annotation of a class (`colour`, `shape`, `caption` …) from it or its nearest ancestor.

        Of several texts the one in the language counts, else the one without a language.
        """
        for ancestor in self.ancestors(cls):
            texts = {
                v.language: v.text for v in self.values(ancestor, f"{CAJAD}{annotation}") if isinstance(v, Literal)
            }
            if texts:
                return texts.get(language) or texts.get("", "")
        return ""

    def _default_status(self, lineage: Iterable[Iri]) -> Iri | None:
        found = (self.iris(c, f"{CAJAD}defaultStatus") for c in lineage)
        return next((statuses[0] for statuses in found if statuses), None)

    @cached_property
    def excludes(self) -> frozenset[tuple[Term, Term]]:
        """Pairs of controlled terms that cannot both be true, each in both orders."""
        pairs: set[tuple[Term, Term]] = set()
        for subject, values in self.index.items():
            for other in values.get(Iri(f"{CAJAD}excludes"), ()):
                pairs |= {(subject, other), (other, subject)}
        return frozenset(pairs)

    def stage(self, term: Iri) -> int:
        """Give a status's or certainty's place in its order, 0 where it has none."""
        return int(self.text(term, f"{CAJAD}stage") or 0)

    def is_outcome(self, status: Iri) -> bool:
        """Tell whether a status settles an event's fate (held, cancelled …)."""
        return self.text(status, f"{CAJAD}outcome") == "true"

    def types_of(self, thing: Iri) -> tuple[Iri, ...]:
        """Give the classes of an entity with all their ancestors, the stated ones first."""
        stated = [c for c in self.iris(thing, TYPE) if not c.startswith((OWL, SKOS))]
        return tuple(dict.fromkeys([*stated, *(a for c in stated for a in self.ancestors(c))]))

    @cached_property
    def entities(self) -> dict[Iri, tuple[Iri, ...]]:
        """Every named individual of the ontology with its classes."""
        known = {}
        for subject in self.index:
            types = self.types_of(subject)
            if any(str(t).startswith(CAJAD) or self.ancestors(t)[1:] for t in types) and LABEL in self.index[subject]:
                known[subject] = types
        return known
