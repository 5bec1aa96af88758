"""Meetings about one child: arranged, held, written down, and what they lead to."""
