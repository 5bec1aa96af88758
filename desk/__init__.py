"""Staff pages that cross stages: the way in, the case page, post that would not go, teams and people."""
