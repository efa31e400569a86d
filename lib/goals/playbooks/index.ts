import anySubject from './any-subject.json' with { type: 'json' };
import application from './application.json' with { type: 'json' };
import art from './art.json' with { type: 'json' };
import barExam from './bar-exam.json' with { type: 'json' };
import boundaries from './boundaries.json' with { type: 'json' };
import breakingHabit from './breaking-habit.json' with { type: 'json' };
import breakup from './breakup.json' with { type: 'json' };
import budget from './budget.json' with { type: 'json' };
import business from './business.json' with { type: 'json' };
import cafe from './cafe.json' with { type: 'json' };
import caffeine from './caffeine.json' with { type: 'json' };
import calm from './calm.json' with { type: 'json' };
import careerChange from './career-change.json' with { type: 'json' };
import certification from './certification.json' with { type: 'json' };
import changeOneself from './change-oneself.json' with { type: 'json' };
import channel from './channel.json' with { type: 'json' };
import chess from './chess.json' with { type: 'json' };
import climbing from './climbing.json' with { type: 'json' };
import cooking from './cooking.json' with { type: 'json' };
import couple from './couple.json' with { type: 'json' };
import coupleCrisis from './couple-crisis.json' with { type: 'json' };
import cycling from './cycling.json' with { type: 'json' };
import dating from './dating.json' with { type: 'json' };
import debt from './debt.json' with { type: 'json' };
import decision from './decision.json' with { type: 'json' };
import deck from './deck.json' with { type: 'json' };
import declutter from './declutter.json' with { type: 'json' };
import distanceTotal from './distance-total.json' with { type: 'json' };
import doctorFirst from './doctor-first.json' with { type: 'json' };
import drinkingLess from './drinking-less.json' with { type: 'json' };
import drivingLicence from './driving-licence.json' with { type: 'json' };
import earlyRising from './early-rising.json' with { type: 'json' };
import eating from './eating.json' with { type: 'json' };
import endurance from './endurance.json' with { type: 'json' };
import event from './event.json' with { type: 'json' };
import exam from './exam.json' with { type: 'json' };
import fitness from './fitness.json' with { type: 'json' };
import flowerBorder from './flower-border.json' with { type: 'json' };
import freelance from './freelance.json' with { type: 'json' };
import friends from './friends.json' with { type: 'json' };
import garden from './garden.json' with { type: 'json' };
import genealogy from './genealogy.json' with { type: 'json' };
import general from './general.json' with { type: 'json' };
import grades from './grades.json' with { type: 'json' };
import grief from './grief.json' with { type: 'json' };
import habit from './habit.json' with { type: 'json' };
import handmadeShop from './handmade-shop.json' with { type: 'json' };
import hiking from './hiking.json' with { type: 'json' };
import hobby from './hobby.json' with { type: 'json' };
import housePurchase from './house-purchase.json' with { type: 'json' };
import instrument from './instrument.json' with { type: 'json' };
import investing from './investing.json' with { type: 'json' };
import jobSearch from './job-search.json' with { type: 'json' };
import language from './language.json' with { type: 'json' };
import lastWill from './last-will.json' with { type: 'json' };
import lawn from './lawn.json' with { type: 'json' };
import lessJudgmental from './less-judgmental.json' with { type: 'json' };
import literaryAgent from './literary-agent.json' with { type: 'json' };
import memoir from './memoir.json' with { type: 'json' };
import mobility from './mobility.json' with { type: 'json' };
import moving from './moving.json' with { type: 'json' };
import novel from './novel.json' with { type: 'json' };
import paperwork from './paperwork.json' with { type: 'json' };
import parenting from './parenting.json' with { type: 'json' };
import people from './people.json' with { type: 'json' };
import pet from './pet.json' with { type: 'json' };
import photos from './photos.json' with { type: 'json' };
import pictureBook from './picture-book.json' with { type: 'json' };
import piece from './piece.json' with { type: 'json' };
import portrait from './portrait.json' with { type: 'json' };
import pottery from './pottery.json' with { type: 'json' };
import pottyTraining from './potty-training.json' with { type: 'json' };
import programming from './programming.json' with { type: 'json' };
import promotion from './promotion.json' with { type: 'json' };
import publicSpeaking from './public-speaking.json' with { type: 'json' };
import quitSmoking from './quit-smoking.json' with { type: 'json' };
import reading from './reading.json' with { type: 'json' };
import reconcile from './reconcile.json' with { type: 'json' };
import renovation from './renovation.json' with { type: 'json' };
import rental from './rental.json' with { type: 'json' };
import running from './running.json' with { type: 'json' };
import saving from './saving.json' with { type: 'json' };
import { Playbook } from './schema.ts';
import screens from './screens.json' with { type: 'json' };
import scripture from './scripture.json' with { type: 'json' };
import selfPublishing from './self-publishing.json' with { type: 'json' };
import sideProject from './side-project.json' with { type: 'json' };
import sleep from './sleep.json' with { type: 'json' };
import soap from './soap.json' with { type: 'json' };
import strength from './strength.json' with { type: 'json' };
import stress from './stress.json' with { type: 'json' };
import swimming from './swimming.json' with { type: 'json' };
import taxes from './taxes.json' with { type: 'json' };
import thesis from './thesis.json' with { type: 'json' };
import toddlerSleep from './toddler-sleep.json' with { type: 'json' };
import triathlon from './triathlon.json' with { type: 'json' };
import trip from './trip.json' with { type: 'json' };
import unopenedPost from './unopened-post.json' with { type: 'json' };
import visa from './visa.json' with { type: 'json' };
import volunteering from './volunteering.json' with { type: 'json' };
import walking from './walking.json' with { type: 'json' };
import wedding from './wedding.json' with { type: 'json' };
import weight from './weight.json' with { type: 'json' };
import yarn from './yarn.json' with { type: 'json' };

/** Every playbook, in alphabetical order but for the general one, which fits when no other does. */
const FILES: readonly unknown[] = [
  anySubject,
  application,
  art,
  barExam,
  boundaries,
  breakingHabit,
  breakup,
  budget,
  business,
  cafe,
  caffeine,
  calm,
  careerChange,
  certification,
  changeOneself,
  channel,
  chess,
  climbing,
  cooking,
  couple,
  coupleCrisis,
  cycling,
  dating,
  debt,
  decision,
  deck,
  declutter,
  distanceTotal,
  doctorFirst,
  drinkingLess,
  drivingLicence,
  earlyRising,
  eating,
  endurance,
  event,
  exam,
  fitness,
  flowerBorder,
  freelance,
  friends,
  garden,
  genealogy,
  grades,
  grief,
  habit,
  handmadeShop,
  hiking,
  hobby,
  housePurchase,
  instrument,
  investing,
  jobSearch,
  language,
  lastWill,
  lawn,
  lessJudgmental,
  literaryAgent,
  memoir,
  mobility,
  moving,
  novel,
  paperwork,
  parenting,
  people,
  pet,
  photos,
  pictureBook,
  piece,
  portrait,
  pottery,
  pottyTraining,
  programming,
  promotion,
  publicSpeaking,
  quitSmoking,
  reading,
  reconcile,
  renovation,
  rental,
  running,
  saving,
  screens,
  scripture,
  selfPublishing,
  sideProject,
  sleep,
  soap,
  strength,
  stress,
  swimming,
  taxes,
  thesis,
  toddlerSleep,
  triathlon,
  trip,
  unopenedPost,
  visa,
  volunteering,
  walking,
  wedding,
  weight,
  yarn,
];

let parsed: readonly Playbook[] | undefined;
let fallback: Playbook | undefined;

/** The playbooks of all domains. Files are checked once, when they are first needed. */
export function playbooks(): readonly Playbook[] {
  parsed ??= FILES.map((file) => Playbook.parse(file));
  return parsed;
}

/** The playbook for goals that fit no other. */
export function generalPlaybook(): Playbook {
  fallback ??= Playbook.parse(general);
  return fallback;
}

/** The playbook of that id; undefined when there is none (any more). */
export function playbookById(id: string): Playbook | undefined {
  return [...playbooks(), generalPlaybook()].find((playbook) => playbook.id === id);
}
