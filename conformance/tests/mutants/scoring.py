"""Servers that read rows otherwise than MLflow's scoring protocol says."""

from dataclasses import replace

from .edits import answer, answer_of, obj, request
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach
from .places import of_task

_FORMS = ("dataframe_split", "dataframe_records", "instances", "inputs")
_ROWS: Object = {"columns": ["a"], "data": [[1.0]]}
_IS_SCORING = of_task("dataframe_split", "dataframe_records", "instances", "inputs")


def _is_score(call: Call) -> bool:
    """Whether a call is for rows, of any form or none."""
    is_model_server = call.path == "/invocations"
    return is_model_server or (call.path.endswith("/invocations") and "sample-model" in call.path)


async def _mended(call: Call, server: Server) -> Answer:
    """Serve rows that fit in the place of those that do not."""
    found = await server.answer(call)
    if found.status != 400 or not _is_score(call) or not call.json:
        return found
    return await server.answer(call.with_json({"dataframe_split": _ROWS}))


def _first_kind_only(body: Object) -> None:
    given = [form for form in _FORMS if form in body]
    for form in given[1:]:
        del body[form]


async def _some_rows(call: Call, server: Server) -> Answer:
    """Serve rows where there are none."""
    missing = _is_score(call) and not call.json.keys() & set(_FORMS)
    return await server.answer(call.with_json({"dataframe_split": _ROWS}) if missing else call)


def _unwrapped(body: Object) -> None:
    frame = body.get("dataframe_split")
    if isinstance(frame, list):
        body["dataframe_split"] = frame[0]


def _cut_rows(body: Object) -> None:
    frame = obj(body, "dataframe_split")
    columns, rows = frame.get("columns"), frame.get("data")
    if isinstance(columns, list) and isinstance(rows, list):
        frame["data"] = [row[: len(columns)] for row in rows if isinstance(row, list)]


def _first_example(body: Object) -> None:
    examples = body.get("instances")
    if isinstance(examples, list):
        body["instances"] = examples[:1]


def _reversed(found: Object) -> None:
    predictions = found.get("predictions")
    if isinstance(predictions, list):
        found["predictions"] = sorted(predictions, key=str)


def _shifted_where(member: str) -> Mutation:
    """Predict otherwise where a table has a member, or the request is of a form."""

    def edit(call: Call, found: Object) -> None:
        frame = call.json.get("dataframe_split")
        has = member in call.json or (isinstance(frame, dict) and member in frame)
        if has and isinstance(found.get("predictions"), list):
            found["predictions"] = [0.125]

    return answer_of(edit, _IS_SCORING)


def _refused(*members: str) -> Mutation:
    """Refuse requests with some members."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if not _IS_SCORING(call) or not call.json.keys() & set(members):
            return found
        refusal: Object = {"error_code": "BAD_REQUEST", "message": "unknown member"}
        return replace(found.with_json(refusal), status=400)

    return mutation


async def _nan(call: Call, server: Server) -> Answer:
    """Predict a value that is no number."""
    found = await server.answer(call)
    if not _IS_SCORING(call) or found.status >= 300:
        return found
    return found.with_body(b'{"predictions": [NaN]}')


async def _any_media_type(call: Call, server: Server) -> Answer:
    """Take every body for JSON."""
    headers = call.headers | {"content-type": "application/json"}
    return await server.answer(replace(call, headers=headers))


MUTANTS: tuple[Mutant, ...] = (
    breach(
        "outputs-are-a-number",
        "SCORE-SCHEMA-001",
        answer(lambda found: found.update(outputs=3), _IS_SCORING),
    ),
    breach(
        "predictions-under-another-name",
        "SCORE-ANSWER-001",
        answer(lambda found: found.update(result=found.pop("predictions", None)), _IS_SCORING),
    ),
    breach("unfit-rows-are-replaced", "SCORE-INPUT-001", _mended),
    breach("first-of-two-kinds-counts", "SCORE-KEYS-001", request(_first_kind_only, _is_score)),
    breach("no-rows-are-some", "SCORE-KEYS-001", _some_rows),
    breach("tables-in-lists-are-taken", "SCORE-SPLIT-001", request(_unwrapped, _is_score)),
    breach("long-rows-are-cut", "SCORE-SPLIT-002", request(_cut_rows, _is_score)),
    breach("ragged-examples-are-left-out", "SCORE-TENSOR-001", request(_first_example, _is_score)),
    breach("records-differ", "SCORE-FORMS-001", _shifted_where("dataframe_records")),
    breach("labels-count", "SCORE-INDEX-001", _shifted_where("index")),
    breach("predictions-are-sorted", "SCORE-ORDER-001", answer(_reversed, _IS_SCORING)),
    breach("params-are-refused", "SCORE-PARAMS-001", _refused("params")),
    breach(
        "members-of-the-platform-are-refused",
        "SCORE-EXTRA-001",
        _refused("client_request_id", "usage_context"),
    ),
    breach("predictions-are-nan", "SCORE-NULL-001", _nan),
    breach("text-is-taken-for-json", "SCORE-TYPE-001", _any_media_type),
)
