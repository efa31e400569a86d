import type { Language } from '../language/languages.ts';

/** What is said where no rule fits, and once in a conversation what would make more possible. */
export const FALLBACK: Record<Language, { text: string; hint: string }> = {
  en: {
    text: "I didn't quite catch what I can do there. I can keep your list (“add milk tomorrow at 5”, “what's on today?”), look after your goals, remember things and do sums.",
    hint: 'For free conversation I would need a language model, which whoever runs this app can connect in its settings.',
  },
  de: {
    text: 'Das habe ich leider nicht ganz verstanden. Ich kann deine Liste führen („Milch morgen um 17 Uhr auf die Liste“, „was steht heute an?“), mich um deine Ziele kümmern, mir Dinge merken und rechnen.',
    hint: 'Für freie Gespräche bräuchte ich ein Sprachmodell; wer diese App betreibt, kann eines verbinden.',
  },
  fr: {
    text: "Je n'ai pas bien saisi ce que je peux faire. Je peux tenir ta liste (« ajoute du lait demain à 17 h », « qu'est-ce que j'ai aujourd'hui ? »), suivre tes objectifs, retenir des choses et faire des calculs.",
    hint: 'Pour discuter librement, il me faudrait un modèle de langage ; la personne qui gère cette application peut en connecter un.',
  },
  es: {
    text: 'No he entendido bien qué puedo hacer. Puedo llevar tu lista («añade leche mañana a las 17», «¿qué tengo hoy?»), cuidar tus objetivos, recordar cosas y hacer cuentas.',
    hint: 'Para conversar libremente necesitaría un modelo de lenguaje; quien gestiona esta aplicación puede conectar uno.',
  },
  pt: {
    text: 'Não percebi bem o que posso fazer. Posso manter a tua lista («adiciona leite amanhã às 17h», «o que tenho hoje?»), cuidar dos teus objetivos, lembrar coisas e fazer contas.',
    hint: 'Para conversar livremente precisaria de um modelo de linguagem; quem gere esta aplicação pode ligar um.',
  },
  it: {
    text: 'Non ho capito bene cosa posso fare. Posso tenere la tua lista («aggiungi il latte domani alle 17», «cosa ho oggi?»), seguire i tuoi obiettivi, ricordare cose e fare calcoli.',
    hint: 'Per conversare liberamente mi servirebbe un modello linguistico; chi gestisce questa app può collegarne uno.',
  },
  nl: {
    text: 'Ik begreep niet helemaal wat ik kan doen. Ik kan je lijst bijhouden (“voeg melk toe voor morgen 17:00”, “wat heb ik vandaag?”), voor je doelen zorgen, dingen onthouden en rekenen.',
    hint: 'Voor een vrij gesprek heb ik een taalmodel nodig; wie deze app beheert kan er een aansluiten.',
  },
};

/** Short answers and offers that the rules make themselves. `{x}` is what they are about. */
export const WORDS: Record<
  Language,
  {
    offerTask: string;
    offerGoal: string;
    missed: string;
    knownNothing: string;
    known: string;
    notKnown: string;
    noTasks: string;
    notFound: string;
    tooMany: string;
  }
> = {
  en: {
    offerTask: 'Shall I put “{x}” on your list?',
    offerGoal: 'Shall I make “{x}” a goal and plan it?',
    missed: 'No problem, that happens. If you like, say “move {x} to tomorrow”, and it has a new place.',
    knownNothing: "I don't remember anything about you yet. Say “remember that …”, and I will.",
    known: 'This is what I remember:',
    notKnown: "I don't know that yet. Tell me, and I'll remember it.",
    noTasks: 'There is nothing open to change there.',
    notFound: "I can't find a task like “{x}” there, so I left everything as it is.",
    tooMany: 'That was more than ten tasks at once: these are the first ten.',
  },
  de: {
    offerTask: 'Soll ich „{x}“ auf deine Liste setzen?',
    offerGoal: 'Soll ich „{x}“ zu einem Ziel machen und planen?',
    missed: 'Kein Problem, das kommt vor. Sag einfach „verschiebe {x} auf morgen“.',
    knownNothing: 'Ich habe mir noch nichts über dich gemerkt. Sag „merk dir, dass …“.',
    known: 'Das habe ich mir gemerkt:',
    notKnown: 'Das weiß ich noch nicht. Sag es mir, und ich merke es mir.',
    noTasks: 'Da ist nichts Offenes, das ich ändern könnte.',
    notFound: 'Eine Aufgabe wie „{x}“ finde ich dort nicht, deshalb bleibt alles, wie es ist.',
    tooMany: 'Das waren mehr als zehn Aufgaben auf einmal: Hier sind die ersten zehn.',
  },
  fr: {
    offerTask: 'Je mets « {x} » sur ta liste ?',
    offerGoal: "J'en fais un objectif, « {x} », et je le planifie ?",
    missed: 'Pas de souci, ça arrive. Dis « déplace {x} à demain » si tu veux.',
    knownNothing: 'Je ne retiens encore rien sur toi. Dis « retiens que … ».',
    known: 'Voici ce que je retiens :',
    notKnown: 'Je ne le sais pas encore. Dis-le-moi, et je le retiendrai.',
    noTasks: "Il n'y a rien d'ouvert à changer.",
    notFound: "Je ne trouve pas de tâche comme « {x} », donc rien n'a changé.",
    tooMany: 'Il y avait plus de dix tâches : voici les dix premières.',
  },
  es: {
    offerTask: '¿Pongo «{x}» en tu lista?',
    offerGoal: '¿Hago de «{x}» un objetivo y lo planifico?',
    missed: 'No pasa nada. Si quieres, di «mueve {x} a mañana».',
    knownNothing: 'Todavía no recuerdo nada sobre ti. Di «recuerda que …».',
    known: 'Esto es lo que recuerdo:',
    notKnown: 'Aún no lo sé. Dímelo y lo recordaré.',
    noTasks: 'No hay nada abierto que cambiar.',
    notFound: 'No encuentro una tarea como «{x}», así que no he cambiado nada.',
    tooMany: 'Eran más de diez tareas: estas son las diez primeras.',
  },
  pt: {
    offerTask: 'Ponho «{x}» na tua lista?',
    offerGoal: 'Faço de «{x}» um objetivo e planeio?',
    missed: 'Sem problema, acontece. Se quiseres, diz «muda {x} para amanhã».',
    knownNothing: 'Ainda não me lembro de nada sobre ti. Diz «lembra-te que …».',
    known: 'Isto é o que eu lembro:',
    notKnown: 'Ainda não sei isso. Diz-me e eu lembro.',
    noTasks: 'Não há nada em aberto para mudar.',
    notFound: 'Não encontro uma tarefa como «{x}», por isso não mudei nada.',
    tooMany: 'Eram mais de dez tarefas: estas são as primeiras dez.',
  },
  it: {
    offerTask: 'Metto «{x}» nella tua lista?',
    offerGoal: 'Faccio di «{x}» un obiettivo e lo pianifico?',
    missed: 'Nessun problema, capita. Se vuoi, di’ «sposta {x} a domani».',
    knownNothing: 'Non ricordo ancora nulla di te. Di’ «ricorda che …».',
    known: 'Ecco cosa ricordo:',
    notKnown: 'Non lo so ancora. Dimmelo e lo ricorderò.',
    noTasks: 'Non c’è nulla di aperto da cambiare.',
    notFound: 'Non trovo un’attività come «{x}», quindi non ho cambiato nulla.',
    tooMany: 'Erano più di dieci attività: ecco le prime dieci.',
  },
  nl: {
    offerTask: 'Zal ik “{x}” op je lijst zetten?',
    offerGoal: 'Zal ik van “{x}” een doel maken en het plannen?',
    missed: 'Geen probleem, dat gebeurt. Zeg gerust “verplaats {x} naar morgen”.',
    knownNothing: 'Ik heb nog niets over je onthouden. Zeg “onthoud dat …”.',
    known: 'Dit heb ik onthouden:',
    notKnown: 'Dat weet ik nog niet. Vertel het me, dan onthoud ik het.',
    noTasks: 'Er staat niets open om te veranderen.',
    notFound: 'Ik vind geen taak als “{x}”, dus er is niets veranderd.',
    tooMany: 'Dat waren meer dan tien taken: dit zijn de eerste tien.',
  },
};
