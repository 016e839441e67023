"""Makes one small model of each kind; to be run where MLflow is installed, with a folder."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import mlflow
import pandas
from mlflow.models import infer_signature
from mlflow.pyfunc import ChatModel, PythonModel, ResponsesAgent
from mlflow.types.llm import ChatChoice, ChatCompletionResponse, ChatMessage, TokenUsageStats
from mlflow.types.responses import ResponsesAgentResponse
from sklearn.linear_model import LinearRegression

_TABLE = pandas.DataFrame({"a": [1.0, 3.0, 5.0, 2.0], "b": [2.0, 4.0, 1.0, 7.0]})


class Sum(PythonModel):
    """Adds the values of a row; what is missing makes the sum not a number."""

    def predict(self, context, model_input, params=None):
        return pandas.DataFrame(model_input).sum(axis=1, skipna=False)


class Echo(ChatModel):
    """Repeats what was said."""

    def predict(self, context, messages, params):
        said = ChatMessage(role="assistant", content=f"echo: {messages[-1].content}")
        return ChatCompletionResponse(
            choices=[ChatChoice(message=said)],
            model="echo",
            usage=TokenUsageStats(prompt_tokens=3, completion_tokens=2, total_tokens=5),
        )


class Agent(ResponsesAgent):
    """Says hello."""

    def predict(self, request):
        return ResponsesAgentResponse(output=[self.create_text_output_item("Hello", "msg_1")])

    def predict_stream(self, request):
        yield from ()


class Hashes(PythonModel):
    """Turns texts into vectors of eight numbers."""

    def predict(self, context, model_input, params=None):
        given = model_input["input"]
        texts = [given] if isinstance(given, str) else [*given]
        digests = [hashlib.sha256(text.encode()).digest()[:8] for text in texts]
        vectors = [[byte / 255 for byte in digest] for digest in digests]
        return {
            "object": "list",
            "model": "hash8",
            "data": [
                {"object": "embedding", "index": index, "embedding": vector}
                for index, vector in enumerate(vectors)
            ],
            "usage": {"prompt_tokens": len(texts), "total_tokens": len(texts)},
        }


def main(folder: Path) -> None:
    """Save the models as `linear`, `sum`, `chat`, `agent` and `embeddings`."""
    target = 2 * _TABLE["a"] + 3 * _TABLE["b"]
    linear = LinearRegression().fit(_TABLE, target)
    signature = infer_signature(_TABLE, target)
    mlflow.sklearn.save_model(linear, folder / "linear", signature=signature, pip_requirements=[])
    models = {"sum": Sum(), "chat": Echo(), "agent": Agent(), "embeddings": Hashes()}
    for name, model in models.items():
        mlflow.pyfunc.save_model(folder / name, python_model=model, pip_requirements=[])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
