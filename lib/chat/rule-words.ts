import type { Language } from '../language/languages.ts';

/** What is said where no rule fits: to what is not read, to a question or a text that is wanted; what does work, and once in a conversation what would make more possible. */
export const FALLBACK: Record<Language, { unread: string; beyond: string; can: string; hint: string }> = {
  en: {
    unread: "I didn't quite catch what I can do there.",
    beyond: "That I can't answer or write by myself.",
    can: "I can keep your list (“add milk tomorrow at 5”, “what's on today?”), look after your goals, remember things and do sums.",
    hint: 'For free conversation I would need a language model, which whoever runs this app can connect in its settings.',
  },
  de: {
    unread: 'Das habe ich leider nicht ganz verstanden.',
    beyond: 'Das kann ich selbst nicht beantworten oder schreiben.',
    can: 'Ich kann deine Liste führen („Milch morgen um 17 Uhr auf die Liste“, „was steht heute an?“), mich um deine Ziele kümmern, mir Dinge merken und rechnen.',
    hint: 'Für freie Gespräche bräuchte ich ein Sprachmodell; wer diese App betreibt, kann eines verbinden.',
  },
  fr: {
    unread: "Je n'ai pas bien saisi ce que je peux faire.",
    beyond: "Je ne peux pas répondre à cela ni l'écrire moi-même.",
    can: "Je peux tenir ta liste (« ajoute du lait demain à 17 h », « qu'est-ce que j'ai aujourd'hui ? »), suivre tes objectifs, retenir des choses et faire des calculs.",
    hint: 'Pour discuter librement, il me faudrait un modèle de langage ; la personne qui gère cette application peut en connecter un.',
  },
  es: {
    unread: 'No he entendido bien qué puedo hacer.',
    beyond: 'Eso no lo puedo responder ni escribir yo.',
    can: 'Puedo llevar tu lista («añade leche mañana a las 17», «¿qué tengo hoy?»), cuidar tus objetivos, recordar cosas y hacer cuentas.',
    hint: 'Para conversar libremente necesitaría un modelo de lenguaje; quien gestiona esta aplicación puede conectar uno.',
  },
  pt: {
    unread: 'Não percebi bem o que posso fazer.',
    beyond: 'Isso não consigo responder nem escrever sozinho.',
    can: 'Posso manter a tua lista («adiciona leite amanhã às 17h», «o que tenho hoje?»), cuidar dos teus objetivos, lembrar coisas e fazer contas.',
    hint: 'Para conversar livremente precisaria de um modelo de linguagem; quem gere esta aplicação pode ligar um.',
  },
  it: {
    unread: 'Non ho capito bene cosa posso fare.',
    beyond: 'A questo non so rispondere né scriverlo da solo.',
    can: 'Posso tenere la tua lista («aggiungi il latte domani alle 17», «cosa ho oggi?»), seguire i tuoi obiettivi, ricordare cose e fare calcoli.',
    hint: 'Per conversare liberamente mi servirebbe un modello linguistico; chi gestisce questa app può collegarne uno.',
  },
  nl: {
    unread: 'Ik begreep niet helemaal wat ik kan doen.',
    beyond: 'Dat kan ik zelf niet beantwoorden of schrijven.',
    can: 'Ik kan je lijst bijhouden (“voeg melk toe voor morgen 17:00”, “wat heb ik vandaag?”), voor je doelen zorgen, dingen onthouden en rekenen.',
    hint: 'Voor een vrij gesprek heb ik een taalmodel nodig; wie deze app beheert kan er een aansluiten.',
  },
};

/** How each language quotes what somebody said. */
const QUOTES: Record<Language, [before: string, after: string]> = {
  en: ['“', '”'],
  de: ['„', '“'],
  fr: ['« ', ' »'],
  es: ['«', '»'],
  pt: ['«', '»'],
  it: ['«', '»'],
  nl: ['“', '”'],
};

/** Returns a person's own words in quotes: "I am allergic to nuts" said without them would be about the assistant. */
export const quote = (words: string, language: Language): string => QUOTES[language].join(words);

/** Short answers and offers that the rules make themselves. `{x}` is what they are about or when, `{day}` a date. */
export const WORDS: Record<
  Language,
  {
    offerTask: string;
    offerGoal: string;
    missed: string;
    knownNothing: string;
    known: string;
    told: string;
    leftAlone: string;
    whichTask: string;
    notKnown: string;
    noTasks: string;
    notFound: string;
    tooMany: string;
    goalEnd: string;
    deleteGoal: string;
    free: string;
    busy: string;
    wakeUp: string;
    whichDone: string;
  }
> = {
  en: {
    offerTask: 'Shall I put “{x}” on your list?',
    offerGoal: 'Shall I make “{x}” a goal and plan it?',
    missed: 'No problem, that happens. If you like, say “move {x} to tomorrow”, and it has a new place.',
    knownNothing: "I don't remember anything about you yet. Say “remember that …”, and I will.",
    known: 'This is what you told me:',
    told: 'You told me: {x}.',
    whichTask: 'Which task do you mean? Say for example “move the dentist to Friday”.',
    leftAlone: "I left this part alone: “{x}”. Say it by itself, and I'll see what I can do.",
    notKnown: "I don't know that yet. Tell me, and I'll remember it.",
    noTasks: 'There is nothing open to change there.',
    notFound: "I can't find a task like “{x}” there, so I left everything as it is.",
    tooMany: 'That was more than ten tasks at once: these are the first ten.',
    goalEnd: '{x} runs until {day}.',
    deleteGoal:
      "I don't delete goals from here. Open it under your goals: there it can be set aside or deleted. If it is only too much, say “make it easier”.",
    free: "You're free {x}: nothing on your list is at that time.",
    busy: 'You have something then: {x}.',
    wakeUp: 'Wake up',
    whichDone: "Which ones do you mean? Name them, and I'll tick them off.",
  },
  de: {
    offerTask: 'Soll ich „{x}“ auf deine Liste setzen?',
    offerGoal: 'Soll ich „{x}“ zu einem Ziel machen und planen?',
    missed: 'Kein Problem, das kommt vor. Sag einfach „verschiebe {x} auf morgen“.',
    knownNothing: 'Ich habe mir noch nichts über dich gemerkt. Sag „merk dir, dass …“.',
    known: 'Das hast du mir gesagt:',
    told: 'Du hast mir gesagt: {x}.',
    whichTask: 'Welche Aufgabe meinst du? Sag zum Beispiel „verschiebe den Zahnarzt auf Freitag“.',
    leftAlone: 'Mit diesem Teil habe ich nichts gemacht: „{x}“. Sag ihn einzeln, dann sehe ich, was ich tun kann.',
    notKnown: 'Das weiß ich noch nicht. Sag es mir, und ich merke es mir.',
    noTasks: 'Da ist nichts Offenes, das ich ändern könnte.',
    notFound: 'Eine Aufgabe wie „{x}“ finde ich dort nicht, deshalb bleibt alles, wie es ist.',
    tooMany: 'Das waren mehr als zehn Aufgaben auf einmal: Hier sind die ersten zehn.',
    goalEnd: '{x} läuft bis {day}.',
    deleteGoal:
      'Ziele lösche ich von hier aus nicht. Öffne es bei deinen Zielen, dort kannst du es ruhen lassen oder löschen. Ist es nur zu viel, plane ich es leichter.',
    free: 'Du bist frei: {x} steht nichts auf deiner Liste.',
    busy: 'Da hast du schon etwas: {x}.',
    wakeUp: 'Aufstehen',
    whichDone: 'Welche meinst du? Nenn sie mir, und ich hake sie ab.',
  },
  fr: {
    offerTask: 'Je mets « {x} » sur ta liste ?',
    offerGoal: "J'en fais un objectif, « {x} », et je le planifie ?",
    missed: 'Pas de souci, ça arrive. Dis « déplace {x} à demain » si tu veux.',
    knownNothing: 'Je ne retiens encore rien sur toi. Dis « retiens que … ».',
    known: 'Voici ce que tu m’as dit :',
    told: 'Tu m’as dit : {x}.',
    whichTask: 'De quelle tâche parles-tu ? Dis par exemple « déplace le dentiste à vendredi ».',
    leftAlone: 'Je n’ai rien fait de cette partie : « {x} ». Dis-la seule, et je verrai ce que je peux faire.',
    notKnown: 'Je ne le sais pas encore. Dis-le-moi, et je le retiendrai.',
    noTasks: "Il n'y a rien d'ouvert à changer.",
    notFound: "Je ne trouve pas de tâche comme « {x} », donc rien n'a changé.",
    tooMany: 'Il y avait plus de dix tâches : voici les dix premières.',
    goalEnd: '{x} dure jusqu’au {day}.',
    deleteGoal:
      'Je ne supprime pas d’objectif d’ici. Ouvre-le dans tes objectifs : là, tu peux le mettre de côté ou le supprimer. S’il est juste trop lourd, je le replanifie plus léger.',
    free: 'Tu es libre : rien sur ta liste {x}.',
    busy: 'Tu as déjà quelque chose : {x}.',
    wakeUp: 'Se réveiller',
    whichDone: 'Lesquelles veux-tu dire ? Nomme-les, et je les coche.',
  },
  es: {
    offerTask: '¿Pongo «{x}» en tu lista?',
    offerGoal: '¿Hago de «{x}» un objetivo y lo planifico?',
    missed: 'No pasa nada. Si quieres, di «mueve {x} a mañana».',
    knownNothing: 'Todavía no recuerdo nada sobre ti. Di «recuerda que …».',
    known: 'Esto es lo que me dijiste:',
    told: 'Me dijiste: {x}.',
    whichTask: '¿Qué tarea quieres decir? Di por ejemplo «mueve el dentista al viernes».',
    leftAlone: 'Con esta parte no he hecho nada: «{x}». Dila sola y veré qué puedo hacer.',
    notKnown: 'Aún no lo sé. Dímelo y lo recordaré.',
    noTasks: 'No hay nada abierto que cambiar.',
    notFound: 'No encuentro una tarea como «{x}», así que no he cambiado nada.',
    tooMany: 'Eran más de diez tareas: estas son las diez primeras.',
    goalEnd: '{x} dura hasta el {day}.',
    deleteGoal:
      'Desde aquí no borro objetivos. Ábrelo en tus objetivos: ahí puedes dejarlo de lado o borrarlo. Si solo es demasiado, lo planifico más ligero.',
    free: 'Estás libre: no hay nada en tu lista {x}.',
    busy: 'Ya tienes algo: {x}.',
    wakeUp: 'Despertarse',
    whichDone: '¿Cuáles quieres decir? Nómbralas y las marco.',
  },
  pt: {
    offerTask: 'Ponho «{x}» na tua lista?',
    offerGoal: 'Faço de «{x}» um objetivo e planeio?',
    missed: 'Sem problema, acontece. Se quiseres, diz «muda {x} para amanhã».',
    knownNothing: 'Ainda não me lembro de nada sobre ti. Diz «lembra-te que …».',
    known: 'Isto é o que me disseste:',
    told: 'Disseste-me: {x}.',
    whichTask: 'De que tarefa falas? Diz por exemplo «muda o dentista para sexta».',
    leftAlone: 'Com esta parte não fiz nada: «{x}». Diz só isso e vejo o que posso fazer.',
    notKnown: 'Ainda não sei isso. Diz-me e eu lembro.',
    noTasks: 'Não há nada em aberto para mudar.',
    notFound: 'Não encontro uma tarefa como «{x}», por isso não mudei nada.',
    tooMany: 'Eram mais de dez tarefas: estas são as primeiras dez.',
    goalEnd: '{x} dura até {day}.',
    deleteGoal:
      'Daqui não apago objetivos. Abre-o nos teus objetivos: lá podes pô-lo de lado ou apagá-lo. Se for só demasiado, planeio-o mais leve.',
    free: 'Há tempo: não há nada na lista {x}.',
    busy: 'Já há algo: {x}.',
    wakeUp: 'Acordar',
    whichDone: 'Quais? Com os nomes, marco como feitas.',
  },
  it: {
    offerTask: 'Metto «{x}» nella tua lista?',
    offerGoal: 'Faccio di «{x}» un obiettivo e lo pianifico?',
    missed: 'Nessun problema, capita. Se vuoi, di’ «sposta {x} a domani».',
    knownNothing: 'Non ricordo ancora nulla di te. Di’ «ricorda che …».',
    known: 'Ecco cosa mi hai detto:',
    told: 'Mi hai detto: {x}.',
    whichTask: 'Quale attività intendi? Di’ per esempio «sposta il dentista a venerdì».',
    leftAlone: 'Con questa parte non ho fatto nulla: «{x}». Dilla da sola e vedo cosa posso fare.',
    notKnown: 'Non lo so ancora. Dimmelo e lo ricorderò.',
    noTasks: 'Non c’è nulla di aperto da cambiare.',
    notFound: 'Non trovo un’attività come «{x}», quindi non ho cambiato nulla.',
    tooMany: 'Erano più di dieci attività: ecco le prime dieci.',
    goalEnd: '{x} dura fino a {day}.',
    deleteGoal:
      'Da qui non cancello obiettivi. Aprilo tra i tuoi obiettivi: lì puoi metterlo da parte o cancellarlo. Se è solo troppo, lo pianifico più leggero.',
    free: 'Non c’è nulla in lista {x}: hai tempo.',
    busy: 'Hai già qualcosa: {x}.',
    wakeUp: 'Svegliarsi',
    whichDone: 'Quali intendi? Dimmi i nomi e le spunto.',
  },
  nl: {
    offerTask: 'Zal ik “{x}” op je lijst zetten?',
    offerGoal: 'Zal ik van “{x}” een doel maken en het plannen?',
    missed: 'Geen probleem, dat gebeurt. Zeg gerust “verplaats {x} naar morgen”.',
    knownNothing: 'Ik heb nog niets over je onthouden. Zeg “onthoud dat …”.',
    known: 'Dit heb je me verteld:',
    told: 'Je hebt me verteld: {x}.',
    whichTask: 'Welke taak bedoel je? Zeg bijvoorbeeld “verplaats de tandarts naar vrijdag”.',
    leftAlone: 'Met dit deel heb ik niets gedaan: “{x}”. Zeg het los, dan kijk ik wat ik kan doen.',
    notKnown: 'Dat weet ik nog niet. Vertel het me, dan onthoud ik het.',
    noTasks: 'Er staat niets open om te veranderen.',
    notFound: 'Ik vind geen taak als “{x}”, dus er is niets veranderd.',
    tooMany: 'Dat waren meer dan tien taken: dit zijn de eerste tien.',
    goalEnd: '{x} loopt tot en met {day}.',
    deleteGoal:
      'Vanaf hier verwijder ik geen doelen. Open het bij je doelen: daar kun je het opzij zetten of verwijderen. Is het alleen te veel, dan plan ik het lichter.',
    free: 'Je bent vrij: er staat niets op je lijst {x}.',
    busy: 'Dan heb je al iets: {x}.',
    wakeUp: 'Opstaan',
    whichDone: 'Welke bedoel je? Noem ze, dan vink ik ze af.',
  },
};
