import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abbreviations, expandAbbreviations } from '#shared/transcript/abbreviations.ts';
import { acquaintances, knownAs, surelyKnown } from '#shared/transcript/acquaintances.ts';
import {
  dropParticipant,
  mergeParticipants,
  settleDropped,
  withoutSpeakers,
} from '#shared/transcript/fixes.ts';
import { latentLabels, takeLatent } from '#shared/transcript/latent.ts';
import type { ReadBlock, ReadParticipant, ReadResult } from '#shared/transcript/result.ts';
import { doubles, mergeDoubles, oneOffs } from '#shared/transcript/speakers.ts';
import { makePerson } from '../../fixtures/person.ts';

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

function said(speaker: string | null, text: string): ReadBlock {
  return { kind: 'speech', speaker, heading: null, start: null, end: null, cues: [], lines: null, text };
}

function read(blocks: ReadBlock[], people?: ReadParticipant[]): ReadResult {
  const labels = [...new Set(blocks.flatMap(({ speaker }) => speaker ?? []))];
  return {
    format: 'labelled',
    encoding: 'utf-8',
    title: null,
    date: null,
    language: 'en',
    participants: people ?? labels.map((label) => person(label)),
    headings: [],
    blocks,
    warnings: [],
    source: [],
    alarms: [],
    ledger: [],
    others: [],
  };
}

/** Each of these labels speaks so many times. */
function spoken(counts: Record<string, number>, people?: ReadParticipant[]): ReadResult {
  return read(
    Object.entries(counts).flatMap(([label, count]) =>
      Array.from({ length: count }, (_, index) => said(label, `Words ${index} of ${label}.`)),
    ),
    people,
  );
}

const pairs = (result: ReadResult) => doubles(result).map(({ from, into, why }) => `${from}→${into} ${why}`);

describe('labels that may be no people', () => {
  it('are those that stand once, where others recur and nothing presents them', () => {
    expect(oneOffs(spoken({ Sato: 4, Note: 1, Example: 1, Kubo: 3 }))).toEqual(['Note', 'Example']);
  });

  it('are not those whom a name, a role, a courtesy or the text itself presents', () => {
    const labels = { Sato: 4, 'Ana Holt': 1, Moderator: 1, 'Ms. Roth': 1, 三村さん: 1, Kubo: 1 };
    const people = Object.keys(labels).map((label) =>
      person(label, label === 'Kubo' ? { organisation: 'Water Union' } : {}),
    );
    expect(oneOffs(spoken(labels, people))).toEqual([]);
  });

  it('are none where everybody speaks once', () => {
    expect(oneOffs(spoken({ Sato: 1, Kubo: 1 }))).toEqual([]);
  });
});

describe('labels that the reader left in the words', () => {
  const before = read([
    {
      ...said('Roth', 'How much?\n\nKubo: Three months.\nMore, often.'),
      start: 1,
      end: 9,
      cues: [
        { at: 0, start: 1, end: 2 },
        { at: 17, start: 3, end: 9 },
      ],
    },
    said('Sato', 'It said: nothing. See https://example.org'),
  ]);

  it('are offered with what follows them, sentences with a colon are not', () => {
    expect(latentLabels(before)).toEqual([{ label: 'Kubo', count: 1, words: 'Three months.' }]);
  });

  it('speak once they are taken, and cue times stay with their words', () => {
    const after = takeLatent(before, 'Kubo');
    expect(after.blocks.slice(0, 2)).toEqual([
      { ...said('Roth', 'How much?'), start: 1, end: 2, cues: [{ at: 0, start: 1, end: 2 }] },
      {
        ...said('Kubo', 'Three months.\nMore, often.'),
        start: 3,
        end: 9,
        cues: [{ at: 0, start: 3, end: 9 }],
      },
    ]);
    expect(after.participants.map(({ label }) => label)).toEqual(['Roth', 'Sato', 'Kubo']);
    const words = (result: ReadResult) =>
      result.blocks
        .map(({ text }) => text)
        .join('')
        .replaceAll(/\s/g, '');
    expect(words(dropParticipant(after, 'Kubo'))).toBe(words(before));
  });
});

describe('labels of one person', () => {
  it.each([
    [{ 'Researcher 1': 5, 'Researcher 1 ': 2 }, ['Researcher 1 →Researcher 1 same']],
    [{ 'Researcher 1': 5, 'Researcher 2': 2 }, []],
    [{ 'Ｋ．Ｉｔｏ': 1, 'K. Ito': 3 }, ['Ｋ．Ｉｔｏ→K. Ito same']],
    [{ Ito: 6, 'K. Ito': 3 }, ['Ito→K. Ito part']],
    [{ Ito: 6, 'K. Ito': 3, 'M. Ito': 3 }, []],
    [{ 'Kenji Ito': 6, 'K. Ito': 3 }, ['K. Ito→Kenji Ito part']],
    [{ 'Kenji Ito': 6, 'M. Ito': 3 }, []],
    [{ 三村: 6, 三村さん: 3 }, ['三村さん→三村 same']],
    [{ 三村: 6, '三村　志保': 3 }, ['三村→三村　志保 part']],
    [{ 三村: 6, '三村　志保': 3, '三村　剛': 2 }, []],
    [{ 'Mr. Okoro': 2, OKORO: 3 }, ['Mr. Okoro→OKORO same']],
    [{ Moderator: 9, Moderater: 1 }, ['Moderater→Moderator letter']],
    [{ 'Expert A': 9, 'Expert B': 1 }, []],
    [{ 'Speaker 1': 9, 'Speaker 11': 1 }, []],
  ])('%j', (counts, expected) => {
    expect(pairs(spoken(counts as Record<string, number>))).toEqual(expected);
  });

  it('are not offered where the text says they are two', () => {
    const people = [
      person('Ito', { organisation: 'Water Union' }),
      person('ITO', { organisation: 'Harbour Watch' }),
    ];
    expect(pairs(spoken({ Ito: 3, ITO: 3 }, people))).toEqual([]);
  });

  it('go to one label, chains and all, in any order', () => {
    const before = spoken({ Ito: 1, 'K. Ito': 2, 'k ito': 4 });
    const offered = doubles(before);
    for (const order of [offered, [...offered].reverse()]) {
      const after = mergeDoubles(before, order);
      expect(after.participants).toHaveLength(1);
      expect(new Set(after.blocks.map(({ speaker }) => speaker)).size).toBe(1);
    }
  });
});

describe('lists of abbreviations', () => {
  it.each([
    ['T = Tanaka\nK = Kubo'],
    ['T\tTanaka\nK\tKubo'],
    ['Tanaka (T)\nKubo (K)'],
    ['Name\tAbbreviation\nTanaka\tT\nKubo\tK'],
  ])('%j', (list) => {
    const before = read([
      { ...said(null, list), kind: 'narration' },
      said('T', 'Good morning.'),
      said('K', 'Good morning.'),
    ]);
    const after = expandAbbreviations(before, abbreviations(before));
    expect(after.participants.map(({ name, label }) => `${label} ${name}`)).toEqual(['T Tanaka', 'K Kubo']);
    expect(after.blocks).toEqual(before.blocks);
  });

  it('take title and organisation, and join whom the text presents already', () => {
    const before = read(
      [
        { ...said(null, 'HK\tHana Kubo\tDirector\tWater Union\nT\tKen Tanaka'), kind: 'narration' },
        said('HK', 'Good morning.'),
        said('T', 'Good morning.'),
      ],
      [person('HK'), person('T'), person('Ken Tanaka', { organisation: 'Harbour Watch' })],
    );
    const after = expandAbbreviations(before, abbreviations(before));
    expect(after.participants).toEqual([
      person('HK', { name: 'Hana Kubo', title: 'Director', organisation: 'Water Union' }),
      person('Ken Tanaka', { organisation: 'Harbour Watch' }),
    ]);
    expect(after.blocks[2]?.speaker).toBe('Ken Tanaka');
  });

  it('that look like turns are said by nobody', () => {
    const before = read([
      said('T', 'Ken Tanaka'),
      said('K', 'Hana Kubo'),
      said('T', 'Good morning.'),
      said('K', 'Good morning to you.'),
    ]);
    const after = expandAbbreviations(before, abbreviations(before));
    expect(after.participants.map(({ name }) => name)).toEqual(['Ken Tanaka', 'Hana Kubo']);
    expect(after.blocks.slice(0, 2)).toMatchObject([
      { kind: 'narration', speaker: null, text: 'T: Ken Tanaka' },
      { kind: 'narration', speaker: null, text: 'K: Hana Kubo' },
    ]);
    expect(after.blocks.slice(2)).toEqual(before.blocks.slice(2));
  });

  it('that contradict themselves, or explain nobody who speaks, are left', () => {
    const before = read([
      { ...said(null, 'T = Tanaka\nT = Tomita\nNGO = Network'), kind: 'narration' },
      said('T', 'Good morning.'),
    ]);
    expect(abbreviations(before)).toEqual([]);
  });
});

describe('people who are known', () => {
  const keiko = makePerson({
    name: { en: 'Keiko Sato', ja: '佐藤 恵子' },
    aliases: ['K. Sato'],
    organisation: { en: 'Water Union', ja: '水労組' },
  });
  const other = makePerson({ name: { en: 'Jun Sato' }, organisation: {} });
  const circle = acquaintances([keiko, other]);
  const sureOf = (name: string, organisation = '') =>
    knownAs(person(name, { organisation }), circle)
      .filter(({ sure }) => sure)
      .map(({ personId }) => personId);

  it.each([['Keiko Sato'], ['Sato Keiko'], ['KEIKO SATO'], ['佐藤恵子'], ['佐藤　恵子'], ['佐藤 恵子氏']])(
    'are known for certain by a whole name, in either script and order: %s',
    (name) => {
      expect(sureOf(name)).toEqual([keiko.id]);
    },
  );

  it('are only offered by a surname, an initial, or when they come from elsewhere', () => {
    for (const one of [
      person('Sato'),
      person('佐藤さん'),
      person('K. Sato'),
      person('Keiko Sato', { organisation: 'Bank' }),
    ]) {
      const offers = knownAs(one, circle);
      expect(offers.map(({ personId }) => personId)).toContain(keiko.id);
      expect(offers.every(({ sure }) => !sure)).toBe(true);
    }
    expect(knownAs(person('Mika Sato'), circle)).toEqual([]);
  });

  it('are not certain where two have the name, or two participants claim it', () => {
    const twin = makePerson({ name: { en: 'Keiko Sato' }, organisation: {} });
    expect(knownAs(person('Keiko Sato'), acquaintances([keiko, twin])).some(({ sure }) => sure)).toBe(false);
    expect([...surelyKnown(spoken({ 'Keiko Sato': 2, 'Sato Keiko': 2 }), circle)]).toEqual([]);
    expect([...surelyKnown(spoken({ 'Keiko Sato': 2, Roth: 2 }), circle)]).toEqual([
      ['Keiko Sato', keiko.id],
    ]);
  });
});

const LABELS = [
  'Ito',
  'K. Ito',
  'ito ',
  'Kenji Ito',
  'Note',
  'Researcher 1',
  'Researcher 1 ',
  '三村',
  '三村さん',
  'T',
];
const results = fc
  .array(fc.tuple(fc.constantFrom(...LABELS, null), fc.string({ minLength: 1, maxLength: 20 })), {
    minLength: 1,
    maxLength: 30,
  })
  .map((blocks) => read(blocks.map(([label, text]) => said(label, text))));
const labelSets = fc.uniqueArray(fc.constantFrom(...LABELS)).map((labels) => new Set(labels));

describe('whatever the text', () => {
  it('merging what is offered loses no word, and merging again changes nothing', () => {
    fc.assert(
      fc.property(results, (before) => {
        const offered = doubles(before);
        const after = mergeDoubles(before, offered);
        expect(after.blocks.map(({ text }) => text)).toEqual(before.blocks.map(({ text }) => text));
        expect(mergeDoubles(after, offered)).toEqual(after);
        const people = new Set(after.participants.map(({ label }) => label));
        expect(after.blocks.every(({ speaker }) => speaker === null || people.has(speaker))).toBe(true);
        expect(after.participants.length).toBe(before.participants.length - offered.length);
      }),
    );
  });

  it('a merge is made once', () => {
    fc.assert(
      fc.property(results, fc.constantFrom(...LABELS), fc.constantFrom(...LABELS), (before, from, into) => {
        const once = mergeParticipants(before, from, into);
        expect(mergeParticipants(once, from, into)).toEqual(once);
      }),
    );
  });

  it('labels that are dropped stay in the text, at once or one by one, in any order', () => {
    fc.assert(
      fc.property(results, labelSets, (before, labels) => {
        const together = withoutSpeakers(before, labels);
        expect([...labels].reduce(dropParticipant, before)).toEqual(together);
        for (const [at, block] of before.blocks.entries()) {
          const after = together.blocks[at];
          if (block.speaker === null || !labels.has(block.speaker)) expect(after).toEqual(block);
          else {
            expect(after?.text.startsWith(block.speaker)).toBe(true);
            expect(after?.text.endsWith(block.text)).toBe(true);
          }
        }
      }),
    );
  });

  it('settling a dropped label changes nothing of what is shown', () => {
    fc.assert(
      fc.property(results, labelSets, fc.array(fc.nat(30)), (before, labels, at) => {
        const shown = withoutSpeakers(before, labels);
        const settled = settleDropped(before, labels, at);
        expect(withoutSpeakers(settled, labels)).toEqual(shown);
        expect(withoutSpeakers(settleDropped(before, labels, 'all'), labels).blocks).toEqual(shown.blocks);
      }),
    );
  });
});

describe('names written in several ways', () => {
  const pairs: [string, string][] = [
    ['髙橋', '高橋'],
    ['山﨑', '山崎'],
    ['葛\u{E0100}城', '葛城'],
    ['渡邉', '渡辺'],
    ['齋藤', '斎藤'],
    ['さとう', 'サトウ'],
    ['ｻﾄｳ', 'さとう'],
    ['早瀬', '早瀬（はやせ）'],
    ['早瀬', '早\u200b瀬'],
    ['早瀬 みちる', '早瀬みちる'],
    ['Takahashi', 'Takahashi-san'],
    ['Ana Reyes', 'Reyes, Ana'],
    ['Ana Reyes', 'ANA REYES'],
    ['Ana Reyes', 'ana.reyes'],
    ['Ana Reyes', 'Dr. Ana Reyes, PhD'],
    ['Tom Oak', 'H.E. Tom Oak'],
    ['Jürgen Müller', 'Jurgen Muller'],
    ['大川', '大川さん(以下、大川)'],
  ];
  for (const [one, other] of pairs) {
    it(`offers to join ${one} and ${other}`, () => {
      expect(doubles(spoken({ [one]: 3, [other]: 2 })).map(({ why }) => why)).toEqual(['same']);
    });
  }
  it('offers the surname, initials and a name with an initial', () => {
    for (const short of ['REYES', 'Reyes', 'A. Reyes', 'AR'])
      expect(doubles(spoken({ 'Ana Reyes': 3, [short]: 2 })).map(({ into }) => into)).toEqual(['Ana Reyes']);
  });
  it('never offers one of two who speak together, nor two people of one surname', () => {
    for (const joint of ['Mori / Reyes', 'Mori and Reyes', 'Mori & Reyes', '早瀬・森', '早瀬、森'])
      for (const one of ['Mori', '早瀬', '森']) expect(doubles(spoken({ [joint]: 3, [one]: 3 }))).toEqual([]);
    expect(doubles(spoken({ 'K. Ito': 3, 'M. Ito': 3 }))).toEqual([]);
    expect(doubles(spoken({ AR: 3, KM: 3 }))).toEqual([]);
  });
});

describe('a table of abbreviations', () => {
  for (const rows of [
    '| Name | Abbreviation | Organization |\n|---|---|---|\n| Nadia Holt | NH | Oak Trust |\n| Jun Hara | JH | Imp Co |',
    'Organisation\tInitials\tParticipant\nOak Trust\tNH\tNadia Holt\nImp Co\tJH\tJun Hara',
  ]) {
    it(`is read by its head: ${rows.slice(0, 24)}`, () => {
      const result = read([
        { ...said(null, rows), kind: 'narration' },
        said('NH', 'Fees are the risk.'),
        said('JH', 'We agree.'),
      ]);
      expect(
        abbreviations(result).map(({ label, name, organisation }) => [label, name, organisation]),
      ).toEqual([
        ['NH', 'Nadia Holt', 'Oak Trust'],
        ['JH', 'Jun Hara', 'Imp Co'],
      ]);
    });
  }
});
