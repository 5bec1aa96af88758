"""What the records say about how the work goes. Reads everything, changes nothing."""
