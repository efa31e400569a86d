import type { Phrases } from './phrase.ts';

const list = '(?:mijn |de )?(?:boodschappen|taken)?(?:lijst(?:je)?|agenda|kalender|taken)';

export const nl: Phrases = {
  before: '(?:alsjeblieft|hallo|hoi|hey|ok(?:é)?|en|dus|dan|kun je|kan je|wil je|zou je|ik wil dat je|even)',
  after: '(?:alsjeblieft|aub|bedankt|dank je|even)',
  and: '(?:,? (?:en|dan|en dan|en ook)|[.;!?,]) (?=(?:herinner|voeg|zet|verplaats|annuleer|schrap|onthoud|wat|toon|hoe)\\b)',
  phrases: [
    ['undo_last', ['maak (?:dat|het) ongedaan', 'ongedaan maken', 'draai (?:dat|het) terug', 'terugdraaien']],
    ['list_overdue', ['wat (?:is te laat|heb ik gemist|is achterstallig|loopt achter)', 'achterstallig(?:e taken)?']],
    [
      'list_goals',
      ['(?:wat zijn|toon|laat zien|welke zijn)? ?mijn (?:huidige )?doelen', 'welke doelen heb ik', 'doelen'],
    ],
    [
      'get_goal_progress',
      [
        'hoe (?:doe ik het|gaat het|sta ik ervoor|ver ben ik)(?: (?:met|in|bij) (?:mijn |het |de )?{goal})',
        'hoe (?:doe ik het|sta ik ervoor|ver ben ik)',
        'hoe (?:gaat|staat het met) (?:mijn |het |de ){goal}',
        'mijn voortgang(?: (?:met|in|bij) {goal})?',
      ],
    ],
    [
      'replan_goal',
      [
        'plan {goal} opnieuw',
        'maak (?:mijn |het |de )?{goal} (?<instructions>makkelijker|lichter|korter|zwaarder|eenvoudiger)',
      ],
    ],
    [
      'search_notes',
      [
        'zoek {query} in mijn notities',
        'zoek in mijn notities naar {query}',
        'wat heb ik (?:over) {query} (?:geschreven|genoteerd)',
      ],
    ],
    [
      'recall',
      [
        'wat (?:weet|onthoud) je(?: (?:over|van) mij)?',
        'hoe heet mijn {query}',
        '(?:wat|wie|wanneer|waar) is (?:de (?=code|naam|datum)|mijn ){query}',
      ],
    ],
    [
      'forget',
      ['vergeet (?<fact>alles)(?: (?:over mij|wat je weet))?', 'vergeet (?:dat |wat ik zei over )(?!dat$|het$){fact}'],
    ],
    [
      'create_task',
      [
        'herinner me (?:er )?{when} (?:aan |eraan )?(?:om |dat ik )(?:te )?{title}',
        'herinner me (?:eraan|er aan|aan)(?: om| dat ik)?(?: (?:de|het|mijn))? {line}',
        `(?:zet|voeg|schrijf|plaats) {line} (?:op|toe aan|in|bij) (?<words>${list})(?: toe)?`,
        'voeg {line} toe',
        '(?:nieuwe taak|taak|afspraak):? {line}',
      ],
    ],
    ['missed', ['ik heb (?:de |het )?{task} (?:niet gedaan|overgeslagen|gemist|vergeten)']],
    ['rename_task', ['(?:hernoem|noem) (?:de |het )?{task} (?:naar|in|tot) {title}']],
    [
      'cancel_task',
      [
        `(?:schrap|verwijder|annuleer|haal) (?:de |het |mijn )?{task} van ${list}(?: af)?`,
        '(?:schrap|verwijder|annuleer) (?:de |het |mijn )?{task}',
        'ik hoef (?:de |het )?{task} niet meer(?: te doen)?',
      ],
    ],
    [
      'complete_task',
      [
        'ik (?:ben|heb) (?:klaar met |met )?(?:de |het |mijn )?{task} (?:klaar|gedaan|af|afgerond|voltooid)',
        'ik ben klaar met (?:de |het |mijn )?{task}',
        'ik heb (?:de |het )?{task} (?:gekocht|betaald|gebeld|schoongemaakt|verstuurd|geboekt)',
        '(?:de |het )?{task} heb ik (?:al |net )?(?:gedaan|gehaald|gekocht|geregeld|betaald)',
        '(?:de |het )?{task} is (?:klaar|gedaan|af)',
        'vink (?:de |het )?{task} af',
      ],
    ],
    [
      'reschedule_task',
      [
        '(?:verplaats|verzet|schuif|verschuif|zet) (?:de |het |mijn )?{task} (?:naar|op|tot) {when}',
        '(?:verplaats|verzet|verschuif) (?:de |het |mijn )?{task}',
      ],
    ],
    [
      'list_tasks',
      [
        'wat (?:heb ik|staat er|is er|moet ik)(?: {when})?(?: (?:te doen|op de planning|op het programma|doen|gepland|op mijn lijst))?',
        'wat (?:staat er|is er) (?:op de planning|op mijn lijst)(?: (?:voor )?{when})?',
        '(?:toon|laat)(?: me)? (?:mijn taken|mijn lijst|mijn agenda)(?: (?:van|voor) {when})?(?: zien)?',
        'mijn (?:taken|agenda)(?: (?:van|voor) {when})?',
        'hoe ziet (?:mijn |de )(?<when>week|dag|weekend) eruit',
        'ben ik {when} vrij',
      ],
    ],
    ['remember', ['(?:onthoud|vergeet niet|noteer|denk eraan) dat {fact}']],
    ['create_goal', ['(?:mijn (?:nieuwe )?doel(?: is)?|nieuw doel):? (?:om )?(?:te )?{goal}']],
    ['want_goal', ['(?:ik (?:wil|zou graag)|help me(?: om)?(?: te)?) {goal}']],
    ['need_task', ['ik moet(?: nog)? {line}', '{when} moet ik(?: nog)? {line}', 'maak me wakker {when}']],
  ],
};
