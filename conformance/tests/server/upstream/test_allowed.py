"""Which hosts and addresses are forwarded to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invocant_conformance.server.upstream.addresses import is_forbidden
from invocant_conformance.server.upstream.allowed import (
    Address,
    AllowedHost,
    permits,
    read_host,
    read_url,
)


@pytest.mark.parametrize(
    ("text", "host", "port"),
    [
        ("models.example.com", "models.example.com", None),
        ("Models.Example.com:8443", "models.example.com", 8443),
        ("127.0.0.1:4010", "127.0.0.1", 4010),
        ("::1", "::1", None),
        ("[0:0::1]:80", "::1", 80),
        ("bücher.example", "xn--bcher-kva.example", None),
    ],
)
def test_a_host_may_have_a_port(text: str, host: str, port: int | None) -> None:
    assert read_host(text) == AllowedHost(host=host, port=port)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "*",
        "*.example.com",
        "http://a",
        "a/",
        "a/b",
        "u@a",
        "a:0",
        "a:65536",
        "a:x",
        "a b",
        "a?",
    ],
)
def test_anything_else_is_no_host(text: str) -> None:
    with pytest.raises(ValueError, match="is no host, or host and port"):
        read_host(text)


@pytest.mark.parametrize(
    ("allowed", "url", "permitted"),
    [
        ("a.example", "https://a.example/v1", True),
        ("a.example", "http://A.EXAMPLE./v1", True),
        ("a.example", "http://a.example:8080/v1", False),
        ("a.example", "https://b.a.example/v1", False),
        ("a.example", "https://a.example.b/v1", False),
        ("a.example:8080", "http://a.example:8080", True),
        ("a.example:8080", "http://a.example", False),
        ("a.example:443", "https://a.example", True),
        ("127.0.0.1:80", "http://2130706433/", False),
        ("127.0.0.1:80", "http://127.1/", False),
        ("::1", "http://[0:0:0::1]/", True),
    ],
)
def test_only_the_host_at_its_port_is_permitted(allowed: str, url: str, permitted: bool) -> None:
    assert permits([read_host(allowed)], read_url(url)) is permitted


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://a.example", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("a.example/v1", "scheme"),
        ("https://user:pass@a.example", "user"),
        ("https://@a.example", "user"),
        ("https://a.example\\@b.example", "user"),
        ("https://a.example/#x", "fragment"),
        ("https:///v1", "host"),
        ("https://a.example\r\nhost: b", "no URL"),
        ("https://a.example:port", "no URL"),
    ],
)
def test_other_addresses_are_refused(url: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_url(url)


def test_the_path_stays_as_it_is_written() -> None:
    assert read_url("https://a.example:8443/a%2Fb/v1?x=%20") == Address(
        scheme="https", host="a.example", port=8443, target="/a%2Fb/v1?x=%20"
    )


METADATA = [
    "169.254.169.254",
    "169.254.170.2",
    "fe80::1",
    "fe80::a9fe:a9fe%eth0",
    "fd00:ec2::254",
    "fd20:ce::254",
    "100.100.100.200",
    "168.63.129.16",
    "192.0.0.192",
]
DISGUISED = ["::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "2002:a9fe:a9fe::1", "::a9fe:a9fe"]
NOBODY = ["0.0.0.0", "::", "224.0.0.1", "255.255.255.255", "ff02::1", "::ffff:0.0.0.0"]


@pytest.mark.parametrize("address", METADATA + DISGUISED + NOBODY)
def test_addresses_of_metadata_and_of_nobody_are_forbidden(address: str) -> None:
    assert is_forbidden(address)


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "10.1.2.3", "192.0.2.1", "2001:db8::1"])
def test_other_addresses_are_not_forbidden(address: str) -> None:
    assert not is_forbidden(address)


@given(st.ip_addresses(network="169.254.0.0/16"))
def test_no_form_of_a_link_local_address_gets_through(address: object) -> None:
    assert is_forbidden(str(address))
    assert is_forbidden(f"::ffff:{address}")
