"""How SENDPath starts and stops: its own environment, its embedded servers, and the processes of the house.

``start.py`` hands over to this package. ``bootstrap`` and what it imports use the standard library alone,
because they run before anything is installed.
"""
