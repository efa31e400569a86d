/**
 * `npm run plan -- "Run a marathon" "in 23 weeks" [--minutes 120] [--rest 0,3] [--language de]`: prints the plan that is made for
 * a goal without a model, as a person would read it.
 */

import { parseArgs } from 'node:util';
import { detectLanguage } from '../lib/language/detect.ts';
import { LANGUAGES } from '../lib/language/languages.ts';
import { planGoal, printPlan } from './plans.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string' },
    rest: { type: 'string' },
    language: { type: 'string' },
    target: { type: 'string' },
  },
});
const [title = '', description = ''] = positionals;
console.log(
  printPlan(
    planGoal({
      title,
      description,
      target_date: values.target,
      dailyMinutes: Number(values.minutes ?? 120),
      restDays: values.rest ? values.rest.split(',').map(Number) : [],
      language:
        LANGUAGES.find((language) => language === values.language) ?? detectLanguage(`${title}. ${description}`),
    }),
  ),
);
