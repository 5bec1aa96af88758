"""Acts on the directory of services, and on what was asked of a service."""
