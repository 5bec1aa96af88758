"""Reading term dates: typed, from a CSV file, from a calendar file. Nothing here touches the database."""
