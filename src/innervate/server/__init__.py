"""The server: Django, and only here."""
