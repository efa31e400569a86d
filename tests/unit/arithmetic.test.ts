import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../lib/arithmetic/expression.ts';
import { format } from '../../lib/arithmetic/rational.ts';
import { answerSum } from '../../lib/arithmetic/sums.ts';
import { answerConversion } from '../../lib/arithmetic/units.ts';

describe('sums', () => {
  test.each([
    ['1,000 * 12', '1,000 * 12 = 12,000'],
    ['3^2 + 4^2', '3^2 + 4^2 = 25'],
    ['10 - 4 = ?', '10 - 4 = 6'],
    ['sqrt(2)', 'sqrt(2) ≈ 1.414213562'],
    ['15 % of 240', '15 % of 240 = 36'],
    ['0.1 + 0.2', '0.1 + 0.2 = 0.3'],
    ['what is 12 times 7', '12 * 7 = 84'],
    ['Seven times eight?', '7 * 8 = 56'],
    ['half of 90', '1/2 * 90 = 45'],
    ['split 84 by 3', '84 / 3 = 28'],
    ['20% tip on 45.50', 'The tip is 9.10 (20% of 45.50), so 54.60 in all.'],
    ['250 + 10%', '250 + 10% = 275'],
    ['25% off 80', '80 - 25% = 60'],
    ['what percent is 20 of 80', '20 / 80 = 25%'],
    ['5!', '5! = 120'],
    ['2**100', '2**100 = 1267650600228229401496703205376'],
    ['10 % 3', '10 % 3 = 1'],
    ['max(1.5, 2, 7)', 'max(1.5, 2, 7) = 7'],
    ['2(3 + 4)', '2(3 + 4) = 14'],
    ['1.000,5 * 2', '1,000.5 * 2 = 2001'],
    ['was ist 15 % von 80?', '15 % von 80 = 12'],
    ['combien font 12 fois 7', '12 * 7 = 84'],
    ['cuánto es 20 por ciento de 50', '20 % de 50 = 10'],
    ['quanto é 3 mais 4', '3 + 4 = 7'],
    ['quanto fa 10 diviso 4', '10 / 4 = 2,5'],
    ['hoeveel is 3 keer 4', '3 * 4 = 12'],
    ['1/0', 'Dividing by zero has no answer.'],
    ['combien font 20 % de 45 euros', '20 % de 45 = 9'],
    ['¿cuánto es el 21% de 130?', '21% de 130 = 27,3'],
    ['quanto fa il 22% di 80?', '22% di 80 = 17,6'],
    ['divide 90 entre 4 personas', '90 / 4 = 22,50'],
    ['split 127.40 four ways with a 10% tip', '140.14 with the tip, so 35.04 each.'],
    ['9^9^9', 'That number is too large for me.'],
  ])('%j is answered %j', (message, answer) => {
    expect(answerSum(message)).toBe(answer);
  });

  test.each(
    `yes/no|check-in|24/7|C++|10-12|9-5|me@example.com|COVID-19|Mon-Fri|pass/fail|R&D|7:30-8:30|2026-11-28|12/25/2026|555-1234
    |+49 30 901820|030 901-820|1-800-555-1234|3-4 people|2-3 times a week|version 3.14.1|100%|wow 100%|hi!|3 + 4 apples|what is 5
    |call 3 people|4x4|F-16|50-50|and/or|2026-11|it's 5 past 3|7 days|one time|I have 2 or 3|(2+3|2 3|meet at 5|`
      .split('|')
      .map((text) => text.trim()),
  )('%j is no sum', (message) => {
    expect(answerSum(message)).toBeNull();
  });

  test('sums of decimals are exact, whatever they are made of', () => {
    const cents = fc.integer({ min: 0, max: 1_000_000 });
    const written = (value: number) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`;
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const sum = evaluate(`${written(a)} + ${written(b)}`);
        expect(sum && Number(format(sum).text)).toBe(Number(written(a + b)));
      }),
    );
  });

  test('no text takes long or throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789+-*/^%!().,x of sqrt√'.split('')), maxLength: 200 }),
        (text) => {
          expect(() => answerSum(text)).not.toThrow();
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

test.each([
  ['5 miles in km', '5 mi = 8.04672 km'],
  ['70 F in C', '70 °F ≈ 21.1 °C'],
  ['-40 C in F', '-40 °C = -40 °F'],
  ['3 cups in ml', '3 cups ≈ 709.765 ml'],
  ['convert 500 grams to pounds', '500 g ≈ 1.10231 lb'],
  ['How many ounces in a pound?', '1 lb = 16 oz'],
  ['5 ft 10 in to cm', '5 ft 10 in = 177.8 cm'],
  ['100 km/h in mph', '100 km/h ≈ 62.1371 mph'],
  ['5 Meilen in km', '5 mi = 8,04672 km'],
  ['10 km a millas', '10 km ≈ 6,21371 mi'],
  ['1 week in hours', '1 week = 168 h'],
])('%j is answered %j', (message, answer) => {
  expect(answerConversion(message)).toBe(answer);
});

test.each([
  '5 miles in kg',
  '50 euros in dollars',
  'go in 5 minutes',
  'meet in 2 h',
  'I ran 5 km in 30 min',
  '5 m in s',
])('%j is no conversion', (message) => {
  expect(answerConversion(message)).toBeNull();
});
