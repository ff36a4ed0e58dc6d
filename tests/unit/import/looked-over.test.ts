import { describe, expect, it } from 'vitest';
import { acquaintances } from '#shared/transcript/acquaintances.ts';
import { leavePlaces, openPlaces } from '#shared/transcript/open-places.ts';
import type { ReadResult } from '#shared/transcript/result.ts';
import { taughtLayouts } from '#shared/transcript/taught.ts';
import {
  firstLook,
  type LookedOver,
  needsLook,
  stepBack,
  withDecision,
  withFix,
  withReading,
} from '../../../renderer/features/dialogues/import/looked-over.ts';
import { readText, spoken } from '../transcript/reading.ts';

const NOBODY = acquaintances([]);
const TEXT = `Ana Reyes: Wells are dry in the north.

Bo Lindt: Permits protect the company.

Ana Reyes: Then change the permits first.

Guest: I came late. Nobody told me.

Bo Lindt: We can publish them.
Ana Reyes — she knows the valley — was right about that.

Ana Reyes; And who reads them?

Bo Lindt: The town does.
`;

async function look(): Promise<LookedOver> {
  return firstLook(await readText(TEXT), NOBODY);
}

const alarmsOf = ({ read }: LookedOver, code: string) => read.alarms.filter((one) => one.code === code);

describe('places in doubt of a reading that is looked over', () => {
  it('make it worth a look until the last is decided', async () => {
    const now = await look();
    expect(openPlaces(now.read).map(({ line }) => line)).toEqual([7, 10, 12]);
    expect(needsLook(now, NOBODY)).toBe(true);
    const left = withFix(now, (read) => leavePlaces(read, openPlaces(read)));
    expect(openPlaces(left.read)).toEqual([]);
    expect(left.read.blocks).toEqual(now.read.blocks);
  });

  it('make somebody of a label that was dropped', async () => {
    const now = await look();
    expect([...now.dropped]).toEqual(['Guest']);
    const next = withDecision(now, alarmsOf(now, 'label-once'), { kind: 'speaker', label: null });
    expect([...next.dropped]).toEqual([]);
    expect(spoken(next.result)).toContain('Guest: I came late. Nobody told me.');
  });

  it('are decided as a step that is taken back like any other', async () => {
    const now = await look();
    const next = withDecision(now, alarmsOf(now, 'known-name'), { kind: 'speaker', label: null });
    expect(spoken(next.result)).toContain('Ana Reyes: she knows the valley — was right about that.');
    expect(openPlaces(next.read)).toHaveLength(2);
    const back = stepBack(next);
    expect(back.result).toEqual(now.result);
    expect(openPlaces(back.read)).toHaveLength(3);
  });

  it('do not repeat a dropped label where its words go on behind a heading', async () => {
    const text = TEXT.replace(
      'Nobody told me.',
      'Nobody told me.\nAna Reyes — from the valley — nodded.\nThen I sat.',
    );
    const now = firstLook(await readText(text), NOBODY);
    const [alarm] = alarmsOf(now, 'known-name').filter(({ line }) => line === 8);
    if (!alarm) throw new Error('no alarm');
    const next = withDecision(now, [alarm], { kind: 'narration' });
    const said = next.result.blocks.map((block) => block.text).join('\n');
    expect(said.match(/Guest/g)).toHaveLength(1);
    expect(said).toContain('Then I sat.');
  });
});

describe('what is open beside places', () => {
  const reading = (fields: Partial<ReadResult>) =>
    ({ alarms: [], ledger: [], warnings: [], ...fields }) as unknown as ReadResult;

  it('is what a file holds and the reading does not, and a date that is a guess', () => {
    const result = reading({
      ledger: [{ part: 'comment', words: 'Check this', count: 1 }],
      warnings: [
        { code: 'date-guessed', params: { date: '2024-05-01' } },
        { code: 'file-cut', params: {} },
      ],
    });
    const places = openPlaces(result);
    expect(places.map(({ code, text }) => [code, text])).toEqual([
      ['date-guess', '2024-05-01'],
      ['loss', 'Check this'],
    ]);
    const left = leavePlaces(result, places);
    expect([left.ledger, left.warnings]).toEqual([[], [{ code: 'file-cut', params: {} }]]);
    expect(leavePlaces(left, places)).toBe(left);
  });
});

it('a reading by a shown layout is one step: whoever speaks once is somebody, and the former reading comes back', async () => {
  const text = '§ Ana Reyes ~~ Yes.\n§ Ken Ito ~~ No.\n§ Ana Reyes ~~ Hm.\n§ Clerk K ~~ Noted.';
  const before = firstLook(await readText(text), NOBODY);
  const taught = taughtLayouts({
    shown: [{ text: '§ Ana Reyes ~~ Yes.', nameFrom: 2, nameTo: 11, wordsFrom: 15 }],
    nobody: [],
  });
  const after = withReading(before, await readText(text, 'talk.txt', { taught }), taught, NOBODY);
  expect(after.result.participants.map(({ name }) => name)).toEqual(['Ana Reyes', 'Ken Ito', 'Clerk K']);
  expect([after.dropped.size, after.taught]).toEqual([0, taught]);
  const back = stepBack(after);
  expect(back.read).toBe(before.read);
  expect(back.taught).toEqual([]);
});
