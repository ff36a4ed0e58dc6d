import type { PartialDate } from '#shared/model/basics.ts';
import type { EntryKind, EntryPhase } from '#shared/model/entry.ts';
import type { WordRange } from './marks.ts';
import { FY2019, FY2020, FY2021 } from './years.ts';

/** Something that happened or was planned, by keys; said on the page (a section of it), in another source, or in the dialogue. */
export interface SampleEntry {
  readonly kind: EntryKind;
  readonly text: string;
  readonly when?: PartialDate;
  readonly year?: number;
  readonly phase?: EntryPhase;
  readonly under?: string;
  readonly of?: string;
  readonly instruments?: readonly string[];
  readonly organisations?: readonly string[];
  readonly sources?: readonly string[];
  readonly issues?: readonly string[];
  readonly said: string | { readonly source: string; readonly locator: string } | WordRange;
}

const FRAMEWORK = 'Promotion framework';
const ACTIVITIES = 'Main activities and results for fiscal 2020';
const SUPPLY_CHAIN = 'Supply chain';
const MODERN_SLAVERY = 'Responding to the Modern Slavery Act';
const INITIATIVES = 'Participation in initiatives';
/** In the source that dates two things otherwise than the page. */
const LATER = { source: 'later-dialogue', locator: 'Supply chain' };

export const ENTRIES: readonly SampleEntry[] = [
  {
    kind: 'milestone',
    text: 'Established together with the committees of the business units',
    when: '1997',
    under: 'corporate-committee',
    of: 'nec',
    said: FRAMEWORK,
  },
  {
    kind: 'milestone',
    text: 'Established together with the corporate committee',
    when: '1997',
    under: 'unit-committee',
    of: 'nec',
    said: FRAMEWORK,
  },
  {
    kind: 'publication',
    text: 'Published',
    when: '2015',
    of: 'group',
    instruments: ['human-rights-policy'],
    said: 'NEC Group Human Rights Policy',
  },
  {
    kind: 'publication',
    text: 'Announced',
    when: '2019-04',
    of: 'group',
    instruments: ['ai-principles'],
    said: 'NEC Group AI and Human Rights Principles',
  },
  {
    kind: 'milestone',
    text: 'Set up in response to the UK Modern Slavery Act',
    when: '2016',
    under: 'due-diligence',
    of: 'nec',
    said: FRAMEWORK,
  },
  {
    kind: 'other',
    text: 'Quantitative evaluation of human-rights impacts of the main businesses, with an audit firm',
    year: FY2019,
    under: 'due-diligence',
    of: 'group',
    organisations: ['ey'],
    said: ACTIVITIES,
  },
  {
    kind: 'finding',
    text: 'List of human-rights issues made anew, by risk data of BSR and recent cases in the ICT industry',
    year: FY2020,
    under: 'due-diligence',
    of: 'nec',
    organisations: ['bsr'],
    sources: ['bsr-data'],
    said: ACTIVITIES,
  },
  {
    kind: 'milestone',
    text: 'AI and human rights, and labour in global supply chains, named as the two fields to monitor in fiscal 2021',
    year: FY2020,
    under: 'due-diligence',
    of: 'nec',
    issues: ['cu-privacy', 'sc-labour-standards'],
    said: ACTIVITIES,
  },
  {
    kind: 'meeting',
    text: 'Established, and met with experts from outside',
    year: FY2020,
    under: 'digital-trust-council',
    of: 'nec',
    said: 'AI and human rights initiatives',
  },
  {
    kind: 'milestone',
    text: 'Buyers began to keep it when they visit suppliers',
    year: FY2019,
    under: 'supplier-visits',
    of: 'nec',
    said: SUPPLY_CHAIN,
  },
  {
    kind: 'visit',
    text: 'Under trial in China',
    year: FY2020,
    under: 'supplier-visits',
    of: 'suppliers',
    issues: ['sc-labour-standards'],
    said: { turn: 7, from: 'Buyers also keep', to: 'on trial in China.' },
  },
  // Two sources, two years: shown side by side until somebody decides.
  {
    kind: 'revision',
    text: 'Renewed, with items on human rights',
    year: FY2020,
    of: 'nec',
    instruments: ['guidelines'],
    said: SUPPLY_CHAIN,
  },
  {
    kind: 'revision',
    text: 'Revised',
    year: FY2021,
    of: 'nec',
    instruments: ['guidelines'],
    said: LATER,
  },
  // Drafted by one, planned by another, asked for by a third: three events, each with its source.
  {
    kind: 'progress',
    text: 'Drafted',
    year: FY2020,
    under: 'supplier-declaration',
    of: 'nec',
    said: { turn: 7, from: 'a declaration was drafted', to: 'those abroad later.' },
  },
  {
    kind: 'adoption',
    text: 'To be drawn up by the renewed guidelines, and partners asked to commit',
    year: FY2021,
    phase: 'planned',
    under: 'supplier-declaration',
    of: 'nec',
    said: SUPPLY_CHAIN,
  },
  {
    kind: 'signature',
    text: 'Suppliers asked to commit',
    year: FY2021,
    under: 'supplier-declaration',
    of: 'suppliers',
    said: LATER,
  },
  {
    kind: 'survey',
    text: 'About 200 suppliers answer surveys on human rights and the environment',
    year: FY2020,
    of: 'suppliers',
    issues: ['sc-labour-standards', 'sc-environment'],
    said: { turn: 2, from: 'The same 200 answer', to: 'the environment.' },
  },
  {
    kind: 'publication',
    text: 'First statement',
    when: '2018',
    under: 'modern-slavery-statement',
    of: 'nec',
    said: MODERN_SLAVERY,
  },
  {
    kind: 'approval',
    text: 'Approved by the board, as each since then',
    when: '2018',
    under: 'modern-slavery-statement',
    of: 'nec',
    said: MODERN_SLAVERY,
  },
  {
    kind: 'publication',
    text: 'Statement of 2020, to say where the company stands on new questions such as the pandemic and climate change',
    when: '2020',
    phase: 'planned',
    under: 'modern-slavery-statement',
    of: 'nec',
    issues: ['ge-climate'],
    said: MODERN_SLAVERY,
  },
  {
    kind: 'milestone',
    text: 'Joined',
    when: '2005',
    under: 'ungc',
    of: 'nec',
    organisations: ['ungc'],
    said: 'Respecting human rights, note 2',
  },
  {
    kind: 'milestone',
    text: 'Became a member',
    year: FY2020,
    under: 'bsr',
    of: 'nec',
    organisations: ['bsr'],
    said: INITIATIVES,
  },
];
