"""The steps, one module or folder each: what comes in, and which edits they propose."""
