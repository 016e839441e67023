"""Reading YAML: values as in JSON, the line of every value, syntax errors as problems."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invocant_codegen.json_values import JsonValue
from invocant_codegen.load import load, parse
from invocant_codegen.problems import UnusableSpec


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("null", None),
        ("200", 200),
        ("-1.5", -1.5),
        ("1e3", 1000.0),
        ("'200'", "200"),
        ("no", "no"),
        ("2026-11-20", "2026-11-20"),
        ("0.1.0", "0.1.0"),
        ("010", "010"),
    ],
)
def test_scalars_follow_yaml_1_2(text: str, value: JsonValue) -> None:
    document, _ = parse("a.yaml", f"key: {text}\n".encode())
    assert document.content == {"key": value}
    assert type(document.content["key"]) is type(value)


def test_keys_are_texts() -> None:
    document, _ = parse("a.yaml", b"responses: {200: ok, true: odd}\n")
    assert document.content == {"responses": {"200": "ok", "true": "odd"}}


def test_every_pointer_has_the_line_of_its_key() -> None:
    document, _ = parse("a.yaml", b"a:\n  b:\n    - c: 1\n      d/e: 2\n")
    assert document.lines == {
        "": 1,
        "/a": 1,
        "/a/b": 2,
        "/a/b/0": 3,
        "/a/b/0/c": 3,
        "/a/b/0/d~1e": 4,
    }


def test_a_duplicate_key_names_both_lines() -> None:
    _, problems = parse("a.yaml", b"a: 1\nb: 2\na: 3\n")
    assert [str(problem) for problem in problems] == [
        "spec/a.yaml:3 #/a: key 'a' already on line 1 [yaml-duplicate-key]"
    ]


def test_a_syntax_error_names_its_line() -> None:
    _, problems = parse("a.yaml", b"a: 1\nb: [\n")
    assert [(problem.line, problem.rule) for problem in problems] == [(3, "yaml-syntax")]


@pytest.mark.parametrize(
    ("content", "line", "rule"),
    [
        (b"a: 1\nb: \xff\n", 2, "yaml-encoding"),
        (b"a: \x00\n", 1, "yaml-syntax"),
        (b"a: &loop [1, *loop]\n", 1, "yaml-alias"),
    ],
)
def test_what_yaml_cannot_hold_is_a_problem(content: bytes, line: int, rule: str) -> None:
    _, problems = parse("a.yaml", content)
    assert [(problem.line, problem.rule) for problem in problems] == [(line, rule)]


def test_a_file_without_a_mapping_is_a_problem() -> None:
    _, problems = parse("a.yaml", b"- 1\n")
    assert [problem.rule for problem in problems] == ["yaml-mapping"]


def test_an_empty_folder_is_unusable(tmp_path: Path) -> None:
    with pytest.raises(UnusableSpec, match="no YAML file"):
        load(tmp_path)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text("a0.-: #'\n", max_size=8),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("abc/~", min_size=1), inner),
    max_leaves=12,
)


@given(st.dictionaries(st.text("abc/~", min_size=1), _JSON))
def test_json_text_is_read_as_json(content: dict[str, JsonValue]) -> None:
    document, problems = parse("a.yaml", json.dumps(content).encode())
    assert (document.content, problems) == (content, [])
