"""What somebody keeps about themselves: when they are away, how they hear, and their calendar."""
