"""What happened to one endpoint, as the management checks read it."""

from dataclasses import dataclass

from ..exchange import Exchange
from .probe import Object


@dataclass(frozen=True, kw_only=True, slots=True)
class Lifetime:
    """What happened to one endpoint, in this order.

    Beside it there was another endpoint, read as `neighbour` before everything, then
    `after_update` and `after_delete`. It was `created` from `body` and read when `ready`, then
    `listed`. Creating it a second time gave `conflict`; it was `unchanged`. `refused_update` was
    an update that names an entity which is not there, after which the endpoint was `kept`;
    `updated` was a proper one, to `config`, which the endpoint had when `replaced`. It was
    `deleted`; then came `gone` (get), `deleted_again`, `updated_late`, `unlisted` (list) and, from
    the body `second`, `recreated`.
    """

    name: str
    body: Object
    config: Object
    second: Object
    neighbour: Exchange
    created: Exchange
    ready: Exchange
    listed: Exchange
    conflict: Exchange
    unchanged: Exchange
    refused_update: Exchange
    kept: Exchange
    updated: Exchange
    replaced: Exchange
    after_update: Exchange
    deleted: Exchange
    after_delete: Exchange
    gone: Exchange
    deleted_again: Exchange
    updated_late: Exchange
    unlisted: Exchange
    recreated: Exchange
