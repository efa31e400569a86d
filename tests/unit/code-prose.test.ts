import { describe, expect, test } from 'vitest';
import { carriedCode } from '../../lib/chat/code.ts';

/** Sentences of people in seven languages that look somewhat like Python. */
const prose = `min(or) max
min(or)
print(in)
import duties?
import duties
import tax
import fees
import cars?
import cars, bikes
import calendar
import calendar?
import email
import email, calendar
import contacts
import time
import test
import numbers
import secrets
import code
import statistics
import requests?
import types
from Germany import cars
from china import goods
from email import contacts
from work import home
@anna
@home
@work.today
@Anna(mum)
class today:
class tomorrow:
class schedule:\\nMonday\\nTuesday
for dinner in town: pizza
for lunch in Berlin: burgers
for kids in school: books, pens
for sale in town: sofa
for Anna in Rome: flowers
with friend(s): dinner
with Anna(mum) at five: dinner
with kid(s) in tow: zoo
while waiting (at the doctor): read
while (at the doctor): read
while tired and not(e): sleep
print (the shopping list)
print (tickets)
print (photos, tickets)
print (boarding pass) please
print my ticket
run import fees
what is import tax?
what are import duties
print import forms
execute plan
def not(today)
def gonna(maybe)
if tired: rest
if not done: try again
try: again
else: nothing
pass
break
return tickets
return shoes
raise money
assert dominance
del rey
del mar
yield sign
global warming
await answer
list(s) for shopping
set(s) of plates
for item in list(s): milk
x-ray
milk = 2
eggs, milk = 12, 1
Miete = 800
Einfuhr(Zoll)
import Zoll
import taxes
import douane
from Paris import vin
importe impostos
import export
import auto
import spesa
with(out) sugar
class(es) on monday
max(imum) effort
print(er) ink
type(s) of tea
min(or) thing
range(r) station
open(ing) hours
file(s) from mum
Termin(e) am Montag
Freund(in) anrufen
prof(e) de inglés
amigo(a) de Lisboa
ami(e) de Paris
leraar(es) bellen
amico(a) di Roma
for me in June: Rome, Milan
for x in town: y(es)
with luck(y) number: seven
import cars\\nimport fees
import duties;import tax
a, b or c
lambda or sheep
not in the mood
None of it
True story
in or out
is it in`
  .split('\n')
  .map((line) => line.replaceAll('\\n', '\n'));

describe('prose that looks like Python is not run', () => {
  test.each(prose)('%j', (line) => {
    expect(carriedCode(line)).toBeNull();
  });
});

describe('programs without a fence are run as they stand', () => {
  test.each([
    'import math',
    'import numpy as np',
    'import calendar as cal',
    'import os, sys',
    'from math import sqrt',
    'from collections.abc import Mapping as M; import math',
    'import calendar\nprint(calendar.month(2026, 1))',
    'import time\ntime.sleep(1)',
    'import mine\nmine.run()',
    'from statistics import mean\nmean([1, 2, 3])',
    'def double(x):\n    return 2 * x\n\ndouble(4)',
    'def double(x): return 2 * x',
    'class Dog:\n    name = "Rex"\n\nprint(Dog.name)',
    '@dataclass\nclass Point:\n    x: int\n    y: int = 0',
    'for i in range(3): print(i)',
    'for row in rows:\n    print(row)',
    'for a, b in zip([1], [2]):\n    a + b',
    'with open("a.txt") as f:\n    text = f.read()\nprint(text)',
    'n = 5\nwhile n > 0:\n    n -= 1\nprint(n)',
    'print("a" "b")',
    'print(total)',
    'print ("hello")',
    'x = 3\nif x > 2:\n    print("big")\nelse:\n    print("small")',
    'try:\n    1 / 0\nexcept ZeroDivisionError as error:\n    print(error)',
    'match 3:\n    case 3:\n        print("three")',
    'import random\nrandom.seed(1)\nvalues = [random.random() for _ in range(3)]\nvalues',
    'import pandas as pd\ndf = pd.DataFrame({"a": [1, 2]})\ndf',
    'async def go():\n    await asyncio.sleep(1)\n\nawait go()',
    'print("Guten Tag, wie geht es dir heute?")',
    'print(f"{2 + 2} apples and {3} pears")  # words in a comment',
    'text = """some words\nover two lines"""\nprint(len(text.split()))',
  ])('%j', (code) => {
    expect(carriedCode(code)).toEqual({ language: 'python', code });
  });
});
