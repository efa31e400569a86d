/** Words that a question begins with. "Can you …" and their like ask for something to be done. */
const QUESTION =
  /^(?:and |but |so |und |et |y |e |en )?(?:what|when|where|who|whose|which|why|how|do|does|did|is|are|am|was|were|has|have|was|wann|wo|wohin|wer|wem|wen|wie|wieso|warum|weshalb|welche[nrsm]?|hab(?:e)? ich|ist|sind|quand|où|qui|comment|combien|pourquoi|quel(?:le)?s?|qu'est-ce|est-ce|qué|cuándo|dónde|quién(?:es)?|cómo|cuánt[oa]s?|por qué|cuál(?:es)?|quando|onde|quem|como|quant[oaie]s?|porquê|qual|quais|quale|quali|cosa|che cosa|dove|chi|come mai|perché|wat|wanneer|waar|hoe|waarom|welke?)(?=[\s',]|$)/iu;
/** What a question mark stands behind without making it one. */
const REQUEST =
  /^(?:please |pls |ok,? |hey,? )*(?:(?:can|could|will|would|may|might) (?:you|u|we|i)|kannst du|könntest du|würdest du|(?:peux|pourrais)-tu|tu (?:peux|pourrais)|est-ce que tu (?:peux|pourrais)|(?:puedes|podrías|podes|pode|podias|poderias|puoi|potresti)|(?:kun|kan|zou) je)\b/iu;

const plain = (message: string): string =>
  message
    .trim()
    .replace(/[’`´]/g, "'")
    .replace(/^[¡¿\s]+/, '');

/** Tells whether a message begins as a question does: "do I have …", "wann …". */
export function beginsAsQuestion(message: string): boolean {
  return !REQUEST.test(plain(message)) && QUESTION.test(plain(message));
}

/** Tells whether a message asks something and so wants nothing done. */
export function asksSomething(message: string): boolean {
  return beginsAsQuestion(message) || (plain(message).endsWith('?') && !REQUEST.test(plain(message)));
}

const TEXT =
  /^(?:write|translate|explain|summari[sz]e|compose|draft|tell me about|recommend|suggest|give me (?:an? )?(?:idea|recipe|tip|advice)|schreib|übersetz|erklär|fass .+ zusammen|empfiehl|écris|traduis|explique|résume|recommande|escribe|traduce|explica|resume|recomienda|escreve|escreva|traduz|explica|resume|recomenda|scrivi|traduci|spiega|riassumi|consiglia|schrijf|vertaal|leg uit|vat .+ samen)/iu;

/** Tells whether a message wants something written or explained. */
export function asksForText(message: string): boolean {
  return TEXT.test(message.trim().replace(/^(?:(?:please|pls|(?:can|could|will|would) you|kannst du|bitte) )+/i, ''));
}
