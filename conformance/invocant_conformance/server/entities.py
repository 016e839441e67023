"""What an endpoint serves: external models, custom models, models with provisioned throughput."""

from dataclasses import dataclass, field
from enum import Enum

from ..json_values import JsonObject, as_object

TRIGGER = "INVOCANT_DEPLOYMENT"
"""Environment variable of a served entity that decides how its deployment ends.

Its values are those of `Outcome`; any other one, or none, means READY. It belongs to this server:
a workspace gives it to the model like any other variable.
"""

_THROUGHPUT = (
    "min_provisioned_throughput",
    "max_provisioned_throughput",
    "provisioned_model_units",
)


class EntityKind(Enum):
    """Kinds of entities, which one endpoint does not mix (MGMT-KIND-001)."""

    EXTERNAL = "an external model"
    CUSTOM = "a custom model"
    PROVISIONED = "a model with provisioned throughput"


class Outcome(Enum):
    """How the deployment of an entity ends.

    RECOVER is ready and then, for as long as the deployment took, being restored. CANCEL is what
    a person does in the user interface.
    """

    READY = "ready"
    FAIL = "fail"
    CANCEL = "cancel"
    RECOVER = "recover"


@dataclass(frozen=True, kw_only=True, slots=True)
class Entity:
    """A served entity: an external model without its plaintext secrets, or one of the workspace.

    created: milliseconds since 1970. task: such as llm/v1/chat, None for custom models.
    entity_version: None for external models and for feature specs. resources: what requests say of
    the entity's size, machine, throughput and environment, in their words.
    """

    name: str
    created: int
    task: str | None = None
    external_model: JsonObject | None = None
    entity_name: str | None = None
    entity_version: str | None = None
    resources: JsonObject = field(default_factory=dict[str, str])

    @property
    def kind(self) -> EntityKind:
        """Return the kind."""
        if self.external_model is not None:
            return EntityKind.EXTERNAL
        provisioned = any(name in self.resources for name in _THROUGHPUT)
        return EntityKind.PROVISIONED if provisioned else EntityKind.CUSTOM

    @property
    def is_feature_spec(self) -> bool:
        """Whether the entity is taken for a feature spec: these alone have no version."""
        return self.kind is EntityKind.CUSTOM and self.entity_version is None

    @property
    def outcome(self) -> Outcome:
        """Return how the deployment ends; that of an external model is always ready."""
        wanted = as_object(self.resources.get("environment_vars")).get(TRIGGER)
        return next((each for each in Outcome if each.value == wanted), Outcome.READY)
