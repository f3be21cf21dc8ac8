"""The tables."""

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
from storage.models.findings import TeamNote
from storage.models.meetings import EnquiryQuestion, Meeting, MeetingAttendance
from storage.models.messages import Outgoing, Pause, Post, Received
from storage.models.preparing import FocusNote, HandedOver, PackItem
from storage.models.reviews import Change, Draft, Milestone, Review, ReviewDates, Suggestion, TeamMember

__all__ = [
    "AcademicYear",
    "Base",
    "CalendarSpan",
    "Change",
    "Channel",
    "ChannelChange",
    "ChatIdentity",
    "ChatReference",
    "Consortium",
    "DayTimetable",
    "Draft",
    "EnquiryQuestion",
    "FocusNote",
    "Group",
    "HandedOver",
    "Meeting",
    "MeetingAttendance",
    "Membership",
    "Milestone",
    "Outgoing",
    "PackItem",
    "Pause",
    "Person",
    "Post",
    "Received",
    "Review",
    "ReviewDates",
    "RoleAssignment",
    "School",
    "Suggestion",
    "TeamMember",
    "TeamNote",
    "TimetableSlot",
]
