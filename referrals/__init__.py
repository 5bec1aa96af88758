"""The front door: what comes in, who reads it, and what it turns out to be."""
