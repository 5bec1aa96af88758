"""One assessment a family: parts written by each service in the same record, sent whole to the CAF team."""
