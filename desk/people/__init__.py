"""Who works here: invited, looked after, and closed when they leave. For administrators, who see no child's case."""
