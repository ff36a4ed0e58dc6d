import type { YearSummary } from '../model/year.ts';
import type { SectionWriter } from '../section.ts';
import { counting } from './counting.ts';
import { entries } from './entries.ts';
import { trends } from './pictures.ts';
import { supplierCoverage, supplierNames } from './supplier-lens.ts';
import { grievances, others, suppliers, training } from './tables.ts';
import { targets } from './targets.ts';

/** The sections of a report on the figures of a fiscal year, in their order. */
export const YEAR_SECTIONS: readonly SectionWriter<YearSummary>[] = [
  targets,
  trends,
  training,
  grievances,
  suppliers,
  supplierCoverage,
  supplierNames,
  others,
  entries,
  counting,
];
