// @ts-check

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * Makes an element. `on…` properties are listeners, properties of the element are set, the rest become attributes; what is null or
 * false is left out.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, unknown>} [properties]
 * @param {(Child | Child[])[]} children nodes or texts
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') node.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (name === 'class') node.className = String(value);
    else if (name in node && !name.includes('-')) Object.assign(node, { [name]: value });
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  const shown = children.flat().filter((child) => child !== null && child !== undefined && child !== false);
  node.append(...shown.map((child) => (typeof child === 'number' ? String(child) : child)));
  return node;
}

/**
 * Makes an element of a drawing.
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {Node[]} children
 */
export function svg(tag, attributes, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}

/** Says something to screen readers without moving the focus. @param {string} text */
export function say(text) {
  const said = document.getElementById('said');
  if (said) said.textContent = text;
}

/**
 * Makes what does one thing at a time and says in `error` what went wrong; what is asked for meanwhile is not done.
 * @param {HTMLElement} error
 * @returns {(act: () => unknown) => Promise<void>}
 */
export function oneAtATime(error) {
  let isBusy = false;
  return async (act) => {
    if (isBusy) return;
    isBusy = true;
    error.textContent = '';
    try {
      await act();
    } catch (problem) {
      error.textContent = /** @type {Error} */ (problem).message;
    }
    isBusy = false;
  };
}

/**
 * Makes a button beside the main one.
 * @param {string} text
 * @param {() => unknown} onclick
 */
export function quietButton(text, onclick) {
  return el('button', { type: 'button', class: 'quiet', onclick }, text);
}

/**
 * Makes a message with a way out, where something could not be loaded.
 * @param {{message: string, status?: number}} problem
 * @param {() => void} again
 */
export function failure(problem, again) {
  return el(
    'div',
    { class: 'again' },
    el('p', { class: 'error', role: 'alert' }, problem.message),
    problem.status === 404 ? null : quietButton('Try again', again),
  );
}
