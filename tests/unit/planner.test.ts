import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contextOf, type PlanContext } from '../../lib/goals/planner/context.ts';
import { INVARIANTS, verify } from '../../lib/goals/planner/invariants.ts';
import { finishPlan, planFromTemplate, repairPlan } from '../../lib/goals/planner/plan.ts';
import { scheduleDraft } from '../../lib/goals/planner/schedule.ts';
import { DraftPlan, type DraftTask, Plan } from '../../lib/goals/planner/schema.ts';

/** Two weeks from Monday 2 March 2026, Sundays off, an hour a day; Wednesday the 4th has 40 minutes of another goal. */
const context: PlanContext = contextOf({
  goal: { title: 'Run five kilometres' },
  start_date: '2026-03-02',
  target_date: '2026-03-15',
  timezone: 'Europe/Berlin',
  dailyMinutes: 60,
  restDays: [0],
  otherMinutes: { '2026-03-04': 40 },
});

const frame = { context, seed: 'event-1', sources: [], attempts: [] };

function task(change: Partial<DraftTask> = {}): DraftTask {
  const place = {
    monday: 'park',
    tuesday: 'lake',
    wednesday: 'wood',
    thursday: 'hill',
    friday: 'town',
    saturday: 'sea',
    sunday: 'zoo',
  };
  const where = Object.entries(place).find(([weekday]) => weekday === change.weekday)?.[1] ?? 'lake';
  const base = {
    verb: 'Run',
    title: `Run around the ${where}`,
    description: 'Easy pace.',
    start_time: null,
    minutes: 30,
  };
  return { ...base, weekday: 'tuesday', ...change };
}

function draft(change: (plan: DraftPlan) => void = () => undefined): DraftPlan {
  const plan: DraftPlan = {
    summary: 'Two weeks of running.',
    weeks: [
      {
        week: 1,
        milestone: { title: 'A first run', metric: '2 km in one go', success_criterion: 'You ran 2 km in one go.' },
        tasks: [task(), task({ weekday: 'thursday' })],
      },
      {
        week: 2,
        milestone: { title: 'Run five kilometres', metric: '5 km', success_criterion: 'You ran 5 km.' },
        tasks: [task(), task({ weekday: 'thursday', minutes: 45 })],
      },
    ],
  };
  change(plan);
  return plan;
}

/** The draft with week `week` (from 0) changed. */
function changed(week: number, change: (week: DraftPlan['weeks'][number]) => void): DraftPlan {
  return draft((plan) => {
    const found = plan.weeks[week];
    if (found) change(found);
  });
}

function assignAll<Item extends object>(items: Item[], change: Partial<Item>): void {
  for (const item of items) Object.assign(item, change);
}

function brokenRules(plan: DraftPlan, inContext: PlanContext = context): string[] {
  const { checks } = verify(scheduleDraft(plan, inContext, 'seed'), inContext);
  return checks.filter(({ ok }) => !ok).map(({ rule }) => rule);
}

const done = {
  id: '0b6d6c1e-7f0a-4c5e-9d1b-0f1e2d3c4b5a',
  title: 'Run around the hill',
  description: 'As it was.',
  date: '2026-03-05',
  duration_minutes: 25,
};

test('a draft without faults becomes a plan with dates in the weeks from its start', () => {
  const finished = finishPlan({ ...frame, draft: draft(), source: 'llm', model: 'openai/gpt-4o-mini' });
  const plan = Plan.parse('plan' in finished && finished.plan);
  expect(plan.weeks.map(({ starts_on }) => starts_on)).toEqual(['2026-03-02', '2026-03-09']);
  expect(plan.weeks.flatMap(({ tasks }) => tasks.map(({ date }) => date))).toEqual([
    '2026-03-03',
    '2026-03-05',
    '2026-03-10',
    '2026-03-12',
  ]);
  expect(plan.checks).toEqual(Object.keys(INVARIANTS).map((rule) => ({ rule, ok: true })));
  expect(plan.attempts).toEqual([{ by: 'llm', ok: true, problems: [] }]);
});

describe('each rule is broken by', () => {
  test('a date after the target', () => {
    const broken = changed(1, ({ tasks }) => tasks.push(task({ weekday: 'saturday', minutes: 5 })));
    expect(brokenRules(broken, { ...context, target_date: '2026-03-13' })).toEqual([
      'datesInRange',
      'weeksAreComplete',
    ]);
  });

  test('a plan that ends on another day than the target', () => {
    const scheduled = scheduleDraft(draft(), context, 'seed');
    expect(INVARIANTS.datesInRange({ ...scheduled, end_date: '2026-03-14' }, context)).toHaveLength(1);
  });

  test('a missing week, a week too many, and weeks out of order', () => {
    expect(brokenRules(draft(({ weeks }) => weeks.splice(0, 1)))).toContain('weeksAreComplete');
    expect(brokenRules(draft(({ weeks }) => weeks.push(...draft().weeks)))).toContain('weeksAreComplete');
    expect(brokenRules(draft(({ weeks }) => weeks.reverse()))).toContain('weeksAreComplete');
  });

  test('a week without a task', () => {
    expect(brokenRules(changed(1, (week) => week.tasks.splice(0)))).toEqual(['everyWeekHasWork']);
  });

  test('a week without a milestone title', () => {
    const broken = changed(0, ({ milestone }) => Object.assign(milestone, { title: ' ' }));
    expect(brokenRules(broken)).toEqual(['everyWeekHasWork']);
  });

  test('more minutes than a day has left by other goals', () => {
    const broken = changed(0, ({ tasks }) => tasks.push(task({ weekday: 'wednesday', minutes: 21 })));
    expect(brokenRules(broken)).toEqual(['fitsTheDay']);
    const fits = changed(0, ({ tasks }) => tasks.push(task({ weekday: 'wednesday', minutes: 20 })));
    expect(brokenRules(fits)).toEqual([]);
  });

  test('a task on a rest day', () => {
    expect(brokenRules(changed(0, ({ tasks }) => tasks.push(task({ weekday: 'sunday' }))))).toEqual([
      'restDaysAreEmpty',
    ]);
  });

  test.each([4, 241])('a task of %i minutes', (minutes) => {
    const broken = changed(0, ({ tasks }) => tasks.push(task({ weekday: 'friday', minutes })));
    expect(brokenRules(broken, { ...context, dailyMinutes: 600 })).toContain('tasksAreDoable');
  });

  test.each([
    ['Morning run', 'Run'],
    ['Morning run', 'Morning'],
    ['The gym', 'The'],
    ['Running slowly', 'Run'],
    ['Run slowly', ''],
  ])('the title "%s" with the verb "%s"', (title, verb) => {
    const broken = changed(0, ({ tasks }) => tasks.push(task({ weekday: 'friday', title, verb })));
    expect(brokenRules(broken)).toEqual(['tasksAreDoable']);
  });

  test('the same title twice on a day, whatever the case', () => {
    const broken = changed(0, ({ tasks }) => {
      tasks.push(task({ title: 'Run home', minutes: 5 }), task({ title: 'RUN  home', minutes: 5 }));
    });
    expect(brokenRules(broken)).toEqual(['noDuplicateOnADay']);
  });

  test('a week with more than 25 % over the one before', () => {
    expect(brokenRules(changed(1, ({ tasks }) => tasks.push(task({ weekday: 'friday', minutes: 5 }))))).toEqual([
      'loadGrowsGently',
    ]);
  });

  test('a criterion that contains neither its metric nor a number', () => {
    const broken = changed(0, ({ milestone }) => Object.assign(milestone, { success_criterion: 'You feel better.' }));
    expect(brokenRules(broken)).toEqual(['milestonesAreMeasurable']);
  });

  test('a milestone without a metric', () => {
    const broken = changed(0, ({ milestone }) => Object.assign(milestone, { metric: '' }));
    expect(brokenRules(broken)).toEqual(['milestonesAreMeasurable']);
  });

  test('a last milestone that is not the goal', () => {
    const broken = changed(1, ({ milestone }) => Object.assign(milestone, { title: 'Buy new shoes' }));
    expect(brokenRules(broken)).toEqual(['endsWithTheGoal']);
  });

  test('a completed task that is gone or changed', () => {
    const withDone = { ...context, kept: [done] };
    const scheduled = scheduleDraft(draft(), context, 'seed');
    expect(INVARIANTS.keepsWhatIsDone(scheduled, withDone)).toHaveLength(1);
    const [week] = scheduled.weeks;
    week?.tasks.push({ ...done, duration_minutes: 30 });
    expect(INVARIANTS.keepsWhatIsDone(scheduled, withDone)).toHaveLength(1);
  });
});

test('a verb may be in any language and script', () => {
  const titles = [
    task({ verb: 'Courir', title: 'Courir doucement' }),
    task({ verb: '走る', title: '走るのを続ける', minutes: 5 }),
  ];
  expect(
    brokenRules(
      changed(0, ({ tasks }) => tasks.push(...titles.map((each) => ({ ...each, weekday: 'friday' as const })))),
    ),
  ).toEqual([]);
});

test('a lighter week and a heavy short last week are fine', () => {
  const lighter = changed(1, ({ tasks }) => tasks.splice(1));
  expect(brokenRules(lighter)).toEqual([]);
  const heavyShortWeek = changed(1, ({ tasks }) =>
    tasks.splice(0, 2, task({ weekday: 'monday', minutes: 60 }), task({ minutes: 60 })),
  );
  expect(brokenRules(heavyShortWeek, { ...context, target_date: '2026-03-10' })).toEqual([]);
});

test('a last week of rest days only belongs to the week before', () => {
  const until = { ...context, target_date: '2026-03-15', start_date: '2026-03-01' };
  const oneWeekShort = { ...until, target_date: '2026-03-08' };
  const single = draft(({ weeks }) => weeks.splice(0, 1));
  for (const week of single.weeks) week.week = 1;
  expect(brokenRules(single, oneWeekShort)).toEqual([]);
  expect(brokenRules(draft(), oneWeekShort)).toContain('weeksAreComplete');
});

test('completed tasks stay as they are, spend their minutes, and are exempt from the other rules', () => {
  const onRestDay = { ...done, id: '1b6d6c1e-7f0a-4c5e-9d1b-0f1e2d3c4b5a', date: '2026-02-22', duration_minutes: 300 };
  const withDone = { ...context, kept: [done, onRestDay] };
  expect(brokenRules(draft(), withDone)).toEqual(['noDuplicateOnADay']);
  const other = changed(0, (week) =>
    week.tasks.splice(1, 1, task({ weekday: 'thursday', verb: 'Go', title: 'Go farther', minutes: 36 })),
  );
  expect(brokenRules(other, withDone)).toEqual(['fitsTheDay']);
  const planned = planFromTemplate({ ...frame, context: withDone });
  const tasks = 'plan' in planned ? planned.plan.weeks.flatMap((week) => week.tasks) : [];
  expect(tasks.filter(({ id }) => id === done.id || id === onRestDay.id)).toEqual([
    { ...onRestDay, kept: true },
    { ...done, kept: true },
  ]);
});

test('the same event gives the same plan with the same ids, another event other ids', () => {
  const [first, second, third] = ['a', 'a', 'b'].map((seed) => planFromTemplate({ ...frame, seed }));
  expect(first).toEqual(second);
  const ids = [first, third].flatMap((result) =>
    result && 'plan' in result ? result.plan.weeks.flatMap(({ tasks }) => tasks.map(({ id }) => id)) : [],
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test('a completed task keeps its id, and no new task takes it, even from the same event', () => {
  const first = planFromTemplate({ ...frame });
  const kept = 'plan' in first ? (first.plan.weeks[0]?.tasks.slice(0, 1) ?? []) : [];
  const second = planFromTemplate({ ...frame, context: { ...context, start_date: '2026-03-03', kept } });
  const tasks = 'plan' in second ? second.plan.weeks.flatMap((week) => week.tasks) : [];
  expect(tasks).toContainEqual({ ...kept[0], kept: true });
  expect(new Set(tasks.map(({ id }) => id)).size).toBe(tasks.length);
});

test('a start time is kept when it is one and free, else the nearest free one of the day is taken', () => {
  const times = ['7:00', '07:15', '23:50', '25:00', '08:00'];
  const plan = changed(0, (week) => {
    week.tasks = times.map((start_time, index) =>
      task({ title: `Run lap ${index}`, start_time, minutes: 30, weekday: 'friday' }),
    );
  });
  const [week] = scheduleDraft(plan, context, 'seed').weeks;
  expect(week?.tasks.map(({ start_time }) => start_time)).toEqual(['07:00', '07:30', '08:00', '18:30', '20:30']);
});

test('text that a database cannot hold is cleaned', () => {
  const plan = changed(0, ({ tasks }) =>
    tasks.splice(0, 2, task({ title: 'Run\u0000 on\ud800', description: 'x'.repeat(9000) })),
  );
  const [week] = scheduleDraft(plan, context, 'seed').weeks;
  expect(week?.tasks[0]?.title).toBe('Run on\ufffd');
  expect(week?.tasks[0]?.description).toHaveLength(2000);
});

test('the draft schema asks for nothing that strict structured output refuses', () => {
  const json = JSON.stringify(z.toJSONSchema(DraftPlan));
  expect(json).not.toMatch(/additionalProperties":(?!false)|"(?:format|pattern|default|propertyNames|allOf|not)"/);
});

describe('repair', () => {
  const bad: [string, DraftPlan][] = [
    ['no summary', draft((plan) => Object.assign(plan, { summary: '', weeks: plan.weeks.slice(1) }))],
    [
      'week numbers that are not of this plan',
      draft(({ weeks }) => weeks.splice(0, 2, ...weeks.map((week) => ({ ...week, week: week.week + 7 })))),
    ],
    ['the same week twice', draft(({ weeks }) => assignAll(weeks, { week: 1 }))],
    [
      '120 hours in a week',
      changed(0, ({ tasks }) => tasks.push(...Array.from({ length: 30 }, () => task({ minutes: 240 })))),
    ],
    ['everything on a rest day', changed(0, ({ tasks }) => assignAll(tasks, { weekday: 'sunday' }))],
    ['empty titles', changed(1, ({ tasks }) => assignAll(tasks, { title: '', verb: '' }))],
    ['titles without their verb', changed(1, ({ tasks }) => assignAll(tasks, { title: 'Lake' }))],
    ['tripled load', changed(0, ({ tasks }) => tasks.splice(0, 2, task({ minutes: 5 })))],
    [
      'empty milestones',
      draft(({ weeks }) => assignAll(weeks, { milestone: { title: '', metric: '', success_criterion: '' } })),
    ],
  ];

  test.each(bad)('mends %s', (_, broken) => {
    const finished = finishPlan({ ...frame, draft: broken, source: 'llm', model: 'm' });
    expect('violations' in finished && finished.violations).not.toHaveLength(0);
    const repaired = repairPlan({ ...frame, draft: broken, model: 'm' });
    expect('plan' in repaired && repaired.plan.attempts).toEqual([{ by: 'repair', ok: true, problems: [] }]);
  });

  test('gives way to the template, and says so, when too little of the draft can be used', () => {
    const repaired = repairPlan({ ...frame, draft: { summary: '', weeks: [] }, model: 'm' });
    expect('plan' in repaired && repaired.plan).toMatchObject({
      source: 'template',
      model: null,
      attempts: [
        { by: 'repair', ok: false, problems: ['Only 0 of 2 weeks could be used.'] },
        { by: 'template', ok: true },
      ],
    });
  });

  test('leaves a draft without faults as it is', () => {
    const finished = finishPlan({ ...frame, draft: draft(), source: 'llm', model: 'm' });
    const repaired = repairPlan({ ...frame, draft: draft(), model: 'm' });
    expect('plan' in repaired && repaired.plan.weeks).toEqual('plan' in finished && finished.plan.weeks);
  });

  test('moves a task of a full day to the nearest free one and shortens one that fits on none, never cutting it up', () => {
    const long = changed(0, (week) =>
      week.tasks.splice(0, 2, task({ weekday: 'wednesday', minutes: 30 }), task({ title: 'Run far', minutes: 100 })),
    );
    const repaired = repairPlan({ ...frame, draft: long, model: 'm' });
    const tasks = 'plan' in repaired ? (repaired.plan.weeks[0]?.tasks ?? []) : [];
    expect(tasks.map(({ date, title, duration_minutes }) => [date, title, duration_minutes])).toEqual([
      ['2026-03-02', 'Run far', 50],
      ['2026-03-03', 'Run around the wood', 30],
    ]);
  });
});

describe('full days', () => {
  const full = {
    ...context,
    otherMinutes: Object.fromEntries(['09', '10', '11', '12', '13', '14'].map((day) => [`2026-03-${day}`, 70])),
  };

  test('end in a sentence that says how many minutes a day are missing', () => {
    const refused = planFromTemplate({ ...frame, context: full });
    expect(refused).toMatchObject({ infeasible: true, missing_minutes_per_day: 15 });
    expect('message' in refused && refused.message).toContain('15 minutes a day are missing');
    expect(repairPlan({ ...frame, context: full, draft: draft(), model: 'm' })).toEqual(refused);
  });

  test('become a plan with exactly the minutes that were missing', () => {
    expect(planFromTemplate({ ...frame, context: { ...full, dailyMinutes: 75 } })).toHaveProperty('plan');
    expect(planFromTemplate({ ...frame, context: { ...full, dailyMinutes: 74 } })).toHaveProperty('infeasible');
  });

  test('of rest only are refused too', () => {
    const resting = { ...context, restDays: [0, 1, 2, 3, 4, 5, 6] };
    expect(planFromTemplate({ ...frame, context: resting })).toMatchObject({
      infeasible: true,
      missing_minutes_per_day: 0,
    });
  });
});
