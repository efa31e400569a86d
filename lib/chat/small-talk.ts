import { LANGUAGES, type Language } from '../language/languages.ts';

/** What people say to an assistant that asks for nothing on their list. */
type Talk =
  | 'greeting'
  | 'howAreYou'
  | 'thanks'
  | 'night'
  | 'bye'
  | 'who'
  | 'help'
  | 'praise'
  | 'fine'
  | 'never'
  | 'tired'
  | 'robot';

/** How it is said: the whole of a message, but for signs at its end. */
const SAID: Record<Language, Partial<Record<Talk, string>>> = {
  en: {
    greeting:
      "(?:hi+|hey+|hello+|hiya|yo|howdy|good (?:morning|afternoon|evening|day)|morning|greetings|sup|wass?up|what'?s up)(?: (?:there|you|again|flux|everyone|all|to you))?",
    howAreYou:
      "(?:(?:hi|hey|hello)[, ]+)?(?:how are (?:you|u)(?: doing)?(?: today)?|how'?s it going|how r u|how do you do|you ok(?:ay)?|how have you been|how'?s things|hru)",
    thanks:
      '(?:ok(?:ay)?,? |great,? |perfect,? |cool,? |awesome,? )?(?:(?:many )?thanks?(?: (?:you|u))?|thx|ty|tysm|cheers|thank (?:you|u)|much appreciated|appreciate it)(?: (?:so much|very much|a lot|again|a million|for (?:everything|that|your help|the help)))*',
    night: '(?:good ?night|nighty? night|gn|sleep well|off to bed|going to (?:bed|sleep)(?: now)?)',
    bye: '(?:good ?bye|bye+(?: bye)?|see (?:you|ya)(?: (?:later|soon|tomorrow))?|cya|later|talk (?:to you )?(?:later|soon)|ttyl|have a (?:nice|good|great) (?:day|evening|weekend|one)|take care)',
    who: "(?:who|what) are you|what'?s your name|who is this|what is this|tell me about yourself|introduce yourself|who am i (?:talking|speaking) (?:to|with)",
    robot:
      '(?:are you (?:a )?(?:robot|bot|ai|human|real|person|chatgpt|gpt)(?: person)?|is this (?:a )?(?:bot|ai|human))',
    help: '(?:help(?: me)?|what can (?:you|u|i) do(?: here)?(?: for me)?|what do you do|how (?:do|can) (?:i|you) (?:use (?:this|you)|work|help(?: me)?|start)|how does (?:this|it) work|what (?:else )?can i (?:ask|say)(?: you)?|commands|menu|options|start|getting started|instructions|\\?+)',
    praise:
      "(?:good (?:job|work|bot)|well done|nice(?: one| work| job)?|great(?: job| work)?|awesome|amazing|perfect|excellent|brilliant|you'?re (?:the best|great|awesome|amazing)|(?:i )?love (?:it|you|this)|❤️+|👍+|🙏+|👏+|😊+|😀+|lol|haha+|hehe+|wow|yay+|happy birthday|merry christmas|happy new year)",
    fine: '(?:ok(?:ay)?|k|kk|cool|sure|alright|all right|fine|got it|i see|right|yep|yeah|yes|yup|understood|sounds good|all done|done|finished|no problem|np|hm+|mhm|ah|oh)',
    never:
      "(?:no|nope|nah|never ?mind|nvm|forget it|forget that|forget about it|cancel that|stop|stop it|nothing|not now|leave it|don'?t worry|no thanks?|no thank you)",
    tired:
      "(?:i'?m|i am|im|i feel|i'?m feeling|feeling|so|i'?ve been) ?(?:so |very |really |a bit |totally |completely |just )*(?:tired|exhausted|stressed(?: out)?|overwhelmed|sad|down|lonely|bored|anxious|worried|burnt out|fed up|unmotivated|lazy|sick|ill)(?: (?:today|tonight|now|right now|lately|of everything|of this))?|(?:i (?:had|have|'ve had) )?(?:a )?(?:bad|rough|hard|terrible|awful|long) (?:day|week)|everything is too much|it'?s (?:all )?too much|i can'?t (?:do this|cope)(?: any ?more)?|i'?m struggling|i give up",
  },
  de: {
    greeting:
      '(?:hallo+|hi+|hey+|moin(?: moin)?|servus|gr(?:ü|ue)(?:ß|ss) (?:dich|gott)|guten (?:morgen|tag|abend)|morgen|na)(?: (?:du|zusammen|flux))?',
    howAreYou: "wie geht(?:'?s| es)(?: dir)?(?: heute)?|alles (?:gut|klar)(?: bei dir)?|was geht(?: ab)?",
    thanks:
      '(?:ok(?:ay)?,? |super,? )?(?:vielen |herzlichen |tausend )?dank(?:e)?(?: (?:dir|schön|sehr|vielmals|für alles|für die hilfe))*',
    night: 'gute nacht|schlaf (?:gut|schön)|ich geh(?:e)? (?:jetzt )?(?:ins bett|schlafen)',
    bye: "tsch(?:ü|ue)ss+|auf wiedersehen|bis (?:bald|später|morgen|dann)|ciao|mach(?:’|')?s gut",
    who: 'wer bist du|was bist du|wie hei(?:ß|ss)t du|stell dich vor',
    help: 'hilfe|hilf mir|was kannst du(?: (?:alles|so|tun|machen))*|wie funktioniert (?:das|es)|wie geht das',
    praise: '(?:gut|sehr gut|super|toll|klasse|prima|perfekt|wunderbar|spitze)(?: gemacht)?|gut gemacht',
    fine: 'ja|okay|alles klar|verstanden|passt|genau|stimmt|gut',
    never: 'nein|ne+|nee|egal|schon gut|vergiss es|lass (?:es|mal)|stopp?|nichts|nein danke',
    tired:
      'ich bin (?:so |sehr |total |echt |voll )*(?:müde|gestresst|erschöpft|traurig|überfordert|kaputt|fertig mit den nerven)(?: heute)?|mir ist alles zu viel|das war ein (?:schlechter|harter|langer) tag',
  },
  fr: {
    greeting: '(?:bonjour|salut|coucou|bonsoir|hello|hey|yo)(?: (?:toi|flux|à toi|à tous))?',
    howAreYou: '(?:comment )?(?:ça|ca) va(?: bien)?|comment (?:vas-tu|tu vas|allez-vous)|tu vas bien',
    thanks: '(?:ok,? )?(?:un grand |mille )?merci(?: (?:beaucoup|bien|infiniment|à toi|pour tout|pour ton aide))*',
    night: 'bonne nuit|dors bien|je vais (?:me coucher|dormir)',
    bye: 'au revoir|à (?:bientôt|plus|demain|plus tard)|a\\+|bonne (?:journée|soirée)|ciao|bye',
    who: "(?:tu es qui|qui es-tu|qui êtes-vous|t'es qui|comment tu t'appelles|présente-toi)",
    help: "aide|aide-moi|(?:que|qu'est-ce que) (?:peux-tu|tu peux|tu sais|sais-tu) faire|comment (?:ça|ca) (?:marche|fonctionne)",
    praise: 'super|bravo|génial|parfait|excellent|bien joué|top|trop bien',
    fine: "oui|ok|d'accord|compris|ça marche|entendu|bien",
    never: 'non|laisse tomber|oublie|stop|rien|tant pis|non merci|pas maintenant',
    tired:
      "je suis (?:très |trop |si |vraiment )*(?:fatiguée?|stressée?|épuisée?|triste|débordée?|crevée?)(?: aujourd'hui)?|c'est trop pour moi|j'ai passé une (?:mauvaise|dure|longue) journée",
  },
  es: {
    greeting: '¡?(?:hola+|buenas|buenos días|buenas (?:tardes|noches)|hey|qué tal|holi)(?: (?:flux|a todos))?',
    howAreYou: '¿?(?:hola,? )?(?:cómo|como) (?:estás|estas|te va|andas)(?: hoy)?|¿?qué tal(?: estás)?',
    thanks: '(?:ok,? |vale,? )?(?:muchas |mil )?gracias(?: (?:por todo|por la ayuda|por tu ayuda))*',
    night: 'buenas noches y hasta mañana|que descanses|me voy a (?:dormir|la cama)|dulces sueños',
    bye: 'adiós|adios|hasta (?:luego|pronto|mañana)|chao|nos vemos|chau',
    who: '¿?(?:quién|quien|qué|que) eres|¿?cómo te llamas|preséntate',
    help: '¿?(?:ayuda|ayúdame|(?:qué|que) (?:puedes|sabes) hacer|cómo funciona(?: esto)?)',
    praise: '¡?(?:genial|perfecto|excelente|muy bien|bien hecho|estupendo|bravo|buen trabajo)',
    fine: 'sí|si|vale|ok|de acuerdo|entendido|claro|bien',
    never: 'no|nada|olvídalo|déjalo|da igual|para|no gracias|ahora no',
    tired:
      '(?:estoy|me siento) (?:muy |tan |un poco |demasiado )*(?:cansad[oa]|estresad[oa]|agotad[oa]|triste|agobiad[oa])(?: hoy)?|ha sido un (?:mal|duro|largo) día|es demasiado',
  },
  pt: {
    greeting: '(?:olá|ola|oi+|bom dia|boa (?:tarde|noite)|e aí|hey)(?: (?:flux|a todos))?',
    howAreYou: '(?:olá,? |oi,? )?(?:como (?:estás|está|vai|você está)|tudo (?:bem|bom))(?: hoje)?',
    thanks: '(?:ok,? )?(?:muito )?(?:obrigad[oa]|valeu|brigad[oa])(?: (?:por tudo|pela ajuda|mesmo))*',
    night: 'boa noite e até amanhã|dorme bem|durma bem|vou dormir',
    bye: 'tchau|adeus|até (?:logo|já|amanhã|mais|breve)|xau',
    who: '(?:quem|o que) (?:és(?: tu)?|é você)|como (?:te chamas|você se chama)|qual é o (?:teu|seu) nome',
    help: 'ajuda|ajuda-me|me ajuda|o que (?:podes|sabes|você pode|você sabe|consegues) fazer|como (?:isto |isso )?funciona(?: isto| isso)?',
    praise: '(?:ótimo|perfeito|excelente|muito bem|bom trabalho|boa|fixe|show|legal|maravilha)',
    fine: 'sim|ok|está bem|tá bom|entendido|certo|claro',
    never: 'não|nao|nada|esquece|deixa(?: (?:estar|pra lá))?|para|não,? obrigad[oa]|agora não',
    tired:
      '(?:estou|sinto-me|tô) (?:muito |tão |um pouco )*(?:cansad[oa]|stressad[oa]|estressad[oa]|exaust[oa]|triste|sobrecarregad[oa])(?: hoje)?|foi um dia (?:mau|difícil|longo)|é demasiado',
  },
  it: {
    greeting: '(?:ciao+|salve|buongiorno|buonasera|buon (?:giorno|pomeriggio)|ehi|hey)(?: (?:flux|a tutti))?',
    howAreYou: '(?:ciao,? )?come (?:stai|va|sta)(?: oggi)?|tutto bene',
    thanks: "(?:ok,? )?(?:grazie|ti ringrazio)(?: (?:mille|tante|di tutto|per tutto|per l'aiuto))*",
    night: "buona ?notte|sogni d'oro|vado a (?:letto|dormire)",
    bye: 'arrivederci|a (?:presto|dopo|domani|più tardi)|ci vediamo|buona (?:giornata|serata)',
    who: 'chi sei|(?:che )?cosa sei|come ti chiami|presentati',
    help: 'aiuto|aiutami|(?:che )?(?:cosa|che) (?:puoi|sai) fare|come funziona(?: questo)?',
    praise: '(?:bravo|brava|ottimo|perfetto|eccellente|bene|fantastico|grande|ben fatto)',
    fine: "sì|si|ok|va bene|d'accordo|capito|certo",
    never: 'no|niente|lascia (?:stare|perdere)|non importa|fa niente|basta|no grazie|non ora',
    tired:
      "(?:sono|mi sento) (?:molto |così |un po' )*(?:stanc[oa]|stressat[oa]|esaust[oa]|triste|sopraffatt[oa])(?: oggi)?|è stata una (?:brutta|lunga) giornata|è troppo",
  },
  nl: {
    greeting: '(?:hallo+|hoi+|hey+|hé|dag|goede(?:morgen|middag|navond)|goeie ?morgen)(?: (?:daar|flux|allemaal))?',
    howAreYou: 'hoe (?:gaat het|is het|gaat ie)(?: met (?:jou|je))?(?: vandaag)?|alles goed',
    thanks:
      '(?:ok(?:é)?,? )?(?:heel erg |hartelijk )?(?:bedankt|dank je(?: wel)?|dankjewel|dank u(?: wel)?|thanks)(?: (?:voor alles|voor de hulp))*',
    night: 'goede ?nacht|welterusten|slaap lekker|ik ga (?:slapen|naar bed)',
    bye: 'doei|tot (?:ziens|straks|morgen|later|gauw)|dag dag|fijne (?:dag|avond)',
    who: 'wie ben (?:je|jij)|wat ben (?:je|jij)|hoe heet (?:je|jij)',
    help: 'help|help me|hulp|wat kun (?:je|jij)(?: (?:allemaal|doen))*|hoe werkt (?:dit|het|dat)',
    praise: '(?:goed(?: gedaan)?|super|top|geweldig|perfect|prima|mooi|lekker bezig)',
    fine: 'ja|oké|ok|begrepen|prima zo|klopt|is goed',
    never: 'nee|laat maar|vergeet het|stop|niets|niks|nee,? bedankt|niet nu',
    tired:
      'ik ben (?:zo |erg |heel |echt )*(?:moe|gestrest|uitgeput|verdrietig|overweldigd|kapot)(?: vandaag)?|het was een (?:slechte|zware|lange) dag|het is te veel',
  },
};

const REPLIES: Record<Language, Record<Talk, string>> = {
  en: {
    greeting: 'Hello! What shall we look at: what is on today, a goal, or something new for your list?',
    howAreYou: "I'm well, thank you! And ready to help. What's on your mind?",
    thanks: "You're very welcome!",
    night: 'Good night, sleep well!',
    bye: 'See you soon. Take good care!',
    who: "I'm Flux, your assistant for everyday life: I look after your goals, your list and what you'd like me to remember.",
    robot: "I'm Flux, a program and not a person, but I'll gladly look after your goals and your list.",
    help: 'Plenty: put things on your list (“remind me to call mum at 6”), tell you what is on tomorrow, move or tick things off, plan a goal (“I want to run a marathon in 20 weeks”), remember things, and do sums and units.',
    praise: 'Thank you, that makes me happy!',
    fine: "Good. I'm here when you need me.",
    never: 'No problem, nothing has changed.',
    tired:
      "I'm sorry that it's hard right now. Be kind to yourself. If you like, ask me what's on today, and we'll move what can wait.",
  },
  de: {
    greeting: 'Hallo! Was schauen wir uns an: was heute ansteht, ein Ziel oder etwas Neues für deine Liste?',
    howAreYou: 'Danke, mir geht es gut! Und dir? Was kann ich für dich tun?',
    thanks: 'Sehr gern!',
    night: 'Gute Nacht, schlaf gut!',
    bye: 'Bis bald, pass gut auf dich auf!',
    who: 'Ich bin Flux, dein Assistent für den Alltag: Ich kümmere mich um deine Ziele, deine Liste und das, was ich mir merken soll.',
    robot: 'Ich bin Flux, ein Programm und kein Mensch, aber ich kümmere mich gern um deine Ziele und deine Liste.',
    help: 'Einiges: Dinge auf deine Liste setzen („erinnere mich um 18 Uhr an den Anruf“), sagen, was morgen ansteht, Aufgaben verschieben oder abhaken, Ziele planen, mir etwas merken und rechnen.',
    praise: 'Danke, das freut mich!',
    fine: 'Gut. Ich bin da, wenn du mich brauchst.',
    never: 'Kein Problem, es bleibt alles, wie es ist.',
    tired:
      'Das tut mir leid. Sei gut zu dir. Wenn du magst, frag mich, was heute ansteht, und wir verschieben, was warten kann.',
  },
  fr: {
    greeting: 'Bonjour ! On regarde quoi : ta journée, un objectif, ou quelque chose de nouveau pour ta liste ?',
    howAreYou: 'Ça va bien, merci ! Et toi ? Que puis-je faire pour toi ?',
    thanks: 'Avec grand plaisir !',
    night: 'Bonne nuit, dors bien !',
    bye: 'À bientôt, prends soin de toi !',
    who: "Je suis Flux, ton assistant du quotidien : je m'occupe de tes objectifs, de ta liste et de ce que je dois retenir.",
    robot:
      "Je suis Flux, un programme et non une personne, mais je m'occupe volontiers de tes objectifs et de ta liste.",
    help: "Bien des choses : ajouter à ta liste (« rappelle-moi d'appeler maman à 18 h »), dire ce qu'il y a demain, déplacer ou cocher des tâches, planifier un objectif, retenir des choses et faire des calculs.",
    praise: 'Merci, ça me fait plaisir !',
    fine: 'Bien. Je suis là quand tu veux.',
    never: "Pas de souci, rien n'a changé.",
    tired:
      "Je suis désolé que ce soit difficile. Sois indulgent avec toi. Si tu veux, demande-moi ce qu'il y a aujourd'hui, et on déplace ce qui peut attendre.",
  },
  es: {
    greeting: '¡Hola! ¿Qué miramos: lo de hoy, un objetivo o algo nuevo para tu lista?',
    howAreYou: '¡Muy bien, gracias! ¿Y tú? ¿En qué te ayudo?',
    thanks: '¡Con mucho gusto!',
    night: '¡Buenas noches, que descanses!',
    bye: '¡Hasta pronto, cuídate mucho!',
    who: 'Soy Flux, tu asistente para el día a día: me ocupo de tus objetivos, tu lista y lo que quieras que recuerde.',
    robot: 'Soy Flux, un programa y no una persona, pero me ocupo con gusto de tus objetivos y tu lista.',
    help: 'Muchas cosas: añadir a tu lista («recuérdame llamar a mamá a las 6»), decirte qué hay mañana, mover o tachar tareas, planificar un objetivo, recordar cosas y hacer cuentas.',
    praise: '¡Gracias, me alegra mucho!',
    fine: 'Bien. Aquí estoy cuando me necesites.',
    never: 'Sin problema, no ha cambiado nada.',
    tired:
      'Siento que sea difícil ahora. Sé amable contigo. Si quieres, pregúntame qué hay hoy y movemos lo que pueda esperar.',
  },
  pt: {
    greeting: 'Olá! O que vemos: o dia de hoje, um objetivo ou algo novo para a lista?',
    howAreYou: 'Tudo bem, obrigado! E contigo? Em que posso ajudar?',
    thanks: 'De nada, com muito gosto!',
    night: 'Boa noite, dorme bem!',
    bye: 'Até breve, cuida bem de ti!',
    who: 'Sou o Flux, o teu assistente do dia a dia: cuido dos teus objetivos, da tua lista e do que queres que eu lembre.',
    robot: 'Sou o Flux, um programa e não uma pessoa, mas cuido com gosto dos teus objetivos e da tua lista.',
    help: 'Muitas coisas: pôr na lista («lembra-me de ligar à mãe às 18h»), dizer o que há amanhã, mudar ou concluir tarefas, planear um objetivo, lembrar coisas e fazer contas.',
    praise: 'Obrigado, fico contente!',
    fine: 'Bem. Estou aqui quando precisares.',
    never: 'Sem problema, nada mudou.',
    tired:
      'Lamento que esteja a ser difícil. Sê gentil contigo. Se quiseres, pergunta-me o que há hoje e mudamos o que pode esperar.',
  },
  it: {
    greeting: 'Ciao! Cosa guardiamo: oggi, un obiettivo o qualcosa di nuovo per la lista?',
    howAreYou: 'Bene, grazie! E tu? Come posso aiutarti?',
    thanks: 'Prego, con piacere!',
    night: 'Buonanotte, dormi bene!',
    bye: 'A presto, abbi cura di te!',
    who: 'Sono Flux, il tuo assistente per ogni giorno: mi occupo dei tuoi obiettivi, della tua lista e di ciò che vuoi che ricordi.',
    robot: 'Sono Flux, un programma e non una persona, ma mi occupo volentieri dei tuoi obiettivi e della tua lista.',
    help: "Molte cose: aggiungere alla lista («ricordami di chiamare la mamma alle 18»), dirti cosa c'è domani, spostare o spuntare attività, pianificare un obiettivo, ricordare cose e fare calcoli.",
    praise: 'Grazie, mi fa piacere!',
    fine: 'Bene. Sono qui quando vuoi.',
    never: 'Nessun problema, non è cambiato nulla.',
    tired:
      "Mi dispiace che sia un momento difficile. Sii gentile con te. Se vuoi, chiedimi cosa c'è oggi e spostiamo ciò che può aspettare.",
  },
  nl: {
    greeting: 'Hallo! Wat bekijken we: vandaag, een doel of iets nieuws voor je lijst?',
    howAreYou: 'Goed, dank je! En met jou? Waarmee kan ik helpen?',
    thanks: 'Heel graag gedaan!',
    night: 'Goedenacht, slaap lekker!',
    bye: 'Tot gauw, zorg goed voor jezelf!',
    who: 'Ik ben Flux, je assistent voor elke dag: ik zorg voor je doelen, je lijst en wat ik moet onthouden.',
    robot: 'Ik ben Flux, een programma en geen mens, maar ik zorg graag voor je doelen en je lijst.',
    help: 'Heel wat: dingen op je lijst zetten (“herinner me om 18:00 aan mama”), zeggen wat er morgen is, taken verzetten of afvinken, een doel plannen, dingen onthouden en rekenen.',
    praise: 'Dank je, daar word ik blij van!',
    fine: 'Goed. Ik ben er als je me nodig hebt.',
    never: 'Geen probleem, er is niets veranderd.',
    tired:
      'Wat vervelend dat het zwaar is. Wees lief voor jezelf. Vraag me gerust wat er vandaag is, dan verzetten we wat kan wachten.',
  },
};

const TALKS: Talk[] = [
  'howAreYou',
  'greeting',
  'thanks',
  'night',
  'bye',
  'who',
  'robot',
  'help',
  'praise',
  'fine',
  'never',
  'tired',
];
const FORMS = LANGUAGES.flatMap((language) =>
  TALKS.flatMap((talk) => {
    const said = SAID[language][talk];
    return said ? [{ language, talk, form: new RegExp(`^(?:${said})$`, 'iu') }] : [];
  }),
);

/**
 * Answers small talk in one friendly line, in its language. Null for anything else.
 * @param preferred the language that holds for words which several have, such as "ok"
 */
export function answerSmallTalk(message: string, preferred: Language): string | null {
  const said =
    message
      .trim()
      .replace(/[’`]/g, "'")
      .replace(/(?:[\s.!,…:)]|\p{Emoji_Presentation})+$/gu, '') || message.trim();
  const bare = said.replace(/^[¡¿\s]+/, '').replace(/(?<=\S)\s*\?+$/, '');
  const found = FORMS.filter(({ form }) => form.test(bare) || form.test(said));
  const best = found.find(({ language }) => language === preferred) ?? found[0];
  return best ? REPLIES[best.language][best.talk] : null;
}
