import type { MaterialitySummary } from '../model/materiality.ts';
import type { SectionWriter } from '../section.ts';
import { agreement } from './agreement.ts';
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
import { result } from './result.ts';
import { scales } from './scales.ts';

/** The sections of a materiality summary, in order: one line a section. */
export const MATERIALITY_SECTIONS: readonly SectionWriter<MaterialitySummary>[] = [
  result,
  decisions,
  followed,
  matrix,
  issues,
  agreement,
  cards,
  groups,
  divergence,
  changes,
  ...legacySections,
  method,
  scales,
  limits,
];
