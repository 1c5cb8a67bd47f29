"""What a piece of text states by the names of a case, and the paragraphs that a brief is held against."""
