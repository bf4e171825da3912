"""Print pyproject.toml's own requirements as constraints that pin each to the lowest version it allows."""

import re
import tomllib
from pathlib import Path

PROJECT = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = ("test", "browser")

for requirement in [*PROJECT["dependencies"], *(r for e in EXTRAS for r in PROJECT["optional-dependencies"][e])]:
    match = re.fullmatch(r"([\w-]+)[>=]=([\d.]+)", requirement)
    if not match:
        raise SystemExit(f"'{requirement}' states no lowest version: write NAME>=VERSION")
    print(f"{match[1]}=={match[2]}")
