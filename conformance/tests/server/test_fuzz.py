"""Generated requests, valid and not: the server never fails, and answers as documented."""

from collections.abc import Callable
from typing import Any, Final

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from invocant import spec
from invocant_conformance.server.app import create_app
from invocant_conformance.server.settings import ServerSettings
from schemathesis import GenerationMode

from .examples import CHAT_MODEL, EMBEDDING_MODEL, create_request, entity

HEADERS: Final = {"Authorization": "Bearer dapi-test"}
