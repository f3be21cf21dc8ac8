"""Samples of a paper before it is sent and after."""

from bot.cards import paper, paper_forms, paper_lists, paper_news, paper_preview
from bot.cards.model import go
from bot.cards.paper_lists import Asker, Standing
from bot.cards.paper_news import Told
from bot.cards.paper_preview import Preview
from bot.rules.papers import PAPERS, Content, SentTo, SignedAs
from bot.rules.permissions import Paper
from storage.models import Review
from tests.samples import made, papers
from tests.samples.registry import Three, samples


@samples(paper.show)
def show() -> Three:
    return Three(
        paper.show(papers.tiny()),
        paper.show(papers.usual(), said="Signed. Thank you."),
        paper.show(papers.longest(), 3, said="Signed and sent.", warning=made.REASON),
    )


def preview_of(of: Review, content: Content) -> Preview:
    return Preview(of, Paper.SUMMARY, content, "0" * 16, go("review.show", review=of.id))


@samples(paper_preview.preview)
def preview() -> Three:
    usual, big = made.usual(), made.longest()
    names = [made.person(made.BIG - n).name for n in range(12)]
    before = papers.sent(usual, made.USUAL_TEAM[0], Paper.SUMMARY, papers.usual_content())
    return Three(
        paper_preview.preview(preview_of(made.tiny(), papers.tiny_content())),
        paper_preview.preview(
            Preview(
                usual,
                Paper.SUMMARY,
                papers.usual_content(),
                "0" * 16,
                go("review.show", review=usual.id),
                receivers={SentTo.SCHOOL: ["Priya Nair"], SentTo.OFFICE: ["Janet Pryke"]},
                status_to="Kate Moore",
                signs=[SignedAs.LEAD_REVIEWER],
                to_follow={SignedAs.HEAD: ["Priya Nair"], SignedAs.GOVERNOR: []},
                late="2 working days late",
                last=before,
                changed=papers.few_changes(),
            )
        ),
        paper_preview.preview(
            Preview(
                big,
                Paper.SUMMARY,
                papers.long_summary(),
                "0" * 16,
                go("review.show", review=big.id),
                receivers=dict.fromkeys(SentTo, names),
                status_to=names[0],
                signs=list(SignedAs),
                to_follow=dict.fromkeys(SignedAs, names[:5]),
                late="100 working days late",
                last=papers.longest(papers.long_summary()).sent,
                changed=papers.many_changes(),
            ),
            warning=made.REASON,
        ),
    )


@samples(paper_news.received)
def received() -> Three:
    return Three(
        paper_news.received(Told(papers.tiny())),
        paper_news.received(Told(papers.usual(), papers.few_changes())),
        paper_news.received(Told(papers.longest(), papers.many_changes(), signed=True)),
    )


@samples(paper_news.replaced)
def replaced() -> Three:
    return Three(
        *(
            paper_news.replaced(one.sent, one.sent)
            for one in (papers.tiny(), papers.usual(), papers.longest())
        )
    )


@samples(paper_news.taken_back)
def taken_back() -> Three:
    return Three(
        *(paper_news.taken_back(one.sent) for one in (papers.tiny(), papers.usual(), papers.longest()))
    )


@samples(paper_news.status)
def status() -> Three:
    return Three(
        paper_news.status(papers.tiny().sent, ""),
        paper_news.status(papers.usual().sent, "in time"),
        paper_news.status(papers.longest().sent, "100 working days late"),
    )


@samples(paper_news.queried)
def queried() -> Three:
    tiny, usual, big = papers.tiny().sent, papers.usual().sent, papers.longest().sent
    words = papers.LONG_WORDS
    return Three(
        paper_news.queried(papers.query(tiny, 1, made.KATE, "Why?")),
        paper_news.queried(papers.query(usual, 1, made.PRIYA, "Which books do you mean?", "All of them")),
        paper_news.queried(papers.query(big, made.BIG, made.LONG_PERSON, words, words)),
    )


@samples(paper_news.answered)
def answered() -> Three:
    tiny, usual, big = papers.tiny().sent, papers.usual().sent, papers.longest().sent
    words = papers.LONG_WORDS
    return Three(
        paper_news.answered(papers.query(tiny, 1, made.KATE, "Why?", "So"), may_sign=False),
        paper_news.answered(papers.query(usual, 1, made.PRIYA, "Which books?", "All"), may_sign=True),
        paper_news.answered(papers.query(big, made.BIG, made.LONG_PERSON, words, words), may_sign=True),
    )


@samples(paper_forms.ask)
def ask() -> Three:
    usual, big = papers.usual().sent, papers.longest().sent
    asked = papers.query(big, made.BIG, made.LONG_PERSON, papers.LONG_WORDS)
    return Three(
        paper_forms.ask(papers.tiny().sent),
        paper_forms.ask(usual, value="Which books?", error="Please write a few words."),
        paper_forms.ask(big, asked=asked, value=made.TYPED, error=made.REASON, said=papers.LONG_WORDS),
    )


@samples(paper_forms.answer)
def answer() -> Three:
    tiny, usual, big = papers.tiny().sent, papers.usual().sent, papers.longest().sent
    asked = papers.query(big, made.BIG, made.LONG_PERSON, papers.LONG_WORDS)
    return Three(
        paper_forms.answer(papers.query(tiny, 1, made.KATE, "Why?")),
        paper_forms.answer(papers.query(usual, 1, made.PRIYA, "Which books?"), value="All", error="Please"),
        paper_forms.answer(asked, value=made.TYPED, error=made.REASON, said=papers.LONG_WORDS),
    )


@samples(paper_forms.record)
def record() -> Three:
    usual, big = papers.usual(), papers.longest()
    many = [made.person(made.BIG - n) for n in range(10)]
    return Three(
        paper_forms.record(papers.tiny().sent, {}),
        paper_forms.record(usual.sent, {SignedAs.HEAD: [made.PRIYA], SignedAs.GOVERNOR: [made.KATE]}),
        paper_forms.record(big.sent, dict.fromkeys(SignedAs, many), big.signatures, error=made.REASON),
    )


@samples(paper_lists.of_review)
def of_review() -> Three:
    tiny, usual, big = papers.tiny(), papers.usual(), papers.longest()
    many = [Standing(one, made.LONG_DAY, [big] * 3, True, True, frozenset({big.sent.id})) for one in PAPERS]
    return Three(
        paper_lists.of_review(tiny.sent.review, [Standing(Paper.SUMMARY, made.DAY)]),
        paper_lists.of_review(
            usual.sent.review, [Standing(Paper.SUMMARY, made.DAY, [usual])], only=Paper.SUMMARY
        ),
        paper_lists.of_review(big.sent.review, many, 1),
    )


@samples(paper_lists.receivers)
def receivers() -> Three:
    usual, big = papers.usual().sent, papers.longest().sent
    many = [papers.distribution(n, made.person(made.BIG - n)) for n in range(papers.MANY)]
    return Three(
        paper_lists.receivers(papers.tiny().sent, []),
        paper_lists.receivers(usual, [papers.distribution(n, one) for n, one in enumerate(made.USUAL_TEAM)]),
        paper_lists.receivers(big, many, 1),
    )


@samples(paper_lists.changes)
def changes() -> Three:
    return Three(
        paper_lists.changes(papers.tiny().sent, []),
        paper_lists.changes(papers.usual().sent, papers.few_changes()),
        paper_lists.changes(papers.longest().sent, papers.many_changes(), 2),
    )


@samples(paper_lists.queries)
def queries() -> Three:
    usual, big, words = papers.usual().sent, papers.longest().sent, papers.LONG_WORDS
    many = [papers.query(big, made.BIG - n, made.LONG_PERSON, words, words) for n in range(papers.MANY)]
    mine = papers.query(big, made.BIG, made.LONG_PERSON, words)
    return Three(
        paper_lists.queries(papers.tiny().sent, [], Asker(1)),
        paper_lists.queries(
            usual, [papers.query(usual, 1, made.PRIYA, "Which books?")], Asker(2, asks=True), said="Sent."
        ),
        paper_lists.queries(big, [mine, *many], Asker(made.BIG, answers=True, asks=True), 1, said="Saved."),
    )
