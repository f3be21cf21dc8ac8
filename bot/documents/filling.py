"""Filling in a Word template; the templates of an office come from outside, and may do anything."""

from collections.abc import Mapping
from io import BytesIO

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bot.documents.placeholders import Value


def filled(
    template: bytes, values: Mapping[str, Value], *, undefined: type[Undefined] = StrictUndefined
) -> bytes:
    """The Word file. Raises whatever a template can make docxtpl, Jinja or lxml raise."""
    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=undefined)
    document = DocxTemplate(BytesIO(template))
    document.render(dict(values), environment, autoescape=True)
    written = BytesIO()
    document.save(written)
    return written.getvalue()
