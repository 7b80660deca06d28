"""The habits of the house that a syntax tree can show: no shared state, no stray colour, small files, words for everything."""

import ast
import re
from collections.abc import Callable, Iterator
from typing import Final

from tests.house_source import Complaint, Source

LINES_A_FILE: Final = 400
PUBLIC_METHODS_A_CLASS: Final = 20

_EMPTY_NAMES: Final = frozenset({"utils", "util", "helpers", "helper", "manager", "common", "misc"})

_MUTABLE_LITERALS: Final = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp, ast.GeneratorExp)

_MUTABLE_CALLS: Final = frozenset(
    {
        *("list", "dict", "set", "bytearray", "object", "iter", "open", "memoryview"),
        *("collections.defaultdict", "collections.OrderedDict", "collections.Counter", "collections.deque"),
        *("collections.ChainMap", "itertools.count", "itertools.cycle", "queue.Queue", "queue.SimpleQueue"),
        *("threading.Lock", "threading.RLock", "threading.Event", "threading.local", "threading.Thread", "random.Random"),
        *("types.SimpleNamespace", "contextvars.ContextVar", "array.array", "io.StringIO", "io.BytesIO"),
    }
)

_QT_DECLARES: Final = frozenset({"Signal", "Property", "Slot", "ClassInfo", "QEnum", "QFlag", "QByteArray.fromStdString"})

_READ_ONLY: Final = re.compile(r"\b(Mapping|Sequence|AbstractSet|Collection|Iterable|frozenset)\b")

_COLOUR: Final = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b|\b(?:rgb|hsl|hsv)a?\(", re.ASCII)

_COLOUR_CALLS: Final = ("QColor", "QColor.fromRgb", "QColor.fromRgbF", "QColor.fromHsl", "QColor.fromHsv", "QColor.fromString")


def module_state(source: Source) -> Iterator[Complaint]:
    """No mutable object in a module or a class: whoever imports it would share it."""
    if not source.is_ours:
        return
    for scope in _scopes(source.tree):
        for node in _statements(scope):
            yield from _kept(source, node)
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Global):
            yield source.complain(node, "global: state that belongs to nobody")


def _scopes(tree: ast.Module) -> Iterator[ast.Module | ast.ClassDef]:
    yield tree
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def _statements(scope: ast.AST) -> Iterator[ast.AST]:
    """The statements that run when a module or class is made, those under `if`, `try`, `for` and `with` included."""
    for child in ast.iter_child_nodes(scope):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            continue
        if isinstance(child, ast.stmt):
            yield child
        if isinstance(child, ast.If | ast.Try | ast.For | ast.While | ast.With | ast.ExceptHandler | ast.Match | ast.match_case):
            yield from _statements(child)


def _kept(source: Source, node: ast.AST) -> Iterator[Complaint]:
    """What an assignment keeps, if that can change."""
    if isinstance(node, ast.Assign):
        targets, value, annotation = node.targets, node.value, ""
    elif isinstance(node, ast.AnnAssign) and node.value is not None:
        targets, value, annotation = [node.target], node.value, ast.unparse(node.annotation)
    else:
        return
    if any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets):
        return
    if _READ_ONLY.search(annotation) and isinstance(value, ast.List | ast.Dict | ast.Set):
        inner = [part for part in ast.iter_child_nodes(value) if isinstance(part, ast.expr)]
        value = ast.Tuple(inner, ast.Load())
    why = _why_mutable(source, value)
    if why:
        yield source.complain(node, f"kept for the life of the program, yet it can change: {why}")


def _why_mutable(source: Source, value: ast.expr) -> str:
    """A few words on what in `value` can be changed, or an empty text."""
    if isinstance(value, _MUTABLE_LITERALS):
        return type(value).__name__
    if isinstance(value, ast.Tuple):
        return next((why for part in value.elts if (why := _why_mutable(source, part))), "")
    if isinstance(value, ast.Starred):
        return ""
    if isinstance(value, ast.IfExp):
        return _why_mutable(source, value.body) or _why_mutable(source, value.orelse)
    if isinstance(value, ast.BoolOp):
        return next((why for part in value.values if (why := _why_mutable(source, part))), "")
    if isinstance(value, ast.NamedExpr):
        return _why_mutable(source, value.value)
    if isinstance(value, ast.Call):
        return _why_mutable_call(source, value)
    return ""


def _why_mutable_call(source: Source, call: ast.Call) -> str:
    name = source.full_name(call.func)
    if name == "types.MappingProxyType":
        content = call.args[0] if call.args else None
        parts = content.values if isinstance(content, ast.Dict) else [content.value] if isinstance(content, ast.DictComp) else []
        return next((why for part in parts if (why := _why_mutable(source, part))), "")
    if name in _MUTABLE_CALLS:
        return name
    if name.startswith("PySide6.") and name.split(".", 2)[-1] not in _QT_DECLARES:
        return name
    if isinstance(call.func, ast.Name) and call.func.id in _changing_classes(source):
        return call.func.id
    return ""


def _changing_classes(source: Source) -> frozenset[str]:
    """The file's own classes whose objects can change: neither frozen, nor an enumeration, nor a named tuple."""
    bases = ("Enum", "Flag", "NamedTuple", "str", "int", "tuple", "frozenset")
    return frozenset(
        node.name
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ClassDef)
        and not any("frozen=True" in ast.unparse(decorator) for decorator in node.decorator_list)
        and not any(ast.unparse(base).endswith(bases) for base in node.bases)
    )


def colours(source: Source) -> Iterator[Complaint]:
    """Colour has one owner: the theme."""
    if not source.is_ours or source.path.startswith("walkcoach/ui/theme/"):
        return
    said = _docstrings(source.tree)
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in said and _COLOUR.search(node.value):
            yield source.complain(node, f"a literal colour: {node.value!r}")
        if isinstance(node, ast.Call) and source.full_name(node.func).endswith(_COLOUR_CALLS) and node.args:
            yield from _constant_colour(source, node)
        if isinstance(node, ast.Attribute):
            yield from _qt_colour(source, node)


def _constant_colour(source: Source, call: ast.Call) -> Iterator[Complaint]:
    if all(isinstance(argument, ast.Constant) for argument in call.args):
        yield source.complain(call, "a literal colour: QColor of constants")


def _qt_colour(source: Source, node: ast.Attribute) -> Iterator[Complaint]:
    before, _, last = source.full_name(node).rpartition(".")
    named = before.endswith("Qt.GlobalColor") or (before.endswith(".Qt") and last.lower().endswith(_QT_COLOUR_NAMES))
    if named and last != "transparent":
        yield source.complain(node, f"a literal colour: {last}")


_QT_COLOUR_NAMES: Final = ("black", "white", "red", "green", "blue", "cyan", "magenta", "yellow", "gray")


def _docstrings(tree: ast.Module) -> frozenset[ast.AST]:
    """The constants that are documentation: every string that stands alone as a statement."""
    return frozenset(node.value for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))


def sizes(source: Source) -> Iterator[Complaint]:
    """Files and classes that can be read in one go."""
    lines = source.text.count("\n") + (not source.text.endswith("\n"))
    if lines > LINES_A_FILE:
        yield source.complain(LINES_A_FILE, f"{lines} lines; {LINES_A_FILE} are allowed")
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef):
            functions = [part for part in node.body if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef)]
            public = {function.name for function in functions if not function.name.startswith("_")}
            if len(public) > PUBLIC_METHODS_A_CLASS:
                yield source.complain(node, f"{node.name}: {len(public)} public methods; {PUBLIC_METHODS_A_CLASS} are allowed")


def words(source: Source) -> Iterator[Complaint]:
    """Every module says what it is for, and its name does, too."""
    if not ast.get_docstring(source.tree):
        yield source.complain(1, "a module without a docstring")
    if source.stem in _EMPTY_NAMES:
        yield source.complain(1, f"{source.stem} says nothing about what lives here")


HABITS: Final[tuple[Callable[[Source], Iterator[Complaint]], ...]] = (module_state, colours, sizes, words)
