"""Get Information about Schools: the official register, as its file is downloaded."""
