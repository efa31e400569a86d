import type { Language } from '../language/languages.ts';

/** What an intent says, apart from the language: `{title}`, `{other}`, `{when}`, `{items}`, `{count}` and so on are filled in. */
export type Sentence =
  | 'task_added'
  | 'task_done'
  | 'task_moved'
  | 'task_cancelled'
  | 'task_renamed'
  | 'task_done_already'
  | 'task_cancelled_already'
  | 'series_ended'
  | 'which_task'
  | 'no_task'
  | 'nothing_to_tick'
  | 'list_one'
  | 'list_many'
  | 'list_none'
  | 'list_all_done'
  | 'overdue'
  | 'overdue_none'
  | 'goal_new'
  | 'goals_none'
  | 'goals'
  | 'goal_progress'
  | 'goal_planning'
  | 'goal_empty'
  | 'goal_replanned'
  | 'which_goal'
  | 'remembered'
  | 'corrected'
  | 'known'
  | 'forgotten'
  | 'forgotten_all'
  | 'not_remembered'
  | 'secret'
  | 'health'
  | 'notes_none'
  | 'undone_gone'
  | 'undone_back'
  | 'undone_before'
  | 'undone_memory'
  | 'nothing_to_undo';

/** The languages besides English, whose sentences stand with the intents themselves. */
export type Translated = Exclude<Language, 'en'>;

export const SENTENCES: Record<Translated, Record<Sentence, string>> = {
  de: {
    task_added: '{title} steht auf deiner Liste: {when}.',
    task_done: 'Gut gemacht! {title} ist erledigt.',
    task_moved: '{title} ist verschoben: {when}.',
    task_cancelled: '{title} ist von deiner Liste gestrichen.',
    task_renamed: '{title} heißt jetzt {other}.',
    task_done_already: '{title} ist schon erledigt.',
    task_cancelled_already: '{title} ist gestrichen und lässt sich nicht verschieben.',
    series_ended: 'Die Serie von {title} ist zu Ende, da ist nichts zu verschieben.',
    which_task: 'Welche meinst du: {items}?',
    nothing_to_tick: 'Gut gemacht! Ich finde keine Aufgabe wie {title}, die ich abhaken könnte.',
    no_task: 'Ich finde keine Aufgabe wie {title}. Welche meinst du?',
    list_one: 'Eine Aufgabe, {when}: {items}.',
    list_many: '{count} Aufgaben, {when}: {items}.',
    list_none: 'Nichts auf deiner Liste: {when}.',
    list_all_done: 'Alles erledigt, {when}. Gut gemacht!',
    overdue: 'Noch offen aus den letzten Tagen: {items}. Was noch wichtig ist, können wir verschieben.',
    overdue_none: 'Nichts ist überfällig. Gut gemacht!',
    goal_new: '{title} ist dein neues Ziel. Ich plane es jetzt, der Plan ist gleich da.',
    goals_none: 'Du hast noch kein aktives Ziel. Sollen wir eines setzen?',
    goals: 'Deine Ziele: {items}.',
    goal_progress: '{title}: {done} von {total} Aufgaben erledigt.',
    goal_planning: '{title} wird noch geplant. Es dauert nicht lange.',
    goal_empty: '{title} hat keine Aufgaben.',
    goal_replanned: 'Ich plane {title} ab heute neu. Was du geschafft hast, bleibt.',
    which_goal: 'Welches Ziel meinst du: {items}?',
    remembered: 'Das merke ich mir: „{title}“.',
    corrected: 'Danke, ich habe es berichtigt: „{title}“.',
    known: 'Das weiß ich: „{title}“.',
    forgotten: 'Vergessen: „{title}“.',
    forgotten_all: 'Erledigt. Ich habe alles vergessen, was ich über dich wusste.',
    not_remembered: 'Darüber habe ich mir nichts gemerkt.',
    secret:
      'Das sieht nach einem Passwort, Schlüssel oder einer Kartennummer aus; so etwas merke ich mir nicht. Ein Passwortmanager ist der sichere Ort dafür.',
    health: 'Details zur Gesundheit merke ich mir nur, wenn du mich darum bittest. Sag „merk dir“, wenn ich es soll.',
    notes_none: 'In deinen Notizen habe ich nichts zu {title} gefunden.',
    undone_gone: 'Erledigt: {title} ist wieder weg.',
    undone_back: 'Erledigt: {title} steht wieder auf deiner Liste.',
    undone_before: 'Erledigt: {title} ist wie vorher.',
    undone_memory: 'Erledigt, es ist wie vorher: „{title}“.',
    nothing_to_undo: 'Da ist nichts, was ich zurücknehmen könnte.',
  },
  fr: {
    task_added: '{title} est sur ta liste : {when}.',
    task_done: 'Bravo ! {title}, c’est fait.',
    task_moved: '{title} est déplacé : {when}.',
    task_cancelled: '{title} n’est plus sur ta liste.',
    task_renamed: '{title} s’appelle maintenant {other}.',
    task_done_already: '{title} est déjà fait.',
    task_cancelled_already: '{title} est annulé et ne peut pas être déplacé.',
    series_ended: 'La série de {title} est terminée, il n’y a rien à déplacer.',
    which_task: 'De laquelle parles-tu : {items} ?',
    nothing_to_tick: 'Bravo ! Je ne trouve pas de tâche comme {title} à cocher.',
    no_task: 'Je ne trouve pas de tâche comme {title}. De laquelle parles-tu ?',
    list_one: 'Une tâche, {when} : {items}.',
    list_many: '{count} tâches, {when} : {items}.',
    list_none: 'Rien sur ta liste : {when}.',
    list_all_done: 'Tout est fait, {when}. Bravo !',
    overdue: 'Encore ouvert des derniers jours : {items}. On peut déplacer ce qui compte encore.',
    overdue_none: 'Rien n’est en retard. Bravo !',
    goal_new: '{title} est ton nouvel objectif. Je le planifie, le plan arrive dans un instant.',
    goals_none: 'Tu n’as pas encore d’objectif actif. On en fixe un ?',
    goals: 'Tes objectifs : {items}.',
    goal_progress: '{title} : {done} tâches faites sur {total}.',
    goal_planning: 'Je planifie encore {title}. Ce ne sera pas long.',
    goal_empty: '{title} n’a pas de tâches.',
    goal_replanned: 'Je replanifie {title} à partir d’aujourd’hui. Ce qui est fait reste.',
    which_goal: 'De quel objectif parles-tu : {items} ?',
    remembered: 'Je retiens : « {title} ».',
    corrected: 'Merci, c’est corrigé : « {title} ».',
    known: 'Je le sais : « {title} ».',
    forgotten: 'Oublié : « {title} ».',
    forgotten_all: 'C’est fait. J’ai oublié tout ce que je savais de toi.',
    not_remembered: 'Je ne retiens rien à ce sujet.',
    secret:
      'Cela ressemble à un mot de passe, une clé ou un numéro de carte, et je ne les garde pas. Un gestionnaire de mots de passe est l’endroit sûr.',
    health: 'Je ne garde les détails de santé que si tu me le demandes. Dis « retiens que » si tu le veux.',
    notes_none: 'Je n’ai rien trouvé sur {title} dans tes notes.',
    undone_gone: 'C’est fait : {title} n’est plus là.',
    undone_back: 'C’est fait : {title} est de nouveau sur ta liste.',
    undone_before: 'C’est fait : {title} est comme avant.',
    undone_memory: 'C’est fait, comme avant : « {title} ».',
    nothing_to_undo: 'Il n’y a rien à annuler.',
  },
  es: {
    task_added: '{title} está en tu lista: {when}.',
    task_done: '¡Bien hecho! {title} está hecho.',
    task_moved: '{title} se ha movido: {when}.',
    task_cancelled: '{title} ya no está en tu lista.',
    task_renamed: '{title} se llama ahora {other}.',
    task_done_already: '{title} ya está hecho.',
    task_cancelled_already: '{title} está cancelado y no se puede mover.',
    series_ended: 'La serie de {title} ha terminado, no hay nada que mover.',
    which_task: '¿Cuál quieres decir: {items}?',
    nothing_to_tick: '¡Bien hecho! No encuentro una tarea como {title} para tachar.',
    no_task: 'No encuentro una tarea como {title}. ¿Cuál quieres decir?',
    list_one: 'Una tarea, {when}: {items}.',
    list_many: '{count} tareas, {when}: {items}.',
    list_none: 'No hay nada en tu lista: {when}.',
    list_all_done: 'Todo hecho, {when}. ¡Bien hecho!',
    overdue: 'Aún pendiente de los últimos días: {items}. Podemos mover lo que todavía importe.',
    overdue_none: 'No hay nada atrasado. ¡Bien hecho!',
    goal_new: '{title} es tu nuevo objetivo. Lo estoy planificando; el plan llega enseguida.',
    goals_none: 'Aún no tienes ningún objetivo activo. ¿Ponemos uno?',
    goals: 'Tus objetivos: {items}.',
    goal_progress: '{title}: {done} de {total} tareas hechas.',
    goal_planning: 'Todavía estoy planificando {title}. No tardará.',
    goal_empty: '{title} no tiene tareas.',
    goal_replanned: 'Estoy planificando {title} de nuevo desde hoy. Lo hecho se queda.',
    which_goal: '¿Qué objetivo quieres decir: {items}?',
    remembered: 'Lo recordaré: «{title}».',
    corrected: 'Gracias, lo he corregido: «{title}».',
    known: 'Lo sé: «{title}».',
    forgotten: 'Olvidado: «{title}».',
    forgotten_all: 'Hecho. He olvidado todo lo que sabía de ti.',
    not_remembered: 'No recuerdo nada sobre eso.',
    secret:
      'Eso parece una contraseña, una clave o un número de tarjeta, y no los guardo. Un gestor de contraseñas es el lugar seguro.',
    health: 'Solo guardo detalles de salud si me lo pides. Di «recuerda que» si quieres que lo haga.',
    notes_none: 'No he encontrado nada sobre {title} en tus notas.',
    undone_gone: 'Hecho: {title} ya no está.',
    undone_back: 'Hecho: {title} vuelve a estar en tu lista.',
    undone_before: 'Hecho: {title} está como antes.',
    undone_memory: 'Hecho, como antes: «{title}».',
    nothing_to_undo: 'No hay nada que pueda deshacer.',
  },
  pt: {
    task_added: '{title} está na tua lista: {when}.',
    task_done: 'Muito bem! {title} está feito.',
    task_moved: '{title} foi mudado: {when}.',
    task_cancelled: '{title} já não está na tua lista.',
    task_renamed: '{title} chama-se agora {other}.',
    task_done_already: '{title} já está feito.',
    task_cancelled_already: '{title} está cancelado e não se pode mudar.',
    series_ended: 'A série de {title} terminou, não há nada a mudar.',
    which_task: 'Qual delas: {items}?',
    nothing_to_tick: 'Muito bem! Não encontro uma tarefa como {title} para riscar.',
    no_task: 'Não encontro uma tarefa como {title}. Qual delas?',
    list_one: 'Uma tarefa, {when}: {items}.',
    list_many: '{count} tarefas, {when}: {items}.',
    list_none: 'Não há nada na tua lista: {when}.',
    list_all_done: 'Tudo feito, {when}. Muito bem!',
    overdue: 'Ainda em aberto dos últimos dias: {items}. Podemos mudar o que ainda importa.',
    overdue_none: 'Nada está atrasado. Muito bem!',
    goal_new: '{title} é o teu novo objetivo. Estou a planeá-lo; o plano chega já.',
    goals_none: 'Ainda não tens nenhum objetivo ativo. Definimos um?',
    goals: 'Os teus objetivos: {items}.',
    goal_progress: '{title}: {done} de {total} tarefas feitas.',
    goal_planning: 'Ainda estou a planear {title}. Não demora.',
    goal_empty: '{title} não tem tarefas.',
    goal_replanned: 'Estou a planear {title} de novo a partir de hoje. O que está feito fica.',
    which_goal: 'Que objetivo: {items}?',
    remembered: 'Vou lembrar-me: «{title}».',
    corrected: 'Obrigado, está corrigido: «{title}».',
    known: 'Eu sei: «{title}».',
    forgotten: 'Esquecido: «{title}».',
    forgotten_all: 'Feito. Esqueci tudo o que sabia sobre ti.',
    not_remembered: 'Não me lembro de nada sobre isso.',
    secret:
      'Isso parece uma palavra-passe, uma chave ou um número de cartão, e não os guardo. Um gestor de palavras-passe é o lugar seguro.',
    health: 'Só guardo detalhes de saúde se me pedires. Diz «lembra-te que» se quiseres.',
    notes_none: 'Não encontrei nada sobre {title} nas tuas notas.',
    undone_gone: 'Feito: {title} já não está.',
    undone_back: 'Feito: {title} está de novo na tua lista.',
    undone_before: 'Feito: {title} está como antes.',
    undone_memory: 'Feito, como antes: «{title}».',
    nothing_to_undo: 'Não há nada que eu possa desfazer.',
  },
  it: {
    task_added: '{title} è nella tua lista: {when}.',
    task_done: 'Ben fatto! {title} è fatto.',
    task_moved: '{title} è spostato: {when}.',
    task_cancelled: '{title} non è più nella tua lista.',
    task_renamed: '{title} ora si chiama {other}.',
    task_done_already: '{title} è già fatto.',
    task_cancelled_already: '{title} è annullato e non si può spostare.',
    series_ended: 'La serie di {title} è finita, non c’è niente da spostare.',
    which_task: 'Quale intendi: {items}?',
    nothing_to_tick: 'Ben fatto! Non trovo un’attività come {title} da spuntare.',
    no_task: 'Non trovo un’attività come {title}. Quale intendi?',
    list_one: 'Un’attività, {when}: {items}.',
    list_many: '{count} attività, {when}: {items}.',
    list_none: 'Non c’è nulla nella tua lista: {when}.',
    list_all_done: 'Tutto fatto, {when}. Ben fatto!',
    overdue: 'Ancora aperto dagli ultimi giorni: {items}. Possiamo spostare ciò che conta ancora.',
    overdue_none: 'Nulla è in ritardo. Ben fatto!',
    goal_new: '{title} è il tuo nuovo obiettivo. Lo sto pianificando; il piano arriva tra un attimo.',
    goals_none: 'Non hai ancora un obiettivo attivo. Ne fissiamo uno?',
    goals: 'I tuoi obiettivi: {items}.',
    goal_progress: '{title}: {done} attività fatte su {total}.',
    goal_planning: 'Sto ancora pianificando {title}. Non ci vorrà molto.',
    goal_empty: '{title} non ha attività.',
    goal_replanned: 'Sto pianificando di nuovo {title} da oggi. Ciò che è fatto resta.',
    which_goal: 'Quale obiettivo intendi: {items}?',
    remembered: 'Me lo ricorderò: «{title}».',
    corrected: 'Grazie, ho corretto: «{title}».',
    known: 'Lo so: «{title}».',
    forgotten: 'Dimenticato: «{title}».',
    forgotten_all: 'Fatto. Ho dimenticato tutto ciò che sapevo di te.',
    not_remembered: 'Non ricordo nulla a riguardo.',
    secret:
      'Sembra una password, una chiave o un numero di carta, e non li conservo. Un gestore di password è il posto sicuro.',
    health: 'Conservo dettagli sulla salute solo se me lo chiedi. Di’ «ricorda che» se vuoi.',
    notes_none: 'Non ho trovato nulla su {title} nelle tue note.',
    undone_gone: 'Fatto: {title} non c’è più.',
    undone_back: 'Fatto: {title} è di nuovo nella tua lista.',
    undone_before: 'Fatto: {title} è come prima.',
    undone_memory: 'Fatto, come prima: «{title}».',
    nothing_to_undo: 'Non c’è nulla da annullare.',
  },
  nl: {
    task_added: '{title} staat op je lijst: {when}.',
    task_done: 'Goed gedaan! {title} is klaar.',
    task_moved: '{title} is verplaatst: {when}.',
    task_cancelled: '{title} is van je lijst af.',
    task_renamed: '{title} heet nu {other}.',
    task_done_already: '{title} is al klaar.',
    task_cancelled_already: '{title} is geschrapt en kan niet worden verplaatst.',
    series_ended: 'De reeks van {title} is voorbij, er is niets te verplaatsen.',
    which_task: 'Welke bedoel je: {items}?',
    nothing_to_tick: 'Goed gedaan! Ik vind geen taak als {title} om af te vinken.',
    no_task: 'Ik vind geen taak als {title}. Welke bedoel je?',
    list_one: 'Eén taak, {when}: {items}.',
    list_many: '{count} taken, {when}: {items}.',
    list_none: 'Niets op je lijst: {when}.',
    list_all_done: 'Alles klaar, {when}. Goed gedaan!',
    overdue: 'Nog open van de afgelopen dagen: {items}. Wat nog telt, kunnen we verzetten.',
    overdue_none: 'Niets is te laat. Goed gedaan!',
    goal_new: '{title} is je nieuwe doel. Ik plan het nu; het plan is er zo.',
    goals_none: 'Je hebt nog geen actief doel. Zullen we er een stellen?',
    goals: 'Je doelen: {items}.',
    goal_progress: '{title}: {done} van {total} taken klaar.',
    goal_planning: 'Ik plan {title} nog. Het duurt niet lang.',
    goal_empty: '{title} heeft geen taken.',
    goal_replanned: 'Ik plan {title} opnieuw vanaf vandaag. Wat klaar is, blijft.',
    which_goal: 'Welk doel bedoel je: {items}?',
    remembered: 'Dat onthoud ik: “{title}”.',
    corrected: 'Dank je, ik heb het verbeterd: “{title}”.',
    known: 'Dat weet ik: “{title}”.',
    forgotten: 'Vergeten: “{title}”.',
    forgotten_all: 'Klaar. Ik ben alles vergeten wat ik over je wist.',
    not_remembered: 'Daarover heb ik niets onthouden.',
    secret:
      'Dat lijkt op een wachtwoord, een sleutel of een kaartnummer, en die bewaar ik niet. Een wachtwoordmanager is de veilige plek.',
    health: 'Details over gezondheid bewaar ik alleen als je het vraagt. Zeg “onthoud dat” als ik dat moet doen.',
    notes_none: 'Ik vond niets over {title} in je notities.',
    undone_gone: 'Klaar: {title} is weer weg.',
    undone_back: 'Klaar: {title} staat weer op je lijst.',
    undone_before: 'Klaar: {title} is zoals eerst.',
    undone_memory: 'Klaar, zoals eerst: “{title}”.',
    nothing_to_undo: 'Er is niets dat ik ongedaan kan maken.',
  },
};
