"""The rule book: every rule to read, who has signed it off, and what follows from a day somebody types."""
