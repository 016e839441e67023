"""The specification as package data."""

import importlib
import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from types import ModuleType

import pytest

import runtime.spec_data

DOCUMENTS = {
    "openapi.json": {"openapi": "3.2.0"},
    "openapi-3.1.json": {"openapi": "3.1.0"},
    "requirements.json": {"requirements": [{"id": "A-B-001"}]},
    "models.json": {"models": [{"name": "m", "task": "llm/v1/chat"}]},
}


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The module as code generation places it: a package with the documents beside it."""
    package = tmp_path / "specimen"
    package.mkdir()
    source = Path(runtime.spec_data.__file__).read_text(encoding="utf-8")
    absolute = source.replace("from .", "from runtime.")
    (package / "__init__.py").write_text(absolute, encoding="utf-8")
    for name, document in DOCUMENTS.items():
        (package / name).write_text(json.dumps(document), encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    yield importlib.import_module("specimen")
    del sys.modules["specimen"]


def test_every_document_is_offered(spec: ModuleType) -> None:
    read = [spec.openapi(), spec.openapi_31(), spec.requirements(), spec.models()]
    assert read == list(DOCUMENTS.values())


def test_a_document_is_read_once(spec: ModuleType) -> None:
    assert spec.openapi() is spec.openapi()


def test_the_digest_covers_the_api_and_its_requirements(spec: ModuleType) -> None:
    text = json.dumps(DOCUMENTS["openapi.json"]) + json.dumps(DOCUMENTS["requirements.json"])
    assert spec.digest() == sha256(text.encode()).hexdigest()
