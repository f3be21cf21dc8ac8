"""A paper is looked at as it will be sent, and sent with one click."""

from bot.cards import paper_preview as say
from bot.cards.model import Card, go
from bot.cards.paper_preview import Preview
from bot.cards.paper_words import THE, WRITERS, days_late, is_empty
from bot.handlers import audit_asked, paper_news
from bot.handlers.access import damaged, parts, review_in, rules_for
from bot.handlers.paper_access import Parts, card
from bot.handlers.paper_kinds import KINDS, PaperKind
from bot.handlers.paper_signers import people
from bot.language.say import full
from bot.router import Refused, Turn, id_in, on
from bot.rules.deadlines import working_days_late
from bot.rules.paper_changes import differences
from bot.rules.paper_life import may_send, signs_by_sending, still_to_sign
from bot.rules.papers import MILESTONE, SIGNERS, Content, Signing
from bot.rules.permissions import Paper
from storage import meetings, milestones, reviews, sent_papers, signatures
from storage.booking import By
from storage.models import Review, SentPaper


@on("paper.preview")
def preview(turn: Turn) -> Card:
    review, kind, mine = writing(turn)
    content = kind.draft(turn.session, review)
    return shown(turn, review, kind, mine, content, page=turn.page)


@on("paper.send")
def send(turn: Turn) -> Card:
    review, kind, mine = writing(turn, hold=True)
    content = kind.draft(turn.session, review)
    last = sent_papers.latest(turn.session, review.id, kind.paper)
    if last and not differences(sent_papers.as_content(last), content):
        return card(turn, last, mine, said="That is sent already.")
    if why_not(turn, review) or is_empty(content):
        return shown(turn, review, kind, mine, content)
    seen = turn.args.get("shown"), id_in(turn.args.get("was", ""))
    if seen != (sent_papers.mark(kind.paper, content), last.number if last else 0):
        changed = "It has changed since you looked at it, so nothing is sent yet. Here it is as it is now."
        return shown(turn, review, kind, mine, content, warning=changed)
    sent = sent_now(turn, review, kind, content, mine)
    return card(turn, sent, mine, said=said(sent))


def sent_now(turn: Turn, review: Review, kind: PaperKind, content: Content, mine: Parts) -> SentPaper:
    by, session = By(turn.person, turn.now), turn.session
    sent = sent_papers.send(session, review, kind.paper, content, by, late=late(turn, review, kind.paper))
    signatures.sign(session, sent, signs_by_sending(mine, kind.paper), turn.person, Signing.CHAT, by)
    rules = rules_for(turn, review)
    if not rules.calendar.why_closed(review.day):
        # What follows the paper is due by the day on which it was sent.
        given = meetings.given_at(session, review)
        milestones.lay_out(session, review, rules.calendar, rules.policy, given)
    paper_news.sent(turn, review, sent)
    if kind.paper is Paper.AUDIT:
        audit_asked.keep_current(turn, review, sent.change)
    return sent


def said(sent: SentPaper) -> str:
    done = "Signed and sent" if sent_papers.signed(sent) else "Sent"
    if sent.number > 1:
        again = "; those who sign are asked again" if SIGNERS[sent.paper] else ""
        done = f"{done} as version {sent.number}{again}"
    return f"{done}. “Who has received it” tells you to whom it went."


def writing(turn: Turn, *, hold: bool = False) -> tuple[Review, PaperKind, Parts]:
    """The review and the paper named in the button, for someone who sends that paper."""
    review = review_in(turn, reviews.get_to_change if hold else reviews.get)
    kind = kind_in(turn)
    mine = parts(turn, review)
    if not may_send(mine, kind.paper):
        raise Refused(f"Only {WRITERS[kind.paper]} can send {THE[kind.paper]}.")
    return review, kind, mine


def kind_in(turn: Turn) -> PaperKind:
    wanted = turn.args.get("paper", "")
    found = next((kind for paper, kind in KINDS.items() if paper.value == wanted), None)
    if found is None:
        raise damaged()
    return found


def why_not(turn: Turn, review: Review) -> str:
    """Why no paper of this review can be sent, "" where it can."""
    if review.cancelled_at:
        return "That review has been cancelled, so there is nothing to send."
    if review.postponed_at:
        return "That review has no date at the moment, so there is nothing to send yet."
    if review.day > turn.today:
        return f"The review is on {full(review.day)}. It can be sent once that day has come."
    return ""


def late(turn: Turn, review: Review, paper: Paper) -> int:
    due, rules = milestones.of(review, MILESTONE[paper]).due, rules_for(turn, review)
    return working_days_late(due, turn.today, rules.calendar, rules.policy)


def shown(
    turn: Turn,
    review: Review,
    kind: PaperKind,
    mine: Parts,
    content: Content,
    *,
    page: int = 0,
    warning: str = "",
) -> Card:
    paper = kind.paper
    last = sent_papers.latest(turn.session, review.id, paper)
    days = 0 if last else late(turn, review, paper)
    held = people(turn.session, review, paper, turn.today)
    ids = {part: [one.id for one in found] for part, found in held.items()}
    signs = signs_by_sending(mine, paper)
    left = still_to_sign(paper, ids, [(part, turn.asker.id) for part in signs])
    lead = paper_news.lead_to_tell(turn, review, paper)
    seen = Preview(
        review=review,
        paper=paper,
        content=content,
        mark=sent_papers.mark(paper, content),
        draft=go(kind.route, review=review.id),
        receivers={
            part: [one.name for one in found]
            for part, found in paper_news.receivers(turn, review, paper).items()
        },
        status_to=lead.name if lead else "",
        signs=signs,
        to_follow={part: [one.name for one in held[part] if one.id in left[part]] for part in left},
        late=days_late(days, turn.policy) if days else "",
        last=last,
        changed=differences(sent_papers.as_content(last), content) if last else (),
        why_not=why_not(turn, review),
    )
    return say.preview(seen, page, warning=warning)
