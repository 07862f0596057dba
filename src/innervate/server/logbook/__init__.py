"""Sessions, performed sets, a lifter's own exercises, and preferences."""
