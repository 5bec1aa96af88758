"""What the front door sets running, worked by hand: (code, anchor, ordinary, strict, the day we work to)."""

REQUESTS = [
    # 20 weeks is 140 days. 1 Oct + 30 = 31 Oct, + 30 = 30 Nov, + 31 = 31 Dec, + 31 = 31 Jan (122), + 18 = 18 Feb.
    ("PLAN-FINAL", "2025-10-01", "2026-02-18", "2026-02-17", "2026-02-17"),
    # 24 Aug + 7 = 31 Aug, + 30 = 30 Sep, + 31 = 31 Oct, + 30 = 30 Nov, + 31 = 31 Dec (129), + 11 = Mon 11 Jan.
    ("PLAN-FINAL", "2026-08-24", "2027-01-11", "2027-01-10", "2027-01-08"),
    # Through 29 February: 1 Nov + 29 = 30 Nov, + 31 = 31 Dec, + 31 = 31 Jan, + 29 = 29 Feb (120), + 20 = 20 Mar.
    ("PLAN-FINAL", "2023-11-01", "2024-03-20", "2024-03-19", "2024-03-19"),
    # The same start without a 29 February: 29 + 31 + 31 + 28 = 28 Feb (119), + 21 = 21 Mar.
    ("PLAN-FINAL", "2024-11-01", "2025-03-21", "2025-03-20", "2025-03-20"),
    # Received on 29 February itself: + 1 = 1 Mar, + 30 = 31 Mar, + 30 = 30 Apr, + 31, + 30 = 30 Jun (122), + 18.
    ("PLAN-FINAL", "2024-02-29", "2024-07-18", "2024-07-17", "2024-07-17"),
    # Ends on Easter: strict is Good Friday 18 April 2025, so we work to Thursday 17.
    ("PLAN-FINAL", "2024-11-30", "2025-04-19", "2025-04-18", "2025-04-17"),
    # Ends on Boxing Day: strict Thursday 25 December 2025, so we work to Wednesday 24.
    ("PLAN-FINAL", "2025-08-08", "2025-12-26", "2025-12-25", "2025-12-24"),
    # Ends on the substitute day, Monday 28 December 2026: back over the weekend and Christmas to Thursday 24.
    ("PLAN-FINAL", "2026-08-11", "2026-12-29", "2026-12-28", "2026-12-24"),
    # Received the Sunday the clocks go back, 25 October 2026: days are days, whatever the hour does.
    ("PLAN-FINAL", "2026-10-25", "2027-03-14", "2027-03-13", "2027-03-12"),
    # Received the Sunday the clocks go forward, 29 March 2026.
    ("PLAN-FINAL", "2026-03-29", "2026-08-16", "2026-08-15", "2026-08-14"),
    # The rule book's own: 6 weeks of 1 October 2025 is 12 November, strict 11 November.
    ("EHCNA-DECIDE", "2025-10-01", "2025-11-12", "2025-11-11", "2025-11-11"),
    # 42 days over Christmas: 1 Dec + 30 = 31 Dec, + 12 = 12 Jan.
    ("EHCNA-DECIDE", "2025-12-01", "2026-01-12", "2026-01-11", "2026-01-09"),
    # 18 Jan + 13 = 31 Jan, + 29 = 29 Feb 2024, the day itself.
    ("EHCNA-DECIDE", "2024-01-18", "2024-02-29", "2024-02-28", "2024-02-28"),
    # 20 Feb + 8 = 28 Feb, + 31 = 31 Mar, + 3 = 3 Apr 2026, Good Friday; strict Thursday 2.
    ("EHCNA-DECIDE", "2026-02-20", "2026-04-03", "2026-04-02", "2026-04-02"),
    # Strict on Easter Monday, 6 April 2026: back over Easter to Thursday 2.
    ("EHCNA-DECIDE", "2026-02-24", "2026-04-07", "2026-04-06", "2026-04-02"),
    # 16 weeks is 112 days. An Ombudsman decision counts 18 May 2023 to 6 September 2023, the strict day.
    ("NOPLAN", "2023-05-18", "2023-09-07", "2023-09-06", "2023-09-06"),
    # 24 Aug 2026: the screen says 13 December, and to work to Friday 11.
    ("NOPLAN", "2026-08-24", "2026-12-14", "2026-12-13", "2026-12-11"),
    # 10 Nov + 20 = 30 Nov, + 31 = 31 Dec, + 31 = 31 Jan (82), + 29 = 29 Feb 2024 (111), + 1 = 1 Mar; strict 29 Feb.
    ("NOPLAN", "2023-11-10", "2024-03-01", "2024-02-29", "2024-02-29"),
    # 6 Sep + 24 = 30 Sep, + 31 = 31 Oct, + 30 = 30 Nov (85), + 27 = 27 Dec 2025; strict Boxing Day.
    ("NOPLAN", "2025-09-06", "2025-12-27", "2025-12-26", "2025-12-24"),
]

OUR_TARGETS = [
    # Wed 2 Sep is day 1: Thu, Fri, Mon, Tue 8. A target of our own has one reading.
    ("TRIAGE-LOCAL", "2026-09-02", "2026-09-08", "2026-09-08", "2026-09-08"),
    # Tue 22 Dec is day 1: Wed 23, Thu 24, Tue 29, Wed 30. Friday is Christmas, Monday its neighbour's substitute.
    ("TRIAGE-LOCAL", "2026-12-22", "2026-12-30", "2026-12-30", "2026-12-30"),
    # Received on a Saturday, which is no working day: Mon to Fri.
    ("TRIAGE-LOCAL", "2026-09-05", "2026-09-11", "2026-09-11", "2026-09-11"),
    # Wed 1 April 2026, over Easter: day 1, then Thu 2, Tue 7, Wed 8, Thu 9.
    ("TRIAGE-LOCAL", "2026-04-01", "2026-04-09", "2026-04-09", "2026-04-09"),
    # Wed 2 Sep is day 1: Thu, Fri, Mon 7 (4) to Fri 11 (8), Mon 14, Tue 15.
    ("CHASE-LOCAL", "2026-09-02", "2026-09-15", "2026-09-15", "2026-09-15"),
    # Mon 21 Dec is day 1: Thu 24 (4), Tue 29, Wed, Thu 31 (7), Mon 4 January (8), Tue, Wed 6.
    ("CHASE-LOCAL", "2026-12-21", "2027-01-06", "2027-01-06", "2027-01-06"),
    # Fri 27 March 2026, over Easter: day 1, Mon 30 to Thu 2 April (5), Tue 7 to Fri 10 (9), Mon 13.
    ("CHASE-LOCAL", "2026-03-27", "2026-04-13", "2026-04-13", "2026-04-13"),
    ("LEAD-LOCAL", "2026-09-02", "2026-09-15", "2026-09-15", "2026-09-15"),
    # Fri 21 August 2026, over the Summer bank holiday: day 1, Mon 24 to Fri 28 (6), Tue 1 to Fri 4 September (10).
    ("LEAD-LOCAL", "2026-08-21", "2026-09-04", "2026-09-04", "2026-09-04"),
    # Accepted on a Saturday: Mon 7 September is day 1, Fri 18 day 10.
    ("LEAD-LOCAL", "2026-09-05", "2026-09-18", "2026-09-18", "2026-09-18"),
    # Wed 2 Sep is day 1: Thu 3, Fri 4, Mon 7, Tue 8.
    ("FIRST-CONTACT-LOCAL", "2026-09-02", "2026-09-08", "2026-09-08", "2026-09-08"),
    # Wed 23 Dec is day 1: Thu 24; Friday is Christmas, Monday 28 the substitute: Tue 29, Wed 30, Thu 31.
    ("FIRST-CONTACT-LOCAL", "2026-12-23", "2026-12-31", "2026-12-31", "2026-12-31"),
    # Named on a Sunday: Mon 7 September is day 1, Fri 11 day 5.
    ("FIRST-CONTACT-LOCAL", "2026-09-06", "2026-09-11", "2026-09-11", "2026-09-11"),
    # Thu 30 April 2026 is day 1, Fri 1 May; Mon 4 is the bank holiday: Tue 5, Wed 6, Thu 7.
    ("FIRST-CONTACT-LOCAL", "2026-04-30", "2026-05-07", "2026-05-07", "2026-05-07"),
    # Wed 2 Sep is day 1: Fri 4 is 3, Fri 11 is 8, 18 is 13, 25 is 18, Mon 28, Tue 29.
    ("MAM-LOCAL", "2026-09-02", "2026-09-29", "2026-09-29", "2026-09-29"),
    # Tue 1 Dec is day 1: Fri 4 is 4, 11 is 9, 18 is 14, Thu 24 is 18, Tue 29, Wed 30.
    ("MAM-LOCAL", "2026-12-01", "2026-12-30", "2026-12-30", "2026-12-30"),
    # Named on a Saturday: Mon 7 Sep is day 1, Fri 11 is 5, 18 is 10, 25 is 15, 2 Oct is 20.
    ("MAM-LOCAL", "2026-09-05", "2026-10-02", "2026-10-02", "2026-10-02"),
    # Twelve weeks after Wed 2 September: Wed 25 November; read strictly, the day before.
    ("SUPPORT-REVIEW-LOCAL", "2026-09-02", "2026-11-25", "2026-11-24", "2026-11-24"),
    ("CRM-LOCAL", "2026-09-02", "2026-09-03", "2026-09-03", "2026-09-03"),
    # Thu 2 April 2026 is day 1, then Good Friday to Easter Monday: Tue 7.
    ("CRM-LOCAL", "2026-04-02", "2026-04-07", "2026-04-07", "2026-04-07"),
    # Accepted on a Sunday: Mon 7 September is day 1.
    ("CRM-LOCAL", "2026-09-06", "2026-09-08", "2026-09-08", "2026-09-08"),
    ("EMS-LOCAL", "2026-09-02", "2026-09-08", "2026-09-08", "2026-09-08"),
    # Tue 22 Dec is day 1: Wed 23, Thu 24, Tue 29, Wed 30.
    ("EMS-LOCAL", "2026-12-22", "2026-12-30", "2026-12-30", "2026-12-30"),
    # Fri 1 May 2026 is day 1; Mon 4 is the bank holiday: Tue 5, Wed, Thu, Fri 8.
    ("EMS-LOCAL", "2026-05-01", "2026-05-08", "2026-05-08", "2026-05-08"),
    # Wed 2 Sep is day 1: Fri 4 is 3, Fri 11 is 8, 18 is 13, 25 is 18, Mon 28, Tue 29.
    ("FAMILY-ASSESSMENT-LOCAL", "2026-09-02", "2026-09-29", "2026-09-29", "2026-09-29"),
    # Tue 1 Dec is day 1: Fri 4 is 4, 11 is 9, 18 is 14, Thu 24 is 18, Tue 29, Wed 30.
    ("FAMILY-ASSESSMENT-LOCAL", "2026-12-01", "2026-12-30", "2026-12-30", "2026-12-30"),
    # Mon 30 March 2026 is day 1: Thu 2 is 4, Tue 7 is 5, Fri 10 is 8, 17 is 13, 24 is 18, Mon 27, Tue 28 April.
    ("FAMILY-ASSESSMENT-LOCAL", "2026-03-30", "2026-04-28", "2026-04-28", "2026-04-28"),
    # What a service promises. Wed 2 Sep is day 1 and Tue 8 day 5; a week later day 10, and so on by fives.
    ("SERVICE-5-LOCAL", "2026-09-02", "2026-09-08", "2026-09-08", "2026-09-08"),
    ("SERVICE-5-LOCAL", "2026-12-22", "2026-12-30", "2026-12-30", "2026-12-30"),
    ("SERVICE-5-LOCAL", "2026-09-05", "2026-09-11", "2026-09-11", "2026-09-11"),
    ("SERVICE-10-LOCAL", "2026-09-02", "2026-09-15", "2026-09-15", "2026-09-15"),
    ("SERVICE-10-LOCAL", "2026-12-21", "2027-01-06", "2027-01-06", "2027-01-06"),
    ("SERVICE-10-LOCAL", "2026-09-05", "2026-09-18", "2026-09-18", "2026-09-18"),
    ("SERVICE-15-LOCAL", "2026-09-02", "2026-09-22", "2026-09-22", "2026-09-22"),
    # Mon 21 Dec is day 1, Wed 6 January day 10: Thu 7, Fri 8, Mon 11, Tue, Wed 13.
    ("SERVICE-15-LOCAL", "2026-12-21", "2027-01-13", "2027-01-13", "2027-01-13"),
    ("SERVICE-15-LOCAL", "2026-09-05", "2026-09-25", "2026-09-25", "2026-09-25"),
    ("SERVICE-20-LOCAL", "2026-09-02", "2026-09-29", "2026-09-29", "2026-09-29"),
    ("SERVICE-20-LOCAL", "2026-12-21", "2027-01-20", "2027-01-20", "2027-01-20"),
    ("SERVICE-20-LOCAL", "2026-09-05", "2026-10-02", "2026-10-02", "2026-10-02"),
    ("SERVICE-30-LOCAL", "2026-09-02", "2026-10-13", "2026-10-13", "2026-10-13"),
    # Wed 20 January is day 20: Thu 21, Fri 22, Mon 25 to Fri 29 (27), Mon 1 February, Tue, Wed 3.
    ("SERVICE-30-LOCAL", "2026-12-21", "2027-02-03", "2027-02-03", "2027-02-03"),
    ("SERVICE-30-LOCAL", "2026-09-05", "2026-10-16", "2026-10-16", "2026-10-16"),
    ("SETTLE-LOCAL", "2026-09-02", "2026-09-03", "2026-09-03", "2026-09-03"),
    # Thu 24 Dec is day 1: Tue 29.
    ("SETTLE-LOCAL", "2026-12-24", "2026-12-29", "2026-12-29", "2026-12-29"),
    # Fri 28 August 2026, over the Summer bank holiday: day 1, then Tue 1 September.
    ("SETTLE-LOCAL", "2026-08-28", "2026-09-01", "2026-09-01", "2026-09-01"),
]
