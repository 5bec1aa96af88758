"""The parts of the seed: invented children, what the law makes of them, their letters, and the SQL."""
