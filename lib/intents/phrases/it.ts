import type { Phrases } from './phrase.ts';

const list =
  '(?:alla |nella |sulla |in |dalla )?(?:mia |la )?(?:lista(?: della spesa| delle cose da fare)?|spesa|agenda|calendario)';

export const it: Phrases = {
  before: '(?:per favore|perfavore|ciao|ehi|ok|e|allora|bene|puoi|potresti|mi puoi|vorrei che)',
  after: '(?:se (?:puoi|riesci|vuoi|(?:è )?possibile|(?:ti )?va bene|non ti dispiace)|per favore|perfavore|grazie)',
  joins: 'e|poi|e poi|e anche',
  requests:
    'ricordami|aggiungi|metti|sposta|cancella|elimina|togli|ricorda|cosa|che cosa|mostra|come|quanto|quando|dove|puoi',
  reasons: '(?:perché|poiché|lui|lei|sono|sto|non|io|mi)',
  conditions:
    '(?:(?<!(?:so|sapere) )se(?! puoi| riesci| vuoi| possibile| è possibile)|(?<![^,;] )(?:appena|quando)|nel caso|in caso|qualora|a meno)',
  phrases: [
    [
      'goal_end',
      [
        'quando (?:finisce|termina|finirà) (?:il mio |il |questo )?(?:piano|obiettivo)(?: (?:di )?{goal})?',
        'quanto (?:tempo )?(?:dura|durerà|ci vuole|ci vorrà)(?: (?:il mio |il )?(?:piano|obiettivo))?',
      ],
    ],
    ['delete_goal', ["(?:cancella|elimina|annulla|abbandona) (?:il mio |l'|il )?obiettivo(?: (?:di )?{goal})?"]],
    [
      'when_is',
      [
        "(?:a che ora|quando|che giorno) (?:è|ho|inizia|comincia|sono|c'è) (?:il mio |la mia |il |la |l'|lo |gli |le |un |una )?{task}",
      ],
    ],
    [
      'move_all',
      [
        '(?:sposta|rimanda) (?:tutte )?(?:le )?(?:mie )?attività (?<from>in ritardo|scadute) a {when}',
        '(?:sposta|rimanda) tutto(?: (?:di|da|quello di))?(?: {from})? ad? {when}(?:,? (?:tranne|eccetto) (?:il |la )?{except})?',
      ],
    ],
    [
      'cancel_all',
      ['(?:annulla|cancella|elimina) tutto(?: (?:di|per))? {from}(?:,? (?:tranne|eccetto) (?:il |la )?{except})?'],
    ],
    [
      'undo_last',
      [
        '(?:anzi|alla fine),? no',
        'no,? non (?:quello|quella)',
        "annulla(?:lo| questo| l'ultima)?",
        'torna indietro',
        "rimetti com'era",
      ],
    ],
    ['list_done', ['(?:cosa|che cosa) ho (?:già )?(?:fatto|finito|completato|concluso|combinato)(?: {when})?']],
    [
      'list_about',
      [
        '(?:cosa|che cosa) ho(?: in programma)? con {query}',
        "(?:ho|c'è) (?:qualcosa|un appuntamento|un impegno|impegni)(?: in programma)? con {query}",
        'quando vedo {query}',
      ],
    ],
    [
      'list_overdue',
      [
        '(?:ho|mi sono) (?:dimenticat[oa](?: di)?|saltato) qualcosa',
        "(?:cosa|che cosa|c'è|ci sono|ho|sono)(?: (?:qualcosa|qualche|attività|compiti|cose|di|è|ho|c'è|ci|sono|che|le|mie|i|miei|ancora|già|con))* (?:in ritardo|scadut[oaie]|arretrat[oaie]|rimasto indietro)",
        '(?:cosa|che cosa) (?:è in ritardo|ho in ritardo|ho perso|ho mancato|è scaduto)',
        '(?:attività )?(?:in ritardo|scadute)',
      ],
    ],
    ['list_goals', ['(?:quali sono|mostrami|dimmi|elenca)? ?i miei obiettivi', 'che obiettivi ho', 'obiettivi']],
    [
      'get_goal_progress',
      [
        'quanto (?:mi )?manca (?:al|alla|per|a raggiungere|per raggiungere) (?:il |la )?(?:mio |mia |miei )?{goal}',
        "come (?:sto andando|va|vado|procede|sto procedendo)(?: (?:con|in) (?:il |la |l'|mio |mia )?{goal})?",
        "come (?:va|procede) (?:il mio |la mia |l')?(?!(?:la mia )?settimana$|giornata$){goal}",
        '(?:i )?miei progressi(?: (?:con|in) {goal})?',
      ],
    ],
    [
      'replan_goal',
      [
        "(?:ripianifica|pianifica di nuovo) (?:il |la |l'|mio |mia )?{goal}",
        'rendi (?:il |la |mio |mia )?{goal} più (?<instructions>facile|leggero|corto|semplice|difficile)',
      ],
    ],
    [
      'search_notes',
      [
        'cerca {query} (?:nelle|tra le) mie note',
        '(?:cerca|guarda) nelle mie note {query}',
        '(?:cosa|che cosa) ho (?:scritto|annotato) (?:su|di) {query}',
      ],
    ],
    [
      'recall',
      [
        '(?:cosa|che cosa|che) (?:sai|ricordi)(?: (?:di|su) me)?',
        'come si chiama (?:mia|mio|la mia|il mio) {query}',
        "(?:qual è|chi è|quando è|dov'è) (?:il mio|la mia|mio|mia|il(?= codice)|la(?= password)) {query}",
      ],
    ],
    [
      'forget',
      [
        'dimentica (?<fact>tutto)(?: (?:su di me|quello che sai))?',
        'dimentica (?:che |quello che ho detto (?:su|di) )(?!questo$){fact}',
      ],
    ],
    ['put_it', [`(?:metti|segna|aggiungi|scrivi)l[oaie](?: ${list})?`]],
    [
      'create_task',
      [
        'non farmi dimenticare (?:di |il |la )?{line}',
        'ricordami {when} (?:di|che devo) {title}',
        'ricordami (?:di|che devo) {line}',
        `(?:aggiungi|metti|segna|scrivi|inserisci) (?:il |la |lo |l'|i |le |gli |del |della |un |una )?{line} (?<words>${list})`,
        "(?:aggiungi|segna|annota)(?: un'attività)?:? (?:il |la |lo |l'|del |della )?{line}",
        '(?:nuova attività|attività|appuntamento):? {line}',
      ],
    ],
    ['missed', ["non ho (?:fatto|potuto fare) (?:il |la |lo |l')?{task}", "ho saltato (?:il |la |lo |l')?{task}"]],
    ['rename_task', ["rinomina (?:il |la |lo |l')?{task} (?:in|come) {title}"]],
    [
      'is_off',
      [
        "(?:il |la |lo |l'|mio |mia )?{task} ha (?:annullato|disdetto)",
        "(?:il |la |lo |l'|mio |mia )?{task} (?:è|è stat[oa]) (?:annullat[oa]|cancellat[oa]|saltat[oa])",
      ],
    ],
    [
      'is_moved',
      ["(?:il |la |lo |l'|mio |mia )?{task} (?:è|è stat[oa]) (?:spostat[oa]|rimandat[oa]) (?:ad?|al|alle) {when}"],
    ],
    [
      'cancel_task',
      [
        '(?:smetti di ricordarmi|non ricordarmi più) (?:di |del |della |delle |dei |le |il |la )?{words}',
        "(?:cancella|elimina|annulla|togli|rimuovi) (?:il |la |lo |l'|i |le |mio |mia )?{task} (?:dalla|dal|da) (?:mia |mio )?(?:lista|calendario|agenda)",
        "(?:cancella|elimina|annulla|togli|rimuovi) (?:il |la |lo |l'|i |le |mio |mia )?{task}",
        'non (?:devo|serve) più {task}',
      ],
    ],
    [
      'complete_task',
      [
        "ho (?:già |gia )?(?:finito|terminato|fatto|completato)(?: con| di)? (?:il |la |lo |l'|i |le )?{task}",
        "ho (?:già |gia )?(?:comprato|pagato|chiamato|pulito|inviato|prenotato) (?:il |la |lo |l'|i |le )?{task}",
        "(?:il |la |lo |l')?{task} (?:è|sono) (?:fatt[oaie]|finit[oaie]|completat[oaie]|pront[oaie]|lavat[oaie]|pagat[oaie])",
        "(?:il |la |lo |l'|i |le )?{task},? (?:l'ho|li ho|le ho) (?:già |gia )?(?:fatt[oaie]|pres[oaie]|comprat[oaie]|finit[oaie]|pagat[oaie])",
        "segna (?:il |la |lo |l')?{task} come (?:fatto|fatta|completato|completata)",
      ],
    ],
    ['move_earlier', ['anticipa {task} di {when}', 'sposta {task} di {when} prima']],
    ['move_later', ['(?:sposta|rimanda|posticipa|ritarda|rinvia) {task} di {when}(?: in avanti| più tardi)?']],
    [
      'reschedule_task',
      [
        "(?:sposta|rimanda|posticipa|anticipa|cambia) (?:il |la |lo |l'|i |le |mio |mia )?{task} (?:a|al|alle|per|ad) {when}",
        '(?<words>(?:sposta|rimanda|cambia|metti|anticipa)l[oa]) (?:ad?|al|alle|per) {when}',
        "(?:sposta|rimanda|posticipa) (?:il |la |lo |l')?{task}",
      ],
    ],
    [
      'is_free',
      [
        '(?:sono|sarò) (?:liber[oa]|disponibile|impegnat[oa]|occupat[oa]) {when}',
        "ho (?:un po' di |del )?tempo(?: libero)? {when}",
      ],
    ],
    [
      'list_tasks',
      [
        'quant[ei] (?:attività|cose|impegni|compiti|appuntamenti)(?: (?:ho|ci sono|mi restano|restano|mi rimangono))?(?: (?:da fare|in programma|ancora|nella (?:mia )?lista))*(?: (?:per )?{when})?',
        '(?:cosa|che cosa) può aspettare(?: {when})?',
        "(?:ho|c'è|devo fare|mi resta) qualcosa(?: (?:da fare|in programma|in agenda))?(?: (?:per )?{when})?",
        "(?:cosa|che cosa|che) (?:avevo|c'era|mi resta|resta|manca|rimane)(?: (?:da fare|in programma|in agenda))?(?: (?:per |di )?{when})?",
        '(?:cosa|che cosa|che) (?:devo|ho da) (?:comprare|fare|prendere)(?: {when})?',
        'quanto tempo (?:libero )?ho {when}',
        'quando sono liber[oa] {when}',
        'qual è (?:il|la mia) (?:primo|prossimo|prossima) (?:passo|attività)',
        "(?:cosa|che cosa|che) (?:ho|c'è|devo fare|ho da fare|c'è da fare)(?: (?:da fare|in programma|in agenda))?(?: (?:per )?{when})?",
        '(?:mostrami|dimmi|elenca|fammi vedere) (?:le mie attività|la mia lista|la mia agenda|i miei impegni)(?: (?:di|per) {when})?',
        '(?:le mie attività|i miei impegni|la mia lista)(?: (?:di|per) {when})?',
        "(?:com'è|come va|come si presenta) (?:la |il )?(?:mia |mio )?(?<when>settimana|giornata)",
      ],
    ],
    ['remember', ['(?:ricorda|ricordati|tieni a mente|non dimenticare|annota) che {fact}']],
    ['create_goal', ['(?:il mio (?:nuovo )?obiettivo(?: è)?|nuovo obiettivo|crea un obiettivo):? (?:di )?{goal}']],
    ['want_goal', ['(?:voglio|vorrei|mi piacerebbe|aiutami a) {goal}']],
    ['need_task', ['(?:devo|dovrei|ho bisogno di) {line}', '{when},? (?:devo|dovrei) {line}', 'svegliami {when}']],
    ['listed', ['{line} (?:alla|nella|sulla|in) (?:mia )?lista(?: della spesa)?']],
    [
      'have_task',
      [
        "{when},? (?:ho|abbiamo|c'è) (?:un |una |un'|il |la |lo )?{line}",
        "(?:ho|abbiamo|c'è) (?:anche )?(?:un |una |un'|il |la |lo )?{line}",
      ],
    ],
  ],
};
