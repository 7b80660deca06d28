"""Every text of the wording room, read from its source: what passes through `_` and `_n`, and where."""

import ast
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

WORDING: Final = Path(__file__).parents[2] / "walkcoach" / "wording"

NEVER: Final = (
    r"\btreats\b",
    r"\bheals?\b",
    r"\bcures?\b",
    r"reduces? (your |the )?pain",
    r"safe for you",
    r"clinically proven",
    r"prescri(be|bed|ption)",
    r"guarantee",
    r"streak",
    r"medicines?\b",
    r"medication",
    r"\bdose\b",
    r"painkiller",
    r"\bfail(ed|ure)?\b",
    r"\blazy\b",
    r"should have",
    r"well done",
    r"no pain,? no gain",
    r"!",
)
"""What coaching.md, section 8, and interface.md keep out of every text, as patterns that ignore case."""


@dataclass(frozen=True)
class Text:
    """One text, where it stands, and whether it is made when the module is imported."""

    module: str
    line: int
    text: str
    at_import: bool

    @property
    def place(self) -> str:
        """File and line, for a failing test."""
        return f"{self.module}.py:{self.line}"


def never_words(text: str) -> tuple[str, ...]:
    """The patterns of `NEVER` that `text` breaks."""
    return tuple(pattern for pattern in NEVER if re.search(pattern, text, re.IGNORECASE))


def texts(module: str, source: str) -> tuple[Text, ...]:
    """The texts of one module's `source`. Raises an AssertionError where `_` is given anything but plain text."""
    tree = ast.parse(source)
    inside = {
        id(node)
        for scope in ast.walk(tree)
        if isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(scope)
    }
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id not in ("_", "_n"):
            continue
        for argument in node.args[: 1 if node.func.id == "_" else 2]:
            plain = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            assert plain, f"{module}.py:{node.lineno}: a translator needs the text as it stands, not put together"
            text = str(ast.literal_eval(argument))
            found.append(Text(module, node.lineno, text, at_import=id(node) not in inside))
    return tuple(found)


def all_texts() -> tuple[Text, ...]:
    """The texts of every module of the wording room but the door to gettext itself."""
    files = sorted(path for path in WORDING.glob("*.py") if path.stem != "language")
    return tuple(text for path in files for text in texts(path.stem, path.read_text("utf-8")))
