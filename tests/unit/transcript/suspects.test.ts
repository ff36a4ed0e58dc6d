import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelKey } from '#shared/transcript/labels.ts';
import { type Line, linesOf } from '#shared/transcript/lines.ts';
import { openingsAt } from '#shared/transcript/openings.ts';
import type { TurnStart } from '#shared/transcript/page.ts';
import {
  againIn,
  aloneAt,
  isInside,
  isOtherMark,
  isSlipOf,
  mannerOf,
  misspeltAt,
  setOffAt,
  spellings,
} from '#shared/transcript/suspects.ts';

const NAMES = ['Reyes', 'Okafor', 'Lindqvist', 'Mensah', 'Fujita'];
const PROSE = 'We asked the workers of the second shift and they told us so.';

/** A text and those of its lines that begin turns by a separator. */
function turnsBy(text: string, separator: string): { lines: Line[]; starts: Map<Line, TurnStart> } {
  const lines = linesOf(text);
  const starts = new Map<Line, TurnStart>();
  for (const line of lines) {
    const opening = openingsAt(line).find(
      (one) => one.separator === separator && NAMES.includes(one.label) && one.rest !== '',
    );
    if (opening) starts.set(line, { speaker: opening.label, rest: opening.rest, start: null });
  }
  return { lines, starts };
}

const colons = NAMES.map((name) => `${name}: ${PROSE}`).join('\n\n');

describe('the manner of a text', () => {
  it('tells the mark, the paragraphs and the names that turns begin with', () => {
    const { lines, starts } = turnsBy(colons, 'colon');
    expect(mannerOf(lines, starts)).toMatchObject({
      separator: 'colon',
      alone: false,
      paragraphs: true,
      labelled: true,
      lead: '',
      starting: new Set(NAMES.map(labelKey)),
    });
  });

  it('is none where there are few turns, or several ways to begin', () => {
    const few = turnsBy(colons.split('\n\n').slice(0, 3).join('\n\n'), 'colon');
    expect(mannerOf(few.lines, few.starts)).toMatchObject({ separator: null, paragraphs: false });
    const mixed = linesOf(
      NAMES.map((name, at) => (at % 2 ? `${name}: ${PROSE}` : `${name} | ${PROSE}`)).join('\n\n'),
    );
    const starts = new Map<Line, TurnStart>(
      mixed.map((line) => [line, { speaker: 'Reyes', rest: PROSE, start: null }]),
    );
    expect(mannerOf(mixed, starts).separator).toBeNull();
  });

  it('finds another mark, and a label inside a paragraph where others begin one', () => {
    const { lines, starts } = turnsBy(`${colons}\n\nReyes | ${PROSE}\n${PROSE}\nHolt: ${PROSE}`, 'colon');
    const manner = mannerOf(lines, starts);
    const [bar, , inner] = lines.slice(-3);
    if (!bar || !inner) throw new Error('the text has these lines');
    expect(isOtherMark(bar, { speaker: 'Reyes', rest: PROSE, start: null }, manner)).toBe(true);
    expect([...starts].some(([line, start]) => isOtherMark(line, start, manner))).toBe(false);
    expect(isInside(inner, { speaker: 'Holt', rest: PROSE, start: null }, manner)).toBe(true);
    // Who begins paragraphs elsewhere begins a turn here too.
    expect(isInside(inner, { speaker: 'Reyes', rest: PROSE, start: null }, manner)).toBe(false);
  });

  it('finds what is set off as the turns are, by a likely name or again and again', () => {
    const text = NAMES.map((name) => `${name} – ${PROSE}`).join('\n\n');
    const { lines, starts } = turnsBy(`${text}\n\nHartwell – ${PROSE}\n\nOne thing – ${PROSE}`, 'dash');
    const manner = mannerOf(lines, starts);
    const [likely, other] = lines.slice(-2);
    if (!likely || !other) throw new Error('the text has these lines');
    expect(manner.separator).toBe('dash');
    expect(setOffAt(likely, manner, new Set())?.label).toBe('Hartwell');
    expect(setOffAt(other, manner, new Set())).toBeNull();
    const rest = lines.filter((line) => !starts.has(line));
    expect(againIn([...rest, likely], manner)).toContain(labelKey('Hartwell'));
  });

  it('finds a name alone above words where names stand alone', () => {
    const { lines } = turnsBy(
      [...NAMES, 'Hartwell'].map((name) => `${name}\n${PROSE}`).join('\n\n'),
      'colon',
    );
    const starts = new Map<Line, TurnStart>(
      lines
        .filter(({ text }) => NAMES.includes(text))
        .map((line) => [line, { speaker: line.text, rest: '', start: null }]),
    );
    const manner = mannerOf(lines, starts);
    const at = (text: string) => lines.findIndex((line) => line.text === text);
    expect(manner.alone).toBe(true);
    expect(aloneAt(lines, at('Hartwell'), manner)).toBe('Hartwell');
    expect(aloneAt(lines, at(PROSE), manner)).toBeNull();
    expect(aloneAt(lines, at('Hartwell'), { ...manner, alone: false })).toBeNull();
  });
});

describe('names with a slip of the hand in them', () => {
  const names = spellings([...NAMES, 'Nkemelu-Price'].map((name) => [labelKey(name), name]));
  const long = fc.constantFrom('Lindqvist', 'Nkemelu-Price');

  it('are known by a letter left out, put in, changed, or swapped with the next', () => {
    fc.assert(
      fc.property(long, fc.nat(), fc.constantFrom('out', 'in', 'other', 'swap'), (name, seed, kind) => {
        const at = 1 + (seed % (name.length - 2));
        fc.pre(name[at] !== name[at + 1] && /^[a-z]{2}$/u.test(name.slice(at, at + 2)));
        const slipped = {
          out: name.slice(0, at) + name.slice(at + 1),
          in: `${name.slice(0, at)}z${name.slice(at)}`,
          other: `${name.slice(0, at)}z${name.slice(at + 1)}`,
          swap: `${name.slice(0, at)}${name[at + 1]}${name[at]}${name.slice(at + 2)}`,
        }[kind];
        expect([slipped, isSlipOf(slipped, names)]).toEqual([slipped, true]);
        expect(misspeltAt(`${slipped}: We paid.`, names)).toEqual({ label: name, rest: ': We paid.' });
        expect(misspeltAt(`  - [${slipped}] We paid.`, names)?.label).toBe(name);
      }),
    );
  });

  it('are not the names themselves, short ones, or words of a sentence', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), (name) => {
        expect(isSlipOf(name, names)).toBe(false);
        expect(misspeltAt(`${name}: We paid.`, names)).toBeNull();
      }),
    );
    // Of five letters, one other makes another name.
    expect(isSlipOf('Royes', names)).toBe(false);
    expect(misspeltAt('Lindqvyst was not asked, and nobody else was.', names)).toBeNull();
    expect(isSlipOf('Expert B', spellings([['expert a', 'Expert A']]))).toBe(false);
  });
});
