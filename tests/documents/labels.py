"""Everything that is printed on the consortium’s forms, word for word, in the order of the forms.

Taken from the papers of the consortium’s relaunch of Peer Review: its letter has the titles.
"""

from collections.abc import Mapping, Sequence

from bot.rules.permissions import Paper

LABELS: Mapping[Paper, Sequence[str]] = {
    Paper.SUMMARY: (
        "PEER REVIEW SUMMARY TEMPLATE",
        "This is to be completed at feedback by the lead reviewer,",
        "The lead reviewer is responsible for sending to the reviewed school and to the management group via "
        "the Consortium Office, within 5 working days.",
        "Impact / results of previous Peer to Peer Action Plan",
        "Summary of current Peer to Peer review",
        "Areas of strength identified during the review:",
        "Areas for development identified during the review:",
        "Signed",
        "Lead reviewer:",
        "Headteacher:",
        "Governor:",
    ),
    Paper.PLAN: (
        "PEER REVIEW ACTION PLAN TEMPLATE",
        "This action plan template is designed to help guide your action planning during the post-peer "
        "review workshop. It should be completed by the Improvement Champions following the workshop. A copy "
        "will be sent to the reviewed school and to the management group via the Consortium Office, within 5 "
        "working days",
        "When planning the specific actions following the review, it is important to consider where support "
        "with the delivery of those actions could come from:",
        "a. within the reviewed school itself",
        "b. within the partnership",
        "c. outside of the partnership, but",
        "Action required",
        "Timings and deadlines",
        "(be specific where possible)",
        "Who will deliver this action?",
        "Comments / Further Support",
        "Signed",
        "Improvement Champions:",
        "Headteacher:",
        "Governor:",
    ),
    Paper.AUDIT: (
        "TIPTREE AND STANWAY CONSORTIUM LEAD REVIEWER AUDIT PROFORMA",
        "Reviewed School",
        "Date of Review",
        "Lead Reviewer",
        "Other reviewers",
        "1.",
        "Improvement Champions",
        "2.",
        "Activity",
        "Present",
        "Date",
        "Data Shared",
        "Initial meeting to review data and set priorities – timetable set",
        "Review Carried out",
        "Key areas explored",
        "Activities undertaken by the reviewers",
        "Feedback Given",
        "Governors involved in feedback",
        "Agreed date for workshop with the Improvement Champions Visit (within 2 – 4 weeks)",
        "Action Plan Agreed",
        "Action Plan priorities",
        "Improvement Champions follow up development visit",
        "School Improvement Achieved",
        "The host Headteacher of the reviewed school is responsible for asking the reviewers and improvement "
        "champions to complete any relevant section and returning to the Consortium Office. We appreciate "
        "that the record of the school improvement achieved will follow at a later date on an updated form.",
    ),
}
