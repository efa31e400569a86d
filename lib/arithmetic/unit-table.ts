import { divide, fromDecimal, type Rational, rational } from './rational.ts';

type Quantity = 'length' | 'mass' | 'volume' | 'temperature' | 'time' | 'speed' | 'area' | 'data' | 'energy';
/** `size` in the quantity's base unit; temperatures are an offset apart as well: base = size × (value + offset). */
export type Unit = { quantity: Quantity; sign: string; size: Rational; offset: Rational; names: string };

/**
 * Units with their exact size: in metres, grams, litres, kelvin, seconds, metres per second, square metres, bytes, joules. The
 * inch and the pound are exact by the agreement of 1959; spoons, cups and gallons are those of the United States, teaspoon
 * and tablespoon rounded as in its food labels (5 and 15 ml), the cup 236.5882365 ml. A Pfund and a pond are half a kilogram, as
 * German (since 1858) and Dutch shops count.
 */
const TABLE: [quantity: Quantity, sign: string, size: string, names: string][] = [
  ['length', 'mm', '0.001', 'mm|millimet(?:er|re)s?|millimètres?|mil[íi]metros?|millimetri|millimetro'],
  ['length', 'cm', '0.01', 'cm|cms|centimet(?:er|re)s?|zentimeter|centimètres?|cent[íi]metros?|centimetri|centimetro'],
  ['length', 'm', '1', 'm|met(?:er|re)s?|mètres?|metros?|metri|metro'],
  [
    'length',
    'km',
    '1000',
    'km|kms|kilomet(?:er|re)s?|kilomètres?|kil[óo]metros?|quil[ôo]metros?|chilometri|chilometro',
  ],
  ['length', 'in', '0.0254', 'in|inch|inches|"|zoll|pouces?|pulgadas?|polegadas?|pollici|pollice'],
  ['length', 'ft', '0.3048', "ft|foot|feet|'|fu(?:ß|ss)|pieds?|pies?|pés?|piedi|piede|voet"],
  ['length', 'yd', '0.9144', 'yd|yds|yards?'],
  ['length', 'mi', '1609.344', 'mi|miles?|meilen?|milles?|millas?|milhas?|miglia|miglio|mijlen|mijl'],
  ['length', 'nautical miles', '1852', 'nmi|nautical miles?|seemeilen?'],
  ['mass', 'mg', '0.001', 'mg|milligrams?|milligramm'],
  ['mass', 'g', '1', 'g|gr|grams?|gramm|grammes?|gramos?|gramas?|grammi|grammo|gram'],
  ['mass', 'etti', '100', 'etti|etto|hg'],
  ['mass', 'kg', '1000', 'kg|kgs|kilos?|kilograms?|kilogramm|kilogrammes?|kilogramos?|quilos?|chili|chilo|chilogrammi'],
  ['mass', 't', '1000000', 't|tonnes?|metric tons?|tonnen?'],
  ['mass', 'oz', '28.349523125', 'oz|ounces?|unzen?|onces?|onzas?|onças?|once|oncia'],
  ['mass', 'lb', '453.59237', 'lbs?|pounds?|livres?|libras?|libbre|libbra'],
  ['mass', 'Pfund', '500', 'pfund'],
  ['mass', 'pond', '500', 'pond'],
  ['mass', 'st', '6350.29318', 'st|stones?'],
  ['volume', 'ml', '0.001', 'ml|millilit(?:er|re)s?|millilitres?|mililitros?|millilitri'],
  ['volume', 'cl', '0.01', 'cl|centilit(?:er|re)s?'],
  ['volume', 'dl', '0.1', 'dl|decilit(?:er|re)s?|deziliter'],
  ['volume', 'l', '1', 'l|lit(?:er|re)s?|litros?|litri|litro'],
  ['volume', 'tsp', '0.005', 'tsp|tsps|teaspoons?|teelöffel|tl'],
  ['volume', 'tbsp', '0.015', 'tbsp|tbsps|tablespoons?|esslöffel|el'],
  ['volume', 'fl oz', '0.0295735295625', 'fl\\.? ?oz|fluid ounces?'],
  ['volume', 'cups', '0.2365882365', 'cups?|tassen?|tasses?|tazas?|xícaras?|tazze|kopjes?'],
  ['volume', 'pints', '0.473176473', 'pt|pints?'],
  ['volume', 'quarts', '0.946352946', 'qt|quarts?'],
  ['volume', 'gal', '3.785411784', 'gal|gallons?|gallonen?'],
  ['time', 'ms', '0.001', 'ms|milliseconds?'],
  ['time', 's', '1', 's|secs?|seconds?|sekunden?|secondes?|segundos?|secondi|seconden'],
  ['time', 'min', '60', 'mins?|minutes?|minuten?|minutos?|minuti|minuut'],
  ['time', 'h', '3600', 'h|hrs?|hours?|stunden?|heures?|horas?|ore|ora|uur|uren'],
  ['time', 'days', '86400', 'days?|tage?n?|jours?|días?|dias?|giorni|giorno|dagen|dag'],
  ['time', 'weeks', '604800', 'weeks?|wochen?|semaines?|semanas?|settimane|settimana|weken|week'],
  ['speed', 'km/h', '5/18', 'km/h|kmh|kph|kmph|kilomet(?:er|re)s per hour|km pro stunde'],
  ['speed', 'mph', '0.44704', 'mph|miles per hour'],
  ['speed', 'm/s', '1', 'm/s|mps|met(?:er|re)s per second'],
  ['speed', 'knots', '463/900', 'kn|kts?|knots?|knoten'],
  ['area', 'm²', '1', 'm²|m2|sqm|sq m|square met(?:er|re)s?|quadratmeter|qm'],
  ['area', 'km²', '1000000', 'km²|km2|square kilomet(?:er|re)s?'],
  ['area', 'sq ft', '0.09290304', 'ft²|ft2|sq ?ft|sqft|square (?:feet|foot)'],
  ['area', 'ha', '10000', 'ha|hectares?|hektar'],
  ['area', 'acres', '4046.8564224', 'acres?'],
  ['data', 'B', '1', 'bytes?'],
  ['data', 'KB', '1000', 'kb|kilobytes?'],
  ['data', 'MB', '1000000', 'mb|megabytes?'],
  ['data', 'GB', '1000000000', 'gb|gigabytes?'],
  ['data', 'TB', '1000000000000', 'tb|terabytes?'],
  ['energy', 'kJ', '1000', 'kj|kilojoules?'],
  ['energy', 'kcal', '4184', 'kcal|kilocalories|calories|cal|kalorien'],
];

const zero = rational(0n);
export const UNITS: Unit[] = [
  ...TABLE.map(([quantity, sign, size, names]): Unit => {
    const [whole = '', parts] = size.split('/');
    const exact = parts ? divide(fromDecimal(whole), fromDecimal(parts)) : fromDecimal(whole);
    return { quantity, sign, size: exact, offset: zero, names };
  }),
  temperature('°C', '1', '273.15', '°? ?c|degrees? c(?:elsius)?|celsius|centigrade|grad(?: celsius)?'),
  temperature('°F', '5/9', '459.67', '°? ?f|degrees? f(?:ahrenheit)?|fahrenheit|grad fahrenheit'),
  temperature('K', '1', '0', 'k|kelvin'),
];

function temperature(sign: string, size: string, offset: string, names: string): Unit {
  const [whole = '', parts = '1'] = size.split('/');
  return {
    quantity: 'temperature',
    sign,
    size: divide(fromDecimal(whole), fromDecimal(parts)),
    offset: fromDecimal(offset),
    names,
  };
}

/** Returns the units that a name may mean. */
export function unitsNamed(name: string): Unit[] {
  return UNITS.filter(({ names }) => new RegExp(`^(?:${names})$`, 'iu').test(name.trim()));
}
