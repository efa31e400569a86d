/**
 * Reads a stream of server-sent events (WHATWG HTML, 9.2) from an answer to `fetch`, since EventSource cannot send a token.
 * Yields `{id, event, data}` with the data parsed as JSON, and leaves out comments.
 */
export async function* eventsOf(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      buffer += value.replaceAll('\r\n', '\n');
      for (let end = buffer.indexOf('\n\n'); end >= 0; end = buffer.indexOf('\n\n')) {
        const event = parse(buffer.slice(0, end));
        buffer = buffer.slice(end + 2);
        if (event) yield event;
      }
    }
  } finally {
    // Whoever stops listening ends the connection.
    reader.cancel().catch(() => {});
  }
}

function parse(block) {
  const fields = { event: 'message', data: [] };
  for (const line of block.split('\n')) {
    const [, name, value] = /^(\w+):? ?(.*)$/.exec(line) ?? [];
    if (name === 'data') fields.data.push(value);
    else if (name) fields[name] = value;
  }
  return fields.data.length ? { id: fields.id, event: fields.event, data: JSON.parse(fields.data.join('\n')) } : null;
}
