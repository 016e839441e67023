"""The keys that a prompt names for the JSON object that it wants.

JSON mode has no schema, so the prompt says in words what to return, as in the documentation of
LangChain: "return a JSON blob with keys 'answer' and 'justification'".
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ..json_values import JsonObject, as_list, as_object, as_text

_DEFAULT: Final = ("answer",)
_LONGEST: Final = 65_536
"""Characters of a text that is searched."""

_KEY = r"""['"`]\w{1,64}['"`]"""
_NAMED: Final = re.compile(rf"\bkeys?:?\s+({_KEY}(?:,?\s*(?:and\s+)?{_KEY})*)")
_EACH: Final = re.compile(r"\w+(?=['\"`])")


def named(request: JsonObject) -> Sequence[str]:
    """Return the keys that the last message with any names, else a single one."""
    for text in reversed([*_texts(request)]):
        if found := _NAMED.search(text[:_LONGEST]):
            return _EACH.findall(found[1])
    return _DEFAULT


def _texts(request: JsonObject) -> Iterator[str]:
    for message in map(as_object, as_list(request.get("messages"))):
        content = message.get("content")
        if isinstance(content, str):
            yield content
        else:
            yield from (as_text(as_object(part).get("text")) for part in as_list(content))
