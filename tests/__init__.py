"""Tests, in the order a reader needs them: law, acts, pages, doors, journeys, browser, house, machine."""
