import type { Translate } from '../../i18n/index.ts';
import type { HumanRightsSummary } from '../model/human-rights.ts';
import type { SectionWriter } from '../section.ts';
import { counting } from '../year/counting.ts';
import { activities } from './activities.ts';
import { keptUpSection } from './kept-up.ts';

const SECTIONS = [
  keptUpSection('policies'),
  keptUpSection('framework'),
  keptUpSection('channels'),
  activities,
  keptUpSection('suppliers', 'suppliers'),
  keptUpSection('statements'),
  keptUpSection('training', 'training'),
  keptUpSection('initiatives'),
  keptUpSection('grievances', 'grievances'),
] as const;

/** The sections of the human-rights page of a year, in the order in which companies print them. */
export const HUMAN_RIGHTS_SECTIONS: readonly SectionWriter<HumanRightsSummary>[] = [
  ...SECTIONS.map(({ write }) => write),
  counting,
];

/** Titles of sections for which the register holds nothing: it is for people to know, not for the page to gloss over. */
export function missingSections(summary: HumanRightsSummary, t: Translate): string[] {
  return SECTIONS.filter(({ isEmpty }) => isEmpty(summary)).map(({ title }) => title(summary, t));
}
