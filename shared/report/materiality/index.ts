import type { MaterialitySummary } from '../model/materiality.ts';
import type { SectionWriter } from '../section.ts';
import { acting } from './acting.ts';
import { agreement } from './agreement.ts';
import { amendments } from './amendments.ts';
import { beyond } from './beyond.ts';
import { cards } from './cards.ts';
import { changes } from './changes.ts';
import { decisions } from './decisions.ts';
import { divergence } from './divergence.ts';
import { followed } from './followed.ts';
import { gaps } from './gaps.ts';
import { groups } from './groups.ts';
import { impacts } from './impacts.ts';
import { involvement } from './involvement.ts';
import { issues } from './issues.ts';
import { legacySections } from './legacy.ts';
import { limits } from './limits.ts';
import { matrix } from './matrix.ts';
import { method } from './method.ts';
import { places } from './places.ts';
import { policies } from './policies.ts';
import { ratings } from './ratings.ts';
import { remedy } from './remedy.ts';
import { result } from './result.ts';
import { scales } from './scales.ts';
import { shortlist } from './shortlist.ts';

/** The sections of a materiality summary, in order, the appendix last: one line a section. */
export const MATERIALITY_SECTIONS: readonly SectionWriter<MaterialitySummary>[] = [
  result,
  decisions,
  followed,
  matrix,
  shortlist,
  issues,
  impacts,
  involvement,
  places,
  beyond,
  policies,
  acting,
  remedy,
  divergence,
  changes,
  limits,
  gaps,
  ratings,
  agreement,
  cards,
  groups,
  ...legacySections,
  method,
  scales,
  amendments,
];
