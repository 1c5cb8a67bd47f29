"""Who says so: speakers, bodies and unnamed sources, what each is quoted with, and whose word a thing is."""
