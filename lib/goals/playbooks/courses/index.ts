import acting from './acting.json' with { type: 'json' };
import archery from './archery.json' with { type: 'json' };
import cardGames from './card-games.json' with { type: 'json' };
import digitalMarketing from './digital-marketing.json' with { type: 'json' };
import economics from './economics.json' with { type: 'json' };
import electronics from './electronics.json' with { type: 'json' };
import fishing from './fishing.json' with { type: 'json' };
import graphicDesign from './graphic-design.json' with { type: 'json' };
import history from './history.json' with { type: 'json' };
import horseRiding from './horse-riding.json' with { type: 'json' };
import kitchenSkills from './kitchen-skills.json' with { type: 'json' };
import leatherAndJewellery from './leather-and-jewellery.json' with { type: 'json' };
import makeUpAndHair from './make-up-and-hair.json' with { type: 'json' };
import massage from './massage.json' with { type: 'json' };
import maths from './maths.json' with { type: 'json' };
import memoryTraining from './memory-training.json' with { type: 'json' };
import modelling from './modelling.json' with { type: 'json' };
import naturalScience from './natural-science.json' with { type: 'json' };
import philosophy from './philosophy.json' with { type: 'json' };
import psychology from './psychology.json' with { type: 'json' };
import sailing from './sailing.json' with { type: 'json' };
import sewing from './sewing.json' with { type: 'json' };
import statistics from './statistics.json' with { type: 'json' };
import touchTyping from './touch-typing.json' with { type: 'json' };
import videoEditing from './video-editing.json' with { type: 'json' };
import wine from './wine.json' with { type: 'json' };

/** Fields that are learned unit by unit, as their files stand. */
export const COURSES: readonly unknown[] = [
  acting,
  archery,
  cardGames,
  digitalMarketing,
  economics,
  electronics,
  fishing,
  graphicDesign,
  history,
  horseRiding,
  kitchenSkills,
  leatherAndJewellery,
  makeUpAndHair,
  massage,
  maths,
  memoryTraining,
  modelling,
  naturalScience,
  philosophy,
  psychology,
  sailing,
  sewing,
  statistics,
  touchTyping,
  videoEditing,
  wine,
];
