import type { Day } from '../days.ts';
import type { Language } from './languages.ts';
import { sayDate } from './say.ts';

/** What is asked back where words leave open when something is. */
export type Question =
  | 'when'
  | 'not_sure'
  | 'meant'
  | 'passed'
  | 'too_far'
  | 'which_day'
  | 'one_of_days'
  | 'one_of_times'
  | 'day_and_time'
  | 'day_of_week'
  | 'day_of_month'
  | 'day_of_year'
  | 'which_days'
  | 'which_month'
  | 'no_date'
  | 'not_together'
  | 'what_time'
  | 'which_zone'
  | 'how_long'
  | 'how_often'
  | 'how_many'
  | 'until_when'
  | 'this_one'
  | 'each_month'
  | 'every_nth'
  | 'too_often'
  | 'too_seldom'
  | 'yearly'
  | 'what'
  | 'weeks_ahead'
  | 'weeks_back'
  | 'minutes'
  | 'when_instead'
  | 'one_or_series'
  | 'goal_range'
  | 'goal_when';

/** A question, with what it repeats: the words or the number that were said, or the days that may be meant. */
export type Asked = { ask: Question; said?: string | number; days?: Day[] };

/** Asks in a language; the sentence can be spoken. */
export function sayQuestion({ ask, said, days = [] }: Asked, language: Language): string {
  const words = said ?? days.map((day) => sayDate(day, language)).join(` ${OR[language]} `);
  return QUESTIONS[language][ask].replace('{said}', String(words));
}

/** Tells whether a message is the name of a question. */
export function isQuestion(message: string): message is Question {
  return message in QUESTIONS.en;
}

const OR: Record<Language, string> = { en: 'or', de: 'oder', fr: 'ou', es: 'o', pt: 'ou', it: 'o', nl: 'of' };

const QUESTIONS: Record<Language, Record<Question, string>> = {
  en: {
    when: 'When should it be? Say for example tomorrow at 7, or Friday morning.',
    not_sure: 'I am not sure when that is. Say for example tomorrow at 7, or Friday morning.',
    meant: 'What did you mean by “{said}”? Say for example tomorrow at 7, or Friday morning.',
    passed: 'That time has passed already. When should it be?',
    too_far: 'That is too far away. When should it be?',
    which_day: 'Which day do you mean?',
    one_of_days: 'Do you mean {said}?',
    one_of_times: 'A task has one time of day. Which of “{said}” should it be?',
    day_and_time: 'Which day, and at what time?',
    day_of_week: 'Which day of the week do you mean?',
    day_of_month: 'Which day of the month do you mean?',
    day_of_year: 'Which day of the year do you mean?',
    which_days: 'On which days? Say for example every Monday and Thursday.',
    which_month: 'Which month do you mean by {said}? Say it by its name.',
    no_date: 'There is no such date. When should it be?',
    not_together: 'The date and the weekday do not go together. Which one do you mean?',
    what_time: 'At what time should it be?',
    which_zone: 'Which time zone do you mean? Say it by a city, for example London time.',
    how_long: 'How long should it take? A day is the most.',
    how_often: 'How often should it repeat? Say for example every Monday at 7, or every 2 weeks on Friday.',
    how_many: 'How many times should it repeat?',
    until_when: 'Until which day should it repeat?',
    this_one: 'Every week, or this one time?',
    each_month: 'Every month, or once?',
    every_nth: 'Every {said} weeks, or once a month?',
    too_often: 'A task comes at most once a day. How often should it repeat?',
    too_seldom: 'A task can repeat every 1 to 52 weeks. How often should it repeat?',
    yearly:
      'A task can repeat by day, week or month. When should it be? Say for example the 1st of every month, or 1 December.',
    what: 'What should I put on your list?',
    weeks_ahead: 'I can look five weeks ahead. Which day do you mean?',
    weeks_back: 'I can look two weeks back. Which day do you mean?',
    minutes: 'How many minutes should it take?',
    when_instead: 'When should it be instead?',
    one_or_series: 'Only this one, or the whole series?',
    goal_range: 'A goal ends between today and five years from now. By when do you want to reach it?',
    goal_when: 'By when do you want to reach it?',
  },
  de: {
    when: 'Wann soll es sein? Sag zum Beispiel morgen um 7 oder Freitagvormittag.',
    not_sure: 'Ich bin nicht sicher, wann das ist. Sag zum Beispiel morgen um 7 oder Freitagvormittag.',
    meant: 'Was meinst du mit „{said}“? Sag zum Beispiel morgen um 7 oder Freitagvormittag.',
    passed: 'Diese Zeit ist schon vorbei. Wann soll es sein?',
    too_far: 'Das ist zu weit weg. Wann soll es sein?',
    which_day: 'Welchen Tag meinst du?',
    one_of_days: 'Meinst du {said}?',
    one_of_times: 'Eine Aufgabe hat eine Uhrzeit. Welche von „{said}“ soll es sein?',
    day_and_time: 'An welchem Tag und um wie viel Uhr?',
    day_of_week: 'Welchen Tag der Woche meinst du?',
    day_of_month: 'Welchen Tag des Monats meinst du?',
    day_of_year: 'Welchen Tag des Jahres meinst du?',
    which_days: 'An welchen Tagen? Sag zum Beispiel jeden Montag und Donnerstag.',
    which_month: 'Welchen Monat meinst du mit {said}? Sag seinen Namen.',
    no_date: 'Dieses Datum gibt es nicht. Wann soll es sein?',
    not_together: 'Datum und Wochentag passen nicht zusammen. Was von beiden meinst du?',
    what_time: 'Um wie viel Uhr soll es sein?',
    which_zone: 'Welche Zeitzone meinst du? Nenn eine Stadt, zum Beispiel Londoner Zeit.',
    how_long: 'Wie lange soll es dauern? Höchstens einen Tag.',
    how_often: 'Wie oft soll es sich wiederholen? Sag zum Beispiel jeden Montag um 7 oder alle 2 Wochen am Freitag.',
    how_many: 'Wie viele Male soll es sich wiederholen?',
    until_when: 'Bis zu welchem Tag soll es sich wiederholen?',
    this_one: 'Jede Woche oder nur dieses eine Mal?',
    each_month: 'Jeden Monat oder einmal?',
    every_nth: 'Alle {said} Wochen oder einmal im Monat?',
    too_often: 'Eine Aufgabe kommt höchstens einmal am Tag. Wie oft soll sie sich wiederholen?',
    too_seldom: 'Eine Aufgabe kann sich alle 1 bis 52 Wochen wiederholen. Wie oft soll es sein?',
    yearly:
      'Eine Aufgabe kann sich nach Tagen, Wochen oder Monaten wiederholen. Wann soll es sein? Sag zum Beispiel am 1. jedes Monats oder 1. Dezember.',
    what: 'Was soll ich auf deine Liste setzen?',
    weeks_ahead: 'Ich kann fünf Wochen vorausschauen. Welchen Tag meinst du?',
    weeks_back: 'Ich kann zwei Wochen zurückschauen. Welchen Tag meinst du?',
    minutes: 'Wie viele Minuten soll es dauern?',
    when_instead: 'Wann soll es stattdessen sein?',
    one_or_series: 'Nur dieses eine Mal oder die ganze Serie?',
    goal_range: 'Ein Ziel endet zwischen heute und in fünf Jahren. Bis wann willst du es erreichen?',
    goal_when: 'Bis wann willst du es erreichen?',
  },
  fr: {
    when: 'Pour quand ? Dis par exemple demain à 7 h, ou vendredi matin.',
    not_sure: 'Je ne sais pas bien quand c’est. Dis par exemple demain à 7 h, ou vendredi matin.',
    meant: 'Que veux-tu dire par « {said} » ? Dis par exemple demain à 7 h, ou vendredi matin.',
    passed: 'Ce moment est déjà passé. Pour quand ?',
    too_far: 'C’est trop loin. Pour quand ?',
    which_day: 'Quel jour veux-tu dire ?',
    one_of_days: 'Veux-tu dire {said} ?',
    one_of_times: 'Une tâche a une seule heure. Laquelle de « {said} » veux-tu ?',
    day_and_time: 'Quel jour, et à quelle heure ?',
    day_of_week: 'Quel jour de la semaine veux-tu dire ?',
    day_of_month: 'Quel jour du mois veux-tu dire ?',
    day_of_year: 'Quel jour de l’année veux-tu dire ?',
    which_days: 'Quels jours ? Dis par exemple chaque lundi et jeudi.',
    which_month: 'Quel mois veux-tu dire par {said} ? Dis son nom.',
    no_date: 'Cette date n’existe pas. Pour quand ?',
    not_together: 'La date et le jour de la semaine ne vont pas ensemble. Lequel veux-tu dire ?',
    what_time: 'À quelle heure ?',
    which_zone: 'Quel fuseau horaire veux-tu dire ? Dis une ville, par exemple heure de Londres.',
    how_long: 'Combien de temps ? Un jour au plus.',
    how_often: 'À quelle fréquence ? Dis par exemple chaque lundi à 7 h, ou toutes les 2 semaines le vendredi.',
    how_many: 'Combien de fois faut-il répéter ?',
    until_when: 'Jusqu’à quel jour faut-il répéter ?',
    this_one: 'Chaque semaine, ou cette fois seulement ?',
    each_month: 'Chaque mois, ou une seule fois ?',
    every_nth: 'Toutes les {said} semaines, ou une fois par mois ?',
    too_often: 'Une tâche revient au plus une fois par jour. À quelle fréquence ?',
    too_seldom: 'Une tâche peut revenir toutes les 1 à 52 semaines. À quelle fréquence ?',
    yearly:
      'Une tâche peut se répéter par jour, par semaine ou par mois. Pour quand ? Dis par exemple le 1er de chaque mois, ou le 1er décembre.',
    what: 'Que dois-je mettre sur ta liste ?',
    weeks_ahead: 'Je peux regarder cinq semaines à l’avance. Quel jour veux-tu dire ?',
    weeks_back: 'Je peux regarder deux semaines en arrière. Quel jour veux-tu dire ?',
    minutes: 'Combien de minutes faut-il ?',
    when_instead: 'Pour quand alors ?',
    one_or_series: 'Seulement cette fois, ou toute la série ?',
    goal_range: 'Un objectif se termine entre aujourd’hui et dans cinq ans. Pour quand veux-tu l’atteindre ?',
    goal_when: 'Pour quand veux-tu l’atteindre ?',
  },
  es: {
    when: '¿Para cuándo? Di por ejemplo mañana a las 7, o el viernes por la mañana.',
    not_sure: 'No sé bien cuándo es eso. Di por ejemplo mañana a las 7, o el viernes por la mañana.',
    meant: '¿Qué quieres decir con «{said}»? Di por ejemplo mañana a las 7, o el viernes por la mañana.',
    passed: 'Ese momento ya ha pasado. ¿Para cuándo?',
    too_far: 'Eso está demasiado lejos. ¿Para cuándo?',
    which_day: '¿Qué día quieres decir?',
    one_of_days: '¿Quieres decir {said}?',
    one_of_times: 'Una tarea tiene una sola hora. ¿Cuál de «{said}» quieres?',
    day_and_time: '¿Qué día y a qué hora?',
    day_of_week: '¿Qué día de la semana quieres decir?',
    day_of_month: '¿Qué día del mes quieres decir?',
    day_of_year: '¿Qué día del año quieres decir?',
    which_days: '¿Qué días? Di por ejemplo cada lunes y jueves.',
    which_month: '¿Qué mes quieres decir con {said}? Dilo por su nombre.',
    no_date: 'Esa fecha no existe. ¿Para cuándo?',
    not_together: 'La fecha y el día de la semana no coinciden. ¿Cuál quieres decir?',
    what_time: '¿A qué hora?',
    which_zone: '¿Qué zona horaria quieres decir? Di una ciudad, por ejemplo hora de Londres.',
    how_long: '¿Cuánto debe durar? Un día como mucho.',
    how_often: '¿Cada cuánto se repite? Di por ejemplo cada lunes a las 7, o cada 2 semanas el viernes.',
    how_many: '¿Cuántas veces se repite?',
    until_when: '¿Hasta qué día se repite?',
    this_one: '¿Cada semana, o solo esta vez?',
    each_month: '¿Cada mes, o una vez?',
    every_nth: '¿Cada {said} semanas, o una vez al mes?',
    too_often: 'Una tarea se repite como mucho una vez al día. ¿Cada cuánto se repite?',
    too_seldom: 'Una tarea puede repetirse cada 1 a 52 semanas. ¿Cada cuánto se repite?',
    yearly:
      'Una tarea puede repetirse por días, semanas o meses. ¿Para cuándo? Di por ejemplo el 1 de cada mes, o el 1 de diciembre.',
    what: '¿Qué pongo en tu lista?',
    weeks_ahead: 'Puedo mirar cinco semanas hacia adelante. ¿Qué día quieres decir?',
    weeks_back: 'Puedo mirar dos semanas hacia atrás. ¿Qué día quieres decir?',
    minutes: '¿Cuántos minutos debe durar?',
    when_instead: '¿Para cuándo entonces?',
    one_or_series: '¿Solo esta vez, o toda la serie?',
    goal_range: 'Un objetivo termina entre hoy y dentro de cinco años. ¿Para cuándo quieres lograrlo?',
    goal_when: '¿Para cuándo quieres lograrlo?',
  },
  pt: {
    when: 'Para quando? Diz por exemplo amanhã às 7, ou sexta de manhã.',
    not_sure: 'Não sei bem quando é isso. Diz por exemplo amanhã às 7, ou sexta de manhã.',
    meant: 'O que queres dizer com «{said}»? Diz por exemplo amanhã às 7, ou sexta de manhã.',
    passed: 'Essa hora já passou. Para quando?',
    too_far: 'Isso está longe de mais. Para quando?',
    which_day: 'Que dia queres dizer?',
    one_of_days: 'Queres dizer {said}?',
    one_of_times: 'Uma tarefa tem uma só hora. Qual de «{said}» queres?',
    day_and_time: 'Que dia, e a que horas?',
    day_of_week: 'Que dia da semana queres dizer?',
    day_of_month: 'Que dia do mês queres dizer?',
    day_of_year: 'Que dia do ano queres dizer?',
    which_days: 'Em que dias? Diz por exemplo cada segunda e quinta.',
    which_month: 'Que mês queres dizer com {said}? Diz o nome.',
    no_date: 'Essa data não existe. Para quando?',
    not_together: 'A data e o dia da semana não coincidem. Qual queres dizer?',
    what_time: 'A que horas?',
    which_zone: 'Que fuso horário queres dizer? Diz uma cidade, por exemplo hora de Londres.',
    how_long: 'Quanto tempo deve durar? Um dia, no máximo.',
    how_often: 'De quanto em quanto tempo? Diz por exemplo cada segunda às 7, ou a cada 2 semanas à sexta.',
    how_many: 'Quantas vezes se repete?',
    until_when: 'Até que dia se repete?',
    this_one: 'Todas as semanas, ou só desta vez?',
    each_month: 'Todos os meses, ou uma vez?',
    every_nth: 'A cada {said} semanas, ou uma vez por mês?',
    too_often: 'Uma tarefa repete-se no máximo uma vez por dia. De quanto em quanto tempo?',
    too_seldom: 'Uma tarefa pode repetir-se a cada 1 a 52 semanas. De quanto em quanto tempo?',
    yearly:
      'Uma tarefa pode repetir-se por dias, semanas ou meses. Para quando? Diz por exemplo dia 1 de cada mês, ou 1 de dezembro.',
    what: 'O que ponho na tua lista?',
    weeks_ahead: 'Posso ver cinco semanas à frente. Que dia queres dizer?',
    weeks_back: 'Posso ver duas semanas para trás. Que dia queres dizer?',
    minutes: 'Quantos minutos deve durar?',
    when_instead: 'Para quando, então?',
    one_or_series: 'Só desta vez, ou toda a série?',
    goal_range: 'Um objetivo termina entre hoje e daqui a cinco anos. Até quando o queres alcançar?',
    goal_when: 'Até quando o queres alcançar?',
  },
  it: {
    when: 'Per quando? Di’ per esempio domani alle 7, o venerdì mattina.',
    not_sure: 'Non so bene quando sia. Di’ per esempio domani alle 7, o venerdì mattina.',
    meant: 'Che cosa intendi con «{said}»? Di’ per esempio domani alle 7, o venerdì mattina.',
    passed: 'Quel momento è già passato. Per quando?',
    too_far: 'È troppo lontano. Per quando?',
    which_day: 'Quale giorno intendi?',
    one_of_days: 'Intendi {said}?',
    one_of_times: 'Un’attività ha un solo orario. Quale di «{said}» vuoi?',
    day_and_time: 'Quale giorno, e a che ora?',
    day_of_week: 'Quale giorno della settimana intendi?',
    day_of_month: 'Quale giorno del mese intendi?',
    day_of_year: 'Quale giorno dell’anno intendi?',
    which_days: 'In quali giorni? Di’ per esempio ogni lunedì e giovedì.',
    which_month: 'Quale mese intendi con {said}? Dillo per nome.',
    no_date: 'Questa data non esiste. Per quando?',
    not_together: 'La data e il giorno della settimana non vanno insieme. Quale intendi?',
    what_time: 'A che ora?',
    which_zone: 'Quale fuso orario intendi? Di’ una città, per esempio ora di Londra.',
    how_long: 'Quanto deve durare? Un giorno al massimo.',
    how_often: 'Ogni quanto si ripete? Di’ per esempio ogni lunedì alle 7, o ogni 2 settimane il venerdì.',
    how_many: 'Quante volte si ripete?',
    until_when: 'Fino a quale giorno si ripete?',
    this_one: 'Ogni settimana, o solo questa volta?',
    each_month: 'Ogni mese, o una volta?',
    every_nth: 'Ogni {said} settimane, o una volta al mese?',
    too_often: 'Un’attività si ripete al massimo una volta al giorno. Ogni quanto si ripete?',
    too_seldom: 'Un’attività può ripetersi ogni 1-52 settimane. Ogni quanto si ripete?',
    yearly:
      'Un’attività può ripetersi per giorni, settimane o mesi. Per quando? Di’ per esempio il primo di ogni mese, o il 1 dicembre.',
    what: 'Che cosa metto nella tua lista?',
    weeks_ahead: 'Posso guardare avanti di cinque settimane. Quale giorno intendi?',
    weeks_back: 'Posso guardare indietro di due settimane. Quale giorno intendi?',
    minutes: 'Quanti minuti deve durare?',
    when_instead: 'Per quando, allora?',
    one_or_series: 'Solo questa volta, o tutta la serie?',
    goal_range: 'Un obiettivo finisce tra oggi e i prossimi cinque anni. Entro quando vuoi raggiungerlo?',
    goal_when: 'Entro quando vuoi raggiungerlo?',
  },
  nl: {
    when: 'Wanneer moet het zijn? Zeg bijvoorbeeld morgen om 7 uur, of vrijdagochtend.',
    not_sure: 'Ik weet niet zeker wanneer dat is. Zeg bijvoorbeeld morgen om 7 uur, of vrijdagochtend.',
    meant: 'Wat bedoel je met ‘{said}’? Zeg bijvoorbeeld morgen om 7 uur, of vrijdagochtend.',
    passed: 'Dat moment is al voorbij. Wanneer moet het zijn?',
    too_far: 'Dat is te ver weg. Wanneer moet het zijn?',
    which_day: 'Welke dag bedoel je?',
    one_of_days: 'Bedoel je {said}?',
    one_of_times: 'Een taak heeft één tijd. Welke van ‘{said}’ moet het zijn?',
    day_and_time: 'Welke dag, en hoe laat?',
    day_of_week: 'Welke dag van de week bedoel je?',
    day_of_month: 'Welke dag van de maand bedoel je?',
    day_of_year: 'Welke dag van het jaar bedoel je?',
    which_days: 'Op welke dagen? Zeg bijvoorbeeld elke maandag en donderdag.',
    which_month: 'Welke maand bedoel je met {said}? Noem hem bij naam.',
    no_date: 'Die datum bestaat niet. Wanneer moet het zijn?',
    not_together: 'De datum en de weekdag passen niet bij elkaar. Welke bedoel je?',
    what_time: 'Hoe laat moet het zijn?',
    which_zone: 'Welke tijdzone bedoel je? Noem een stad, bijvoorbeeld de tijd van Londen.',
    how_long: 'Hoe lang moet het duren? Een dag is het meeste.',
    how_often: 'Hoe vaak moet het terugkomen? Zeg bijvoorbeeld elke maandag om 7 uur, of om de 2 weken op vrijdag.',
    how_many: 'Hoeveel keer moet het terugkomen?',
    until_when: 'Tot welke dag moet het terugkomen?',
    this_one: 'Elke week, of alleen deze keer?',
    each_month: 'Elke maand, of één keer?',
    every_nth: 'Om de {said} weken, of één keer per maand?',
    too_often: 'Een taak komt hoogstens één keer per dag. Hoe vaak moet het terugkomen?',
    too_seldom: 'Een taak kan om de 1 tot 52 weken terugkomen. Hoe vaak moet het terugkomen?',
    yearly:
      'Een taak kan per dag, week of maand terugkomen. Wanneer moet het zijn? Zeg bijvoorbeeld de 1e van elke maand, of 1 december.',
    what: 'Wat zet ik op je lijst?',
    weeks_ahead: 'Ik kan vijf weken vooruit kijken. Welke dag bedoel je?',
    weeks_back: 'Ik kan twee weken terugkijken. Welke dag bedoel je?',
    minutes: 'Hoeveel minuten moet het duren?',
    when_instead: 'Wanneer moet het dan?',
    one_or_series: 'Alleen deze keer, of de hele reeks?',
    goal_range: 'Een doel eindigt tussen vandaag en over vijf jaar. Wanneer wil je het bereiken?',
    goal_when: 'Wanneer wil je het bereiken?',
  },
};
