"""What somebody of the family wants known about the child, told once and read by everybody who helps."""
