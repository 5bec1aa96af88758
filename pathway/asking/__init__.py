"""Asking: one question a page, the same questions and the same way at every door. See docs/decisions/0025."""
