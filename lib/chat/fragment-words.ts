import type { Language } from '../language/languages.ts';

/** What is asked about a message that is no sentence; `{x}` is what it said. */
export const FRAGMENTS: Record<Language, Record<'offerTasks' | 'whatThen' | 'link' | 'address', string>> = {
  en: {
    offerTasks: 'Shall I put these on your list: {x}?',
    whatThen: 'What should be on your list for “{x}”?',
    link: "I can't open links. If you want to keep it, say “remember” or “add to my list” in front of it.",
    address: "I can't write to anybody. If you want to keep the address, say “remember that” and whose it is.",
  },
  de: {
    offerTasks: 'Soll ich das auf deine Liste setzen: {x}?',
    whatThen: 'Was soll für „{x}“ auf deine Liste?',
    link: 'Links kann ich nicht öffnen. Wenn du ihn behalten willst, schreib „merk dir“ oder „auf die Liste“ davor.',
    address: 'Ich kann niemandem schreiben. Soll ich mir die Adresse merken, schreib „merk dir“ und wem sie gehört.',
  },
  fr: {
    offerTasks: 'Je mets tout cela sur ta liste : {x} ?',
    whatThen: 'Que faut-il mettre sur ta liste pour « {x} » ?',
    link: 'Je ne peux pas ouvrir de liens. Pour le garder, écris « retiens » ou « ajoute à ma liste » devant.',
    address: "Je ne peux écrire à personne. Pour garder l'adresse, écris « retiens » et dis à qui elle est.",
  },
  es: {
    offerTasks: '¿Pongo esto en tu lista: {x}?',
    whatThen: '¿Qué pongo en tu lista para «{x}»?',
    link: 'No puedo abrir enlaces. Para guardarlo, escribe «recuerda» o «añade a mi lista» delante.',
    address: 'No puedo escribir a nadie. Para guardar la dirección, escribe «recuerda que» y de quién es.',
  },
  pt: {
    offerTasks: 'Ponho isto na tua lista: {x}?',
    whatThen: 'O que ponho na tua lista para «{x}»?',
    link: 'Não consigo abrir links. Para o guardar, escreve «lembra-te» ou «adiciona à minha lista» antes.',
    address: 'Não consigo escrever a ninguém. Para guardar o endereço, escreve «lembra-te que» e de quem é.',
  },
  it: {
    offerTasks: 'Metto questo nella tua lista: {x}?',
    whatThen: 'Che cosa metto nella tua lista per «{x}»?',
    link: 'Non posso aprire link. Per tenerlo, scrivi «ricorda» o «aggiungi alla lista» davanti.',
    address: "Non posso scrivere a nessuno. Per tenere l'indirizzo, scrivi «ricorda che» e di chi è.",
  },
  nl: {
    offerTasks: 'Zal ik dit op je lijst zetten: {x}?',
    whatThen: 'Wat moet er voor “{x}” op je lijst?',
    link: 'Ik kan geen links openen. Wil je hem bewaren, zet er dan “onthoud” of “zet op mijn lijst” voor.',
    address: 'Ik kan niemand schrijven. Wil je het adres bewaren, schrijf dan “onthoud dat” en van wie het is.',
  },
};
