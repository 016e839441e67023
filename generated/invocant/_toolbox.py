# Generated from spec/; do not edit.
"""Boxes of tools that models may call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from ._runtime._async.tool_runner import AsyncToolRunner
from ._runtime._sync.tool_runner import ToolRunner

if TYPE_CHECKING:
    from . import models, params

__all__ = ["AsyncToolbox", "Toolbox"]


class Toolbox(ToolRunner):
    """Functions and types that a model may call, to be given as `tools`, and run.

    Toolbox(get_weather, City) takes functions, types such as pydantic models, and `Tool`s,
    which say more about either.
    """

    @overload
    def run(self, answer: models.chat.ChatCompletion) -> list[params.chat.ChatMessage]: ...

    @overload
    def run(self, answer: models.messages.Message) -> list[params.messages.MessagesTurn]: ...

    @overload
    def run(
        self, answer: models.responses.ResponsesResponse
    ) -> list[params.responses.ResponsesInputItem]: ...

    def run(
        self,
        answer: models.chat.ChatCompletion
        | models.messages.Message
        | models.responses.ResponsesResponse,
    ) -> Sequence[object]:
        """Do the calls that an answer asks for; return what to add to the conversation.

        That is the answer as a turn, unchanged, and the results. There is nothing to add where the
        answer calls no tools. What the model got wrong, that is a tool that does not exist or
        arguments that do not fit, and every `ToolError` that a function raises is told to the
        model; whatever else a function raises comes out of here.

        Args:
            answer: Of a chat, of the Messages API, or of the Responses API; of several choices,
                the first.

        Raises:
            AnswerTruncated: The answer ends within its calls, at the limit of tokens.
        """
        return self._run(answer)


class AsyncToolbox(AsyncToolRunner):
    """Functions and types that a model may call, to be given as `tools`, and run.

    AsyncToolbox(get_weather, City) takes functions, types such as pydantic models, and `Tool`s,
    which say more about either.
    Those that are asynchronous are awaited one after the other.
    """

    @overload
    async def run(self, answer: models.chat.ChatCompletion) -> list[params.chat.ChatMessage]: ...

    @overload
    async def run(self, answer: models.messages.Message) -> list[params.messages.MessagesTurn]: ...

    @overload
    async def run(
        self, answer: models.responses.ResponsesResponse
    ) -> list[params.responses.ResponsesInputItem]: ...

    async def run(
        self,
        answer: models.chat.ChatCompletion
        | models.messages.Message
        | models.responses.ResponsesResponse,
    ) -> Sequence[object]:
        """Do the calls that an answer asks for; return what to add to the conversation.

        That is the answer as a turn, unchanged, and the results. There is nothing to add where the
        answer calls no tools. What the model got wrong, that is a tool that does not exist or
        arguments that do not fit, and every `ToolError` that a function raises is told to the
        model; whatever else a function raises comes out of here.

        Args:
            answer: Of a chat, of the Messages API, or of the Responses API; of several choices,
                the first.

        Raises:
            AnswerTruncated: The answer ends within its calls, at the limit of tokens.
        """
        return await self._run(answer)
