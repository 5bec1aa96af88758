"""Pages about one deadline: why this date, in plain words, why it cannot be kept, and who has it in hand."""
