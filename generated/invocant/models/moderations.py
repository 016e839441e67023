# Generated from spec/; do not edit.
"""What servers answer, as models."""

from __future__ import annotations

from typing_extensions import TypeAliasType

from invocant._runtime.models import Model

ModerationCategories = TypeAliasType("ModerationCategories", dict[str, bool | None])
"""Whether each category applies. OpenAI names them harassment, harassment/threatening, hate,
hate/threatening, illicit, illicit/violent, self-harm, self-harm/intent,
self-harm/instructions, sexual, sexual/minors, violence, violence/graphic; older models
lack the two about illicit acts. The LiteLLM proxy sends every compound name twice, as
OpenAI spells it and with underscores (self_harm, harassment_threatening). A category that
the upstream does not know is null."""


ModerationInputTypes = TypeAliasType("ModerationInputTypes", dict[str, list[str] | None])
"""For each category the kinds of input, text or image, that its score is about; empty for a
category that the model does not judge in them."""


ModerationScores = TypeAliasType("ModerationScores", dict[str, float | None])
"""How surely each category applies, from 0 to 1, under the names of the categories and in
the same spellings. A category that the upstream does not know is null."""


class ModerationResult(Model):
    """The judgement on one input."""

    flagged: bool
    """Whether any category applies."""
    categories: ModerationCategories
    """Whether each category applies. OpenAI names them harassment, harassment/threatening, hate,
    hate/threatening, illicit, illicit/violent, self-harm, self-harm/intent,
    self-harm/instructions, sexual, sexual/minors, violence, violence/graphic; older models
    lack the two about illicit acts. The LiteLLM proxy sends every compound name twice, as
    OpenAI spells it and with underscores (self_harm, harassment_threatening). A category that
    the upstream does not know is null."""
    category_scores: ModerationScores
    """How surely each category applies, from 0 to 1, under the names of the categories and in
    the same spellings. A category that the upstream does not know is null."""
    category_applied_input_types: ModerationInputTypes | None = None
    """Which kinds of input each score is about; older models leave it out, the LiteLLM proxy may
    send null."""


class Moderation(Model):
    """The judgement on every input, in the order of the inputs."""

    id: str | None = None
    """Identifies the answer."""
    model: str | None = None
    """Model that judged; behind a gateway the upstream's own name, not the alias of the request."""
    results: list[ModerationResult]
    """One judgement for each text; a message of several parts has one in all."""
