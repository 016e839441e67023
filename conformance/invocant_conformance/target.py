"""What is tested: a server, the profiles that it implements, and their operations."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Task: TypeAlias = Literal["chat", "embeddings"]
TASKS: tuple[Task, ...] = ("chat", "embeddings")


def task_named(name: object) -> Task | None:
    """Return the task of this name, None where there is none."""
    return next((task for task in TASKS if task == name), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Surface:
    """One way to reach one operation of a profile.

    `operation` is the method and the path of the specification, `path` the same with its
    parameters filled in. An operation that serves several tasks has one surface for each.
    Operations without a task (management, the list of models) have task None and model "".
    `names_model_in_body` is false where the path names the model.
    """

    profile: str
    operation: str
    operation_id: str
    method: str
    path: str
    task: Task | None = None
    model: str = ""
    names_model_in_body: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """A server under test.

    `bases` has the base path of every profile found ("" or "/v1"), `missing` the reason why a
    task of a profile has no surface, keyed by profile and task.
    """

    url: str
    bases: Mapping[str, str]
    surfaces: tuple[Surface, ...]
    missing: Mapping[tuple[str, Task], str]
    is_reference: bool

    @property
    def profiles(self) -> tuple[str, ...]:
        """The profiles that are tested."""
        return tuple(self.bases)
