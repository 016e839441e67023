"""A page of a report, taken apart."""

import json
from html.parser import HTMLParser

from invocant_conformance.json_values import JsonObject, as_object


class Document(HTMLParser):
    """The elements of a page with their attributes, its text, and what its scripts hold."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.text = ""
        self._inside = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            self.scripts.append(data)
        elif self._inside == "style":
            self.styles.append(data)
        else:
            self.text += data

    @property
    def data(self) -> JsonObject:
        """What the page is made of, as its script reads it."""
        return as_object(json.loads(self.scripts[0]))

    def values(self, name: str) -> list[str | None]:
        """The values of an attribute, whatever elements have it."""
        return [attributes[name] for _, attributes in self.elements if name in attributes]
