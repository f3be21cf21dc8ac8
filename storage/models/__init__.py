"""The tables."""

from storage.models.audits import AuditPart, DevelopmentVisit
from storage.models.base import Base
from storage.models.consortium import (
    AcademicYear,
    CalendarSpan,
    Channel,
    ChannelChange,
    ChatIdentity,
    ChatReference,
    Consortium,
    Group,
    Membership,
    Person,
    RoleAssignment,
    School,
)
from storage.models.days import DayTimetable, TimetableSlot
from storage.models.digests import LeadNote, LeadQuestion
from storage.models.feeds import Feed
from storage.models.findings import TeamNote
from storage.models.impacts import Impact
from storage.models.meetings import EnquiryQuestion, Meeting, MeetingAttendance
from storage.models.messages import Outgoing, Pause, Post, Received
from storage.models.papers import Distribution, GovernorLink, PaperQuery, SentPaper, Signature
from storage.models.plans import PlanItem, Release, Workshop
from storage.models.preparing import FocusNote, HandedOver, PackItem
from storage.models.reminders import LeadCheck, Reminder, Round
from storage.models.reviews import Change, Draft, Milestone, Review, ReviewDates, Suggestion, TeamMember
from storage.models.summaries import Feedback, FeedbackAttendance, PreviousComment, Summary, SummaryPoint

__all__ = [
    "AcademicYear",
    "AuditPart",
    "Base",
    "CalendarSpan",
    "Change",
    "Channel",
    "ChannelChange",
    "ChatIdentity",
    "ChatReference",
    "Consortium",
    "DayTimetable",
    "DevelopmentVisit",
    "Distribution",
    "Draft",
    "EnquiryQuestion",
    "Feed",
    "Feedback",
    "FeedbackAttendance",
    "FocusNote",
    "GovernorLink",
    "Group",
    "HandedOver",
    "Impact",
    "LeadCheck",
    "LeadNote",
    "LeadQuestion",
    "Meeting",
    "MeetingAttendance",
    "Membership",
    "Milestone",
    "Outgoing",
    "PackItem",
    "PaperQuery",
    "Pause",
    "Person",
    "PlanItem",
    "Post",
    "PreviousComment",
    "Received",
    "Release",
    "Reminder",
    "Review",
    "ReviewDates",
    "RoleAssignment",
    "Round",
    "School",
    "SentPaper",
    "Signature",
    "Suggestion",
    "Summary",
    "SummaryPoint",
    "TeamMember",
    "TeamNote",
    "TimetableSlot",
    "Workshop",
]
