"""Reads metrics in the text format of Prometheus."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*"
_LABEL = r'[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"'
_NUMBER = r"(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[+-]?Inf|NaN)"
_SAMPLE = re.compile(
    rf"(?P<name>{_NAME})(?:\{{(?P<labels>(?:{_LABEL}(?:,{_LABEL})*,?)?)\}})?"
    rf"[ \t]+(?P<value>{_NUMBER})(?:[ \t]+-?[\d.]+)?"
)
_LABELS = re.compile(r'([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"')


@dataclass(frozen=True, kw_only=True, slots=True)
class Sample:
    """One measured value."""

    name: str
    labels: Mapping[str, str]
    value: float


def parse(text: str) -> Sequence[Sample]:
    """Return the samples. Raises ValueError, with the line, for a line of another form."""
    samples: list[Sample] = []
    for line in text.split("\n"):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = _SAMPLE.fullmatch(line.strip())
        if match is None:
            raise ValueError(line)
        labels = dict(_LABELS.findall(match["labels"] or ""))
        samples.append(Sample(name=match["name"], labels=labels, value=float(match["value"])))
    return samples


def total(samples: Sequence[Sample], name: str) -> float | None:
    """Return the sum of all samples of a name, None where there is none."""
    values = [sample.value for sample in samples if sample.name == name]
    return sum(values) if values else None
