"""Everything that is run on this repository, by name: `nox -l` lists it.

Without `-s`, nox does the main job: regenerate the package from spec/, then start the reference
server and run the conformance suite against the server and the clients.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path

import nox

nox.needs_version = ">=2025.2.9"
nox.options.sessions = ["codegen", "conformance"]
nox.options.reuse_venv = "yes"
nox.options.error_on_missing_interpreters = True

INTEROP = Path("conformance", "interop")
CLIENT_TESTS = {
    "clients": ("refusals", "surfaces", "test_curl*", "test_databricks_sdk*", "test_openai*"),
    "databricks-langchain": ("test_databricks_langchain*", "test_mlflow*"),
    "frameworks": (
        *("anthropic_places", "faults", "places"),
        *("test_anthropic*", "test_instructor", "test_langchain_openai*"),
    ),
    "litellm": ("litellm_providers", "test_litellm*", "test_llama_index"),
}
"""Modules of conformance/interop/clients, by the environment in which they are checked and run."""
ADAPTERS = {
    "clients": ("databricks_sdk_adapter", "openai_adapter", "protocol", "seen", "stainless"),
    "databricks-langchain": ("mlflow_adapter",),
    "frameworks": ("anthropic_adapter",),
    "litellm": ("litellm_adapter",),
}
"""Modules of conformance/interop/adapters, by the environment in which they run."""
ON_DEMAND = {
    "LLAMA_CPP": "llama-cpp-python",
    "TRANSFORMERS": "transformers",
    "VLLM": "vllm",
}
"""Environments of servers that are only tested when asked for, by the variable of each."""
PEERS = tuple(
    folder / f"{name}_client.py"
    for folder in (INTEROP / "comparison" / "clients", Path("conformance", "bench", "peers"))
    for name in ("openai", "databricks")
)
"""Modules that are checked in the environment `clients`, too."""
# What LiteLLM would ask the network for, and the .env file that it would read.
OFFLINE = {
    "LITELLM_LOCAL_MODEL_COST_MAP": "True",
    "HF_HUB_OFFLINE": "1",
    "LITELLM_MODE": "PRODUCTION",
}
BENCH = {"PYTHONPATH": "conformance"}
BUNDLES = tuple(f"generated/invocant/spec/{name}.json" for name in ("openapi", "openapi-3.1"))
TEST_PACKAGES = (
    "httpx-aiohttp>=0.2,<1",
    "opentelemetry-sdk",
    "hypothesis",
    "trio>=0.30",
    "trustme>=1.2",
    "griffelib==2.4.1",
)
SPARK_TESTS = "conformance/tests/spark"
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
    session.install(
        "-e",
        ".[codegen,conformance,aiohttp,duckdb,httpx2,numpy,otel]",
        "build",
        "hatchling",
        "pytest-xdist==3.8.0",
        *TEST_PACKAGES,
    )
    # More processes than a small machine has processors: many tests wait for a server's clock.
    options = ("-n", "3", "--dist", "worksteal", f"--ignore={SPARK_TESTS}", *session.posargs)
    session.run("python", "-m", "pytest", *options)


@nox.session
def spark(session: nox.Session) -> None:
    """Run `ai_query` in Spark, on threads and on executors; wants Java 17 or later."""
    session.install("-e", ".[server,aiohttp,spark]", "pytest>=9,<9.2")
    session.run("python", "-m", "pytest", SPARK_TESTS, *session.posargs)


@nox.session
def kills(session: nox.Session) -> None:
    """Run every check, not only those meant for it, against every mutant of the reference server.

    Writes kill-report/kill-matrix.html and kill-matrix.md; takes the better part of an hour.
    """
    session.install("-e", ".[conformance]", "pytest-xdist==3.8.0", *TEST_PACKAGES)
    options = ("--full-matrix", "--matrix-report", "kill-report", "-n", "3", *session.posargs)
    session.run("python", "-m", "pytest", "conformance/tests/test_kill_matrix.py", *options)


@nox.session
def faults(session: nox.Session) -> None:
    """Run the fault tests of the clients, with ten thousand abandoned streams for each."""
    session.install("-e", ".[conformance,aiohttp,httpx2]", *TEST_PACKAGES)
    options = ("--abandoned-streams", "10000", *session.posargs)
    session.run("python", "-m", "pytest", "conformance/tests/client/faults", *options)


@nox.session
def interop(session: nox.Session) -> None:
    """Official clients against the reference server; servers and clients of others under the suite.

    Wants npm. `-- --write` writes the pages that the results are told on. `-- --all` also tests
    servers that take long to install, and gigabytes: llama-cpp-python (which is compiled),
    transformers serve and vLLM.
    """
    options = [each for each in session.posargs if each != "--all"]
    session.install("-e", ".[conformance]")
    environments = {name: _pinned_environment(session, name) for name in CLIENT_TESTS}
    others = {
        "INTEROP_CLIENTS": environments["clients"],
        "INTEROP_FRAMEWORKS": environments["frameworks"],
        "INTEROP_LITELLM": environments["litellm"],
        "INTEROP_MLFLOW": environments["databricks-langchain"],
        "INTEROP_OPENAI_JAVASCRIPT": _javascript_adapter(session),
        "INTEROP_MOCK_AI_API": _pinned_environment(session, "mock-ai-api"),
        "INTEROP_MLFLOW_SERVER": _pinned_environment(session, "mlflow-server"),
        "INTEROP_AIMOCK": _pinned_npm_command(session, "aimock", "llmock"),
        "INTEROP_NODE": shutil.which("node") or session.error("wants node"),
        "INTEROP_REPORTS": str(Path("interop-report").absolute()),
    }
    if "--all" in session.posargs:
        others |= {
            f"INTEROP_{variable}": _pinned_environment(session, name)
            for variable, name in ON_DEMAND.items()
        }
    # Nothing of the caller's environment: no proxy, no credentials, no configuration file.
    clean = {"HOME": session.create_tmp(), "LANG": "C.UTF-8", "PYTHONPATH": "conformance:generated"}
    for name, patterns in CLIENT_TESTS.items():
        found = [path for each in patterns for path in (INTEROP / "clients").glob(f"{each}.py")]
        _check_types(session, environments[name], [*found, *(PEERS if name == "clients" else ())])
        session.run(
            *("python", "-m", "interop.servers.reference", environments[name], "-m", "pytest"),
            # Some leave connections open when they end.
            *("-W", "ignore::ResourceWarning", *map(str, found)),
            env={**clean, **OFFLINE},
            include_outer_env=False,
        )
    for name, modules in ADAPTERS.items():
        _check_types(
            session, environments[name], [INTEROP / "adapters" / f"{each}.py" for each in modules]
        )
    session.run(
        *("python", "-m", "pytest", "--capture=no", str(INTEROP / "servers")),
        *(str(INTEROP / "test_servers.py"), str(INTEROP / "test_client_targets.py")),
        env={**clean, **OFFLINE, **others},
        include_outer_env=False,
    )
    for page in ("compatibility", "client_compatibility"):
        session.run("python", "-m", f"interop.{page}", "interop-report", *options, env=clean)
    session.notify("comparison", posargs=["--check"])


@nox.session
def comparison(session: nox.Session) -> None:
    """Compare clients by running them, and write the README's table; `-- --check` compares it."""
    session.install("-e", ".[server]", "pyright[nodejs]==1.1.414")
    session.run(
        *("python", "-m", "interop.comparison", *_others(session), *session.posargs),
        env={"PYTHONPATH": "conformance"},
    )


@nox.session(venv_backend="none")
def typescript(session: nox.Session) -> None:
    """Generate TypeScript types from both bundles and compile a program that uses them; wants npm.

    Shows that the specification serves other generators than this repository's.
    """
    folder = Path(session.create_tmp())
    shutil.copytree(INTEROP / "typescript", folder, dirs_exist_ok=True)
    bundles = {"3.2": BUNDLES[0], "3.1": BUNDLES[1]}
    sources = {version: Path(path).absolute() for version, path in bundles.items()}
    with session.chdir(folder):
        session.run("npm", "ci", external=True)
        for version, source in sources.items():
            command = ("npx", "openapi-typescript", str(source), "-o", f"openapi-{version}.d.ts")
            told = session.run(*command, external=True, silent=True)
            if "⚠" in str(told):
                session.error(f"a warning about {source.name}: {told}")
        session.run("npx", "tsc", "--project", ".", external=True)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, types (mypy --strict, pyright strict, complete public types), spec, surface."""
    session.install("-e", ".[codegen,conformance,aiohttp,duckdb,httpx2,numpy,otel]", *TEST_PACKAGES)
    session.install("mypy==2.4.1", "pyright[nodejs]==1.1.414", "types-pyyaml")
    session.install("nox", "openapi-spec-validator==0.9.0")
    # The client alone, without 400 MB of Java, knows no types of the classic session.
    session.install("pyspark==4.3.0")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("python", "-m", "invocant_codegen", "--check")
    session.run("openapi-spec-validator", *BUNDLES)
    session.run("mypy", *TYPED)
    session.run("pyright")
    session.run("pyright", "--verifytypes", "invocant", "--ignoreexternal")
    session.run("python", "-m", "surface")


@nox.session
def bench(session: nox.Session) -> None:
    """Measure our clients against bare httpx, and the reference server against bare Starlette.

    Fails where they need more than their bars allow. `-- --peers` measures the clients of others
    beside ours, `-- --serving` the server alone, `-- --batch` many rows alone, `-- --endurance`
    a hundred thousand rows with faults; what follows goes to the program.
    """
    session.install("-e", ".[server,aiohttp,httpx2,numpy]")
    options = list(session.posargs)
    if "--endurance" in options:
        options.remove("--endurance")
        session.run("python", "-m", "bench.batch.endurance", *options, env=BENCH)
        return
    if "--batch" in options or not options:
        rest = [each for each in options if each != "--batch"]
        rest.append(f"--environment=clients={_pinned_environment(session, 'clients')}")
        session.run("python", "-m", "bench.batch", *rest, env=BENCH)
    if "--batch" in options:
        return
    if "--serving" in options or not options:
        rest = [each for each in options if each != "--serving"]
        session.run("python", "-m", "bench.serving", *rest, env=BENCH)
    if "--serving" in options:
        return
    if "--peers" in options:
        options.remove("--peers")
        options += _others(session)
    session.run("python", "-m", "bench", *options, env=BENCH)


def _pinned_npm_command(session: nox.Session, name: str, command: str) -> str:
    """A command of the Node.js packages that `{name}/package-lock.json` pins; wants npm."""
    home = _pinned_npm_packages(session, INTEROP / name)
    return str((home / "node_modules" / ".bin" / command).absolute())


def _javascript_adapter(session: nox.Session) -> str:
    """The command of the adapter that is a program for Node.js, with the packages that it pins."""
    home = _pinned_npm_packages(session, INTEROP / "adapters" / "openai_javascript")
    return f"{shutil.which('node')} {(home / 'adapter.js').absolute()}"


def _pinned_npm_packages(session: nox.Session, folder: Path) -> Path:
    """A copy of a folder, with what its package-lock.json pins installed."""
    home = session.env_dir.with_name(f"interop-{folder.name}")
    lock, installed = folder / "package-lock.json", home / "package-lock.json"
    is_there = installed.exists() and installed.read_bytes() == lock.read_bytes()
    shutil.copytree(folder, home, dirs_exist_ok=True)
    if not is_there:
        session.run("npm", "ci", "--prefix", str(home), external=True)
    return home


def _check_types(session: nox.Session, python: str, paths: Iterable[Path]) -> None:
    """Check modules where what they import is installed; our own package is checked there, too.

    Some libraries come without types.
    """
    session.run(
        *(python, "-m", "mypy", "--follow-imports=silent", "--disable-error-code=import-untyped"),
        *("--cache-dir", str(Path(python).parents[1] / "mypy"), *map(str, paths)),
        external=True,
    )


def _others(session: nox.Session) -> list[str]:
    """Options that name the environments with the clients of others."""
    names = ("clients", "mlflow", "litellm")
    return [f"--environment={name}={_pinned_environment(session, name)}" for name in names]


def _pinned_environment(session: nox.Session, name: str) -> str:
    """The interpreter of an environment that holds exactly `requirements/{name}.txt`."""
    requirements = INTEROP / "requirements" / f"{name}.txt"
    home = session.env_dir.with_name(f"interop-{name}")
    python, installed = home / "bin" / "python", home / "requirements.txt"
    if not installed.exists() or installed.read_bytes() != requirements.read_bytes():
        session.run("python", "-m", "venv", "--clear", str(home))
        options = ("--quiet", "--no-deps", "--requirement", str(requirements))
        session.run(str(python), "-m", "pip", "install", *options, external=True)
        shutil.copyfile(requirements, installed)
    return str(python.absolute())
