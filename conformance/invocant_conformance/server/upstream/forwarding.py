"""Queries of endpoints whose models are asked for real."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from functools import cache

from starlette.responses import Response

from ...json_values import JsonObject, as_text
from ...specification.document import properties
from ...specification.records import Stream
from .. import ai_gateway, errors, fallbacks
from ..endpoints import Endpoint
from ..entities import Entity
from ..errors import Refused, json_response
from ..handlers import Call
from ..profiles import GATEWAY
from ..querying import answered_by
from ..served import Served
from ..sse import Named
from . import answers, failures
from .answers import Origin
from .asking import Question
from .connections import Reply
from .credentials import Secret
from .errors import Trouble, UpstreamError
from .relay import Piece, RelayedResponse, ReportedError, pieces
from .screening import Watch

Answering = Callable[[Call, Served, JsonObject], Response]


async def forwarded(
    call: Call, served: Served, task: str, request: JsonObject, answering: Answering
) -> Response | None:
    """Answer a valid request by asking the providers of an endpoint's entities, one after another.

    Entities that are not forwarded are answered for by `answering`. Limits and guardrails of the
    endpoint hold in a workspace, as for every other answer.

    Returns None where no entity is forwarded. Raises Refused for what the last provider refused.
    """
    upstreams = call.services.upstreams
    endpoint = call.services.store.find(served.name) if upstreams.settings.allowed else None
    config = endpoint.config if endpoint else None
    if endpoint is None or config is None or not any(map(upstreams.serves, config.entities)):
        return None
    asked = call.path.get("served_model_name")
    names = [asked] if asked else call.services.directory.order(served)
    query = _Query(
        call=call,
        served=served,
        endpoint=endpoint,
        task=task,
        request=request if _at_gateway(call) else ai_gateway.admitted(call, endpoint, request),
    )
    failure = fallbacks.unreachable(names[-1])
    for entity in filter(None, map(config.entity, names)):
        try:
            if upstreams.serves(entity):
                return answered_by(call, entity.name, await query.asked(entity))
            if entity.name in served.reachable:
                return query.played(entity, answering)
            failure = fallbacks.unreachable(entity.name)
        except Refused as refusal:
            if not failures.may_pass(refusal):
                raise
            failure = refusal
    raise failure


@dataclass(frozen=True, kw_only=True, slots=True)
class _Query:
    """One request to one endpoint."""

    call: Call
    served: Served
    endpoint: Endpoint
    task: str
    request: JsonObject

    def played(self, entity: Entity, answering: Answering) -> Response:
        """Answer for an entity that is not forwarded."""
        path = {**self.call.path, "served_model_name": entity.name}
        call = self.call._replace(path=path)
        return answering(call, self.served, self.request)

    async def asked(self, entity: Entity) -> Response:
        """Pass on what an entity's provider answers. Raises Refused for everything but answers."""
        own = _own_fields() if _at_gateway(self.call) else frozenset[str]()
        body = {name: value for name, value in self.request.items() if name not in own}
        question = Question(task=self.task, body=body, via=self.call.via)
        upstreams = self.call.services.upstreams
        try:
            reply, secret = await upstreams.ask(self.endpoint.id, entity, question)
        except (UpstreamError, ValueError) as error:
            raise self._refusal(entity, error) from None
        return await self._passed_on(entity, question, reply, secret)

    async def _passed_on(
        self, entity: Entity, question: Question, reply: Reply, secret: Secret
    ) -> Response:
        response: Response | None = None
        try:
            if reply.status != 200:
                raise await _refused(entity, reply, secret)
            if not question.streams:
                return self._whole(entity, await reply.read())
            response = await self._stream(entity, reply, secret)
            return response
        except ReportedError as error:
            raise self._reported(entity, error, secret) from None
        except UpstreamError as error:
            raise self._refusal(entity, error) from None
        finally:
            if response is None:
                await reply.aclose()

    def _whole(self, entity: Entity, raw: bytes) -> Response:
        answer = answers.whole(answers.parsed(raw), self._origin(entity))
        return json_response(self._watch().whole(answer))

    async def _stream(self, entity: Entity, reply: Reply, secret: Secret) -> Response:
        """Wait for the first event: until then another entity may stand in for this one."""
        end = self._declared()
        watch, origin = self._watch(), self._origin(entity)
        events = _completed(pieces(reply, end), origin)
        held: list[Piece] = []
        async for piece in events:
            held.append(piece)
            if not watch.holds:
                break
        if not held:
            raise UpstreamError(Trouble.BAD_ANSWER, "answered with an empty stream")
        watch.check(held)

        def failed(error: UpstreamError) -> Piece:
            if isinstance(error, ReportedError):
                return self._last(self._reported(entity, error, secret))
            return self._last(self._refusal(entity, error))

        return RelayedResponse(
            watch.counted(held, events),
            end_marker=end.marker,
            failed=failed,
            ended=watch.settle,
            reply=reply,
        )

    def _declared(self) -> Stream:
        """Return how the specification lets a stream of the task end."""
        signatures = self.call.operation.signatures
        found = (each.stream for each in signatures if each.task == self.task and each.stream)
        return next(found, Stream(event={}, marker=""))

    def _last(self, refusal: Refused) -> Piece:
        """Word a failure as the last event of a stream."""
        body = errors.body(self.call.operation.profile, refusal)
        if self.task != "responses":
            return body
        code = refusal.words.error_code
        data: JsonObject = {"type": "error", "code": code, "message": refusal.message}
        return Named(event="error", data={**data, "param": None, "sequence_number": 0})

    def _watch(self) -> Watch:
        if _at_gateway(self.call):
            return Watch(request=self.request, guardrails={}, spend=lambda tokens: None)
        return Watch(
            request=self.request,
            guardrails=ai_gateway.guardrails_of(self.endpoint, "output"),
            spend=lambda tokens: ai_gateway.spend(self.call, self.served, tokens),
        )

    def _origin(self, entity: Entity) -> Origin:
        services = self.call.services
        return Origin(
            task=self.task,
            id=services.next_id(),
            created=int(services.settings.clock()),
            model=as_text((entity.external_model or {}).get("name")),
        )

    def _refusal(self, entity: Entity, error: UpstreamError | ValueError) -> Refused:
        """Word what kept a provider from answering; ValueError is about its address."""
        profile = self.call.operation.profile
        return failures.of_trouble(entity.name, profile, error)

    def _reported(self, entity: Entity, error: ReportedError, secret: Secret) -> Refused:
        return failures.of_event(entity.name, failures.hidden(secret, error.body))


async def _completed(events: AsyncIterator[Piece], origin: Origin) -> AsyncIterator[Piece]:
    async for piece in events:
        yield piece if isinstance(piece, Named) else answers.chunk(piece, origin)


async def _refused(entity: Entity, reply: Reply, secret: Secret) -> Refused:
    """Return the refusal that an answer other than 200 is passed on as."""
    try:
        body = failures.hidden(secret, answers.parsed(await reply.read()))
    except UpstreamError:
        return failures.of_answer(entity.name, reply.status, {}, reply.headers)
    return failures.of_answer(entity.name, reply.status, body, reply.headers)


def _at_gateway(call: Call) -> bool:
    return call.operation.profile == GATEWAY


@cache
def _own_fields() -> frozenset[str]:
    """Return the fields that a gateway's requests have for the gateway itself."""
    return frozenset(properties({"$ref": "#/components/schemas/GatewayParameters"}))
