"""What the council promised in its strategy, and how that stands."""
