/** How a generated text is written: style, language, forms of labels, times, what else stands on the page, slips. */
import type { Random } from '../oracle/random.ts';
import { CASTS, type Cast, type Language } from './people.ts';
import { STYLES, type Style, type StyleName, styleOf, type TimePlace } from './styles.ts';

/** Slips of a typist, at most one a text. */
export const NOISES = [
  'none',
  'mark-slip',
  'mark-missing',
  'letter-slip',
  'other-case',
  'extra-blank',
  'missing-blank',
  'wide-colon-once',
  'trailing-blanks',
  'bom',
  'unseen-characters',
  'kanji-variant',
  'time-sometimes',
  'other-style-once',
] as const;
export type Noise = (typeof NOISES)[number];

/** Forms of a label. */
export const FORMS = [
  'short',
  'full',
  'full-then-short',
  'courtesy-short',
  'courtesy-full',
  'post',
  'organisation-round',
  'organisation-comma',
  'organisation-before',
  'round-then-short',
  'comma-then-short',
] as const;
export type Form = (typeof FORMS)[number];

/** How a text is written; each field drawn by itself as far as documents allow. */
export interface Plan {
  readonly style: StyleName;
  readonly language: Language;
  readonly page: 'en' | 'ja';
  readonly cast: Cast;
  readonly form: Form;
  readonly noise: Noise;
  readonly times: TimePlace | 'none';
  readonly clock: 'minutes' | 'hours' | 'japanese';
  /** Between a name and the time behind it. */
  readonly separator: string;
  readonly gapTurns: boolean;
  readonly gapParagraphs: boolean;
  readonly wrap: number;
  readonly indent: 'none' | 'first' | 'hanging';
  readonly crlf: boolean;
  readonly roster: 'none' | 'line' | 'list' | 'captions';
  readonly title: boolean;
  readonly date: boolean;
  readonly intro: boolean;
  readonly headings: boolean;
  readonly furniture: boolean;
  readonly remarks: boolean;
  readonly interruptions: boolean;
  readonly lists: boolean;
  readonly traps: boolean;
  /** The page tells between the turns what somebody asked. */
  readonly narration: boolean;
  readonly once: boolean;
}

/** Noises of one turn alone. */
export const SLIPS: ReadonlySet<Noise> = new Set([
  'mark-slip',
  'mark-missing',
  'letter-slip',
  'other-case',
  'extra-blank',
  'missing-blank',
  'wide-colon-once',
  'kanji-variant',
  'other-style-once',
]);

const USUAL: readonly Language[] = ['en', 'ja', 'mixed'];

export function drawPlan(random: Random): Plan {
  const style = random.pick(Object.keys(STYLES) as StyleName[]);
  const drawn = styleOf(style);
  const usual = drawn.languages.filter((one) => USUAL.includes(one));
  const language = random.pick(random.chance(0.88) ? usual : drawn.languages);
  // In other languages people speak, and the page says nothing of its own.
  const isUsual = USUAL.includes(language);
  const asian = ['ja', 'zh', 'ko'].includes(language);
  const page = asian ? 'ja' : 'en';
  const cast = drawCast(random, drawn, language);
  const gapTurns = drawn.gaps === true || drawn.captions === true || random.chance(0.7);
  const gapParagraphs = gapTurns && !drawn.gaps && random.chance(0.4);
  const wrap =
    gapTurns && random.chance(0.2)
      ? language === 'ja' || language === 'zh'
        ? random.between(30, 40)
        : random.between(60, 80)
      : 0;
  return {
    style,
    language,
    page,
    cast,
    form: drawForm(random, drawn, cast),
    noise: drawNoise(random, drawn, language),
    times: drawTimes(random, style, drawn),
    clock: asian && random.chance(0.3) ? 'japanese' : random.pick(['minutes', 'hours']),
    separator: random.pick(['  ', ' ', '   ', '\t']),
    gapTurns,
    gapParagraphs,
    wrap: drawn.unbroken ? 0 : wrap,
    indent: random.chance(0.8) ? 'none' : random.pick(['first', 'hanging']),
    crlf: random.chance(0.2),
    roster: drawn.captions
      ? 'captions'
      : random.chance(0.45)
        ? random.pick(['line', 'list', 'list'])
        : 'none',
    title: isUsual && random.chance(0.6),
    date: isUsual && random.chance(0.4),
    intro: isUsual && random.chance(0.35),
    headings: isUsual && gapTurns && random.chance(0.25),
    furniture: random.chance(0.12),
    remarks: isUsual && gapTurns && random.chance(0.15),
    interruptions: isUsual && random.chance(0.25),
    lists: random.chance(0.2),
    traps: random.chance(0.5),
    narration: isUsual && random.chance(0.08),
    once: random.chance(0.3),
  };
}

function drawCast(random: Random, style: Style, language: Language): Cast {
  if (style.captions || style.interview) return 'named';
  if (!['en', 'ja', 'mixed'].includes(language)) return 'named';
  const cast = random.pick<Cast>(['named', 'named', 'named', 'role', 'role', ...CASTS]);
  if (style.bare) return cast === 'role' ? 'role' : 'named';
  if (language === 'ja' && (cast === 'initials' || cast === 'handles')) return 'named';
  return cast;
}

function drawForm(random: Random, style: Style, cast: Cast): Form {
  if (style.bare || cast === 'initials' || cast === 'numbered' || cast === 'handles') return 'short';
  const plain: Form[] = ['short', 'full', 'full-then-short', 'courtesy-short', 'courtesy-full', 'post'];
  const named = style.mark !== undefined || style.own === true || style.markdown === true;
  return random.pick([...plain, 'short', 'full', ...(named ? FORMS.slice(6) : [])]);
}

function drawNoise(random: Random, style: Style, language: Language): Noise {
  // Slips of one label are many kinds in few styles, so they are drawn more often than what any text may have.
  const fit = NOISES.filter((noise) => noise !== 'none' && fits(noise, style, language)).flatMap((noise) =>
    SLIPS.has(noise) ? [noise, noise, noise] : [noise],
  );
  return random.chance(style.mark === undefined ? 0.25 : 0.5) ? random.pick(fit) : 'none';
}

/** Whether such a slip can happen in the style, and a person who reads would see through it. */
function fits(noise: Noise, style: Style, language: Language): boolean {
  switch (noise) {
    case 'mark-slip':
    case 'mark-missing':
    case 'missing-blank':
    case 'wide-colon-once':
    case 'extra-blank':
    case 'other-style-once':
      return style.mark !== undefined;
    case 'time-sometimes':
      return style.mark !== undefined || (style.own === true && style.bare !== true);
    case 'letter-slip':
    case 'other-case':
      return (language === 'en' || language === 'es') && !style.interview;
    case 'kanji-variant':
      return language === 'ja' && !style.interview;
    default:
      return true;
  }
}

function drawTimes(random: Random, name: StyleName, style: Style): Plan['times'] {
  if (!style.times) return 'none';
  return name === 'own-time' || random.chance(0.3) ? random.pick(style.times) : 'none';
}

export function kindsOf(plan: Plan, isNoisy: boolean, once: boolean): string[] {
  const is = (name: string, holds: boolean) => (holds ? [name] : []);
  return [
    `style:${plan.style}`,
    `language:${plan.language}`,
    `style-language:${plan.style}/${plan.language}`,
    `cast:${plan.cast}`,
    `form:${plan.form}`,
    `noise:${isNoisy ? plan.noise : 'none'}`,
    `times:${plan.times}`,
    `roster:${plan.roster}`,
    `gaps:${plan.gapTurns ? (plan.gapParagraphs ? 'paragraphs' : 'turns') : 'none'}`,
    `lines:${plan.wrap > 0 ? 'wrapped' : 'long'}`,
    `indent:${plan.indent}`,
    ...is('page:title', plan.title),
    ...is('page:intro', plan.intro),
    ...is('page:headings', plan.headings),
    ...is('page:furniture', plan.furniture),
    ...is('page:remarks', plan.remarks),
    ...is('words:interruptions', plan.interruptions),
    ...is('words:lists', plan.lists),
    ...is('words:traps', plan.traps),
    ...is('words:narration', plan.narration),
    ...is('words:one-speaks-once', once),
    ...is('file:crlf', plan.crlf),
  ];
}
