"""What is set on an endpoint beside its configuration, and how requests change it; pure.

Each rule names its requirement.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..json_values import JsonObject, as_list, as_object, as_text
from .errors import Kind, Refused
from .grants import Grant

_NAMES = ("catalog_name", "schema_name", "table_name_prefix")
_NAMED_KEYS = ("user_group", "service_principal")


@dataclass(frozen=True, kw_only=True, slots=True)
class EndpointSettings:
    """Settings of one endpoint, in the forms of the API; an empty one is not set.

    grants: the direct ones.
    """

    ai_gateway: JsonObject = field(default_factory=dict[str, str])
    rate_limits: tuple[JsonObject, ...] = ()
    email_notifications: JsonObject = field(default_factory=dict[str, str])
    grants: tuple[Grant, ...] = ()


def created(request: JsonObject, *, creator: Grant) -> EndpointSettings:
    """Return the settings that a valid CreateServingEndpoint asks for. Raises Refused."""
    settings = EndpointSettings(
        rate_limits=_objects(request, "rate_limits"),
        email_notifications=as_object(request.get("email_notifications")),
        grants=(creator,),
    )
    return with_gateway(settings, as_object(request.get("ai_gateway")), where="ai_gateway.")


def with_gateway(
    settings: EndpointSettings, wanted: JsonObject, *, where: str = ""
) -> EndpointSettings:
    """Replace the AI Gateway settings by a valid AiGatewayConfig.

    Raises Refused for a table without its place (MGMT-GATEWAY-005), for other names of a table
    that is enabled (006), and for a limit that does not say whom it is for (MGMT-RATE-005).
    where: path of the settings in the request, for messages.
    """
    table = as_object(wanted.get("inference_table_config"))
    _check_place(table, where)
    _check_names(as_object(settings.ai_gateway.get("inference_table_config")), table, where)
    for limit in _objects(wanted, "rate_limits"):
        _check_principal(limit, where)
    return replace(settings, ai_gateway=wanted)


def with_tags(tags: Sequence[JsonObject], request: JsonObject) -> tuple[JsonObject, ...]:
    """Return tags after a valid PatchServingEndpointTags; one that exists keeps its place.

    Keys that no tag has are deleted without complaint (MGMT-TAGS-004).
    """
    kept: Mapping[str, JsonObject] = {
        as_text(tag["key"]): tag for tag in [*tags, *_objects(request, "add_tags")]
    }
    deleted = as_list(request.get("delete_tags"))
    return tuple(tag for key, tag in kept.items() if key not in deleted)


def _check_place(table: JsonObject, where: str) -> None:
    if table.get("enabled") is not True:
        return
    for name in _NAMES[:2]:
        if not table.get(name):
            field = f"{where}inference_table_config.{name}"
            raise _broken(field, "an enabled inference table needs it")


def _check_names(current: JsonObject, wanted: JsonObject, where: str) -> None:
    if current.get("enabled") is not True or wanted.get("enabled") is not True:
        return
    for name in _NAMES:
        if wanted.get(name) != current.get(name):
            field = f"{where}inference_table_config.{name}"
            raise _broken(field, "cannot change while the inference table is enabled")


def _check_principal(limit: JsonObject, where: str) -> None:
    key = as_text(limit.get("key"))
    if key in _NAMED_KEYS and not limit.get("principal"):
        raise _broken(f"{where}rate_limits.principal", f"a limit of key {key} needs it")


def _objects(owner: JsonObject, member: str) -> tuple[JsonObject, ...]:
    return tuple(as_object(item) for item in as_list(owner.get(member)))


def _broken(field: str, rule: str) -> Refused:
    return Refused(Kind.INVALID_FIELD, f"{field}: {rule}.", param=field)
