"""Shutting the process of one notebook in: names of its own for processes and files, no rights, limits.

Runs inside bubblewrap, which has already taken away the network, the disk and the view of the machine. What
is done here keeps the notebooks of one class from each other and from the process that starts them.
The calls are those of Linux's unshare(2), mount(2), prctl(2) and capset(2).
"""

from __future__ import annotations

import ctypes
import os
import resource
from contextlib import suppress

from dateline.grading.limits import Limits

CLONE_NEWNS, CLONE_NEWUTS, CLONE_NEWIPC = 0x00020000, 0x04000000, 0x08000000
CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET = 0x10000000, 0x20000000, 0x40000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REC, MS_PRIVATE = 1, 2, 4, 8, 16384, 1 << 18
MS_REMOUNT, MS_BIND = 32, 4096
DEVICES = ("null", "zero", "full", "random", "urandom", "tty")  # what bubblewrap's --dev shows
PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 24, 38
LAST_CAPABILITY = 63
NOBODY = 65534
LOWER = 10  # steps by which a notebook gives way to the process that watches it
FEWEST_NUMBERS = 301  # of processes; the least that Linux takes
_MEGABYTE = 2**20

libc = ctypes.CDLL(None, use_errno=True)


def unshare(with_user: bool) -> None:
    """Give the children of this process names of their own; OSError when the system refuses."""
    flags = CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWNET
    uid, gid = os.getuid(), os.getgid()
    _call(libc.unshare, flags | (CLONE_NEWUSER if with_user else 0))
    if with_user:
        _write("/proc/self/setgroups", "deny")
        _write("/proc/self/uid_map", f"{NOBODY} {uid} 1")
        _write("/proc/self/gid_map", f"{NOBODY} {gid} 1")


def shut_in(limits: Limits, with_user: bool) -> None:
    """Take every right from this process for good; it has only an empty /tmp of its own left to write to."""
    _mount("none", "/", None, MS_REC | MS_PRIVATE)
    space = f"size={limits.disk}m,nr_inodes=20000,mode=1777"
    for folder in ("/tmp", "/dev/shm"):
        _mount("tmpfs", folder, "tmpfs", MS_NOSUID | MS_NODEV, space)
    _close_to_writing()
    with suppress(OSError):  # from Linux 6.14 on a namespace has a limit of its own, which binds everybody
        _write("/proc/sys/kernel/pid_max", str(FEWEST_NUMBERS))
    try:
        _mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC)
    except PermissionError:  # Linux shows processes anew only where all of /proc could be seen before
        _mount("tmpfs", "/proc", "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC | MS_RDONLY, "size=4k")
    if not with_user:  # a real root becomes nobody; without root, the user's own namespace has no other user
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
    _forget_capabilities(with_user)
    os.nice(LOWER)
    _call(libc.prctl, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    limit(limits)


def _close_to_writing() -> None:
    """Make what all notebooks share read-only: without root, the one who runs them owns it inside as well."""
    unchanged = MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID
    for folder in ("/", "/dev"):
        _mount("none", folder, None, unchanged | MS_NODEV)
    for device in DEVICES:  # they are the machine's own
        _mount("none", f"/dev/{device}", None, unchanged)


def limit(limits: Limits) -> None:
    """Set the limits that the system itself keeps."""
    seconds = int(limits.seconds) + 5
    wanted = {
        resource.RLIMIT_AS: limits.memory * _MEGABYTE,
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_NPROC: limits.processes,
        resource.RLIMIT_NOFILE: limits.files,
        resource.RLIMIT_FSIZE: limits.disk * _MEGABYTE,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MEMLOCK: 0,
        resource.RLIMIT_MSGQUEUE: 0,
    }
    for what, most in wanted.items():
        _, hard = resource.getrlimit(what)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, most))


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


def _forget_capabilities(with_user: bool) -> None:
    for capability in range(LAST_CAPABILITY + 1):
        libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    if not with_user:
        os.setresuid(NOBODY, NOBODY, NOBODY)
    header = _Header(0x20080522, 0)
    _call(libc.capset, ctypes.byref(header), (ctypes.c_uint32 * 6)())


def _mount(source: str, target: str, kind: str | None, flags: int, data: str = "") -> None:
    kind_bytes = kind.encode() if kind else None
    _call(libc.mount, source.encode(), target.encode(), kind_bytes, ctypes.c_ulong(flags), data.encode())


def _write(path: str, text: str) -> None:
    try:
        with open(path, "w", encoding="ascii") as file:
            file.write(text)
    except OSError as fault:
        raise OSError(fault.errno, fault.strerror, path) from None


def _call(function: ctypes._CFuncPtr, *arguments: object) -> None:
    if function(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), function.__name__)
