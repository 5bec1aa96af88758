"""What the page of parts shows. Every person, place and number is invented."""

# ruff: noqa: E501 - a table of words reads best a row to a line

import datetime
from typing import Any

CONTENT: dict[str, Any] = {
    "deadlines": [
        {
            "state": "late", "distance": "13 days late", "line": "Last day was Tuesday 10 November",
            "title": "Speech and language advice", "owner": "Owed by Bridgewater Community NHS Trust, Ruth Ellery. Chased 3 times.",
            "act": {"label": "Ask the designated clinical officer", "url": "#"},
        },
        {
            "state": "today", "distance": "last day is today", "line": "Target was yesterday, Sunday 22",
            "title": "Tell Lena’s family the decision", "owner": "Owed by Priya Raman. 6 weeks from the request.",
        },
        {
            "state": "soon", "distance": "in 11 days", "line": "Friday 4 December, our date",
            "title": "Draft plan to Joanne", "owner": "Owed by Priya Raman. There is no day in law for this step.",
        },
        {
            "state": "", "distance": "in 46 days", "line": "Work to Friday 8 January; target Sunday 10",
            "title": "Final plan to Joanne and Oakfield Primary", "owner": "Owed by Priya Raman. 20 weeks from the request.",
            "why": [
                {"key": "What started it", "value": "Joanne’s request, received on Monday 24 August 2026 at 9:14pm (day 1)"},
                {"key": "The sum", "value": "20 weeks is 140 days. Day 140 is Sunday 10 January 2027."},
                {"key": "The day we work to", "value": "Friday 8 January, the last working day on or before it"},
                {"key": "The law", "value": "SEND Regulations 2014, regulation 13(2)"},
                {"key": "What could excuse it", "value": "Regulation 13(3). Nothing recorded. Late health advice does not."},
            ],
        },
        {"state": "ok", "distance": "met", "line": "Friday 25 September", "title": "Decide whether to assess"},
        {"state": "wait", "distance": "with Joanne", "line": "Asked on Thursday 19 November", "title": "Check Amara’s views"},
    ],
    "tags": [
        ("late", "Late"), ("today", "Last day is today"), ("soon", "At risk"), ("ok", "On track"),
        ("wait", "With the school"), ("", "Draft"),
    ],
    "chips": [
        {"label": "Everything", "count": 17, "url": "#", "current": True},
        {"label": "Late", "count": 1, "url": "#", "state": "late"},
        {"label": "Today", "count": 2, "url": "#", "state": "today"},
        {"label": "This week", "count": 6, "url": "#", "state": "soon"},
        {"label": "With others", "count": 4, "url": "#", "state": "wait"},
    ],
    "filter_fields": [
        {"name": "route", "label": "Route", "value": "family", "options": [("", "Every route (17)"), ("family", "Families (5)")]},
        {"name": "kind", "label": "Asked for", "value": "", "options": [("", "Anything"), ("assess", "An assessment (3)")]},
        {"name": "words", "label": "Words", "value": ""},
    ],
    "queue": [
        {"title": "Zofia Lis, 3", "url": "#", "line": "Health visitor. Waited 4 working days", "state": "today", "tag": "Answer due today"},
        {"title": "Ayaan Chowdhury, 8", "url": "#", "line": "School. Waited 3 working days", "state": "soon", "tag": "Answer due tomorrow", "current": True},
        {"title": "Hamza Siddiqui, 12", "url": "#", "line": "Asked school for more, Tuesday 17", "state": "wait", "tag": "With the school"},
    ],
    "rows": [
        {
            "state": "late", "distance": "1 day late", "line": "Last day was Sunday 22 November", "url": "#",
            "title": "Answer Zofia’s mother", "who": "Zofia Lis", "facts": "3 · R-20729 · Help",
            "reason": "5 working days from the request received on Friday 13 November.",
            "stuck": "Waiting for: the health visitor, Bea Lunn. Asked on Tuesday 17 November. You can answer without her.",
            "action": {"label": "Read and answer", "url": "#", "ending": "Zofia Lis", "first": True},
        },
        {
            "state": "soon", "distance": "tomorrow", "line": "Tuesday 24 November", "url": "#",
            "title": "Decide what should happen", "who": "Ayaan Chowdhury", "facts": "8 · R-20731 · Not sure",
            "reason": "His mother was not sure what to ask for. Settle it, and the day counts from receipt.",
            "action": {"label": "Open", "url": "#", "ending": "Ayaan Chowdhury"},
        },
    ],
    "child": {
        "name": "Amara Whitfield",
        "facts": [
            {"strong": "7 years", "after": ", born 3 March 2019"}, {"strong": "she, her"},
            {"before": "Year 3,", "strong": "Oakfield Primary"}, {"before": "Case", "strong": "SAL-4821"},
        ],
        "voice": {
            "words": "Give me time to find my words. Show me, don’t just tell me.",
            "who": "Amara, September 2026", "url": "#", "link": "Read all that matters to her",
        },
    },
    "alerts": [
        {
            "strong": "Address must not be shared.", "url": "#", "link": "What you can and cannot send",
            "text": "Her father must not be told where Amara and Joanne live, in any letter, invitation or call.",
        },
        {"strong": "Before you ring:", "text": "Joanne prefers a text first, and cannot talk before 3:30pm.", "quiet": True},
    ],
    "actions": [
        {"label": "Record something", "url": "#", "first": True},
        {"label": "Message Joanne", "url": "#"},
    ],
    "tabs": [
        {"label": "Overview", "url": "#", "current": True}, {"label": "Documents (24)", "url": "#"},
        {"label": "Who has looked", "url": "#"},
    ],
    "steps": [
        {"name": "You asked us", "note": "Monday 24 August", "state": "done"},
        {"name": "We agreed to assess Amara", "note": "Friday 25 September", "state": "done"},
        {"name": "People give advice: now", "note": "6 of 7 reports are in", "state": "now"},
        {"name": "We decide if Amara needs a plan", "note": "By Friday 11 December", "state": "next"},
        {"name": "You read the first draft", "note": "About Friday 4 December", "state": "next"},
        {"name": "The final plan", "note": "By Sunday 10 January 2027", "state": "next"},
    ],
    "timeline": [
        {
            "title": "Message from Joanne", "byline": "Joanne Whitfield", "when": "Saturday 21 November, 10:14am",
            "iso": "2026-11-21T10:14", "text": "“Is the speech report here yet? Nobody has said.”", "url": "#", "link": "Answer",
        },
        {
            "title": "Speech and language advice chased a third time", "byline": "SENDPath, for Priya Raman",
            "when": "Wednesday 18 November", "iso": "2026-11-18", "text": "Sent to the role mailbox. Delivered, not answered.",
        },
    ],
    "summary": [
        {"key": "Asked by", "value": "Meera Nair, SENCO, Broadwalk Primary"},
        {"key": "Main reason", "value": "Distress at school; 3 suspensions since September", "url": "#", "action": "Change"},
        {"key": "What the family wants", "value": "“Someone to sit down with all of us at once.”", "url": "#", "action": "Change"},
    ],
    "tasks": [
        {"title": "About your child", "url": "#", "status": "Finished"},
        {"title": "What is hard", "url": "#", "hint": "About 5 minutes", "status": "Started", "state": "soon"},
        {"title": "Send it to us", "status": "Cannot start yet"},
    ],
    "things": [
        {"title": "Check what we wrote about Amara’s views", "url": "#", "when": "5 minutes. By Friday 27 November (in 5 days) if you can."},
        {"title": "We got your message.", "text": "Priya will answer by Tuesday 24 November.", "when": "Saturday 21 November, 10:14am"},
    ],
    "criteria": [
        {"state": "met", "name": "Met: aged 0 to 25", "note": "8 on the day it came in"},
        {"state": "more", "name": "More evidence: family agrees", "note": "Father has not been asked.", "url": "#", "link": "Ask him"},
        {"state": "not", "name": "Not met: known to social care", "note": "A “should”, so it does not stop you"},
    ],
    "checked": {
        "version": 3,
        "lines": [
            {"state": "met", "outcome": {"words": "Met"}, "line": {"words": "Aged 3 to 11"}, "note": "Yes: this must be so."},
            {"state": "more", "outcome": {"words": "More evidence"}, "line": {"words": "Two plans at school"}, "note": "Say what you know, or who could tell."},
            {"state": "not", "outcome": {"words": "Not met"}, "line": {"words": "Seen by the clinic now"}, "note": "Yes, and then another service is the right one."},
        ],
    },
    "team": [
        {"name": "Daniel Osei", "role": "Engagement lead, early help", "note": "Away Friday; Bea Lunn covers"},
        {"name": "Ruth Ellery", "role": "Speech and language therapist", "state": "late", "tag": "Advice late"},
        {"name": "Joanne Whitfield", "role": "Mother, has parental responsibility", "note": "Replies within a day"},
    ],
    "feed": [
        {"when": "Today, 7:30am", "iso": "2026-11-23T07:30", "title": "Noah Pryce", "url": "#", "text": "Psychologist’s advice came, 4 days early."},
        {"state": "soon", "tag": "Tomorrow", "title": "Answer Joanne’s message", "url": "#", "text": "You"},
    ],
    "figures": [
        {"number": 17, "label": "waiting", "url": "#"}, {"number": 4, "label": "working days, the longest wait"},
        {"number": 3, "label": "asked for an assessment", "url": "#"},
    ],
    "files": [
        {"name": "Letter from Dr Penn", "url": "#", "kind": "PDF", "size": 184_320, "note": "From Joanne, Friday 20 November"},
        {"name": "Drawing", "kind": "JPEG", "size": 2_400_000, "state": "wait", "tag": "Being checked", "note": "You can open it when the check is done"},
    ],
    "pages": [
        {"number": 1, "url": "#"}, {"number": 2, "url": "#", "current": True}, {"number": 3, "url": "#"}, {"gap": True},
        {"number": 9, "url": "#"},
    ],
    "sent_on": {"told": "Joanne Whitfield"},
    "typed": ["He cries before school, and the mornings are no better."],
    "born": datetime.date(2019, 3, 3),
    "sent": datetime.datetime(2026, 11, 21, 10, 14, tzinfo=datetime.UTC),
    "due": datetime.date(2026, 11, 27),
}  # fmt: skip
