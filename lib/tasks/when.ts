export { type Moment, type Moved, nextHalfHour, readWhen } from '../language/when.ts';
