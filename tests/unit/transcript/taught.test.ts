import { describe, expect, it, test } from 'vitest';
import { KeptLayout, TaughtLayout } from '#shared/model/taught-layout.ts';
import { changes, offersFor } from '#shared/transcript/reread.ts';
import {
  layoutOf,
  matches,
  type Shown,
  startsBy,
  taughtLayouts,
  withoutNames,
} from '#shared/transcript/taught.ts';
import { generateShown, misreadOf, readShown } from '../../layouts/shown.ts';
import { readText, spoken } from './reading.ts';

/** A line with the name between ‹ ›, and the words behind ^; without ^ they stand below. */
function shown(marked: string): Shown {
  const nameFrom = marked.indexOf('‹');
  const nameTo = marked.indexOf('›') - 1;
  const words = marked.indexOf('^');
  const text = marked.replaceAll(/[‹›^]/g, '');
  return { text, nameFrom, nameTo, wordsFrom: words === -1 ? null : words - 2 };
}

function layout(...marked: string[]): TaughtLayout {
  const found = layoutOf(marked.map(shown));
  if (!found) throw new Error('no layout');
  return TaughtLayout.parse(found);
}

const labelOf = (by: TaughtLayout, text: string) => matches(by, { text })?.label ?? null;

describe('a layout shown on one line', () => {
  it('keeps its marks, and lets numbers be any number', () => {
    const by = layout('§ 3 ~ ‹Reyes› ~~ ^Thank you.');
    expect(matches(by, { text: '§ 14 ~ van der Meer ~~ Yes.' })).toEqual({
      label: 'van der Meer',
      role: '',
      rest: 'Yes.',
      start: null,
    });
    expect(labelOf(by, '§14~Mori~~Yes.')).toBe('Mori');
    expect(labelOf(by, '§ 3: the law says')).toBeNull();
  });

  it('lets a post, a time and a courtesy come and go', () => {
    const by = layout('‹Reyes› |> ^Thank you.');
    expect(matches(by, { text: 'Mori (ILO) |> Yes.' })).toMatchObject({ label: 'Mori', role: 'ILO' });
    expect(matches(by, { text: 'Mori 01:02 |> Yes.' })).toMatchObject({ label: 'Mori', start: 62 });
    expect(matches(by, { text: '[0:01:02] Mori |> Yes.' })).toMatchObject({ label: 'Mori', start: 62 });
    const polite = layout('★‹森›氏＝＝^はい。');
    expect(labelOf(polite, '★内田さん==はい。')).toBe('内田');
    expect(labelOf(polite, '★内田==はい。')).toBe('内田');
  });

  it('folds the width of marks', () => {
    const by = layout('【‹森›】：^はい。');
    expect(labelOf(by, '【内田】:いいえ。')).toBe('内田');
  });

  it('reads rows, captions, names on lines of their own and names before a single blank', () => {
    expect(layout('‹Reyes›\t^Thank you.').inTable).toBe(true);
    expect(labelOf(layout('‹Reyes›\t^Thank you.'), 'Ana Mori\tYes.')).toBe('Ana Mori');
    const own = layout('‹REYES›');
    expect(own.below).toBe(true);
    const lines = ['REYES', 'We went there.', 'MORI', 'I see.', 'MORI', 'AGENDA', 'Yes, we did.'];
    const texts = lines.map((text) => ({ text }));
    expect([...startsBy([own], texts).values()].map(({ label }) => label)).toEqual(['REYES', 'MORI', 'MORI']);
    const blank = layout('‹Reyes› ^Thank you.');
    const found = startsBy(
      [blank],
      ['Mori Yes.', 'Reyes No.', 'Mori Hm.', 'We went.'].map((text) => ({ text })),
    );
    expect([...found.values()].map(({ label }) => label)).toEqual(['Mori', 'Reyes', 'Mori']);
  });

  it('takes what a hasty hand marked too much or too little', () => {
    const by = layout('[‹Reyes]: ›^Thank you.');
    expect(labelOf(by, '[Mori]: Yes.')).toBe('Mori');
    expect(layout('Ana ‹Reyes› ~~ ^Thank you.').shown).toEqual(['Ana Reyes']);
  });

  it('is none without a name', () => expect(layoutOf([shown('~~ ‹› ^words')])).toBeNull());
});

describe('lines shown together', () => {
  it('generalise what differs', () => {
    const by = layout('Day A ~ ‹Reyes›: ^Yes.', 'Day B ~ ‹Mori›: ^No.');
    expect(labelOf(by, 'Day C ~ Ito: Hm.')).toBe('Ito');
    const led = layout('§ 1 ‹Reyes› ~~ ^Yes.', '‹Mori› ~~ ^No.');
    expect(labelOf(led, '§ 9 Ito ~~ Hm.')).toBe('Ito');
    expect(labelOf(led, 'Ito ~~ Hm.')).toBe('Ito');
  });

  it('are several layouts where they are written otherwise', () => {
    const both = taughtLayouts({ shown: ['Q1 ~ ‹Reyes›: ^Why?', '—— ‹Mori›'].map(shown), nobody: [] });
    expect(both).toHaveLength(2);
  });

  it('leave out a line that is nobody', () => {
    const given = { shown: [shown('§ ‹Reyes› ~~ ^Yes.')], nobody: ['§ Wages ~~'] };
    const [by] = taughtLayouts(given);
    expect(by?.withWords).toBe(true);
    expect(by && labelOf(by, '§ Working hours ~~')).toBeNull();
    expect(by && labelOf(by, '§ Mori ~~ No.')).toBe('Mori');
    const [other] = taughtLayouts({ ...given, nobody: ['§ Wages ~~ and hours'] });
    expect(other && labelOf(other, '§ Wages ~~ again')).toBeNull();
  });
});

const MINUTES = [
  'Third meeting',
  '',
  '§ 1 ~ Reyes ~~ We began with the audit.',
  'It took two days.',
  '§ 2 ~ Mori (ILO) ~~ Who paid?',
  '§ 3 ~ Reyes ~~ The buyer did.',
  '§ 4 ~ Mori (ILO) ~~ Good.',
].join('\n');
const TAUGHT = taughtLayouts({ shown: [shown('§ 1 ~ ‹Reyes› ~~ ^We began with the audit.')], nobody: [] });

describe('a text read by a layout that was shown', () => {
  it('has its turns', async () => {
    const result = await readText(MINUTES, 'minutes.txt', { taught: TAUGHT });
    expect(result.format).toBe('taught');
    expect(spoken(result).slice(-4)).toEqual([
      'Reyes: We began with the audit.\nIt took two days.',
      'Mori: Who paid?',
      'Reyes: The buyer did.',
      'Mori: Good.',
    ]);
  });

  it('says what it changes', async () => {
    const before = await readText(MINUTES);
    const told = changes(before, await readText(MINUTES, 'minutes.txt', { taught: TAUGHT }));
    expect(told.turns.after).toBe(4);
    expect(told.people.added).toEqual(['Reyes', 'Mori']);
    expect(told.first[0]).toMatchObject({ line: 3, before: null, after: 'Reyes' });
  });

  it('offers a kept layout where it finds more, and not where nothing changes', async () => {
    const id = '01890000-0000-7000-8000-000000000000';
    const layouts = TAUGHT.map(withoutNames);
    const kept = KeptLayout.parse({
      id,
      name: 'Board',
      layouts,
      keptBy: 'A',
      at: '2026-01-01T00:00:00.000Z',
    });
    expect(JSON.stringify(kept)).not.toContain('Reyes');
    expect(offersFor(await readText(MINUTES), [kept])).toMatchObject([{ turns: 4, people: 2 }]);
    const read = await readText(MINUTES, 'minutes.txt', { taught: TAUGHT });
    expect(offersFor(read, [kept])).toEqual([]);
    expect(offersFor(await readText('Reyes: Yes.\n\nMori: No.\n\nReyes: Hm.'), [kept])).toEqual([]);
  });
});

describe('texts in layouts that no reader knows', () => {
  it('are read wholly right after one or two lines were shown', async () => {
    let unread = 0;
    let right = 0;
    const wrong: string[] = [];
    for (let at = 0; at < 400; at++) {
      const made = generateShown(9_000_000 + at);
      const readings = [];
      for (const lines of [0, 1, 2] as const) {
        const result = await readShown(made, lines);
        readings.push(result !== null && misreadOf(made, result).length === 0);
      }
      if (readings[0]) continue;
      unread++;
      if (readings[1] || readings[2]) right++;
      else wrong.push(`${made.seed} ${made.kind}`);
    }
    expect(unread).toBeGreaterThan(200);
    expect(right / unread, wrong.join(', ')).toBeGreaterThanOrEqual(0.98);
  }, 120_000);
});

test('a layout out of a hostile file costs no more than another', () => {
  const blank = { kind: 'blank', width: 'one', optional: true } as const;
  const mark = { kind: 'mark', texts: ['+'], optional: true } as const;
  const parts = Array.from({ length: 20 }, () => [mark, blank] as const).flat();
  const plain = layout('‹Reyes› ~~ ^Yes.');
  const by = TaughtLayout.parse({ ...plain, before: parts, between: [...parts.slice(1), plain.between[0]] });
  const begun = performance.now();
  for (const text of [' + '.repeat(130), '+'.repeat(400), 'a '.repeat(200)]) matches(by, { text });
  expect(performance.now() - begun).toBeLessThan(2_000);
});

test('marks that are Western characters are not taken for half-width kana', async () => {
  const result = await readText('No » Ana » Yes.\nNo » Ken » No.\nNo » Ana » Hm ¦ well.');
  expect(result.warnings.map(({ code }) => code)).not.toContain('text-encoded-twice');
  expect(result.source[0]?.text).toContain('»');
});
