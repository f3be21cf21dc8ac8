"""A whole review on Slack, on Teams and in the tests' own chat leaves the same behind."""

from collections.abc import Sequence

import pytest

from bot.platforms.playground.furnishing import give_accounts
from storage.database import Sessions
from storage.models import (
    AuditPart,
    Change,
    ChannelChange,
    DayTimetable,
    DevelopmentVisit,
    Distribution,
    Draft,
    EnquiryQuestion,
    Feedback,
    FeedbackAttendance,
    FocusNote,
    GovernorLink,
    HandedOver,
    Meeting,
    MeetingAttendance,
    Milestone,
    Outgoing,
    PackItem,
    PaperQuery,
    PlanItem,
    Release,
    Review,
    ReviewDates,
    SentPaper,
    Signature,
    Summary,
    SummaryPoint,
    TeamMember,
    TeamNote,
    TimetableSlot,
    Workshop,
)
from storage.models.base import Base
from tests.chat import World
from tests.conversation.conftest import KATE
from tests.conversation.preparing import ChatStage
from tests.everywhere.behind import same
from tests.everywhere.practice import PLACE
from tests.improving.play import reviewed
from tests.slack import running as on_slack
from tests.slack import test_whole_review as slack_review
from tests.slack.relay import Slack
from tests.teams import running as on_teams
from tests.teams import test_whole_review as teams_review
from tests.teams.relay import Teams

TABLES: Sequence[type[Base]] = (
    Review,
    ReviewDates,
    TeamMember,
    Milestone,
    PackItem,
    FocusNote,
    GovernorLink,
    HandedOver,
    Meeting,
    MeetingAttendance,
    EnquiryQuestion,
    DayTimetable,
    TimetableSlot,
    TeamNote,
    Feedback,
    FeedbackAttendance,
    Summary,
    SummaryPoint,
    Workshop,
    Release,
    PlanItem,
    AuditPart,
    DevelopmentVisit,
    SentPaper,
    Signature,
    GovernorLink,
    PaperQuery,
    Distribution,
    Change,
    Draft,
    ChannelChange,
    Outgoing,
)


@pytest.mark.slow
async def test_the_same_review_leaves_the_same_behind(
    three: Sequence[Sessions], slack: Slack, teams: Teams
) -> None:
    practised, slacked, teamed = three
    await in_the_chat(practised)
    async with on_slack.running(slack, slacked) as at_slack:
        await slack_review.whole_review(at_slack)
    async with on_teams.running(teams, teamed) as at_teams:
        await teams_review.whole_review(at_teams)
    same(practised, slacked, teamed, TABLES)


async def in_the_chat(sessions: Sessions) -> None:
    give_accounts(sessions)
    world = World(sessions)
    kate = await ChatStage(world).person(KATE)
    await kate.type("this is group 2", place=PLACE)
    await reviewed(ChatStage(world, PLACE))
