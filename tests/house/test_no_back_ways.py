"""No signals, no overridden save, no delivery on the side, no admin, no query in a view."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import dotted, imported, modules, parsed, where

HOUSE = {dotted(path): path for path in modules()}


def calls(path: Path, *names: str) -> Iterator[ast.Call]:
    """Every call of a method or function of one of these names."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in names:
            yield node


def importers(*names: str, but: tuple[str, ...] = ()) -> list[str]:
    """Every module that imports something whose name begins so."""
    return [
        module
        for module, path in HOUSE.items()
        if not module.startswith(but or ("?",)) and any(name.startswith(names) for name in imported(path))
    ]


def callers(*names: str, but: tuple[str, ...] = ()) -> list[str]:
    """Every line that calls one of these, outside some rooms."""
    return [
        where(path, call)
        for module, path in HOUSE.items()
        if not module.startswith(but or ("?",))
        for call in calls(path, *names)
    ]


def test_there_are_no_signals():
    signals = ("django.dispatch", "django.db.models.signals", "django.core.signals", "django.contrib.auth.signals",
               "allauth.account.signals", "celery.signals")  # fmt: skip
    assert importers(*signals) == []


def test_nobody_overrides_save_or_delete_but_the_guard():
    guarded = {"save", "delete", "save_base", "bulk_create", "bulk_update", "update"}
    found = [
        where(path, node)
        for module, path in HOUSE.items()
        if module != "door.guarded"
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef)
        and guarded & {part.name for part in node.body if isinstance(part, ast.FunctionDef)}
    ]
    assert found == []


def test_tasks_are_called_from_the_post_office_and_the_wiring_alone():
    assert callers("delay", "apply_async", "send_task", but=("notices.", "sendpath.")) == []
    assert callers("delay", "apply_async", "send_task")


def test_there_is_no_admin(settings):
    assert importers("django.contrib.admin") == []
    assert not [module for module in HOUSE if module.endswith(".admin")]
    assert not [app for app in settings.INSTALLED_APPS if "admin" in app]


def is_page(node: ast.AST) -> bool:
    """Whether a function carries the page mark, or a class answers requests."""
    if isinstance(node, ast.FunctionDef):
        return any(
            isinstance(mark, ast.Call) and getattr(mark.func, "id", "") == "page" for mark in node.decorator_list
        )
    return isinstance(node, ast.ClassDef) and any("View" in ast.unparse(base) for base in node.bases)


def test_a_view_asks_selectors_and_never_the_tables():
    """The demonstration's one page is left out: production does not have it."""
    pages, touched = 0, []
    for module, path in HOUSE.items():
        for view in ast.walk(parsed(path)):
            if is_page(view) and not module.startswith("demo."):
                pages += 1
                found = (part for part in ast.walk(view) if isinstance(part, ast.Attribute) and part.attr == "objects")
                touched += [where(path, part) for part in found]
    assert touched == []
    assert pages > 20


def test_only_the_doorway_opens_a_case():
    assert importers("door.guarded.opened", "door.guarded._open") == ["cases.action"]


def test_nobody_goes_round_the_guard():
    assert callers("_raw_delete", "save_base", "_insert", "_update", but=("door.guarded",)) == []
    attributes = [
        where(path, node)
        for path in HOUSE.values()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute) and node.attr in {"_base_manager", "raw"}
    ]
    assert attributes == []


def test_the_clock_is_read_in_one_place():
    found = [
        where(path, call)
        for module, path in HOUSE.items()
        if module not in {"core.clock", "core.past"}
        for call in calls(path, "now", "today", "utcnow")
        if ast.unparse(getattr(call.func, "value", ast.Constant(""))).rpartition(".")[2] in {"date", "datetime"}
    ]
    assert found == []


def test_only_the_demonstration_rewrites_the_time():
    assert importers("core.past", but=("demo",)) == []
    assert importers("core.past")
