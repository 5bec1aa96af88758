"""The authority's register of settings, and bringing it in from the official one."""
