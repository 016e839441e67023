"""Running the tools that an answer asks for."""

from ..errors import ToolError
from ..models import Model
from ..toolbox import ToolResult, Tools, Turn, async_text_of, tool_calls, turns

__all__ = ["AsyncToolRunner"]


class AsyncToolRunner(Tools):
    """Tools that can be called for a model, one after the other in the order of the answer."""

    async def _run(self, answer: Model) -> list[Turn]:
        results: list[ToolResult] = []
        for call in tool_calls(answer):
            try:
                text, failed = await async_text_of(self.bind(call)), False
            except ToolError as error:
                text, failed = str(error), True
            results.append(ToolResult(call=call, text=text, failed=failed))
        return turns(answer, results)
