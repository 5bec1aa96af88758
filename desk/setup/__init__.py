"""Setting up a council without code: its entry, localities, teams, organisations, agreements and roles."""
