import type { Phrases } from './phrase.ts';

const list = '(?:mijn |de )?(?:boodschappen|taken)?(?:lijst(?:je)?|agenda|kalender|taken)';

export const nl: Phrases = {
  before: '(?:alsjeblieft|hallo|hoi|hey|ok(?:é)?|en|dus|dan|kun je|kan je|wil je|zou je|ik wil dat je|even)',
  after:
    '(?:als (?:je (?:kunt|wilt)|(?:het|dat) (?:kan|mag|lukt|goed is|oké is)|mogelijk)|alsjeblieft|aub|bedankt|dank je|even)',
  joins: 'en|dan|en dan|en ook',
  requests: 'herinner|voeg|zet|verplaats|annuleer|schrap|haal|onthoud|wat|toon|hoe|hoeveel|wanneer|waar|kun je|kan je',
  reasons: '(?:omdat|want|hij|zij|ze|ik|we|het|dat)',
  conditions:
    '(?:als(?! je (?:kunt|wilt)| het kan| mogelijk| gedaan| klaar| voltooid| afgerond)|(?<![^,;] )(?:zodra|wanneer)|indien|mits|tenzij)',
  phrases: [
    [
      'goal_end',
      [
        'wanneer (?:eindigt|is|loopt) (?:mijn |het |dit )?(?:{goal}[- ]?)?(?:plan|doel)(?: (?:klaar|afgelopen|af))?',
        'hoe lang (?:duurt|loopt) (?:het|dit|(?:mijn |het )?(?:{goal}[- ]?)?(?:plan|doel))(?: nog)?',
      ],
    ],
    ['delete_goal', ['(?:verwijder|wis|annuleer|schrap|stop) (?:mijn |het |dit )?(?:{goal}[- ])?doel']],
    [
      'when_is',
      ['(?:hoe laat|wanneer|op welke dag) (?:is|zijn|heb ik|begint|moet ik naar) (?:mijn |de |het |een )?{task}'],
    ],
    [
      'move_all',
      [
        '(?:verplaats|verzet) (?:alle |mijn )?(?<from>achterstallige) taken naar {when}',
        '(?:verplaats|verzet|schuif) alles(?: van)?(?: {from})? naar {when}(?:,? behalve (?:de |het )?{except})?',
      ],
    ],
    ['cancel_all', ['(?:annuleer|verwijder|schrap) alles(?: van| voor)? {from}(?:,? behalve (?:de |het )?{except})?']],
    [
      'undo_last',
      [
        '(?:toch|liever) niet',
        'nee,? niet (?:die|dat)',
        'maak (?:dat|het) ongedaan',
        'ongedaan maken',
        'draai (?:dat|het) terug',
        'terugdraaien',
      ],
    ],
    [
      'list_done',
      ['wat heb ik(?: {when})? (?:al |allemaal )*(?:gedaan|afgerond|afgekregen|afgevinkt|voltooid)(?: gekregen)?'],
    ],
    [
      'list_about',
      [
        'wat heb ik(?: gepland)? met {query}',
        '(?:heb ik|is er|staat er)(?: {when})? nog (?:iets|een afspraak|afspraken) (?:met|bij) {query}',
        '(?:heb ik|is er|staat er)(?: {when})? (?:iets|een afspraak|afspraken)(?: {from})? (?:met|bij) {query}',
        'wanneer zie ik {query}',
      ],
    ],
    [
      'list_overdue',
      [
        'ben ik (?:iets|wat) vergeten',
        '(?:wat|is|heb ik|ben ik|welke)(?: (?:er|iets|is|zijn|heb ik|ik|nog|al|mijn|de|taken|taak|dingen|van|met|allemaal))* (?:te laat|achterstallig|achter|over tijd|gemist|blijven liggen)',
        'wat (?:is te laat|heb ik gemist|is achterstallig|loopt achter)',
        'achterstallig(?:e taken)?',
      ],
    ],
    [
      'list_goals',
      ['(?:wat zijn|toon|laat zien|welke zijn)? ?mijn (?:huidige )?doelen', 'welke doelen heb ik', 'doelen'],
    ],
    [
      'get_goal_progress',
      [
        'hoe ver (?:ben ik|is het)(?: nog)? (?:van|tot|verwijderd van) (?:mijn |het |de ){goal}',
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
    ['put_it', [`(?:zet|schrijf|voeg) (?:het|dat|die|deze) (?:op|in|toe aan) ${list}`]],
    [
      'create_task',
      [
        'laat me (?:de |het )?{line} niet vergeten',
        'herinner me (?:er )?{when} aan (?:de |het |mijn |een )?{title}',
        'herinner me (?:er )?{when} (?:aan |eraan )?(?:om te |dat ik ){title}',
        'herinner me (?:eraan|er aan|aan)(?: om| dat ik)?(?: (?:de|het|mijn))? {line}',
        `(?:zet|voeg|schrijf|plaats) {line} (?:op|toe aan|in|bij) (?<words>${list})(?: toe)?`,
        'voeg (?:de |het )?{title} toe (?:voor |op )?{when}',
        'voeg {line} toe',
        'zet (?:de |het )?{line} erin',
        '(?:nieuwe taak|taak|afspraak):? {line}',
      ],
    ],
    ['missed', ['ik heb (?:de |het )?{task} (?:niet gedaan|overgeslagen|gemist|vergeten)']],
    ['rename_task', ['(?:hernoem|noem) (?:de |het )?{task} (?:naar|in|tot) {title}']],
    [
      'is_off',
      [
        '(?:de |het |mijn )?{task} heeft (?:het )?(?:afgezegd|geannuleerd)',
        '(?:de |het |mijn )?{task} (?:is|werd) (?:afgezegd|geannuleerd|gecanceld)',
        '(?:de |het |mijn )?{task} gaat niet door',
      ],
    ],
    ['is_moved', ['(?:de |het |mijn )?{task} (?:is|werd) (?:verplaatst|verzet|verschoven) naar {when}']],
    [
      'cancel_task',
      [
        '(?:herinner me niet (?:meer )?aan|stop met (?:me )?herinneren aan) (?:de |het |mijn )?{words}',
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
        '(?:de |het )?{task} (?:is|zijn) (?:al )?(?:klaar|gedaan|af|afgerond|gewassen|betaald|geregeld)',
        'vink (?:de |het )?{task} af',
      ],
    ],
    [
      'move_earlier',
      [
        'vervroeg {task} met {when}',
        'vervroeg {task} (?<when>\\S+ \\S+)',
        '(?:haal|schuif|verzet|verplaats|verschuif) {task} met {when} (?:naar voren|eerder|vroeger)',
        '(?:haal|schuif|verzet|verplaats|verschuif) {task} (?<when>\\S+ \\S+) (?:naar voren|eerder|vroeger)',
      ],
    ],
    [
      'move_later',
      [
        '(?:schuif|verschuif|verzet|verplaats) {task} met {when}(?: op| naar achteren| later)?',
        '(?:schuif|verschuif|verzet|verplaats) {task} (?<when>\\S+ \\S+) (?:op|naar achteren|later)',
        'stel {task} met {when} uit',
        'stel {task} (?<when>\\S+ \\S+) uit',
      ],
    ],
    [
      'reschedule_task',
      [
        '(?:verplaats|verzet|schuif|verschuif) (?:de |het |mijn )?{task} (?:naar|op|tot) {when}',
        'zet (?:de |het |mijn |een )?{title} (?:naar|op|in) {when}',
        '(?:verplaats|verzet|verschuif) (?:de |het |mijn )?{task}',
      ],
    ],
    [
      'is_free',
      [
        'ben ik {when} (?:nog )?(?:vrij|beschikbaar|bezet)',
        'heb ik {when} (?:nog |wat |even )*(?:tijd|vrij)(?: voor .{2,30})?',
        'heb ik (?:nog |wat )*tijd(?: op)? {when}',
        'is {when} (?:nog )?vrij',
      ],
    ],
    [
      'list_tasks',
      [
        'hoeveel (?:taken|dingen|afspraken)(?: (?:heb ik|zijn er|staan er|moet ik))?(?: (?:nog|open))*(?: {when})?(?: (?:nog|open|over|te doen|doen|gepland|op mijn lijst|staan))*',
        'wat kan (?:er )?(?:{when} )?wachten',
        '(?:heb ik|moet ik|is er|staat er)(?: {when})? (?:nog )?(?:iets|wat)(?: (?:te doen|doen|gepland))?',
        '(?:heb ik|moet ik|is er|staat er) (?:nog )?(?:iets|wat)(?: (?:te doen|doen|gepland))? {when}',
        'wat (?:moet|heb) ik(?: {when})? nog(?: (?:te doen|doen|gepland))?',
        'wat (?:had ik|was er|stond er|staat|is er|is) (?:nog )?(?:open |over )?(?:van |voor )?{when}(?: (?:te doen|gepland|open|op de planning))?',
        'hoeveel tijd heb ik {when}',
        'wanneer ben ik vrij(?: op)? {when}',
        'wat is (?:de|mijn) (?:eerste|volgende) (?:stap|taak)',
        'wat (?:heb ik|staat er|is er|moet ik)(?: {when})?(?: (?:te doen|op de planning|op het programma|doen|gepland|op mijn lijst))?',
        'wat (?:staat er|is er) (?:op de planning|op mijn lijst)(?: (?:voor )?{when})?',
        '(?:toon|laat)(?: me)? (?:mijn taken|mijn lijst|mijn agenda)(?: (?:van|voor) {when})?(?: zien)?',
        'mijn (?:taken|agenda)(?: (?:van|voor) {when})?',
        'hoe ziet (?:mijn |de )(?<when>week|dag|weekend) eruit',
      ],
    ],
    ['remember', ['(?:onthoud|vergeet niet|noteer|denk eraan) dat {fact}']],
    ['create_goal', ['(?:mijn (?:nieuwe )?doel(?: is)?|nieuw doel):? (?:om )?(?:te )?{goal}']],
    ['want_goal', ['(?:ik (?:wil|zou graag)|help me(?: om)?(?: te)?) {goal}']],
    ['need_task', ['ik moet(?: nog)? {line}', '{when} moet ik(?: nog)? {line}', 'maak me wakker {when}']],
    ['listed', ['{line} op (?:mijn |de )?(?:boodschappen)?lijst(?:je)?']],
    [
      'have_task',
      [
        '{when} (?:heb ik|hebben we|is er) (?:een )?{line}',
        '(?:ik heb|we hebben|wij hebben|er is) (?:ook )?(?:een )?{line}',
      ],
    ],
  ],
};
