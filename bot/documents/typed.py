"""What people typed, as a Word file can hold it: every sign is read as it was typed, and none as markup."""

from markupsafe import Markup, escape

from bot.language.legible import legible

BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
# XML has no place for these two, and docxtpl reads braces once more after the template was filled in.
AS_XML = str.maketrans({"\ufffe": None, "\uffff": None, "{": "&#123;", "}": "&#125;", "\n": BREAK, "\t": TAB})


def typed(text: str) -> Markup:
    """For the place of a placeholder inside a run of text."""
    return Markup(str(escape(legible(text))).translate(AS_XML))  # noqa: S704 (escaped in the same line)
