import type { Language } from '../language/languages.ts';
import type { Reason } from './rational.ts';

type Said = {
  /** Between a percentage and what it is of: "15 % von 80". */
  of: string;
  /** @param share "20% of 45.50" */
  tip: (tip: string, share: string, total: string) => string;
  discount: (discount: string, share: string, rest: string) => string;
  splitWithTip: (total: string, each: string) => string;
  /** @param unit `km` or `mi` */
  pace: (time: string, unit: string, speed: string) => string;
  why: Record<Reason, string>;
};

/** The words of an answer to a calculation beside its numbers. */
export const SAID: Record<Language, Said> = {
  en: {
    of: 'of',
    tip: (tip, share, total) => `The tip is ${tip} (${share}), so ${total} in all.`,
    discount: (discount, share, rest) => `The discount is ${discount} (${share}), so ${rest} is left to pay.`,
    splitWithTip: (total, each) => `${total} with the tip, so ${each} each.`,
    pace: (time, unit, speed) => `${time} min per ${unit}, which is ${speed}.`,
    why: {
      zero: 'Dividing by zero has no answer.',
      large: 'That number is too large for me.',
      real: 'That has no answer among the real numbers.',
      root: 'A negative number has no square root among the real numbers.',
      factorial: 'Only whole numbers from 0 on have a factorial.',
      count: 'That calculation has a number too few or too many.',
    },
  },
  de: {
    of: 'von',
    tip: (tip, share, total) => `Das Trinkgeld ist ${tip} (${share}), zusammen also ${total}.`,
    discount: (discount, share, rest) => `Der Rabatt ist ${discount} (${share}), zu zahlen bleiben ${rest}.`,
    splitWithTip: (total, each) => `${total} mit Trinkgeld, also ${each} für jede Person.`,
    pace: (time, unit, speed) => `${time} min pro ${unit}, das sind ${speed}.`,
    why: {
      zero: 'Durch null kann man nicht teilen.',
      large: 'Diese Zahl ist mir zu groß.',
      real: 'Das hat unter den reellen Zahlen keine Lösung.',
      root: 'Eine negative Zahl hat unter den reellen Zahlen keine Quadratwurzel.',
      factorial: 'Nur ganze Zahlen ab 0 haben eine Fakultät.',
      count: 'In dieser Rechnung ist eine Zahl zu viel oder zu wenig.',
    },
  },
  fr: {
    of: 'de',
    tip: (tip, share, total) => `Le pourboire est de ${tip} (${share}), soit ${total} en tout.`,
    discount: (discount, share, rest) => `La réduction est de ${discount} (${share}), il reste ${rest} à payer.`,
    splitWithTip: (total, each) => `${total} avec le pourboire, soit ${each} par personne.`,
    pace: (time, unit, speed) => `${time} min par ${unit}, soit ${speed}.`,
    why: {
      zero: 'On ne peut pas diviser par zéro.',
      large: 'Ce nombre est trop grand pour moi.',
      real: "Cela n'a pas de réponse parmi les nombres réels.",
      root: "Un nombre négatif n'a pas de racine carrée parmi les nombres réels.",
      factorial: 'Seuls les nombres entiers à partir de 0 ont une factorielle.',
      count: 'Il y a un nombre de trop ou de moins dans ce calcul.',
    },
  },
  es: {
    of: 'de',
    tip: (tip, share, total) => `La propina es ${tip} (${share}), en total ${total}.`,
    discount: (discount, share, rest) => `El descuento es ${discount} (${share}), quedan por pagar ${rest}.`,
    splitWithTip: (total, each) => `${total} con la propina, así que ${each} por persona.`,
    pace: (time, unit, speed) => `${time} min por ${unit}, es decir, ${speed}.`,
    why: {
      zero: 'No se puede dividir entre cero.',
      large: 'Ese número es demasiado grande para mí.',
      real: 'Eso no tiene respuesta entre los números reales.',
      root: 'Un número negativo no tiene raíz cuadrada entre los números reales.',
      factorial: 'Solo los números enteros desde 0 tienen factorial.',
      count: 'En ese cálculo sobra o falta un número.',
    },
  },
  pt: {
    of: 'de',
    tip: (tip, share, total) => `A gorjeta é ${tip} (${share}), no total ${total}.`,
    discount: (discount, share, rest) => `O desconto é ${discount} (${share}), ficam ${rest} por pagar.`,
    splitWithTip: (total, each) => `${total} com a gorjeta, ou seja, ${each} por pessoa.`,
    pace: (time, unit, speed) => `${time} min por ${unit}, ou seja, ${speed}.`,
    why: {
      zero: 'Não se pode dividir por zero.',
      large: 'Esse número é grande demais para mim.',
      real: 'Isso não tem resposta entre os números reais.',
      root: 'Um número negativo não tem raiz quadrada entre os números reais.',
      factorial: 'Só os números inteiros a partir de 0 têm fatorial.',
      count: 'Nesse cálculo há um número a mais ou a menos.',
    },
  },
  it: {
    of: 'di',
    tip: (tip, share, total) => `La mancia è ${tip} (${share}), in tutto ${total}.`,
    discount: (discount, share, rest) => `Lo sconto è ${discount} (${share}), restano da pagare ${rest}.`,
    splitWithTip: (total, each) => `${total} con la mancia, quindi ${each} a testa.`,
    pace: (time, unit, speed) => `${time} min al ${unit}, cioè ${speed}.`,
    why: {
      zero: 'Non si può dividere per zero.',
      large: 'Questo numero è troppo grande per me.',
      real: 'Non ha risposta tra i numeri reali.',
      root: 'Un numero negativo non ha radice quadrata tra i numeri reali.',
      factorial: 'Solo i numeri interi da 0 in su hanno un fattoriale.',
      count: 'In questo calcolo c’è un numero di troppo o uno in meno.',
    },
  },
  nl: {
    of: 'van',
    tip: (tip, share, total) => `De fooi is ${tip} (${share}), samen dus ${total}.`,
    discount: (discount, share, rest) => `De korting is ${discount} (${share}), er blijft ${rest} te betalen.`,
    splitWithTip: (total, each) => `${total} met fooi, dus ${each} per persoon.`,
    pace: (time, unit, speed) => `${time} min per ${unit}, dat is ${speed}.`,
    why: {
      zero: 'Delen door nul kan niet.',
      large: 'Dat getal is mij te groot.',
      real: 'Dat heeft geen antwoord onder de reële getallen.',
      root: 'Een negatief getal heeft geen vierkantswortel onder de reële getallen.',
      factorial: 'Alleen gehele getallen vanaf 0 hebben een faculteit.',
      count: 'In die berekening staat een getal te veel of te weinig.',
    },
  },
};
