"""A reader of the page for tests: a browser, the pages it opens, and all that a page asks for."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from graph_sample import hostile, tokyo_summit

from cajad.graph.page import render_page

CHROMIUM = Path("/usr/bin/chromium")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--no-first-run", "--disable-default-apps", "--disable-sync"]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed")
    with sync_api.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    network, facts, legend = tokyo_summit()
    bad_network, bad_facts = hostile()
    pages = {
        "sample": render_page(network, facts, title="Tokyo summit", legend=legend),
        "hostile": render_page(bad_network, bad_facts, title="</title><img src=x onerror=alert(1)>"),
    }
    for name, html in pages.items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8", newline="\n")
    return {name: folder / f"{name}.html" for name in pages}


class Reader:
    """One opened page, with everything it asked for or complained of."""

    def __init__(self, browser: Any, file: Path, address: str = "", **context: Any) -> None:
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}} | context)
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.messages: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.messages.append("dialog"), dialog.dismiss()))
        self.page.goto(file.as_uri() + address)
        self.page.wait_for_selector("#app:not([hidden])" if context.get("java_script_enabled", True) else "body")

    def text(self, selector: str) -> str:
        return str(self.page.locator(selector).first.inner_text())

    def listed(self, name: str) -> Any:
        """The button of this very name in the list of nodes."""
        return self.page.locator("#list").get_by_role("button", name=name, exact=True)

    def settled(self) -> None:
        """Wait for two frames: what was asked for is painted."""
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.fixture
def read(browser: Any, files: dict[str, Path]) -> Iterator[Any]:
    opened: list[Reader] = []

    def open_page(name: str = "sample", address: str = "", **context: Any) -> Reader:
        opened.append(Reader(browser, files[name], address, **context))
        return opened[-1]

    yield open_page
    for reader in opened:
        reader.context.close()
