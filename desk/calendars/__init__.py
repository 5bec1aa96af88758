"""School calendars: the settings, the term dates of each, typed or read from a file, and the versions kept."""
