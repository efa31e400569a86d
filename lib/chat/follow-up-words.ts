import type { Language } from '../language/languages.ts';

/** How a language goes on about tasks that were just spoken of. Patterns are of the whole of a message. */
export type FollowUpWords = {
  /** Something is to be added as the thing before it was: "also butter". `{line}` is the thing. */
  also: string[];
  /** What may stand before the thing and says nothing, and what no thing begins with: "and that's it". */
  articles: string;
  nothing: string;
  /** What was just put on the list is to be at another time, or to repeat: "make it weekly". `{when}` is the time. */
  makeIt: string[];
  /** Several tasks are done: "finished both". `{count}` is how many. */
  done: string[];
  two: string;
  three: string;
  all: string;
};

export const FOLLOW_UPS: Record<Language, FollowUpWords> = {
  en: {
    also: ['(?:oh,? )?(?:and|plus|also)(?: also)?,? (?:add )?{line}', '{line},? (?:too|as well)'],
    articles: '(?:some|an?|the|more)',
    nothing: "me|you|i|we|it|its|it's|that|that's|this|so|then|not|no|now|thanks|thank|please|again|if|done",
    makeIt: [
      '(?:make|have|set|do|repeat|schedule|turn) (?:it|that|this)(?: (?:one|repeat|recur|happen|be|to|for|into|an?))* (?!now\\b|right now\\b){when}(?: (?:thing|task|one|habit|instead))?',
    ],
    done: [
      "(?:i(?:'ve| have|'m| am|m|ve)? |we(?:'ve| have)? )?(?:just |already |all )*(?:finished|completed|done|did)(?: with)? {count}(?: (?:already|now|today))?",
      "(?!all (?:done|finished)$){count}(?:'s| are| is)? (?:all )?(?:done|finished|completed)(?: (?:already|now|today))?",
      '(?:mark|tick|check|cross)(?: off)? {count}(?: off)?(?: as)?(?: done| finished)?',
    ],
    two: 'both(?: of (?:them|those|these))?|the two(?: of them)?',
    three: '(?:all|the) (?:three|3)(?: of (?:them|those|these))?',
    all: 'all(?: of (?:them|those|these|it))?|everything|them(?: all)?|the lot',
  },
  de: {
    also: [
      '(?:ach,? )?(?:und|auch|außerdem|plus)(?: auch)?(?: noch)? {line}',
      'noch {line}',
      '{line},? (?:auch|ebenso)(?: noch)?',
    ],
    articles: '(?:einen|eine|ein|den|die|das|etwas|noch)',
    nothing: 'mir|dir|ich|du|das|es|so|dann|nicht|nein|jetzt|danke|bitte|nochmal|wenn|fertig|tschüss',
    makeIt: [
      '(?:mach|setz|wiederhol|leg|plan)e? (?:es|das|ihn|sie)(?: (?:zu|als|auf))? {when}',
      'mache? {when} (?:draus|daraus)',
      'das soll {when} (?:sein|kommen|wiederkommen)',
    ],
    done: [
      '(?:ich )?habe? (?:schon |jetzt |gerade )*{count} (?:schon |jetzt )*(?:erledigt|geschafft|gemacht|fertig|abgehakt)',
      '(?:ich bin )?(?:mit )?{count}(?: sind| ist)?(?: schon| jetzt)? (?:erledigt|fertig|geschafft|gemacht|durch)',
      'fertig mit {count}',
      'hake? {count} ab',
    ],
    two: 'beides?|beide[nm]|alle zwei',
    three: 'alle[n]? (?:dreien|drei|3)',
    all: 'alles?|alle[nm]',
  },
  fr: {
    also: ['(?:ah,? )?(?:et|aussi|plus)(?: aussi)? {line}', '{line},? (?:aussi|également)'],
    articles: "(?:du|de la|de l'|des|le|la|les|l'|un|une|encore)",
    nothing: "moi|toi|je|j'ai|tu|ça|c'est|cela|non|pas|maintenant|merci|voilà|puis|si|fini",
    makeIt: ['(?:fais|mets|rends|répète|planifie)[- ](?:le|la|ça)(?: (?:à|pour|en))? {when}', 'que ce soit {when}'],
    done: [
      "j'ai (?:déjà )?(?:fini|terminé|fait)(?: avec)? {count}",
      "j'ai (?:déjà )?{count} (?:fini|terminé|fait)",
      '{count} (?:sont |est )?(?:faite?s?|finie?s?|terminée?s?)',
      "(?:c'est )?(?:fait|fini|terminé) (?:pour|avec) {count}",
    ],
    two: '(?:tou(?:te)?s )?les (?:deux|2)',
    three: '(?:tou(?:te)?s )?les (?:trois|3)',
    all: 'tout|tou(?:te)?s',
  },
  es: {
    also: ['(?:y|también|además)(?: también)? {line}', '{line},? también'],
    articles: '(?:el|la|los|las|un|una|unos|unas|más)',
    nothing: 'yo|tú|a mí|eso|esto|ya|no|así|ahora|gracias|nada|luego|si|listo',
    makeIt: [
      '(?:haz|pon|pón|rep[ií]te|conviérte)l[oa](?: (?:que sea|en|a|para))? {when}',
      'haz (?:eso|esto) {when}',
      'que sea {when}',
    ],
    done: [
      '(?:ya )?(?:terminé|acabé|hice|he (?:terminado|acabado|hecho))(?: con)? {count}',
      '{count}(?: ya)? (?:están |está )?(?:hech[oa]s?|list[oa]s?|terminad[oa]s?|acabad[oa]s?)',
      '(?:hech[oa]s|list[oa]s|terminad[oa]s) {count}',
    ],
    two: '(?:los|las) (?:dos|2)|amb[oa]s',
    three: '(?:los|las) (?:tres|3)',
    all: 'tod[oa]s?',
  },
  pt: {
    also: ['(?:e|também|mais)(?: também)? {line}', '{line},? também'],
    articles: '(?:o|a|os|as|um|uma|uns|umas|mais)',
    nothing: 'eu|tu|você|isso|isto|já|não|assim|agora|obrigad[oa]|nada|depois|se|pronto',
    makeIt: [
      '(?:faz|faça|põe|coloca|repete|repita|torna|marca)(?:-[oan]+| isso| isto)?(?: (?:para|em))? {when}',
      'que seja {when}',
    ],
    done: [
      '(?:já )?(?:terminei|acabei|fiz|completei)(?: com)? {count}',
      '{count} (?:já )?(?:estão |está )?(?:feit[oa]s?|pront[oa]s?|concluíd[oa]s?)',
      '(?:feit[oa]s|pront[oa]s) {count}',
    ],
    two: '(?:os dois|as duas|amb[oa]s)',
    three: '(?:os|as) (?:três|3)',
    all: 'tudo|tod[oa]s',
  },
  it: {
    also: ['(?:e|anche|inoltre|più)(?: anche)? {line}', '{line},? (?:anche|pure)'],
    articles: "(?:il|lo|la|i|gli|le|l'|un|uno|una|del|della|dei|delle|altro|ancora)",
    nothing: 'io|tu|a me|questo|quello|basta|non|no|così|ora|grazie|niente|poi|se|fatto',
    makeIt: [
      '(?:fa|falla|fallo|mettil[oa]|ripetil[oa]|rendil[oa]|impostal[oa])(?: (?:per|a|in))? {when}',
      'che sia {when}',
    ],
    done: [
      'ho (?:già )?(?:finito|fatto|terminato|completato)(?: con)? {count}',
      '{count} (?:sono |è )?(?:fatt[oaie]|finit[oaie]|pront[oaie])',
      '(?:fatt[ie]|finit[ie]) {count}',
    ],
    two: 'entramb[ie]|tutt[ie] e due',
    three: 'tutt[ie] e tre',
    all: 'tutt[oie]',
  },
  nl: {
    also: ['(?:oh,? )?(?:en|ook|plus)(?: ook)?(?: nog)? {line}', 'nog {line}', '{line},? ook(?: nog)?'],
    articles: '(?:een|de|het|wat|nog)',
    nothing: 'mij|me|jij|ik|dat|dit|het is|zo|dan|niet|nee|nu|bedankt|dank|klaar|als',
    makeIt: ['(?:maak|doe|zet|herhaal|plan) (?:het|dat|die|er)(?: (?:op|naar))? {when}(?: van)?'],
    done: [
      '(?:ik heb )?(?:ze )?(?:al )?{count} (?:al |zijn |is )*(?:gedaan|klaar|af|afgerond)',
      '(?:ik ben )?klaar met {count}',
      'vink {count} af',
    ],
    two: 'beide|allebei|alle (?:twee|2)',
    three: 'alle (?:drie|3)',
    all: 'alles|allemaal|alle',
  },
};
