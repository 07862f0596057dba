"""What the phone sends and fetches."""
