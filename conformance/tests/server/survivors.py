"""A client that writes as fast as it can, and knows what it was promised."""

import json
from base64 import b64encode
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from random import Random
from typing import Any
from urllib.parse import urlencode, urlsplit

from .examples import CHAT_MODEL, create_request, entity

ENDPOINTS = "/api/2.0/serving-endpoints"
MASTER = "Bearer dapi-test"
_JSON = {"content-type": "application/json"}
_CLIENT = {
    "authorization": f"Basic {b64encode(b'app-1:dose-secret').decode()}",
    "content-type": "application/x-www-form-urlencoded",
}
_NAMES = 6


@dataclass
class Survivors:
    """What one client was answered with 200, over the lives of several servers.

    endpoints are as they were last shown. doubtful: the name of the endpoint whose change was not
    answered, and how many were saved at most if it was carried out.
    """

    prefix: str
    random: Random
    endpoints: dict[str, Any] = field(default_factory=dict[str, Any])
    keys: list[str] = field(default_factory=list[str])
    tokens: list[str] = field(default_factory=list[str])
    answers: dict[str, Any] = field(default_factory=dict[str, Any])
    ids: list[str] = field(default_factory=list[str])
    doubtful: str = ""
    changes: int = 0

    def write_until_the_end(self, url: str) -> None:
        """Change what is there until the server answers no more."""
        connection = HTTPConnection(urlsplit(url).netloc, timeout=10)
        try:
            while True:
                self._change(connection)
                self.changes += 1
        except (OSError, HTTPException):
            connection.close()

    def check(self, url: str) -> None:
        """Find everything that was promised at another server, and take up what was in doubt."""
        connection = HTTPConnection(urlsplit(url).netloc, timeout=10)
        for number in range(_NAMES):
            self._check_endpoint(connection, f"{self.prefix}{number}")
        for key in self.keys:
            status, told = _ask(connection, "GET", "/key/info", authorization=f"Bearer {key}")
            assert (status, told["info"]["key_name"]) == (200, f"sk-...{key[-4:]}")
        for token in self.tokens:
            shown = _ask(connection, "GET", ENDPOINTS, authorization=f"Bearer {token}")
            assert shown[0] == 200
        for identifier, answer in self.answers.items():
            assert _ask(connection, "GET", f"/responses/{identifier}") == (200, answer)
        assert len(set(self.ids)) == len(self.ids)
        connection.close()

    def _check_endpoint(self, connection: HTTPConnection, name: str) -> None:
        status, shown = _ask(connection, "GET", f"{ENDPOINTS}/{name}")
        found = shown if status == 200 else None
        if name != self.doubtful:
            assert found == self.endpoints.get(name)
        elif found is None:
            self.endpoints.pop(name, None)
        else:
            before = self.endpoints.get(name)
            assert found == before or found["config"]["config_version"] == _version(before) + 1
            self.endpoints[name] = found
        if name == self.doubtful:
            self.doubtful = ""

    def _change(self, connection: HTTPConnection) -> None:
        match self.random.randrange(10):
            case 0:
                key = _answered(connection, "POST", "/key/generate", {})["key"]
                self.keys.append(key)
                self.ids.append(key)
            case 1:
                form = urlencode({"grant_type": "client_credentials"}).encode()
                connection.request("POST", "/oidc/v1/token", form, _CLIENT)
                self.tokens.append(json.loads(connection.getresponse().read())["access_token"])
                self.ids.append(self.tokens[-1])
            case 2:
                request = {"model": CHAT_MODEL, "input": "Hello.", "max_output_tokens": 16}
                answer = _answered(connection, "POST", "/responses", request)
                self.answers[answer["id"]] = answer
                self.ids.append(answer["id"])
            case _:
                self._change_endpoint(connection, f"{self.prefix}{self.random.randrange(_NAMES)}")

    def _change_endpoint(self, connection: HTTPConnection, name: str) -> None:
        self.doubtful = name
        served = entity(f"e{self.random.randrange(1000)}")
        if name not in self.endpoints:
            created = _answered(connection, "POST", ENDPOINTS, create_request(name, served))
            self.endpoints[name] = created
            self.ids.append(created["id"])
        elif self.random.randrange(3):
            config = {"served_entities": [served]}
            path = f"{ENDPOINTS}/{name}/config"
            self.endpoints[name] = _answered(connection, "PUT", path, config)
        else:
            assert _answered(connection, "DELETE", f"{ENDPOINTS}/{name}") == {}
            del self.endpoints[name]
        self.doubtful = ""


def _version(endpoint: Any) -> int:
    return int(endpoint["config"]["config_version"]) if endpoint else 0


def _answered(connection: HTTPConnection, method: str, path: str, body: Any = None) -> Any:
    status, answer = _ask(connection, method, path, body)
    assert status == 200, answer
    return answer


def _ask(
    connection: HTTPConnection,
    method: str,
    path: str,
    body: Any = None,
    *,
    authorization: str = MASTER,
) -> tuple[int, Any]:
    content = None if body is None else json.dumps(body)
    headers = {"authorization": authorization, **_JSON}
    connection.request(method, path, content, headers)
    response = connection.getresponse()
    return response.status, json.loads(response.read())
