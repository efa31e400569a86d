import { describe, expect, test } from 'vitest';
import { carriedCode, programIn } from '../../lib/chat/code.ts';

const lines = (...text: string[]) => text.join('\n');

describe('code in a message is found as it stands', () => {
  test.each([
    [
      'a fenced block',
      'Run this:\n```python\nimport math\nprint(math.factorial(20))\n```',
      'import math\nprint(math.factorial(20))',
    ],
    ['a block without a language', 'please\n```\nprint(1)\n```\nthanks', 'print(1)'],
    ['a block marked py', '```py\nx = 1\nx\n```', 'x = 1\nx'],
    ['a sum', '2+2', '2+2'],
    ['a sum with an equals sign', '10 - 4 = ?', '10 - 4'],
    ['a question about a sum', 'What is 12 * (7 + 3)?', '12 * (7 + 3)'],
    ['a question about a difference', 'what is 10-4?', '10-4'],
    ['a power', 'calculate 2**100', '2**100'],
    ['a call', 'sum(range(10))', 'sum(range(10))'],
    ['a comprehension', 'Evaluate: [x * x for x in range(5) if x % 2]', '[x * x for x in range(5) if x % 2]'],
    ['a method of a string', "'abc'.upper()", "'abc'.upper()"],
    ['an expression in backticks', '`3 / 4`', '3 / 4'],
    ['a lambda', 'sorted([3, 1, 2], key=lambda n: -n)', 'sorted([3, 1, 2], key=lambda n: -n)'],
    ['a printed text', 'print("hello world")', 'print("hello world")'],
    ['statements in one line', 'import math; print(math.pi)', 'import math; print(math.pi)'],
    [
      'a program without a fence',
      'import math\n\nfor n in range(3):\n    print(math.sqrt(n))\n',
      'import math\n\nfor n in range(3):\n    print(math.sqrt(n))',
    ],
    ['a program behind words', 'Can you run this for me:\n\nx = [1, 2]\nprint(sum(x))', 'x = [1, 2]\nprint(sum(x))'],
    ['a line in three backticks', 'run ```print(6 * 7)``` please', 'print(6 * 7)'],
    ['a marked line in three backticks', '```python print(6 * 7)```', 'print(6 * 7)'],
  ])('%s', (_, message, code) => {
    expect(carriedCode(message)).toEqual({ language: 'python', code });
  });
});

describe('programs are found as people and models write them', () => {
  test.each([
    [
      'four backticks that hold three',
      lines('````python', 'doc = """', '```', 'x', '```', '"""', 'print(doc)', '````'),
      lines('doc = """', '```', 'x', '```', '"""', 'print(doc)'),
    ],
    ['three backticks in a string', '```python\ns = "```"\nprint(s)\n```', 's = "```"\nprint(s)'],
    [
      'three backticks on a line of a string',
      lines('```python', "readme = '''", '```bash', 'npm i', '```', "'''", 'print(readme)', '```', 'It prints.'),
      lines("readme = '''", '```bash', 'npm i', '```', "'''", 'print(readme)'),
    ],
    ['tildes', '~~~python\nprint(1)\n~~~', 'print(1)'],
    ['tildes that hold backticks', '~~~py\ns = """\n```\n"""\n~~~', 's = """\n```\n"""'],
    ['an unclosed fence', 'Here:\n```python\nx = 1\nprint(x)', 'x = 1\nprint(x)'],
    ['a fence that closes behind the code', '```python\nx = 1\nprint(x)```\nDone?', 'x = 1\nprint(x)'],
    ['an unclosed fence before the next', '```python\nx = 1\n\n```python\nprint(x)\n```', 'x = 1\n\nprint(x)'],
    [
      'a list item',
      '1. Run\n   ```python\n   for n in range(2):\n       print(n)\n   ```\n2. Look',
      'for n in range(2):\n    print(n)',
    ],
    ['a list item, indented further', '- Run\n\n      ```python\n      print(1)\n      ```', 'print(1)'],
    ['a list item with its code at the margin', '- Run\n  ```python\nprint(1)\n  ```', 'print(1)'],
    ['a quote', '> ```python\n> print(1)\n> ```', 'print(1)'],
    ['CRLF', 'Run:\r\n```python\r\nx = 1\r\nprint(x)\r\n```\r\n', 'x = 1\nprint(x)'],
    ['py3', '```py3\nprint(1)\n```', 'print(1)'],
    ['Python3', '```Python3\nprint(1)\n```', 'print(1)'],
    ['{python}', '```{python}\nprint(1)\n```', 'print(1)'],
    ['{.python .numberLines}', '``` {.python .numberLines}\nprint(1)\n```', 'print(1)'],
    ['python:main.py', '```python:main.py\nprint(1)\n```', 'print(1)'],
    ['python,linenos', '```python,linenos\nprint(1)\n```', 'print(1)'],
    ['python title="a b"', '```python title="a b"\nprint(1)\n```', 'print(1)'],
    ['main.py', '```main.py\nprint(1)\n```', 'print(1)'],
    ['a fence behind words', 'Code: ```python\nprint(1)\n```', 'print(1)'],
    ['an unmarked fence behind words', 'Here is the code: ```\nprint(1)\n```\nBye', 'print(1)'],
    ['a bash block first', '```bash\npip install x\n```\nthen\n```python\nprint(1)\n```', 'print(1)'],
    ['a csv block first', '```csv\na,b\n1,2\n```\n```python\nprint(1)\n```', 'print(1)'],
    ['a text block first, Python unmarked', '```text\nhello\n```\n```\nprint(1)\n```', 'print(1)'],
    ['its output behind it', '```python\nprint(1)\n```\nOutput:\n```\n1\n```', 'print(1)'],
    ['two blocks', '```python\nx = 20\n```\nand then\n```py\nprint(x + 1)\n```', 'x = 20\n\nprint(x + 1)'],
    [
      'thoughts with a draft',
      '<think>\nI could\n```python\ndraft()\n```\n</think>\n\n```python\nprint(1)\n```',
      'print(1)',
    ],
    ['thoughts with an unclosed draft', '<think>\n```python\ndraft()\n</think>\n```python\nprint(1)\n```', 'print(1)'],
    ['thoughts on the same line', '<think>short</think>```python\nprint(1)\n```', 'print(1)'],
    [
      'thoughts behind words',
      'Let me see.\n<think>\n```python\ndraft()\n```\n</think>\n```python\nprint(1)\n```',
      'print(1)',
    ],
    [
      'thoughts that began in the prompt',
      'So first\n```python\ndraft()\n```\n</think>\n```python\nprint(1)\n```',
      'print(1)',
    ],
    ['the tag of thoughts in a string', '```python\nprint("<think>", "</think>")\n```', 'print("<think>", "</think>")'],
    ['a comment', '<!-- \n```python\ndraft()\n```\n-->\n```python\nprint(1)\n```', 'print(1)'],
    ['a session of the interpreter', '```pycon\n>>> x = 6\n>>> x * 7\n42\n```', 'x = 6\nx * 7'],
    ['code that is indented as a whole', '```python\n    x = 1\n    print(x)\n```', 'x = 1\nprint(x)'],
  ])('%s', (_, message, code) => {
    expect(carriedCode(message)).toEqual({ language: 'python', code });
    expect(programIn(message)).toBe(code);
  });

  test.each([
    ['thoughts alone', '<think>\n```python\ndraft()\n```'],
    ['a list in a block', 'My list:\n```\nmilk\neggs\n```'],
    ['a table in a block', '```csv\na,b\n1,2\n```'],
    ['an empty block', '```\n```'],
    ['a block that is only shown', 'Markdown:\n\n    ```python\n    print(1)\n    ```\n'],
  ])('nothing is run of %s', (_, message) => {
    expect(carriedCode(message)).toBeNull();
  });

  test('a program that a model gives without a fence is taken as it is', () => {
    expect(programIn('rows = 3\nrows')).toBe('rows = 3\nrows');
    const writesOne = 'doc = """\n```\nx\n```\n"""\nprint(len(doc))';
    expect(programIn(writesOne)).toBe(writesOne);
  });
});

describe('everyday text is not taken for code', () => {
  test.each([
    ['Write some code to calculate the factorial of a number'],
    ['I want to lose 15 lbs (about 7 kg) over 12 weeks'],
    ['Remind me on 2026-11-22'],
    ['My number is 555-123-4567'],
    ['555-1234'],
    ['What is the meaning of life?'],
    ['yes/no questions are fine - really'],
    ['hello'],
    ['42'],
    ['Move my gym session to 7:30 - thanks (if possible)'],
    ['yes/no'],
    ['check-in'],
    ['24/7'],
    ['C++'],
    ['10-12'],
    ['12.30 - 14.00'],
    ['1.12 - 3.12'],
    ['9-5'],
    ['me@example.com'],
    ['COVID-19'],
    ['Mon-Fri'],
    ['pass/fail'],
    ['R&D'],
    ['7:30-8:30'],
    ['True/False'],
    ['and/or'],
    ['max/min'],
    ['item(s)'],
    ['file(s)'],
    ['list(s)'],
    ['50/50'],
    ['2/3'],
    ['1-800-555'],
    ['4x100m'],
    ['10-15%'],
    ['100% - 20'],
    ['3^2 + 4^2'],
    ['1,000 * 12'],
    ['1,5 * 2'],
    ['15 % of 240'],
    ['(555)123-4567'],
    ['192.168.0.1/24'],
    ['<3'],
    ['to-do'],
    ['A/B test (maybe)'],
    ['5k-10k'],
    ['gym[1]'],
    ['if you go: tell me\nfor me: nothing'],
    ['import taxes are due\nprint them for me'],
    ['Milk\nEggs\nBread'],
    ['Weight = 80'],
    ['Plan:\n- run\n- swim'],
    ['for the record:\nI was there'],
  ])('%j', (message) => {
    expect(carriedCode(message)).toBeNull();
  });
});

describe('hostile text ends', () => {
  test.each([
    ['quotes', '> '.repeat(50_000)],
    ['lists', '- '.repeat(50_000)],
    ['backticks', '`'.repeat(200_000)],
    ['backtick runs', '``` a '.repeat(30_000)],
    ['open fences', '```python\n'.repeat(20_000)],
    ['fences with open strings', '```python\n"""\n```\n'.repeat(10_000)],
    ['comments', '<!--\n-->\n'.repeat(20_000)],
    ['thoughts', '<think>\n'.repeat(20_000)],
    ['quotes in code', `\`\`\`python\n${'"""\'\'\''.repeat(30_000)}\n\`\`\``],
    ['brackets', '('.repeat(20_000)],
    ['sums', `${'1+'.repeat(249)}1 `],
    ['names', 'a = b\n'.repeat(8_000)],
    ['imports', `import ${'a, '.repeat(16_000)}a\nprint(1)`],
    ['annotations', `import math\nx${':x'.repeat(24_000)}`],
    ['calls', `import a\n${'f(a.'.repeat(10_000)}${')'.repeat(10_000)}`],
    ['blank lines', `import a\n${'class a:\n\n'.repeat(3_000)}${'\n '.repeat(6_000)}`],
    ['indents', `${' '.repeat(1_000)}x\n`.repeat(100)],
  ])('%s', (_, text) => {
    expect(() => [carriedCode(text), programIn(text)]).not.toThrow();
  });
});

test('a block in another language is named, not run', () => {
  expect(carriedCode('```js\nconsole.log(1)\n```')).toEqual({ language: 'js', code: 'console.log(1)' });
});
