"""Support for a child without an EHC plan: assess, plan, do, review; what it costs, and what came of it."""
