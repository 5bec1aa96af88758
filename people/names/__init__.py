"""Names as they are written, heard and misspelt. No extension of the database is needed, and no network."""
