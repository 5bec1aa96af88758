"""Let in by exception: opening a case one is not on, the reviewer's list, and the report of unusual looking."""
