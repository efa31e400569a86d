import type { Phrases } from './phrase.ts';

const list = '(?:(?:à|a|na|da) )?(?:minha )?(?:lista(?: de (?:compras|tarefas))?|agenda|calendário|tarefas)';

export const pt: Phrases = {
  before: '(?:por favor|olá|oi|ok|e|então|bem|podes|pode|poderia|quero que|você pode)',
  after:
    '(?:se (?:puder(?:es)?|quiser(?:es)?|(?:for )?possível|der|não te importas)|por favor|obrigad[oa]|se faz favor)',
  joins: 'e|depois|e depois|e também',
  requests: 'lembra|lembre|adiciona|põe|coloca|muda|cancela|apaga|tira|o que|mostra|como|quanto|quando|onde|podes|pode',
  reasons: '(?:porque|pois|ele|ela|eu|estou|tô|não|me)',
  conditions:
    '(?:(?<!(?:sei|saber) )se(?! faz favor| puder| quiser| possível| for possível| der)|(?<!(?:o|um|no|do|ao|meu|este|esse) )caso|(?<![^,;] )(?:assim que|logo que|quando)|a menos|a não ser)',
  phrases: [
    [
      'goal_end',
      [
        'quando (?:é que )?(?:termina|acaba|terminará) (?:o meu |meu |o |este )?(?:plano|objetivo|meta)(?: (?:de )?{goal})?',
        'quanto tempo (?:dura|demora|vai demorar|leva)(?: (?:o meu |meu |o )?(?:plano|objetivo))?',
      ],
    ],
    [
      'delete_goal',
      ['(?:apaga|elimina|cancela|remove|abandona) (?:o meu |meu |o |este )?objetivo(?: (?:de )?{goal})?'],
    ],
    [
      'when_is',
      [
        '(?:a que horas|quando|que dia|em que dia) (?:é que )?(?:é|tenho|começa|são) (?:o meu |a minha |o |a |os |as |um |uma )?{task}',
      ],
    ],
    [
      'move_all',
      [
        '(?:muda|passa|adia) (?:todas )?(?:as )?(?:minhas )?tarefas (?<from>atrasadas) para {when}',
        '(?:muda|passa|adia|move) tudo(?: de)?(?: {from})? (?:para|pra) {when}(?:,? (?:menos|exceto) (?:o |a )?{except})?',
      ],
    ],
    ['cancel_all', ['(?:cancela|apaga|elimina) tudo(?: de)? {from}(?:,? (?:menos|exceto) (?:o |a )?{except})?']],
    [
      'undo_last',
      [
        '(?:afinal|melhor),? não',
        'não,? (?:esse|essa|isso) não',
        '(?:desfaz|desfazer|desfaça)(?: isso| isto)?',
        'volta atrás',
      ],
    ],
    ['list_done', ['o que (?:eu )?(?:fiz|já fiz|terminei|concluí|completei|consegui fazer)(?: {when})?']],
    [
      'list_about',
      [
        'o que tenho(?: marcado)? com {query}',
        '(?:tenho|há|tem) (?:algo|alguma coisa|algum compromisso|alguma reunião)(?: marcad[oa])? com {query}',
        'quando (?:é que )?(?:vejo|encontro) (?:o |a )?{query}',
      ],
    ],
    [
      'list_overdue',
      [
        '(?:esqueci(?:-me de)?|perdi|me esqueci de) (?:alguma coisa|algo)',
        '(?:o que|há|tem|tenho|estou)(?: (?:algo|alguma|algumas|coisas?|tarefas?|está|estão|tenho|há|tem|que|é|de|minhas|as|ainda|já|com|me|eu))* (?:atrasad[oa]s?|em atraso|por fazer de antes|vencid[oa]s?)',
        'o que (?:está atrasado|tenho atrasado|perdi)',
        '(?:tarefas )?atrasadas',
      ],
    ],
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
        'quanto (?:me )?falta (?:para|pra|até) (?:a |o )?(?:minha |meu |chegar (?:à |ao )?(?:minha |meu )?){goal}',
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
      'put_it',
      [
        '(?:põe|coloca|anota|adiciona)(?:-[oan]+| isso| isto)(?: (?:na|à|em) ' +
          list +
          ')?|(?:põe|coloca) (?:na|à) ' +
          list,
      ],
    ],
    [
      'create_task',
      [
        'não me deix(?:es|a) esquecer (?:de |o |a )?{line}',
        '(?:lembra-me|lembre-me|me lembra|me lembre) {when} (?:de|que tenho de|para) {title}',
        '(?:lembra-me|lembre-me|me lembra|me lembre)(?: de| que tenho de| para)? {line}',
        `(?:adiciona|adicione|põe|coloca|coloque|anota|mete|acrescenta) {line} (?:à|a|na|em) (?<words>${list})`,
        '(?:adiciona|adicione|anota|anote|marca|marque|agenda|agende)(?: uma tarefa)?:? (?:um |uma )?{line}',
        '(?:nova tarefa|tarefa|consulta):? {line}',
      ],
    ],
    ['missed', ['não (?:fiz|consegui fazer) (?:o |a )?{task}']],
    ['rename_task', ['(?:renomeia|muda o nome de) (?:o |a )?{task} (?:para|como) {title}']],
    [
      'is_off',
      [
        '(?:o |a |meu |minha )?{task} (?:cancelou|desmarcou)',
        '(?:o |a |meu |minha )?{task} (?:foi|está) (?:cancelad[oa]|desmarcad[oa])',
      ],
    ],
    [
      'is_moved',
      ['(?:o |a |meu |minha )?{task} (?:mudou|passou|foi (?:mudad[oa]|adiad[oa]|remarcad[oa])) (?:para|pra) {when}'],
    ],
    [
      'cancel_task',
      [
        '(?:para|deixa) de me lembrar (?:de |do |da |dos |das )?{words}',
        '(?:cancela|cancele|apaga|apague|remove|elimina|tira) (?:o |a |os |as |meu |minha )?{task} (?:da|do) (?:minha )?(?:lista|agenda|calendário)',
        '(?:cancela|cancele|apaga|apague|remove|elimina|tira|tire)(?:r)? (?:o |a |os |as |meu |minha )?{task}',
        'já não (?:preciso de|tenho de) {task}',
      ],
    ],
    [
      'complete_task',
      [
        '(?:já )?(?:terminei|acabei|fiz|completei)(?: com| de)? (?:o |a |os |as )?{task}',
        '(?:já )?(?:comprei|paguei|liguei (?:à|ao|a)|limpei|enviei) (?:o |a |os |as )?{task}',
        '(?:o |a )?{task} (?:já )?(?:está|estão) (?:feit[oa]|pront[oa]|acabad[oa]|terminad[oa]|lavad[oa]|pag[oa])s?',
        'marca (?:o |a )?{task} como (?:feito|feita|concluíd[oa])',
      ],
    ],
    [
      'move_earlier',
      [
        '(?:adianta|adiante|antecipa|antecipe) {task} (?:em|por) {when}',
        '(?:adianta|adiante|antecipa|antecipe) {task} (?<when>\\S+ \\S+)',
      ],
    ],
    [
      'move_later',
      [
        '(?:adia|adie|atrasa|atrase|empurra|empurre) {task} (?:em|por) {when}',
        '(?:adia|adie|atrasa|atrase|empurra|empurre) {task} (?<when>\\S+ \\S+)',
      ],
    ],
    [
      'reschedule_task',
      [
        '(?:muda|mude|move|mova|passa|adia|adie) (?:o |a |os |as |meu |minha )?{task} (?:para|até) {when}',
        '(?<words>(?:muda|passa|move|adia|põe)-[oan]+) (?:para|pra|até) {when}',
        '(?:adia|adie|muda) (?:o |a |meu |minha )?{task}',
      ],
    ],
    [
      'is_free',
      [
        '(?:eu )?(?:estou|tô|vou estar|estarei) (?:livre|disponível|ocupad[oa])(?: n[ao])? {when}',
        '(?:eu )?tenho (?:algum |um )?tempo(?: livre)?(?: n[ao])? {when}',
      ],
    ],
    [
      'list_tasks',
      [
        'quant[oa]s (?:tarefas|coisas|compromissos)(?: (?:eu )?(?:tenho|há|faltam|me faltam|ainda tenho|restam))?(?: (?:para fazer|pra fazer|por fazer|pendentes|na (?:minha )?lista))*(?: (?:para |pra )?{when})?',
        'o que pode esperar(?: {when})?',
        '(?:tenho|há|tem|falta) (?:algo|alguma coisa)(?: (?:para fazer|pra fazer|marcado|planeado|por fazer))?(?: (?:para |pra )?{when})?',
        'o que (?:tinha|havia|falta|ficou|sobrou|ainda tenho|ainda falta)(?: (?:para fazer|pra fazer|marcado|por fazer|pendente|aberto))?(?: (?:para |pra |de |d[ao] )?{when})?',
        'quanto tempo (?:livre )?tenho {when}',
        'quando (?:é que )?estou livre(?: na| no)? {when}',
        'qual é (?:o|a minha|o meu) (?:primeir|próxim)[oa] (?:passo|tarefa)',
        '(?:o que|o q|oq|que) (?:eu )?(?:tenho|há|está|preciso fazer|tenho para fazer|eu tenho)(?: (?:para fazer|marcado|planeado))?(?: (?:para |pra )?{when})?',
        '(?:mostra|mostre|diz)(?:-me)? (?:as minhas tarefas|minhas tarefas|a minha lista|minha lista|a minha agenda)(?: (?:de|para) {when})?',
        '(?:as )?minhas tarefas(?: (?:de|para) {when})?',
        'como (?:vai|está|fica) (?:a |o )?(?:minha |meu )?(?<when>semana|dia)',
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
    ['listed', ['{line} (?:na|à) (?:minha )?lista(?: de compras)?']],
    [
      'have_task',
      ['{when},? (?:tenho|temos|há) (?:um |uma )?{line}', '(?:tenho|temos|há) (?:também )?(?:um |uma )?{line}'],
    ],
  ],
};
