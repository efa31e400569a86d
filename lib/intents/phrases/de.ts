import type { Phrases } from './phrase.ts';

const list = '(?:meine[rn]? |die |der )?(?:einkaufs|aufgaben|to-?do-?)?(?:liste|aufgaben|agenda|kalender|to-?dos?)';

export const de: Phrases = {
  before:
    '(?:bitte|hey|hallo|hi|ok(?:ay)?|also|und|dann|so|ach|kannst du|könntest du|kannst du mir|würdest du|ich möchte,? dass du|mal)',
  after: '(?:bitte|danke|danke dir|mal|für mich)',
  and: '(?:,? (?:und|dann|und dann|und auch)|[.;!?,]) (?=(?:bitte )?(?:erinnere?|setz|füg|verschieb|streich|lösch|merk|was|zeig|pack|schreib|wie)\\w*\\b)',
  phrases: [
    [
      'undo_last',
      [
        '(?:mach|mache) (?:das|es)(?: bitte)? (?:rückgängig|wieder weg)',
        '(?:das )?rückgängig(?: machen)?',
        'nimm das zurück',
        'zurück(?:nehmen)?',
      ],
    ],
    [
      'list_overdue',
      [
        'was (?:ist|habe ich) (?:überfällig|verpasst|versäumt)',
        '(?:zeig(?:e)?(?: mir)? )?(?:meine )?überfällige(?:n)?(?: aufgaben)?',
        'überfällig',
      ],
    ],
    [
      'list_goals',
      [
        '(?:was sind|zeig(?:e)?(?: mir)?|nenn(?:e)?(?: mir)?|welche sind)? ?meine (?:aktuellen )?ziele',
        'welche ziele habe ich',
        'ziele',
      ],
    ],
    [
      'get_goal_progress',
      [
        "wie (?:läuft es|läuft’s|läufts|läuft's|steht es|stehe ich|komme ich voran|weit bin ich)(?: (?:mit|bei|beim|um) (?:dem |der |meinem |meiner )?{goal})?",
        'wie (?:läuft|steht es um|geht es mit) (?:mein|meine|meinem|meiner|der|die|das) {goal}',
        '(?:mein )?fortschritt(?: (?:bei|mit|beim) {goal})?',
        'bin ich (?:noch )?(?:im plan|auf kurs)',
      ],
    ],
    [
      'replan_goal',
      [
        'plan(?:e)? {goal} (?:neu|noch ?mal|nochmal)',
        'mach(?:e)? (?:den |das |mein(?:en)? )?{goal}(?: plan|-plan)? (?<instructions>leichter|einfacher|kürzer|länger|schwerer)',
      ],
    ],
    [
      'search_notes',
      [
        '(?:suche?|schau(?:e)?) in meinen notizen nach {query}',
        'was habe ich (?:über|zu) {query} (?:notiert|geschrieben|aufgeschrieben)',
        'finde {query} in meinen notizen',
      ],
    ],
    [
      'recall',
      [
        'was (?:weißt|weisst) du (?:(?:alles )?über mich|von mir)',
        'was hast du dir (?:über mich |von mir )?gemerkt',
        '(?:weißt|weisst) du,? (?:wie|wann|wo|was) (?:mein |meine |ich ){query}',
        'wie heißt (?:mein|meine) {query}',
        '(?:welche[sr]?|wer|wann|wo|was) (?<query>(?:.+ )?(?:ist|sind|hat|heißt) (?:mein|meine) .+)',
      ],
    ],
    [
      'forget',
      [
        'vergiss (?<fact>alles)(?: (?:über mich|was du (?:über mich )?weißt))?',
        'vergiss,? (?:dass |das mit |was ich über )?(?!es$|das$){fact}',
      ],
    ],
    [
      'create_task',
      [
        '(?:erinnere?|erinner) mich (?:bitte )?{when} (?:daran,? |an )(?:den |die |das |meinen |meine )?{title}',
        '(?:erinnere?|erinner) mich (?:bitte )?(?:daran,? |an )(?:den |die |das |meinen |meine )?{line}',
        '(?:setz(?:e)?|pack(?:e)?|schreib(?:e)?|tu|nimm|füg(?:e)?)(?: bitte)? {line} (?:auf|zu|in) (?<words>' +
          list +
          ')(?: hinzu)?',
        '(?:füg(?:e)?|trag(?:e)?|leg(?:e)?)(?: bitte)? {line} (?:hinzu|ein|an)',
        '(?:neue aufgabe|aufgabe|to-?do|termin|neuer termin):? {line}',
      ],
    ],
    ['missed', ['ich habe (?:das |die |den )?{task} (?:nicht (?:geschafft|gemacht)|vergessen|ausgelassen|verpasst)']],
    ['rename_task', ['(?:nenn(?:e)?|benenn(?:e)?) {task} (?:um )?(?:in|zu) {title}(?: um)?']],
    [
      'cancel_task',
      [
        '(?:streich(?:e)?|lösch(?:e)?|sag(?:e)?|entfern(?:e)?|nimm)(?: bitte)? (?:den |die |das )?{task} (?:ab|weg|von (?:der|meiner) liste|aus (?:dem|meinem) kalender)',
        '(?:streich(?:e)?|lösch(?:e)?|entfern(?:e)?|storniere?)(?: bitte)? (?:den |die |das )?{task}',
        'ich muss (?:den |die |das )?{task} nicht mehr(?: machen)?',
      ],
    ],
    [
      'complete_task',
      [
        '(?:ich (?:bin|habe) )(?:mit )?(?:dem |der |das |den |die )?{task} (?:fertig|erledigt|geschafft|gemacht|abgeschlossen|beendet)',
        'ich habe (?:den |die |das )?{task} (?:gekauft|bezahlt|geputzt|angerufen|geschrieben|abgeholt|gegossen|gebucht|abgeschickt|besorgt)',
        '(?:den |die |das )?{task} hab(?:e)? ich (?:schon|bereits|erledigt|gemacht|geschafft)(?: (?:erledigt|gemacht|gekauft|geholt))?',
        '(?:der |die |das )?{task} ist (?:fertig|erledigt|geschafft|gemacht)',
        '(?:hak(?:e)?|markier(?:e)?) (?:den |die |das )?{task} (?:ab|als erledigt)',
        'fertig mit (?:dem |der )?{task}',
      ],
    ],
    [
      'reschedule_task',
      [
        '(?:verschieb(?:e)?|verleg(?:e)?|schieb(?:e)?|mach(?:e)?|leg(?:e)?)(?: bitte)? (?:den |die |das |mein(?:en|e)? )?{task} (?:auf|nach) {when}',
        '(?:verschieb(?:e)?|verleg(?:e)?) (?:den |die |das |mein(?:en|e)? )?{task}',
      ],
    ],
    [
      'list_tasks',
      [
        "was (?:steht|ist|liegt|gibt es|gibts|gibt's)(?: (?:bei mir|so|heute noch))?(?: {when})? (?:an|auf dem plan|auf dem programm|los|zu tun|geplant)",
        'was (?:steht|liegt|ist) (?:an )?{when}(?: (?:an|los|geplant))?',
        'was (?:habe|hab|muss) ich {when}(?: (?:vor|zu tun|machen|geplant|noch vor|noch))?',
        'was (?:ist|steht) auf (?<words>meiner liste|der liste|dem plan)(?: (?:für )?{when})?',
        '(?:zeig(?:e)?|nenn(?:e)?)(?: mir)? (?:meine |die )?(?:aufgaben|liste|termine|agenda)(?: (?:für |von )?{when})?',
        '(?:meine )?(?:aufgaben|termine)(?: (?:für )?{when})?',
        'wie (?:sieht|schaut) (?:meine? |die |der )?(?<when>woche|tag|wochenende)(?: bei mir)? aus',
        'was (?:soll|kann) ich (?:jetzt|als nächstes|zuerst) (?:tun|machen)',
        'bin ich {when} frei',
        'habe ich {when} (?:etwas|was|termine)(?: vor)?',
      ],
    ],
    ['remember', ['(?:merk(?:e)? dir|vergiss nicht|denk daran|behalte|notier(?:e)?)(?: bitte)?,? (?:dass )?{fact}']],
    [
      'create_goal',
      ['(?:mein (?:neues )?ziel(?: ist(?: es)?)?|neues ziel|setz(?:e)? (?:mir )?das ziel):?,? (?:zu )?{goal}'],
    ],
    ['want_goal', ['ich (?:will|möchte|würde gern(?:e)?|plane|habe vor) {goal}', 'hilf mir(?: dabei)?,? {goal}']],
    [
      'need_task',
      [
        'ich (?:muss|soll|sollte)(?: noch)? {line}',
        '{when} (?:muss|soll|sollte) ich(?: noch)? {line}',
        'weck mich {when}',
      ],
    ],
  ],
};
