"""A text in YAML in which one value is changed, added or taken out, and every other byte stays as it is."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from dateline.yaml12 import read_yaml_text

Value = str | None | list[str] | dict[str, Any]
At = tuple[str, ...]  # the keys that lead to a value: ("people", "bly", "name")
_Edit = tuple[int, int, str]  # start and end of what goes, and what comes in its place


class RigidError(ValueError):
    """A value that stands in its text in a way in which it cannot be changed alone, as behind an anchor."""


@dataclass(frozen=True)
class YamlText:
    """The `text` of a file in YAML whose top is a mapping, comments and all.

    >>> text = YamlText("title: A  # of the case\\npeople:\\n  bly: {name: Bly, aliases: [Ana]}\\n")
    >>> print(text.with_value(("people", "bly", "aliases"), ["Ana", "Ms Bly"]).text, end="")
    title: A  # of the case
    people:
      bly: {name: Bly, aliases: [Ana, Ms Bly]}
    """

    text: str

    @cached_property
    def content(self) -> dict[str, Any]:
        """What the text holds; YAMLError or ValueError when it is no YAML."""
        return read_yaml_text(self.text) or {}

    @cached_property
    def _root(self) -> Any:
        from ruamel.yaml import YAML

        return YAML(pure=True).compose(self.text)

    def get(self, at: At) -> Any:
        """Return the value at a place, or None."""
        found: Any = self.content
        for name in at:
            found = found.get(name) if isinstance(found, dict) else None
        return found

    def with_value(self, at: At, value: Value) -> YamlText:
        """Return the text with another value at a place whose mapping is there.

        Of a list, what stays keeps its order, and what is new comes last. RigidError when the value cannot
        be changed without touching others.
        """
        before = self.get(at)
        if isinstance(value, list):
            kept = [one for one in before or [] if one in value]
            value = kept + [one for one in dict.fromkeys(value) if one not in kept]
        *lead, name = at
        mapping = self._node(tuple(lead))
        node = _value_of(mapping, name)
        if node is None:
            edits = [self._added(mapping, name, value, tuple(lead))]
        elif isinstance(value, list) and _is_list(node) and value and node.value:
            edits = self._listed(node, value)
        else:
            edits = [self._replaced(mapping, name, node, value)]
        return self._checked(edits, at, value)

    def without(self, at: At) -> YamlText:
        """Return the text without the entry at a place; its mapping stays, though it be empty."""
        *lead, name = at
        mapping = self._node(tuple(lead))
        pairs = mapping.value
        n = next(n for n, (key, _) in enumerate(pairs) if key.value == name)
        if len(pairs) == 1 and lead:
            outer = self._node(tuple(lead[:-1]))
            return self._checked([self._replaced(outer, lead[-1], mapping, {})], at)
        if mapping.flow_style:
            return self._checked(
                [_cut([(key.start_mark.index, self._end((key, v))) for key, v in pairs], n)], at
            )
        start = self._line_start(pairs[n][0].start_mark.index)
        return self._checked([(start, self._next_line(self._end(pairs[n])), "")], at)

    def _node(self, at: At) -> Any:
        node = self._root
        for name in at:
            node = _value_of(node, name)
        if not isinstance(getattr(node, "value", None), list) or _is_list(node):
            raise RigidError(f"{'.'.join(at)} is no mapping")
        return node

    def _added(self, mapping: Any, name: str, value: Value, lead: At) -> _Edit:
        if mapping.flow_style or not mapping.value:
            line = f"{_scalar(name)}: {_flow(value)}"
            if mapping.value:
                end = self._end(mapping.value[-1])
                return end, end, f", {line}"
            if lead and mapping.start_mark.index < mapping.end_mark.index:  # `people: {}`
                start = self.text.rindex(":", 0, mapping.start_mark.index) + 1
                column = 2 * len(lead)
                return start, mapping.end_mark.index, f"{self._newline}{self._block(name, value, column)}"
            raise RigidError(f"nothing can be added to {'.'.join(lead)}")
        end = self._line_end(self._end(mapping.value[-1]))
        column = mapping.value[0][0].start_mark.column
        return end, end, f"{self._newline}{self._block(name, value, column)}"

    def _block(self, name: str, value: Value, column: int) -> str:
        """An entry as lines, the last without its end."""
        head = f"{' ' * column}{_scalar(name)}:"
        if not isinstance(value, dict) or not value:
            return f"{head} {_flow(value)}"
        lines = [self._block(key, one, column + 2) for key, one in value.items()]
        return self._newline.join([head, *lines])

    @property
    def _newline(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"

    def _replaced(self, mapping: Any, name: str, node: Any, value: Value) -> _Edit:
        """A whole value in the place of another, behind its colon."""
        pair = next(pair for pair in mapping.value if pair[0].value == name)
        quoted = getattr(node, "style", None) in ("'", '"') and isinstance(value, str)
        told = json.dumps(value, ensure_ascii=False) if quoted else _flow(value)
        return self._behind_colon(pair[0]), self._end(pair), f" {told}"

    def _behind_colon(self, key: Any) -> int:
        return self.text.index(":", key.end_mark.index) + 1

    def _listed(self, node: Any, value: Sequence[str]) -> list[_Edit]:
        """What goes out of a list and what comes in, item by item."""
        items = [(one.start_mark.index, self._end(one)) for one in node.value]
        gone = [n for n, one in enumerate(node.value) if one.value not in value]
        held = [one.value for one in node.value]
        new = [one for one in value if one not in held]
        stays = [n for n in range(len(items)) if n not in gone]
        if not stays:  # the first makes room for what is new
            gone, stays, held, new = gone[1:], [0], [new[0]], new[1:]
            first = [(*items[0], _scalar(held[0]))]
        else:
            first = []
        last = items[stays[-1]][1]
        if node.flow_style:
            cuts = [_cut(items, n) for n in gone]
            return [
                *first,
                *cuts,
                *([(last, last, "".join(f", {_scalar(one)}" for one in new))] if new else []),
            ]
        cuts = [(self._line_start(items[n][0]), self._next_line(items[n][1]), "") for n in gone]
        start, end = self._line_start(items[stays[-1]][0]), self._line_end(last)
        dash = self.text[start : items[stays[-1]][0]]
        more = "".join(f"{self._newline}{dash}{_scalar(one)}" for one in new)
        return [*first, *cuts, *([(end, end, more)] if new else [])]

    def _end(self, node: Any) -> int:
        """Where a value, or a name with its value, ends: before the blank lines and comments that follow."""
        if isinstance(node, tuple):
            key, value = node
            is_written = value.start_mark.index < value.end_mark.index
            return self._end(value) if is_written else self._behind_colon(key)
        if isinstance(node.value, list) and not node.flow_style and node.value:
            return self._end(node.value[-1])
        written = self.text[node.start_mark.index : node.end_mark.index]
        return node.start_mark.index + len(written.rstrip())

    def _line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def _next_line(self, at: int) -> int:
        return self.text.find("\n", at) + 1 or len(self.text)

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        end = len(self.text) if end < 0 else end
        return end - 1 if self.text[:end].endswith("\r") and end > at else end

    def _checked(self, edits: Sequence[_Edit], at: At, *value: Value) -> YamlText:
        """Return the text with edits made, if it now holds what it is to hold, and else nothing new."""
        text = self.text
        for start, end, told in sorted(edits, reverse=True):
            text = text[:start] + told + text[end:]
        wanted = copy.deepcopy(self.content)
        *lead, name = at
        mapping = wanted
        for each in lead:
            mapping = mapping[each]
        if value:
            mapping[name] = value[0]
        else:
            del mapping[name]
        other = replace(self, text=text)
        try:
            same = other.content == wanted
        except Exception as fault:  # whatever the reader says of it, this was no way to write it
            raise RigidError(f"{'.'.join(at)} cannot be changed alone") from fault
        if not same:
            raise RigidError(f"{'.'.join(at)} cannot be changed alone")
        return other


def _value_of(mapping: Any, name: str) -> Any:
    pairs = mapping.value if isinstance(getattr(mapping, "value", None), list) else []
    return next((v for pair in pairs if isinstance(pair, tuple) for k, v in [pair] if k.value == name), None)


def _is_list(node: Any) -> bool:
    return node.tag == "tag:yaml.org,2002:seq"


def _cut(spans: Sequence[tuple[int, int]], n: int) -> _Edit:
    """Take one out of what stands between commas, with the comma that parts it from its neighbour."""
    if n + 1 < len(spans):
        return spans[n][0], spans[n + 1][0], ""
    return (spans[n - 1][1] if n else spans[n][0]), spans[n][1], ""


def _flow(value: Value) -> str:
    """A value on one line."""
    if value is None:
        return "null"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_scalar(name)}: {_flow(one)}" for name, one in value.items()) + "}"
    return _scalar(value) if isinstance(value, str) else f"[{', '.join(map(_scalar, value))}]"


def _scalar(text: str) -> str:
    """Text without quotation marks where it is read as itself without them."""
    if re.fullmatch(r"[^\W_](?:[\w .;()/–’-]*[\w.)’])?", text) and read_yaml_text(f"[{text}]") == [text]:
        return text
    return json.dumps(text, ensure_ascii=False)
