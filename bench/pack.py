"""How long the shipped facts take from files to facts, against parsing what comes out of it with pyoxigraph.

The pack is then multiplied: each copy has its years shifted by 40, and its names and stated identities changed, so
that no copy meets another. Undated ties and memberships stay what they are and gather more claims.
"""

import argparse
import re
import tempfile
import time
from importlib.resources import files
from pathlib import Path

import pyoxigraph

from cajad.graph.build import add_graphs, store_vocabulary
from cajad.graph.store import memory_store
from cajad.loaders.readers import read_files

NAMED = re.compile(r"^(name|meeting|partOf|replaces|because|event) = (.*)$", re.MULTILINE)
YEAR = re.compile(r"(?<![0-9])(19|20)([0-9]{2})(?=[-\"/\s])")


def shifted(text: str, copy: int) -> str:
    """Give a facts file as of another age."""
    if not copy:
        return text
    text = NAMED.sub(lambda m: f"{m[1]} = " + re.sub(r'"(?=[],\s]|$)', f'-{copy}"', m[2]), text)
    return YEAR.sub(lambda m: str(int(m[0]) + 40 * copy), text)


def write_copies(folder: Path, copies: int) -> list[Path]:
    """Write so many copies of the pack; judgements are left out, since they name claims of the first."""
    paths = []
    for source in sorted((files("cajad.loaders") / "facts").iterdir(), key=lambda file: file.name):
        if source.name.endswith(".toml") and source.name != "judgements.toml":
            text = source.read_text("utf-8")
            for copy in range(copies):
                paths.append(folder / f"{copy}-{source.name}")
                paths[-1].write_text(shifted(text, copy), encoding="utf-8")
    return paths


def measure(copies: int) -> tuple[int, int, float, float]:
    """Give claims, facts, and the CPU seconds of loading from files and of parsing the N-Quads of the result."""
    with tempfile.TemporaryDirectory() as folder:
        paths = write_copies(Path(folder), copies)
        store = memory_store()
        start = time.process_time()
        documents = read_files(paths, store_vocabulary(store))
        change = add_graphs(store, documents)
        loaded = time.process_time() - start
    quads = store.dump("nquads")
    start = time.process_time()
    for _ in pyoxigraph.parse(quads, format=pyoxigraph.RdfFormat.N_QUADS):
        pass
    parsed = time.process_time() - start
    claims = sum(len(getattr(document, "claims", ())) for document in documents)
    return claims, change.facts, loaded, parsed


def main() -> None:
    """Print a line for each number of copies."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("copies", nargs="*", type=int, default=(1, 10))
    base = 0.0
    print("copies   claims    facts   load and consolidate   per claim   pyoxigraph parses   (load − 1 s) ÷ parse")
    for copies in parser.parse_args().copies:
        claims, facts, loaded, parsed = measure(copies)
        each = loaded / claims * 1000
        base = base or each
        print(
            f"{copies:6} {claims:8,} {facts:8,}   {loaded:17.2f} s   {each:5.2f} ms ({each / base:4.2f}×)"
            f"   {parsed:13.2f} s   {(loaded - 1) / parsed:8.1f}×",
            flush=True,
        )


if __name__ == "__main__":
    main()
