"""What is shipped: a wheel and a source distribution, built from a copy so that nothing is left in the tree."""

import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from configparser import ConfigParser
from email import message_from_string
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner

from cajad.cli import main

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
FOLDERS = ("cli", "graph", "loaders", "ontology", "queries")
NOT_SHIPPED = shutil.ignore_patterns(".*", "__pycache__", "build", "dist", "*.egg-info")
HOOK = "import sys; from setuptools import build_meta; getattr(build_meta, sys.argv[1])(sys.argv[2])"

pytestmark = pytest.mark.skipif(
    int(version("setuptools").partition(".")[0]) < 77, reason="setuptools 77 or later is needed to build"
)


def build(hook: str, source: Path, target: Path) -> Path:
    """Build as pip does, by the hooks of setuptools, but without a network; give what was built."""
    subprocess.run([sys.executable, "-c", HOOK, hook, str(target)], cwd=source, check=True, capture_output=True)
    return next(path for path in target.iterdir() if path.name.startswith("cajad-"))


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(ROOT, tmp_path_factory.mktemp("copy") / "cajad", ignore=NOT_SHIPPED))


@pytest.fixture(scope="module")
def wheel(copy: Path, tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    return zipfile.ZipFile(build("build_wheel", copy, tmp_path_factory.mktemp("wheel")))


@pytest.fixture(scope="module")
def sdist(copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of an unpacked source distribution."""
    target = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(build("build_sdist", copy, tmp_path_factory.mktemp("sdist"))) as archive:
        archive.extractall(target, filter="data")
    return next(target.iterdir())


def files_of_folders(root: Path) -> set[str]:
    """Name all files below the folders of the packages, as a wheel names them."""
    found = (path for folder in FOLDERS for path in (root / folder).rglob("*") if path.is_file())
    return {f"cajad/{path.relative_to(root).as_posix()}" for path in found if "__pycache__" not in path.parts}


def without_metadata(archive: zipfile.ZipFile) -> set[str]:
    return {name for name in archive.namelist() if ".dist-info/" not in name}


def metadata_of(archive: zipfile.ZipFile, name: str) -> str:
    return archive.read(next(n for n in archive.namelist() if n.endswith(f".dist-info/{name}"))).decode()


def test_the_wheel_holds_every_file_of_the_folders_and_nothing_beside_cajad(wheel: zipfile.ZipFile) -> None:
    assert without_metadata(wheel) == files_of_folders(ROOT)


def test_the_wheel_holds_data_of_every_kind(wheel: zipfile.ZipFile) -> None:
    expected = {
        "cajad/cli/py.typed",
        "cajad/graph/assets/view.html.j2",
        "cajad/loaders/facts/2025-11-27-anewz-first-summit.toml",
        "cajad/ontology/shapes.ttl",
        "cajad/queries/meetings.rq",
        "cajad/queries/networks/meetings.rq",
    }

    assert expected - set(wheel.namelist()) == set()
    assert any(name.startswith("cajad/queries/checks/") for name in wheel.namelist())


def test_the_wheel_carries_both_licences(wheel: zipfile.ZipFile) -> None:
    metadata = message_from_string(metadata_of(wheel, "METADATA"))

    assert metadata["License-Expression"] == "MIT AND CC-BY-4.0"
    assert metadata_of(wheel, "licenses/LICENSE") == (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert metadata_of(wheel, "licenses/LICENSE-DATA") == (ROOT / "LICENSE-DATA").read_text(encoding="utf-8")


def test_the_wheel_brings_the_command(wheel: zipfile.ZipFile) -> None:
    entry_points = ConfigParser()
    entry_points.read_string(metadata_of(wheel, "entry_points.txt"))

    assert dict(entry_points["console_scripts"]) == {"cajad": "cajad.cli:main"}


def test_the_version_is_the_same_wherever_it_stands(wheel: zipfile.ZipFile) -> None:
    printed = CliRunner().invoke(main, ["--version"]).output

    assert message_from_string(metadata_of(wheel, "METADATA"))["Version"] == PROJECT["version"]
    assert version("cajad") == PROJECT["version"]
    assert printed == f"cajad {PROJECT['version']}\n"


def test_a_wheel_of_the_source_distribution_is_the_same_wheel(
    sdist: Path, wheel: zipfile.ZipFile, tmp_path: Path
) -> None:
    again = zipfile.ZipFile(build("build_wheel", sdist, tmp_path))

    assert set(again.namelist()) == set(wheel.namelist())


def test_the_source_distribution_holds_its_tests_and_documents(sdist: Path) -> None:
    expected = ("tests", "docs", "bench", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "constraints.txt")

    assert [name for name in expected if not (sdist / name).exists()] == []
    assert sorted(p.name for p in (sdist / "tests").iterdir()) == sorted(
        p.name for p in (ROOT / "tests").iterdir() if not p.name.startswith((".", "__"))
    )


def test_every_package_of_the_constraints_has_one_version_and_no_address() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line.partition("==") for line in lines if line and not line.startswith("#")]

    assert all(equals and "/" not in found and "@" not in name for name, equals, found in pins)
    assert len({name.lower() for name, _, _ in pins}) == len(pins)
