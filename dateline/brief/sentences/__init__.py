"""One sentence with all its rules, by its kind: fact, reckoning, judgement, absence, cheat."""
