# Generated from spec/; do not edit.
"""What servers answer, as models."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

from invocant._runtime.models import Model

DeploymentState = TypeAliasType(
    "DeploymentState",
    Literal[
        "DEPLOYMENT_CREATING",
        "DEPLOYMENT_RECOVERING",
        "DEPLOYMENT_READY",
        "DEPLOYMENT_FAILED",
        "DEPLOYMENT_ABORTED",
    ]
    | str,
)
"""State of a deployment. CREATING ends in READY, in FAILED when the model cannot be built or
started, or in ABORTED when the deployment was given up because of something else.
RECOVERING is a deployment that was READY and is being restored."""


EndpointStateConfigUpdate = TypeAliasType(
    "EndpointStateConfigUpdate",
    Literal["NOT_UPDATING", "IN_PROGRESS", "UPDATE_FAILED", "UPDATE_CANCELED"] | str,
)
"""How the last change of the configuration went. IN_PROGRESS turns into NOT_UPDATING when
the new configuration serves, into UPDATE_FAILED when it cannot be deployed, into
UPDATE_CANCELED when a person cancels it in the user interface."""


EndpointStateReady = TypeAliasType("EndpointStateReady", Literal["READY", "NOT_READY"] | str)
"""Whether some configuration serves at the moment."""


EndpointStateSuspend = TypeAliasType(
    "EndpointStateSuspend", Literal["NOT_SUSPENDED", "STOPPED"] | str
)
"""Whether the endpoint was stopped. No reference lists the values; these are seen in answers
and in scripts."""


EndpointTask = TypeAliasType(
    "EndpointTask",
    Literal[
        "llm/v1/chat",
        "llm/v1/completions",
        "llm/v1/embeddings",
        "agent/v1/responses",
        "agent/v2/chat",
    ]
    | str,
)
"""What an endpoint or its model does; absent for custom models that follow none of these
formats."""


class ServedModelState(Model):
    """How the deployment of one served model goes."""

    deployment: DeploymentState | None = None
    """State of a deployment. CREATING ends in READY, in FAILED when the model cannot be built or
    started, or in ABORTED when the deployment was given up because of something else.
    RECOVERING is a deployment that was READY and is being restored."""
    deployment_state_message: str | None = None
    """The state, or the reason of a failure, in words; may be empty."""


class EndpointState(Model):
    """Whether the endpoint serves, and how its last update went. Endpoints of the platform's own
    models say only ready and config_update."""

    ready: EndpointStateReady | None = None
    """Whether some configuration serves at the moment."""
    config_update: EndpointStateConfigUpdate | None = None
    """How the last change of the configuration went. IN_PROGRESS turns into NOT_UPDATING when
    the new configuration serves, into UPDATE_FAILED when it cannot be deployed, into
    UPDATE_CANCELED when a person cancels it in the user interface."""
    suspend: EndpointStateSuspend | None = None
    """Whether the endpoint was stopped. No reference lists the values; these are seen in answers
    and in scripts."""
    system_update_failure: bool | None = None
    """Whether an update that the platform itself started has failed."""
