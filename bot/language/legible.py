"""Text as it can be stored and shown: without the characters that no surface draws."""

import unicodedata

ENDS_OF_LINES = str.maketrans({"\r": "\n", "\v": "\n", "\f": "\n", "\x85": "\n"})


def legible(text: str) -> str:
    """The text without control characters; of those line breaks and tabs stay.

    Half of a character, which a faulty client can send, becomes U+FFFD: UTF-8 has no place for it.
    """
    if text.isprintable():
        return text
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    lines = whole.replace("\r\n", "\n").translate(ENDS_OF_LINES)
    return "".join(sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) != "Cc")


def in_lines(text: str) -> str:
    """The words of each line, one blank apart; lines without any are left out."""
    return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
