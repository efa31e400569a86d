import { detectLanguage } from '../language/detect.ts';
import { type Language, languageOf } from '../language/languages.ts';
import type { ProviderError, ProviderFailure } from '../provider-error.ts';
import type { Snapshot } from './snapshot.ts';

/** What a person is told when there is no answer. Who runs the service finds the cause in the log. */
const WORDS = {
  setup: {
    en: "I can't answer right now, because the language model behind me isn't set up properly.",
    de: 'Ich kann gerade nicht antworten: Das Sprachmodell hinter mir ist nicht richtig eingerichtet.',
    fr: "Je ne peux pas répondre pour le moment : le modèle de langage derrière moi n'est pas bien configuré.",
    es: 'Ahora no puedo responder: el modelo de lenguaje que uso no está bien configurado.',
    pt: 'Agora não consigo responder: o modelo de linguagem que uso não está bem configurado.',
    it: 'Ora non posso rispondere: il modello linguistico che uso non è configurato bene.',
    nl: 'Ik kan nu niet antwoorden: het taalmodel achter mij is niet goed ingesteld.',
  },
  busy: {
    en: 'The language model behind me is busy at the moment. Please try again in a few minutes.',
    de: 'Das Sprachmodell hinter mir ist gerade überlastet. Bitte versuche es in ein paar Minuten noch einmal.',
    fr: 'Le modèle de langage derrière moi est surchargé en ce moment. Réessaie dans quelques minutes.',
    es: 'El modelo de lenguaje que uso está saturado en este momento. Inténtalo de nuevo en unos minutos.',
    pt: 'O modelo de linguagem que uso está sobrecarregado neste momento. Tenta de novo daqui a uns minutos.',
    it: 'Il modello linguistico che uso è sovraccarico in questo momento. Riprova tra qualche minuto.',
    nl: 'Het taalmodel achter mij is op dit moment overbelast. Probeer het over een paar minuten opnieuw.',
  },
  silent: {
    en: "The language model behind me isn't responding at the moment. Please try again in a few minutes.",
    de: 'Das Sprachmodell hinter mir antwortet gerade nicht. Bitte versuche es in ein paar Minuten noch einmal.',
    fr: 'Le modèle de langage derrière moi ne répond pas en ce moment. Réessaie dans quelques minutes.',
    es: 'El modelo de lenguaje que uso no responde en este momento. Inténtalo de nuevo en unos minutos.',
    pt: 'O modelo de linguagem que uso não responde neste momento. Tenta de novo daqui a uns minutos.',
    it: 'Il modello linguistico che uso non risponde in questo momento. Riprova tra qualche minuto.',
    nl: 'Het taalmodel achter mij antwoordt op dit moment niet. Probeer het over een paar minuten opnieuw.',
  },
  otherwise: {
    en: "I couldn't work with this message. Please put it another way.",
    de: 'Mit dieser Nachricht bin ich nicht zurechtgekommen. Bitte sag es anders.',
    fr: "Je n'ai pas su quoi faire de ce message. Peux-tu le dire autrement ?",
    es: 'No he sabido qué hacer con este mensaje. Dímelo de otra manera, por favor.',
    pt: 'Não soube o que fazer com esta mensagem. Podes dizê-lo de outra forma?',
    it: 'Non sono riuscito a lavorare con questo messaggio. Puoi dirlo in un altro modo?',
    nl: 'Ik kon niets met dit bericht beginnen. Kun je het anders zeggen?',
  },
  dailyLimit: {
    en: "Today's limit for the assistant is reached. It starts anew at midnight UTC.",
    de: 'Das heutige Limit für den Assistenten ist erreicht. Es beginnt um Mitternacht UTC neu.',
    fr: "La limite d'aujourd'hui pour l'assistant est atteinte. Elle repart à zéro à minuit UTC.",
    es: 'Se ha alcanzado el límite de hoy para el asistente. Empieza de nuevo a medianoche UTC.',
    pt: 'O limite de hoje para o assistente foi atingido. Recomeça à meia-noite UTC.',
    it: "Il limite di oggi per l'assistente è raggiunto. Riparte a mezzanotte UTC.",
    nl: 'De limiet van vandaag voor de assistent is bereikt. Om middernacht UTC begint hij opnieuw.',
  },
  codeSetup: {
    en: "The code could not be run, because the place where programs run isn't set up properly.",
    de: 'Der Code konnte nicht laufen: Die Umgebung für Programme ist nicht richtig eingerichtet.',
    fr: "Le code n'a pas pu être exécuté : l'environnement des programmes n'est pas bien configuré.",
    es: 'El código no se pudo ejecutar: el entorno de los programas no está bien configurado.',
    pt: 'O código não pôde ser executado: o ambiente dos programas não está bem configurado.',
    it: "Il codice non è stato eseguito: l'ambiente dei programmi non è configurato bene.",
    nl: 'De code kon niet draaien: de omgeving voor programma’s is niet goed ingesteld.',
  },
  codeSilent: {
    en: 'The code could not be run, because the place where programs run is not available at the moment. Please try again in a few minutes.',
    de: 'Der Code konnte nicht laufen: Die Umgebung für Programme ist gerade nicht erreichbar. Bitte versuche es in ein paar Minuten noch einmal.',
    fr: "Le code n'a pas pu être exécuté : l'environnement des programmes n'est pas disponible en ce moment. Réessaie dans quelques minutes.",
    es: 'El código no se pudo ejecutar: el entorno de los programas no está disponible en este momento. Inténtalo de nuevo en unos minutos.',
    pt: 'O código não pôde ser executado: o ambiente dos programas não está disponível neste momento. Tenta de novo daqui a uns minutos.',
    it: "Il codice non è stato eseguito: l'ambiente dei programmi non è disponibile in questo momento. Riprova tra qualche minuto.",
    nl: 'De code kon niet draaien: de omgeving voor programma’s is nu niet beschikbaar. Probeer het over een paar minuten opnieuw.',
  },
  cutOff: {
    en: '(The answer was cut off at its length limit.)',
    de: '(Die Antwort wurde an ihrer Längengrenze abgeschnitten.)',
    fr: '(La réponse a été coupée à sa longueur maximale.)',
    es: '(La respuesta se cortó en su longitud máxima.)',
    pt: '(A resposta foi cortada no seu comprimento máximo.)',
    it: '(La risposta è stata troncata alla lunghezza massima.)',
    nl: '(Het antwoord is bij de maximale lengte afgebroken.)',
  },
  harmful: {
    en: 'I would rather give no advice on this, because it could do harm. A doctor or pharmacist can say what is safe for you.',
    de: 'Dazu gebe ich lieber keinen Rat, denn er könnte schaden. In einer Praxis oder Apotheke erfährst du, was für dich sicher ist.',
    fr: 'Je préfère ne pas donner de conseil là-dessus, car il pourrait nuire. Un médecin ou un pharmacien peut dire ce qui est sûr pour toi.',
    es: 'Prefiero no dar consejos sobre esto, porque podrían hacer daño. En una consulta médica o una farmacia te dirán qué es seguro para ti.',
    pt: 'Prefiro não dar conselhos sobre isto, porque poderiam fazer mal. Um médico ou farmacêutico pode dizer o que é seguro para ti.',
    it: 'Preferisco non dare consigli su questo, perché potrebbero fare male. Un medico o un farmacista può dirti che cosa è sicuro per te.',
    nl: 'Hierover geef ik liever geen advies, want het zou kwaad kunnen. Een arts of apotheker kan zeggen wat veilig voor je is.',
  },
} satisfies Record<string, Record<Language, string>>;

export type Saying = keyof typeof WORDS;

type Said = { content: string; person: Snapshot };

/** Returns the language of a person's message, of the words around its code, or of their account where these do not tell. */
export function languageOfMessage({ content, person: { person } }: Said): Language {
  const words = content.split(/```|~~~/).filter((_, n) => n % 2 === 0);
  return detectLanguage(words.join(' '), languageOf(person.locale));
}

/** Returns a sentence in the language of a person's message. */
export function sayTo(message: Said, saying: Saying): string {
  return WORDS[saying][languageOfMessage(message)];
}

const modelSayings: Record<ProviderFailure, Saying> = {
  not_configured: 'setup',
  bad_key: 'setup',
  no_credits: 'setup',
  not_found: 'setup',
  limited: 'busy',
  unavailable: 'silent',
  unreachable: 'silent',
  timeout: 'silent',
  unreadable: 'silent',
  gone: 'silent',
  cancelled: 'silent',
  refused: 'otherwise',
  format_unsupported: 'otherwise',
  daily_limit: 'dailyLimit',
};

/** Returns what a model's failure is to a person. */
export function modelSaying({ failure }: ProviderError): Saying {
  return modelSayings[failure];
}

/** Returns what a sandbox's failure is to a person. */
export function sandboxSaying({ retryable }: ProviderError): Saying {
  return retryable ? 'codeSilent' : 'codeSetup';
}
