import { beforeAll, describe, expect, it } from 'vitest';
import type { ReadResult } from '#shared/transcript/result.ts';
import { type GeneratedText, generate, squeezed } from '../../layouts/generate.ts';
import { measure } from '../../layouts/measure.ts';
import { NOTHING, type Sums, sample, seedsOf, sum } from '../../layouts/survey.ts';

const TEXTS = 300;
const SEED = 7;

/** What is reached today on these texts. The aim: lost 0, silent (in a wrong mouth without an alarm) 0, right 0.95. */
const REACHED = { right: 0.93, silent: 2, lost: 0 };

describe('dialogues in the layouts of documents', () => {
  let sums: Sums;
  beforeAll(async () => {
    const measures = [];
    for (const seed of seedsOf(TEXTS, SEED)) measures.push((await sample(seed)).measure);
    sums = sum(measures);
  }, 120_000);

  it('lose no words', () => expect(sums.lost).toBeLessThanOrEqual(REACHED.lost));

  it('put no words into another mouth without an alarm', () =>
    expect(sums.silent).toBeLessThanOrEqual(REACHED.silent));

  it('are read rightly without help', () =>
    expect(sums.right / sums.texts).toBeGreaterThanOrEqual(REACHED.right));
});

describe('the generator', () => {
  it('makes the same text of the same seed', () => expect(generate(42)).toEqual(generate(42)));

  it('lets each sentence be found in one place', () => {
    for (const seed of seedsOf(TEXTS, SEED)) {
      const { text, meant } = generate(seed);
      const whole = squeezed(text);
      for (const { marker, person } of meant)
        if (person !== null) expect(whole.split(marker), `${seed}: ${marker}`).toHaveLength(2);
    }
  });
});

describe('the measure', () => {
  const seeds = seedsOf(60, SEED);

  it('finds a perfect reading right', () => {
    for (const seed of seeds)
      expect(measure(generate(seed), perfect(generate(seed))), `${seed}`).toMatchObject({
        isRight: true,
        split: 0,
      });
  });

  it('notices a sentence in another mouth, one without a speaker and one that is lost', () => {
    for (const seed of seeds) {
      const made = generate(seed);
      const result = perfect(made);
      const [block, ...others] = result.blocks.filter(({ speaker }) => speaker !== null);
      const other = result.participants.find(({ label }) => label !== block?.speaker);
      if (!block || !other) throw new Error('a dialogue has two people');
      const reading = (instead: ReadResult['blocks']) => ({ ...result, blocks: [...instead, ...others] });
      const wrong = reading([{ ...block, speaker: other.label }]);
      expect(measure(made, wrong)).toMatchObject({ wrong: 1, silent: 1, isRight: false });
      const line = made.meant.find(({ marker }) => squeezed(block.text).includes(marker))?.from ?? null;
      const alarm = { code: 'known-name', line, text: '', label: null, rest: '', like: '' } as const;
      expect(measure(made, { ...wrong, alarms: [alarm] })).toMatchObject({ wrong: 1, silent: 0 });
      expect(measure(made, reading([{ ...block, kind: 'narration', speaker: null }]))).toMatchObject({
        wrong: 0,
        unattributed: 1,
      });
      expect(measure(made, reading([])).lost).toBeGreaterThanOrEqual(1);
    }
  });
});

/** Each sentence in a block of its own, said by whoever says it; the words of the page by nobody. */
function perfect({ people, meant }: GeneratedText): ReadResult {
  const speaking = new Set(meant.flatMap(({ person }) => (person === null ? [] : [person])));
  const rest = { title: '', organisation: '', external: false, voice: 'unknown', kind: 'person' };
  return {
    ...NOTHING,
    participants: [...speaking].map((person) => {
      const { full } = people[person] ?? { full: '' };
      return { ...rest, name: full, label: full } as ReadResult['participants'][number];
    }),
    blocks: meant.map(({ text, person }) => ({
      kind: person === null ? 'narration' : 'speech',
      speaker: person === null ? null : (people[person]?.full ?? null),
      heading: null,
      start: null,
      end: null,
      cues: [],
      lines: null,
      text,
    })),
  };
}
