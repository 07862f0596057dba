"""Who has an account, and what may be done with it. Signing in itself is allauth's work."""
