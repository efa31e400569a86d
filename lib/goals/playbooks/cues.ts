/** Words that tell in which sense an amount is meant, folded, in the seven languages: what is there, what is still missing. */

/** A pattern for any of the words. */
export const words = (text: string) =>
  `(?<!\\p{L})(?:${text
    .trim()
    .split(/\s*\|\s*/)
    .join('|')})(?!\\p{L})`;
/** Within a clause, the word may stand a few words away from its amount, but no other amount stands between. */
export const before = (text: string, gap = 30, between = '[^.;!?\\d]') =>
  new RegExp(`${words(text)}${between}{0,${gap}}$`, 'u');
export const after = (text: string, gap = 16) => new RegExp(`^[^.,;!?\\d]{0,${gap}}${words(text)}`, 'u');

export const LEFT_BEFORE = before(
  `owe|owes|owing|remaining|still need|still missing|short of|noch|fehlen|fehlt|schulde|schulden|reste|restent|manque|manquent|dois|faltan?|quedan?|debo|debemos|faltam?|faltam-me|devo|devemos|mancano|manca|restano|resta|nog`,
  14,
);
export const LEFT_WORDS = `left(?! over)|remaining|outstanding|owed|still missing|is missing|to go|short|offen|fehlen|ubrig|restants?|a trouver|manquent|pendientes?|restantes?|por pagar|em falta|que faltan|que faltam|mancanti|rimanenti|da trovare|openstaand|te gaan|over`;
export const LEFT_AFTER = after(LEFT_WORDS, 10);
export const HAVE_BEFORE = before(
  `have|has|got|saved|already|currently|so far|until now|set aside|put aside|put away|starting from|starting with|habe|haben|hab|schon|bereits|bisher|gespart|liegen|bis jetzt|jusqu'ici|hasta ahora|ate agora|finora|tot nu toe|j'ai|ai|avons|deja|economise|mis de cote|partant de|tengo|tenemos|ya|llevo|llevamos|ahorrado|tenho|temos|ja|guardei|juntei|ho|ne ho|abbiamo|gia|risparmiato|heb|hebben|al|nu|gespaard`,
  18,
);
export const HAVE_WORDS = `saved|already|so far|until now|bis jetzt|jusqu'ici|hasta ahora|ate agora|finora|tot nu toe|in savings|in the bank|set aside|put aside|put away|schon|bereits|bisher|gespart|auf der seite|deja|de cote|economises|d'avance|ahorrad[oa]s?|ya|guardad[oa]s|poupad[oa]s|juntad[oa]s|gia|da parte|risparmiati|al|gespaard|opzij`;
export const HAVE_AFTER = after(HAVE_WORDS, 14);

/** What is paid or earned again and again is so in one of these, folded. */
export const PERIOD =
  'hour|hr|day|night|week|weekend|fortnight|month|mo|quarter|year|stunde|std|tag|woche|monat|quartal|jahr|heure|jour|semaine|mois|trimestre|an|hora|dia|semana|mes|ano|ora|giorno|settimana|mese|anno|uur|dag|maand|kwartaal|jaar';
