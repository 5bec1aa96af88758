"""Invented people and families, the one-click sign-in, and the seed. Absent from production."""
