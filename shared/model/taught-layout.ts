import { z } from 'zod';
import { Instant } from './basics.ts';
import { ownId } from './id.ts';
import { shape } from './table.ts';

/** So many parts tell any beginning of a line; a longer one is a sentence. */
const MOST_PARTS = 40;
const optional = z.boolean();
const texts = z.array(z.string().min(1).max(40)).max(20);

/** A piece of what stands before a name, or between a name and the words. */
export const TaughtPart = z.discriminatedUnion('kind', [
  /** A mark that stands there as it is: one of `texts`. */
  z.strictObject({ kind: z.literal('mark'), texts: texts.min(1), optional }),
  /** Letters: one of `texts`; any where there are none. */
  z.strictObject({ kind: z.literal('word'), texts, optional }),
  z.strictObject({ kind: z.enum(['number', 'letter', 'time', 'post', 'courtesy']), optional }),
  z.strictObject({ kind: z.literal('blank'), width: z.enum(['one', 'wide', 'tab']), optional }),
]);
export type TaughtPart = z.infer<typeof TaughtPart>;

/** How lines begin a turn, as a person showed it on one or two of them. */
export const TaughtLayout = z.strictObject({
  before: z.array(TaughtPart).max(MOST_PARTS),
  between: z.array(TaughtPart).max(MOST_PARTS),
  /** The words stand on the lines that follow. */
  below: z.boolean(),
  /** The line is a row of a table: a tab stands before the words. */
  inTable: z.boolean(),
  /** Of how many words a name is made; it matters where only a blank stands behind it. */
  lengths: z.array(z.number().int().min(1)).min(1).max(10),
  /** `upper`: names are in capitals throughout. `likely`: only what looks like a name, or comes again. */
  names: z.enum(['any', 'upper', 'likely']),
  /** Only lines with words behind the name. */
  withWords: z.boolean(),
  /** Blanks are as in the lines that were shown. */
  exact: z.boolean(),
  /** Names that were shown. */
  shown: z.array(z.string().min(1)),
  /** Words in the place of a name that are nobody. */
  nobody: z.array(z.string().min(1)),
});
export type TaughtLayout = z.infer<typeof TaughtLayout>;

/** Layouts of one source of transcripts that were shown once and are kept under a name, without anybody's name in them. */
export const KeptLayout = z.strictObject({
  id: ownId('layouts'),
  name: z.string().min(1),
  /** Several where e.g. questions and answers are written differently. */
  layouts: z.array(TaughtLayout).min(1).max(10),
  keptBy: z.string(),
  at: Instant,
});
export type KeptLayout = z.infer<typeof KeptLayout>;

/** Layouts that were shown together read a text together: those of two people are not mixed. */
const TOGETHER = { group: 'layouts' } as const;

export const keptLayoutTable = shape({
  schema: KeptLayout,
  since: 5,
  merge: { name: 'plain', layouts: TOGETHER, keptBy: TOGETHER, at: TOGETHER },
});
