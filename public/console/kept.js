// @ts-check

/**
 * Reads what this browser keeps, or null.
 * @param {string} key
 */
export function kept(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/**
 * Keeps something in this browser; where there is no room, what was kept before stays.
 * @param {string} key @param {unknown} value
 * @returns whether it is kept
 */
export function keep(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
