"""Files with raw answers, and how the server plays them."""

import json
import signal
from pathlib import Path
from typing import Any

import pytest

from invocant_conformance.embedded import reference_server
from invocant_conformance.raw.answer import Answer
from invocant_conformance.server.command import main
from invocant_conformance.server.faults import grammar
from invocant_conformance.server.faults.scripts import ScriptError, load
from invocant_conformance.server.settings import ServerSettings

from .sockets import ask, chat, connect, request
from .test_command import serving

YAML = """
about: How a proxy in front of us once answered.
scripts:
  - name: overloaded
    match: {method: POST, path: /serving-endpoints/*, task: chat}
    answers:
      - {status: 503, headers: {retry-after: "1"}, json: {message: later}}
      - {events: ["{}"], framing: chunked, truncated: true, end: reset}
  - name: odd
    answers:
      - {framing: none, body: ["HTTP/1.1 200 Odd\\r\\n", "\\r\\nbody"], pause: 0.01, end: close}
"""


RESETS = "raw;base64=YQ;end=reset"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "script.yaml"
    path.write_text(YAML)
    return path


def written(folder: Path, content: Any) -> Path:
    path = folder / "script.json"
    path.write_text(json.dumps(content))
    return path


def test_a_file_has_answers_and_says_to_which_requests(file: Path) -> None:
    scripts = load(file)
    assert [grammar.write(fault) for fault in scripts.faults] == [
        "raw;script=overloaded;task=chat;path=/serving-endpoints/*;method=POST"
    ]
    assert scripts.answers["odd"] == (
        Answer(
            framing="none",
            pieces=(b"HTTP/1.1 200 Odd\r\n", b"\r\nbody"),
            pause=0.01,
            end="close",
        ),
    )


def test_json_will_do_and_names_follow_from_the_place(tmp_path: Path) -> None:
    answers = [{"status": 500, "body": "no"}]
    path = written(tmp_path, {"scripts": [{"answers": answers}, {"match": {}, "answers": answers}]})
    scripts = load(path)
    assert set(scripts.answers) == {"script-1", "script-2"}
    assert [fault.script for fault in scripts.faults] == ["script-2"]


EMPTY: list[str] = []
WRONG: list[tuple[Any, str]] = [
    ([], "Input should be"),
    ({"answers": EMPTY}, "scripts.0.answers: List should have at least 1 item"),
    ({"answers": [{"states": 1}]}, "scripts.0.answers.0.states: Extra inputs"),
    ({"answers": [{"end": "never"}]}, "scripts.0.answers.0.end: Input should be 'keep'"),
    ({"answers": [{"body": ""}], "match": {"colour": 1}}, "match: 'colour' is none of"),
    ({"answers": [{"body": ""}], "match": {"rate": 2}}, "rate: '2' is not a number"),
    ({"answers": [{"split": "everywhere"}]}, "split: 'everywhere' stands for"),
    ({"answers": [{"headers": {"a": "€"}}]}, "headers: 'HTTP/1.1 200 OK"),
    ({"answers": [{"base64": "a"}]}, "script.json: "),
]


@pytest.mark.parametrize(("script", "told"), WRONG)
def test_what_is_wrong_is_told_in_one_line(tmp_path: Path, script: Any, told: str) -> None:
    with pytest.raises(ScriptError) as caught:
        load(written(tmp_path, {"scripts": [script]}))
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_two_scripts_have_two_names(tmp_path: Path) -> None:
    script = {"name": "a", "answers": [{"body": ""}]}
    with pytest.raises(ScriptError, match="two of them have the same name"):
        load(written(tmp_path, {"scripts": [script, script]}))


def test_what_is_neither_json_nor_yaml_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("scripts: [")
    with pytest.raises(ScriptError, match=r"x\.yaml: while parsing"):
        load(path)


def test_answers_are_played_in_order_and_then_the_server_answers(file: Path) -> None:
    with reference_server(ServerSettings(token_delay=0, script_file=file)) as url:
        other = ask(url, path="/v1/chat/completions")
        answers = [ask(url) for _ in range(3)]
    assert [answer.status for answer in answers] == [503, 200, 200]
    assert answers[0].headers["retry-after"] == "1"
    assert json.loads(answers[0].body) == {"message": "later"}
    assert answers[1].reset
    assert answers[1].body == b"a\r\ndata: {}\n\n\r\n"
    assert json.loads(answers[2].body)["object"] == "chat.completion"
    assert other.status == 200


def test_a_request_can_name_a_script(file: Path) -> None:
    with reference_server(ServerSettings(token_delay=0, script_file=file)) as url:
        answers = [ask(url, "raw;script=odd", path="/v1/models", method="GET") for _ in range(2)]
    assert answers[0].data == b"HTTP/1.1 200 Odd\r\n\r\nbody"
    assert json.loads(answers[1].body)["object"] == "list"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--fault", "flood"], "argument --fault: kind: 'flood' is none of 400 to 599"),
        (["--fault", "429", "--fault", "cut;rate=x"], "argument --fault: rate: 'x' is not"),
        (["--fault", "raw;script=x"], "script: 'x' is no script that is loaded: there is none"),
        (["--script", "/no/such/file"], "/no/such/file: No such file"),
    ],
)
def test_wrong_usage_is_one_line_and_2(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        status = main(arguments)
    except SystemExit as end:
        status = int(end.code or 0)
    errors = capsys.readouterr().err
    assert status == 2
    assert told in errors
    assert errors.count("\n") == 1


def test_help_on_faults_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--fault", "help"])
    assert not caught.value.code
    assert capsys.readouterr().out.startswith("A fault is written KIND[;key=value]...")


KINDS = """
    429 reset reset;when=after reset;after=1 cut cut;framing=proper cut;framing=close no-end
    slow;seconds=0 malformed html content-type error empty no-header raw;base64=YQ
    raw;base64=YQ;end=reset latency;seconds=0
"""


def test_the_command_serves_with_faults_and_says_nothing_of_them() -> None:
    with serving("--fault", "418;path=/v1/models") as (process, url):
        assert ask(url, path="/v1/models", method="GET").status == 418
        for kind in KINDS.split():
            for body in (None, chat(stream=True)):
                assert ask(url, kind, body=body).reset is kind.startswith(("reset", RESETS))
        with connect(url) as late, connect(url) as silent:
            late.sendall(request("latency;seconds=60"))
            silent.sendall(request("raw;base64=;end=hang"))
            assert ask(url).status == 200
            process.send_signal(signal.SIGTERM)
            _, errors = process.communicate(timeout=10)
    assert (process.returncode, errors) == (0, "")
