"""How many, how much and how far: figures with their bounds, portions, lengths, what they make together."""
