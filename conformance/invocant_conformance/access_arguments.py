"""The options of the command line that say how a target is signed in to and connected to.

Secrets come from the environment where the options leave them out, so that no list of processes
shows them. What the command line says goes before what the environment says.
"""

import argparse
import os
import re
from argparse import ArgumentTypeError
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from . import argument_types as types
from .argument_types import TOKEN_VARIABLE
from .connection import Connection, UnusableCertificate
from .credentials import Basic
from .oauth import DEFAULT_SCOPE, OAuth
from .plan import Access

USER_VARIABLE, PASSWORD_VARIABLE = "INVOCANT_USER", "INVOCANT_PASSWORD"
OAUTH_ID_VARIABLE, OAUTH_SECRET_VARIABLE = "INVOCANT_OAUTH_CLIENT_ID", "INVOCANT_OAUTH_SECRET"
PROXY_VARIABLE = "INVOCANT_PROXY"
_FROM_ENVIRONMENT = "env:"
_OF_OTHER_SERVERS = (
    *("basic", "header", "oauth_client_id", "oauth_token_url"),
    *("ca_file", "client_cert", "client_key", "insecure", "proxy"),
)
_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")


def add(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    _add_access(parser)
    _add_connection(parser)


def _add_access(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("credentials")
    token_help = f"bearer token; the variable {TOKEN_VARIABLE} keeps it out of the process list"
    group.add_argument("--token", metavar="T", help=token_help)
    group.add_argument(
        "--basic",
        metavar="USER[:PASSWORD]",
        help=f"sign in with HTTP Basic; without it {USER_VARIABLE}, "
        f"and without a password {PASSWORD_VARIABLE}, say who",
    )
    group.add_argument(
        "--header",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help="a header that every signed request has, such as api-key; NAME=env:VARIABLE reads "
        "its value from the environment; repeatable, also beside other credentials",
    )
    group.add_argument(
        "--oauth-client-id",
        metavar="ID",
        help=f"get tokens, and renew them, as this OAuth client ({OAUTH_ID_VARIABLE}); its secret "
        f"comes from {OAUTH_SECRET_VARIABLE}",
    )
    url_help = "where these tokens come from; without it the target's OAuth metadata say it"
    group.add_argument("--oauth-token-url", metavar="URL", help=url_help)
    scope_help = f"what these tokens are asked for ({DEFAULT_SCOPE})"
    group.add_argument("--oauth-scope", metavar="S", default=DEFAULT_SCOPE, help=scope_help)


def _add_connection(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("connection")
    ca_help = "PEM file of the authorities to trust in the place of the usual ones"
    group.add_argument("--ca-file", metavar="FILE", type=Path, help=ca_help)
    cert_help = "PEM file of the client's certificate, with or without its key"
    group.add_argument("--client-cert", metavar="FILE", type=Path, help=cert_help)
    key_help = "PEM file of that certificate's key, which must have no passphrase"
    group.add_argument("--client-key", metavar="FILE", type=Path, help=key_help)
    insecure_help = "accept any certificate: whoever is in between reads the credentials"
    group.add_argument("--insecure", action="store_true", help=insecure_help)
    group.add_argument(
        "--proxy",
        metavar="URL",
        help=f"HTTP proxy for every request, also {PROXY_VARIABLE}; HTTP_PROXY, HTTPS_PROXY and "
        "the like are not used",
    )


def access(given: argparse.Namespace) -> tuple[str | None, Access]:
    """Return the bearer token, if any, and the other credentials. Raises ArgumentTypeError.

    Without a URL the target is the suite's own server, which takes a bearer token only, whatever
    the environment has for others.
    """
    if given.url is None:
        _need_none(given)
        return types.token(given.token), Access()
    keys = dict(_key(text) for text in given.header)
    ways = {
        "--token": given.token is not None,
        "--basic": given.basic is not None,
        "--oauth-client-id": given.oauth_client_id is not None,
        "--header authorization": "authorization" in keys,
    }
    chosen = [name for name, there in ways.items() if there]
    if chosen[1:]:
        raise ArgumentTypeError(f"argument {chosen[1]}: not allowed with {chosen[0]}")
    way = chosen[0] if chosen else _way_of_the_environment()
    if way != "--oauth-client-id" and given.oauth_token_url is not None:
        raise ArgumentTypeError("argument --oauth-token-url: needs --oauth-client-id")
    return types.token(given.token) if way == "--token" else None, Access(
        basic=_basic(given.basic) if way == "--basic" else None,
        oauth=_oauth(given) if way == "--oauth-client-id" else None,
        keys=keys,
    )


def connection(given: argparse.Namespace) -> Connection:
    """Return how to connect: to the suite's own server directly, without a URL.

    Raises ArgumentTypeError for files that are no certificates.
    """
    if given.url is None:
        return Connection()
    if given.client_key is not None and given.client_cert is None:
        raise ArgumentTypeError("argument --client-key: needs --client-cert")
    if given.insecure and given.ca_file is not None:
        raise ArgumentTypeError("argument --insecure: not allowed with --ca-file")
    made = Connection(
        ca_file=given.ca_file,
        client_cert=given.client_cert,
        client_key=given.client_key,
        insecure=given.insecure,
        proxy=_proxy(given.proxy),
    )
    try:
        made.context()
    except UnusableCertificate as problem:
        flag = "--ca-file" if str(problem).startswith(f"{given.ca_file}: ") else "--client-cert"
        raise ArgumentTypeError(f"argument {flag}: {problem}") from None
    return made


def _need_none(given: argparse.Namespace) -> None:
    """Refuse options that say how another server than the suite's own is reached."""
    for name in _OF_OTHER_SERVERS:
        if getattr(given, name):
            flag = f"--{name.replace('_', '-')}"
            raise ArgumentTypeError(f"argument {flag}: needs the URL of a target")


def _way_of_the_environment() -> str | None:
    ways: Mapping[str, str] = {
        TOKEN_VARIABLE: "--token",
        USER_VARIABLE: "--basic",
        OAUTH_ID_VARIABLE: "--oauth-client-id",
    }
    return next((way for name, way in ways.items() if os.environ.get(name)), None)


def _basic(text: str | None) -> Basic:
    user, colon, password = (text or os.environ.get(USER_VARIABLE, "")).partition(":")
    password = password if colon else os.environ.get(PASSWORD_VARIABLE, "")
    if not (user and password):
        rule = f"has to be USER:PASSWORD, or USER with the password in {PASSWORD_VARIABLE}"
        raise ArgumentTypeError(f"argument --basic: {rule}")
    return Basic(user=user, password=password)


def _key(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not (equals and _NAME.fullmatch(name)):
        raise ArgumentTypeError("argument --header: has to be NAME=VALUE with the name of a header")
    if value.startswith(_FROM_ENVIRONMENT):
        variable = value.removeprefix(_FROM_ENVIRONMENT)
        value = os.environ.get(variable, "")
        if not value:
            raise ArgumentTypeError(f"argument --header: {name}: {variable} is not set")
    if not (value and value.isascii() and value.isprintable() and value == value.strip()):
        rule = "has to be printable ASCII, not empty, without spaces around it"
        raise ArgumentTypeError(f"argument --header: {name}: {rule}")
    return name.lower(), value


def _oauth(given: argparse.Namespace) -> OAuth:
    client_id = given.oauth_client_id or os.environ.get(OAUTH_ID_VARIABLE, "")
    secret = os.environ.get(OAUTH_SECRET_VARIABLE, "")
    if not (client_id and secret):
        rule = f"wants a name, and its secret in {OAUTH_SECRET_VARIABLE}"
        raise ArgumentTypeError(f"argument --oauth-client-id: {rule}")
    where = given.oauth_token_url
    try:
        token_url = None if where is None else types.url(where)
    except ArgumentTypeError as problem:
        raise ArgumentTypeError(f"argument --oauth-token-url: {problem}") from None
    return OAuth(client_id=client_id, secret=secret, token_url=token_url, scope=given.oauth_scope)


def _proxy(given: str | None) -> str | None:
    text = given if given is not None else os.environ.get(PROXY_VARIABLE) or None
    if text is None:
        return None
    try:
        address = urlsplit(text)
        valid = address.scheme in ("http", "https") and bool(address.hostname)
        valid = valid and address.port != 0 and address.path in ("", "/")
    except ValueError:
        valid = False
    if not valid:
        rule = "has to be an address such as http://127.0.0.1:3128, with user:password@ if needed"
        raise ArgumentTypeError(f"argument --proxy: {rule}")
    return text
