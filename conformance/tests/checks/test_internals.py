"""Refusals that show a server's internals are told from those that do not."""

import pytest

from invocant_conformance.checks.robustness import shows_internals

from .recorded import recording


@pytest.mark.parametrize(
    "text",
    [
        recording("mock-ai-api", "odd").body,
        'File "/usr/lib/python3/json/decoder.py", line 355, in raw_decode',
        '{"message": "File \\"/srv/app/main.py\\", line 7"}',
        "at com.example.Serve.run(Serve.java:42)",
        "cannot open /home/user/models/m.bin",
        "C:\\\\Users\\\\me\\\\serve.py",
    ],
)
def test_internals_are_seen(text: str) -> None:
    assert shows_internals(text)


@pytest.mark.parametrize(
    "text",
    [
        recording("litellm-proxy", "unknown").body,
        recording("litellm-proxy", "truncated").body,
        "POST /serving-endpoints/chat/completions: messages/0/role: not one of the values",
        "see https://docs.example.com/home/user/errors for /v1/chat/completions",
        "https://example.com/opt/in/now",
    ],
)
def test_paths_of_the_api_are_no_internals(text: str) -> None:
    assert not shows_internals(text)
