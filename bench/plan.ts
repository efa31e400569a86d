import { planGoal, printPlan } from '../harness/plans.ts';
import { type CommandInput, runCommand } from '../lib/command.ts';
import { detectLanguage } from '../lib/language/detect.ts';
import { LANGUAGES } from '../lib/language/languages.ts';

const help = `npm run plan -- "Run a marathon" "in 23 weeks" [--minutes 120] [--rest 0,3] [--language de] [--target 2027-06-01]

Prints the plan that is made for a goal without a model, as a person would read it: its title, then its description in words.

  --minutes    how many minutes a day there are (120)
  --rest       the weekdays without tasks, 0 for Sunday
  --language   that of the goal; else it is detected
  --target     the day by which it is to be reached`;

async function main({ options, words }: CommandInput): Promise<void> {
  const [title = '', description = ''] = words;
  if (!title) throw new Error('Say the goal: npm run plan -- "Run a marathon" "in 23 weeks"');
  const { minutes = '120', rest, language, target } = options;
  const plan = planGoal({
    title,
    description,
    target_date: target,
    dailyMinutes: Number(minutes),
    restDays: rest ? rest.split(',').map(Number) : [],
    language: LANGUAGES.find((known) => known === language) ?? detectLanguage(`${title}. ${description}`),
  });
  console.log(printPlan(plan));
}

await runCommand({ help, options: ['minutes', 'rest', 'language', 'target'], takesWords: true }, main);
