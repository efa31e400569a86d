"""The backend of pyplot in a cell: figures that are shown, or left open at its end, are results of the cell.

matplotlib loads it by its name (https://matplotlib.org/stable/users/explain/figure/writing_a_backend_pyplot_interface.html), and it
draws with Agg.
"""

import io
import sys

_show = None


def __getattr__(name):
    if name != "FigureCanvas":
        raise AttributeError(name)
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    globals()[name] = FigureCanvasAgg
    return FigureCanvasAgg


class _Picture:
    """A figure as it is now."""

    def __init__(self, figure):
        self._text = repr(figure)
        file = io.BytesIO()
        figure.savefig(file, format="png", bbox_inches="tight", facecolor=figure.get_facecolor())
        self._png = file.getvalue()

    def __repr__(self):
        return self._text

    def _repr_png_(self):
        return self._png


def begin(show_result):
    """Prepares for a run. `show_result` takes a value that is to be a result."""
    global _show
    _show = show_result


def show(*_args, **_options):
    """pyplot.show: makes results of the open figures, and closes them."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is None:
        return
    try:
        for number in pyplot.get_fignums():
            _show(_Picture(pyplot.figure(number)))
    finally:
        pyplot.close("all")
