import type { Phrases } from './phrase.ts';

const list =
  '(?:alla |nella |sulla |in |dalla )?(?:mia |la )?(?:lista(?: della spesa| delle cose da fare)?|agenda|calendario)';

export const it: Phrases = {
  before: '(?:per favore|perfavore|ciao|ehi|ok|e|allora|bene|puoi|potresti|mi puoi|vorrei che)',
  after: '(?:per favore|perfavore|grazie)',
  and: '(?:,? (?:e|poi|e poi|e anche)|[.;!?,]) (?=(?:ricordami|aggiungi|metti|sposta|cancella|elimina|ricorda|cosa|che cosa|mostra|come)\\b)',
  phrases: [
    ['undo_last', ["annulla(?:lo| questo| l'ultima)?", 'torna indietro', "rimetti com'era"]],
    [
      'list_overdue',
      [
        '(?:cosa|che cosa) (?:è in ritardo|ho in ritardo|ho perso|ho mancato|è scaduto)',
        '(?:attività )?(?:in ritardo|scadute)',
      ],
    ],
    ['list_goals', ['(?:quali sono|mostrami|dimmi|elenca)? ?i miei obiettivi', 'che obiettivi ho', 'obiettivi']],
    [
      'get_goal_progress',
      [
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
    [
      'create_task',
      [
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
      'cancel_task',
      [
        "(?:cancella|elimina|annulla|togli|rimuovi) (?:il |la |lo |l'|i |le |mio |mia )?{task} (?:dalla|dal|da) (?:mia |mio )?(?:lista|calendario|agenda)",
        "(?:cancella|elimina|annulla|togli|rimuovi) (?:il |la |lo |l'|i |le |mio |mia )?{task}",
        'non (?:devo|serve) più {task}',
      ],
    ],
    [
      'complete_task',
      [
        "ho (?:finito|terminato|fatto|completato)(?: con| di)? (?:il |la |lo |l'|i |le )?{task}",
        "ho (?:comprato|pagato|chiamato|pulito|inviato|prenotato) (?:il |la |lo |l'|i |le )?{task}",
        "(?:il |la |lo |l')?{task} (?:è|sono) (?:fatto|fatta|finito|finita|completato|completata)",
        "(?:il |la |lo |l'|i |le )?{task},? (?:l'ho|li ho|le ho) (?:già |gia )?(?:fatt[oaie]|pres[oaie]|comprat[oaie]|finit[oaie]|pagat[oaie])",
        "segna (?:il |la |lo |l')?{task} come (?:fatto|fatta|completato|completata)",
      ],
    ],
    [
      'reschedule_task',
      [
        "(?:sposta|rimanda|posticipa|anticipa|cambia) (?:il |la |lo |l'|i |le |mio |mia )?{task} (?:a|al|alle|per|ad) {when}",
        "(?:sposta|rimanda|posticipa) (?:il |la |lo |l')?{task}",
      ],
    ],
    [
      'list_tasks',
      [
        "(?:cosa|che cosa|che) (?:ho|c'è|devo fare|ho da fare|c'è da fare)(?: (?:da fare|in programma|in agenda))?(?: (?:per )?{when})?",
        '(?:mostrami|dimmi|elenca|fammi vedere) (?:le mie attività|la mia lista|la mia agenda|i miei impegni)(?: (?:di|per) {when})?',
        '(?:le mie attività|i miei impegni|la mia lista)(?: (?:di|per) {when})?',
        "(?:com'è|come va|come si presenta) (?:la |il )?(?:mia |mio )?(?<when>settimana|giornata)",
        'sono liber[oa] {when}',
      ],
    ],
    ['remember', ['(?:ricorda|ricordati|tieni a mente|non dimenticare|annota) che {fact}']],
    ['create_goal', ['(?:il mio (?:nuovo )?obiettivo(?: è)?|nuovo obiettivo|crea un obiettivo):? (?:di )?{goal}']],
    ['want_goal', ['(?:voglio|vorrei|mi piacerebbe|aiutami a) {goal}']],
    ['need_task', ['(?:devo|dovrei|ho bisogno di) {line}', '{when},? (?:devo|dovrei) {line}', 'svegliami {when}']],
  ],
};
