"""The command line: `dateline COMMAND …`; every file in dateline/commands/ is one command."""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence
from types import ModuleType

import dateline
from dateline import commands
from dateline.errors import KitError

FAULT = 1  # something the user can mend
FAULT_OF_OURS = 2
INTERRUPTED = 130  # 128 + SIGINT, as shells have it


def find_commands(word: str = "") -> list[ModuleType]:
    """Return the modules of dateline/commands/ by name; only the one that `word` names, if it names one.

    Each has NAME (its file's name, with - for _), HELP, add_arguments and run. Commands that are not
    wanted stay unloaded, so that each starts as quickly as it can.
    """
    names = sorted(module.name for module in pkgutil.iter_modules(commands.__path__))
    asked = word.replace("-", "_")
    return [
        importlib.import_module(f"{commands.__name__}.{name}")
        for name in ([asked] if asked in names else names)
    ]


def make_parser(word: str = "") -> argparse.ArgumentParser:
    """Return the parser with one subcommand a module, or with the one that `word` names."""
    parser = argparse.ArgumentParser(prog="dateline", description=dateline.__doc__)
    parser.add_argument("--version", action="version", version=f"dateline {dateline.__version__}")
    choices = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in find_commands(word):
        about = command.__doc__ or command.HELP
        chosen = choices.add_parser(command.NAME, help=command.HELP, description=about)
        command.add_arguments(chosen)
        chosen.set_defaults(run=command.run)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 a fault to mend, 2 wrong usage or a fault of ours.

    Faults are told in a sentence on standard error; DATELINE_DEBUG=1 shows the traceback of a fault of ours.
    """
    words = sys.argv[1:] if argv is None else list(argv)
    try:
        options = make_parser(words[0] if words else "").parse_args(words)
        return options.run(options)
    except SystemExit as stop:  # argparse: --help, --version, wrong usage
        return stop.code if isinstance(stop.code, int) else FAULT_OF_OURS
    except KeyboardInterrupt:
        return _tell("stopped.", INTERRUPTED)
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - the interpreter flushes it at exit
        return 0
    except KitError as fault:
        return _tell(str(fault), fault.exit_code)
    except OSError as fault:
        return _tell(f"{fault.filename or 'the system'}: {fault.strerror or fault}", FAULT)
    except Exception as fault:
        if os.environ.get("DATELINE_DEBUG"):
            raise
        told = f"a fault of its own, {type(fault).__name__}: {fault}. DATELINE_DEBUG=1 shows where."
        return _tell(told, FAULT_OF_OURS)


def _tell(message: str, code: int) -> int:
    print(f"dateline: {message}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
