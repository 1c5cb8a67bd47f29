"""Parsing a code cell as Python, the parts that only IPython understands taken out.

Reading a notebook and running it both begin here, so that they mean the same by a cell.
"""

from __future__ import annotations

import ast

LONGEST = 500_000  # characters of a cell
# Magics of a whole cell that run what stands below them; those of another language run nothing here.
RUN_THE_REST = {"time", "capture", "prun"}
# Calls that IPython puts in the place of `%name`, `!command` and `name?`.
_CALLS = {"run_line_magic", "run_cell_magic", "system", "getoutput"}


class CellError(ValueError):
    """A cell that is no Python; the text says why."""


def parse_cell(cell: str) -> ast.Module:
    """Return the syntax tree of a cell, with None in the place of each magic; CellError when it is no Python.

    >>> ast.unparse(parse_cell("%matplotlib inline\\na = 1"))
    'None\\na = 1'
    >>> ast.unparse(parse_cell("%%time\\na = 1")), ast.unparse(parse_cell("%%bash\\nls"))
    ('a = 1', '')
    """
    if len(cell) > LONGEST:
        raise CellError(f"it is longer than {LONGEST:,} characters")
    if cell.lstrip().startswith("%%"):
        head, _, rest = cell.lstrip().partition("\n")
        words = head[2:].split()
        return parse_cell(rest) if words and words[0] in RUN_THE_REST else ast.Module([], [])
    try:
        return _parsed(cell)
    except CellError:
        changed = _without_shorthand(cell)
        if changed is None:
            raise
    return _WithoutMagics().visit(_parsed(changed))


def _parsed(text: str) -> ast.Module:
    try:
        return ast.parse(text)
    except SyntaxError as fault:
        raise CellError(f"it is not Python ({fault.msg}, line {fault.lineno})") from None
    except (ValueError, RecursionError, MemoryError) as fault:
        raise CellError(f"it is not Python that can be read ({type(fault).__name__})") from None


def _without_shorthand(cell: str) -> str | None:
    """Return a cell as IPython would hand it to Python; None where that changes nothing or fails."""
    if not any(mark in cell for mark in "%!?"):
        return None
    from IPython.core.inputtransformer2 import TransformerManager

    try:
        changed = TransformerManager().transform_cell(cell)
    except Exception:  # tokens that are none: not Python either
        return None
    return changed if changed.rstrip("\n") != cell.rstrip("\n") else None


class _WithoutMagics(ast.NodeTransformer):
    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        match node.func:
            case ast.Attribute(value=ast.Call(func=ast.Name(id="get_ipython")), attr=attr) if attr in _CALLS:
                return ast.copy_location(ast.Constant(None), node)
        return node
