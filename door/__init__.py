"""What every Django room stands on: guarded models, the page mark, privacy labels, forms. No tables."""
