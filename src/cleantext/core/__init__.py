"""The spine: edits, documents, results, rules. It knows nothing of news, languages or what rules contain."""
