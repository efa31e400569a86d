import type { Phrases } from './phrase.ts';

const list = '(?:mi |la )?(?:lista(?: de (?:la )?(?:compras?|tareas))?|agenda|calendario|tareas)';

export const es: Phrases = {
  before: '(?:por favor|porfa|hola|buenas|oye|ok|vale|y|entonces|bueno|puedes|podrías|quiero que|me puedes|¿puedes)',
  after: '(?:si (?:puedes|quieres|es posible|se puede|no te importa|te (?:va|parece) bien)|por favor|porfa|gracias)',
  joins: 'y|luego|y luego|y también',
  requests:
    'recuérdame|recuerdame|añade|agrega|pon|mueve|cancela|borra|quita|recuerda|qué|que|muestra|cómo|cuánto|cuándo|dónde|puedes',
  reasons: '(?:porque|ya que|él|ella|es que|estoy|no pued[oe]|me|se|yo)',
  conditions:
    '(?:(?<!(?:sé|segur[oa]|saber) )si(?! puedes| quieres| es posible| se puede)|(?<![^,;] )(?:en cuanto|cuando)|en caso|a menos|a no ser)',
  phrases: [
    [
      'goal_end',
      [
        'cu[aá]ndo (?:termina|acaba|terminará|acabará) (?:mi |el |este )?(?:plan|objetivo|meta)(?: (?:de )?{goal})?',
        'cu[aá]nto (?:tiempo )?(?:dura|durará|tarda|tardaré|lleva)(?: (?:mi |el |este )?(?:plan|objetivo))?',
      ],
    ],
    ['delete_goal', ['(?:borra|elimina|cancela|quita|abandona) (?:mi |el |este )?objetivo(?: (?:de )?{goal})?']],
    [
      'when_is',
      ['(?:a qu[eé] hora|cu[aá]ndo|qu[eé] día) (?:es|tengo|empieza|son) (?:mi |el |la |los |las |un |una )?{task}'],
    ],
    [
      'move_all',
      [
        '(?:mueve|pasa|aplaza) (?:todas )?(?:las |mis )?tareas (?<from>atrasadas) (?:a|para) {when}',
        '(?:mueve|pasa|aplaza) todo(?: lo)?(?: de)?(?: {from})? (?:al?|para)(?: el)? {when}(?:,? (?:menos|excepto|salvo) (?:el |la )?{except})?',
      ],
    ],
    [
      'cancel_all',
      ['(?:cancela|borra|elimina) todo(?: lo)?(?: de)? {from}(?:,? (?:menos|excepto|salvo) (?:el |la )?{except})?'],
    ],
    [
      'undo_last',
      ['(?:mejor|al final),? no', 'no,? (?:ese|esa|eso) no', 'deshaz(?:lo| eso| esto)?', 'deshacer', 'vuelve atrás'],
    ],
    ['list_done', ['(?:qué|que) (?:hice|he hecho|terminé|completé|logré|he terminado|logré hacer)(?: {when})?']],
    [
      'list_about',
      [
        '(?:qué|que) tengo(?: previsto)? con {query}',
        '(?:tengo|hay) (?:algo|alguna cita|algún plan|alguna reunión)(?: (?:previsto|pendiente))? con {query}',
        'cu[aá]ndo veo a {query}',
      ],
    ],
    [
      'list_overdue',
      [
        '(?:se me (?:ha pasado|pasó)|(?:me )?(?:olvidé|he olvidado)) algo',
        '(?:qué|que|hay|tengo|estoy|voy)(?: (?:algo|alguna?|cosas?|tareas?|está|están|tengo|hay|me|queda|quedan|de|mis|las|todavía|aún|ya|con))* (?:atrasad[oa]s?|vencid[oa]s?|retrasad[oa]s?|sin hacer)',
        '(?:qué|que) (?:está atrasado|tengo atrasado|me perdí|se me pasó|tengo pendiente de antes)',
        'atrasad[oa]s?(?: tareas)?',
      ],
    ],
    [
      'list_goals',
      [
        '(?:cuáles son|muestra(?:me)?|muéstrame|dime|lista)? ?mis (?:objetivos|metas)',
        '(?:qué|que) (?:objetivos|metas) tengo',
        'objetivos|metas',
      ],
    ],
    [
      'get_goal_progress',
      [
        'cu[aá]nto (?:me )?falta para (?:mi |el |la |llegar a mi |alcanzar mi ){goal}',
        '(?:cómo|como) (?:voy|me va|va todo)(?: (?:con|en) (?:mi |el |la )?{goal})?',
        '(?:cómo|como) va (?:mi |el |la )(?!semana$|día$){goal}',
        'mi progreso(?: (?:con|en) {goal})?',
      ],
    ],
    [
      'replan_goal',
      [
        '(?:replanifica|planifica otra vez|vuelve a planificar) (?:mi |el |la )?{goal}',
        'haz (?:mi |el |la )?{goal} más (?<instructions>fácil|ligero|corto|difícil|largo)',
      ],
    ],
    [
      'search_notes',
      ['busca {query} en mis notas', 'busca en mis notas {query}', '(?:qué|que) (?:escribí|anoté) sobre {query}'],
    ],
    [
      'recall',
      [
        '(?:qué|que) (?:sabes|recuerdas)(?: (?:de|sobre) mí?)?',
        '(?:cómo|como) se llama mi {query}',
        '(?:cuál|cual|quién|quien|cuándo|dónde) es mi {query}',
      ],
    ],
    [
      'forget',
      [
        'olvida (?<fact>todo)(?: (?:sobre m[ií]|lo que sabes(?: de mí)?))?',
        'olvida (?:que |lo que dije (?:de|sobre) )(?!eso$|lo$){fact}',
      ],
    ],
    ['put_it', [`(?:pon|añáde|apúnta|agréga|anóta)l[oa]s?(?: (?:a|en) ${list})?`]],
    [
      'create_task',
      [
        '(?:no (?:me )?dejes que (?:se me )?olvide|que no se me olvide) {line}',
        '(?:recuérdame|recuerdame|acuérdame) {when} (?:que (?:tengo que |debo )|de )?(?<title>\\p{L}+[aei]r\\b.*)',
        '(?:recuérdame|recuerdame|acuérdame)(?: que (?:tengo que|debo)| de)? {line}',
        `(?:añade|agrega|pon|apunta|anota|mete) {line} (?:a|en) (?<words>${list})`,
        '(?:añade|agrega|apunta|anota)(?: una tarea)?:? {line}',
        '(?:nueva tarea|tarea|cita):? {line}',
      ],
    ],
    ['missed', ['no (?:hice|pude hacer|he hecho) (?:el |la |mi )?{task}', 'me salté (?:el |la )?{task}']],
    ['rename_task', ['(?:renombra|cambia el nombre de) (?:el |la )?{task} (?:a|como|por) {title}']],
    [
      'is_off',
      [
        '(?:el |la |mi )?{task} (?:ha cancelado|canceló|ya no viene)',
        '(?:el |la |mi )?{task} (?:está cancelad[oa]|se cancel[oó]|se ha cancelado|ha sido cancelad[oa])',
      ],
    ],
    [
      'is_moved',
      [
        '(?:el |la |mi )?{task} (?:se (?:movió|pasó|cambió|ha movido|ha cambiado|aplazó)|pasa|ha sido cambiad[oa]) (?:al?|para) (?:el )?{when}',
      ],
    ],
    [
      'cancel_task',
      [
        '(?:no me recuerdes (?:más )?|deja de recordarme |ya no me recuerdes )(?:el |la |los |las |lo de )?{words}',
        `(?:cancela|borra|elimina|quita|tacha) (?:el |la |los |las |mi )?{task} (?:de|del) ${list}`,
        '(?:cancela|borra|elimina|quita)(?:r)? (?:el |la |los |las |mi )?{task}',
        'ya no (?:necesito|tengo que|hace falta) {task}',
      ],
    ],
    [
      'complete_task',
      [
        '(?:ya )?(?:terminé|acabé|hice|he (?:terminado|acabado|hecho))(?: con| de)? (?:el |la |los |las |mi )?{task}',
        '(?:ya )?(?:compré|pagué|llamé al?|limpié|envié|reservé) (?:el |la |los |las |mi )?{task}',
        '(?:el |la )?{task} (?:ya )?(?:está|están) (?:hech[oa]|list[oa]|terminad[oa]|acabad[oa]|lavad[oa]|pagad[oa])s?',
        'ya (?:está|están) (?:hech[oa]s? |list[oa]s? )?(?:el |la |los |las ){task}',
        'marca (?:el |la )?{task} como (?:hecho|hecha|terminado|completado)a?',
      ],
    ],
    ['move_earlier', ['adelanta {task} en {when}', 'adelanta {task} (?<when>\\S+ \\S+)']],
    [
      'move_later',
      [
        '(?:retrasa|pospón|pospon|aplaza|atrasa) {task} en {when}',
        '(?:retrasa|pospón|pospon|aplaza|atrasa) {task} (?<when>\\S+ \\S+)',
        '(?:mueve|corre) {task} {when} (?:más tarde|después)',
      ],
    ],
    [
      'reschedule_task',
      [
        '(?:mueve|cambia|pasa|aplaza|pospón|pospon) (?:el |la |los |las |mi )?{task} (?:a|al|para|hasta) {when}',
        '(?<words>(?:pása|muéve|cámbia|pón|apláza)l[oa]) (?:al?|para|hasta)(?: el| la)? {when}',
        '(?:mueve|aplaza|pospón|pospon) (?:el |la |mi )?{task}',
      ],
    ],
    [
      'is_free',
      [
        '(?:estoy|estaré|voy a estar) (?:libre|disponible|ocupad[oa])(?: el)? {when}',
        'tengo (?:algo de |un poco de |un )?(?:tiempo|hueco|rato)(?: libre)?(?: el)? {when}',
      ],
    ],
    [
      'list_tasks',
      [
        'cu[aá]nt[oa]s (?:tareas|cosas|citas|pendientes)(?: (?:tengo|me quedan|quedan|hay))?(?: (?:pendientes|por hacer|que hacer|todavía|aún|en (?:la|mi) lista))*(?: (?:para )?{when})?',
        '(?:qué|que) puede esperar(?: {when})?',
        '(?:tengo|hay|me queda) algo(?: (?:que hacer|pendiente|previsto|planeado|por hacer))?(?: (?:para )?{when})?',
        '(?:qué|que) (?:tenía|había|me quedó|quedó|queda|me falta)(?: (?:que hacer|pendiente|previsto|por hacer))?(?: (?:para |de )?{when})?',
        '(?:qué|que) (?:tengo|me queda|hay) (?:pendiente|por hacer)(?: (?:para )?{when})?',
        'cu[aá]nto tiempo tengo(?: libre)? {when}',
        'cu[aá]ndo estoy libre(?: el)? {when}',
        'cu[aá]l es (?:el|mi) (?:primer|próximo|siguiente) (?:paso|tarea)',
        '(?:qué|que) (?:tengo|hay|toca|me toca|tengo que hacer|tengo pendiente)(?: (?:que hacer|previsto|planeado))?(?: (?:para )?{when})?',
        '(?:muestra|muéstrame|dime|enséñame) (?:mis tareas|mi lista|mi agenda|mi día)(?: (?:de|para) {when})?',
        '(?:mis tareas|mi agenda|mi lista)(?: (?:de|para) {when})?',
        '(?:cómo|como) (?:va|está|viene|se presenta) (?:mi |la |el )(?<when>semana|día)',
        '(?:qué|que) (?:hago|debo hacer) (?:ahora|primero)',
      ],
    ],
    ['remember', ['(?:recuerda|no olvides|ten en cuenta|apunta|acuérdate de) que {fact}']],
    [
      'create_goal',
      ['(?:mi (?:nuevo )?(?:objetivo|meta)(?: es)?|nuev[oa] (?:objetivo|meta)|crea un objetivo):? {goal}'],
    ],
    ['want_goal', ['(?:quiero|quisiera|me gustaría|ayúdame a|planeo) {goal}']],
    [
      'need_task',
      [
        '(?:tengo que|debo|necesito|hay que) {line}',
        '{when},? (?:tengo que|debo|hay que) {line}',
        'despiértame {when}',
      ],
    ],
    ['listed', ['{line} (?:a|en) (?:mi |la )lista(?: de (?:la )?compras?)?']],
    [
      'have_task',
      ['{when},? (?:tengo|tenemos|hay) (?:un |una )?{line}', '(?:tengo|tenemos|hay) (?:también )?(?:un |una )?{line}'],
    ],
  ],
};
