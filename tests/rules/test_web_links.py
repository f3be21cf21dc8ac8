import pytest

from bot.rules.web_links import LONGEST, Wrong, is_website, wrong_with

GOOD = (
    "https://docs.oak.example/sef",
    "HTTPS://Oak.Example",
    "https://oak.example:8443/a?b=c&d=e#f",
    "https://oak.example/%20/Größe/(1).pdf?x=\"'<>",
    "https://oakschool.sharepoint.com/:w:/s/team/EZ3_x-y?e=abc@def",
    "https://oak.example?next=http://elsewhere.example",
    "https://xn--bcher-kva.example/",
)
BAD = (
    ("", Wrong.MISSING),
    ("https://oak.example/" + "x" * LONGEST, Wrong.TOO_LONG),
    (r"\\server\share\sef.docx", Wrong.ON_A_DISK),
    (r"\\server\our share\sef.docx", Wrong.ON_A_DISK),
    ("//server/share", Wrong.ON_A_DISK),
    (r"C:\Users\priya\sef.docx", Wrong.ON_A_DISK),
    ("s:/sef.docx", Wrong.ON_A_DISK),
    ("file:///c:/sef.docx", Wrong.ON_A_DISK),
    ("https://oak.example/our sef", Wrong.SPACES),
    ("https://oak.example/our\nsef", Wrong.SPACES),
    ("https://oak.example/our\tsef", Wrong.SPACES),
    ("https://oak.example/\u200bsef", Wrong.SPACES),
    ("https://oak.example/\u202esef", Wrong.SPACES),
    ("java\nscript:alert(1)", Wrong.SPACES),
    ("oak.example/sef", Wrong.NO_BEGINNING),
    ("www.oak.example:8443/sef", Wrong.NO_BEGINNING),
    ("https:oak.example", Wrong.NO_BEGINNING),
    ("https:/oak.example", Wrong.NO_BEGINNING),
    ("<https://oak.example>", Wrong.AMONG_WORDS),
    ("Here is the SEF: https://oak.example/sef thanks", Wrong.AMONG_WORDS),
    ("SEF:https://oak.example/sef", Wrong.AMONG_WORDS),
    ("https://oak.example/ahttps://oak.example/b", Wrong.TWO_LINKS),
    ("https://oak.example/https://oak.example/b", Wrong.TWO_LINKS),
    ("https://oak.example/a?id=5HTTPS://oak.example/b", Wrong.TWO_LINKS),
    ("https://oak.example/a https://oak.example/b", Wrong.TWO_LINKS),
    ("SEF", Wrong.NO_BEGINNING),
    ("http://oak.example/sef", Wrong.NOT_SECURE),
    ("HTTP://oak.example/sef", Wrong.NOT_SECURE),
    ("javascript:alert(1)", Wrong.OTHER_KIND),
    ("JavaScript:alert(1)", Wrong.OTHER_KIND),
    ("data:text/html,x", Wrong.OTHER_KIND),
    ("ftp://oak.example/sef", Wrong.OTHER_KIND),
    ("mailto:priya@oak.example", Wrong.OTHER_KIND),
    ("https://priya@oak.example/sef", Wrong.PASSWORD),
    ("https://priya:secret@oak.example/sef", Wrong.PASSWORD),
    ("https://@oak.example/sef", Wrong.PASSWORD),
    ("https://oak.example@evil.example/", Wrong.PASSWORD),
    ("https://", Wrong.NO_WEBSITE),
    ("https:///sef", Wrong.NO_WEBSITE),
    ("https://localhost/sef", Wrong.NO_WEBSITE),
    ("https://oak/sef", Wrong.NO_WEBSITE),
    ("https://10.0.0.1/sef", Wrong.NO_WEBSITE),
    ("https://0x7f.0x1/sef", Wrong.NO_WEBSITE),
    ("https://[::1]/sef", Wrong.NO_WEBSITE),
    ("https://[oak.example/sef", Wrong.NO_WEBSITE),
    ("https://.oak.example/", Wrong.NO_WEBSITE),
    ("https://oak..example/", Wrong.NO_WEBSITE),
    ("https://-oak.example/", Wrong.NO_WEBSITE),
    ("https://oak_1.example/", Wrong.NO_WEBSITE),
    ("https://oak.example:/", Wrong.NO_WEBSITE),
    ("https://oak.example:port/", Wrong.NO_WEBSITE),
    ("https://oak%2eexample/", Wrong.NO_WEBSITE),
    ("https://оак.example/", Wrong.NO_WEBSITE),
    ("https://evil.example／.oak.example/", Wrong.NO_WEBSITE),
    ("https://evil.example。oak.example/", Wrong.NO_WEBSITE),
    (r"https://evil.example\.oak.example/", Wrong.NO_WEBSITE),
    (r"https://oak.example\sef", Wrong.NO_WEBSITE),
    ("https://" + "a." * 130 + "example/", Wrong.NO_WEBSITE),
    ("https://" + "a" * 64 + ".example/", Wrong.NO_WEBSITE),
)


@pytest.mark.parametrize("link", GOOD)
def test_a_link_that_may_be_kept(link: str) -> None:
    assert wrong_with(link) is None


@pytest.mark.parametrize(("link", "wrong"), BAD)
def test_each_kind_of_wrong(link: str, wrong: Wrong) -> None:
    assert wrong_with(link) is wrong
    assert wrong_with(link, ["oak.example"]) is wrong


def test_every_kind_is_shown_here() -> None:
    assert {wrong for _, wrong in BAD} == set(Wrong) - {Wrong.ELSEWHERE}


@pytest.mark.parametrize(
    ("link", "allowed"),
    [
        ("https://oak.example/sef", True),
        ("https://docs.OAK.example/sef", True),
        ("https://oak.example:8443/sef", True),
        ("https://my.sharepoint.com/sef", True),
        ("https://notoak.example/sef", False),
        ("https://oak.example.evil.example/sef", False),
        ("https://evil.example/oak.example", False),
        ("https://evil.example?oak.example", False),
    ],
)
def test_a_consortium_may_name_its_domains(link: str, allowed: bool) -> None:
    wrong = wrong_with(link, ["oak.example", "sharepoint.com"])
    assert wrong is (None if allowed else Wrong.ELSEWHERE)


def test_a_link_of_the_greatest_length_may_be_kept() -> None:
    beginning = "https://oak.example/"
    assert wrong_with(beginning + "x" * (LONGEST - len(beginning))) is None


@pytest.mark.parametrize(
    "name", ["oak", "*.oak.example", "https://oak.example", "oak.example/", "", "10.0.0.1"]
)
def test_what_is_no_website(name: str) -> None:
    assert not is_website(name)
