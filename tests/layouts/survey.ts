/** Reads generated texts one after the other and adds up how well they were read. */
import { readTranscript } from '#shared/transcript/registry.ts';
import type { ReadResult } from '#shared/transcript/result.ts';
import { generate } from './generate.ts';
import type { GeneratedText } from './meant.ts';
import { type Measure, measure } from './measure.ts';

/** A text, its reading, and what that is worth; a reading that was refused holds no word. */
export interface Sample {
  readonly made: GeneratedText;
  readonly result: ReadResult;
  readonly measure: Measure;
  /** Why there is no reading. */
  readonly refused: string | null;
}

/** A reading that holds nothing. */
export const NOTHING: ReadResult = {
  format: 'refused',
  encoding: '',
  title: null,
  date: null,
  language: '',
  participants: [],
  headings: [],
  blocks: [],
  warnings: [],
  source: [],
  alarms: [],
  ledger: [],
  others: [],
};

/** Makes the text of a seed and reads it. */
export async function sample(seed: number): Promise<Sample> {
  const made = generate(seed);
  const bytes = new TextEncoder().encode(made.text);
  try {
    const result = await readTranscript({ name: made.name, bytes });
    return { made, result, measure: measure(made, result), refused: null };
  } catch (thrown) {
    return { made, result: NOTHING, measure: measure(made, NOTHING), refused: String(thrown) };
  }
}

/** The seeds of a run. */
export function seedsOf(count: number, seed: number): number[] {
  return Array.from({ length: count }, (_, index) => seed * 100_000 + index);
}

/** Sums over several texts. */
export interface Sums {
  readonly texts: number;
  readonly right: number;
  readonly sentences: number;
  readonly wrong: number;
  readonly silent: number;
  readonly lost: number;
  readonly unattributed: number;
  readonly falsePeople: number;
  readonly split: number;
  readonly alarms: number;
  /** Alarms in texts that were read rightly: they ask for work where there is none. */
  readonly needless: number;
}

/** Adds up. */
export function sum(measures: readonly Measure[]): Sums {
  const add = (of: (one: Measure) => number) => measures.reduce((total, one) => total + of(one), 0);
  const right = measures.filter(({ isRight }) => isRight);
  return {
    texts: measures.length,
    right: right.length,
    sentences: add(({ sentences }) => sentences),
    wrong: add(({ wrong }) => wrong),
    silent: add(({ silent }) => silent),
    lost: add(({ lost }) => lost),
    unattributed: add(({ unattributed }) => unattributed),
    falsePeople: add(({ falsePeople }) => falsePeople.length),
    split: add(({ split }) => split),
    alarms: add(({ alarms }) => alarms),
    needless: right.reduce((total, { alarms }) => total + alarms, 0),
  };
}
