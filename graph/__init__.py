"""The graph: the store, what it believes, its networks, their metrics, the page and the exports.

    from cajad.graph import open_store

    with open_store("graph") as store:
        names, rows = store.rows("SELECT ?meeting WHERE { ?meeting a cajad:Summit }")
        dataset = store.dataset()  # an rdflib.Dataset over the same store

Names are imported when they are first used, so that asking for one does not pay for all.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cajad.graph.build import add_graphs as add_graphs
    from cajad.graph.build import forget_graphs as forget_graphs
    from cajad.graph.build import store_as_of as store_as_of
    from cajad.graph.build import store_vocabulary as store_vocabulary
    from cajad.graph.consolidate import consolidate as consolidate
    from cajad.graph.drawing import draw as draw
    from cajad.graph.metrics import measure as measure
    from cajad.graph.network import read_network as read_network
    from cajad.graph.store import Store as Store
    from cajad.graph.store import memory_store as memory_store
    from cajad.graph.store import open_store as open_store

_HOMES = {
    "add_graphs": "build",
    "forget_graphs": "build",
    "store_as_of": "build",
    "store_vocabulary": "build",
    "consolidate": "consolidate",
    "draw": "drawing",
    "measure": "metrics",
    "read_network": "network",
    "Store": "store",
    "memory_store": "store",
    "open_store": "store",
}
__all__ = list(_HOMES)


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"cajad.graph.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
