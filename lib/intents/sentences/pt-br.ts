import type { Sentences } from './sentence.ts';

/** What Brazil says otherwise than Portugal: "você" and not "tu". */
export const ptBr: Partial<Sentences> = {
  task_added: '{title} está na sua lista: {when}.',
  task_cancelled: '{title} não está mais na sua lista.',
  task_renamed: '{title} agora se chama {other}.',
  task_cancelled_already: '{title} está cancelado e não dá para mudar.',
  list_none: 'Não há nada na sua lista: {when}.',
  list_none_done: 'Nada marcado como feito, {when}. O que você fez à parte também conta.',
  list_none_about: 'Nada com «{title}» na sua lista: {when}.',
  working: 'Estou cuidando disso. O resultado chega num instante.',
  goal_new: '{title} é o seu novo objetivo. Estou planejando; o plano chega já.',
  goals_none: 'Você ainda não tem nenhum objetivo ativo. Vamos definir um?',
  goals: 'Os seus objetivos: {items}.',
  goal_planning: 'Ainda estou planejando {title}. Não demora.',
  goal_replanned: 'Estou planejando {title} de novo a partir de hoje. O que está feito fica.',
  remembered: 'Vou lembrar: «{title}».',
  forgotten_all: 'Feito. Esqueci tudo o que sabia sobre você.',
  secret:
    'Isso parece uma senha, uma chave ou um número de cartão, e não guardo isso. Um gerenciador de senhas é o lugar seguro.',
  health: 'Só guardo detalhes de saúde se você pedir. Diga «lembre que» se quiser.',
  notes_none: 'Não encontrei nada sobre {title} nas suas notas.',
  undone_gone: 'Feito: {title} não está mais na lista.',
  undone_back: 'Feito: {title} está de novo na sua lista.',
};
