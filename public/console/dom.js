/**
 * Makes an element. `on…` properties are listeners, properties of the element are set, the rest become attributes; children are
 * nodes or texts, and what is null or false is left out.
 */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'class') node.className = value;
    else if (name in node && !name.includes('-')) node[name] = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Says something to screen readers without moving the focus. */
export function say(text) {
  document.getElementById('said').textContent = text;
}

/** A day (`YYYY-MM-DD`) as people write it; `options` as for Intl.DateTimeFormat. */
export function showDay(day, options = { day: 'numeric', month: 'short' }) {
  return new Intl.DateTimeFormat(undefined, { timeZone: 'UTC', ...options }).format(new Date(`${day}T00:00:00Z`));
}

/** Today (`YYYY-MM-DD`) on the clocks of a timezone. */
export function todayIn(timezone) {
  return new Intl.DateTimeFormat('en-CA', { timeZone: timezone, dateStyle: 'short' }).format(new Date());
}

/** The day (`YYYY-MM-DD`) a number of days after another. */
export function addDays(day, count) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** One thing or many, in words: `count(1, 'task')` is "1 task". */
export function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
