"""Acts that join stages. Each is one transaction that calls the stages' own acts in order."""
