"""Nothing that was fetched can become a program: no shell, no eval, no pickle anywhere in the code."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.command import PROJECT

FILES = sorted(file for folder in ("archive", "scraper") for file in (PROJECT / folder).rglob("*.py"))
BUILTINS = {"eval", "exec", "compile", "__import__"}
MODULES = {"pickle", "cPickle", "dill", "marshal", "shelve", "jsonpickle", "cloudpickle", "yaml", "commands", "pty"}
CALLS = {("os", "system"), ("os", "popen"), ("subprocess", "getoutput"), ("subprocess", "getstatusoutput")}


def unsafe(tree: ast.AST) -> list[str]:
    """What a module does that could run what was fetched."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            module = node.module if isinstance(node, ast.ImportFrom) else None
            names = [module or ""] if module else [alias.name for alias in node.names]
            found += [name for name in names if name.split(".")[0] in MODULES]
        elif isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id in BUILTINS:
                found.append(node.func.id)
            if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
                call = (node.func.value.id, node.func.attr)
                found += [".".join(call)] if call in CALLS or call[1].startswith("extractall") else []
            found += ["shell=" for keyword in node.keywords if keyword.arg == "shell"]
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PROJECT)))
def test_a_module_runs_nothing_that_was_fetched(file: Path) -> None:
    assert unsafe(ast.parse(file.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "code",
    ["eval(x)", "import pickle", "from pickle import loads", "os.system(x)", "run(x, shell=True)", "exec(x)"],
)
def test_each_of_them_would_be_found(code: str) -> None:
    assert unsafe(ast.parse(code))
