"""The workspace's OAuth endpoint: tokens for service principals, and tokens for endpoints.

After databricks-sdk 0.162.0 (oauth.py, data_plane.py) and the page on route-optimized endpoints.
"""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..json_values import JsonObject, as_list, as_object, as_text
from .auth import is_right
from .body import parse_json
from .errors import Refused, json_response
from .settings import ServerSettings
from .tokens import TokenStore

WORKSPACE_ID: Final = "1234567890123456"
"""The number of the workspace, which clients send back in X-Databricks-Workspace-Id."""

TOKEN_PATH: Final = "/oidc/v1/token"
_DISCOVERY_PATH: Final = "/oidc/.well-known/oauth-authorization-server"
_METADATA_PATH: Final = "/.well-known/databricks-config"
PATHS: Final = (TOKEN_PATH, _DISCOVERY_PATH, _METADATA_PATH)
"""The paths of OAuth, which no operation of the specification has."""

_SECRET_PREFIX: Final = "dose"
"""With which secrets of service principals begin."""

QUERYING: Final = "query_inference_endpoint"


class OAuthGrant(StrEnum):
    """The ways to ask for a token."""

    CLIENT_CREDENTIALS = "client_credentials"
    JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer"


class _Services(Protocol):
    @property
    def settings(self) -> ServerSettings: ...
    @property
    def tokens(self) -> TokenStore: ...


@dataclass(eq=False)
class _Denied(Exception):
    """A request for a token that is refused, worded as in RFC 6749, §5.2."""

    error: str
    description: str
    status: int = 400


def routes(services: _Services) -> list[Route]:
    """Return the routes of the token endpoint, and of the documents that lead to it."""

    async def token(request: Request) -> Response:
        try:
            issued = _issued(request.headers, await _form(request), services)
        except _Denied as denied:
            told = {"error": denied.error, "error_description": denied.description}
            return json_response(told, status=denied.status)
        except Refused as refusal:
            told = {"error": "server_error", "error_description": refusal.message}
            return json_response(told, status=refusal.kind.value.status)
        answer: JsonObject = {
            "access_token": issued,
            "token_type": "Bearer",
            "expires_in": int(services.tokens.lifetime),
        }
        return json_response(answer, headers={"cache-control": "no-store"})

    async def discovery(request: Request) -> Response:
        base = f"{_origin(request)}/oidc/v1"
        endpoints = {"authorization_endpoint": "authorize", "token_endpoint": "token"}
        return json_response({name: f"{base}/{path}" for name, path in endpoints.items()})

    async def metadata(request: Request) -> Response:
        endpoint = f"{_origin(request)}/oidc"
        return json_response({"oidc_endpoint": endpoint, "workspace_id": WORKSPACE_ID})

    return [
        Route(TOKEN_PATH, token, methods=["POST"]),
        Route(_DISCOVERY_PATH, discovery),
        Route(_METADATA_PATH, metadata),
    ]


def _origin(request: Request) -> str:
    return f"{request.url.scheme}://{request.url.netloc}"


async def _form(request: Request) -> Mapping[str, str]:
    text = (await request.body()).decode("utf-8", "replace")
    return dict(parse_qsl(text, keep_blank_values=True))


def _issued(headers: Mapping[str, str], form: Mapping[str, str], services: _Services) -> str:
    """Return a token for what the form asks for. Raises _Denied, and Refused if it is not saved."""
    match form.get("grant_type"):
        case OAuthGrant.CLIENT_CREDENTIALS:
            client = _client(headers, form, services.settings)
        case OAuthGrant.JWT_BEARER:
            assertion = form.get("assertion", "")
            if assertion not in services.tokens:
                raise _Denied("invalid_grant", "The assertion is no valid OAuth token.")
            client = services.tokens.client(assertion) or ""
            if "authorization_details" not in form:
                raise _Denied("invalid_request", "authorization_details are missing.")
        case _:
            raise _Denied("unsupported_grant_type", "The grant type is not supported.")
    details = form.get("authorization_details")
    return services.tokens.issue(client, None if details is None else _queried(details))


def _client(headers: Mapping[str, str], form: Mapping[str, str], settings: ServerSettings) -> str:
    """Return the id of a service principal: its secret is the server's token, or begins so."""
    never = settings.admin_token
    scheme, _, credentials = headers.get("authorization", "").partition(" ")
    client, secret = form.get("client_id", ""), form.get("client_secret", "")
    if scheme.lower() == "basic":
        client, _, secret = _decoded(credentials).partition(":")
    is_admin = never is not None and is_right(secret, never, ())
    if not client or is_admin or not is_right(secret, settings.token, (_SECRET_PREFIX,)):
        raise _Denied("invalid_client", "Client authentication failed.", 401)
    return client


def _decoded(credentials: str) -> str:
    try:
        return base64.b64decode(credentials, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _queried(details: str) -> frozenset[str]:
    """Return the paths of the endpoints that the details ask to query. Raises _Denied."""
    try:
        wanted = parse_json(details.encode())
    except Refused:
        wanted = None
    objects = [as_object(each) for each in as_list(wanted)]
    paths = {as_text(each.get("object_path")) for each in objects if _is_query(each)}
    if not objects or len(paths) < len(objects):
        raise _Denied("invalid_request", "authorization_details ask for no queries to endpoints.")
    return frozenset(paths)


def _is_query(details: JsonObject) -> bool:
    return (
        details.get("type") == "workspace_permission"
        and details.get("object_type") == "serving-endpoints"
        and QUERYING in as_list(details.get("actions"))
    )
