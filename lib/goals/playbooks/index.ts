import adventCalendar from './advent-calendar.json' with { type: 'json' };
import anger from './anger.json' with { type: 'json' };
import anxiousMoments from './anxious-moments.json' with { type: 'json' };
import anySubject from './any-subject.json' with { type: 'json' };
import appeal from './appeal.json' with { type: 'json' };
import application from './application.json' with { type: 'json' };
import aquarium from './aquarium.json' with { type: 'json' };
import art from './art.json' with { type: 'json' };
import baby from './baby.json' with { type: 'json' };
import backup from './backup.json' with { type: 'json' };
import baking from './baking.json' with { type: 'json' };
import balance from './balance.json' with { type: 'json' };
import barExam from './bar-exam.json' with { type: 'json' };
import bestMan from './best-man.json' with { type: 'json' };
import bikeRepair from './bike-repair.json' with { type: 'json' };
import billDispute from './bill-dispute.json' with { type: 'json' };
import birthdayCards from './birthday-cards.json' with { type: 'json' };
import bloodValues from './blood-values.json' with { type: 'json' };
import bodyImage from './body-image.json' with { type: 'json' };
import bookkeeping from './bookkeeping.json' with { type: 'json' };
import boundaries from './boundaries.json' with { type: 'json' };
import breakingHabit from './breaking-habit.json' with { type: 'json' };
import breakup from './breakup.json' with { type: 'json' };
import breastfeeding from './breastfeeding.json' with { type: 'json' };
import budget from './budget.json' with { type: 'json' };
import business from './business.json' with { type: 'json' };
import cafe from './cafe.json' with { type: 'json' };
import caffeine from './caffeine.json' with { type: 'json' };
import calm from './calm.json' with { type: 'json' };
import cannabis from './cannabis.json' with { type: 'json' };
import carPurchase from './car-purchase.json' with { type: 'json' };
import carRepair from './car-repair.json' with { type: 'json' };
import careerChange from './career-change.json' with { type: 'json' };
import certification from './certification.json' with { type: 'json' };
import changeOneself from './change-oneself.json' with { type: 'json' };
import channel from './channel.json' with { type: 'json' };
import checkups from './checkups.json' with { type: 'json' };
import chess from './chess.json' with { type: 'json' };
import chickens from './chickens.json' with { type: 'json' };
import childLearning from './child-learning.json' with { type: 'json' };
import childproof from './childproof.json' with { type: 'json' };
import christmas from './christmas.json' with { type: 'json' };
import civicRequest from './civic-request.json' with { type: 'json' };
import cleanUp from './clean-up.json' with { type: 'json' };
import climbing from './climbing.json' with { type: 'json' };
import coldWater from './cold-water.json' with { type: 'json' };
import collection from './collection.json' with { type: 'json' };
import community from './community.json' with { type: 'json' };
import compost from './compost.json' with { type: 'json' };
import cooking from './cooking.json' with { type: 'json' };
import coparenting from './coparenting.json' with { type: 'json' };
import couple from './couple.json' with { type: 'json' };
import coupleCrisis from './couple-crisis.json' with { type: 'json' };
import { COURSES } from './courses/index.ts';
import { playbookOf } from './courses.ts';
import creditScore from './credit-score.json' with { type: 'json' };
import customers from './customers.json' with { type: 'json' };
import cv from './cv.json' with { type: 'json' };
import cycling from './cycling.json' with { type: 'json' };
import damp from './damp.json' with { type: 'json' };
import dating from './dating.json' with { type: 'json' };
import debt from './debt.json' with { type: 'json' };
import decision from './decision.json' with { type: 'json' };
import deck from './deck.json' with { type: 'json' };
import declutter from './declutter.json' with { type: 'json' };
import deficiency from './deficiency.json' with { type: 'json' };
import degree from './degree.json' with { type: 'json' };
import digestion from './digestion.json' with { type: 'json' };
import digitise from './digitise.json' with { type: 'json' };
import distanceTotal from './distance-total.json' with { type: 'json' };
import divorce from './divorce.json' with { type: 'json' };
import doOnce from './do-once.json' with { type: 'json' };
import doctorFirst from './doctor-first.json' with { type: 'json' };
import documentary from './documentary.json' with { type: 'json' };
import dogHabit from './dog-habit.json' with { type: 'json' };
import donor from './donor.json' with { type: 'json' };
import drinkWater from './drink-water.json' with { type: 'json' };
import drinkingLess from './drinking-less.json' with { type: 'json' };
import drivingLicence from './driving-licence.json' with { type: 'json' };
import dyingDrive from './dying-drive.json' with { type: 'json' };
import earlyRising from './early-rising.json' with { type: 'json' };
import eating from './eating.json' with { type: 'json' };
import elderCare from './elder-care.json' with { type: 'json' };
import emigration from './emigration.json' with { type: 'json' };
import endurance from './endurance.json' with { type: 'json' };
import energy from './energy.json' with { type: 'json' };
import energySaving from './energy-saving.json' with { type: 'json' };
import errand from './errand.json' with { type: 'json' };
import estateClearing from './estate-clearing.json' with { type: 'json' };
import event from './event.json' with { type: 'json' };
import exam from './exam.json' with { type: 'json' };
import extraIncome from './extra-income.json' with { type: 'json' };
import fair from './fair.json' with { type: 'json' };
import familyScreens from './family-screens.json' with { type: 'json' };
import fear from './fear.json' with { type: 'json' };
import findChoose from './find-choose.json' with { type: 'json' };
import firstAid from './first-aid.json' with { type: 'json' };
import fitness from './fitness.json' with { type: 'json' };
import flowerBorder from './flower-border.json' with { type: 'json' };
import freelance from './freelance.json' with { type: 'json' };
import friends from './friends.json' with { type: 'json' };
import fruitTrees from './fruit-trees.json' with { type: 'json' };
import funding from './funding.json' with { type: 'json' };
import gamesNight from './games-night.json' with { type: 'json' };
import garden from './garden.json' with { type: 'json' };
import genealogy from './genealogy.json' with { type: 'json' };
import general from './general.json' with { type: 'json' };
import gift from './gift.json' with { type: 'json' };
import grades from './grades.json' with { type: 'json' };
import grief from './grief.json' with { type: 'json' };
import groceryBill from './grocery-bill.json' with { type: 'json' };
import groupVideo from './group-video.json' with { type: 'json' };
import habit from './habit.json' with { type: 'json' };
import handOver from './hand-over.json' with { type: 'json' };
import handmadeShop from './handmade-shop.json' with { type: 'json' };
import headache from './headache.json' with { type: 'json' };
import helpSomebody from './help-somebody.json' with { type: 'json' };
import hiking from './hiking.json' with { type: 'json' };
import hobby from './hobby.json' with { type: 'json' };
import hold from './hold.json' with { type: 'json' };
import homeRepair from './home-repair.json' with { type: 'json' };
import homeServer from './home-server.json' with { type: 'json' };
import hostDinner from './host-dinner.json' with { type: 'json' };
import housePurchase from './house-purchase.json' with { type: 'json' };
import houseSale from './house-sale.json' with { type: 'json' };
import houseplants from './houseplants.json' with { type: 'json' };
import housework from './housework.json' with { type: 'json' };
import hybridRace from './hybrid-race.json' with { type: 'json' };
import instrument from './instrument.json' with { type: 'json' };
import insurance from './insurance.json' with { type: 'json' };
import interview from './interview.json' with { type: 'json' };
import investing from './investing.json' with { type: 'json' };
import jaw from './jaw.json' with { type: 'json' };
import jigsaw from './jigsaw.json' with { type: 'json' };
import jobSearch from './job-search.json' with { type: 'json' };
import language from './language.json' with { type: 'json' };
import languageExam from './language-exam.json' with { type: 'json' };
import lastWill from './last-will.json' with { type: 'json' };
import lawn from './lawn.json' with { type: 'json' };
import leavingJob from './leaving-job.json' with { type: 'json' };
import lessCar from './less-car.json' with { type: 'json' };
import lessJudgmental from './less-judgmental.json' with { type: 'json' };
import lettering from './lettering.json' with { type: 'json' };
import letting from './letting.json' with { type: 'json' };
import literaryAgent from './literary-agent.json' with { type: 'json' };
import localOffice from './local-office.json' with { type: 'json' };
import make from './make.json' with { type: 'json' };
import makeFood from './make-food.json' with { type: 'json' };
import makePages from './make-pages.json' with { type: 'json' };
import makePicture from './make-picture.json' with { type: 'json' };
import mealPrep from './meal-prep.json' with { type: 'json' };
import medicines from './medicines.json' with { type: 'json' };
import memoir from './memoir.json' with { type: 'json' };
import mobility from './mobility.json' with { type: 'json' };
import mortgage from './mortgage.json' with { type: 'json' };
import motorcycle from './motorcycle.json' with { type: 'json' };
import moving from './moving.json' with { type: 'json' };
import mural from './mural.json' with { type: 'json' };
import muscle from './muscle.json' with { type: 'json' };
import musicTracks from './music-tracks.json' with { type: 'json' };
import natureGarden from './nature-garden.json' with { type: 'json' };
import neighbour from './neighbour.json' with { type: 'json' };
import newDevice from './new-device.json' with { type: 'json' };
import newJob from './new-job.json' with { type: 'json' };
import newManager from './new-manager.json' with { type: 'json' };
import newPartner from './new-partner.json' with { type: 'json' };
import newRecipes from './new-recipes.json' with { type: 'json' };
import novel from './novel.json' with { type: 'json' };
import numberOfThings from './number-of-things.json' with { type: 'json' };
import occasion from './occasion.json' with { type: 'json' };
import onlineCourse from './online-course.json' with { type: 'json' };
import onlineSecurity from './online-security.json' with { type: 'json' };
import ownAccounts from './own-accounts.json' with { type: 'json' };
import paperwork from './paperwork.json' with { type: 'json' };
import parenting from './parenting.json' with { type: 'json' };
import passport from './passport.json' with { type: 'json' };
import pension from './pension.json' with { type: 'json' };
import people from './people.json' with { type: 'json' };
import pests from './pests.json' with { type: 'json' };
import pet from './pet.json' with { type: 'json' };
import petFarewell from './pet-farewell.json' with { type: 'json' };
import petMeet from './pet-meet.json' with { type: 'json' };
import petTravel from './pet-travel.json' with { type: 'json' };
import petWeight from './pet-weight.json' with { type: 'json' };
import photos from './photos.json' with { type: 'json' };
import pictureBook from './picture-book.json' with { type: 'json' };
import piece from './piece.json' with { type: 'json' };
import places from './places.json' with { type: 'json' };
import plannerUse from './planner-use.json' with { type: 'json' };
import portfolio from './portfolio.json' with { type: 'json' };
import portrait from './portrait.json' with { type: 'json' };
import pottery from './pottery.json' with { type: 'json' };
import pottyTraining from './potty-training.json' with { type: 'json' };
import prayer from './prayer.json' with { type: 'json' };
import probate from './probate.json' with { type: 'json' };
import profession from './profession.json' with { type: 'json' };
import programming from './programming.json' with { type: 'json' };
import promotion from './promotion.json' with { type: 'json' };
import proposal from './proposal.json' with { type: 'json' };
import publicSpeaking from './public-speaking.json' with { type: 'json' };
import punctual from './punctual.json' with { type: 'json' };
import purpose from './purpose.json' with { type: 'json' };
import qualification from './qualification.json' with { type: 'json' };
import quilt from './quilt.json' with { type: 'json' };
import quitSmoking from './quit-smoking.json' with { type: 'json' };
import raise from './raise.json' with { type: 'json' };
import raiseMoney from './raise-money.json' with { type: 'json' };
import reading from './reading.json' with { type: 'json' };
import recognition from './recognition.json' with { type: 'json' };
import reconcile from './reconcile.json' with { type: 'json' };
import recording from './recording.json' with { type: 'json' };
import regularAct from './regular-act.json' with { type: 'json' };
import regularCall from './regular-call.json' with { type: 'json' };
import renovation from './renovation.json' with { type: 'json' };
import rental from './rental.json' with { type: 'json' };
import restore from './restore.json' with { type: 'json' };
import retiring from './retiring.json' with { type: 'json' };
import retrofit from './retrofit.json' with { type: 'json' };
import returnToSport from './return-to-sport.json' with { type: 'json' };
import running from './running.json' with { type: 'json' };
import saving from './saving.json' with { type: 'json' };
import { Playbook } from './schema.ts';
import screens from './screens.json' with { type: 'json' };
import scripture from './scripture.json' with { type: 'json' };
import selfPublishing from './self-publishing.json' with { type: 'json' };
import sellMany from './sell-many.json' with { type: 'json' };
import sellThing from './sell-thing.json' with { type: 'json' };
import settlingIn from './settling-in.json' with { type: 'json' };
import sewGarment from './sew-garment.json' with { type: 'json' };
import shortFilm from './short-film.json' with { type: 'json' };
import shortStory from './short-story.json' with { type: 'json' };
import sideProject from './side-project.json' with { type: 'json' };
import sitting from './sitting.json' with { type: 'json' };
import skill from './skill.json' with { type: 'json' };
import skin from './skin.json' with { type: 'json' };
import sleep from './sleep.json' with { type: 'json' };
import smartHome from './smart-home.json' with { type: 'json' };
import soap from './soap.json' with { type: 'json' };
import socialAnxiety from './social-anxiety.json' with { type: 'json' };
import softDrinks from './soft-drinks.json' with { type: 'json' };
import soloSong from './solo-song.json' with { type: 'json' };
import songwriting from './songwriting.json' with { type: 'json' };
import sortOut from './sort-out.json' with { type: 'json' };
import speech from './speech.json' with { type: 'json' };
import sport from './sport.json' with { type: 'json' };
import stairs from './stairs.json' with { type: 'json' };
import stopDoing from './stop-doing.json' with { type: 'json' };
import strength from './strength.json' with { type: 'json' };
import stress from './stress.json' with { type: 'json' };
import swimming from './swimming.json' with { type: 'json' };
import talk from './talk.json' with { type: 'json' };
import taxes from './taxes.json' with { type: 'json' };
import teenager from './teenager.json' with { type: 'json' };
import tenancyRepair from './tenancy-repair.json' with { type: 'json' };
import therapist from './therapist.json' with { type: 'json' };
import thesis from './thesis.json' with { type: 'json' };
import toddlerSleep from './toddler-sleep.json' with { type: 'json' };
import treasureHunt from './treasure-hunt.json' with { type: 'json' };
import triathlon from './triathlon.json' with { type: 'json' };
import trip from './trip.json' with { type: 'json' };
import unfinishedProjects from './unfinished-projects.json' with { type: 'json' };
import unopenedPost from './unopened-post.json' with { type: 'json' };
import urges from './urges.json' with { type: 'json' };
import visa from './visa.json' with { type: 'json' };
import volunteering from './volunteering.json' with { type: 'json' };
import walking from './walking.json' with { type: 'json' };
import watchList from './watch-list.json' with { type: 'json' };
import website from './website.json' with { type: 'json' };
import wedding from './wedding.json' with { type: 'json' };
import weight from './weight.json' with { type: 'json' };
import woodwork from './woodwork.json' with { type: 'json' };
import workHours from './work-hours.json' with { type: 'json' };
import yard from './yard.json' with { type: 'json' };
import yarn from './yarn.json' with { type: 'json' };
import yoga from './yoga.json' with { type: 'json' };
import zeroWaste from './zero-waste.json' with { type: 'json' };

/** Every playbook, in alphabetical order but for the general one, which fits when no other does. */
const FILES: readonly unknown[] = [
  adventCalendar,
  anger,
  anxiousMoments,
  anySubject,
  appeal,
  application,
  aquarium,
  art,
  baby,
  backup,
  baking,
  balance,
  barExam,
  bestMan,
  bikeRepair,
  billDispute,
  birthdayCards,
  bloodValues,
  bodyImage,
  bookkeeping,
  boundaries,
  breakingHabit,
  breakup,
  breastfeeding,
  budget,
  business,
  cafe,
  caffeine,
  calm,
  cannabis,
  carPurchase,
  carRepair,
  careerChange,
  certification,
  changeOneself,
  channel,
  checkups,
  chess,
  chickens,
  childLearning,
  childproof,
  christmas,
  civicRequest,
  cleanUp,
  climbing,
  coldWater,
  collection,
  community,
  compost,
  cooking,
  coparenting,
  couple,
  coupleCrisis,
  creditScore,
  customers,
  cv,
  cycling,
  damp,
  dating,
  debt,
  decision,
  deck,
  declutter,
  deficiency,
  degree,
  digestion,
  digitise,
  distanceTotal,
  divorce,
  doctorFirst,
  documentary,
  dogHabit,
  doOnce,
  donor,
  drinkWater,
  drinkingLess,
  drivingLicence,
  dyingDrive,
  earlyRising,
  eating,
  elderCare,
  emigration,
  endurance,
  energy,
  energySaving,
  errand,
  estateClearing,
  event,
  exam,
  extraIncome,
  fair,
  familyScreens,
  fear,
  findChoose,
  firstAid,
  fitness,
  flowerBorder,
  freelance,
  friends,
  fruitTrees,
  funding,
  gamesNight,
  garden,
  genealogy,
  gift,
  grades,
  grief,
  groceryBill,
  groupVideo,
  habit,
  handmadeShop,
  handOver,
  headache,
  helpSomebody,
  hiking,
  hobby,
  hold,
  homeRepair,
  homeServer,
  hostDinner,
  housePurchase,
  houseSale,
  houseplants,
  housework,
  hybridRace,
  instrument,
  insurance,
  interview,
  investing,
  jaw,
  jigsaw,
  jobSearch,
  language,
  languageExam,
  lastWill,
  lawn,
  leavingJob,
  lessCar,
  lessJudgmental,
  lettering,
  letting,
  literaryAgent,
  localOffice,
  make,
  makeFood,
  makePages,
  makePicture,
  mealPrep,
  medicines,
  memoir,
  mobility,
  mortgage,
  motorcycle,
  moving,
  mural,
  muscle,
  musicTracks,
  natureGarden,
  neighbour,
  newDevice,
  newJob,
  newManager,
  newPartner,
  newRecipes,
  novel,
  numberOfThings,
  occasion,
  onlineCourse,
  onlineSecurity,
  ownAccounts,
  paperwork,
  parenting,
  passport,
  pension,
  people,
  pests,
  pet,
  petFarewell,
  petMeet,
  petTravel,
  petWeight,
  photos,
  pictureBook,
  piece,
  places,
  plannerUse,
  portfolio,
  portrait,
  pottery,
  pottyTraining,
  prayer,
  probate,
  profession,
  programming,
  promotion,
  proposal,
  publicSpeaking,
  punctual,
  purpose,
  qualification,
  quilt,
  quitSmoking,
  raise,
  raiseMoney,
  reading,
  recognition,
  reconcile,
  recording,
  regularCall,
  regularAct,
  renovation,
  rental,
  restore,
  retiring,
  returnToSport,
  retrofit,
  running,
  saving,
  screens,
  scripture,
  selfPublishing,
  sellMany,
  sellThing,
  settlingIn,
  sewGarment,
  shortFilm,
  shortStory,
  sideProject,
  sitting,
  skill,
  skin,
  sleep,
  smartHome,
  soap,
  socialAnxiety,
  softDrinks,
  soloSong,
  songwriting,
  sortOut,
  speech,
  sport,
  stairs,
  stopDoing,
  strength,
  stress,
  swimming,
  talk,
  taxes,
  teenager,
  tenancyRepair,
  therapist,
  thesis,
  toddlerSleep,
  treasureHunt,
  triathlon,
  trip,
  unfinishedProjects,
  unopenedPost,
  urges,
  visa,
  volunteering,
  walking,
  watchList,
  website,
  wedding,
  weight,
  woodwork,
  workHours,
  yard,
  yarn,
  yoga,
  zeroWaste,
];

let parsed: readonly Playbook[] | undefined;
let fallback: Playbook | undefined;

/** Returns the playbooks of all domains. Files are checked once, when they are first needed. */
export function playbooks(): readonly Playbook[] {
  parsed ??= [...FILES.map((file) => Playbook.parse(file)), ...COURSES.map(playbookOf)];
  return parsed;
}

/** Returns the playbook for goals that fit no other. */
export function generalPlaybook(): Playbook {
  fallback ??= Playbook.parse(general);
  return fallback;
}

/** Returns the playbook of that id; undefined when there is none (any more). */
export function playbookById(id: string): Playbook | undefined {
  return [...playbooks(), generalPlaybook()].find((playbook) => playbook.id === id);
}
