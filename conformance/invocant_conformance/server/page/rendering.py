"""Pieces of HTML from the files of this package; everything that is filled in is escaped."""

import functools
import html
import re
from collections.abc import Iterable
from importlib import resources
from string import Template
from typing import Final

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def fill(template: str, /, **values: str | int) -> Markup:
    """Return a template of this package with values in the places of $name.

    All but Markup is escaped, for texts and for quoted attributes. Raises KeyError for a place
    without a value.
    """
    safe = {
        key: each if isinstance(each, Markup) else escaped(each) for key, each in values.items()
    }
    return Markup(_template(template).substitute(safe))


def escaped(value: str | int) -> Markup:
    """Return a value as HTML, with characters that control the layout made visible."""
    return Markup(html.escape(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", str(value))))


def joined(pieces: Iterable[Markup]) -> Markup:
    """Return pieces one after the other."""
    return Markup("".join(pieces))


@functools.cache
def file(name: str) -> str:
    """Return the text of a file of this package."""
    package = __name__.rpartition(".")[0]
    return resources.files(package).joinpath("files", name).read_text(encoding="utf-8")


@functools.cache
def _template(name: str) -> Template:
    return Template(file(name))
