import type { KindName } from '../../outline/brief.js';
import type { ComposeKind } from '../kind-view.js';
import { actors } from './actors.js';
import { agenda } from './agenda.js';
import { backMatter } from './back-matter.js';
import { bigNumber } from './big-number.js';
import { bluf } from './bluf.js';
import { columns } from './columns.js';
import { comparison } from './comparison.js';
import { constraints } from './constraints.js';
import { context } from './context.js';
import { drivers } from './drivers.js';
import { evidence } from './evidence.js';
import { gaps } from './gaps.js';
import { glossary } from './glossary.js';
import { image } from './image.js';
import { implications } from './implications.js';
import { indicators } from './indicators.js';
import { keyJudgements } from './key-judgements.js';
import { markdown } from './markdown.js';
import { options } from './options.js';
import { outlook } from './outlook.js';
import { points } from './points.js';
import { positions } from './positions.js';
import { quote } from './quote.js';
import { recommendation } from './recommendation.js';
import { scenarios } from './scenarios.js';
import { section } from './section.js';
import { sources } from './sources.js';
import { stagedPlan } from './staged-plan.js';
import { table } from './table.js';
import { timeline } from './timeline.js';
import { title } from './title.js';
import { whatsNew } from './whats-new.js';

/** The view of each kind, by its name. */
export const composeKinds: { readonly [K in KindName]: ComposeKind<K> } = {
  title,
  bluf,
  'key-judgements': keyJudgements,
  agenda,
  section,
  context,
  timeline,
  actors,
  positions,
  'staged-plan': stagedPlan,
  drivers,
  constraints,
  comparison,
  quote,
  image,
  evidence,
  scenarios,
  indicators,
  options,
  recommendation,
  implications,
  outlook,
  'whats-new': whatsNew,
  gaps,
  'big-number': bigNumber,
  points,
  columns,
  table,
  sources,
  glossary,
  'back-matter': backMatter,
  markdown,
};
