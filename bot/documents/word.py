"""A paper as a Word file, in the form of the consortium's template."""

import logging
from collections.abc import Sequence

from bot.documents.filling import filled
from bot.documents.forms import BUILT_IN, Forms, built_in, paper_of
from bot.documents.placeholders import placeholders
from bot.rules.papers import Content, SignatureLine

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

log = logging.getLogger(__name__)


def word(
    content: Content, signatures: Sequence[SignatureLine], *, to_follow: bool, forms: Forms = BUILT_IN
) -> bytes:
    """`to_follow`: some have still to sign, and the paper says so."""
    paper = paper_of(content)
    values = placeholders(content, signatures, to_follow=to_follow)
    own = forms.own.get(paper)
    if own is not None:
        try:
            return filled(own, values)
        except Exception as why:  # noqa: BLE001 (an office's template may fail in any way)
            # Its words may hold what the paper says, so its kind has to do.
            log.error("the office's own template for the %s failed: %s", paper, type(why).__name__)
    return filled(built_in(paper), values)
