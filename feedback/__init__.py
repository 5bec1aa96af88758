"""What those who were at a meeting made of it: asked, answered, and told to nobody but as sums."""
