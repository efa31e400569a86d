import { interleave, median } from '../measure.ts';
import { atMost, type Line, ms } from '../report.ts';
import { requestsOf } from '../requests.ts';
import { type Belongings, crowd } from '../seed.ts';
import type { Person, Site, Stage } from '../stage.ts';

const rounds = 60;
const max = 1.2;

/**
 * The time of each list and each POST with 100,000 goals, 1,000,000 tasks and 1,000,000 messages of other people in the
 * database, against the same for a person who is alone in it.
 */
export async function growth(
  stage: Stage,
  sites: { small: Site; large: Site },
  people: { small: { person: Person; has: Belongings }; large: { person: Person; has: Belongings } },
): Promise<Line[]> {
  await crowd(sites.large.project);
  await sites.small.project.query('vacuum analyze');
  const hosts = { small: await stage.startHost(sites.small.env), large: await stage.startHost(sites.large.env) };
  const inLarge = requestsOf(people.large.person, people.large.has, await sites.large.signUp());
  const lines: Line[] = [];
  const inSmall = requestsOf(people.small.person, people.small.has, await sites.small.signUp());
  for (const [index, { name, call }] of inSmall.entries()) {
    const samples = await interleave(
      {
        small: { url: hosts.small.url, call },
        large: { url: hosts.large.url, call: inLarge[index]?.call ?? call },
      },
      rounds,
    );
    const [large, small] = [median(samples.large), median(samples.small)];
    lines.push(atMost(`${name}, grown`, large / small, max, `${ms(large)} against ${ms(small)}`));
  }
  await hosts.small.stop();
  await hosts.large.stop();
  return lines;
}
