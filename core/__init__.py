"""Words and refusals everybody shares. Pure Python: no Django below this line."""
