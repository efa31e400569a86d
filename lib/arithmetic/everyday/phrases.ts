import type { Language } from '../../language/languages.ts';

type Phrases = {
  /** Says a share of an amount, and the amount with it or without it. */
  share: (share: string, part: string) => string;
  tip: (total: string) => string;
  discount: (total: string) => string;
  tax: (total: string) => string;
  taxIn: (amount: string, part: string, rate: string, net: string) => string;
  of: string;
  each: string;
  period: Record<'hour' | 'day' | 'week' | 'month' | 'year', string>;
  yearly: string;
  now: string;
};

/** The words around the numbers of an answer to a sum in everyday words. */
export const PHRASES: Record<Language, Phrases> = {
  en: {
    share: (share, part) => `${share} is ${part}`,
    tip: (total) => `with the tip ${total}`,
    discount: (total) => `it costs ${total}`,
    tax: (total) => `with tax ${total}`,
    taxIn: (amount, part, rate, net) => `${amount} includes ${part} of tax at ${rate}; without it ${net}.`,
    of: 'of',
    each: 'each',
    period: { hour: 'an hour', day: 'a day', week: 'a week', month: 'a month', year: 'a year' },
    yearly: 'with the interest added each year',
    now: 'now',
  },
  de: {
    share: (share, part) => `${share} sind ${part}`,
    tip: (total) => `mit Trinkgeld ${total}`,
    discount: (total) => `zu zahlen sind ${total}`,
    tax: (total) => `mit Steuer ${total}`,
    taxIn: (amount, part, rate, net) => `In ${amount} sind ${part} Steuer (${rate}); ohne sie ${net}.`,
    of: 'von',
    each: 'pro Person',
    period: { hour: 'pro Stunde', day: 'am Tag', week: 'in der Woche', month: 'im Monat', year: 'im Jahr' },
    yearly: 'mit jährlicher Verzinsung',
    now: 'jetzt',
  },
  fr: {
    share: (share, part) => `${share}, c'est ${part}`,
    tip: (total) => `avec le pourboire ${total}`,
    discount: (total) => `à payer ${total}`,
    tax: (total) => `avec la taxe ${total}`,
    taxIn: (amount, part, rate, net) => `${amount} comprend ${part} de taxe (${rate}) ; sans elle ${net}.`,
    of: 'de',
    each: 'par personne',
    period: { hour: "de l'heure", day: 'par jour', week: 'par semaine', month: 'par mois', year: 'par an' },
    yearly: 'avec des intérêts ajoutés chaque année',
    now: 'maintenant',
  },
  es: {
    share: (share, part) => `El ${share} es ${part}`,
    tip: (total) => `con la propina ${total}`,
    discount: (total) => `se queda en ${total}`,
    tax: (total) => `con el impuesto ${total}`,
    taxIn: (amount, part, rate, net) => `${amount} incluye ${part} de impuesto (${rate}); sin él ${net}.`,
    of: 'de',
    each: 'por persona',
    period: { hour: 'por hora', day: 'al día', week: 'a la semana', month: 'al mes', year: 'al año' },
    yearly: 'con los intereses sumados cada año',
    now: 'ahora',
  },
  pt: {
    share: (share, part) => `${share} são ${part}`,
    tip: (total) => `com a gorjeta ${total}`,
    discount: (total) => `fica em ${total}`,
    tax: (total) => `com o imposto ${total}`,
    taxIn: (amount, part, rate, net) => `${amount} inclui ${part} de imposto (${rate}); sem ele ${net}.`,
    of: 'de',
    each: 'por pessoa',
    period: { hour: 'por hora', day: 'por dia', week: 'por semana', month: 'por mês', year: 'por ano' },
    yearly: 'com os juros somados a cada ano',
    now: 'agora',
  },
  it: {
    share: (share, part) => `Il ${share} è ${part}`,
    tip: (total) => `con la mancia ${total}`,
    discount: (total) => `costa ${total}`,
    tax: (total) => `con l'imposta ${total}`,
    taxIn: (amount, part, rate, net) => `${amount} comprende ${part} di imposta (${rate}); senza ${net}.`,
    of: 'di',
    each: 'a testa',
    period: { hour: "all'ora", day: 'al giorno', week: 'a settimana', month: 'al mese', year: "all'anno" },
    yearly: 'con gli interessi aggiunti ogni anno',
    now: 'adesso',
  },
  nl: {
    share: (share, part) => `${share} is ${part}`,
    tip: (total) => `met de fooi ${total}`,
    discount: (total) => `je betaalt ${total}`,
    tax: (total) => `met belasting ${total}`,
    taxIn: (amount, part, rate, net) => `In ${amount} zit ${part} belasting (${rate}); zonder ${net}.`,
    of: 'van',
    each: 'per persoon',
    period: { hour: 'per uur', day: 'per dag', week: 'per week', month: 'per maand', year: 'per jaar' },
    yearly: 'met de rente er elk jaar bij',
    now: 'nu',
  },
};
