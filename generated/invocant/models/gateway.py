# Generated from spec/; do not edit.

from __future__ import annotations

from typing import Literal

from invocant._runtime.models import Model


class GatewayModel(Model):
    """A model that can be called."""

    id: str
    """Name to put into a request's model field."""
    object: Literal["model"] | str | None = None
    """Always "model"."""
    created: int | None = None
    """When it was added, in seconds since 1970; some gateways send a constant."""
    owned_by: str | None = None
    """Who owns it; some gateways send a constant."""
    mode: str | None = None
    """What the model does, such as chat or embedding, where the gateway says so."""


class ModelList(Model):
    """The models that can be called."""

    object: Literal["list"] | str | None = None
    """Always "list"."""
    data: list[GatewayModel]
    """The models."""
