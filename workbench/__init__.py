"""What `run.py` does: sets the house up, runs it, checks it. Standard library only."""
