"""Rows by way of `ai_query` in DuckDB, and the same rows by way of the core."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

import duckdb

from bench.batch.worker import CONCURRENCY, Answer, texts
from bench.worker import MODEL, TOKEN
from invocant import AsyncClient, vectors
from invocant.batch import AsyncBatch, chat, embeddings
from invocant.duckdb import register
from invocant.models import EmbeddingsResponse

__all__ = ["KINDS", "THREADS", "Kind", "loop"]

EMBEDDER = "databricks-gte-large-en"
TASKS = {MODEL: "llm/v1/chat", EMBEDDER: "llm/v1/embeddings"}
THREADS = 2

Work = Callable[[AsyncClient, str], Awaitable[object]]
Read = Callable[[EmbeddingsResponse], object]


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """The same for both: `work` of the core, and the endpoint and parameters of a call in SQL.

    `read`: what the core's answers need before they say as much as those in DuckDB.
    """

    work: Work
    endpoint: str
    parameters: str = "NULL"
    read: Read | None = None

    @property
    def call(self) -> str:
        """The answer to `text`; errors are those of the statement."""
        return f"ai_query('{self.endpoint}', text, modelParameters => {self.parameters})"

    @property
    def lenient_call(self) -> str:
        """The answer to `text`, or an error."""
        return f"{self.call.removesuffix(')')}, failOnError => false)"


KINDS: Mapping[str, Kind] = {
    "chats": Kind(work=chat(MODEL, max_tokens=16), endpoint=MODEL, parameters="{'max_tokens': 16}"),
    "embeddings": Kind(work=embeddings(EMBEDDER), endpoint=EMBEDDER),
    "embeddings in base64": Kind(
        work=embeddings(EMBEDDER, encoding_format="base64"),
        endpoint=EMBEDDER,
        parameters="{'encoding_format': 'base64'}",
        read=vectors,
    ),
}


@asynccontextmanager
async def loop(url: str, way: str, kind: str) -> AsyncGenerator[Answer, None]:
    """Open a client and yield what gets rows answered: `way` is "core" or "duckdb"."""
    async with AsyncClient(host=url, token=TOKEN, transport="aiohttp") as client:
        if way == "core":
            yield _core(AsyncBatch(client, concurrency=CONCURRENCY), KINDS[kind])
        else:
            with duckdb.connect() as connection:
                connection.execute(f"SET threads = {THREADS}")
                with register(connection, client, concurrency=CONCURRENCY, tasks=TASKS):
                    yield _statement(connection, KINDS[kind].call)


def _core(batch: AsyncBatch[AsyncClient], kind: Kind) -> Answer:
    async def answer(rows: int) -> None:
        async for done in batch.run(texts(rows), kind.work):
            assert done.value, done
            if kind.read is not None and isinstance(done.value, EmbeddingsResponse):
                kind.read(done.value)

    return answer


def _statement(connection: duckdb.DuckDBPyConnection, call: str) -> Answer:
    statement = f"SELECT count(answer) FROM (SELECT {call} AS answer FROM unnest($1) _(text))"

    def execute(rows: int) -> None:
        assert connection.execute(statement, [texts(rows)]).fetchone() == (rows,)

    async def answer(rows: int) -> None:
        await asyncio.to_thread(execute, rows)

    return answer
