"""What a provider lets pass: the name of the model, and parameters of others."""

from ..outcomes import expect
from ..probes.query import Query
from ..registry import check
from .answers import body

OF_ANOTHER = {"safe_prompt": True}
"""A parameter of Mistral's API, which no format of the specification has."""


@check("PROV-PARAMS-001", task="embeddings", suffix="_of_embeddings")
@check("PROV-PARAMS-001", task="completions", suffix="_of_completions")
@check("PROV-PARAMS-001", task="chat")
async def a_parameter_of_another_provider_passes(query: Query) -> None:
    """A request with a parameter that the provider does not know is answered all the same."""
    body(await query.plain())
    answer = await query.ask(**OF_ANOTHER)
    expect(answer.status == 200, f"refused with {answer.status}", answer)


@check("PROV-MODEL-001", task="embeddings", suffix="_of_embeddings")
@check("PROV-MODEL-001", task="completions", suffix="_of_completions")
@check("PROV-MODEL-001", task="chat")
async def the_name_of_the_model_is_taken(query: Query) -> None:
    """A request with the name of the model, which the platform always sends, is answered."""
    exchange = await query.ask(model=query.surface.model)
    status = exchange.status
    expect(status == 200, f"model {query.surface.model!r} is answered with {status}", exchange)
