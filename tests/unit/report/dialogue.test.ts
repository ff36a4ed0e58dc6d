import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#shared/i18n/index.ts';
import { ATTRIBUTION_POLICIES, type AttributionPolicy } from '#shared/model/dialogue.ts';
import { buildReport } from '#shared/report/build.ts';
import { dialogueSummary } from '#shared/report/model/dialogue.ts';
import { makeIssue } from '../../fixtures/state.ts';
import { AT, makeAdvice, speaker, workspaceOf } from './workspace.ts';

const osei = speaker({ id: '0190a000-0000-7000-8000-000000000001', order: 0 });
const lund = speaker({
  id: '0190a000-0000-7000-8000-000000000002',
  order: 1,
  name: 'Petra Lund',
  label: 'Lund',
  title: 'Partner',
  organisation: 'Lund & Vik Law',
  voice: 'expert',
  kind: 'legal-expert',
});
const officer = speaker({
  id: '0190a000-0000-7000-8000-000000000003',
  order: 2,
  name: 'Jun Arai',
  label: 'Arai',
  title: 'Head of Crewing',
  organisation: 'Quay Lines',
  external: false,
  voice: 'company',
  kind: 'officer',
});
const people = [osei, lund, officer];
const fees = makeIssue({ name: { en: 'Recruitment fees', ja: '採用手数料' } });
const hours = makeIssue({ code: 'hours', order: 1, name: { en: 'Working hours', ja: '労働時間' } });

function talks(policy: AttributionPolicy = 'named') {
  return workspaceOf(
    { attribution: policy, title: 'Talks with Mirela Osei', summary: 'Osei and Lund came.' },
    people,
    [fees, hours],
    [
      {
        kind: 'urge',
        issueIds: [fees.id, hours.id],
        restatement: 'Osei urges to repay fees.',
        response: 'Arai agreed with Osei.',
        commitment: 'Repay within a year.',
        status: 'accepted',
        due: '2025-03',
        sayings: [{ speaker: osei, words: 'Repay the fees, as Petra Lund said.' }],
      },
      { kind: 'caution', issueIds: [hours.id], sayings: [{ speaker: lund, words: 'Rest is not optional.' }] },
    ],
  );
}

/** Everything a reader of the document could read. */
async function textOf(state: ReturnType<typeof talks>, language: 'en' | 'ja' = 'en'): Promise<string> {
  const report = await buildReport(state, {
    kind: 'dialogue',
    subjectId: state.dialogue.id,
    language,
    creator: '',
    writtenAt: AT,
    pictures: [],
  });
  return JSON.stringify({ ...report, omissions: [] });
}

describe('who said it', () => {
  it('names, under a policy that lets it', () => {
    const state = talks();
    const summary = dialogueSummary(state, state.dialogue.id, 'en');
    expect(summary.advice.map((one) => one.quotes)).toMatchObject([
      [{ text: 'Repay the fees, as Petra Lund said.', source: 'Mirela Osei, Harbour Workers’ Union' }],
      [{ text: 'Rest is not optional.', source: 'Petra Lund, Lund & Vik Law' }],
    ]);
    expect(summary.participants.map((one) => one.name)).toEqual(['Mirela Osei', 'Petra Lund', 'Jun Arai']);
    expect(summary.omissions).toEqual([]);
  });

  it.each([
    ['affiliation', ['Harbour Workers’ Union', 'Lund & Vik Law']],
    ['role', ['Trade union, external', 'Legal expert, external']],
    ['unattributed', ['A participant', 'A participant']],
  ] as const)('under “%s” only what it lets be told', async (policy, sources) => {
    const state = talks(policy);
    const summary = dialogueSummary(state, state.dialogue.id, 'en');
    expect(summary.advice.flatMap((one) => one.quotes.map(({ source }) => source))).toEqual(sources);
    for (const language of ['en', 'ja'] as const) {
      const text = await textOf(state, language);
      for (const name of ['Mirela', 'Osei', 'Petra', 'Jun Arai', 'Arai ']) expect(text).not.toContain(name);
      if (policy !== 'affiliation') expect(text).not.toContain('Harbour Workers');
    }
    expect(summary.title).toBe('Talks with [name withheld]');
    expect(summary.omissions.find(({ reason }) => reason === 'withheld-name')?.count).toBeGreaterThanOrEqual(
      5,
    );
  });

  it('a speaker nobody knows is not guessed, and narration is nobody’s', () => {
    const state = workspaceOf(
      {},
      people,
      [],
      [
        { sayings: [{ speaker: null, words: 'Somebody said this.' }] },
        { sayings: [{ speaker: null, words: 'The hall was full.', narration: true }] },
      ],
    );
    const sources = dialogueSummary(state, state.dialogue.id, 'en').advice.map(
      (one) => one.quotes[0]?.source,
    );
    expect(sources).toEqual(['A participant', 'From the record of the dialogue, no speaker named']);
  });

  it('a turn that points to a participant of another dialogue is nobody’s', () => {
    const state = talks();
    const strayed = {
      ...state,
      participants: state.participants.map((one) => ({
        ...one,
        dialogueId: osei.dialogueId.replace(/^./, '7'),
      })),
    };
    const summary = dialogueSummary(strayed, state.dialogue.id, 'en');
    expect(summary.advice.flatMap((one) => one.quotes.map(({ source }) => source))).toEqual([
      'A participant',
      'A participant',
    ]);
  });

  it('a passage may be held more closely than its dialogue, and its speaker’s name goes with it', () => {
    const state = workspaceOf(
      { attribution: 'named' },
      people,
      [],
      [
        {
          restatement: 'Lund wants rest hours; Osei agrees.',
          sayings: [{ speaker: lund, words: 'Rest, says Lund.', attribution: 'role' }],
        },
      ],
    );
    const summary = dialogueSummary(state, state.dialogue.id, 'en');
    expect(summary.advice[0]?.quotes).toMatchObject([
      { text: 'Rest, says [name withheld].', source: 'Legal expert, external' },
    ]);
    expect(summary.advice[0]?.restatement).toBe('[name withheld] wants rest hours; Osei agrees.');
    // The list of participants names the only legal expert: the office is told.
    expect(summary.omissions).toContainEqual({ reason: 'traceable', count: 1 });
  });

  it('withholds Japanese names, and a surname of one sign only where somebody is addressed', () => {
    const mori = speaker({ id: osei.id, name: '森 美咲', label: '森', organisation: '港湾労組' });
    const state = workspaceOf(
      { attribution: 'unattributed' },
      [mori],
      [],
      [{ sayings: [{ speaker: mori, words: '森さんと森美咲氏は森林について話した。港湾労組の立場だ。' }] }],
    );
    const [advice] = dialogueSummary(state, state.dialogue.id, 'ja').advice;
    expect(advice?.quotes[0]?.text).toBe(
      '［氏名非公表］さんと［氏名非公表］氏は森林について話した。［氏名非公表］の立場だ。',
    );
  });
});

describe('off the record', () => {
  const SECRET = 'zebra-crossing-9182';

  it('a dialogue off the record tells no word, no advice and no topic', async () => {
    const state = talks('off-record');
    state.turns.forEach((one) => {
      one.heading = SECRET;
    });
    const summary = dialogueSummary(state, state.dialogue.id, 'en');
    expect(summary).toMatchObject({
      advice: [],
      groups: [],
      issues: [],
      headings: [],
      themes: [],
      summary: '',
      quoteCount: 0,
    });
    expect(summary.omissions).toEqual([{ reason: 'off-record-dialogue', count: 2 }]);
    const text = await textOf(state);
    for (const word of [SECRET, 'Repay', 'Rest is', 'Osei', 'Lund', 'Recruitment'])
      expect(text).not.toContain(word);
  });

  it('advice that rests wholly on such words is left out, and counted', () => {
    const state = workspaceOf(
      {},
      people,
      [fees],
      [
        {
          issueIds: [fees.id],
          restatement: SECRET,
          response: SECRET,
          sayings: [{ speaker: osei, words: SECRET, attribution: 'off-record' }],
        },
        {
          restatement: SECRET,
          sayings: [
            { speaker: osei, words: SECRET, attribution: 'off-record' },
            { speaker: osei, words: 'This may be told.' },
          ],
        },
      ],
    );
    const summary = dialogueSummary(state, state.dialogue.id, 'en');
    expect(JSON.stringify(summary)).not.toContain(SECRET);
    expect(summary.advice.map((one) => one.quotes.map(({ text }) => text))).toEqual([['This may be told.']]);
    expect(summary.issues).toEqual([]);
    expect(summary.omissions).toEqual([
      { reason: 'off-record-advice', count: 1 },
      { reason: 'off-record-quote', count: 2 },
      { reason: 'off-record-restatement', count: 1 },
    ]);
  });

  it('never: whatever the policies of dialogue and passages, the words do not reach the document', async () => {
    const policy = fc.constantFrom(...ATTRIBUTION_POLICIES);
    await fc.assert(
      fc.asyncProperty(
        policy,
        fc.array(fc.array(fc.option(policy), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('en' as const, 'ja' as const),
        async (dialoguePolicy, advice, language) => {
          let number = 0;
          const closed: string[] = [];
          const state = workspaceOf(
            { attribution: dialoguePolicy },
            people,
            [fees],
            advice.map((policies) => ({
              issueIds: [fees.id],
              sayings: policies.map((attribution, index) => {
                const words = `secret${++number}x`;
                if (dialoguePolicy === 'off-record' || attribution === 'off-record') closed.push(words);
                return { speaker: people[index % 3] ?? null, words, attribution };
              }),
            })),
          );
          const text = await textOf(state, language);
          for (const words of closed) expect(text).not.toContain(words);
          if (dialoguePolicy !== 'named') expect(text).not.toMatch(/Osei|Petra|Jun Arai/);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('advice by issue', () => {
  it('stands once, under its first issue, and is pointed to from the others', () => {
    const state = talks();
    const { groups } = dialogueSummary(state, state.dialogue.id, 'en');
    expect(groups.map(({ name, advice, also }) => [name, advice.map((one) => one.number), also])).toEqual([
      ['Recruitment fees', [1], []],
      ['Working hours', [2], [1]],
    ]);
  });

  it('keeps advice without an issue, last', () => {
    const state = workspaceOf(
      {},
      people,
      [fees],
      [
        { sayings: [{ speaker: osei, words: 'And thank you.' }] },
        { issueIds: [fees.id], sayings: [{ speaker: osei, words: 'Repay.' }] },
      ],
    );
    const { groups } = dialogueSummary(state, state.dialogue.id, 'en');
    expect(groups.map(({ issueId, advice }) => [issueId, advice.map((one) => one.number)])).toEqual([
      [fees.id, [1]],
      [null, [2]],
    ]);
  });

  it('tells what the company answered and promised, by when', () => {
    const state = talks();
    expect(dialogueSummary(state, state.dialogue.id, 'ja').advice[0]).toMatchObject({
      commitments: [{ text: 'Repay within a year.', due: '2025年3月', status: 'promised' }],
      due: '',
      status: 'accepted',
    });
  });

  it('says of words that the record was corrected since', () => {
    const state = talks();
    const [first] = state.passages;
    if (first) state.passages[0] = { ...first, state: 'unsure' };
    const quotes = dialogueSummary(state, state.dialogue.id, 'en').advice.flatMap((one) => one.quotes);
    const corrected = quotes.filter(({ source }) => source.includes('before the text was corrected'));
    expect(corrected.map(({ text }) => text)).toEqual([first?.quote]);
  });

  it('leaves out the advice of other dialogues', () => {
    const state = talks();
    state.advice.push(makeAdvice(osei.id, { passageIds: [state.passages[0]?.id ?? ''] }));
    expect(dialogueSummary(state, state.dialogue.id, 'en').advice).toHaveLength(2);
  });
});

describe('the document', () => {
  it.each(Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[])(
    'has sense without any advice (%s)',
    async (language) => {
      const state = workspaceOf({}, [], [], []);
      const report = await buildReport(state, {
        kind: 'dialogue',
        subjectId: state.dialogue.id,
        language,
        creator: '',
        writtenAt: AT,
        pictures: [],
      });
      expect(report.sections.map((one) => one.id)).toEqual(['overview', 'about']);
      expect(report.sections.every((one) => one.title !== '' && one.blocks.length > 0)).toBe(true);
    },
  );

  it('refuses a dialogue that is not there', () => {
    const state = talks();
    expect(() => dialogueSummary(state, String(osei.id), 'en')).toThrow('row-missing');
  });
});
