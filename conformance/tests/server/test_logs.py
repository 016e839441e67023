"""What building and serving a model writes."""

from invocant_conformance.server import logs
from invocant_conformance.server.endpoints import Endpoint, settled, stopped

from .test_endpoints import EMPTY, EXTERNAL, OWN, configured, ending, serving


def written(endpoint: Endpoint) -> tuple[str, str]:
    """Return the log of the build and of the model, of the newest configuration."""
    config = next(iter(endpoint.known))
    (entity,) = config.entities
    return logs.build(endpoint, config, entity), logs.serving(endpoint, config, entity)


def test_a_build_that_goes_on_has_begun() -> None:
    build, server = written(configured(EMPTY, OWN, now=0))
    assert build == "1970-01-01T00:00:00Z Building the container of e (own 1), config version 1\n"
    assert server == ""


def test_a_model_that_serves_was_built_and_started() -> None:
    build, server = written(serving(OWN))
    assert build.endswith("1970-01-01T00:00:01Z Built the container of e\n")
    assert server == "1970-01-01T00:00:02Z Serving e (own 1), config version 1\n"


def test_a_failed_build_says_so() -> None:
    build, server = written(serving(ending("fail")))
    assert build.endswith("The container of e could not be started\n")
    assert server == ""


def test_a_build_that_was_given_up_says_so() -> None:
    assert written(serving(ending("cancel")))[0].endswith("Gave up the container of e\n")


def test_a_stop_ends_the_log() -> None:
    assert written(stopped(serving(OWN), now=9000))[1].endswith("1970-01-01T00:00:09Z Stopped e\n")


def test_external_models_write_nothing_here() -> None:
    assert written(settled(configured(EMPTY, EXTERNAL, now=0), now=0)) == ("", "")
