"""Lets cells run coroutines in every way that asyncio has, on the one loop that there is.

Pyodide's own ways ask a JavaScript module that the sandbox does not have. `run_sync` suspends the WebAssembly stack until a
coroutine is over (JSPI, https://pyodide.org/en/stable/usage/wasm-constraints.html); the loop goes on meanwhile.
"""

import asyncio
import inspect

from pyodide.ffi import run_sync
from pyodide.webloop import WebLoop


async def _outcome(awaitable):
    """The value or the error. It is returned, not raised: SystemExit that ends a task would end the interpreter."""
    try:
        return await awaitable, None
    except BaseException as error:
        return None, error


async def _outcome_alone(awaitable):
    """The same, with an end to the tasks that it left behind."""
    before = asyncio.all_tasks()
    outcome = await _outcome(awaitable)
    left = asyncio.all_tasks() - before - {asyncio.current_task()}
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
    return outcome


def _value_of(coroutine):
    value, error = run_sync(coroutine)
    if error is not None:
        raise error
    return value


def _run(main, *, debug=None, loop_factory=None):
    """asyncio.run, which works within a running loop here."""
    if not inspect.isawaitable(main):
        raise ValueError(f"a coroutine was expected, got {main!r}")
    return _value_of(_outcome_alone(main))


class _Runner:
    """asyncio.Runner: it neither opens nor closes the loop."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._is_closed = False

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.close()

    def close(self):
        self._is_closed = True

    def get_loop(self):
        return asyncio.get_event_loop()

    def run(self, coro, *, context=None):
        if self._is_closed:
            raise RuntimeError("Runner is closed")
        return _run(coro)


def install():
    """Puts these ways in place."""
    asyncio.run = asyncio.runners.run = _run
    asyncio.Runner = asyncio.runners.Runner = _Runner
    WebLoop.run_until_complete = lambda _loop, future: _value_of(_outcome(future))
    # Programs that make a loop of their own get the one that runs, and cannot close it.
    asyncio.new_event_loop = asyncio.get_event_loop
    asyncio.set_event_loop = lambda _loop: None
    WebLoop.close = lambda _loop: None
    # Otherwise SystemExit or KeyboardInterrupt in a task ends the process.
    loop = asyncio.get_event_loop()
    loop._system_exit_handler = lambda _code: None
    loop._keyboard_interrupt_handler = lambda: None
