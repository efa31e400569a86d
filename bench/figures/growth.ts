import type { Environment, Person, Site } from '../environment.ts';
import { interleave, median } from '../measure.ts';
import { atMost, formatMs, type ReportLine } from '../report.ts';
import { requestsOf } from '../requests.ts';
import { type Belongings, seedCrowd } from '../seed.ts';

const rounds = 60;
const max = 1.2;

/**
 * Measures the time of each list and each POST with 100,000 goals, 1,000,000 tasks and 1,000,000 messages of other people in the
 * database, against the same for a person who is alone in it.
 */
export async function growth(
  environment: Environment,
  sites: { small: Site; large: Site },
  people: { small: { person: Person; has: Belongings }; large: { person: Person; has: Belongings } },
): Promise<ReportLine[]> {
  await seedCrowd(sites.large.project);
  await sites.small.project.query('vacuum analyze');
  const hosts = {
    small: await environment.startHost(sites.small.env),
    large: await environment.startHost(sites.large.env),
  };
  const inLarge = requestsOf(people.large.person, people.large.has, await sites.large.signUp());
  const lines: ReportLine[] = [];
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
    lines.push(atMost(`${name}, grown`, large / small, max, `${formatMs(large)} against ${formatMs(small)}`));
  }
  await hosts.small.stop();
  await hosts.large.stop();
  return lines;
}
