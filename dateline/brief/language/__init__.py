"""Text alone: words, verbs and sentences, before anything is known of a case."""
