"""Loads the packages of the Pyodide release when a program first imports them.

The server fetches them and the child's JavaScript unpacks them; here is where an import is noticed, what may be unpacked, and the
linking of compiled modules.
"""

import _ctypes
import importlib
import os
import stat
import sys
import zipfile
from importlib.machinery import PathFinder
from io import BytesIO
from sysconfig import get_path

# sysconfig begins it with two slashes, names of files with one.
FOLDERS = {"site": "/" + get_path("purelib").lstrip("/"), "dynlib": "/usr/lib"}
_FILES_MAX = 20_000
_LIBRARY = (".so",)
# pyplot's figures become results of the cell; what it keeps for itself is not among the program's files.
_SETTINGS = {"MPLBACKEND": "module://cell_figures", "MPLCONFIGDIR": "/tmp/matplotlib"}

_modules = frozenset()
_programs = ()
_ask = None
_refusals = {}


def install(modules, programs):
    """Begins to watch imports. `programs` is what the file names of programs begin with."""
    global _modules, _programs
    _modules, _programs = frozenset(modules), programs
    # The folders in which the linker looks for libraries. It is not for programs, so os.environ does not show it.
    os.putenv("LD_LIBRARY_PATH", ":".join(FOLDERS.values()))
    sys.meta_path.append(_Finder)


def begin(ask):
    """Prepares for a run. `ask` takes a module's name, unpacks what it needs, and returns '' or why there is nothing."""
    global _ask
    _ask = ask
    _refusals.clear()
    _apply_settings()


def _apply_settings():
    if os.path.exists(f"{FOLDERS['site']}/matplotlib"):
        for name, value in _SETTINGS.items():
            os.environ.setdefault(name, value)


class _Finder:
    """Comes after every other finder: it hears only of modules that are not there."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if path is not None or _ask is None or not _is_wanted(sys._getframe(1)):
            return None
        if name not in _refusals:
            _refusals[name] = _ask(name) if name in _modules else _unknown(name)
        if not _refusals[name]:
            del _refusals[name]
            importlib.invalidate_caches()
            _apply_settings()
            return PathFinder.find_spec(name)
        if _is_question(sys._getframe(1)):
            return None
        raise ModuleNotFoundError(_refusals[name], name=name)


def _unknown(name):
    return (
        f"No module named {name!r}: this sandbox has Python's standard library and the packages of Pyodide's release "
        "(numpy, pandas, matplotlib and others), and it is none of them"
    )


def _is_wanted(frame):
    """Whether the program needs it. A package that is just being imported only looks what else is there: it does without."""
    outermost = None
    while frame is not None and not frame.f_code.co_filename.startswith(_programs):
        if frame.f_code.co_filename.startswith(FOLDERS["site"]):
            outermost = frame
        frame = frame.f_back
    return outermost is None or outermost.f_code.co_name != "<module>"


def _is_question(frame):
    """Whether importlib.util.find_spec asks, which answers None for what is not there."""
    return frame.f_back is not None and frame.f_back.f_globals.get("__name__") == "importlib.util"


def check(data, bytes_max):
    """The names of the shared libraries in an archive (a Uint8Array). Raises ValueError for one that must not be unpacked."""
    with zipfile.ZipFile(BytesIO(data.to_bytes())) as archive:
        entries = archive.infolist()
    if len(entries) > _FILES_MAX or sum(entry.file_size for entry in entries) > bytes_max:
        raise ValueError(f"it unpacks to more than {bytes_max >> 20} MB or {_FILES_MAX} files")
    for entry in entries:
        name = entry.filename
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if name.startswith("/") or "\\" in name or ".." in name.split("/"):
            raise ValueError(f"it has a path that leads out of its folder: {name[:100]!r}")
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise ValueError(f"it holds something that is neither a file nor a folder: {name[:100]!r}")
    return [entry.filename for entry in entries if entry.filename.endswith(_LIBRARY)]


def link(paths):
    """Links shared libraries, so that they need not be compiled when they are imported. One that fails is left to its import."""
    for path in paths:
        try:
            _ctypes.dlopen(path, os.RTLD_NOW)
        except OSError:
            pass
