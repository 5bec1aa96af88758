"""The pages about a child and the people around them."""
