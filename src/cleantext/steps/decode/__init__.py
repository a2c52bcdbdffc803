"""Decode: bytes to text, with the codec of every part remembered."""
