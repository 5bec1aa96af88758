"""The machine around the product: settings, launcher, sessions, containers."""
