"""The opt-in repairs of the characters step, a module a subject; each is a function from a document to edits."""
