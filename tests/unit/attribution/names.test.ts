import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameFinder } from '#shared/attribution/find-names.ts';
import { formsToWithhold, nameBook } from '#shared/attribution/name-forms.ts';
import { newId } from '#shared/model/basics.ts';
import { ATTRIBUTION_POLICIES, type AttributionPolicy, type Participant } from '#shared/model/dialogue.ts';
import type { Person } from '#shared/model/person.ts';
import { emptyState } from '#shared/model/tables.ts';
import { makeParticipant } from '../../fixtures/state.ts';

const PERSON = newId();
const person: Person = {
  id: PERSON,
  name: { en: 'Mirela Osei', ja: 'オセイ・ミレラ' },
  reading: '',
  aliases: ['Mimi Osei', 'Osei'],
  title: {},
  organisation: { en: 'Harbour Workers’ Union (HWU)', ja: '港湾労働者連盟' },
  organisationId: null,
  kind: 'union',
};

function finderFor(
  participant: Partial<Participant>,
  policy: AttributionPolicy = 'role',
  persons: Person[] = [],
): NameFinder {
  const book = nameBook({ ...emptyState(), persons });
  return new NameFinder(formsToWithhold(makeParticipant('d', participant), policy, book));
}

/** What is found in a text: `=` before what is a name for certain, `?` before what may be one. */
function found(finder: NameFinder, text: string): string[] {
  return finder.find(text).map(({ start, end, sure }) => `${sure ? '=' : '?'}${text.slice(start, end)}`);
}

describe('the names of a participant', () => {
  const osei = finderFor({ personId: PERSON }, 'role', [person]);

  it.each([
    ['Mirela Osei spoke.', ['=Mirela Osei']],
    ['MIRELA  OSEI spoke.', ['=MIRELA  OSEI']],
    ['Osei, Mirela', ['=Osei, Mirela']],
    ['as Osei’s colleague said', ['=Osei']],
    ['Ms. Osei and Osei-san', ['=Osei', '=Osei']],
    ['Mimi called', ['=Mimi']],
    ['ＯＳＥＩ', ['=ＯＳＥＩ']],
    ['Oséi', ['=Oséi']],
    ['Oseiさんは言った', ['=Osei']],
    ['オセイ・ミレラ氏', ['=オセイ・ミレラ']],
    ['ｵｾｲさん', ['=ｵｾｲ']],
    ["the Harbour Workers' Union", ["=Harbour Workers' Union"]],
    ['HWU and 港湾労働者連盟', ['=HWU', '=港湾労働者連盟']],
    ['we asked osei again', ['?osei']],
  ])('%s', (text, expected) => {
    expect(found(osei, text)).toEqual(expected);
  });

  it('are words of their own', () => {
    expect(found(osei, 'Coseil, オセイロン and the harbour workers')).toEqual([]);
  });

  it('leave the organisation to be told where the policy does', () => {
    expect(found(finderFor({}, 'affiliation'), 'Osei of the Harbour Workers’ Union')).toEqual(['=Osei']);
  });

  it('of the company itself are never withheld', () => {
    const book = nameBook({ ...emptyState(), persons: [] });
    const own = { ...book, own: new Set(['quay lines']) };
    const forms = formsToWithhold(makeParticipant('d', { organisation: 'Quay Lines' }), 'role', own);
    expect(new NameFinder(forms).find('Quay Lines and Osei')).toHaveLength(1);
  });

  it('are all allowed under “named”', () => {
    expect(found(finderFor({}, 'named'), 'Mirela Osei')).toEqual([]);
  });
});

describe('names that are ordinary words', () => {
  const may = finderFor({ name: 'Theresa May', label: 'Chair', organisation: 'Institute' });

  it('are asked about where a name may stand, and certain where somebody is addressed', () => {
    expect(found(may, 'May asked. Ms May answered. It may rain in May.')).toEqual(['?May', '=May', '?May']);
    expect(found(may, 'Theresa May, Theresa, THE CHAIR and the chair')).toEqual([
      '=Theresa May',
      '=Theresa',
      '?CHAIR',
    ]);
  });

  const mori = finderFor({ name: '森 明', label: '森', organisation: '大学' });
  it('also in Japanese', () => {
    expect(found(mori, '森林を森さんと、説明は森 明氏が、森明が')).toEqual(['=森', '=森 明', '=森明']);
  });

  it('of one sign are no names unless somebody is addressed', () => {
    expect(found(mori, '森の明るさ')).toEqual([]);
  });
});

describe('Japanese names', () => {
  it.each([
    ['田中さんは', ['=田中']],
    ['田中は', ['=田中']],
    ['水田中心の', ['?田中']],
    ['田中　花子氏', ['=田中　花子']],
    ['田中花子', ['=田中花子']],
  ])('%s', (text, expected) => {
    expect(found(finderFor({ name: '田中 花子', label: '田中' }), text)).toEqual(expected);
  });

  it('written without a space are known by the surname that somebody is addressed with', () => {
    const finder = finderFor({ name: '高橋花子', label: '' });
    expect(found(finder, '髙橋さんと高橋花子、花子、高橋の')).toEqual(['=髙橋', '=高橋花子']);
  });
});

describe('whatever is planted', () => {
  const names = fc.constantFrom(
    'Mirela Osei',
    'Osei',
    'Mirela',
    'Mimi Osei',
    'オセイ・ミレラ',
    'ﾐﾚﾗさん',
    'Ms Osei',
  );
  const plain = fc
    .array(
      fc.constantFrom(
        'the',
        'fees',
        'are',
        'repaid',
        '手数料を',
        '返して',
        'ください。',
        '12',
        '–',
        '“',
        '\n',
      ),
      {
        maxLength: 12,
      },
    )
    .map((words) => words.join(' '));
  const policies = fc.constantFrom(...ATTRIBUTION_POLICIES.filter((policy) => policy !== 'named'));

  it('is found in any place under any stricter policy', () => {
    fc.assert(
      fc.property(names, plain, plain, policies, (name, before, after, policy) => {
        const finder = finderFor({ personId: PERSON }, policy, [person]);
        const text = `${before} ${name} ${after}`;
        const at = before.length + 1;
        const hits = finder.find(text);
        expect(hits.some(({ start, end }) => start < at + name.length && end > at)).toBe(true);
      }),
    );
  });

  it('and nothing is found in texts without names', () => {
    fc.assert(
      fc.property(plain, policies, (text, policy) => {
        expect(finderFor({ personId: PERSON }, policy, [person]).find(text)).toEqual([]);
      }),
    );
  });
});
