"""Samples of a governor's link, and of the e-mail that brings it."""

from bot.cards import governor as say
from bot.cards.governor import Given
from tests.chat import LINKS
from tests.samples import made, papers
from tests.samples.registry import Three, samples

SHORT = Given("https://review.example/governor/1", "012345", made.NOW)
USUAL = Given(LINKS.make("governor", made.BIG, made.BIG, made.NOW), LINKS.code("governor", 7), made.NOW)
LONGEST = Given(f"https://review.example/{'x' * 500}", "999999", made.NOW, "http://127.0.0.1:8000")
GONE, PROBLEM = "sent Fri 8 Dec 2017, 10:00", f"not sent yet. {made.REASON}"


@samples(say.link)
def link() -> Three:
    tiny, usual, big = papers.tiny().sent, papers.usual().sent, papers.longest().sent
    return Three(
        say.link(tiny, made.PRIYA, 1, SHORT),
        say.link(usual, made.PRIYA, 7, USUAL, by_mail=GONE),
        say.link(big, made.LONG_PERSON, made.BIG, LONGEST, by_mail=PROBLEM, said="Here is the new link."),
    )


@samples(say.closed)
def closed() -> Three:
    tiny, usual, big = papers.tiny().sent, papers.usual().sent, papers.longest().sent
    return Three(
        say.closed(tiny, made.PRIYA, 1, say.RUN_OUT),
        say.closed(usual, made.PRIYA, 7, say.CLOSED),
        say.closed(big, made.LONG_PERSON, made.BIG, say.CLOSED),
    )


@samples(say.which)
def which() -> Three:
    tiny, usual, big = papers.tiny().sent, papers.usual().sent, papers.longest().sent
    many = [made.person(made.BIG - n) for n in range(10)]
    return Three(
        say.which(tiny, [made.PRIYA]), say.which(usual, [made.PRIYA, made.KATE]), say.which(big, many)
    )


@samples(say.asked)
def asked() -> Three:
    tiny, usual, big = papers.tiny().sent, papers.usual().sent, papers.longest().sent
    return Three(
        say.asked(tiny, made.PRIYA, SHORT),
        say.asked(usual, made.PRIYA, USUAL),
        say.asked(big, made.LONG_PERSON, LONGEST),
    )


@samples(say.answered)
def answered() -> Three:
    usual, big = papers.usual().sent, papers.longest().sent
    return Three(
        say.answered(papers.query(papers.tiny().sent, 1, made.PRIYA, "Why?", "Yes"), SHORT),
        say.answered(papers.query(usual, 2, made.PRIYA, "Which books?", "All"), USUAL),
        say.answered(
            papers.query(big, made.BIG, made.LONG_PERSON, papers.LONG_WORDS, papers.LONG_WORDS), LONGEST
        ),
    )


@samples(say.pass_on)
def pass_on() -> Three:
    usual, big = papers.usual().sent, papers.longest().sent
    return Three(
        say.pass_on(papers.query(papers.tiny().sent, 1, made.PRIYA, "Why?", "Yes")),
        say.pass_on(papers.query(usual, 2, made.PRIYA, "Which books?", "All")),
        say.pass_on(papers.query(big, made.BIG, made.LONG_PERSON, papers.LONG_WORDS, papers.LONG_WORDS)),
    )
