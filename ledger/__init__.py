"""What happened: append-only entries, who looked, and the words to tell it."""
