import { describe, expect, it } from 'vitest';
import { translator } from '#shared/i18n/index.ts';
import { newId } from '#shared/model/basics.ts';
import { emptyState } from '#shared/model/tables.ts';
import { EMPTY_QUERY, type PassageQuery } from '#shared/model/view.ts';
import { PassageIndex } from '#shared/retrieval/passage-index.ts';
import { sentenceOf } from '#shared/retrieval/sentence.ts';
import { wordsOf } from '#shared/retrieval/words.ts';
import { makeDialogue, makeIssue, makeParticipant } from '../../fixtures/state.ts';

const labour = makeIssue({ code: 'labour' });
const wages = makeIssue({ code: 'wages', name: { en: 'Fair pay', ja: '公正な賃金' } });
const privacy = makeIssue({
  code: 'privacy',
  category: 'employees',
  name: { en: 'Privacy', ja: 'プライバシー' },
});
const dialogue = makeDialogue({ title: 'Harbour talks' });
const osei = makeParticipant(dialogue.id);
const index = new PassageIndex({
  ...emptyState(),
  issues: [labour, wages, privacy],
  dialogues: [dialogue],
  participants: [osei],
});

function said(language: 'en' | 'ja', query: Partial<PassageQuery>): string {
  const convention = { firstMonth: 4, namedBy: { en: 'end', ja: 'start' } } as const;
  const words = wordsOf(index, translator(language), language, convention);
  return sentenceOf({ ...EMPTY_QUERY, ...query }, index, words);
}

describe('a query in a sentence', () => {
  it('reads well in English', () => {
    expect(said('en', {})).toBe('Everything that was coded or recorded as advice.');
    expect(said('en', { side: 'external', fiscalYears: [2024] })).toBe(
      'Passages said by people from outside, in FY2025.',
    );
    expect(
      said('en', {
        about: [[labour.id], [privacy.id]],
        near: 'turn',
        speakerIds: [osei.id],
        adviceKinds: ['urge', 'caution'],
        text: 'fee',
      }),
    ).toBe(
      'Passages about “Forced labour” together with “Privacy”, in the same turn, said by Mirela Osei, taken down as advice that urges or cautions, with the words “fee”.',
    );
    expect(said('en', { about: [[labour.id]], notAbout: [privacy.id] })).toBe(
      'Passages about “Forced labour”, but not about “Privacy”.',
    );
  });

  it('reads well in Japanese', () => {
    expect(said('ja', { side: 'external', fiscalYears: [2024] })).toBe(
      '2024年度の、社外の参加者による発言。',
    );
    expect(said('ja', { about: [[labour.id], [privacy.id]], dialogueIds: [dialogue.id] })).toBe(
      '「Harbour talks」での、「強制労働」に関する、同じ箇所で「プライバシー」にも関係する発言。',
    );
    expect(said('ja', { adviceKinds: ['urge'], adviceStatuses: ['accepted'] })).toBe(
      '助言（要請）として記録し、その状況が「受け入れ」の発言。',
    );
  });

  it('calls all issues of a category by its name, and what is gone gone', () => {
    expect(said('en', { about: [[wages.id, labour.id]] })).toBe(
      'Passages about any issue of “Supply chain”.',
    );
    expect(said('en', { about: [[privacy.id, labour.id]] })).toContain('“Privacy” or “Forced labour”');
    expect(said('en', { dialogueIds: [newId()] })).toBe('Passages in “(no longer there)”.');
  });
});
