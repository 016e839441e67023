"""Opening a state file, also one in the JSON format that servers wrote before."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from pydantic import ValidationError

from ..endpoints import Endpoint
from . import tables
from .codecs import codec
from .database import Database, NoDatabase, StateFileError

BACKUP_SUFFIX: Final = ".json-backup"

_DRAFT_SUFFIX: Final = ".new"


def opened(path: Path) -> Database:
    """Open a state file, or make one.

    A JSON file of version 2 is taken over, and stays beside the new one with .json-backup at the
    end of its name. Raises StateFileError for a file that cannot be used.
    """
    try:
        return Database(path)
    except NoDatabase as error:
        _take_over(path, error)
        return Database(path)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Former:
    """What a JSON file holds: the endpoints, and how many there ever were."""

    version: Literal[2]
    created: int
    endpoints: tuple[Endpoint, ...]


def _take_over(path: Path, refusal: StateFileError) -> None:
    """Put a database in the place of a JSON file, in one step.

    Raises `refusal` for a file of another kind.
    """
    try:
        former = codec(_Former).validate_json(path.read_bytes(), strict=True)
    except (OSError, ValidationError):
        raise refusal from None
    draft = path.with_name(f"{path.name}{_DRAFT_SUFFIX}")
    draft.unlink(missing_ok=True)
    database = Database(draft)
    tables.endpoints(database).keep({each.name: each for each in former.endpoints})
    database.close()
    shutil.copy2(path, path.with_name(f"{path.name}{BACKUP_SUFFIX}"))
    os.replace(draft, path)
