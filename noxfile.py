"""Everything that is run on this repository, by name: `nox -l` lists it.

Without `-s`, nox does the main job: regenerate the package from spec/, then start the reference
server and run the conformance suite against the server and the clients.
"""

import nox

nox.needs_version = ">=2025.2.9"
nox.options.sessions = ["codegen", "conformance"]
nox.options.reuse_venv = "yes"
nox.options.error_on_missing_interpreters = True

TYPED = ("generated", "codegen", "conformance", "noxfile.py")


@nox.session
def codegen(session: nox.Session) -> None:
    """Regenerate generated/ from spec/; `-- --check` fails where the two differ."""
    session.install("-e", ".[codegen]")
    session.run("python", "-m", "invocant_codegen", *session.posargs)


@nox.session
def conformance(session: nox.Session) -> None:
    """Test the reference server and the clients, or the server at a URL: `-- URL --profile …`."""
    session.install("-e", ".[conformance]")
    if session.posargs:
        session.run("invocant", "conformance", *session.posargs)
        return
    session.run("invocant", "conformance", "--report", "conformance-report")
    session.run("invocant", "conformance", "client", "--report", "conformance-report/client")


@nox.session
def tests(session: nox.Session) -> None:
    """Run all tests that need no third-party server."""
    session.install("-e", ".[codegen,conformance]", "build", "hatchling", "hypothesis")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, types (mypy --strict, pyright strict, complete public types) and the spec."""
    session.install(
        "-e", ".[codegen,conformance]", "mypy==2.4.1", "pyright[nodejs]==1.1.414", "hypothesis"
    )
    session.install("types-pyyaml", "nox")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("python", "-m", "invocant_codegen", "--check")
    session.run("mypy", *TYPED)
    session.run("pyright")
    session.run("pyright", "--verifytypes", "invocant", "--ignoreexternal")
