"""The law as data and arithmetic: who owes what to whom, by when, and why that day.

Pure Python, standard library only. Start with ``timetable`` for the rules, ``counting`` for the sums.
"""
