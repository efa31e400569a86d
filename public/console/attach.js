import { el, quietButton } from './dom.js';
import { count } from './words.js';

const bytesMax = 4 * 1024 * 1024;
const filesMax = 10;

/**
 * Makes the files of the message that is being written: added with a button or by dropping them, taken off with another.
 * @param {() => string} clientId the conversation that they go into
 * @param {(text: string) => void} complain shows what went wrong
 * @param {() => void} added is told that a file is there
 * @returns `button` and `list` to show, `accept` for dropped files, `ready` and `clear`
 */
export function createAttachments(api, { clientId, complain, added }) {
  let files = [];
  const list = el('ul', { class: 'files', 'aria-label': 'Files of this message' });
  const picker = el('input', {
    type: 'file',
    multiple: true,
    hidden: true,
    onchange() {
      accept(picker.files);
      picker.value = '';
    },
  });
  const button = quietButton('Add files', () => picker.click());

  async function accept(chosen) {
    complain('');
    for (const file of [...chosen]) {
      if (file.size > bytesMax) complain(`${file.name} is too large: a file may have 4 MB.`);
      else if (files.length === filesMax) complain(`A message can be about ${count(filesMax, 'file')}.`);
      else await upload(file);
    }
  }

  async function upload(file) {
    const remove = () => {
      files = files.filter((other) => other !== entry);
      item.remove();
    };
    const entry = { name: file.name, id: null, isThere: null, remove };
    const item = el(
      'li',
      { 'aria-busy': true },
      file.name,
      el('button', { type: 'button', class: 'quiet', 'aria-label': `Take ${file.name} off`, onclick: remove }, '×'),
    );
    files.push(entry);
    list.append(item);
    entry.isThere = api
      .upload(`/api/chat/${encodeURIComponent(clientId())}/files?name=${encodeURIComponent(file.name)}`, file)
      .then(({ id, name }) => {
        Object.assign(entry, { id, name });
        item.removeAttribute('aria-busy');
        added();
      })
      .catch((problem) => {
        remove();
        complain(`${file.name}: ${problem.message}`);
      });
    await entry.isThere;
  }

  return {
    button: [picker, button],
    list,
    accept,
    /** Waits for what is still being added, and gives the files that are there. */
    async ready() {
      await Promise.all(files.map(({ isThere }) => isThere));
      return [...files];
    },
    /** Takes files off that went with a message, or all. */
    clear(sent = files) {
      for (const { remove } of [...sent]) remove();
    },
  };
}
