import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cancelTask } from '../../lib/intents/cancel-task.ts';
import { completeTask } from '../../lib/intents/complete-task.ts';
import { createGoal } from '../../lib/intents/create-goal.ts';
import { createTask } from '../../lib/intents/create-task.ts';
import { findByWords } from '../../lib/intents/find-by-words.ts';
import { getGoalProgress } from '../../lib/intents/get-goal-progress.ts';
import { defineIntent, type IntentContext } from '../../lib/intents/intent.ts';
import { listTasks } from '../../lib/intents/list-tasks.ts';
import { intents } from '../../lib/intents/registry.ts';
import { rescheduleTask } from '../../lib/intents/reschedule-task.ts';
import { shortenForSpeech } from '../../lib/intents/speech.ts';
import type { Task } from '../../lib/tasks/schema.ts';

/** A Wednesday morning in all of Europe, late in Auckland, and the night before in Los Angeles. */
const now = new Date('2026-11-25T07:30:00Z');

const context = (more: Partial<IntentContext> = {}): IntentContext => ({
  userId: crypto.randomUUID(),
  timezone: 'Europe/Berlin',
  locale: null,
  now,
  tasks: [],
  series: [],
  goals: [],
  last: null,
  memories: [],
  notes: [],
  said: null,
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
    care: null,
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
    expect(rule({ recurrence: 'weekly', when: 'Tuesday 18:00' })).toEqual(['FREQ=WEEKLY;BYDAY=TU', '18:00']);
    expect(rule({ recurrence: 'monthly', when: 'the 14th at 9' })).toEqual(['FREQ=MONTHLY;BYMONTHDAY=14', '09:00']);
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
    // Whole weeks, counting today.
    expect(target('in 12 weeks')).toBe('2027-02-16');
    expect(target('in 3 months')).toBe('2027-02-24');
    expect(target('end of the year')).toBe('2026-12-31');
    expect(target('in March')).toBe('2027-03-31');
    expect(target('the 14th of next month')).toBe('2026-12-14');
    expect(target('by 3/4')).toBe('clarify');
    expect(target('the first Monday in March')).toBe('2027-03-01');
    expect(target('in 3 days')).toBe('2026-11-27');
    expect(target('by Monday')).toBe('2026-11-30');
    expect(target('before Christmas')).toBe('2026-12-24');
    expect(target('in two years')).toBe('2028-11-24');
    expect(target('2027-12-31')).toBe('2027-12-31');
    expect(target('in six years')).toBe('clarify');
    expect(target('2026-11-24')).toBe('clarify');
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
    ['the dentist', "clarify: Well done! I can't find a task like the dentist to tick off."],
  ])('"%s"', (words, expected) => {
    expect(complete(words)).toBe(expected);
  });

  test('is moved by an amount from when it is', () => {
    const gym = task('Gym', { date: '2026-11-28', scheduled_at: '2026-11-28T17:00:00.000Z' });
    const moved = (when: string) => rescheduleTask.decide(context({ tasks: [gym] }), { task: 'gym', when }).speech;
    expect(moved('an hour later')).toBe('Gym is moved to Saturday at 7 in the evening.');
    expect(moved('a day later')).toBe('Gym is moved to Sunday at 6 in the evening.');
  });

  test('by an amount for the whole series, of a task that is none, is asked about and never fails', () => {
    const once = task('Gym', { date: '2026-11-25', scheduled_at: '2026-11-25T08:00:00.000Z' });
    const moved = (when: string) =>
      rescheduleTask.decide(context({ tasks: [once] }), { task: 'gym', when, scope: 'series' });
    expect(moved('an hour earlier')).toMatchObject({ status: 'clarify', speech: expect.stringMatching(/passed/) });
    expect(moved('an hour later').speech).toBe('Gym is moved to today at 10 in the morning.');
  });

  test('done is today’s where several match; moving asks which', () => {
    expect(complete('run')).toBe(run.id);
    expect(rescheduleTask.decide(context({ tasks: [run, tomorrow] }), { task: 'run', when: 'Friday' })).toMatchObject({
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

  test.each([
    ['therapy', 'Call the dentist'],
    ['the formula', 'Shop for dinner'],
    ['the android update', 'Wash and dry clothes'],
    ['the business plan', 'Catch the bus'],
    ['the newsletter', 'Buy new shoes'],
  ])('"%s" is not "%s"', (words, title) => {
    expect(complete(words, [task(title, { date: '2026-11-25' })])).toMatch(/^clarify: Well done! I can't find/);
  });

  test.each([
    ['shopping', 'Shop for dinner'],
    ['the runs', 'Run 5 km'],
    ['the dent', 'Call the dentist'],
    ['photography', 'Photo walk'],
    ['the next section', 'Study the next section: Spanish'],
    ['the one', 'The one'],
  ])('"%s" is "%s"', (words, title) => {
    const named = task(title);
    expect(complete(words, [task('Wash up'), named])).toBe(named.id);
  });

  describe('"the next one" is the next of the day', () => {
    const section = task('Study the next section: Spanish', { date: '2026-11-27' });
    const at = (time: string) => ({ date: '2026-11-25', scheduled_at: `2026-11-25T${time}:00.000Z` });
    const passed = task('Stretch', at('06:00'));
    const soon = task('Email Kim', at('09:00'));
    const late = task('Cook', at('17:00'));

    test.each(['the next one', 'next task', 'my next task today'])('"%s"', (words) => {
      expect(complete(words, [passed, soon, late, run, section])).toBe(soon.id);
      expect(complete(words, [passed, run, section])).toBe(
        'clarify: Which one do you mean: Stretch, today at 7 in the morning; and Run 5 km, today?',
      );
      expect(complete(words, [run, section])).toBe(run.id);
    });

    test('at one time there are two, and on another day it is the first', () => {
      const also = task('Email Sam', at('09:00'));
      expect(complete('the next one', [soon, also, late])).toMatch(/^clarify: Which one do you mean: Email Kim/);
      const [early, later] = ['07:00', '17:00'].map((time) =>
        task('Swim', { scheduled_at: `2026-11-26T${time}:00.000Z` }),
      );
      expect(complete("tomorrow's next task", [soon, early ?? soon, later ?? soon])).toBe(early?.id);
    });
  });

  describe('a day that is named is that day', () => {
    const on = (date: string, more: Partial<Task> = {}) => task('Run 5 km', { date, status: 'pending', ...more });
    const monday = on('2026-11-23', { status: 'missed' });
    const yesterday = on('2026-11-24', { status: 'missed' });
    const friday = task('Swim', { date: '2026-11-27' });
    const nextMonday = on('2026-11-30');

    test.each<[string, Task[], string]>([
      ["tomorrow's task", [run, gym], gym.id],
      ['the one tomorrow', [run, gym], gym.id],
      ['the task on friday', [run, gym, friday], friday.id],
      ["tomorrow's task", [run], "clarify: Well done! I can't find a task like tomorrow's task to tick off."],
      [
        "tomorrow's task",
        [run, gym, tomorrow],
        'clarify: Which one do you mean: Go to the gym, tomorrow; and Run 5 km, tomorrow?',
      ],
      ["yesterday's run", [yesterday, run], yesterday.id],
      ["last night's run", [yesterday, run], yesterday.id],
      ["yesterday's run", [run], "clarify: Well done! I can't find a task like yesterday's run to tick off."],
      ["yesterday's run", [on('2026-11-24', { status: 'done' }), run], 'error: Run 5 km is done already.'],
      ['the run on monday', [monday, run, nextMonday], monday.id],
      ['the run on monday', [run, nextMonday], nextMonday.id],
      ['the run on monday', [run], "clarify: Well done! I can't find a task like the run on monday to tick off."],
      [
        'last monday’s run',
        [run, nextMonday],
        "clarify: Well done! I can't find a task like last monday’s run to tick off.",
      ],
      [
        'the run the day after tomorrow',
        [tomorrow, on('2026-11-28')],
        "clarify: Well done! I can't find a task like the run the day after tomorrow to tick off.",
      ],
      ["next friday's run", [on('2026-11-27'), on('2026-12-04', { id: 'december' })], 'december'],
      ["next monday's run", [nextMonday, on('2026-12-07')], nextMonday.id],
      // The past one is done already, so the coming one is not meant.
      ['the run on monday', [on('2026-11-23', { status: 'done' }), nextMonday], 'error: Run 5 km is done already.'],
      ['my run on Wednesday', [on('2026-12-02'), run], run.id],
    ])('"%s"', (words, tasks, expected) => {
      expect(complete(words, tasks)).toBe(expected);
    });

    test('a weekday in a title is no day', () => {
      const roast = task('Sunday roast', { date: '2026-11-28' });
      const onSunday = task('Swim', { date: '2026-11-29' });
      expect(complete('the sunday roast', [roast, onSunday])).toBe(roast.id);
      expect(complete('the sunday swim', [roast, onSunday])).toBe(onSunday.id);
      expect(complete('the sunday run', [roast, onSunday])).toMatch(/^clarify/);
    });

    test('to be moved is the coming one first', () => {
      const moved = (tasks: Task[]) => {
        const { write } = rescheduleTask.decide(context({ tasks }), { task: "monday's run", when: 'tomorrow' });
        return write?.kind === 'change_task' ? write.task_id : undefined;
      };
      expect(moved([monday, run, nextMonday])).toBe(nextMonday.id);
      expect(moved([monday, run])).toBe(monday.id);
    });

    test('what was not today’s is said', () => {
      const speech = (words: string) =>
        completeTask.decide(context({ tasks: [yesterday, run] }), { task: words }).speech;
      expect(speech("yesterday's run")).toBe('Well done! Run 5 km for yesterday is done.');
      expect(speech("today's run")).toBe('Well done! Run 5 km is done.');
    });
  });

  test('"it" with several lists them', () => {
    expect(complete('it', [run, gym])).toBe(
      'clarify: Which one do you mean: Run 5 km, today; and Go to the gym, tomorrow?',
    );
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
    expect(days('week and today')).toEqual(['2026-11-25', '2026-11-29']);
    expect(days('next week')).toEqual(['2026-11-30', '2026-12-06']);
    expect(days('on Sunday')).toEqual(['2026-11-29']);
  });

  test.each<[string, string, string, string]>([
    // It is a Wednesday.
    ['this weekend', '2026-11-28', '2026-11-29', 'this weekend'],
    ['on the weekend', '2026-11-28', '2026-11-29', 'this weekend'],
    ['next weekend', '2026-12-05', '2026-12-06', 'next weekend'],
    ['the next 3 days', '2026-11-25', '2026-11-27', 'the next 3 days'],
    ['in the next few days', '2026-11-25', '2026-11-27', 'the next 3 days'],
    ['the next two weeks', '2026-11-25', '2026-12-08', 'the next 2 weeks'],
    ['today and tomorrow', '2026-11-25', '2026-11-26', 'today and tomorrow'],
    ['on Friday and Saturday', '2026-11-27', '2026-11-28', 'Friday and Saturday'],
    ['until Friday', '2026-11-25', '2026-11-27', 'today to Friday'],
    ['from Thursday to Saturday', '2026-11-26', '2026-11-28', 'tomorrow to Saturday'],
    ['Monday next week', '2026-11-30', '2026-11-30', 'Monday'],
    ['tonight', '2026-11-25', '2026-11-25', 'tonight'],
    ['this evening', '2026-11-25', '2026-11-25', 'this evening'],
    ['tomorrow morning', '2026-11-26', '2026-11-26', 'tomorrow morning'],
    ['this month', '2026-11-25', '2026-11-30', 'this month'],
    ['the week after next', '2026-12-07', '2026-12-13', 'the week after next'],
    ['heute', '2026-11-25', '2026-11-25', 'today'],
    ['demain', '2026-11-26', '2026-11-26', 'tomorrow'],
    ['la semana que viene', '2026-11-30', '2026-12-06', 'next week'],
    ['the day after tomorrow', '2026-11-27', '2026-11-27', 'Friday'],
    ['by Friday', '2026-11-25', '2026-11-27', 'today to Friday'],
    ['things to do tomorrow', '2026-11-26', '2026-11-26', 'tomorrow'],
    ['a week from today', '2026-12-02', '2026-12-02', 'Wednesday, 2 December'],
  ])('"%s" is %s to %s', (when, from, to, said) => {
    const { data, speech } = listTasks.decide(context(), { when });
    expect(data).toMatchObject({ from, to });
    expect(speech).toBe(`There is nothing on your list for ${said}.`);
  });

  test.each(['Saturday and Sunday next week', 'Friday to Thursday', 'every week'])('"%s" is asked back', (when) => {
    expect(listTasks.decide(context(), { when })).toEqual({ status: 'clarify', speech: 'Which day do you mean?' });
  });

  test.each([
    ['last week', '2026-11-16', '2026-11-22', 'last week'],
    ['last weekend', '2026-11-21', '2026-11-22', 'last weekend'],
    ['last night', '2026-11-24', '2026-11-24', 'last night'],
    ['last Monday', '2026-11-23', '2026-11-23', 'Monday, 23 November'],
  ])('"%s" is %s to %s', (when, from, to, said) => {
    const { data, speech } = listTasks.decide(context(), { when });
    expect(data).toMatchObject({ from, to });
    expect(speech).toBe(`There was nothing on your list for ${said}.`);
  });

  test('a part of a day is that part alone', () => {
    const at = (title: string, time: string) =>
      task(title, { date: '2026-11-25', scheduled_at: `2026-11-25T${time}:00.000Z` });
    const tasks = [
      at('Lunch', '11:30'),
      at('Call', '16:30'),
      at('Film', '19:00'),
      task('Read', { date: '2026-11-25' }),
    ];
    const said = (when: string) => listTasks.decide(context({ tasks }), { when }).speech;
    expect(said('this evening')).toBe(
      'You have 2 tasks for this evening, 60 minutes in all: Call at 5:30 in the afternoon; and Film at 8 in the evening.',
    );
    expect(said('this afternoon')).toMatch(/^You have 2 tasks for this afternoon, 60 minutes in all: Lunch.*Call/);
    expect(said('this morning')).toBe('There is nothing on your list for this morning.');
  });

  test('what is overdue is what is still open from the days before', () => {
    const tasks = [
      task('Tax return', { date: '2026-11-23' }),
      task('Stretch', { date: '2026-11-24', status: 'missed' }),
      task('Swim', { date: '2026-11-24', status: 'done' }),
      task('Read', { date: '2026-11-25' }),
    ];
    const overdue = (given: typeof tasks) => listTasks.decide(context({ tasks: given }), { when: 'overdue' }).speech;
    expect(overdue(tasks)).toBe(
      '2 tasks are still open from the last days: Tax return, Monday, 23 November; and Stretch, yesterday. We can move what still matters.',
    );
    expect(overdue(tasks.slice(2))).toBe('Nothing is overdue. Well done!');
  });

  test('several days are each listed', () => {
    const tasks = ['2026-11-26', '2026-11-27', '2026-12-01', '2026-12-02'].map((date) => task('Run', { date }));
    expect(listTasks.decide(context({ tasks }), { when: 'Tuesday, Thursday and Friday' }).speech).toMatch(
      /^You have 3 tasks/,
    );
  });

  test.each(['14 March', 'the next 90 days'])('"%s" is further ahead than the tasks that are read', (when) => {
    expect(listTasks.decide(context(), { when })).toEqual({
      status: 'clarify',
      speech: 'I can look five weeks ahead. Which day do you mean?',
    });
  });

  test('of two days, what is between them is left out', () => {
    const tasks = ['2026-11-25', '2026-11-26', '2026-11-27'].map((date) => task('Run', { date }));
    expect(listTasks.decide(context({ tasks }), { when: 'today and Friday' }).speech).toBe(
      'You have 2 tasks for today and Friday, 60 minutes in all: Run, today; and Run, Friday.',
    );
  });

  test('on a Sunday the weekend is today', () => {
    const sunday = new Date('2026-11-29T10:00:00Z');
    expect(listTasks.decide(context({ now: sunday }), { when: 'this weekend' }).data).toMatchObject({
      from: '2026-11-29',
      to: '2026-11-29',
    });
  });

  test('yesterday is what is still open from it', () => {
    const on = (title: string, status: Task['status']) => task(title, { status, date: '2026-11-24' });
    const said = (...tasks: Task[]) => listTasks.decide(context({ tasks }), { when: 'yesterday' }).speech;
    expect(said(on('Run', 'missed'), on('Swim', 'pending'), on('Read', 'done'))).toBe(
      '2 tasks are still open from yesterday, 60 minutes in all: Run; and Swim.',
    );
    expect(said(on('Run', 'missed'))).toBe('One task is still open from yesterday, 30 minutes in all: Run.');
    expect(said()).toBe('There was nothing on your list for yesterday.');
  });

  test('one is singular', () => {
    const said = (when: string, ...tasks: Task[]) => listTasks.decide(context({ tasks }), { when }).speech;
    expect(said('next week', task('Run', { date: '2026-11-30', duration_minutes: 1 }))).toBe(
      'You have one task for next week, 1 minute in all: Run, Monday.',
    );
  });

  test('a title ends no sentence', () => {
    const said = (title: string) => createTask.decide(context(), { title }).speech;
    expect(said('Buy milk!')).toBe('Buy milk is on your list for today.');
    expect(said('call mom.')).toBe('call mom is on your list for today.');
    expect(said('What is the plan?!')).toBe('What is the plan is on your list for today.');
    expect(said('!!!')).toBe('!!! is on your list for today.');
  });

  test.each<[string, string]>([
    ['every Monday and Wednesday at 7 pm', 'every Monday and Wednesday at 7 in the evening, the first time today'],
    ['every day at 7', 'every day at 7 in the morning, the first time tomorrow'],
    ['every day', 'every day, the first time today'],
    ['every day at midnight', 'every day at midnight, the first time today'],
    ['every Monday at midnight', 'every Monday at midnight, the first time Monday'],
    ['every other day at noon', 'every 2 days at noon, the first time today'],
    ['every 3 days', 'every 3 days, the first time today'],
    ['every other Friday', 'every 2 weeks on Friday, the first time Friday'],
    ['every 3 weeks on Monday', 'every 3 weeks on Monday, the first time Monday'],
    ['every weekday at 6:30', 'every weekday at 6:30 in the morning, the first time tomorrow'],
    ['weekends at 10', 'every Saturday and Sunday at 10 in the morning, the first time Saturday'],
    ['every month on the 1st', 'on the 1st of each month, the first time Tuesday'],
    ['every 3 months on the 2nd', 'every 3 months on the 2nd, the first time Wednesday, 2 December'],
    ['last day of every month', 'on the last day of each month, the first time Monday'],
    [
      'the first Monday of every month at 10',
      'on the first Monday of each month at 10 in the morning, the first time Monday, 7 December',
    ],
    ['every Monday until March 14', 'every Monday, until 14 March 2027, the first time Monday'],
    ['every Monday 6 times', 'every Monday, 6 times, the first time Monday'],
    ['FREQ=WEEKLY', 'every Wednesday, the first time today'],
    [
      'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1,15',
      'every 2 months on the 1st and 15th, the first time Friday, 1 January 2027',
    ],
    ['FREQ=MONTHLY;BYDAY=MO', 'every Monday, the first time Monday'],
    ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR,SA,SU', 'every day, the first time today'],
    [
      'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=1',
      'on the 13th of each month, only if that is a Friday, once, the first time Friday, 13 August 2027',
    ],
  ])('"%s" is said back', (recurrence, said) => {
    expect(createTask.decide(context(), { title: 'Gym', recurrence }).speech).toBe(`Gym is on your list ${said}.`);
  });

  test('of a task that repeats it asks which is to go, unless a day, one or all of them is named', () => {
    const series = crypto.randomUUID();
    const days = ['2026-11-25', '2026-12-02'];
    const tasks = days.map((date) => task('Bins', { id: `${series}@${date}`, series_id: series, date }));
    const cancel = (input: object) => cancelTask.decide(context({ tasks, language: 'de' }), input);
    expect(cancel({ task: 'the bins' })).toMatchObject({
      status: 'clarify',
      speech: 'Bins, heute: Nur dieses eine Mal oder die ganze Serie?',
    });
    for (const input of [
      { task: 'the bins today' },
      { task: 'the bins', scope: 'one' },
      { task: `${series}@2026-11-25` },
    ])
      expect(cancel(input), JSON.stringify(input)).toMatchObject({ write: { day: '2026-11-25' } });
  });

  test('a task that is moved to a repetition says so, and a series how it goes on', () => {
    const moved = (of: Task, input: object) =>
      rescheduleTask.decide(context({ tasks: [of], series: [series] }), { task: 'yoga', ...input }).speech;
    const id = crypto.randomUUID();
    const series = {
      ...task('Yoga', { id, date: '2026-11-02', scheduled_at: '2026-11-02T06:00:00.000Z' }),
      recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO',
      timezone: 'Europe/Berlin',
      start_time: '07:00',
      ends_on: null,
      skipped: [],
    };
    expect(moved(task('Yoga'), { when: 'every day at 7' })).toBe(
      'Yoga is moved to every day at 7 in the morning, the first time tomorrow.',
    );
    const occurrence = task('Yoga', {
      id: `${id}@2026-11-30`,
      series_id: id,
      date: '2026-11-30',
      scheduled_at: '2026-11-30T06:00:00.000Z',
    });
    expect(moved(occurrence, { when: 'at 8', scope: 'series' })).toBe(
      'Yoga is moved from now on to every Monday at 8 in the morning.',
    );
    expect(moved(occurrence, { when: 'every Tuesday at 8', scope: 'series' })).toBe(
      'Yoga is moved from now on to every Tuesday at 8 in the morning, the first time Tuesday.',
    );
  });

  test('a new goal says until when', () => {
    const said = (input: object) => createGoal.decide(context(), { title: 'Run', ...input }).speech;
    expect(said({ target_date: 'in 12 weeks' })).toBe(
      "Run is your new goal. I'm planning it now, and the plan until 16 February 2027 will be there in a moment.",
    );
    expect(said({})).toBe("Run is your new goal. I'm planning it now, and the plan will be there in a moment.");
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
    const progress = (done: number, total: number) => goal({ done, total, current_week: null });
    expect(said(progress(1, 20))).toBe("Learn Spanish: 1 of 20 tasks is done. You're on track.");
    expect(said(progress(0, 1))).toBe("Learn Spanish: the one task is still open. You're on track.");
    expect(said(progress(1, 1))).toBe('Learn Spanish: the one task is done. Everything is done!');
    expect(said(progress(0, 0))).toBe('Learn Spanish has no tasks.');
    expect(said(progress(0, 0), goal({}))).toBe('Learn Spanish, without tasks; and Learn Spanish, 3 of 20 done.');
    const named = (words: string, ...goals: IntentContext['goals']) =>
      getGoalProgress.decide(context({ goals }), { goal: words }).speech;
    for (const words of ['my goal', 'it']) {
      expect(named(words, goal({}))).toBe(said(goal({})));
      expect(named(words, goal({}), { ...goal({}), title: 'Run' })).toBe(
        'Which goal do you mean: Learn Spanish; and Run?',
      );
    }
  });

  test('long text ends at a sentence, else at a word', () => {
    const sentence = 'This is a sentence of some length, said by a person. ';
    expect(shortenForSpeech(sentence.repeat(20))).toMatch(/^.{225,450}person\.$/);
    expect(shortenForSpeech('word '.repeat(200))).toMatch(/^.{300,450}word…$/);
    expect(shortenForSpeech(' Short\n text ')).toBe('Short text');
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
  const { default: app } = await import('../../api/v1/voice.ts');
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
      expect(decide(context(), wrong)).toEqual({ status: 'clarify', speech: expect.stringContaining('?') });
    }
  }
  expect(intents.filter(({ changesData }) => !changesData).map(({ name }) => name)).toEqual([
    'list_goals',
    'get_goal_progress',
    'list_tasks',
    'search_notes',
  ]);
});
