import { z } from 'zod';
import { defineIntent, refuse } from './intent.ts';
import type { Sentence } from './sentences/sentence.ts';
import { shortTitle } from './speech.ts';

export const undoLast = defineIntent({
  name: 'undo_last',
  description: 'Take back the last thing that was created or changed in this conversation.',
  input: z.object({}),
  changesData: true,
  reads: ['last'],
  run({ last }) {
    if (!last) return refuse('There is nothing that I could take back.', { sentence: 'nothing_to_undo' });
    return {
      status: 'ok',
      speech: `Done: ${sayUndone(last)}`,
      means: { sentence: UNDONE[last.name] ?? 'undone_before', title: last.title },
      data: { undone: last.call_id },
      write: { kind: 'undo', call_id: last.call_id },
    };
  },
});

const UNDONE: Record<string, Sentence> = {
  create_task: 'undone_gone',
  create_goal: 'undone_gone',
  cancel_task: 'undone_back',
  remember: 'undone_memory',
  forget: 'undone_memory',
};

function sayUndone({ name, title }: { name: string; title: string }): string {
  switch (name) {
    case 'create_task':
    case 'create_goal':
      return `${shortTitle(title)} is gone again.`;
    case 'cancel_task':
      return `${shortTitle(title)} is back on your list.`;
    case 'replan_goal':
    case 'take_proposal':
      return `${shortTitle(title)} has the plan that it had before.`;
    case 'remember':
      return `I no longer go by “${shortTitle(title)}”.`;
    case 'forget':
      return `I remember it again: “${shortTitle(title)}”.`;
    case 'run_code':
      return 'that is stopped.';
    default:
      return `${shortTitle(title)} is as it was before.`;
  }
}
