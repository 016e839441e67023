"""Checks of how custom models are deployed, updated, stopped and started."""

from ..decoding import json_of
from ..exchange import Exchange
from ..json_values import JsonObject, JsonValue, as_object, as_text
from ..outcomes import Skipped, expect
from ..probes.custom_models import CustomModels
from ..probes.waiting import is_settled, is_updating, state_of
from ..registry import check
from ..server.entities import Outcome
from .answers import body
from .endpoint_answers import members, number, objects, routes
from .endpoint_comparison import expect_same, version


@check("MGMT-DEPLOY-001", profile="management")
async def a_custom_model_is_not_ready_when_it_is_created(custom: CustomModels) -> None:
    """create answers NOT_READY and IN_PROGRESS, and describes what is pending."""
    exchange = skip_if_at_once((await custom.deployment()).created)
    _expect_state(exchange, "NOT_READY", "IN_PROGRESS")
    config, pending = members(exchange, "config", "pending_config")
    expect(not config, "there is a config already", exchange)
    expect(_names(pending) == ["first"], f"pending_config serves {_names(pending)}", exchange)
    for member in ("config_version", "start_time"):
        told = number(as_object(pending).get(member))
        expect(told, f"pending_config.{member} is missing", exchange)
    found = _deployments(pending)
    expect(found == ["DEPLOYMENT_CREATING"], f"deployment is {found}", exchange)


@check("MGMT-DEPLOY-002", profile="management")
async def a_custom_model_becomes_ready(custom: CustomModels) -> None:
    """After the deployment the endpoint serves what was pending."""
    exchange = (await custom.deployment()).ready
    _expect_state(exchange, "READY", "NOT_UPDATING")
    config, pending = members(exchange, "config", "pending_config")
    expect(_names(config) == ["first"], f"config serves {_names(config)}", exchange)
    expect(not pending, "pending_config is still there", exchange)
    found = _deployments(config)
    expect(found == ["DEPLOYMENT_READY"], f"deployment is {found}", exchange)


@check("MGMT-DEPLOY-003", profile="management")
async def the_old_configuration_serves_during_an_update(custom: CustomModels) -> None:
    """After an update the old configuration serves, and the new one is pending."""
    update = await custom.replacement()
    skip_if_at_once(update.updated)
    for exchange in (update.updated, update.meanwhile):
        _expect_state(exchange, "READY", "IN_PROGRESS")
        config, pending = members(exchange, "config", "pending_config")
        (old,) = members(update.before, "config")
        expect(_names(config) == _names(old), f"config serves {_names(config)}", exchange)
        expect(_names(pending) == ["second"], f"pending_config is {_names(pending)}", exchange)
        before, after = (number(as_object(each).get("config_version")) for each in (old, pending))
        higher = (after or 0) > (before or 0)
        expect(higher, f"config_version goes from {before} to {after}", exchange)
        began = number(as_object(pending).get("start_time"))
        expect(began, "pending_config.start_time is missing", exchange)


@check("MGMT-DEPLOY-003", profile="management")
async def the_new_configuration_takes_its_place(custom: CustomModels) -> None:
    """After the update the new configuration serves alone."""
    exchange = (await custom.replacement()).after
    _expect_state(exchange, "READY", "NOT_UPDATING")
    config, pending = members(exchange, "config", "pending_config")
    expect(_names(config) == ["second"], f"config serves {_names(config)}", exchange)
    expect(not pending, "pending_config is still there", exchange)


@check("MGMT-DEPLOY-004", profile="management")
async def there_is_one_update_at_a_time(custom: CustomModels) -> None:
    """An update during the first deployment, or during an update, is refused with 409."""
    life, update = await custom.deployment(), await custom.replacement()
    skip_if_at_once(life.created)
    for exchange in (life.update, update.second):
        _expect_conflict(exchange, "an update during another")
    pending = members(life.meanwhile, "pending_config")[0]
    expect(_names(pending) == ["first"], f"then {_names(pending)} is pending", life.meanwhile)
    config = members(update.after, "config")[0]
    expect(_names(config) == ["second"], f"then {_names(config)} serves", update.after)


@check("MGMT-DEPLOY-005", profile="management")
async def a_failed_update_leaves_the_old_configuration(custom: CustomModels) -> None:
    """After an update that cannot be deployed the old configuration serves; it can be repeated."""
    failure = await custom.failure()
    _expect_state(failure.after, "READY", "UPDATE_FAILED")
    expect_same(failure.before, failure.after, "a failed update")
    before, after = version(failure.before), version(failure.after)
    expect(before == after, f"config_version went from {before} to {after}", failure.after)
    status = failure.next.status
    expect(status == 200, f"the update after it is answered with {status}", failure.next)


@check("MGMT-DEPLOY-006", profile="management")
async def a_failed_creation_is_not_ready(custom: CustomModels) -> None:
    """A first configuration that cannot be deployed ends as NOT_READY and UPDATE_FAILED."""
    exchange = await custom.ended_creation(Outcome.FAIL)
    _expect_state(exchange, "NOT_READY", "UPDATE_FAILED")
    for config in members(exchange, "config", "pending_config"):
        for entity in objects(as_object(config).get("served_entities")):
            _expect_ended(as_object(entity.get("state")), exchange)


@check("MGMT-DEPLOY-007", profile="management")
async def a_canceled_update_says_so(custom: CustomModels) -> None:
    """A deployment that is cancelled ends as UPDATE_CANCELED, its entities as aborted."""
    exchange = await custom.ended_creation(Outcome.CANCEL)
    _expect_state(exchange, "NOT_READY", "UPDATE_CANCELED")
    for config in members(exchange, "config", "pending_config"):
        found = _deployments(config)
        aborted = all(each == "DEPLOYMENT_ABORTED" for each in found)
        expect(aborted, f"deployment is {found}", exchange)


@check("MGMT-DEPLOY-009", profile="management")
async def what_is_restored_is_not_ready(custom: CustomModels) -> None:
    """While a model is being restored, state is NOT_READY and NOT_UPDATING."""
    _expect_state(await custom.recovering(), "NOT_READY", "NOT_UPDATING")


def _expect_ended(state: JsonObject, exchange: Exchange) -> None:
    found = state.get("deployment")
    ended = found in ("DEPLOYMENT_FAILED", "DEPLOYMENT_ABORTED")
    expect(ended, f"deployment is {found!r}", exchange)
    explained = found != "DEPLOYMENT_FAILED" or as_text(state.get("deployment_state_message"))
    expect(explained, "deployment_state_message does not say why it failed", exchange)


@check("MGMT-STOP-001", profile="management")
async def a_stopped_endpoint_is_not_ready(custom: CustomModels) -> None:
    """After a stop state is NOT_READY and NOT_UPDATING, and config is what it was."""
    pause = await custom.pause()
    status = pause.stopped.status
    expect(status == 200, f"config:stop is answered with {status}", pause.stopped)
    _expect_state(pause.halted, "NOT_READY", "NOT_UPDATING")
    expect_same(pause.before, pause.halted, "a stop")
    told = state_of(pause.halted).get("suspend")
    expect(told != "NOT_SUSPENDED", f"state.suspend is {told!r}", pause.halted)


@check("MGMT-STOP-002", profile="management")
async def external_models_cannot_be_stopped(custom: CustomModels) -> None:
    """config:stop of an endpoint of external models is refused, and it goes on serving."""
    name = await custom.paired()
    exchange = await custom.stop(name)
    refused = 400 <= exchange.status < 500
    expect(refused, f"config:stop is answered with {exchange.status}", exchange)
    _expect_state(await custom.get(name), "READY", "NOT_UPDATING")


@check("MGMT-STOP-003", profile="management")
async def what_is_deployed_cannot_be_stopped(custom: CustomModels) -> None:
    """config:stop during a deployment is refused, and the deployment goes on."""
    life = await custom.deployment()
    skip_if_at_once(life.created)
    refused = 400 <= life.stop.status < 500
    expect(refused, f"config:stop is answered with {life.stop.status}", life.stop)
    _expect_state(life.ready, "READY", "NOT_UPDATING")


@check("MGMT-STOP-004", profile="management")
async def a_stopped_endpoint_refuses_queries(custom: CustomModels) -> None:
    """A query to a stopped endpoint is answered with 400."""
    exchange = (await custom.pause()).query
    refused = exchange.status == 400
    expect(refused, f"a query is answered with {exchange.status}, not 400", exchange)


@check("MGMT-START-001", profile="management")
async def a_start_makes_the_next_version(custom: CustomModels) -> None:
    """After a start the same is deployed again, with a higher config_version."""
    pause = await custom.pause()
    status = pause.started.status
    expect(status == 200, f"config:start is answered with {status}", pause.started)
    under_way = is_updating(pause.starting) or is_settled(pause.starting)
    expect(under_way, f"state is then {state_of(pause.starting)}", pause.starting)
    _expect_state(pause.after, "READY", "NOT_UPDATING")
    expect_same(pause.before, pause.after, "a stop and a start")
    expect(routes(pause.before) == routes(pause.after), "routes have changed", pause.after)
    before, after = version(pause.before), version(pause.after)
    expect(after > before, f"config_version went from {before} to {after}", pause.after)


@check("MGMT-TELEMETRY-002", profile="management")
async def telemetry_waits_for_a_deployment(custom: CustomModels) -> None:
    """Telemetry during a deployment is refused with 409."""
    life = await custom.deployment()
    skip_if_at_once(life.created)
    _expect_conflict(life.telemetry, "telemetry during a deployment")


def skip_if_at_once(exchange: Exchange) -> Exchange:
    """Return the answer to a change. Raises Skipped where it is deployed already."""
    if is_settled(exchange):
        raise Skipped("the target deploys at once", exchange)
    return exchange


def _expect_conflict(exchange: Exchange, what: str) -> None:
    expect(exchange.status == 409, f"{what} is answered with {exchange.status}, not 409", exchange)
    code = as_object(json_of(exchange)).get("error_code")
    expect(code == "RESOURCE_CONFLICT", f"error_code is {code!r}", exchange)


def _expect_state(exchange: Exchange, ready: str, update: str) -> None:
    body(exchange)
    state = state_of(exchange)
    found = (state.get("ready"), state.get("config_update"))
    expect(found == (ready, update), f"state is {found}, not {(ready, update)}", exchange)


def _names(config: JsonValue) -> list[JsonValue]:
    served = objects(as_object(config).get("served_entities"))
    return [entity.get("name") for entity in served]


def _deployments(config: JsonValue) -> list[JsonValue]:
    served = objects(as_object(config).get("served_entities"))
    return [as_object(entity.get("state")).get("deployment") for entity in served]
