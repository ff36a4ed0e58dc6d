import { expect, it } from 'vitest';
import { tableTurns } from '#shared/transcript/containers/table.ts';
import { readTranscript } from '#shared/transcript/registry.ts';
import { layoutOf } from '#shared/transcript/taught.ts';
import { pdfOf, set } from '../../fixtures/pdf.ts';
import { readText, spoken } from './reading.ts';

const SAID = [
  'We began with the audit of the plant.',
  'Who paid the fees of those who came later?',
  'The buyer did.',
];
const LEGEND = 'R = Ana Reyes, Harbour Trust\nM = Kenji Mori, ILO\nO = Grace Okonkwo, Tallgrass';

it('says for whom letters stand: nobody says it, and who is in it speaks once without a doubt', async () => {
  const turns = [...SAID, ...SAID].map((words, at) => `${'RMR'[at % 3]}: ${words}`).join('\n');
  const result = await readText(`${turns}\nO: Nobody could tell us that.\n${LEGEND}`);
  expect(spoken(result)).toHaveLength(8);
  expect(spoken(result).at(-2)).toBe('O: Nobody could tell us that.');
  expect(result.blocks.at(-1)).toMatchObject({ kind: 'narration', speaker: null, text: LEGEND });
  expect(result.alarms).toEqual([]);
});

it('is no title, and stands apart from turns of a layout that was shown', async () => {
  const text = `${SAID.map((words, at) => `${at + 1}/${'RMO'[at]} ~ ${words}`).join('\n')}\n${LEGEND}`;
  const taught = layoutOf([{ text: `1/R ~ ${SAID[0]}`, nameFrom: 2, nameTo: 3, wordsFrom: 6 }]);
  if (!taught) throw new Error('a line was shown');
  const result = await readText(text, 'coded.txt', { taught: [taught] });
  expect(result.title).toBeNull();
  expect(spoken(result)).toEqual([`R: ${SAID[0]}`, `M: ${SAID[1]}`, `O: ${SAID[2]}`, `(${LEGEND})`]);
});

it('printed lines that begin with a mark of their own again and again are lines each', async () => {
  const lines = [...SAID, ...SAID].map((words, at) => `${at + 1}/${'RMO'[at % 3]} ~ ${words}`);
  const { source } = await readTranscript({ name: 'printed.pdf', bytes: pdfOf([set([lines])]) });
  expect(source.map(({ text }) => text)).toEqual(lines);
});

it('a column of names is found on the right of the words, beside topics and times', () => {
  const names = ['Reyes', 'Mori', 'Reyes', 'Okonkwo', 'Mori', 'Reyes'];
  const rows = [...SAID, ...SAID].map((words, at) => [
    at % 3 ? '' : 'Fees',
    words,
    `00:1${at}`,
    names[at] ?? '',
  ]);
  const turns = tableTurns(rows)?.rows.flatMap((row) => (typeof row === 'string' ? [] : row));
  expect(turns?.map(({ speaker }) => speaker)).toEqual(names);
  expect(turns?.map(({ words }) => words)).toEqual([...SAID, ...SAID]);
  expect(turns?.[1]?.start).toBe(11);
});
