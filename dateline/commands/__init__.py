"""One command a file: NAME, HELP, add_arguments(parser) and run(options) → exit code."""
