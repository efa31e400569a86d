import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { completeTask } from '../../lib/intents/complete-task.ts';
import { createGoal } from '../../lib/intents/create-goal.ts';
import { createTask } from '../../lib/intents/create-task.ts';
import { getGoalProgress } from '../../lib/intents/get-goal-progress.ts';
import { defineIntent, type IntentContext } from '../../lib/intents/intent.ts';
import { listTasks } from '../../lib/intents/list-tasks.ts';
import { intents } from '../../lib/intents/registry.ts';
import { rescheduleTask } from '../../lib/intents/reschedule-task.ts';
import { findByWords } from '../../lib/intents/resolve.ts';
import { forSpeech } from '../../lib/intents/speech.ts';
import type { Task } from '../../lib/tasks/schema.ts';

/** A Wednesday morning in all of Europe, late in Auckland, and the night before in Los Angeles. */
const now = new Date('2026-11-25T07:30:00Z');

const context = (more: Partial<IntentContext> = {}): IntentContext => ({
  userId: crypto.randomUUID(),
  timezone: 'Europe/Berlin',
  now,
  tasks: [],
  series: [],
  goals: [],
  last: null,
  ...more,
});

let made = 0;
const task = (title: string, more: Partial<Task> = {}): Task => {
  made += 1;
  return {
    id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    user_id: '00000000-0000-4000-8000-000000000000',
    goal_id: null,
    series_id: null,
    title,
    description: '',
    status: 'pending',
    scheduled_at: null,
    date: '2026-11-26',
    duration_minutes: 30,
    recurrence_rule: null,
    week: null,
    completed_at: null,
    created_at: '2026-11-20T10:00:00.000Z',
    ...more,
  };
};

describe('spoken times', () => {
  const at = (timezone: string, when: string, instant = now) => {
    const { write, speech } = createTask.decide(context({ timezone, now: instant }), { title: 'Gym', when });
    if (write?.kind !== 'create_task') return speech;
    return write.task.recurrence_rule ? [write.task.recurrence_rule, write.task.scheduled_at] : write.task.scheduled_at;
  };

  test.each<[string, string, ReturnType<typeof at>]>([
    // It is Wednesday 08:30 in Berlin.
    ['Europe/Berlin', 'tomorrow at seven', '2026-11-26T06:00:00.000Z'],
    ['Europe/Berlin', 'next Friday evening', '2026-12-04T18:00:00.000Z'],
    ['Europe/Berlin', 'every other Monday at 9', ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2026-11-30T08:00:00.000Z']],
    ['Europe/Berlin', 'in 45 minutes', '2026-11-25T08:15:00.000Z'],
    // It is Tuesday 23:30 in Los Angeles.
    ['America/Los_Angeles', 'tomorrow at seven', '2026-11-25T15:00:00.000Z'],
    ['America/Los_Angeles', 'next Friday evening', '2026-12-05T03:00:00.000Z'],
    ['America/Los_Angeles', 'every other Monday at 9', ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2026-11-30T17:00:00.000Z']],
    ['America/Los_Angeles', 'in 45 minutes', '2026-11-25T08:15:00.000Z'],
    // It is Wednesday 20:30 in Auckland.
    ['Pacific/Auckland', 'tomorrow at seven', '2026-11-25T18:00:00.000Z'],
    ['Pacific/Auckland', 'next Friday evening', '2026-12-04T06:00:00.000Z'],
    ['Pacific/Auckland', 'every other Monday at 9', ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2026-11-29T20:00:00.000Z']],
    ['Pacific/Auckland', 'in 45 minutes', '2026-11-25T08:15:00.000Z'],
  ])('in %s, "%s"', (timezone, when, instant) => {
    expect(at(timezone, when)).toEqual(instant);
  });

  test.each<[string, string, string, string]>([
    // Berlin goes back an hour on 25 October 2026 at 03:00, New York forward on 14 March 2027, Auckland on 26 September 2027.
    ['Europe/Berlin', '2026-10-24T10:00:00Z', 'tomorrow at seven', '2026-10-25T06:00:00.000Z'],
    ['Europe/Berlin', '2026-10-24T23:50:00Z', 'in 45 minutes', '2026-10-25T00:35:00.000Z'],
    ['Europe/Berlin', '2026-10-25T00:30:00Z', 'in 45 minutes', '2026-10-25T01:15:00.000Z'],
    ['America/New_York', '2027-03-13T15:00:00Z', 'tomorrow at seven', '2027-03-14T11:00:00.000Z'],
    ['America/New_York', '2027-03-14T06:30:00Z', 'in 45 minutes', '2027-03-14T07:15:00.000Z'],
    ['Pacific/Auckland', '2027-09-25T00:00:00Z', 'tomorrow at seven', '2027-09-25T18:00:00.000Z'],
  ])('across a clock change in %s at %s, "%s"', (timezone, instant, when, expected) => {
    expect(at(timezone, when, new Date(instant))).toBe(expected);
  });

  test.each(['soonish', 'when I feel like it', 'twice a week', 'at 7 yesterday', 'on the 31st of February'])(
    '"%s" is asked back',
    (when) => {
      const answer = createTask.decide(context(), { title: 'Gym', when });
      expect(answer).toMatchObject({ status: 'clarify', speech: expect.stringMatching(/\?/) });
      expect(answer.write).toBeUndefined();
    },
  );

  test('a repetition and a time may come apart, and as a rule', () => {
    const rule = (input: object) => {
      const { write } = createTask.decide(context(), { title: 'Gym', ...input });
      return write?.kind === 'create_task' ? [write.task.recurrence_rule, write.task.start_time] : undefined;
    };
    expect(rule({ recurrence: 'every other Monday', when: 'at seven' })).toEqual([
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
      '07:00',
    ]);
    expect(rule({ recurrence: 'RRULE:FREQ=DAILY', when: 'tomorrow at 18:00' })).toEqual(['FREQ=DAILY', '18:00']);
    expect(createTask.decide(context(), { title: 'Gym', recurrence: 'FREQ=SECONDLY' }).status).toBe('clarify');
    expect(createTask.decide(context(), { title: 'Gym', recurrence: 'tomorrow' }).status).toBe('clarify');
    expect(
      createTask.decide(context(), { title: 'Gym', recurrence: 'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=0' }).status,
    ).toBe('clarify');
  });

  test("a goal's last day is read from words and dates, and kept within what a plan can be", () => {
    const target = (target_date: string) => {
      const { write, status } = createGoal.decide(context(), { title: 'Run', target_date });
      return write?.kind === 'create_goal' ? write.target_date : status;
    };
    expect(target('2027-02-13')).toBe('2027-02-13');
    expect(target('in 12 weeks')).toBe('2027-02-17');
    expect(target('in 3 days')).toBe('clarify');
    expect(target('2027-12-31')).toBe('clarify');
    expect(target('some day')).toBe('clarify');
  });
});

describe('which task is meant', () => {
  const gym = task('Go to the gym');
  const run = task('Run 5 km', { date: '2026-11-25' });
  const tomorrow = task('Run 5 km', { date: '2026-11-26' });
  const call = task('Call mum', { status: 'done', date: '2026-11-24' });
  const complete = (words: string, tasks = [run, gym, tomorrow, call]) => {
    const { write, status, speech } = completeTask.decide(context({ tasks }), { task: words });
    return write?.kind === 'change_task' ? write.task_id : `${status}: ${speech}`;
  };

  test.each([
    ['the gym one', gym.id],
    ['gym', gym.id],
    ['my gym session please', gym.id],
    ['GYM!', gym.id],
    [gym.id, gym.id],
    ["tomorrow's run", tomorrow.id],
    ['my run on Thursday', tomorrow.id],
    ['running', run.id],
    ['call mum', 'error: Call mum is done already.'],
    ['the dentist', "clarify: I can't find a task like the dentist. Which one do you mean?"],
  ])('"%s"', (words, expected) => {
    expect(complete(words)).toBe(expected);
  });

  test('done is today’s where several match; moving asks which', () => {
    expect(complete('run')).toBe(run.id);
    expect(rescheduleTask.decide(context({ tasks: [run, tomorrow] }), { task: 'run', when: 'Friday' })).toEqual({
      status: 'clarify',
      speech: 'Which one do you mean: Run 5 km, today; and Run 5 km, tomorrow?',
    });
  });

  test('"it" is the only one there is', () => {
    expect(complete('it', [gym])).toBe(gym.id);
    expect(complete('it')).toMatch(/^clarify/);
  });

  test('of a series the next occurrence is meant, and an occurrence becomes a row of its own', () => {
    const series = crypto.randomUUID();
    const days = ['2026-11-24', '2026-11-25', '2026-11-26'];
    const tasks = days.map((date) => task('Yoga', { id: `${series}@${date}`, series_id: series, date }));
    const { write } = completeTask.decide(context({ tasks }), { task: 'yoga' });
    expect(write).toEqual({
      kind: 'change_task',
      task_id: series,
      day: '2026-11-25',
      occurrence: { date: '2026-11-25', scheduled_at: null },
      changes: { status: 'done' },
    });
  });

  test('a word counts from three letters on, and accents do not', () => {
    const items = [{ title: 'Café with Zoë' }, { title: 'Car wash' }];
    expect(findByWords(items, 'cafe')).toEqual([items[0]]);
    expect(findByWords(items, 'ca')).toEqual([]);
    expect(findByWords([], 'cafe')).toEqual([]);
  });
});

describe('what is said', () => {
  test('a week is from Monday to Sunday, this one from today', () => {
    const tasks = ['2026-11-23', '2026-11-25', '2026-11-29', '2026-11-30', '2026-12-06'].map((date) =>
      task('Run', { date }),
    );
    const days = (when: string) => {
      const { data } = listTasks.decide(context({ tasks }), { when });
      return z
        .object({ tasks: z.array(z.object({ date: z.string() })) })
        .parse(data)
        .tasks.map(({ date }) => date);
    };
    expect(days('this week')).toEqual(['2026-11-25', '2026-11-29']);
    expect(days('next week')).toEqual(['2026-11-30', '2026-12-06']);
    expect(days('on Sunday')).toEqual(['2026-11-29']);
  });

  test('progress is said kindly, whatever it is', () => {
    const goal = (more: object) => ({
      id: crypto.randomUUID(),
      title: 'Learn Spanish',
      plan_status: 'ready' as const,
      plan_error: null,
      target_date: null,
      progress: { done: 3, total: 20, minutes_done: 0, minutes_total: 0, current_week: 2, on_track: true, ...more },
    });
    const said = (...goals: IntentContext['goals']) => getGoalProgress.decide(context({ goals }), {}).speech;
    expect(said(goal({}))).toBe("Learn Spanish: 3 of 20 tasks are done. You are in week 2. You're on track.");
    expect(said(goal({ on_track: false }))).not.toMatch(/behind|late|fail|missed|should/i);
    expect(said({ ...goal({}), plan_status: 'failed', plan_error: 'Your days are full.' })).toContain(
      'Your days are full.',
    );
    expect(said(goal({}), { ...goal({}), plan_status: 'planning' })).toBe(
      'Learn Spanish, 3 of 20 done; and Learn Spanish, being planned.',
    );
  });

  test('long text ends at a sentence, else at a word', () => {
    const sentence = 'This is a sentence of some length, said by a person. ';
    expect(forSpeech(sentence.repeat(20))).toMatch(/^.{225,450}person\.$/);
    expect(forSpeech('word '.repeat(200))).toMatch(/^.{300,450}word…$/);
    expect(forSpeech(' Short\n text ')).toBe('Short text');
  });
});

test('a new intent is its file and a line in the registry: the agent, the chat and the document all have it', async () => {
  const waterPlants = defineIntent({
    name: 'water_plants',
    description: 'Water the plants of one room.',
    input: z.object({ room: z.string('Which room?').meta({ description: 'The room.' }) }),
    changesData: true,
    reads: [],
    run: (_, { room }) => ({ status: 'ok', speech: `Watered in the ${room}.` }),
  });
  intents.push(waterPlants);
  const { agentFunctions, intentTools } = await import('../../lib/intents/catalogue.ts');
  const { default: app } = await import('../../api/v1/voice/intents.ts');
  try {
    const parameters = {
      type: 'object',
      properties: { room: { type: 'string', description: 'The room.' } },
      required: ['room'],
    };
    const tool = { name: 'water_plants', description: 'Water the plants of one room.', parameters };
    expect(agentFunctions().at(-1)).toEqual({ ...tool, defer_until_eot: true });
    expect(intentTools().at(-1)).toEqual(tool);
    const document = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Flux', version: '1' } });
    expect(JSON.stringify(document)).toContain('"title":"water_plants"');
    expect(waterPlants.decide(context(), {})).toEqual({ status: 'clarify', speech: 'Which room?' });
  } finally {
    intents.pop();
  }
});

test('every intent has a name that models take, a question for every field, and says whether it changes data', () => {
  for (const { name, description, input, decide } of intents) {
    expect(name).toMatch(/^[a-z_]{1,64}$/);
    expect(description.length).toBeGreaterThan(20);
    for (const field of Object.keys(input.shape)) {
      const wrong = { ...Object.fromEntries(Object.keys(input.shape).map((each) => [each, 'today'])), [field]: [] };
      expect(decide(context(), wrong)).toEqual({ status: 'clarify', speech: expect.stringMatching(/\?$/) });
    }
  }
  expect(intents.filter(({ changesData }) => !changesData).map(({ name }) => name)).toEqual([
    'list_tasks',
    'get_goal_progress',
  ]);
});
