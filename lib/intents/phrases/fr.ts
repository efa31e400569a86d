import type { Phrases } from './phrase.ts';

const list = "(?:ma |la |mon |l')?(?:liste(?: de (?:courses|tâches))?|agenda|calendrier|tâches)";

export const fr: Phrases = {
  before:
    "(?:s'il te plaît|stp|svp|salut|bonjour|hey|ok|et|alors|bon|peux-tu|tu peux|est-ce que tu peux|pourrais-tu|tu pourrais|je veux que tu|j'aimerais que tu)",
  after:
    "(?:si (?:tu (?:peux|veux)|(?:c'est )?possible|ça (?:te )?va|ça ne te dérange pas)|s'il te plaît|s'il vous plaît|stp|svp|merci|pour moi)",
  joins: 'et|puis|et puis|et aussi',
  requests:
    "rappelle|ajoute|rajoute|mets|déplace|décale|annule|supprime|enlève|retiens|qu'est|montre|souviens|comment|combien|quand|où|peux-tu|tu peux",
  reasons: "(?:parce que?|car|comme|il|elle|c'est|ça|je|j'|on|nous|ils|elles)",
  conditions:
    "(?:(?<!(?:sais pas|sûre?|savoir) )si(?! tu peux| tu veux| possible| c'est possible)|s'ils?(?! (?:te|vous) pla)|(?<![^,;] )(?:dès que|une fois que|quand)|au cas où|à moins)",
  phrases: [
    [
      'goal_end',
      [
        "(?:quand|à quelle date) (?:est-ce que )?(?:finit|se termine|finira|se terminera) (?:mon |le |ce )?(?:plan|objectif)(?: (?:de |d')?{goal})?",
        "(?:quand|à quelle date) (?:est-ce que )?(?:mon |le |ce )?(?:plan|objectif)(?: (?:de |d'){goal})? (?:finit|se termine|sera fini)(?:-t-il)?",
        'combien de temps (?:ça|cela|dure|va durer|prend)(?: (?:prend|dure|va prendre|va durer|(?:mon |le )?(?:plan|objectif)))*',
      ],
    ],
    [
      'delete_goal',
      ["(?:supprime|efface|annule|enlève|abandonne) (?:mon |l'|le |cet )?objectif(?: (?:de |d')?{goal})?"],
    ],
    [
      'when_is',
      [
        "(?:à quelle heure|quand|quel jour) (?:est-ce que )?(?:est|ai-je|j'ai|c'est|commence)(?: (?:mon |ma |mes |le |la |les |l'|un |une )?{task})",
      ],
    ],
    [
      'move_all',
      [
        '(?:déplace|reporte) (?:toutes )?(?:les |mes )?tâches (?<from>en retard) à {when}',
        "(?:déplace|décale|reporte) tout(?: ce qu'il y a)?(?: d[eu'])?(?: ?{from})? (?:à|au|pour) {when}(?:,? sauf (?:le |la |les )?{except})?",
      ],
    ],
    [
      'cancel_all',
      ["(?:annule|supprime|efface) tout(?: (?:de|d'|pour|pour le))? ?{from}(?:,? sauf (?:le |la |les )?{except})?"],
    ],
    [
      'undo_last',
      [
        '(?:finalement|en fait),? non',
        'non,? pas (?:celui-là|celle-là|ça)',
        'annule(?:r)?(?: ça| cela| la dernière action)?',
        'défais(?: ça| cela)?',
        'reviens en arrière',
        'remets comme avant',
      ],
    ],
    [
      'list_done',
      [
        "(?:qu'est-ce que j'ai|j'ai|qu'ai-je)(?: déjà)? (?:fait|fini|terminé|accompli|réussi à faire)(?: (?:quoi|de fait))?(?: {when})?",
        "qu'est-ce qui (?:est|a été) (?:fait|fini|terminé)(?: {when})?",
      ],
    ],
    [
      'list_about',
      [
        "qu'est-ce que j'ai(?: de prévu)? avec {query}",
        "(?:est-ce que j'ai|ai-je|j'ai|y a-t-il|il y a) (?:quelque chose|un truc|un rendez-vous|des rendez-vous)(?: de prévu)? (?:avec|chez) {query}",
        'quand (?:est-ce que je vois|vois-je|je vois) {query}',
      ],
    ],
    [
      'list_overdue',
      [
        "(?:est-ce que )?j'ai (?:oublié|raté) quelque chose",
        "(?:qu'est-ce|est-ce|y a-t-il|suis-je|j'ai|montre)(?: (?:qui|que|que j'ai|j'ai|je suis|est|sont|il y a|quelque|chose|des|de|mes|les|tâches?|choses|encore|déjà|moi|qu'il))* (?:en retard|raté|manqué|pas fait)(?: dans mes tâches| sur ma liste)?",
        "(?:qu'est-ce qui est|qu'est-ce que j'ai|montre(?:-moi)?)(?: mes tâches)? (?:en retard|raté|manqué)",
        'en retard',
      ],
    ],
    [
      'list_goals',
      [
        '(?:quels sont|montre(?:-moi)?|liste)? ?mes objectifs(?: actuels)?',
        "quels objectifs (?:ai-je|j'ai)",
        'objectifs',
      ],
    ],
    [
      'get_goal_progress',
      [
        "(?:combien (?:me reste-t-il|il me reste|il reste|reste-t-il)|il me reste combien|je suis (?:à combien|loin))(?: (?:pour|avant|jusqu'à|de)) (?:mon |ma |l'|atteindre mon |atteindre ma ){goal}",
        "(?:comment|où) (?:j'avance|ça avance|j'en suis|en suis-je|je m'en sors)(?: (?:avec|sur|dans|pour) (?:mon |ma |mes |le |la |l')?{goal})?",
        'comment (?:va|avance|se passe) (?:mon |ma |mes ){goal}',
        '(?:mes progrès|ma progression)(?: (?:en|sur|avec|pour) {goal})?',
      ],
    ],
    [
      'replan_goal',
      [
        '(?:replanifie|refais le plan (?:de|pour)) (?:mon |ma |le |la )?{goal}',
        'rends (?:mon |ma |le |la )?{goal} plus (?<instructions>facile|léger|court|simple|dur|long)',
      ],
    ],
    [
      'search_notes',
      [
        '(?:cherche|regarde|trouve)(?: dans)? {query} dans mes notes',
        'cherche dans mes notes {query}',
        "qu'est-ce que j'ai (?:écrit|noté) sur {query}",
      ],
    ],
    [
      'recall',
      [
        "(?:que|qu'est-ce que tu|que) (?:sais-tu|sais|te rappelles-tu|retiens-tu)(?: (?:sur|de) moi)?",
        "(?:comment s'appelle|quel est|quelle est) (?:mon |ma |mes ){query}",
        '(?:à quoi|qui|quand|où|de quoi) (?:est(?:-ce que)? |sont )?(?:mon |ma |mes ){query}',
      ],
    ],
    [
      'forget',
      [
        'oublie (?<fact>tout)(?: (?:sur moi|ce que tu sais(?: sur moi)?))?',
        "oublie (?:que |ce que j'ai dit sur |qu')(?!ça$|cela$){fact}",
      ],
    ],
    ['put_it', [`(?:mets|ajoute|note|rajoute)(?:[- ](?:le|la|les)| ça| cela)(?: (?:à|sur|dans) ${list})?`]],
    [
      'create_task',
      [
        "ne me laisse pas oublier (?:de |d'|le |la |les )?{line}",
        "rappelle[- ]moi {when} (?:d'|de )(?!$){title}",
        "rappelle[- ]moi (?:d'|de |que je dois )(?!$){line}",
        `(?:ajoute|rajoute|mets|note|écris|inscris) (?:du |de la |de l'|des |le |la |les |un |une )?{line} (?:à|sur|dans) (?<words>${list})`,
        '(?:ajoute|rajoute|note)(?: une tâche)?:? (?:du |de la |des |un |une )?{line}',
        '(?:nouvelle tâche|tâche|rendez-vous):? {line}',
      ],
    ],
    [
      'missed',
      [
        "je n'ai pas (?:fait|pu faire|réussi) (?:le |la |les |mon |ma )?{task}",
        "j'ai (?:raté|sauté|oublié) (?:le |la |les |mon |ma )?{task}",
      ],
    ],
    ['rename_task', ['renomme (?:le |la |les )?{task} (?:en|par) {title}']],
    [
      'is_off',
      [
        "(?:le |la |les |l'|mon |ma )?{task} a annulé",
        "(?:le |la |les |l'|mon |ma )?{task} (?:est|a été|sont) annulée?s?",
      ],
    ],
    [
      'is_moved',
      ["(?:le |la |les |l'|mon |ma )?{task} (?:est|a été) (?:déplacée?|reportée?|décalée?) (?:à|au|pour) {when}"],
    ],
    [
      'cancel_task',
      [
        "(?:ne me rappelle plus|arrête de me rappeler)(?: (?:de|d'|le|la|les|mes|mon|ma))* ?{words}",
        `(?:annule|supprime|enlève|retire|efface)(?:r)? (?:le |la |les |l'|mon |ma |mes )?{task} (?:de|sur) ${list}`,
        "(?:annule|supprime|enlève|retire|efface)(?:r)? (?:le |la |les |l'|mon |ma |mes )?{task}",
        "je n'ai plus besoin (?:de |d'){task}",
      ],
    ],
    [
      'complete_task',
      [
        "j'ai (?:déjà )?(?:fini|terminé|fait)(?: de)? (?:le |la |les |l'|mon |ma |mes )?{task}",
        "j'ai (?:déjà )?(?:acheté|payé|appelé|nettoyé|envoyé|réservé|écrit) (?:du |de la |le |la |les |l'|mon |ma |mes )?{task}",
        "(?:le |la |les |l')?{task},? c'est (?:fait|bon|réglé)",
        "c'est (?:fait|bon|réglé) pour (?:le |la |les |l')?{task}",
        "(?:le |la |les |l')?{task} (?:est|sont) (?:faite?|finie?|terminée?|prête?|rangée?|payée?|lavée?)s?(?: aussi)?",
        'marque (?:le |la |les )?{task} comme (?:fait|faite|terminé|terminée)',
      ],
    ],
    ['move_earlier', ["avance {task} (?:de |d'){when}", "(?:décale|déplace) {task} (?:de |d'){when} plus tôt"]],
    ['move_later', ["(?:décale|repousse|retarde|reporte|déplace) {task} (?:de |d'){when}(?: plus tard)?"]],
    [
      'reschedule_task',
      [
        "(?:déplace|décale|reporte|change) (?:le |la |les |l'|mon |ma |mes )?{task} (?:à|au|pour|vers) {when}",
        "mets (?:le |la |les |l'|mon |ma |mes |un |une )?{title} (?:à|au|pour|vers) {when}",
        '(?<words>(?:déplace|décale|reporte|mets|change)-l[ae]) (?:à|au|pour|vers) {when}',
        "(?:déplace|décale|reporte) (?:le |la |les |l'|mon |ma |mes )?{task}",
      ],
    ],
    [
      'is_free',
      [
        '(?:est-ce que )?(?:suis-je|je suis|serai-je|je serai) (?:libre|disponible|dispo|occupée?) {when}',
        "(?:est-ce que j'ai|ai-je|j'ai) (?:encore )?(?:du |le |un peu de )?temps(?: libre)? {when}",
      ],
    ],
    [
      'list_tasks',
      [
        "(?:il me reste |j'ai )?combien (?:de |d')(?:tâches|choses|rendez-vous)(?: (?:ai-je|j'ai|est-ce que j'ai|me reste-t-il|il me reste|reste-t-il|y a-t-il|il y a))?(?: (?:à faire|encore|prévue?s?|sur ma liste))*(?: (?:pour )?{when})?",
        "qu'est-ce qui peut attendre(?: {when})?",
        "(?:est-ce que j'ai|ai-je|j'ai|est-ce qu'il y a|y a-t-il|il y a) (?:quelque chose|un truc|encore quelque chose)(?: (?:à faire|de prévu|au programme))?(?: (?:pour )?{when})?",
        "(?:qu'est-ce que j'avais|qu'est-ce qu'il y avait|j'avais quoi|qu'est-ce qui était prévu|qu'est-ce qu'il me reste|que me reste-t-il|il me reste quoi)(?: (?:à faire|de prévu|prévu))?(?: (?:pour |de )?{when})?",
        "j'ai quoi de prévu(?: (?:pour )?{when})?",
        "(?:c'est quoi|quel est|montre(?:-moi)?|donne(?:-moi)?) (?:mon |le )?(?:programme|planning|emploi du temps)(?: (?:de|pour)(?: la| ma)?| d'| de l')? ?{when}",
        "combien de temps (?:j'ai|ai-je)(?: de libre)? {when}",
        'quand (?:suis-je|je suis) libre {when}',
        'quelle est (?:la|ma) (?:première|prochaine) (?:étape|tâche)',
        "qu'est-ce (?:que j'ai|qu'il y a|qui est prévu|qu'on a)(?: à faire| de prévu| prévu)?(?: (?:pour )?{when})?",
        "(?:que|quoi) (?:ai-je|dois-je faire|j'ai)(?: (?:pour )?{when})?",
        "j'ai quoi(?: (?:pour )?{when})?",
        "(?:(?:à quoi ressemble|comment se présente|c'est quoi) )?(?:ma |la |mon |le )(?<when>semaine|journée|week-end)",
        '(?:que|quoi) (?:dois-je )?faire (?:maintenant|ensuite)',
        "(?:montre(?:-moi)?|donne(?:-moi)?|liste) (?:mes tâches|ma liste|mon agenda|ma journée)(?: (?:de|pour|d')? ?{when})?",
        "(?:mes tâches|mon agenda|ma liste)(?: (?:de|pour|d')? ?{when})?",
      ],
    ],
    ['remember', ["(?:souviens-toi|retiens|rappelle-toi|n'oublie pas|note)(?: bien)? (?:que |qu')(?!$){fact}"]],
    ['create_goal', ["(?:mon (?:nouvel )?objectif(?: est(?: de| d')?)?|nouvel objectif|crée un objectif):? ?{goal}"]],
    ['want_goal', ["(?:je (?:veux|voudrais|souhaite)|j'aimerais|aide-moi à|j'ai envie de) {goal}"]],
    [
      'need_task',
      [
        "(?:je dois|(?:il )?faut que (?:je |j')|j'ai besoin de |il me faut ) ?{line}",
        "{when},? (?:je dois|(?:il )?faut que (?:je |j')) ?{line}",
        'réveille[- ]moi {when}',
      ],
    ],
    ['listed', ['{line} (?:à|sur) (?:ma |la )liste(?: de courses)?']],
    [
      'have_task',
      [
        "{when},? (?:j'ai|on a|nous avons) (?:un |une |des |mon |ma )?{line}",
        "(?:j'ai|on a|nous avons|il y a) (?:aussi )?(?:un |une |des |mon |ma )?{line}",
      ],
    ],
  ],
};
