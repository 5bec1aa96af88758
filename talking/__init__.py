"""Talking with the family: one conversation with each of them, however it was held, and what waits for an answer."""
