"""TLS and proxies: checks and generated requests go the way that was given, and no other."""

import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from invocant_conformance.command import main
from invocant_conformance.embedded import served

from .front import PASSWORD, USER, Front, before, from_proxy_to_origin
from .small import TOKEN, SmallGateway

CHOSEN = (
    *("--profile", "gateway", "--only", "GW-MODELS-002,GW-SCHEMA-001"),
    *("--examples", "1", "--token", TOKEN),
)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """Who certifies the server and the client."""
    return trustme.CA()


@pytest.fixture
def tls(authority: trustme.CA) -> ssl.SSLContext:
    """The server's side of TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.tempfile() as file:
        context.load_cert_chain(file)
    return context


@pytest.fixture
def url(gateway: SmallGateway) -> Iterator[str]:
    """The address of the small gateway."""
    with served(gateway.app()) as address:
        yield address


@pytest.fixture
def ca_file(authority: trustme.CA, tmp_path: Path) -> str:
    """The authority's certificate."""
    file = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(file))
    return str(file)


def address(front: Front) -> str:
    return f"https://127.0.0.1:{front.port}"


def test_an_unknown_authority_ends_with_3(
    url: str, tls: ssl.SSLContext, capsys: pytest.CaptureFixture[str]
) -> None:
    with before(url, tls=tls) as front:
        assert main([address(front), *CHOSEN]) == 3
    assert "CERTIFICATE_VERIFY_FAILED" in capsys.readouterr().err


def test_an_authority_of_the_users_own_is_trusted(
    url: str, tls: ssl.SSLContext, ca_file: str
) -> None:
    with before(url, tls=tls) as front:
        assert main([address(front), *CHOSEN, "--ca-file", ca_file]) == 0
    assert len(front.heads) > 3


def test_an_unverified_server_is_tested_and_said_to_be_one(
    url: str, tls: ssl.SSLContext, capsys: pytest.CaptureFixture[str]
) -> None:
    with before(url, tls=tls) as front:
        assert main([address(front), *CHOSEN, "--insecure"]) == 0
    assert "WARNING     --insecure: any certificate is accepted" in capsys.readouterr().out


@pytest.mark.parametrize("apart", [False, True])
def test_a_client_certificate_is_shown_where_it_is_demanded(
    apart: bool,
    url: str,
    tls: ssl.SSLContext,
    authority: trustme.CA,
    ca_file: str,
    tmp_path: Path,
) -> None:
    tls.verify_mode = ssl.CERT_REQUIRED
    tls.load_verify_locations(cadata=authority.cert_pem.bytes().decode())
    issued, file, key = authority.issue_cert("client.test"), tmp_path / "c.pem", tmp_path / "k.pem"
    issued.cert_chain_pems[0].write_to_path(str(file))
    issued.private_key_pem.write_to_path(str(key), append=False)
    if not apart:
        issued.private_key_and_cert_chain_pem.write_to_path(str(file))
    shown = ("--client-cert", str(file), *(("--client-key", str(key)) if apart else ()))
    with before(url, tls=tls) as front:
        assert main([address(front), *CHOSEN, "--ca-file", ca_file]) == 3
        assert main([address(front), *CHOSEN, "--ca-file", ca_file, *shown]) == 0


def test_every_request_goes_through_the_proxy(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    with before(url, from_proxy_to_origin) as front:
        proxy = f"http://{USER}:{PASSWORD}@127.0.0.1:{front.port}"
        assert main(["http://target.invalid", *CHOSEN, "--proxy", proxy]) == 0
    assert len(front.heads) > 3
    captured = capsys.readouterr()
    assert "proxy       as given" in captured.out
    assert PASSWORD not in captured.out + captured.err


def test_a_proxy_that_refuses_ends_with_3(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    with before(url, from_proxy_to_origin) as front:
        proxy = f"http://{USER}:not-{PASSWORD}@127.0.0.1:{front.port}"
        assert main(["http://target.invalid", *CHOSEN, "--proxy", proxy]) == 3
    assert PASSWORD not in capsys.readouterr().err


def test_proxies_and_passwords_of_the_environment_are_not_used(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login somebody password else\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv("no_proxy", "")
    assert main([url, *CHOSEN]) == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--ca-file", "/nowhere.pem"), "argument --ca-file: /nowhere.pem: No such file"),
        (("--ca-file", "/dev/null"), "argument --ca-file: /dev/null: no usable PEM"),
        (("--client-cert", "/dev/null"), "argument --client-cert: /dev/null: no usable PEM"),
        (("--client-key", "/dev/null"), "argument --client-key: needs --client-cert"),
        (("--insecure", "--ca-file", "x"), "argument --insecure: not allowed with --ca-file"),
        (("--proxy", "socks5://hush@x"), "argument --proxy: has to be an address such as"),
    ],
)
def test_wrong_files_and_proxies_end_with_2(
    arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(["https://host.invalid", *arguments])
    line = capsys.readouterr().err
    assert end.value.code == 2
    assert message in line
    assert "hush" not in line
