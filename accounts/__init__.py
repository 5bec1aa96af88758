"""People who sign in, the authorities and agencies they work for, their teams and roles."""
