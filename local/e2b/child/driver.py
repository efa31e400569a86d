"""Runs cells in one interpreter and describes what came of them.

It is loaded before any cell and keeps its own references, so that a cell which breaks `builtins` or `sys.modules`
breaks itself and not the next one. What it emits is still only the cell's word: the server trusts none of it.
"""

import ast
import asyncio
import base64
import builtins
import inspect
import json
import linecache
import os
import sys
import traceback

import cell_figures
import cell_loop
import cell_magics
import cell_packages

# Common imports, so that the memory snapshot already holds them.
import calendar, collections, copy, csv, dataclasses, datetime, decimal, enum, fractions, functools, heapq, io  # noqa: E401, F401
import itertools, math, operator, random, re, statistics, string, textwrap, time, typing  # noqa: E401, F401

HOME = "/home/user"
CELL = "<cell"
OUTPUT_CHARS_MAX = 256 * 1024
RESULT_BYTES_MAX = 3 * 1024 * 1024

# Mime bundles as Jupyter names their methods, and the fields E2B gives them.
REPRESENTATIONS = {
    "html": "_repr_html_",
    "markdown": "_repr_markdown_",
    "svg": "_repr_svg_",
    "png": "_repr_png_",
    "jpeg": "_repr_jpeg_",
    "pdf": "_repr_pdf_",
    "latex": "_repr_latex_",
    "json": "_repr_json_",
    "javascript": "_repr_javascript_",
}

_dumps, _loads, _b64encode = json.dumps, json.loads, base64.b64encode
_cells = 0
_builtins = {}
_emit = None
_modules = {}


def start(envs, modules):
    """Prepares the interpreter, once in every child, after the snapshot is loaded. `modules` is what can be imported beside Python's."""
    random.seed()  # the snapshot holds one state of the generator, the same for everybody
    os.makedirs(HOME, exist_ok=True)
    os.chdir(HOME)
    os.makedirs("/mnt", exist_ok=True)
    os.symlink(HOME, "/mnt/data")  # where models are used to find files
    os.environ.clear()
    os.environ.update({"HOME": HOME, "USER": "user", "PWD": HOME, "TZ": "UTC", "LANG": "C.UTF-8"})
    os.environ.update(_loads(envs))
    time.tzset = _tzset
    _read_zone()
    sys.path.insert(0, HOME)
    sys.dont_write_bytecode = True  # it would count as the program's files
    os.system = os.popen = _no_programs
    for name in [name for name in sys.modules if name.split(".")[0] in ("js", "pyodide_js")]:
        del sys.modules[name]
    cell_loop.install()
    cell_packages.install(_loads(modules), (CELL, HOME))
    _builtins.update(vars(builtins))
    _modules.update(sys.modules)


def _tzset():
    """time.tzset, which Pyodide lacks: local time becomes that of the zone in TZ. The zone is JavaScript's, so it sets it."""
    _emit(_dumps({"type": "zone", "name": os.environ.get("TZ", "UTC")}))
    _read_zone()


def _read_zone():
    """Makes the constants of the module `time` those of the zone."""
    year = time.localtime().tm_year
    moments = [time.localtime(calendar.timegm((year, month, 1, 0, 0, 0))) for month in (1, 7)]
    winter, summer = sorted(moments, key=lambda moment: moment.tm_gmtoff)
    time.timezone, time.altzone = -winter.tm_gmtoff, -summer.tm_gmtoff
    time.daylight = int(winter.tm_gmtoff != summer.tm_gmtoff)
    time.tzname = (winter.tm_zone, summer.tm_zone)


def _no_programs(*_args, **_options):
    raise OSError("this sandbox runs Python only: there are no other programs in it")


def _repair():
    """Puts back what an earlier cell may have broken."""
    vars(builtins).update(_builtins)
    sys.modules.update(_modules)
    sys.stdout = open(1, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)
    sys.stderr = open(2, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)


def _flush():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BaseException:
            pass


def _shorten(text):
    return text if len(text) <= OUTPUT_CHARS_MAX else text[:OUTPUT_CHARS_MAX] + "… [truncated]"


def _representation(field, value):
    if field == "json":
        return _loads(_dumps(value))
    if isinstance(value, (bytes, bytearray)):
        return _b64encode(value).decode()
    return str(value)


def _describe(value, is_main):
    """The value as E2B's result: its repr, and every rich form it offers."""
    text = repr(value)
    if text[:1] in ("'", '"') and text[-1:] == text[:1]:
        text = text[1:-1]  # so does E2B's server (template/server/api/models/result.py)
    result = {"type": "result", "is_main_result": is_main, "text": _shorten(text)}
    for field, method in REPRESENTATIONS.items():
        if isinstance(value, type) or not callable(getattr(value, method, None)):
            continue
        made = getattr(value, method)()
        if made is not None:
            result[field] = _representation(field, made)
    return result


class _Cell:
    """One run: where its results go and how much room is left for them."""

    def __init__(self, emit):
        self.emit = emit
        self.room = RESULT_BYTES_MAX

    def show(self, value, is_main=False):
        result = _describe(value, is_main)
        line = _dumps(result)
        if len(line) > self.room:
            size = f"{len(line) / 1048576:.1f} MB"
            result = {key: result[key] for key in ("type", "is_main_result")}
            result["text"] = f"[result left out: {size}, over the 3 MB a run may return]"
            line = _dumps(result)
        self.room -= len(line)
        _flush()
        self.emit(line)

    def show_figures(self):
        """Shows what the cell has left open."""
        try:
            cell_figures.show()
        except BaseException as error:
            self.fail(error)

    def fail(self, error):
        _flush()
        try:
            if isinstance(error, SyntaxError) and str(error.filename).startswith(CELL):
                error.filename = "<cell>"
            value = str(error)
        except BaseException:
            value = "[its text could not be made]"
        report = {"name": type(error).__name__, "value": _shorten(value), "traceback": _shorten(_trace(error))}
        self.emit(_dumps({"type": "error", **report}))


def _trace(error):
    """The traceback with the cell's frames only, chained errors included."""
    try:
        trace = traceback.TracebackException.from_exception(error)
        seen, todo = set(), [trace]
        while todo:
            part = todo.pop()
            if part is None or id(part) in seen:
                continue
            seen.add(id(part))
            frames = [frame for frame in part.stack if frame.filename.startswith((CELL, HOME))]
            for frame in frames:
                frame.line  # looked up under the name that is the cell's own
                if frame.filename.startswith(CELL):
                    frame.filename = "<cell>"
            part.stack = traceback.StackSummary.from_list(frames)
            todo += [part.__cause__, part.__context__, *(part.exceptions or ())]
        return "".join(trace.format())
    except BaseException:
        return f"{type(error).__name__} (its traceback could not be made)"


def _compile(source):
    """The cell's statements and, apart, its last expression. Both may await."""
    global _cells
    _cells += 1
    # Each cell has a name of its own, so that a function of an earlier one still finds its lines.
    name = f"{CELL} {_cells}>"
    linecache.cache[name] = (len(source), None, source.splitlines(True), name)
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    tree = compile(source, name, "exec", flags | ast.PyCF_ONLY_AST)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    codes = [compile(tree, name, "exec", flags)]
    if last:
        codes.append(compile(ast.Expression(last.value), name, "eval", flags))
    return codes


async def _evaluate(source, namespace):
    value = None
    for code in _compile(source):
        value = eval(code, namespace)
        if code.co_flags & inspect.CO_COROUTINE:
            value = await value
    return value


async def run(source, envs, emit):
    """Runs one cell. `envs` is a JSON object for this run alone; `emit` takes each event as a line of JSON."""
    global _emit
    _emit = emit
    _repair()
    cell = _Cell(emit)
    cell_figures.begin(cell.show)
    namespace = vars(_modules["__main__"])
    namespace["display"] = lambda *values: [cell.show(value) for value in values] and None
    before = dict(os.environ)
    try:
        os.environ.update(_loads(envs))
        if os.environ.get("TZ") != before.get("TZ"):
            _tzset()
        cell_packages.begin(lambda name: emit(_dumps({"type": "import", "name": name})))
        code, remarks = cell_magics.translate(source)
        for remark in remarks:
            print(remark, file=sys.stderr)
        value = await _evaluate(code, namespace)
        if value is not None:
            cell.show(value, True)
    except BaseException as error:
        cell.fail(error)
    finally:
        _flush()
        cell.show_figures()
        if envs != "{}":
            os.environ.clear()
            os.environ.update(before)
            _tzset()


def list_files(path, depth):
    """The entries under a directory as JSON, at most `depth` levels down."""
    entries = []

    def walk(folder, level):
        for entry in sorted(os.scandir(folder), key=lambda found: found.name):
            status = entry.stat(follow_symlinks=False)
            is_folder = entry.is_dir(follow_symlinks=False)
            entries.append(
                {
                    "name": entry.name,
                    "path": entry.path,
                    "is_dir": is_folder,
                    "size": status.st_size,
                    "mode": status.st_mode & 0o777,
                    "modified_ms": status.st_mtime_ns // 1_000_000,
                }
            )
            if is_folder and level < depth:
                walk(entry.path, level + 1)

    walk(os.path.join(HOME, path), 1)
    return _dumps(entries)
