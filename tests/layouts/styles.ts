/** The ways in which documents mark who speaks. */
import type { Language, Person } from './people.ts';

/** Where a time may stand in a style. */
export type TimePlace =
  | 'front'
  | 'front-square'
  | 'behind-round'
  | 'behind-square'
  | 'behind'
  | 'above'
  | 'below';

/** A way of writing the label of a turn. */
export interface Style {
  readonly languages: readonly Language[];
  /** The label has a line of its own. */
  readonly own?: boolean;
  /** What stands on the line before the words; `turn` counts from 1. */
  readonly write: (label: string, turn: number, person: Person) => string;
  /** Stands on a line below the words instead of a label before them. */
  readonly behind?: (person: Person) => string;
  /** Turns have one paragraph. */
  readonly flat?: boolean;
  /** What closes the turn. */
  readonly close?: string;
  /** The label is the short name and nothing else. */
  readonly bare?: boolean;
  /** People are presented in a block of their own before they speak. */
  readonly captions?: boolean;
  /** A slip of the mark can be told from the style by a person who reads. */
  readonly mark?: string;
  readonly times?: readonly TimePlace[];
  readonly markdown?: boolean;
  /** Two people who ask and answer. */
  readonly interview?: 'lettered' | 'dash' | 'dash-only';
  /** A program writes it and breaks no line. */
  readonly unbroken?: boolean;
  /** Turns or paragraphs need a blank line, or nobody could tell them apart. */
  readonly gaps?: boolean;
}

const BOTH: readonly Language[] = ['en', 'ja', 'mixed', 'es', 'ru', 'zh', 'ko'];
const LATIN: readonly Language[] = ['en', 'es', 'ru'];
const INLINE: readonly TimePlace[] = ['front', 'front-square', 'behind-round', 'behind-square', 'above'];

/** Where a turn begins, in hours, minutes and seconds. */
function wholeTime(turn: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `00:${two(Math.floor((turn * 47) / 60))}:${two((turn * 47) % 60)}`;
}

/** By name: one line a way of writing. */
export const STYLES = {
  colon: { languages: BOTH, write: (label) => `${label}: `, mark: ':', times: INLINE },
  'wide-colon': {
    languages: ['ja', 'ja', 'zh', 'mixed'],
    write: (label) => `${label}：`,
    mark: '：',
    times: INLINE,
  },
  'caps-colon': { languages: LATIN, write: (label) => `${label.toUpperCase()}: `, mark: ':', times: INLINE },
  hyphen: { languages: LATIN, write: (label) => `${label} - ` },
  dash: { languages: ['en', 'en', 'ja', 'es'], write: (label) => `${label} — ` },
  bar: { languages: ['en', 'ja', 'mixed'], write: (label) => `${label} | `, times: ['front'] },
  hearing: { languages: ['en'], write: (label) => `${label}. `, bare: true },
  tab: { languages: BOTH, write: (label) => `${label}\t`, times: ['front'] },
  'wide-space': { languages: ['ja', 'ja', 'zh', 'mixed'], write: (label) => `${label}　` },
  'two-spaces': { languages: ['en', 'ja', 'mixed'], write: (label) => `${label}  `, gaps: true },
  square: { languages: ['en', 'ja', 'ko'], write: (label) => `[${label}] ` },
  'square-colon': { languages: ['en', 'ja'], write: (label) => `[${label}]: ` },
  lenticular: { languages: ['ja', 'ja', 'zh'], write: (label) => `【${label}】`, times: ['front'] },
  'lenticular-own': { languages: ['ja'], write: (label) => `【${label}】`, own: true },
  'wide-angle': { languages: ['ja'], write: (label) => `＜${label}＞` },
  'wide-angle-own': { languages: ['ja'], write: (label) => `＜${label}＞`, own: true },
  round: {
    languages: ['en', 'ja', 'ja'],
    write: (label, _, { language }) => (language === 'ja' ? `（${label}）` : `(${label}) `),
  },
  angle: { languages: ['en', 'ja'], write: (label) => `<${label}> `, times: ['front', 'front-square'] },
  'double-angle': { languages: ['ja'], write: (label) => `《${label}》` },
  tortoise: { languages: ['ja'], write: (label) => `〔${label}〕` },
  'bold-colon': {
    languages: ['en', 'ja', 'mixed'],
    write: (label) => `**${label}**: `,
    markdown: true,
    times: INLINE,
  },
  'colon-in-bold': {
    languages: ['en', 'ja', 'mixed'],
    write: (label) => `**${label}:** `,
    markdown: true,
    times: ['front-square'],
  },
  'own-plain': { languages: BOTH, write: (label) => label, own: true },
  'own-colon': { languages: BOTH, write: (label) => `${label}:`, own: true, times: ['behind', 'front'] },
  'own-bold': {
    languages: ['en', 'ja', 'mixed'],
    write: (label) => `**${label}**`,
    own: true,
    markdown: true,
  },
  'own-time': {
    languages: BOTH,
    write: (label) => label,
    own: true,
    times: ['behind', 'front', 'below', 'behind-round'],
  },
  minutes: { languages: ['ja'], write: (label) => `○${label}　` },
  quoted: { languages: ['ja'], write: (label) => `${label}「`, close: '」' },
  greater: { languages: ['en', 'ja'], write: (label) => `${label} > `, times: ['front', 'front-square'] },
  glued: { languages: ['en', 'ja', 'zh'], write: (label) => `${label}:` },
  'numbered-dot': { languages: ['en', 'ja', 'es'], write: (label, turn) => `${turn}. ${label}: `, mark: ':' },
  'numbered-round': { languages: ['en', 'ja'], write: (label, turn) => `(${turn}) ${label}: `, mark: ':' },
  'question-answer': { languages: ['en', 'ja'], write: (label) => `${label}. `, interview: 'lettered' },
  'question-dash': { languages: ['ja', 'ja', 'en'], write: (label) => label, interview: 'dash' },
  'question-dash-only': {
    languages: ['ja', 'ja', 'en'],
    write: (label) => label,
    interview: 'dash-only',
    gaps: true,
  },
  'surname-blank': {
    languages: ['en', 'ja'],
    write: (label) => `${label} `,
    captions: true,
    bare: true,
    gaps: true,
  },
  // As courts, parliaments, programs and papers have them.
  court: { languages: ['en', 'es'], write: (label) => `          ${label.toUpperCase()}:  `, mark: ':' },
  hansard: {
    languages: ['en'],
    write: (label, turn, { organisation, isNamed }) =>
      turn < 6 && isNamed ? `${label} (${organisation}) (Ind): ` : `${label}: `,
    bare: true,
  },
  'minutes-role-behind': {
    languages: ['ja'],
    write: (label, _, { post }) => `○${label}（${post}）　`,
    bare: true,
  },
  whisper: {
    languages: ['en', 'ja', 'mixed'],
    write: (label, turn) => `[${wholeTime(turn)}.000 --> ${wholeTime(turn + 1)}.000]  ${label}: `,
    bare: true,
    unbroken: true,
  },
  'podcast-own': {
    languages: ['en', 'ja', 'mixed'],
    write: (label, turn) => `[${wholeTime(turn)}] ${label}`,
    own: true,
    bare: true,
  },
  'slack-own': {
    languages: ['en', 'mixed'],
    write: (label, turn) => `${label}  10:${String(10 + turn)} AM`,
    own: true,
    bare: true,
    gaps: true,
  },
  'table-bars': {
    languages: ['en', 'ja', 'mixed'],
    write: (label) => `| ${label} | `,
    close: ' |',
    bare: true,
    flat: true,
  },
  'bold-bare': { languages: ['en', 'ja', 'mixed'], write: (label) => `**${label}** `, markdown: true },
  mail: {
    languages: ['en'],
    write: (label, turn) => `On Mon, 13 May 2024 at 10:${String(10 + turn)}, ${label} wrote:`,
    own: true,
    bare: true,
    gaps: true,
  },
  attributed: {
    languages: ['en', 'ja', 'mixed'],
    write: () => '',
    behind: ({ full, organisation }) => `— ${full}, ${organisation}`,
    gaps: true,
    flat: true,
    bare: true,
  },
  'surname-glued': { languages: ['en'], write: (label) => label, captions: true, bare: true, gaps: true },
} satisfies Readonly<Record<string, Style>>;

export type StyleName = keyof typeof STYLES;

/** Layouts of courts, parliaments, programs and papers, which came later: how they are read is measured apart. */
export const LATER: ReadonlySet<StyleName> = new Set<StyleName>([
  'court',
  'hansard',
  'minutes-role-behind',
  'whisper',
  'podcast-own',
  'slack-own',
  'table-bars',
  'bold-bare',
  'mail',
  'attributed',
  'surname-glued',
]);

/** A style by its name, with all that a style may have. */
export function styleOf(name: StyleName): Style {
  return STYLES[name];
}
