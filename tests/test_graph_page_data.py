"""What reaches the page of an address: nothing that a click could run."""

import pytest

from cajad.graph.page_data import safe_link


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:alert(1)", "data:text/html,x", "file:///etc/passwd",
     "//example.org", "vbscript:x", "https://a b", 'https://a"onclick=x', "", None],
)  # fmt: skip
def test_an_address_of_another_scheme_is_no_link(url: str | None) -> None:
    assert safe_link(url) == ""


@pytest.mark.parametrize("url", ["https://www.mofa.go.jp/a?b=c&d=é#e", "http://www.news.tj/ru/node/250358"])
def test_an_address_on_the_web_stays_a_link(url: str) -> None:
    assert safe_link(url) == url
