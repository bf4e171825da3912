"""Names folded for comparison: case, space and punctuation do not matter."""

import re
import unicodedata


def tokens(text: str) -> str:
    """Fold a name.

    >>> tokens("Central Asia + Japan  Dialogue")
    'central asia japan dialogue'
    """
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))
