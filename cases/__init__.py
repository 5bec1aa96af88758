"""The spine: the case, the people around it, deadlines, worklists, and the doorway through which all change goes."""
