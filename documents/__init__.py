"""Files with a case: what each one really is, whether it is safe, and who may open it."""
