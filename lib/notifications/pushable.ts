import { readCare } from '../care/read.ts';

/** Tells whether a task may be pushed to a screen: never one whose title reads as a crisis or as violence at home. */
export function mayBePushed({ title }: { title: string }): boolean {
  return readCare(title, { timezone: 'UTC' })?.tier !== 'nothing';
}
