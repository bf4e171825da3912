"""Stores for tests: one built from the shipped facts, one of the two reports in data/, one to write to."""

import shutil
from pathlib import Path

import pytest
from store_sample import HELD, PLANNED, load, run, shipped_vocabulary

from cajad.ontology.names import Names
from cajad.ontology.vocabulary import Vocabulary


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return shipped_vocabulary()


@pytest.fixture(scope="session")
def names(vocabulary: Vocabulary) -> Names:
    return Names(vocabulary)


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a store of the two reports in data/; tests only read it."""
    store = tmp_path_factory.mktemp("reports") / "store"
    load(store, PLANNED, HELD)
    return store


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a store of the shipped facts; tests only read it."""
    store = tmp_path_factory.mktemp("shipped") / "store"
    assert run("build", store=store).exit_code == 0
    return store


@pytest.fixture
def own(reports: Path, tmp_path: Path) -> Path:
    """Give a copy of the two reports' store to write to."""
    return Path(shutil.copytree(reports, tmp_path / "own"))
