import { expect, test } from 'vitest';
import { serveWheels, usePackageHarness } from './e2b-packages-harness.ts';
import { wheel } from './wheels.ts';

usePackageHarness();

/**
 * Has matplotlib's shape as far as a notebook sees it: a backend is a module with a canvas and `show`, and figures stay open until
 * they are closed. (The real wheel is only on the release's server.)
 */
const matplotlib = wheel('matplotlib', [
  {
    name: 'matplotlib/__init__.py',
    data: 'import os\nbackend = os.environ["MPLBACKEND"]\ndef get_backend(): return backend\n',
  },
  { name: 'matplotlib/backends/__init__.py', data: '' },
  {
    name: 'matplotlib/backends/backend_agg.py',
    data: 'class FigureCanvasAgg:\n    @staticmethod\n    def png(title): return b"\\x89PNG " + title.encode()\n',
  },
  {
    name: 'matplotlib/pyplot.py',
    data: `
import importlib
import matplotlib
backend = importlib.import_module(matplotlib.get_backend().removeprefix("module://"))
figures = {}
class Figure:
    def __init__(self, title): self.title = title
    def __repr__(self): return f"<Figure {self.title}>"
    def get_facecolor(self): return "white"
    def savefig(self, file, format, bbox_inches, facecolor):
        if self.title == "broken": raise ValueError("cannot draw this")
        file.write(backend.FigureCanvas.png(self.title) + format.encode())
def figure(what):
    if what in figures: return figures[what]
    figures[len(figures) + 1] = made = Figure(what)
    return made
def get_fignums(): return sorted(figures)
def close(which): figures.clear()
def show(*args, **kwargs): backend.show(*args, **kwargs)
`,
  },
]);
const png = (title: string) => Buffer.from(`\x89PNG ${title}png`, 'latin1').toString('base64');

test('figures that are shown or left open at the end of a cell are its results, as PNG', async () => {
  const { open } = await serveWheels([matplotlib]);
  const { run, outcome } = await open();
  const picture = (title: string) => expect.objectContaining({ mime: 'image/png', data: png(title) });

  const shown = await run(
    'import matplotlib.pyplot as plt\nplt.figure("one")\nplt.show()\nplt.figure("two")\nplt.figure("three")\nprint("done")',
  );
  expect(shown).toMatchObject({ error: null, stdout: 'done\n' });
  expect(shown.results).toEqual(['one', 'two', 'three'].map(picture));
  expect((await run('plt.get_fignums()')).results).toEqual([{ text: '[]' }]);

  // A figure that was drawn before a mistake is shown, and one that cannot be drawn is an error.
  const mistaken = await run('plt.figure("four")\n1 / 0');
  expect(mistaken.error?.name).toBe('ZeroDivisionError');
  expect(mistaken.results).toEqual([picture('four')]);
  expect(await outcome('plt.figure("broken") and None')).toBe('ValueError: cannot draw this');
  expect(await outcome('6 * 7')).toBe('42');

  // A figure that was closed is not shown; nor are matplotlib's own files among the program's.
  expect((await run('plt.figure("five")\nplt.close("all")')).results).toEqual([]);
  expect(await outcome('import os\n(os.listdir("/home/user"), os.environ["MPLCONFIGDIR"])')).toBe(
    "([], '/tmp/matplotlib')",
  );
});

test('a figure that is too large for a result is said to be left out', async () => {
  const { open } = await serveWheels([matplotlib]);
  const { run } = await open();
  const { results } = await run('import matplotlib.pyplot as plt\nplt.figure("x" * (3 << 20))');
  expect(results.at(-1)?.text).toMatch(/^\[result left out: 4\.3 MB/);
});
