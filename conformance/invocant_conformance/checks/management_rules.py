"""Checks of the rules that a configuration has to keep; each is shown to accept what keeps it."""

from ..json_values import as_object
from ..probes import endpoints
from ..probes.management import Management
from ..probes.probe import Object
from ..registry import check
from .configurations import (
    expect_config_refused,
    expect_entity_refused,
    expect_refused,
    expect_split_refused,
)


@check("MGMT-NAME-001", profile="management")
async def names_have_no_other_characters(management: Management) -> None:
    """Names with a space, dot, slash, line end or letter beyond ASCII are refused, not others."""
    for end in (" x", ".x", "/x", "\n", "é"):
        body = management.sample() | {"name": management.name() + end}
        await expect_refused(management, body, f"a name ending in {end!r}")
    await management.created(management.sample() | {"name": management.name() + "_X-1"})


@check("MGMT-NAME-002", profile="management")
async def the_reserved_prefix_is_refused(management: Management) -> None:
    """A name that starts with databricks- is refused."""
    body = management.sample() | {"name": f"databricks-{management.name()}"}
    await expect_refused(management, body, "a name that starts with databricks-")


@check("MGMT-ENTITY-001", profile="management")
async def entity_names_differ(management: Management) -> None:
    """Two served entities with one name are refused, with different names accepted."""
    entities = (endpoints.openai("a"), endpoints.openai("a", model="gpt-4.1"))
    config = endpoints.config(*entities, routes=[("a", 60), ("a", 40)])
    await expect_config_refused(management, config, "two entities named a")
    await management.paired()


@check("MGMT-ENTITY-003", profile="management")
async def entities_share_one_task(management: Management) -> None:
    """External models with different tasks are refused, with one task accepted."""
    other = endpoints.openai("b", model="text-embedding-3-small", task=endpoints.EMBEDDINGS)
    config = endpoints.config(endpoints.openai("a"), other, routes=[("a", 60), ("b", 40)])
    await expect_config_refused(management, config, "a pair of a chat and an embeddings model")
    await management.paired()


@check("MGMT-TRAFFIC-001", profile="management")
async def percentages_are_0_to_100(management: Management) -> None:
    """Percentages outside 0 to 100 are refused, even where they add up to 100."""
    for shares in ((130, -30), (-5, 105), (-1, 101), (60, 50, -10)):
        await expect_split_refused(management, shares)
    await management.paired()


@check("MGMT-TRAFFIC-002", profile="management")
async def percentages_add_up_to_100(management: Management) -> None:
    """Percentages that add up to more or less than 100 are refused, 60 and 40 are accepted."""
    for shares in ((60, 60), (50, 40), (60, 39), (60, 41), (0, 0), (40, 40, 30)):
        await expect_split_refused(management, shares)
    await management.paired()


@check("MGMT-TRAFFIC-002", profile="management")
async def a_single_route_has_100(management: Management) -> None:
    """A single route of 90 percent is refused."""
    config = endpoints.config(endpoints.openai("a"), routes=[("a", 90)])
    await expect_config_refused(management, config, "a single route of 90 percent")


@check("MGMT-TRAFFIC-003", profile="management")
async def several_entities_need_traffic(management: Management) -> None:
    """Two served entities without traffic_config are refused, with it accepted."""
    config = as_object(management.pair()["config"])
    await expect_config_refused(management, config, "a pair without traffic_config")
    await management.paired()


@check("MGMT-TRAFFIC-004", profile="management")
async def routes_name_served_entities(management: Management) -> None:
    """A route to an entity that is not there is refused, by create and by update."""
    config = endpoints.config(endpoints.openai("a"), routes=[("nobody", 100)])
    await expect_config_refused(management, config, "a route to nobody")
    await management.paired()


@check("MGMT-SECRET-002", profile="management")
async def one_form_of_a_secret_is_sent(management: Management) -> None:
    """A secret both as reference and in plaintext, or in neither form, is refused."""
    key = management.plaintext("openai_api_key_plaintext")
    both = {"openai_api_key": endpoints.REFERENCE, **key}
    await expect_entity_refused(management, endpoints.openai("a", settings=both), "both forms")
    neither: Object = {"openai_api_type": "openai"}
    await expect_entity_refused(management, endpoints.openai("a", settings=neither), "neither")
    await management.lifetime()
    await management.paired()


@check("MGMT-SECRET-002", profile="management")
async def one_form_of_other_secrets_is_sent(management: Management) -> None:
    """The same holds for Anthropic's key and for a custom provider's token."""
    key = management.plaintext("anthropic_api_key_plaintext")
    both = {"anthropic_api_key": endpoints.REFERENCE, **key}
    await expect_entity_refused(management, endpoints.anthropic("a", both), "both forms")
    token = {"token": endpoints.REFERENCE, **management.plaintext("token_plaintext")}
    custom = endpoints.custom("a", {"bearer_token_auth": token})
    await expect_entity_refused(management, custom, "both forms of a token")
    value = {
        "key": "x-key",
        "value": endpoints.REFERENCE,
        **management.plaintext("value_plaintext"),
    }
    custom = endpoints.custom("a", {"api_key_auth": {"key": "x-key", **value}})
    await expect_entity_refused(management, custom, "both forms of a key")


@check("MGMT-SECRET-002", profile="management")
async def one_authentication_of_a_custom_provider_is_sent(management: Management) -> None:
    """A custom provider with both a token and a key is refused."""
    key: Object = {"key": "x-key", "value": endpoints.REFERENCE}
    both: Object = {"bearer_token_auth": {"token": endpoints.REFERENCE}, "api_key_auth": key}
    await expect_entity_refused(management, endpoints.custom("a", both), "a token and a key")


@check("MGMT-SECRET-002", profile="management")
async def no_other_secret_is_left_out(management: Management) -> None:
    """Anthropic's key, a custom provider's token and its key are refused in neither form."""
    wrong: dict[str, Object] = {
        "Anthropic's key": endpoints.anthropic("a", {}),
        "a token": endpoints.custom("a", {"bearer_token_auth": {}}),
        "a key": endpoints.custom("a", {"api_key_auth": {"key": "x-key"}}),
        "any authentication": endpoints.custom("a", {}),
    }
    for what, entity in wrong.items():
        await expect_entity_refused(management, entity, f"an entity without {what}")


@check("MGMT-PROVIDER-001", profile="management")
async def the_configuration_belongs_to_the_provider(management: Management) -> None:
    """A model without its provider's configuration, or with another's, is refused."""
    own: Object = {"openai_config": {"openai_api_key": endpoints.REFERENCE}}
    other: Object = {"anthropic_config": {"anthropic_api_key": endpoints.REFERENCE}}
    model: Object = {"name": "gpt-4o-mini", "provider": "openai", "task": endpoints.CHAT}
    wrong: dict[str, Object] = {
        "no configuration": model,
        "another's": {**model, **other},
        "both": {**model, **own, **other},
    }
    for what, external in wrong.items():
        entity: Object = {"name": "a", "external_model": external}
        await expect_entity_refused(management, entity, f"a model with {what}")
    for provider in ("anthropic", "custom"):
        entity = {"name": "a", "external_model": {**model, **own, "provider": provider}}
        await expect_entity_refused(management, entity, f"{provider} with another's")
    await management.paired()
