import { LEGACY_IN_REPORT } from '../chart/lens.ts';
import type { ReportKind } from './document.ts';
import type { SectionChoice } from './section.ts';

/** How much a report tells: a page or two, what a board reads, or all of it with its appendix. */
export const PRESETS = ['one-page', 'board', 'full'] as const;
export type Preset = (typeof PRESETS)[number];

/** The sections of the shorter presets; `full` has all that are not `ON_REQUEST`. */
const SECTIONS: Readonly<Record<ReportKind, Readonly<Record<Exclude<Preset, 'full'>, readonly string[]>>>> = {
  dialogue: {
    'one-page': ['overview', 'discussed', 'since', 'sources'],
    board: ['overview', 'participants', 'discussed', 'since', 'about', 'sources'],
  },
  'follow-up': {
    'one-page': ['standing', 'became'],
    board: ['standing', 'became', 'measured', 'sources'],
  },
  materiality: {
    'one-page': ['result', 'matrix', 'shortlist', 'amendments', 'sources'],
    board: [
      'result',
      'decisions',
      'followed',
      'matrix',
      'issues',
      'changes',
      'limits',
      'amendments',
      'sources',
    ],
  },
  year: {
    'one-page': ['targets', 'trends', 'sources'],
    board: ['targets', 'trends', 'counting', 'sources'],
  },
  'human-rights': {
    'one-page': ['policies', 'framework', 'channels', 'grievances', 'sources'],
    board: ['policies', 'framework', 'channels', 'activities', 'training', 'grievances', 'sources'],
  },
  // A statement leaves out none of what was asked for.
  statement: { 'one-page': ['coverage', 'approval'], board: ['coverage', 'approval'] },
};

/** Sections that the full report has only where somebody asks for them: what they say is in others, or is no finding; or it names suppliers. */
const ON_REQUEST: readonly string[] = ['shortlist', 'supplierNames', ...LEGACY_IN_REPORT];

export function inPreset(kind: ReportKind, preset: Preset, sectionId: string): boolean {
  return preset === 'full' ? !ON_REQUEST.includes(sectionId) : SECTIONS[kind][preset].includes(sectionId);
}

/** What of a report is wanted: a preset, and what a person ticked and unticked after choosing it. */
export interface Wanted {
  readonly kind: ReportKind;
  readonly preset?: Preset;
  /** `all` = every section there is, for an outline. */
  readonly sections?: SectionChoice | 'all';
}

/** Whether a section is wanted, as far as there is something to say in it. */
export function isWanted({ kind, preset = 'full', sections = {} }: Wanted, sectionId: string): boolean {
  return sections === 'all' || (sections[sectionId] ?? inPreset(kind, preset, sectionId));
}
