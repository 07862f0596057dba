"""Files in and out: the training logs of other apps, and our own archive."""
