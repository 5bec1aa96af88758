"""The EHC needs assessment and what follows from it. So far: the request, and the clocks it starts."""
