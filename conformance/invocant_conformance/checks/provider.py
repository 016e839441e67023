"""What a provider lets pass."""

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
