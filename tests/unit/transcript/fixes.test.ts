import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addParticipant,
  dropParticipant,
  giveUnknown,
  headingToText,
  joinAbove,
  leaveOut,
  mergeParticipants,
  patchParticipant,
  renameHeading,
  setSpeaker,
  textToHeading,
  turnsByLabel,
} from '#shared/transcript/fixes.ts';
import type { ReadBlock, ReadParticipant, ReadResult } from '#shared/transcript/result.ts';

function person(label: string, fields: Partial<ReadParticipant> = {}): ReadParticipant {
  return {
    name: label,
    label,
    title: '',
    organisation: '',
    external: true,
    voice: 'expert',
    kind: 'other',
    ...fields,
  };
}

function said(speaker: string | null, text: string, heading: string | null = null): ReadBlock {
  return { kind: 'speech', speaker, heading, start: null, end: null, cues: [], lines: null, text };
}

function read(blocks: ReadBlock[], participants: ReadParticipant[] = []): ReadResult {
  const headings = [...new Set(blocks.flatMap(({ heading }) => heading ?? []))];
  return {
    format: 'text',
    encoding: 'utf-8',
    title: null,
    date: null,
    language: 'en',
    participants,
    headings,
    blocks,
    warnings: [],
    source: [],
    alarms: [],
    ledger: [],
    others: [],
  };
}

/** Every sign of the text and its headings, spaces aside, in order. */
function signs(result: ReadResult): string {
  let heading: string | null = null;
  let all = '';
  for (const block of result.blocks) {
    if (block.heading !== null && block.heading !== heading) all += block.heading;
    heading = block.heading;
    all += block.text;
  }
  return all.replaceAll(/\s/g, '');
}

describe('fixing participants', () => {
  it('changes the person, never the label of the text', () => {
    const result = patchParticipant(read([], [person('Ito')]), 'Ito', {
      name: 'Ito Kana',
      title: 'Director',
    });
    expect(result.participants[0]).toMatchObject({ label: 'Ito', name: 'Ito Kana', title: 'Director' });
  });

  it('merges two labels of one person and keeps what only one of them knew', () => {
    const before = read(
      [said('Ito', 'One.'), said('K. Ito', 'Two.')],
      [person('Ito'), person('K. Ito', { organisation: 'Water Union' })],
    );
    const after = mergeParticipants(before, 'K. Ito', 'Ito');
    expect(after.blocks.map(({ speaker }) => speaker)).toEqual(['Ito', 'Ito']);
    expect(after.participants).toEqual([person('Ito', { organisation: 'Water Union' })]);
  });

  it('puts the words of a label that was no person back into the text', () => {
    const english = dropParticipant(read([said('Note', 'lunch at noon')], [person('Note')]), 'Note');
    expect(english.blocks[0]).toMatchObject({ speaker: null, text: 'Note: lunch at noon' });
    const japanese = dropParticipant(read([said('注記', '昼食')], [person('注記')]), '注記');
    expect(japanese.blocks[0]?.text).toBe('注記：昼食');
  });

  it('adds people under labels that are still free', () => {
    const first = addParticipant(read([], []), 'Sato');
    const second = addParticipant(first.result, 'Sato');
    expect([first.label, second.label]).toEqual(['Sato', 'Sato (2)']);
  });

  it('counts the turns of each label', () => {
    const counts = turnsByLabel(read([said('A', 'x'), said(null, 'y'), said('A', 'z')]));
    expect([...counts]).toEqual([['A', 2]]);
  });
});

describe('fixing the text', () => {
  it('gives a block to someone, to nobody known, or to the narration', () => {
    const before = read([said('A', 'x')], [person('A'), person('B')]);
    expect(setSpeaker(before, 0, 'B').blocks[0]).toMatchObject({ kind: 'speech', speaker: 'B' });
    expect(setSpeaker(before, 0, null).blocks[0]).toMatchObject({ kind: 'speech', speaker: null });
    expect(setSpeaker(before, 0, { narration: true }).blocks[0]).toMatchObject({
      kind: 'narration',
      speaker: null,
    });
  });

  it('closes up a sentence that was cut, as its script wants', () => {
    expect(joinAbove(read([said('A', 'We think'), said('B', 'it is late.')]), 1).blocks[0]?.text).toBe(
      'We think it is late.',
    );
    expect(joinAbove(read([said('A', '私たちは'), said('B', '考えます。')]), 1).blocks[0]?.text).toBe(
      '私たちは考えます。',
    );
    expect(joinAbove(read([said('A', 'Done.'), said('B', 'Next.')]), 1).blocks[0]?.text).toBe(
      'Done.\n\nNext.',
    );
  });

  it('turns a paragraph into the heading of what follows, and back again', () => {
    const before = read([
      said('A', 'x', 'One'),
      said(null, 'Two', 'One'),
      said('A', 'y', 'One'),
      said('B', 'z', 'Three'),
    ]);
    const headed = textToHeading(before, 1);
    expect(headed.headings).toEqual(['One', 'Two', 'Three']);
    expect(headed.blocks.map(({ heading }) => heading)).toEqual(['One', 'Two', 'Three']);
    const back = headingToText(headed, 1);
    expect(back.headings).toEqual(['One', 'Three']);
    expect(back.blocks.map(({ text }) => text)).toEqual(['x', 'Two', 'y', 'z']);
  });

  it('renames a heading for every block under it and for no other of the same words', () => {
    const before = read([said('A', 'x', 'H'), said('B', 'y', 'H'), said('A', 'z', 'I'), said('A', 'q', 'H')]);
    expect(renameHeading(before, 1, 'New').blocks.map(({ heading }) => heading)).toEqual([
      'New',
      'New',
      'I',
      'H',
    ]);
  });

  it('joins nothing over a heading, and makes two headings in a row one', () => {
    const before = read([said('A', 'x', 'H'), said('A', 'Part two', 'I'), said('A', 'z', 'I')]);
    expect(joinAbove(before, 1)).toBe(before);
    expect(textToHeading(before, 1).headings).toEqual(['H', 'I – Part two']);
  });

  it('loses no word, whatever is done in whatever order', () => {
    const fixes = fc.array(
      fc.record({ fix: fc.constantFrom(headingToText, textToHeading, joinAbove), at: fc.nat(8) }),
      { maxLength: 12 },
    );
    const sections = fc.array(fc.boolean(), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sections, fixes, (opens, acts) => {
        let section = 0;
        const before = read(
          opens.map((open, index) => {
            if (open) section += 1;
            return said('A', `word${index}`, section === 0 ? null : `heading${section}`);
          }),
        );
        const words = before.blocks.flatMap(({ text, heading }) =>
          heading === null ? [text] : [text, heading],
        );
        const after = acts.reduce((result, { fix, at }) => fix(result, at % result.blocks.length), before);
        const kept = signs(after);
        expect(words.filter((word) => !kept.includes(word))).toEqual([]);
      }),
    );
  });
});

describe('what a page brings along', () => {
  it('is left out where a person says so, with a heading that stood over it alone', () => {
    const before = read([said('A', 'x', 'H'), said('A', 'Back to top', 'Menu'), said('A', 'y', 'I')]);
    const after = leaveOut(before, 1);
    expect(after.blocks.map(({ text }) => text)).toEqual(['x', 'y']);
    expect(after.headings).toEqual(['H', 'I']);
  });

  it('is never all there is', () => {
    const only = read([said('A', 'x')]);
    expect(leaveOut(only, 0)).toBe(only);
    expect(leaveOut(read([said('A', 'x'), said('A', 'y')]), 7).blocks).toHaveLength(2);
  });
});

describe('turns of unknown speakers', () => {
  it('all go to one person at once; what others said and what nobody said stays theirs', () => {
    const narration: ReadBlock = { ...said(null, 'On 3 May.'), kind: 'narration' };
    const before = read([said(null, 'x'), said('B', 'y'), narration, said(null, 'z')], [person('A')]);
    expect(giveUnknown(before, 'A').blocks.map(({ speaker }) => speaker)).toEqual(['A', 'B', null, 'A']);
  });
});
