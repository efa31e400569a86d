import type { Phrases } from './phrase.ts';

const list = '(?:meine[rn]? |die |der )?(?:einkaufs|aufgaben|to-?do-?)?(?:liste|aufgaben|agenda|kalender|to-?dos?)';

export const de: Phrases = {
  before:
    '(?:bitte|hey|hallo|hi|ok(?:ay)?|also|und|dann|so|ach|kannst du|könntest du|kannst du mir|würdest du|ich möchte,? dass du|mal)',
  after:
    '(?:(?:wenn|falls) (?:du kannst|du magst|(?:es |das )?(?:geht|passt|möglich|okay|ok)(?: ist)?)|bitte|danke|danke dir|mal|für mich)',
  joins: 'und|dann|und dann|und auch',
  requests:
    'erinnere?|setz|füg|verschieb|streich|lösch|sag|merk|was|zeig|pack|schreib|wie|wann|wo|kannst du|könntest du|bitte',
  reasons: '(?:weil|denn|da ich|er|sie|es|ich|wir|das|der|bin|hab)',
  conditions: '(?:(?:wenn|falls|sofern)(?! du kannst| du magst| möglich| es geht)|(?<![^,;] )sobald)',
  phrases: [
    [
      'goal_end',
      [
        'wann (?:endet|ist|läuft) (?:mein |der |das )?(?:{goal}[- ]?)?(?:plan|ziel)(?: (?:zu ende|fertig|vorbei|aus|erreicht))?',
        'wie lange (?:dauert|läuft|geht) (?:es|das|(?:mein |der |das )?(?:{goal}[- ]?)?(?:plan|ziel))(?: noch)?',
        'wann (?:bin ich fertig|erreiche ich (?:es|das|mein ziel))',
      ],
    ],
    [
      'delete_goal',
      ['(?:lösch|streich|entfern|brich)(?:e)? (?:bitte )?(?:mein |das |dieses )?(?:{goal}[- ])?ziel(?: ab)?'],
    ],
    [
      'when_is',
      [
        '(?:wann|um wie ?viel uhr|an welchem tag) (?:ist|sind|war|habe? ich|muss ich zu[mr]?|beginnt|fängt) (?:mein[en]? |der |die |das |den |eine?n? |zu[mr]? )?{task}(?: an)?',
      ],
    ],
    [
      'move_all',
      [
        'verschieb(?:e)?(?: bitte)? (?:alle |alles )?(?<from>überfällige[ns]?)(?: aufgaben| sachen)? auf {when}',
        '(?:verschieb(?:e)?|schieb(?:e)?|verleg(?:e)?)(?: bitte)? alles(?:,? was)?(?: (?:von|vom|aus|für))?(?: {from})? (?:auf|nach) {when}(?:,? (?:außer|nur nicht|aber nicht) (?:den |die |das )?{except})?',
      ],
    ],
    [
      'cancel_all',
      [
        '(?:lösch(?:e)?|streich(?:e)?|sag(?:e)?)(?: bitte)? alles(?: (?:von|vom|am|für|an))?(?: {from})?(?: ab)?(?:,? außer (?:den |die |das )?{except})?',
      ],
    ],
    [
      'undo_last',
      [
        '(?:lieber |ach )?doch nicht',
        'nein,? nicht (?:das|der|die|den)',
        '(?:mach|mache) (?:das|es)(?: bitte)? (?:rückgängig|wieder weg)',
        '(?:das )?rückgängig(?: machen)?',
        'nimm das zurück',
        'zurück(?:nehmen)?',
      ],
    ],
    [
      'list_done',
      [
        'wie ?viele? (?:aufgaben|sachen|dinge) habe? ich(?: {when})?(?: (?:schon|bisher))* (?:geschafft|erledigt|gemacht|abgehakt)',
        'was (?:habe?|hab) ich(?: {when})?(?: (?:alles|schon|so|bisher))* (?:geschafft|erledigt|gemacht|getan|abgehakt|fertig bekommen)',
        'was ist(?: {when})? (?:schon |alles )?(?:erledigt|geschafft|fertig)',
      ],
    ],
    [
      'list_about',
      [
        'was (?:habe?|hab) ich mit {query}(?: vor| geplant)?',
        '(?:habe?|hab) ich(?: {when})? (?:etwas|was|irgendwas|irgendetwas|termine?|einen termin)(?: {from})? (?:mit|beim?|zum thema) {query}',
        'wann (?:sehe|treffe) ich {query}',
      ],
    ],
    [
      'list_overdue',
      [
        '(?:habe?|hab) ich (?:etwas|was|irgendwas) vergessen',
        '(?:was|ist|gibt es|habe? ich|bin ich|welche)(?: (?:etwas|was|irgendetwas|irgendwas|alles|denn|noch|schon|gerade|ist|sind|habe? ich|meine?|von|den|der|die|aufgaben?|dinge|mit|bei))* (?:überfällig|im rückstand|in verzug|liegen ?geblieben|verpasst|versäumt|nicht geschafft)(?: worden)?',
        '(?:gibt es |habe? ich )?(?:etwas |was )?überfälliges',
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
        'wie weit (?:bin ich|ist es)(?: noch)? (?:von|bis zu|bis|vom|weg von) (?:meinem|meiner|dem|der) {goal}(?: entfernt| weg)?',
        'wie ?viel fehlt(?: mir)?(?: noch)? (?:bis zu|bis|für|zu) (?:meinem|meiner|mein|dem|der) {goal}',
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
      'put_it',
      [
        '(?:setz|pack|schreib|tu|nimm|notier)(?:e)?(?: bitte)? (?:das|es|die|den|ihn|sie)(?: (?:auf|in|zu) ' +
          list +
          ')?',
      ],
    ],
    [
      'create_task',
      [
        'lass mich (?:den |die |das )?{line} nicht vergessen',
        '(?:erinnere?|erinner) mich (?:bitte )?{when} (?:daran,? |an )(?:den |die |das |meinen |meine )?{title}',
        '(?:erinnere?|erinner) mich (?:bitte )?(?:daran,? |an )(?:den |die |das |meinen |meine )?{line}',
        '(?:setz(?:e)?|pack(?:e)?|schreib(?:e)?|tu|nimm|füg(?:e)?)(?: bitte)? {line} (?:auf|zu|in) (?<words>' +
          list +
          ')(?: hinzu)?',
        '(?:füg(?:e)?|trag(?:e)?|leg(?:e)?)(?: bitte)?(?: mir)? {line} (?:hinzu|ein|an)',
        '{line} (?:eintragen|hinzufügen|notieren)',
        '(?:neue aufgabe|aufgabe|to-?do|termin|neuer termin):? {line}',
      ],
    ],
    ['missed', ['ich habe (?:das |die |den )?{task} (?:nicht (?:geschafft|gemacht)|vergessen|ausgelassen|verpasst)']],
    ['rename_task', ['(?:nenn(?:e)?|benenn(?:e)?) {task} (?:um )?(?:in|zu) {title}(?: um)?']],
    [
      'is_off',
      [
        '(?:der |die |das |mein |meine )?{task} hat (?:mir )?abgesagt',
        '(?:der |die |das |mein |meine )?{task} (?:ist|wurde|wird) (?:abgesagt|gestrichen|ausgefallen|gecancelt)',
        '(?:der |die |das |mein |meine )?{task} fällt aus',
      ],
    ],
    [
      'is_moved',
      ['(?:der |die |das |mein |meine )?{task} (?:ist|wurde|wird) (?:auf|zu) {when} (?:verschoben|verlegt)'],
    ],
    [
      'cancel_task',
      [
        '(?:erinnere|erinner) mich (?:bitte )?(?:nicht|nie) (?:mehr )?(?:an|dass ich) (?:das |die |den |meine?n? )?{words}',
        '(?:streich(?:e)?|lösch(?:e)?|sag(?:e)?|entfern(?:e)?|nimm)(?: bitte)? (?:den |die |das )?{task} (?:ab|weg|von (?:der|meiner) liste|aus (?:dem|meinem) kalender)',
        '(?:streich(?:e)?|lösch(?:e)?|entfern(?:e)?|storniere?)(?: bitte)? (?:den |die |das )?{task}',
        'ich muss (?:den |die |das )?{task} nicht mehr(?: machen)?',
      ],
    ],
    [
      'complete_task',
      [
        '(?:ich bin )?fertig mit (?:dem |der |den |meine[mnr] )?{task}',
        '(?:ich (?:bin|habe) )(?:mit )?(?:dem |der |das |den |die )?{task} (?:fertig|erledigt|geschafft|gemacht|abgeschlossen|beendet)',
        'ich habe (?:den |die |das )?{task} (?:gekauft|bezahlt|geputzt|angerufen|geschrieben|abgeholt|gegossen|gebucht|abgeschickt|besorgt)',
        '(?:den |die |das )?{task} hab(?:e)? ich (?:(?:schon|bereits|auch|gerade|heute)(?: (?:erledigt|gemacht|gekauft|geholt|angerufen|bezahlt|geputzt|geschrieben|abgeholt|gegossen|gebucht|geschafft))?|erledigt|gemacht|geschafft|angerufen|bezahlt|gekauft|geholt)',
        '(?:der |die |das )?{task} (?:ist|sind) (?:jetzt |schon )?(?:fertig|erledigt|geschafft|gemacht|gewaschen|gebügelt|geputzt|bezahlt|gekauft|abgeschickt)',
        '(?:hak(?:e)?|markier(?:e)?) (?:den |die |das )?{task} (?:ab|als erledigt)',
        'fertig mit (?:dem |der )?{task}',
      ],
    ],
    [
      'move_earlier',
      [
        '(?:zieh|ziehe|verleg|verlege|verschieb|verschiebe|schieb|schiebe)(?: bitte)? {task} um {when} (?:vor|nach vorne?|früher|eher)',
        '(?:zieh|ziehe)(?: bitte)? {task} (?<when>\\S+ \\S+) (?:vor|nach vorne?)',
      ],
    ],
    [
      'move_later',
      ['(?:verschieb|verschiebe|verleg|verlege|schieb|schiebe)(?: bitte)? {task} um {when}(?: nach hinten| später)?'],
    ],
    [
      'reschedule_task',
      [
        '(?:verschieb(?:e)?|verleg(?:e)?|schieb(?:e)?|mach(?:e)?|leg(?:e)?)(?: bitte)? (?:den |die |das |mein(?:en|e)? )?{task} (?:auf|nach) {when}',
        '(?:verschieb(?:e)?|verleg(?:e)?) (?:den |die |das |mein(?:en|e)? )?{task}',
      ],
    ],
    [
      'is_free',
      [
        'bin ich {when} (?:noch )?(?:frei|verfügbar)',
        'habe? ich {when} (?:noch |etwas |ein bisschen |ein wenig )*(?:zeit|frei|luft)(?: für .{2,30})?',
        'habe? ich (?:noch |etwas |ein bisschen )*zeit(?: am| an)? {when}',
        'ist {when} (?:noch )?frei',
      ],
    ],
    [
      'list_tasks',
      [
        'wie ?viele? (?:offene )?(?:aufgaben|termine|sachen|dinge|punkte|to-?dos?)(?: (?:habe? ich|sind|sind es|stehen|gibt es|muss ich))?(?: (?:noch|offen))*(?: {when})?(?: (?:noch|offen|übrig|an|vor|zu tun|zu erledigen|erledigen|auf (?:der|meiner) liste))*',
        'was (?:davon )?kann (?:noch )?(?:{when} )?warten',
        '(?:muss ich|habe? ich|gibt es|steht)(?: {when})? (?:noch )?(?:etwas|was|irgendwas|irgendetwas)(?: (?:zu tun|zu erledigen|tun|machen|erledigen|vor|geplant|an))?',
        'was (?:war|hatte ich|stand|ist|ist noch|gibt es)(?: {when})? (?:offen|übrig|vor|an|los|geplant|zu tun|liegen ?geblieben)',
        'was (?:war|hatte ich|stand|ist) {when}(?: (?:offen|vor|an|los|geplant|zu tun|noch offen))?',
        'was (?:ist|habe ich) (?:noch )?(?:offen|übrig) (?:von |für |aus )?{when}',
        'was (?:muss|soll|kann) ich(?: {when})? (?:dafür |noch )?(?:tun|machen|erledigen)',
        'wie ?viel zeit hab(?:e)? ich(?: {when})?',
        'wann hab(?:e)? ich {when} (?:zeit|frei)',
        'wie voll ist (?:mein |meine )?{when}',
        'was ist (?:der|mein) (?:erste|nächste)r? (?:schritt|termin|aufgabe)',
        "was (?:steht|ist|liegt|gibt es|gibts|gibt's)(?: (?:bei mir|so|heute noch))?(?: {when})? (?:an|auf dem plan|auf dem programm|los|zu tun|geplant)",
        'was (?:steht|liegt|ist) (?:an )?{when}(?: (?:an|los|geplant))?',
        'was (?:habe|hab|muss) ich {when}(?: (?:vor|zu tun|machen|geplant|noch vor|noch))?',
        'was (?:ist|steht) auf (?<words>meiner liste|der liste|dem plan)(?: (?:für )?{when})?',
        '(?:zeig(?:e)?|nenn(?:e)?)(?: mir)? (?:meine |die )?(?:aufgaben|liste|termine|agenda)(?: (?:für |von )?{when})?',
        '(?:meine )?(?:aufgaben|termine)(?: (?:für )?{when})?',
        'wie (?:sieht|schaut) (?:meine? |die |der )?(?<when>woche|tag|wochenende)(?: bei mir)? aus',
        'was (?:soll|kann) ich (?:jetzt|als nächstes|zuerst) (?:tun|machen)',
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
    ['listed', ['{line} (?:auf|in) (?:meine |die )(?:einkaufs|aufgaben|to-?do-?)?liste']],
    [
      'have_task',
      ['{when} (?:hab(?:e)? ich|haben wir|ist) {line}', '(?:ich hab(?:e)?|wir haben|da ist|es gibt) (?:auch )?{line}'],
    ],
  ],
};
