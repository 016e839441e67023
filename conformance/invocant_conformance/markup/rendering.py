"""Pieces of HTML from the files of a package; everything that is filled in is escaped."""

import functools
import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources
from string import Template
from typing import Final

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates, styles and scripts in the folder `files` of a package."""

    package: str

    def fill(self, template: str, /, **values: str | int) -> Markup:
        """Return a template with values in the places of $name.

        All but Markup is escaped, for texts and for quoted attributes. Raises KeyError for a
        place without a value.
        """
        safe = {
            key: each if isinstance(each, Markup) else escaped(each) for key, each in values.items()
        }
        return Markup(_template(self.package, template).substitute(safe))

    def file(self, name: str) -> str:
        """Return the text of a file."""
        return _file(self.package, name)


SHARED: Final = Templates(__name__.rpartition(".")[0])
"""What every page has: base.css, and copy.js for buttons that copy."""


def escaped(value: str | int) -> Markup:
    """Return a value as HTML, with characters that control the layout made visible."""
    return Markup(html.escape(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", str(value))))


def joined(pieces: Iterable[Markup]) -> Markup:
    """Return pieces one after the other."""
    return Markup("".join(pieces))


@functools.cache
def _file(package: str, name: str) -> str:
    return resources.files(package).joinpath("files", name).read_text(encoding="utf-8")


@functools.cache
def _template(package: str, name: str) -> Template:
    return Template(_file(package, name))
