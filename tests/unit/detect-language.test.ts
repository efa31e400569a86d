import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../lib/language/detect.ts';
import { LANGUAGES, type Language } from '../../lib/language/languages.ts';

/** Sentences written after the tables, in turn from goals, reminders, questions and worries. */
const SENTENCES: Record<Language, string[]> = {
  en: [
    'My landlord keeps ignoring my emails about the heating',
    'pick up dry cleaning before 6',
    'Become fluent enough to order food in Lisbon',
    'which tasks did I skip last week',
    'add eggs and bread to the shopping list',
    'Prepare for my job interview at the bank',
  ],
  de: [
    'Mein Vermieter antwortet nicht auf meine Mails',
    'Reinigung abholen vor 18 Uhr',
    'Garten winterfest machen',
    'welche Aufgaben sind letzte Woche liegen geblieben',
    'setz Eier und Brot auf die Einkaufsliste',
    'Vorstellungsgespräch bei der Bank vorbereiten',
  ],
  fr: [
    'Mon propriétaire ne répond jamais à mes messages',
    'récupérer le pressing avant 18h',
    'Ranger le garage ce week-end',
    'quelles tâches ai-je ratées la semaine dernière',
    'ajoute des œufs et du pain à la liste',
    "Réussir mon entretien d'embauche",
  ],
  es: [
    'Mi casero nunca contesta mis mensajes',
    'recoger la tintorería antes de las seis',
    'Ordenar el garaje este fin de semana',
    'qué tareas me salté la semana pasada',
    'añade huevos y pan a la lista',
    'Preparar la entrevista de trabajo',
  ],
  pt: [
    'O meu senhorio nunca responde às mensagens',
    'buscar a roupa na lavanderia antes das seis',
    'Arrumar a garagem neste fim de semana',
    'quais tarefas eu deixei passar na semana passada',
    'adiciona ovos e pão na lista de compras',
    'Preparar a entrevista de emprego',
  ],
  it: [
    'Il padrone di casa non risponde mai ai messaggi',
    'ritirare la lavanderia prima delle sei',
    'Mettere in ordine il garage questo fine settimana',
    'quali compiti ho saltato la settimana scorsa',
    'aggiungi uova e pane alla lista della spesa',
    'Preparare il colloquio di lavoro',
  ],
  nl: [
    'Mijn huisbaas reageert nooit op mijn berichten',
    'stomerij ophalen voor zes uur',
    'Dit weekend de garage opruimen',
    'welke taken heb ik vorige week gemist',
    'zet eieren en brood op het boodschappenlijstje',
    'Sollicitatiegesprek bij de bank voorbereiden',
  ],
};

describe.each(LANGUAGES)('%s', (language) => {
  test.each(SENTENCES[language])('%s', (sentence) => {
    expect(detectLanguage(sentence)).toBe(language);
  });
});

test.each<[string, Language, Language]>([
  ['ok', 'nl', 'nl'],
  ['Marathon', 'de', 'de'],
  ['12:30', 'it', 'it'],
  ['', 'fr', 'fr'],
  ['print(2**10)', 'es', 'es'],
  ['Yoga para', 'pt', 'pt'],
  ['Quiero morir', 'en', 'es'],
  ['Je veux mourir', 'en', 'fr'],
  ['Ich will sterben', 'en', 'de'],
])('"%s" of a person whose language is %s is %s', (text, preferred, language) => {
  expect(detectLanguage(text, preferred)).toBe(language);
});

test('a text that is very long is read from its beginning', () => {
  expect(detectLanguage(`Ich möchte im Frühling einen Marathon laufen. ${'lorem '.repeat(100_000)}`)).toBe('de');
});
