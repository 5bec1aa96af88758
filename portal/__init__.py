"""The family's door: its own words, pages and sign-in. It imports the hatches (``family.py``) and no more."""
