"""The last requests, as rows of the start page."""

from collections.abc import Iterable
from datetime import UTC, datetime

from ..journal import Entry, Judgement
from .rendering import Markup, fill, joined

_TONES = {
    Judgement.VALID: ("good", "valid"),
    Judgement.BROKEN: ("bad", "broken rule"),
    Judgement.REFUSED: ("busy", "refused"),
    Judgement.NONE: ("off", "not judged"),
}


def rendered(entries: Iterable[Entry]) -> Markup:
    """Return entries as HTML, the last one first."""
    return joined(_row(entry) for entry in reversed(tuple(entries)))


def _row(entry: Entry) -> Markup:
    tone, word = _TONES[entry.judgement]
    came = datetime.fromtimestamp(entry.at, UTC)
    return fill(
        "request.html",
        iso=came.isoformat(timespec="milliseconds"),
        time=f"{came:%H:%M:%S}",
        method=entry.method,
        path=entry.path,
        operation=entry.operation or "",
        status=entry.status or "none",
        status_class=entry.status // 100 or 5,
        duration=duration(entry.milliseconds),
        model=entry.model or "",
        tone=tone,
        word=word,
        fault=fill("fault.html", fault=entry.fault) if entry.fault else Markup(),
        broken=joined(_broken(entry)),
    )


def _broken(entry: Entry) -> Iterable[Markup]:
    if entry.judgement not in (Judgement.BROKEN, Judgement.REFUSED):
        return
    for verdict in entry.verdicts:
        start, _, rest = verdict.partition(": ")
        if entry.judgement is Judgement.REFUSED:
            yield fill("verdict.html", field=Markup(), rule=rest)
        elif rest and " " not in start:
            yield fill("verdict.html", field=fill("field.html", field=start), rule=rest)
        else:
            yield fill("verdict.html", field=Markup(), rule=verdict)


def duration(milliseconds: float) -> str:
    """Return a duration in words, in the unit that suits it."""
    if milliseconds >= 1000:
        return f"{milliseconds / 1000:.1f} s"
    if milliseconds >= 10:
        return f"{milliseconds:.0f} ms"
    return f"{max(milliseconds, 0):.1f} ms"
