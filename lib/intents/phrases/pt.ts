import type { Phrases } from './phrase.ts';

const list = '(?:(?:à|a|na|da) )?(?:minha )?(?:lista(?: de (?:compras|tarefas))?|agenda|calendário|tarefas)';

export const pt: Phrases = {
  before: '(?:por favor|olá|oi|ok|e|então|bem|podes|pode|poderia|quero que|você pode)',
  after: '(?:por favor|obrigad[oa]|se faz favor)',
  and: '(?:,? (?:e|depois|e depois|e também)|[.;!?,]) (?=(?:lembra|lembre|adiciona|põe|coloca|muda|cancela|apaga|o que|mostra|como)\\S*)',
  phrases: [
    ['undo_last', ['(?:desfaz|desfazer|desfaça)(?: isso| isto)?', 'volta atrás']],
    ['list_overdue', ['o que (?:está atrasado|tenho atrasado|perdi)', '(?:tarefas )?atrasadas']],
    [
      'list_goals',
      [
        '(?:quais são|mostra(?:-me)?|lista|diz-me)? ?(?:os )?meus objetivos',
        'que objetivos tenho',
        '(?:as )?minhas metas',
        'objetivos|metas',
      ],
    ],
    [
      'get_goal_progress',
      [
        'como (?:estou|vou|está a correr|estou indo|estou a ir)(?: (?:com|no|na|em) (?:o |a |meu |minha )?{goal})?',
        'como (?:vai|está) (?:o meu |a minha |meu |minha )(?!semana$|dia$){goal}',
        '(?:o )?meu progresso(?: (?:em|no|na|com) {goal})?',
      ],
    ],
    ['replan_goal', ['(?:replaneia|replaneje|planeia de novo) (?:o |a |meu |minha )?{goal}']],
    [
      'search_notes',
      [
        '(?:procura|busca) {query} nas minhas notas',
        '(?:procura|busca) nas minhas notas {query}',
        'o que escrevi sobre {query}',
      ],
    ],
    [
      'recall',
      [
        'o que (?:sabes|você sabe|te lembras|lembras)(?: (?:de|sobre) mim)?',
        'como se chama (?:o meu |a minha |meu |minha ){query}',
        '(?:qual|quem|quando|onde) é (?:o meu |a minha |meu |minha ){query}',
      ],
    ],
    [
      'forget',
      ['esquece (?<fact>tudo)(?: (?:sobre mim|o que sabes))?', 'esquece (?:que |o que disse sobre )(?!isso$){fact}'],
    ],
    [
      'create_task',
      [
        '(?:lembra-me|lembre-me|me lembra|me lembre) {when} (?:de|que tenho de|para) {title}',
        '(?:lembra-me|lembre-me|me lembra|me lembre)(?: de| que tenho de| para)? {line}',
        `(?:adiciona|adicione|põe|coloca|coloque|anota|mete|acrescenta) {line} (?:à|a|na|em) (?<words>${list})`,
        '(?:adiciona|adicione|anota|anote)(?: uma tarefa)?:? {line}',
        '(?:nova tarefa|tarefa|consulta):? {line}',
      ],
    ],
    ['missed', ['não (?:fiz|consegui fazer) (?:o |a )?{task}']],
    ['rename_task', ['(?:renomeia|muda o nome de) (?:o |a )?{task} (?:para|como) {title}']],
    [
      'cancel_task',
      [
        '(?:cancela|cancele|apaga|apague|remove|elimina|tira) (?:o |a |os |as |meu |minha )?{task} (?:da|do) (?:minha )?(?:lista|agenda|calendário)',
        '(?:cancela|cancele|apaga|apague|remove|elimina)(?:r)? (?:o |a |os |as |meu |minha )?{task}',
        'já não (?:preciso de|tenho de) {task}',
      ],
    ],
    [
      'complete_task',
      [
        '(?:já )?(?:terminei|acabei|fiz|completei)(?: com| de)? (?:o |a |os |as )?{task}',
        '(?:já )?(?:comprei|paguei|liguei (?:à|ao|a)|limpei|enviei) (?:o |a |os |as )?{task}',
        '(?:o |a )?{task} (?:está|já está) (?:feito|feita|pronto|pronta)',
        'marca (?:o |a )?{task} como (?:feito|feita|concluíd[oa])',
      ],
    ],
    [
      'reschedule_task',
      [
        '(?:muda|mude|move|mova|passa|adia|adie) (?:o |a |os |as |meu |minha )?{task} (?:para|até) {when}',
        '(?:adia|adie|muda) (?:o |a |meu |minha )?{task}',
      ],
    ],
    [
      'list_tasks',
      [
        'o que (?:tenho|há|está|preciso fazer|tenho para fazer|eu tenho)(?: (?:para fazer|marcado|planeado))?(?: (?:para |pra )?{when})?',
        '(?:mostra|mostre|diz)(?:-me)? (?:as minhas tarefas|minhas tarefas|a minha lista|minha lista|a minha agenda)(?: (?:de|para) {when})?',
        '(?:as )?minhas tarefas(?: (?:de|para) {when})?',
        'como (?:vai|está|fica) (?:a |o )?(?:minha |meu )?(?<when>semana|dia)',
        'estou livre {when}',
      ],
    ],
    ['remember', ['(?:lembra-te|lembre-se|lembra|não (?:te )?esqueças|anota|memoriza) (?:de )?que {fact}']],
    ['create_goal', ['(?:(?:o )?meu (?:novo )?objetivo(?: é)?|novo objetivo|minha meta(?: é)?):? {goal}']],
    ['want_goal', ['(?:quero|queria|gostaria de|ajuda-me a|me ajuda a) {goal}']],
    [
      'need_task',
      [
        '(?:tenho de|tenho que|preciso de|preciso|devo) {line}',
        '{when},? (?:tenho de|tenho que|preciso de|preciso) {line}',
        'acorda-me {when}',
      ],
    ],
  ],
};
