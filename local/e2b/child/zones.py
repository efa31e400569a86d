"""The package `tzdata` for zoneinfo, in Python's memory, so that a memory snapshot holds it: files are not in one.

zoneinfo looks for `tzdata.zoneinfo…` with importlib.resources, and for the list of zones in `tzdata/zones`
(https://docs.python.org/3/library/zoneinfo.html#data-sources).
"""

import base64
import io
import json
import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.resources.abc import Traversable, TraversableResources

_files = {}


class _Entry(Traversable):
    def __init__(self, path):
        self._path = path

    @property
    def name(self):
        return self._path.rpartition("/")[2]

    def is_file(self):
        return self._path in _files

    def is_dir(self):
        return any(path.startswith(f"{self._path}/") for path in _files)

    def iterdir(self):
        start = len(self._path) + 1
        names = {path[start:].partition("/")[0] for path in _files if path.startswith(f"{self._path}/")}
        return (self / name for name in sorted(names))

    def joinpath(self, *parts):
        return _Entry("/".join([self._path, *map(str, parts)]))

    __truediv__ = joinpath

    def open(self, mode="r", **options):
        if self._path not in _files:
            raise FileNotFoundError(self._path)
        raw = io.BytesIO(_files[self._path])
        return raw if "b" in mode else io.TextIOWrapper(raw, encoding=options.get("encoding") or "utf-8")

    def read_bytes(self):
        return self.open("rb").read()

    def read_text(self, encoding=None):
        return self.open("r", encoding=encoding).read()


class _Resources(TraversableResources):
    def __init__(self, entry):
        self._entry = entry

    def files(self):
        return self._entry


class _Loader(Loader):
    def __init__(self, entry):
        self._entry = entry

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.__path__ = []

    def get_resource_reader(self, name):
        return _Resources(self._entry)


class _Finder(MetaPathFinder):
    def find_spec(self, fullname, path=None, target=None):
        if fullname.partition(".")[0] != "tzdata":
            return None
        entry = _Entry(fullname.replace(".", "/"))
        return ModuleSpec(fullname, _Loader(entry), is_package=True) if entry.is_dir() else None


def install(zones):
    """Makes the zones known. `zones` is a JSON object of TZif files in base64 by name."""
    found = {name: base64.b64decode(data) for name, data in json.loads(zones).items()}
    _files.update({f"tzdata/zoneinfo/{name}": data for name, data in found.items()})
    _files["tzdata/zones"] = "\n".join(sorted(found)).encode()
    # First: a package that was loaded must not hide it, nor a module that somebody else named so.
    sys.meta_path.insert(0, _Finder())
