"""What a reader sees of it: a report in words and as HTML, draft against draft, an export with notes."""
