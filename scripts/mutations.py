"""The small faults that `scripts/mutate` puts into a file, each as new text: one fault a mutant.

Left alone: prose (text with a space in it), docstrings, annotations, decorators, imports, `__all__`, and the
`strict=True` of `zip`, which is itself a check of the code on the code.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt), ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,), ast.NotIn: (ast.In,),
}  # fmt: skip
SUMS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Div,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.BitXor: ast.BitAnd,
}  # fmt: skip
OTHERS = [("min", "max"), ("any", "all"), ("floor", "ceil"), ("argmin", "argmax"), ("minimum", "maximum")]
OTHER = dict(OTHERS) | {second: first for first, second in OTHERS}
EITHER_WAY = ("min", "max", "minimum", "maximum", "hypot", "equal", "allclose", "isclose")
PROSE = ("Words",)
NO_VALUES = ("Literal", "TypeVar", "cast", "TypedDict")


@dataclass(frozen=True)
class Mutant:
    """One fault: the bytes from ``begin`` to ``end`` of a file become ``new``."""

    path: str
    text: bytes
    begin: int
    end: int
    new: str
    statement: tuple[int, int]

    @property
    def changed(self) -> bytes:
        """The whole file with the fault in it."""
        return self.text[: self.begin] + self.new.encode() + self.text[self.end :]

    @property
    def reached(self) -> bytes:
        """The file as it fails whenever the statement that holds the fault is run."""
        begin, end = self.statement
        otherwise = b"else: " if self.text[begin:end].startswith(b"elif") else b""
        return self.text[:begin] + otherwise + b"raise AssertionError('reached')" + self.text[end:]

    @property
    def line(self) -> int:
        """The line of the fault, counted from 1."""
        return self.text.count(b"\n", 0, self.begin) + 1

    @property
    def before(self) -> str:
        """The first line that the fault changes, as it was."""
        return self.text.splitlines()[self.line - 1].decode().strip()

    @property
    def after(self) -> str:
        """The same line with the fault."""
        return self.changed.splitlines()[self.line - 1].decode().strip()


def mutants(path: str, text: bytes) -> list[Mutant]:
    """Every fault of a file, in the order of its text."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def span(node: ast.AST) -> tuple[int, int]:
        begin = starts[node.lineno - 1] + node.col_offset  # type: ignore[attr-defined]
        return begin, starts[node.end_lineno - 1] + node.end_col_offset  # type: ignore[attr-defined]

    def whole(statement: ast.stmt) -> tuple[int, int]:
        above = getattr(statement, "decorator_list", [])
        return (span(above[0])[0] - 1 if above else span(statement)[0]), span(statement)[1]

    found = {
        (*span(node), new): whole(statement)
        for statement, place in _places(ast.parse(text))
        for node, new in _faults(place)
    }
    return [
        Mutant(path, text, *fault, statement)
        for fault, statement in sorted(found.items())
        if text[fault[0] : fault[1]] != fault[2].encode()
    ]


def _places(tree: ast.AST, statement: ast.stmt | None = None) -> Iterator[tuple[ast.stmt, ast.AST]]:
    """Each node where a fault may be put, with the statement that it is in."""
    for field, value in ast.iter_fields(tree):
        for node in value if isinstance(value, list) else [value]:
            if not isinstance(node, ast.AST) or field in {"annotation", "returns", "decorator_list", "bases"}:
                continue
            if _left_alone(node):
                continue
            inside = node if isinstance(node, ast.stmt) else statement
            if inside is not None:
                yield inside, node
            yield from _places(node, inside)


def _left_alone(node: ast.AST) -> bool:
    match node:
        case ast.Import() | ast.ImportFrom() | ast.JoinedStr() | ast.keyword(arg="strict"):
            return True
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")]) | ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Assign(value=ast.Subscript(value=ast.Name(id=name))) if name in NO_VALUES:
            return True
        case ast.Call(func=ast.Name(id=name)):
            return name in PROSE + NO_VALUES
    return False


def _faults(node: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Which part becomes what."""
    match node:
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
            yield from _negated(test)
        case ast.comprehension(ifs=tests):
            for test in tests:
                yield from _negated(test)
    if isinstance(node, ast.expr):
        yield from ((node, new) for new in _other_expressions(node))
    if isinstance(node, ast.stmt):
        yield from ((node, new) for new in _other_statements(node))


def _negated(test: ast.expr) -> Iterator[tuple[ast.AST, str]]:
    # A single comparison and a "not" have their opposite already.
    match test:
        case ast.Compare(ops=[_]) | ast.UnaryOp(op=ast.Not()):
            return
    yield test, f"(not ({ast.unparse(test)}))"


def _other_expressions(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Compare(left=left, ops=ops, comparators=rights):
            for n, op in enumerate(ops):
                for other in COMPARISONS[type(op)]:
                    changed = [*ops[:n], other(), *ops[n + 1 :]]
                    yield f"({ast.unparse(ast.Compare(left, changed, rights))})"
        case ast.BinOp(left=left, op=op, right=right) if type(op) in SUMS:
            yield f"({ast.unparse(ast.BinOp(left, SUMS[type(op)](), right))})"
        case ast.BoolOp(op=op, values=values):
            yield f"({ast.unparse(ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values))})"
            for n in range(len(values)):
                rest = values[:n] + values[n + 1 :]
                yield f"({ast.unparse(ast.BoolOp(op, rest) if len(rest) > 1 else rest[0])})"
        case ast.UnaryOp(op=ast.Not() | ast.USub() | ast.Invert(), operand=operand):
            yield f"({ast.unparse(operand)})"
        case ast.Constant(value=value):
            yield from _other_values(value)
        case ast.Attribute(value=value, attr=name) if name in OTHER:
            yield ast.unparse(ast.Attribute(value, OTHER[name]))
        case ast.Name(id=name) if name in OTHER:
            yield OTHER[name]
        case ast.Call():
            yield from _other_calls(node)


def _other_values(value: object) -> Iterator[str]:
    if isinstance(value, bool):
        yield repr(not value)
    elif isinstance(value, int | float):
        yield repr(value + 1 if abs(value) < 10_000 else value * 2)
        if value not in (0, 1):
            yield repr(value - 1)
    elif isinstance(value, str) and value and " " not in value:
        yield repr(value + "XX")


def _other_calls(node: ast.Call) -> Iterator[str]:
    words = node.args
    either_way = ast.unparse(node.func).rpartition(".")[2] in EITHER_WAY
    starred = any(isinstance(one, ast.Starred) for one in words[:2])
    if len(words) >= 2 and not starred and not either_way and ast.dump(words[0]) != ast.dump(words[1]):
        yield ast.unparse(ast.Call(node.func, [words[1], words[0], *words[2:]], node.keywords))
    for n, word in enumerate(node.keywords):
        if word.arg not in (None, "strict"):
            yield ast.unparse(ast.Call(node.func, words, node.keywords[:n] + node.keywords[n + 1 :]))


def _other_statements(node: ast.stmt) -> Iterator[str]:
    match node:
        # A caller cannot tell None from False, and True becomes False as a value.
        case ast.Return(value=value) if value and ast.unparse(value) not in {"None", "False", "True"}:
            yield "return None"
        case ast.Expr() | ast.AugAssign() | ast.Raise() | ast.Assert() | ast.Delete():
            yield "pass"
        case ast.Assign(targets=[ast.Subscript() | ast.Attribute()]):
            yield "pass"
        case ast.Break():
            yield "continue"
        case ast.Continue():
            yield "break"
