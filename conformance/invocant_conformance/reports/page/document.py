"""A page that is one file: style, script and data are in it, and nothing else gets in."""

import base64
import hashlib
import json
from collections.abc import Iterable
from typing import Final

from ...json_values import JsonValue
from ...markup.rendering import SHARED, Markup, Templates

TEMPLATES: Final = Templates(__name__.rpartition(".")[0])

_UNSAFE: Final = {ord(each): f"\\u{ord(each):04x}" for each in "<>&"}


def document(*, title: str, body: Markup, data: JsonValue, styles: str, script: str) -> str:
    """Return the page. `styles` and `script` name files that follow those of all reports.

    The policy of the page names its one style and its one script by their digests, so that no
    other script could run even where an answer's text became markup.
    """
    style = _inline([SHARED.file("base.css"), *map(TEMPLATES.file, ("report.css", styles))])
    code = _inline([SHARED.file("copy.js"), *map(TEMPLATES.file, ("filters.js", script))])
    return TEMPLATES.fill(
        "document.html",
        policy=_policy(style, code),
        title=title,
        style=style,
        body=body,
        data=embedded(data),
        script=code,
    )


def embedded(data: JsonValue) -> Markup:
    """Return JSON for a script element: in ASCII, without a character that means something there.

    Halves of surrogate pairs and the line separators of Unicode are escapes as well.
    """
    text = json.dumps(data, allow_nan=False, separators=(",", ":"))
    return Markup(text.translate(_UNSAFE))


def _inline(files: Iterable[str]) -> Markup:
    return Markup("\n" + "\n".join(files))


def _policy(style: str, script: str) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest(style)}'",
            f"script-src '{_digest(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
