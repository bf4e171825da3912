"""The folder of a store on disk: opened to write by one process, to read by any number beside it."""

import re
import time
from pathlib import Path

import pyoxigraph

from cajad.ontology.errors import StoreError

_FILE_OF_STORE = re.compile(r"LOCK|LOG.*|IDENTITY|(MANIFEST|OPTIONS)-.*|[0-9]+\.(dbtmp|log|sst)")
# What RocksDB says of a store that another process is just making, or whose making was killed: it is empty yet.
_UNFINISHED = ("Column family not found", "Inserts are only possible on read-write")
_UNKNOWN = ("", 0)


def open_folder(path: Path, *, write: bool) -> pyoxigraph.Store:
    """Open the store at a folder; to read, one that is not there or not finished is empty.

    Raises StoreError when another process writes, and when the folder cannot be opened or holds something else.
    """
    try:
        if path.exists() and not path.is_dir():
            raise StoreError(f"{path} is a file, not the folder of a store")
        if write:
            path.mkdir(parents=True, exist_ok=True)
        elif not path.exists():
            return pyoxigraph.Store()
        names = [file.name for file in path.iterdir()]
        if "CURRENT" not in names and not all(map(_FILE_OF_STORE.fullmatch, names)):
            raise StoreError(f"{path} holds other files, not a store: name a new or empty folder")
        if write:
            return pyoxigraph.Store(str(path))
        return _open_to_read(path) if "CURRENT" in names else pyoxigraph.Store()
    except (OSError, RuntimeError) as error:
        locked = "lock" in str(error).lower() and "denied" not in str(error)
        busy = "is being written by another process: try again when it is done"
        raise StoreError(f"the store {path} {busy if locked else f'cannot be opened: {error}'}") from None


def _open_to_read(path: Path) -> pyoxigraph.Store:
    """Open beside a writer: anew as long as it changes which files there are while they are being opened.

    A reader that misses one of its files does not fail: its queries never end, and fill the memory.
    """
    for wait in (*[0.01] * 20, *[0.05] * 40, *[0.2] * 30):
        before = _version(path)
        try:
            store = pyoxigraph.Store.read_only(str(path))
            if before == _version(path) != _UNKNOWN:
                return store
        except (OSError, RuntimeError) as error:
            if any(sign in str(error) for sign in _UNFINISHED):
                return pyoxigraph.Store()
            if before == _version(path):
                raise
        time.sleep(wait)
    raise OSError("another process keeps changing it")


def _version(path: Path) -> tuple[str, int]:
    """Give the name and size of RocksDB's list of files, which grows with every change of them."""
    try:
        name = (path / "CURRENT").read_text("ascii").strip()
        return name, (path / name).stat().st_size
    except OSError:
        return _UNKNOWN
