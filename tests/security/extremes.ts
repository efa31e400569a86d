/** Values at the edges of what a type can hold, and beyond. */

/** `unbounded` must be refused wherever it would be stored: no column is meant for it. */
export type Extreme = { label: string; value: unknown; unbounded?: true };

const megabyte = 1_000_000;
const large = (n: number) => 'x'.repeat(n * megabyte);
const zones = ['Foo/Bar+3', '<+03>-3', '+02:00'];
const farDays = ['0001-01-01', '9999-12-31', '5874897-12-31', '4713-01-01 BC', 'infinity', '-infinity'];
const many = <T>(value: T) => Array<T>(100_000).fill(value);

const legal = (values: unknown[]): Extreme[] => values.map((value) => ({ label: JSON.stringify(value), value }));
const unbounded = (values: Record<string, unknown>): Extreme[] =>
  Object.entries(values).map(([label, value]) => ({ label, value, unbounded: true }));
const far = (values: string[]) => unbounded(Object.fromEntries(values.map((value) => [value, value])));

const ofTypes: Record<string, () => Extreme[]> = {
  text: () => [
    ...legal([null, '', ' ', '\u200b', 'infinity', ...zones, '\ud835\udd4f'.repeat(120), '\u0000']),
    ...unbounded({ '1 MB': large(1), '3 MB': large(3) }),
  ],
  uuid: () => [
    ...legal([null, '', 'x', '00000000-0000-0000-0000-000000000000', crypto.randomUUID()]),
    ...unbounded({ '1 MB': large(1) }),
  ],
  smallint: () => [...legal([null, '', 0, -1, 'NaN']), ...unbounded({ max: 32_767, min: -32_768, beyond: 32_768 })],
  integer: () => [
    ...legal([null, '', 0, -1, 'NaN', 1.5]),
    ...unbounded({ max: 2_147_483_647, min: -2_147_483_648, beyond: 2_147_483_648 }),
  ],
  bigint: () => [
    ...legal([null, '', 0, -1, 'NaN']),
    ...unbounded({ max: '9223372036854775807', min: '-9223372036854775808', beyond: '9223372036854775808' }),
  ],
  numeric: () => [
    ...legal([null, '', 0, -1]),
    ...unbounded({ NaN: 'NaN', infinity: 'Infinity', '-infinity': '-Infinity', large: `1${'0'.repeat(500)}` }),
  ],
  boolean: () => legal([null, '', 'x', 2, true, false]),
  date: () => [...legal([null, '', 'x', '2027-02-30']), ...far(farDays)],
  'timestamp with time zone': () => [
    ...legal([null, '', 'x', '2027-01-01T00:00:00 Foo/Bar+3']),
    ...far(farDays.map((day) => day.replace(/-(\d\d)$/, '-$1T00:00:00Z'))),
    ...far(['294276-12-31T23:59:59Z']),
  ],
  'time without time zone': () => legal([null, '', '24:00', '00:00', '23:59:59.999999', 'allballs']),
  jsonb: () => [
    ...legal([null, '', 0, 'x', true, [], {}, [[1, 2], [3]], { a: { b: [] } }, [null], { '': null }]),
    ...unbounded({
      '1 MB': large(1),
      '3 MB': large(3),
      '1 MB in an object': { title: large(1) },
      '3 MB in an object': { title: large(3) },
      '100,000 elements': many(1),
      '100,000 keys': Object.fromEntries(many(0).map((_, n) => [`k${n}`, n])),
      'depth of 1,000': JSON.parse(`${'['.repeat(1_000)}${']'.repeat(1_000)}`),
    }),
  ],
};

const arrays: Record<string, unknown> = {
  'date[]': '2027-01-01',
  'uuid[]': crypto.randomUUID(),
  'smallint[]': 1,
  'text[]': 'x',
};

/** The extremes of a type, as `format_type` names it. @throws for a type that this file does not know yet */
export function extremesOf(type: string): Extreme[] {
  if (type in arrays) {
    const element = arrays[type];
    return [
      ...legal([null, [], [null], ['infinity'], 'x']),
      ...unbounded({
        '100,000 elements': many(element),
        'two dimensions': [
          [element, element],
          [element, element],
        ],
      }),
    ];
  }
  const extremes = ofTypes[type];
  if (!extremes) throw new Error(`tests/security/extremes.ts needs extremes for the type ${type}.`);
  return extremes();
}

/** Values that may stand at a key of a JSON argument, whatever the key is for. */
export function extremesInside(): Extreme[] {
  return [
    ...legal([null, '', 'x', -1, 2_147_483_647, 1e300, 'NaN', 'infinity', '0001-01-01', '9999-12-31', 'Foo/Bar+3']),
    ...legal([
      [],
      {},
      [
        ['2027-01-01', '2027-01-02'],
        ['2027-01-03', '2027-01-04'],
      ],
    ]),
    ...unbounded({ '1 MB': large(1), '100,000 days': many('2027-01-01') }),
  ];
}
