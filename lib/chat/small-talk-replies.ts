import type { Language } from '../language/languages.ts';
import type { Talk } from './small-talk-said.ts';

/** What is answered to small talk: one friendly line. */
export const REPLIES: Record<Language, Record<Talk, string>> = {
  en: {
    complaint:
      "I'm sorry that went wrong. Tell me in a few words how it should be, and I'll put it right; “undo” takes back my last change.",
    glad: "That's good to hear! Make the most of it, or simply enjoy it.",
    loss: "I'm so sorry for your loss. You needn't do anything right now. If it would help, I can move what's on your list to another day: say “move everything to tomorrow”.",
    proud: "That's wonderful, congratulations! Enjoy the moment.",
    outside:
      "I can't call, write to or order from anyone, nor read the news. But I can remind you: say “remind me to call mum at 6”.",
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
    weather: "I can't see the weather from here. If plans depend on it, tell me what to move, and I will.",
    joke: "Jokes are not my strength. But ticking something off feels almost as good: ask me what's on today.",
    settings: 'Time zone, language, minutes a day and rest days are in your settings; new plans keep to them.',
    everything:
      "I won't delete everything at once. Name what should go, say “cancel everything tomorrow”, or erase your account in the settings.",
  },
  de: {
    complaint:
      'Tut mir leid, da ist etwas schiefgegangen. Sag mir in ein paar Worten, wie es sein soll; mit „rückgängig“ nehme ich meine letzte Änderung zurück.',
    glad: 'Das freut mich! Nutz es, oder genieß es einfach.',
    loss: 'Das tut mir sehr leid, mein herzliches Beileid. Du musst gerade gar nichts. Wenn es dir hilft, frag mich, was ansteht, und wir verschieben, was warten kann.',
    proud: 'Wie schön, herzlichen Glückwunsch! Genieß den Moment.',
    outside:
      'Anrufen, schreiben, bestellen oder Nachrichten lesen kann ich nicht. Aber erinnern kann ich dich: „erinnere mich um 18 Uhr an den Anruf“.',
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
    weather: 'Das Wetter sehe ich von hier nicht. Wenn etwas davon abhängt, sag mir, was ich verschieben soll.',
    joke: 'Witze sind nicht meine Stärke. Aber etwas abzuhaken fühlt sich fast so gut an: Frag mich, was heute ansteht.',
    settings:
      'Zeitzone, Sprache, Minuten am Tag und Ruhetage stehen in deinen Einstellungen; neue Pläne halten sich daran.',
    everything:
      'Alles auf einmal lösche ich nicht. Sag mir, was weg soll, oder lösche dein Konto in den Einstellungen.',
  },
  fr: {
    complaint:
      "Désolé que ça se soit mal passé. Dis-moi en quelques mots ce qu'il faut, et je corrige ; « annule » défait mon dernier changement.",
    glad: 'Ça fait plaisir ! Profites-en, ou savoure simplement.',
    loss: "Je suis vraiment désolé, toutes mes condoléances. Tu n'as rien à faire maintenant. Si cela t'aide, demande-moi ce qui est prévu, et on déplace ce qui peut attendre.",
    proud: 'Quelle bonne nouvelle, bravo ! Profite bien du moment.',
    outside:
      "Je ne peux ni appeler, ni écrire, ni commander, ni lire les actualités. Mais je peux te le rappeler : « rappelle-moi d'appeler maman à 18 h ».",
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
    weather: "D'ici, je ne vois pas la météo. Si quelque chose en dépend, dis-moi quoi déplacer.",
    joke: "Les blagues ne sont pas mon fort. Mais cocher une tâche fait presque autant de bien : demande-moi ce qu'il y a aujourd'hui.",
    settings:
      'Le fuseau horaire, la langue, les minutes par jour et les jours de repos sont dans tes réglages ; les nouveaux plans les respectent.',
    everything: "Je n'efface pas tout d'un coup. Dis-moi ce qui doit partir, ou supprime ton compte dans les réglages.",
  },
  es: {
    complaint:
      'Siento que haya salido mal. Dime en pocas palabras cómo debe ser y lo corrijo; con «deshaz» quito mi último cambio.',
    glad: '¡Qué bien! Aprovéchalo, o simplemente disfrútalo.',
    loss: 'Lo siento muchísimo, te acompaño en el sentimiento. Ahora no tienes que hacer nada. Si te ayuda, pregúntame qué hay pendiente y movemos lo que pueda esperar.',
    proud: '¡Qué alegría, enhorabuena! Disfruta del momento.',
    outside:
      'No puedo llamar, escribir, pedir cosas ni leer las noticias. Pero sí recordártelo: «recuérdame llamar a mamá a las 18».',
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
    weather: 'Desde aquí no veo el tiempo. Si algo depende de él, dime qué muevo.',
    joke: 'Los chistes no son lo mío. Pero tachar algo sienta casi igual de bien: pregúntame qué hay hoy.',
    settings:
      'La zona horaria, el idioma, los minutos al día y los días de descanso están en tus ajustes; los planes nuevos los respetan.',
    everything: 'No borro todo de golpe. Dime qué debe irse, o elimina tu cuenta en los ajustes.',
  },
  pt: {
    complaint:
      'Desculpa, correu mal. Diz-me em poucas palavras como deve ser e eu corrijo; com «desfaz» anulo a minha última alteração.',
    glad: 'Que bom! Aproveita, ou simplesmente desfruta.',
    loss: 'Lamento imenso, os meus sentimentos. Agora não precisas de fazer nada. Se ajudar, pergunta-me o que há e mudamos o que pode esperar.',
    proud: 'Que bom, parabéns! Aproveita o momento.',
    outside:
      'Não posso ligar, escrever, encomendar nem ler as notícias. Mas posso lembrar-te: «lembra-me de ligar à mãe às 18h».',
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
    weather: 'Daqui não vejo o tempo. Se algo depender dele, diz-me o que devo mudar.',
    joke: 'Piadas não são o meu forte. Mas riscar uma tarefa sabe quase tão bem: pergunta-me o que há hoje.',
    settings:
      'O fuso horário, o idioma, os minutos por dia e os dias de descanso estão nas tuas definições; os novos planos respeitam-nos.',
    everything: 'Não apago tudo de uma vez. Diz-me o que deve sair, ou apaga a tua conta nas definições.',
  },
  it: {
    complaint:
      'Mi dispiace che sia andata male. Dimmi in poche parole come deve essere e lo correggo; con «annulla» tolgo la mia ultima modifica.',
    glad: 'Che bello! Approfittane, o semplicemente goditelo.',
    loss: "Mi dispiace davvero tanto, sentite condoglianze. Ora non devi fare niente. Se ti aiuta, chiedimi cosa c'è in programma e spostiamo ciò che può aspettare.",
    proud: 'Che bello, congratulazioni! Goditi il momento.',
    outside:
      'Non posso chiamare, scrivere, ordinare né leggere le notizie. Ma posso ricordartelo: «ricordami di chiamare la mamma alle 18».',
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
    weather: 'Da qui non vedo il tempo. Se qualcosa ne dipende, dimmi cosa spostare.',
    joke: "Le barzellette non sono il mio forte. Ma spuntare qualcosa fa quasi lo stesso effetto: chiedimi cosa c'è oggi.",
    settings:
      'Fuso orario, lingua, minuti al giorno e giorni di riposo sono nelle impostazioni; i nuovi piani li rispettano.',
    everything:
      'Non cancello tutto in una volta. Dimmi cosa deve sparire, o elimina il tuo account nelle impostazioni.',
  },
  nl: {
    complaint:
      'Sorry dat het misging. Zeg me in een paar woorden hoe het moet zijn, dan zet ik het recht; met “ongedaan maken” neem ik mijn laatste wijziging terug.',
    glad: 'Fijn om te horen! Maak er wat van, of geniet er gewoon van.',
    loss: 'Wat verdrietig, gecondoleerd met je verlies. Je hoeft nu even niets. Als het helpt, vraag me wat er op je lijst staat, dan verzetten we wat kan wachten.',
    proud: 'Wat fijn, gefeliciteerd! Geniet ervan.',
    outside:
      'Bellen, schrijven, bestellen of het nieuws lezen kan ik niet. Wel kan ik je eraan herinneren: “herinner me om 18:00 aan het bellen”.',
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
    weather: 'Het weer zie ik van hieruit niet. Hangt er iets van af, zeg me dan wat ik moet verzetten.',
    joke: 'Grappen zijn niet mijn sterkste kant. Maar iets afvinken voelt bijna net zo goed: vraag me wat er vandaag is.',
    settings:
      'Tijdzone, taal, minuten per dag en rustdagen staan in je instellingen; nieuwe plannen houden zich eraan.',
    everything: 'Ik verwijder niet alles tegelijk. Zeg wat weg moet, of verwijder je account in de instellingen.',
  },
};
