"""What a cell means that is written for a notebook (https://ipython.readthedocs.io/en/stable/interactive/magics.html)."""

import ast
import re

_FLAGS = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT | ast.PyCF_ONLY_AST
_LINES_MAX = 200
_LINE = re.compile(r"^(?P<indent>\s*)(?P<target>[A-Za-z_][\w, ]*=\s*)?(?P<mark>%%?|!!?)\s*(?P<name>\w*)(?P<rest>.*)$")
_CELL = re.compile(r"^%%(?P<name>\w+)(?P<rest>.*)$")
_HELP = re.compile(r"^(?P<indent>\s*)(?:\?\??(?P<after>[\w.]+)|(?P<before>[\w.]+)\?\??)\s*$")
_PACKAGES = re.compile(r"(?:pip3?|conda|mamba|uv|python3? -m pip)\b")
# Magics that set up a notebook; they do nothing here.
_SETTINGS = {"matplotlib", "config", "load_ext", "reload_ext", "autoreload", "precision", "pylab", "capture"}
# Magics that run the code behind or below them and say how long it took.
_TIMERS = {"time", "timeit", "prun"}


def translate(source):
    """The cell as Python, and remarks about what was left out. What Python can read itself is never touched."""
    remarks = []
    lines = source.split("\n")
    first = next((place for place, line in enumerate(lines) if line.strip()), 0)
    whole = _CELL.match(lines[first])
    if whole and whole["name"] not in _TIMERS | _SETTINGS:
        return _replace_cell(whole["name"], whole["rest"].strip(), lines[first + 1 :]), remarks
    for _ in range(_LINES_MAX):
        try:
            compile("\n".join(lines), "<cell>", "exec", _FLAGS)
            return "\n".join(lines), remarks
        except SyntaxError as error:
            place = _place(lines, error)
            if place is None:
                return source, []  # a mistake of their own: let them see theirs
            lines[place] = _replace(lines[place], remarks)
    return source, []


def _replace_cell(name, rest, lines):
    """A cell that is not Python: a file to be written, or what this sandbox has not."""
    if name in ("writefile", "file") and rest:
        mode = "a" if rest.startswith("-a ") else "w"
        text = "\n".join(lines)
        return f"with open({rest.removeprefix('-a ').strip()!r}, {mode!r}) as file: file.write({text!r})"
    return f"raise NotImplementedError({_reason(f'%%{name}')!r})"


def _place(lines, error):
    """The line for a notebook that Python stumbled over. It may be reported one line late, as what an operator goes on with."""
    last = min(error.lineno or 1, len(lines)) - 1
    for place in (last, last - 1):
        if place >= 0 and (_LINE.match(lines[place]) or _HELP.match(lines[place])):
            return place
    return None


def _replace(line, remarks):
    asked = _HELP.match(line)
    if asked:
        return f"{asked['indent']}help({asked['after'] or asked['before']})"
    indent, target, mark, name, rest = _LINE.match(line).group("indent", "target", "mark", "name", "rest")
    said = line.strip()
    if _PACKAGES.match(f"{name}{rest}"):
        remarks.append(f"{said}: not needed here, a package is loaded when it is imported")
        return f"{indent}{target or ''}None"
    if mark.startswith("%") and name in _SETTINGS:
        return f"{indent}pass"
    if mark.startswith("%") and name in _TIMERS:
        code = re.sub(r"^\s*(?:-\w+\s*\d*\s+)*", "", rest)
        return f"{indent}{target or ''}{code}" if code.strip() and mark == "%" else f"{indent}pass"
    return f"{indent}raise NotImplementedError({_reason(said)!r})"


def _reason(said):
    is_shell = re.match(r"(?:\w[\w, ]*=\s*)?(?:!|%+(?:bash|sh|system|sx)\b)", said)
    what = "a command of a shell" if is_shell else "a command of a notebook"
    return f"{said} is {what}, and this sandbox runs Python only"
