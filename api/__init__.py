"""The machines' door: versioned, read through the same selectors as the pages."""
