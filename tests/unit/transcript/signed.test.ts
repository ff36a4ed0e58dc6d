import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText, spoken } from './reading.ts';

const PEOPLE = [
  'Ana Reyes',
  'Kofi Mensah',
  'Rei Fujita',
  'Ngozi Okafor',
  'Pieter van der Berg',
  '早瀬 みちる',
  '内田 健',
];
const WORDS = [
  'Pay on time, since late pay is passed on to workers.',
  'Ask those who are hurt before you ask those who audit.',
  'Nobody in the dormitory had read the contract.',
  'The hotline should speak their language too.',
  '苦情が少ないことは、良いこととは限りません。',
];
const person = fc.constantFrom(...PEOPLE);
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 });
const quotes = fc.array(fc.tuple(person, words), { minLength: 3, maxLength: 9 });
const ORGANISATIONS = ['', ', Harbour Trust', ', Director, Harbour Trust'];
const turnsOf = (said: readonly (readonly [string, readonly string[]])[]) =>
  said.map(([name, lines]) => `${name}: ${lines.join('\n')}`);

describe('words with their speaker below', () => {
  it('are that person’s, whatever dash and organisation stand there', async () => {
    await fc.assert(
      fc.asyncProperty(
        quotes,
        fc.constantFrom('— ', '—', '―― ', '– ', '- '),
        fc.constantFrom(...ORGANISATIONS),
        async (said, dash, organisation) => {
          const text = said
            .map(([name, lines]) => `${lines.join('\n')}\n${dash}${name}${organisation}`)
            .join('\n\n');
          const result = await readText(text);
          expect(result.format).toBe('signed');
          expect(spoken(result)).toEqual(turnsOf(said));
          if (organisation !== '')
            expect(result.participants.every((one) => one.organisation === 'Harbour Trust')).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are taken with the courtesy and the brackets behind the name', async () => {
    const result = await readText(
      ['西 まどか氏（港の会）', '根岸 隆氏（公正貿易ネット 代表）', '野村 あかり氏']
        .map((name, at) => `「${WORDS[4]}その${at}。」\n――${name}`)
        .join('\n\n'),
    );
    expect(result.participants.map(({ name, title, organisation }) => [name, title, organisation])).toEqual([
      ['西 まどか', '', '港の会'],
      ['根岸 隆', '代表', '公正貿易ネット'],
      ['野村 あかり', '', ''],
    ]);
  });

  it('are few where most paragraphs end without a name: then nobody is made of a dash', async () => {
    const prose = WORDS.slice(0, 4).join('\n\n');
    const result = await readText(`${prose}\n\nThe list follows.\n— Ana Reyes\n\n${prose}\n\n${prose}`);
    expect(result.format).not.toBe('signed');
    expect(result.blocks.every(({ speaker }) => speaker === null)).toBe(true);
  });
});

describe('names alone below the words', () => {
  const said = WORDS.slice(0, 4).map(
    (line, at) => [['Reyes', 'Mori', 'Okonkwo'][at % 3] ?? '', line] as const,
  );
  const below = [...said, ...said].map(([name, line]) => `${line}\n${name}, ILO`).join('\n');

  it('are told from names above by what the text begins and ends with', async () => {
    const result = await readText(`The following is a summary of the talk.\n${below}`);
    expect(spoken(result)).toEqual([
      '(The following is a summary of the talk.)',
      ...[...said, ...said].map(([name, line]) => `${name}: ${line}`),
    ]);
    expect(result.alarms).toEqual([]);
    expect(result.warnings).toContainEqual({ code: 'names-beside', params: {} });
  });

  it('stand above where words are the last of the text', async () => {
    const above = [...said, ...said].map(([name, line]) => `${name}\n${line}`).join('\n');
    expect(spoken(await readText(above))).toEqual(
      [...said, ...said].map(([name, line]) => `${name}: ${line}`),
    );
  });
});

describe('words with their speaker behind them', () => {
  it('are that person’s, in brackets or behind a dash, item by item', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(...WORDS)), {
          minLength: 2,
          maxLength: 9,
        }),
        fc.constantFrom('', '- ', '• ', '・'),
        fc.constantFrom(['(', ')'], ['（', '）'], ['[', ']'], [' — ', '']),
        async (said, bullet, [open = '', close = '']) => {
          const text = said.map(([name, line]) => `${bullet}${line} ${open}${name}${close}`).join('\n');
          const result = await readText(text);
          expect(spoken(result)).toEqual(said.map(([name, line]) => `${name}: ${bullet}${line}`));
        },
      ),
      { numRuns: 80 },
    );
  });

  it('begin with their item, not with the line that names who said them', async () => {
    const result = await readText(
      `1. ${WORDS[0]}
${WORDS[1]} (Ana Reyes)
2. ${WORDS[2]}
${WORDS[3]} (Kofi Mensah)`,
    );
    expect(result.blocks.map(({ speaker }) => speaker)).toEqual(['Ana Reyes', 'Kofi Mensah']);
    expect(result.blocks[0]?.text.startsWith(`1. ${WORDS[0]}`)).toBe(true);
  });

  it('end where an item names nobody', async () => {
    const result = await readText(
      `- ${WORDS[0]} (Ana Reyes)
- ${WORDS[1]} (Kofi Mensah)
- ${WORDS[2]} (Ana Reyes)

The company thanks everybody who took part and will answer in spring.`,
    );
    expect(result.blocks.at(-1)).toMatchObject({ kind: 'narration', speaker: null });
  });
});
