"""The value of an expression that is a literal, found without running anything."""

from __future__ import annotations

import ast
from collections.abc import Collection
from typing import Any

DEEPEST = 60  # brackets within brackets; a literal that is deeper is no answer
EMPTY = {"set": set, "list": list, "dict": dict, "tuple": tuple}  # what these make when called with nothing


class NotLiteralError(Exception):
    """An expression that has to be run to know its value."""


def literal_of(node: ast.expr, rebound: Collection[str] = ()) -> Any:
    """Return the value of a literal, or of a table made of nothing but literals; else NotLiteralError.

    `rebound` names what the notebook gave another meaning, such as `pd`.

    >>> literal_of(ast.parse("{'a': [1, -2.5, ...]}", mode="eval").body)
    {'a': [1, -2.5, Ellipsis]}
    """
    try:
        return _literal(node, rebound, 0)
    except (ValueError, TypeError, RecursionError, MemoryError, OverflowError):
        raise NotLiteralError from None


def _literal(node: ast.expr, rebound: Collection[str], depth: int) -> Any:
    if depth > DEEPEST:
        raise NotLiteralError
    match node:
        case ast.Constant(value=value) if not isinstance(value, (bytes, complex)):
            return value
        case ast.List(elts=items):
            return [_literal(item, rebound, depth + 1) for item in items]
        case ast.Tuple(elts=items):
            return tuple(_literal(item, rebound, depth + 1) for item in items)
        case ast.Set(elts=items):
            return {_literal(item, rebound, depth + 1) for item in items}
        case ast.Dict(keys=keys, values=values) if all(keys):
            names = [_literal(key, rebound, depth + 1) for key in keys if key]
            return dict(zip(names, [_literal(value, rebound, depth + 1) for value in values], strict=True))
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
            return -value
        case ast.Call(func=ast.Name(id=made), args=[], keywords=[]) if made in EMPTY and made not in rebound:
            return EMPTY[made]()
        case ast.Call(
            func=ast.Attribute(value=ast.Name(id="pd"), attr="DataFrame"), args=[rows], keywords=[]
        ) if "pd" not in rebound:
            return _rows(_literal(rows, rebound, depth + 1))
    raise NotLiteralError


def _rows(value: Any) -> list[dict[str, Any]]:
    """The rows of a DataFrame that is made of a list of dicts with the same keys, nothing nested in them."""
    if not isinstance(value, list) or not value or not all(isinstance(row, dict) for row in value):
        raise NotLiteralError
    if any(list(row) != list(value[0]) for row in value) or not value[0] or not is_flat(value):
        raise NotLiteralError
    return value


def is_flat(value: Any) -> bool:
    """Tell whether a value is a scalar, or a collection whose items, or items' items, are scalars.

    >>> is_flat([{"a": 1}]), is_flat([{"a": [1]}])
    (True, False)
    """
    return all(not _items(inner) for item in _items(value) for inner in _items(item))


def holds_scalars(value: Any) -> bool:
    """Tell whether a value is a scalar or a collection of scalars."""
    return all(isinstance(item, (str, int, float, type(None), type(...))) for item in _items(value))


def _items(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return list(value) if isinstance(value, (list, tuple, set)) else []
