"""Tagged PDF (PDF/UA-1) from a page of data. Words arrive as data and never as markup, and nothing is fetched: what a
template may read is its own folder. Typst refuses to make a file whose title, language or order of headings is
missing."""

import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import typst
from django.http import HttpResponse

TEMPLATES = Path(__file__).resolve().parent.parent / "templates" / "pdf"
FONTS: list[Any] = [Path(str(files("fontpkg_atkinson_hyperlegible"))) / "files"]
STANDARD: Literal["ua-1"] = "ua-1"


def made(template: str, data: Mapping[str, Any]) -> bytes:
    """The file. ``template``: its name in ``templates/pdf``, without an ending; ``data``: what JSON can hold. Raises
    ``typst.TypstError`` where the template asks for what is not there."""
    return typst.compile(
        TEMPLATES / f"{template}.typ", format="pdf", root=TEMPLATES, font_paths=FONTS, ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data)}, pdf_standards=STANDARD,
    )  # fmt: skip


def to_keep(template: str, data: Mapping[str, Any], name: str) -> HttpResponse:
    """The file, to be saved under a name that holds no child's."""
    answer = HttpResponse(made(template, data), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return answer
