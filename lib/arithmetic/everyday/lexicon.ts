import type { Language } from '../../language/languages.ts';

/** The part that a word or a phrase plays in a sum in everyday words. */
export type Role =
  | 'ask'
  | 'tip'
  | 'discount'
  | 'tax'
  | 'incl'
  | 'excl'
  | 'with tax'
  | 'plus'
  | 'minus'
  | 'and'
  | 'of'
  | 'at'
  | 'for'
  | 'split'
  | 'among'
  | 'each'
  | 'we are'
  | 'halves'
  | 'total'
  | 'rise'
  | 'fall'
  | 'percentage'
  | 'recipe'
  | 'interest'
  | 'grow'
  | 'simple'
  | 'pay with'
  | 'spend'
  | 'left'
  | 'instalments'
  | 'before'
  | 'after'
  | 'until'
  | 'begin'
  | 'end'
  | 'break'
  | 'lasts'
  | 'how long'
  | 'what time'
  | 'how much'
  | 'that'
  | 'off'
  | 'with'
  | 'if it is'
  | 'comes to'
  | 'bill'
  | 'trouble';

/** The words of each role in all seven languages, parted by bars; those of one language alone stand behind its name. */
const WORDS: [role: Role, words: string][] = [
  [
    'how much',
    "how much|how many|what do i pay|what do we pay|what do i actually pay|what does each|what do we each|wie viel|wieviel|wie viele|wieviele|was zahle ich|was zahlt|was zahlen wir|was kostet|was macht das|was macht|was sind das|was ist das|combien|je paie quoi|ça fait|ca fait|cuánto|cuanto|cuánta|cuántos|cuántas|cuantos|cuantas|quanto|quanta|quantos|quantas|quanti|quante|quant'è|hoeveel|wat betaal ik|wat betaalt|wat betalen we|wat kost|wat is dat|cada quien",
  ],
  [
    'ask',
    "what's|whats|what is|what was|what are|what does|wat is|wat wordt|was ist|was sind|was wäre|c'est quoi|ça donne quoi|ca donne quoi|qué es|que es|cuál|cual|qual|quale|qual è|wat zijn|calculate|work out|berechne|rechne|calcule|calcula|bereken|fait quoi",
  ],
  [
    'how long',
    "how long|how much time|how many hours|how many minutes|how many mins|how many hrs|how much sleep|wie lange|wie viele stunden|wieviele stunden|wie viel stunden|wieviel stunden|wie viele minuten|wieviel minuten|wie viel zeit|wie viel schlaf|combien de temps|combien d'heures|combien de minutes|ça fait combien d'heures|cuánto tiempo|cuántas horas|cuantas horas|cuántos minutos|cuantos minutos|quanto tempo|quantas horas|quantos minutos|quante ore|quanti minuti|hoe lang|hoeveel uur|hoeveel uren|hoeveel minuten|hoeveel tijd",
  ],
  [
    'what time',
    "what time|when's that|whens that|when is that|when do i|when should i|when must i|when will i|wie spät|um wie viel uhr|wann muss ich|wann bin ich|wann komme ich|wann ist das|um wieviel uhr|wann|à quelle heure|a quelle heure|quelle heure|a qué hora|a que hora|qué hora|que horas|a che ora|che ora|che ore|hoe laat|wanneer",
  ],
  ['tip', 'tip|tips|service charge|service|trinkgeld|pourboire|propina|gorjeta|mancia|fooi'],
  [
    'discount',
    'off|discount|reduced by|reduced|on sale|rabatt|nachlass|skonto|reduziert|reduziert um|ermäßigt|billiger|solde|soldé|soldée|soldés|en solde|remise|réduction|reduction|rabais|de moins|moins cher|descuento|rebaja|rebajado|rebajada|rebajados|rebajadas|rebajadas un|rebajado un|dto|desconto|promoção|sconto|scontato|scontata|scontati|scontate|saldo|in saldo|ribasso|korting|afgeprijsd|in de uitverkoop',
  ],
  [
    'tax',
    'tax|sales tax|vat|gst|mehrwertsteuer|mwst|ust|steuer|tva|taxe|taxes|iva|impuesto|imposto|icms|imposta|btw|belasting',
  ],
  [
    'incl',
    'incl|including|inclusive|inclusive of|inc|included|includes|inkl|inklusive|einschließlich|enthalten|darin|ttc|compris|comprise|inclus|incluse|incluido|incluida|incluyendo|con el iva incluido|ya incluido|incluindo|incluído|incluída|incluso|inclusa|compreso|compresa|inclusief|incl btw|inbegrepen',
  ],
  [
    'excl',
    'excl|excluding|exclusive of|ex|before tax|before vat|exkl|exklusive|zzgl|zuzüglich|netto|hors taxe|hors taxes|ht|sin iva|más iva|mas iva|sem iva|mais iva|esclusa|escluso|più iva|piu iva|exclusief|excl btw',
  ],
  [
    'with tax',
    "with tax|with vat|with gst|brutto|bruto|gross|mit mwst|mit mehrwertsteuer|mit steuer|avec tva|avec la tva|con iva|con el iva|com iva|com o iva|com imposto|con l'iva|lordo|met btw",
  ],
  [
    'plus',
    'plus|add|added|on top|more|another|und noch|dazu|drauf|zuzüglich|plus encore|encore|en plus|de plus|ajoute|ajouté|más|agrega|añade|añadiendo|y otros|it:più|it:piu|e altri|aggiungi|aggiunto|erbij|nog eens|pt:mais|pt:soma',
  ],
  [
    'minus',
    'minus|less|take off|take away|subtract|weniger|abzüglich|ab davon|moins|menos|meno|verminder met|eraf|er af|min',
  ],
  ['and', 'and|und|et|y|pt:e|it:e|nl:en|then|dann|puis|luego|depois|poi|dan'],
  [
    'of',
    'of|von|vom|van de|over|auf|sur|sobre|su|sui|op|bei|on|del|pt:do|pt:da|pt:em|es:en|della|nl:van|fr:de|es:de|pt:de|it:di|fr:du|des',
  ],
  ['at', 'at|zu|zu je|für je|à|costing|nl:voor|es:a|pt:a|it:a|nl:à|nl:van|@'],
  ['for', 'for|für|pour|para|it:per|voor|por'],
  [
    'split',
    'split|divide|divided|share|shared|split up|split evenly|go dutch|teilen|teile|geteilt|aufgeteilt|aufteilen|durch|partager|partage|partagé|partagés|divisé|diviser|on divise|on partage|à partager|repartir|reparte|repartido|dividir|dividido|divide|dividida|a dividir|dividi|diviso|divisa|da dividere|dividere|delen|deel|verdeel|verdelen|gedeeld|verdeeld|verdelen over',
  ],
  [
    'among',
    'between|among|by|into|amongst|unter|zwischen|durch|auf|entre|par|por|tra|fra|in|onder|over|door|met|em|en',
  ],
  [
    'each',
    "each|per person|per head|a head|pp|a person|apiece|ea|everyone|everybody|jeder|jede|jedem|pro person|pro kopf|pro nase|je person|jeweils|chacun|chacune|par personne|par tête|cada uno|cada una|por persona|por cabeza|cada quien|cada cual|cada um|cada uma|por pessoa|por cabeça|a testa|ciascuno|ciascuna|a persona|per persona|ognuno|elk|ieder|per persoon|per man|iedereen|de man|a pop|l'un|l'une|l'unité|pièce|la pièce|das stück|pro stück|je stück|l'uno|l'una|al pezzo|per stuk|stuk|stück",
  ],
  [
    'we are',
    "we're|we are|there's|theres|there are|wir sind|wir sind zu|on est|nous sommes|on sera|somos|éramos|estamos|siamo in|siamo|eravamo in|we zijn met|we zijn met z'n|wij zijn met|we waren met|zu|z'n|met z'n|à nous|entre los|entre as|entre os",
  ],
  [
    'halves',
    'halves|halve it|go halves|half each|in half|fifty-fifty|50-50|50/50|halbe-halbe|moitié-moitié|a medias|a metade|meio a meio|a meias|a metà|metà e metà|half om half|samsam',
  ],
  [
    'total',
    'total|totals|in total|altogether|in all|all together|sum|make|makes|come to|comes to|insgesamt|zusammen|gesamt|summe|macht zusammen|en tout|au total|somme|en total|suma|en conjunto|no total|ao todo|soma|dá|no todo|in tutto|totale|in totale|somma|viene|totaal|in totaal|samen|bij elkaar|alles bij elkaar',
  ],
  [
    'rise',
    'went up|gone up|jumped|climbed|shot up|goes up|going up|go up|up from|rose|risen|increased|increase|raised|grew|grown|gestiegen|erhöht|gestiegen von|erhöhung|teurer|augmenté|augmente|monté|passé|passée|est passé|est passée|hausse|subió|subio|ha subido|subido|aumentó|aumento|ha aumentado|pasó|paso|pasado|subiu|aumentou|passou|subida|aumento|è salito|è salita|salito|salita|è aumentato|è aumentata|aumentato|aumentata|è passato|è passata|passato|passata|gestegen|omhoog|verhoogd|ging van|gegaan',
  ],
  [
    'fall',
    'went down|gone down|goes down|dropped|fell|fallen|decreased|down from|gesunken|gefallen|gesenkt|baissé|diminué|bajó|bajo|ha bajado|bajado|disminuyó|desceu|baixou|caiu|diminuiu|è sceso|è scesa|sceso|scesa|calato|calata|diminuito|diminuita|gedaald|gezakt|omlaag',
  ],
  [
    'percentage',
    '%|percent|per cent|percentage|in percent|prozent|pourcentage|pourcent|pour cent|en porcentaje|porcentaje|por ciento|percentagem|porcentagem|por cento|percentuale|per cento|procent|procenten',
  ],
  ['recipe', 'recipe|rezept|recette|receta|receita|ricetta|recept'],
  [
    'interest',
    'interest|zinsen|zins|verzinst|intérêt|intérêts|interés|interes|intereses|juros|interessi|interesse|rente',
  ],
  [
    'grow',
    'worth|put away|put|save at|invest|invested|savings|angelegt|anlege|anlegen|lege|spare|sparbuch|placé|place|placés|investis|vaudra|invierto|pongo|meto|invertir|invertido|valdrá|tendré|invisto|aplico|investir|aplicar|rende|terei|investo|deposito|metto|investire|avrò|varrà|beleg|zet|spaargeld|waard|spaar',
  ],
  [
    'simple',
    'simple|simple interest|einfache zinsen|ohne zinseszins|intérêts simples|interés simple|juros simples|interesse semplice|enkelvoudig|enkelvoudige',
  ],
  [
    'pay with',
    'pay with|paying with|paid with|hand over|give a|mit nem|mit einem|zahle mit|bezahle mit|ich gebe|je paie avec|je paye avec|je donne|paie avec|payer avec|avec un billet de|pago con|pagué con|doy|con un billete de|pagar com|pago com|paguei com|dou uma nota de|com uma nota de|pago con|con una banconota da|it:do|betaal met|ik geef|betaal ik met|met een briefje van',
  ],
  [
    'spend',
    'spent|spend|paid|i pay out|used up|ausgegeben|gebe aus|bezahlt|dépensé|payé|gasté|gastado|pagué|gastei|paguei|ho speso|speso|pagato|uitgegeven|betaald',
  ],
  [
    'left',
    'left|left over|remains|remaining|übrig|bleibt|bleiben|habe ich noch|il reste|me reste|reste|queda|quedan|me queda|me quedan|sobra|sobram|resta|me sobra|rimane|rimangono|mi resta|mi rimane|avanza|over|houd ik over|blijft',
  ],
  [
    'instalments',
    'instalments|installments|instalment|installment|payments|raten|rate|monatsraten|mensualités|fois|versements|cuotas|plazos|mensualidades|pagos|parcelas|vezes|prestações|mensalidades|rate da|rate|termijnen',
  ],
  [
    'before',
    'before|earlier|prior|ahead|beforehand|vorher|davor|früher|vor|avant|plus tôt|antes|antes de|prima|prima delle|prima di|van tevoren|ervoor|eerder|voor',
  ],
  [
    'after',
    'after|later|from then|danach|später|nach|après|plus tard|después|despues|más tarde|depois|mais tarde|dopo|più tardi|daarna|later|erna|na',
  ],
  [
    'until',
    "till|until|til|'til|to go to|bis|bis um|jusqu'à|jusqu'a|avant|hasta|hasta las|para las|até|até às|até as|para as|fino alle|fino a|alle|tot|to",
  ],
  ['begin', 'from|starting|von|de|dalle|desde|desde las|das|van|à partir de|ab|since'],
  ['end', 'finish|finishing|to|bis|à|a las|hasta|até|alle|tot'],
  [
    'break',
    'break|lunch|pause|mittagspause|mittag|lunch break|pause déjeuner|déjeuner|almuerzo|comida|descanso|pausa|almoço|intervalo|pranzo|pauze|lunchpauze|unpaid',
  ],
  [
    'lasts',
    'takes|take|it takes|it takes me|takes me|lasts|for|drive is|flight is|dauert|brauche|brauche ich|fahrt dauert|dure|fr:met|je mets|il faut|tarda|tardo|dura|demoro|demora|levo|leva|ci metto|impiego|ci vuole|ci vogliono|duurt|doe er|doe ik er|kost me|me toma',
  ],
  [
    'that',
    'that|it|this|all of that|all that|das|davon|es|alles|ça|ca|cela|eso|esto|isso|isto|ello|questo|quello|tutto|dat|dit|daarvan|daarop',
  ],
  ['if it is', "if it's|if its|if it is|if it was|wenn es|wenn's|si c'est|si es|si fuera|se for|se fosse|se è|als het"],
  [
    'comes to',
    "came to|comes to|came out|comes out|cost me|costs me|got it for|got them for|ended up|kam auf|gekostet|hat gekostet|m'a coûté|revient à|coûtait|me costó|me salió|salió en|me ha costado|costaba|custou|saiu por|saiu a|custava|è costato|è costata|mi è costato|costava|venuto|venuta|kostte|kwam op|gekost|were they|was it|was the price|war der preis|was the food|kostete",
  ],
  [
    'bill',
    'bill|check|tab|rechnung|betrag|addition|note|cuenta|conta|conto|rekening|price|preis|prix|precio|preço|prezzo|prijs',
  ],
  ['with', 'with|mit|avec|con|com|met|and with|bei'],
  [
    'trouble',
    'million|millions|billion|thousand|hundred|mio|mrd|tausend|millionen|mille|mil|millón|millones|milhão|milhões|milione|milioni|mila|duizend|miljoen|hundert|honderd|more than|less than|mehr als|weniger als|plus que|moins que|plus cher que|más que|menos que|mais que|mais do que|più di|meno di|meer dan|minder dan|original|originally|ursprünglich|initial|initialement|originale|oorspronkelijk|not|except|besides|nicht|außer|sauf|excepto|menos yo|exceto|tranne|behalve|free|gratis|umsonst|gratuit|offert|geschenkt|omaggio|twice|double|triple|half|doppelt|loan|mortgage|kredit|darlehen|prêt|préstamo|hipoteca|empréstimo|prestito|mutuo|lening|hypotheek|already|schon bezahlt|déjà|remind|remind me|erinnere|erinner|rappelle|recuérdame|recuerdame|lembra-me|lembre-me|ricordami|herinner|to my list|auf meine liste|mi lista|minha lista|mia lista|mijn lijst|goal|ziel|objectif|objetivo|obiettivo|doel|yesterday|would have|daily limit|or|oder|ou|it:o|es:o|pt:ou|nl:of|either|if only|per cent of the|chapter|kapitel|page|pages|room|flat|gate|version|kids|children|kinder|enfants|niños|crianças|bambini|kinderen|tomorrow|morgen|demain|mañana|amanhã|domani|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|segunda|terça|quarta|quinta|sexta|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag',
  ],
];

const LOOKUP = new Map<string, Set<Role>>();
let longest = 1;
for (const [role, words] of WORDS)
  for (const phrase of words.split('|')) {
    LOOKUP.set(phrase, (LOOKUP.get(phrase) ?? new Set()).add(role));
    longest = Math.max(longest, phrase.replace(/^\w\w:/, '').split(' ').length);
  }

/** Returns the longest phrase that words begin with, and what it may do. */
export function rolesOf(words: string[], language: Language): { length: number; roles: Set<Role> } | null {
  for (let length = Math.min(longest, words.length); length > 0; length -= 1) {
    const phrase = words.slice(0, length).join(' ');
    const [common, own] = [LOOKUP.get(phrase), LOOKUP.get(`${language}:${phrase}`)];
    if (common || own) return { length, roles: new Set([...(common ?? []), ...(own ?? [])]) };
  }
  return null;
}
