"""The directory of services at the desk: read by all who work here, kept by whoever may."""
