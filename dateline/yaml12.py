"""YAML 1.2 read quickly: by libyaml where it is installed, in pure Python where not or where a text is
faulty."""

from __future__ import annotations

from functools import cache, cached_property
from typing import Any


def read_yaml_text(text: str, constructor: Any = None) -> Any:
    """Return what a text in YAML 1.2 holds, as mappings, lists, text, numbers and dates.

    `constructor` is a ruamel.yaml constructor for texts with tags of their own. The slower reader has the
    last word, since it says best what is wrong: YAMLError for no YAML, a key that stands twice or an
    unknown tag, ValueError for a day that no calendar has.

    >>> read_yaml_text("at: 12:30\\nso: yes")
    {'at': '12:30', 'so': 'yes'}
    """
    from ruamel.yaml.error import YAMLError

    try:
        return _reader(constructor, pure=False).load(text)
    except (YAMLError, ValueError):
        return _reader(constructor, pure=True).load(text)


def _reader(constructor: Any, *, pure: bool) -> Any:
    from ruamel.yaml import YAML

    reader = YAML(typ="safe", pure=pure)
    if constructor is not None:
        reader.Constructor = constructor
    if not pure:
        reader.Resolver = _resolver()
    return reader


@cache
def _resolver() -> Any:
    from ruamel.yaml.resolver import VersionedResolver

    class Version12(VersionedResolver):
        """Tells a number from a word by version 1.2, without asking at every word which version it is."""

        processing_version = (1, 2)

        @cached_property
        def versioned_resolver(self) -> Any:
            """What tells them apart: the same for every word of a text."""
            return super().versioned_resolver

    return Version12
