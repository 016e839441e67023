"""The reference: everything of a specification can be looked up, and no link leads nowhere."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from invocant_codegen.bundle import METHODS, bundle, requirements
from invocant_codegen.json_values import JsonObject, as_list, as_object, as_text
from invocant_codegen.load import Spec, load
from invocant_codegen.reference.pages import write_reference
from invocant_codegen.reference.wording import code, escaped, kind, limits, python_call

REPOSITORY = Path(__file__).parents[2]
Pages = Mapping[str, str]


@pytest.fixture(scope="module")
def spec() -> Spec:
    """The specification of this repository."""
    return load(REPOSITORY / "spec")


@pytest.fixture(scope="module")
def pages(spec: Spec, tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The pages of this repository's specification by file name."""
    folder = tmp_path_factory.mktemp("reference")
    write_reference(spec, REPOSITORY / "codegen" / "templates" / "reference", folder)
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.md")
    }


def headings(text: str) -> list[str]:
    """Return the anchors of a page's headings, as GitHub and GitLab name them."""
    return [line.lower().replace(" ", "-") for line in re.findall(r"(?m)^#+ (.+)$", text)]


def operations(spec: Spec) -> Iterator[tuple[str, str]]:
    """Yield id and request line of every operation."""
    document = bundle(spec)
    for section in ("paths", "webhooks"):
        for path, item in as_object(document.get(section)).items():
            for method in METHODS:
                node = as_object(as_object(item).get(method))
                if node:
                    shown = as_text(node.get("x-path")) or path
                    yield as_text(node.get("operationId")), f"    {method.upper()} {shown}\n"


def test_every_operation_can_be_looked_up(spec: Spec, pages: Pages) -> None:
    everything = "".join(pages.values())
    missing = [name for name, line in operations(spec) if line not in everything]
    assert missing == []


def test_every_schema_has_a_heading(spec: Spec, pages: Pages) -> None:
    shown = {name for page, text in pages.items() if "schemas/" in page for name in headings(text)}
    schemas = as_object(as_object(bundle(spec)["components"])["schemas"])
    assert [name for name in schemas if name.lower() not in shown] == []


def test_every_rule_has_a_heading(spec: Spec, pages: Pages) -> None:
    rows = map(as_object, as_list(requirements(spec)["requirements"]))
    ids = [as_text(row["id"]).lower() for row in rows]
    assert [name for name in ids if name not in headings(pages["rules.md"])] == []


def test_every_link_leads_to_a_heading(pages: Pages) -> None:
    dangling: list[str] = []
    for page, text in pages.items():
        for target in re.findall(r"\]\(([^)]+)\)", re.sub(r"(?s)```.*?```", "", text)):
            file, _, anchor = target.partition("#")
            place = (Path("/", page).parent / file).resolve().relative_to("/").as_posix()
            if place not in pages or (anchor and anchor not in headings(pages[place])):
                dangling.append(f"{page}: {target}")
    assert dangling == []


def test_every_row_of_a_table_has_as_many_cells_as_the_row_above(pages: Pages) -> None:
    odd: list[str] = []
    for page, text in pages.items():
        lines = re.sub(r"(?s)```.*?```", "", text).splitlines()
        cells = [len(re.findall(r"(?<!\\)\|", line)) for line in lines]
        odd += [
            f"{page}: {below}"
            for (above, below), (first, second) in zip(
                pairwise(lines), pairwise(cells), strict=True
            )
            if above.startswith("|") and below.startswith("|") and first != second
        ]
    assert odd == []


def test_the_python_of_every_page_can_be_read(pages: Pages) -> None:
    calls = [
        text for page in pages.values() for text in re.findall(r"(?s)```python\n(.*?)```", page)
    ]
    assert calls
    for text in calls:
        compile(text, "reference", "exec")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a | b", "a \\| b"),
        ("<b> and `c`", "\\<b> and \\`c\\`"),
        ("two\n  lines", "two lines"),
        ("snake_case and [x]", "snake\\_case and \\[x]"),
    ],
)
def test_a_text_means_nothing_to_markdown(text: str, shown: str) -> None:
    assert escaped(text) == shown


@pytest.mark.parametrize(("text", "shown"), [("a|b", "`a\\|b`"), ("a`b", "`` a`b ``")])
def test_code_can_hold_bars_and_backquotes(text: str, shown: str) -> None:
    assert code(text) == shown


def test_a_type_is_told_in_words() -> None:
    schema: JsonObject = {
        "anyOf": [
            {"type": "array", "items": {"$ref": "#/components/schemas/Part"}},
            {"type": ["string", "null"]},
        ]
    }
    assert kind(schema, str.upper) == "array of PART or string or null"


def test_an_open_enum_says_so() -> None:
    schema: JsonObject = {"type": "string", "enum": ["stop"], "x-open": True}
    assert kind(schema, str) == '`"stop"` or further text'


def test_limits_are_told_in_words() -> None:
    schema: JsonObject = {"minimum": 0, "maxItems": 32, "pattern": "^a|b$", "writeOnly": True}
    assert limits(schema) == "at least 0, 32 entries or fewer, matches `^a\\|b$`, write-only"


def test_a_long_call_has_one_argument_a_line() -> None:
    call = python_call("client.a.b", ["x"], {"text": "y" * 80, "flag": True, "none": None})
    assert (
        call == f'client.a.b(\n    "x",\n    text="{"y" * 80}",\n    flag=True,\n    none=None,\n)'
    )
