"""One source text as the house rules read it: parsed, never imported, with every name traced back to where it came from."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath


@dataclass(frozen=True)
class Complaint:
    """What is wrong, and where."""

    path: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


@dataclass(frozen=True)
class Import:
    """One thing imported: its full dotted name, and how it is imported."""

    name: str
    line: int
    in_function: bool
    only_for_types: bool


@dataclass(frozen=True)
class Source:
    """A file of the checkout, by its path from the root with forward slashes, and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The text, parsed."""
        return ast.parse(self.text, self.path)

    @property
    def parts(self) -> tuple[str, ...]:
        """The path, folder by folder."""
        return PurePosixPath(self.path).parts

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return PurePosixPath(self.path).stem

    @property
    def module(self) -> str:
        """The module's dotted name."""
        parts = (*self.parts[:-1], self.stem)
        return ".".join(parts[:-1] if self.stem == "__init__" else parts)

    @property
    def room(self) -> str:
        """The first name below `walkcoach`, or an empty text for the package itself and for all that is outside."""
        return room_of(self.module)

    @property
    def is_ours(self) -> bool:
        """Whether it is a part of the program, not of its tests or tools."""
        return self.parts[0] == "walkcoach"

    def complain(self, node: ast.AST | int, what: str) -> Complaint:
        """A complaint about one place in this file."""
        line = node if isinstance(node, int) else getattr(node, "lineno", 1)
        return Complaint(self.path, line, what)

    @cached_property
    def imports(self) -> tuple[Import, ...]:
        """Everything that the file imports, wherever in it."""
        return tuple(self._imports_in(self.tree, in_function=False, only_for_types=False))

    def _imports_in(self, node: ast.AST, *, in_function: bool, only_for_types: bool) -> Iterator[Import]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Import):
                for alias in child.names:
                    yield Import(alias.name, child.lineno, in_function, only_for_types)
            elif isinstance(child, ast.ImportFrom):
                for alias in child.names:
                    yield Import(f"{self.absolute(child)}.{alias.name}", child.lineno, in_function, only_for_types)
            elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
                for inner in child.body:
                    yield from self._imports_in(ast.Module([inner], []), in_function=in_function, only_for_types=True)
                for inner in child.orelse:
                    yield from self._imports_in(ast.Module([inner], []), in_function=in_function, only_for_types=only_for_types)
            else:
                deeper = in_function or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
                yield from self._imports_in(child, in_function=deeper, only_for_types=only_for_types)

    def absolute(self, node: ast.ImportFrom) -> str:
        """The module that a `from … import` names, with the leading dots put into words."""
        if not node.level:
            return node.module or ""
        base = self.module.split(".")
        keep = len(base) - node.level + (self.stem == "__init__")
        return ".".join([*base[:keep], *([node.module] if node.module else [])])

    @cached_property
    def origins(self) -> dict[str, str]:
        """Each name that an import binds here, with the full name of what it stands for."""
        found: dict[str, str] = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    first = alias.name.split(".")[0]
                    found[alias.asname or first] = alias.name if alias.asname else first
            elif isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    found[alias.asname or alias.name] = f"{self.absolute(node)}.{alias.name}"
        return found

    def full_name(self, node: ast.AST) -> str:
        """What a name or a chain of attributes stands for; an empty text for anything else."""
        if isinstance(node, ast.Name):
            return self.origins.get(node.id, node.id)
        if isinstance(node, ast.Attribute):
            before = self.full_name(node.value)
            return f"{before}.{node.attr}" if before else ""
        return ""


def room_of(module: str) -> str:
    """The first name below `walkcoach` in a dotted name, or an empty text."""
    parts = module.split(".")
    return parts[1] if parts[0] == "walkcoach" and len(parts) > 1 else ""
