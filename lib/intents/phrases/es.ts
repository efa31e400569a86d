import type { Phrases } from './phrase.ts';

const list = '(?:mi |la )?(?:lista(?: de (?:la )?(?:compras?|tareas))?|agenda|calendario|tareas)';

export const es: Phrases = {
  before: '(?:por favor|porfa|hola|buenas|oye|ok|vale|y|entonces|bueno|puedes|podrías|quiero que|me puedes|¿puedes)',
  after: '(?:por favor|porfa|gracias)',
  and: '(?:,? (?:y|luego|y luego|y también)|[.;!?,]) (?=(?:recuérdame|recuerdame|añade|agrega|pon|mueve|cancela|borra|recuerda|qué|que|muestra|cómo)\\b)',
  phrases: [
    ['undo_last', ['deshaz(?:lo| eso| esto)?', 'deshacer', 'vuelve atrás']],
    [
      'list_overdue',
      [
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
    [
      'create_task',
      [
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
      'cancel_task',
      [
        `(?:cancela|borra|elimina|quita|tacha) (?:el |la |los |las |mi )?{task} (?:de|del) ${list}`,
        '(?:cancela|borra|elimina|quita)(?:r)? (?:el |la |los |las |mi )?{task}',
        'ya no (?:necesito|tengo que|hace falta) {task}',
      ],
    ],
    [
      'complete_task',
      [
        '(?:ya )?(?:terminé|acabé|hice|he (?:terminado|acabado|hecho))(?: con| de)? (?:el |la |los |las |mi )?{task}',
        '(?:ya )?(?:compré|pagué|llamé a|limpié|envié|reservé) (?:el |la |los |las |mi )?{task}',
        '(?:el |la )?{task} (?:está|ya está) (?:hecho|hecha|listo|lista|terminado|terminada)',
        'marca (?:el |la )?{task} como (?:hecho|hecha|terminado|completado)a?',
      ],
    ],
    [
      'reschedule_task',
      [
        '(?:mueve|cambia|pasa|aplaza|pospón|pospon) (?:el |la |los |las |mi )?{task} (?:a|al|para|hasta) {when}',
        '(?:mueve|aplaza|pospón|pospon) (?:el |la |mi )?{task}',
      ],
    ],
    [
      'list_tasks',
      [
        '(?:qué|que) (?:tengo|hay|toca|me toca|tengo que hacer|tengo pendiente)(?: (?:que hacer|previsto|planeado))?(?: (?:para )?{when})?',
        '(?:muestra|muéstrame|dime|enséñame) (?:mis tareas|mi lista|mi agenda|mi día)(?: (?:de|para) {when})?',
        '(?:mis tareas|mi agenda|mi lista)(?: (?:de|para) {when})?',
        '(?:cómo|como) (?:va|está|viene|se presenta) (?:mi |la |el )(?<when>semana|día)',
        '(?:qué|que) (?:hago|debo hacer) (?:ahora|primero)',
        'estoy libre {when}',
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
  ],
};
