"""Corpus: the spellings that many texts have of one name."""
