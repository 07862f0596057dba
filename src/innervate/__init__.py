"""Innervate: learn to feel and drive the muscle you train, and check whether it works for you."""

__version__ = "0.1.0"
