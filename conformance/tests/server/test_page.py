"""The start page: who is shown it, what it lets in, and what it never holds."""

import html
import json
from collections.abc import AsyncIterator
from html.parser import HTMLParser
from urllib.parse import quote

import httpx
import pytest
from starlette.types import ASGIApp

from invocant_conformance.server.app import application, create_app, services
from invocant_conformance.server.handlers import Services
from invocant_conformance.server.page.routes import accepts_html
from invocant_conformance.server.page.snippets import PLACEHOLDER, SNIPPETS
from invocant_conformance.server.settings import ServerSettings

from .examples import CHAT_MODEL, MESSAGES, create_request, external_model

pytestmark = pytest.mark.anyio

ORIGIN = "http://127.0.0.1:4010"
HTML = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
USER = {"authorization": "Bearer dapi-test"}
LIVE = "/.invocant/page/live"
MANAGEMENT = "/api/2.0/serving-endpoints"
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</td></tr></table><h1>x</h1>",
    "&lt;script&gt;",
    "$origin ${token} {{7*7}}",
    "\u2028line\nbreak\x00\x1b[31m",
]


class Document(HTMLParser):
    """The elements of a page, their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, name: str) -> list[str | None]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]


def asking(app: ASGIApp, origin: str = ORIGIN) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=origin)


@pytest.fixture
def means(settings: ServerSettings) -> Services:
    return services(settings)


@pytest.fixture
def app(means: Services) -> ASGIApp:
    return application(means)


@pytest.fixture
async def client(app: ASGIApp) -> AsyncIterator[httpx.AsyncClient]:
    async with asking(app) as client:
        yield client


async def shown(client: httpx.AsyncClient) -> Document:
    return Document((await client.get("/", headers=HTML)).text)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
async def test_browsers_are_shown_the_page(client: httpx.AsyncClient, method: str) -> None:
    answer = await client.request(method, "/", headers=HTML)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["vary"] == "accept"


@pytest.mark.parametrize(
    ("method", "accept"),
    [("GET", "*/*"), ("GET", "application/json"), ("GET", ""), ("POST", HTML["accept"])],
)
async def test_all_else_at_the_root_is_an_unknown_path(
    client: httpx.AsyncClient, method: str, accept: str
) -> None:
    answer = await client.request(method, "/", headers={"accept": accept})
    elsewhere = await client.request(method, "/nowhere", headers={"accept": accept})
    assert (answer.status_code, answer.content) == (404, elsewhere.content)


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("text/html", True),
        ("application/json, TEXT/HTML ;q=0.2", True),
        ("text/html;q=0", False),
        ("text/html;q=0.000", False),
        ("text/*", False),
        ("text/html-x", False),
    ],
)
def test_html_has_to_be_named(accept: str, wanted: bool) -> None:
    assert accepts_html(accept) is wanted


async def test_the_page_lets_in_nothing_but_its_own_files(client: httpx.AsyncClient) -> None:
    answer = await client.get("/", headers=HTML)
    policy = dict(
        rule.split(" ", 1) for rule in answer.headers["content-security-policy"].split("; ")
    )
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["form-action"] == policy["base-uri"] == "'none'"
    page = Document(answer.text)
    named = [*page.values("src"), *page.values("href")]
    assert all(str(each).startswith(("#", "/.invocant/page/")) for each in named)
    assert not [name for _, found in page.elements for name in found if name.startswith("on")]
    assert not page.values("style")
    assert "style" not in [tag for tag, _ in page.elements]


async def test_the_files_are_there_and_name_no_other_place(client: httpx.AsyncClient) -> None:
    page = await shown(client)
    for path in {str(each) for each in [*page.values("src"), *page.values("href")]}:
        if path.startswith("#"):
            continue
        answer = await client.get(path)
        assert (answer.status_code, answer.headers["x-content-type-options"]) == (200, "nosniff")
        assert "//" not in answer.text.replace("http://www.w3.org/2000/svg", "").replace("// ", "")


async def test_what_is_served_is_told(client: httpx.AsyncClient) -> None:
    text = (await shown(client)).text
    for base in ("/api/2.0", "/serving-endpoints", "/ai-gateway", "/v1"):
        assert f"{ORIGIN}{base}" in text
    for told in ("23 operations", "20 operations", "28 operations", "profile gateway", "gemini 4"):
        assert told in text


async def test_every_snippet_has_the_address_and_no_token(settings: ServerSettings) -> None:
    token = "dapi-sentinel-4711"
    app = create_app(ServerSettings(token=token, admin_token="the-admin-4711"))
    async with asking(app, "http://localhost:999") as client:
        answer = await client.get("/", headers=HTML)
        live = await client.get(LIVE)
    assert "4711" not in answer.text + live.text + repr(answer.headers)
    assert "One token is accepted" in answer.text
    panels = html.unescape(answer.text).split('class="panel"')[1:]
    assert len(panels) == len(SNIPPETS)
    for panel in panels:
        assert "http://localhost:999" in panel
        assert PLACEHOLDER in panel


async def test_a_host_that_is_none_is_not_repeated(app: ASGIApp) -> None:
    async with asking(app) as client:
        answer = await client.get("/", headers={**HTML, "host": 'x"><script>alert(1)</script>'})
    assert (answer.status_code, "alert(1)" in answer.text) == (200, False)


async def leave_traces(client: httpx.AsyncClient, name: str) -> None:
    """Put a hostile name wherever a name can be left."""
    chat = {"model": name, "messages": MESSAGES}
    await client.post("/v1/chat/completions", json=chat, headers=USER)
    await client.get(f"/{quote(name)}", headers=USER)
    request = create_request("mine", {"external_model": external_model(name=name)})
    await client.post(MANAGEMENT, json=request, headers=USER)
    messages = [{"role": name, "content": "x"}]
    body = {"model": CHAT_MODEL, "messages": messages, name: 1}
    await client.post("/serving-endpoints/chat/completions", json=body, headers=USER)


@pytest.mark.parametrize("name", HOSTILE)
async def test_names_from_requests_are_inert(client: httpx.AsyncClient, name: str) -> None:
    plain = await shown(client)
    await leave_traces(client, name)
    page = await shown(client)
    rows = Document("<table>" + "".join((await client.get(LIVE)).json().values()))
    added = {tag for tag, _ in page.elements} - {tag for tag, _ in plain.elements}
    assert added <= {"tr", "td", "time"}
    for document in (page, rows):
        assert not [tag for tag, _ in document.elements if tag in ("img", "h4", "iframe")]
        assert not document.values("onerror") + document.values("onmouseover")
    visible = "".join(c if c.isprintable() else "\ufffd" for c in name)
    assert rows.text.count(visible) >= 3


async def test_requests_are_shown_with_their_verdicts_and_the_page_is_none(
    client: httpx.AsyncClient,
) -> None:
    await client.post("/chat/completions?why=sentinel-1", json={"model": CHAT_MODEL}, headers=USER)
    await client.get("/models", headers=USER)
    await shown(client)
    live = (await client.get(LIVE)).json()
    rows = Document(live["requests"]).text
    assert live["requests_count"] == "2"
    assert rows.index("/models") < rows.index("/chat/completions")
    assert "body the required field messages is missing." in rows
    assert "sentinel-1" not in json.dumps(live)


async def test_nothing_is_sent_where_nothing_changed(client: httpx.AsyncClient) -> None:
    first = await client.get(LIVE)
    tag = {"if-none-match": first.headers["etag"]}
    assert (await client.get(LIVE, headers=tag)).status_code == 304
    await client.get("/models", headers=USER)
    assert (await client.get(LIVE, headers=tag)).status_code == 200


async def test_a_thousand_endpoints_are_bounded(client: httpx.AsyncClient, means: Services) -> None:
    store = means.store
    for number in range(502):
        store.create(create_request(f"endpoint-{number}"))
    rows = (await client.get(LIVE)).json()["endpoints"]
    assert rows.count('data-origin="created"') == 500
    assert "endpoint-501<" in rows
    assert "endpoint-1<" not in rows
