import type { MaterialitySummary } from '../model/materiality.ts';
import type { SectionWriter } from '../section.ts';
import { agreement } from './agreement.ts';
import { amendments } from './amendments.ts';
import { cards } from './cards.ts';
import { changes } from './changes.ts';
import { decisions } from './decisions.ts';
import { divergence } from './divergence.ts';
import { followed } from './followed.ts';
import { groups } from './groups.ts';
import { issues } from './issues.ts';
import { legacySections } from './legacy.ts';
import { limits } from './limits.ts';
import { matrix } from './matrix.ts';
import { method } from './method.ts';
import { ratings } from './ratings.ts';
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
  divergence,
  changes,
  limits,
  ratings,
  agreement,
  cards,
  groups,
  ...legacySections,
  method,
  scales,
  amendments,
];
