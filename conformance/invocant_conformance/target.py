"""What is tested: a server, the profiles that it implements, and their operations."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

Task: TypeAlias = Literal[
    "chat",
    "completions",
    "embeddings",
    "responses",
    "messages",
    "gemini",
    "moderations",
    "dataframe_split",
    "dataframe_records",
    "instances",
    "inputs",
    "batch_chat",
    "count_tokens",
]
TASKS: tuple[Task, ...] = get_args(Task)

SCORING: tuple[Task, ...] = ("dataframe_split", "dataframe_records", "instances", "inputs")
"""The tasks of MLflow's scoring protocol: one model takes its rows in any of these forms."""

GROUPS: Mapping[str, tuple[Task, ...]] = {"scoring": SCORING}
"""Names that stand for several tasks of one model."""


def task_named(name: object) -> Task | None:
    """Return the task of this name, None where there is none."""
    return next((task for task in TASKS if task == name), None)


def tasks_named(name: str) -> tuple[Task, ...]:
    """Return the tasks that a name stands for, none where it is unknown."""
    task = task_named(name)
    return GROUPS.get(name, ()) if task is None else (task,)


def task_words() -> tuple[str, ...]:
    """Return what `--endpoint` may name: groups in the place of the tasks that they stand for."""
    grouped = {task for tasks in GROUPS.values() for task in tasks}
    return (*(task for task in TASKS if task not in grouped), *GROUPS)


def word_of(task: Task) -> str:
    """Return what a user calls a task: its group if it has one."""
    return next((name for name, tasks in GROUPS.items() if task in tasks), task)


@dataclass(frozen=True, kw_only=True, slots=True)
class Surface:
    """One way to reach one operation of a profile.

    `operation` is the method and the path of the specification, `path` the same with its
    parameters filled in. An operation that serves several tasks has one surface for each.
    Operations without a task (management, the list of models) have task None and model "".
    `names_model_in_body` is false where the path names the model, or nothing does. `source_model`
    is the model to ask for what the path names, where another operation's answer has that.
    """

    profile: str
    operation: str
    operation_id: str
    method: str
    path: str
    task: Task | None = None
    model: str = ""
    names_model_in_body: bool = False
    source_model: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """A server under test.

    `bases` has the base path of every profile found ("" or "/v1"), `missing` the reason why a
    task of a profile has no surface, keyed by profile and task. `absent` has, by id, the optional
    operations that are left out, and why: the server does not have them, or no model for them is
    known. `served` has the name of a served entity of a model, where the target shows it. `others`
    are the tasks of a profile that the server of one model leaves to other servers. `left_over`
    are endpoints that are there since an earlier run was killed, or that another run is using.
    """

    url: str
    bases: Mapping[str, str]
    surfaces: tuple[Surface, ...]
    missing: Mapping[tuple[str, Task], str]
    is_reference: bool
    absent: Mapping[str, str] = field(default_factory=dict[str, str])
    served: Mapping[str, str] = field(default_factory=dict[str, str])
    others: frozenset[tuple[str, Task]] = frozenset()
    left_over: tuple[str, ...] = ()

    @property
    def profiles(self) -> tuple[str, ...]:
        """The profiles that are tested."""
        return tuple(self.bases)
