"""Escapes: characters left in a notation that some program should have taken away."""
