import type { Phrases } from './phrase.ts';

const list = "(?:ma |la |mon |l')?(?:liste(?: de (?:courses|tâches))?|agenda|calendrier|tâches)";

export const fr: Phrases = {
  before:
    "(?:s'il te plaît|stp|svp|salut|bonjour|hey|ok|et|alors|bon|peux-tu|tu peux|est-ce que tu peux|pourrais-tu|tu pourrais|je veux que tu|j'aimerais que tu)",
  after: "(?:s'il te plaît|s'il vous plaît|stp|svp|merci|pour moi)",
  and: "(?:,? (?:et|puis|et puis|et aussi)|[.;!?,]) (?=(?:rappelle|ajoute|mets|déplace|annule|supprime|retiens|qu'est|montre|souviens|comment)\\S*)",
  phrases: [
    [
      'undo_last',
      [
        'annule(?:r)?(?: ça| cela| la dernière action)?',
        'défais(?: ça| cela)?',
        'reviens en arrière',
        'remets comme avant',
      ],
    ],
    [
      'list_overdue',
      [
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
    [
      'create_task',
      [
        "rappelle[- ]moi {when} (?:d'|de )(?!$){title}",
        "rappelle[- ]moi (?:d'|de |que je dois )(?!$){line}",
        `(?:ajoute|mets|note|écris) (?:du |de la |de l'|des |le |la |les |un |une )?{line} (?:à|sur|dans) (?<words>${list})`,
        '(?:ajoute|note)(?: une tâche)?:? (?:du |de la |des |un |une )?{line}',
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
      'cancel_task',
      [
        `(?:annule|supprime|enlève|retire|efface)(?:r)? (?:le |la |les |l'|mon |ma |mes )?{task} (?:de|sur) ${list}`,
        "(?:annule|supprime|enlève|retire|efface)(?:r)? (?:le |la |les |l'|mon |ma |mes )?{task}",
        "je n'ai plus besoin (?:de |d'){task}",
      ],
    ],
    [
      'complete_task',
      [
        "j'ai (?:fini|terminé|fait)(?: de)? (?:le |la |les |l'|mon |ma |mes )?{task}",
        "j'ai (?:acheté|payé|appelé|nettoyé|envoyé|réservé|écrit) (?:du |de la |le |la |les |l'|mon |ma |mes )?{task}",
        "(?:le |la |les |l')?{task},? c'est (?:fait|bon|réglé)",
        "(?:le |la |les |l')?{task} (?:est|sont) (?:fait|faite|faits|faites|fini|finie|terminé|terminée)s?",
        'marque (?:le |la |les )?{task} comme (?:fait|faite|terminé|terminée)',
      ],
    ],
    [
      'reschedule_task',
      [
        "(?:déplace|décale|reporte|mets|change) (?:le |la |les |l'|mon |ma |mes )?{task} (?:à|au|pour|vers) {when}",
        "(?:déplace|décale|reporte) (?:le |la |les |l'|mon |ma |mes )?{task}",
      ],
    ],
    [
      'list_tasks',
      [
        "qu'est-ce (?:que j'ai|qu'il y a|qui est prévu|qu'on a)(?: à faire| de prévu| prévu)?(?: (?:pour )?{when})?",
        "(?:que|quoi) (?:ai-je|dois-je faire|j'ai)(?: (?:pour )?{when})?",
        "j'ai quoi(?: (?:pour )?{when})?",
        "(?:(?:à quoi ressemble|comment se présente|c'est quoi) )?(?:ma |la |mon |le )(?<when>semaine|journée|week-end)",
        '(?:que|quoi) (?:dois-je )?faire (?:maintenant|ensuite)',
        "(?:montre(?:-moi)?|donne(?:-moi)?|liste) (?:mes tâches|ma liste|mon agenda|ma journée)(?: (?:de|pour|d')? ?{when})?",
        "(?:mes tâches|mon agenda|ma liste)(?: (?:de|pour|d')? ?{when})?",
        'suis-je (?:libre|occupée?) {when}',
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
  ],
};
