# Generated from spec/; do not edit.

from __future__ import annotations

from invocant._runtime.models import Model


class EmailNotifications(Model):
    """Whom to tell about updates."""

    on_update_success: list[str] | None = None
    """E-mail addresses to tell when an update is done."""
    on_update_failure: list[str] | None = None
    """E-mail addresses to tell when an update has failed."""


class EndpointTag(Model):
    """A tag."""

    key: str
    """Key of the tag."""
    value: str | None = None
    """Value of the tag."""
