import { describe, expect, it } from 'vitest';
import { Disclosure } from '#shared/attribution/disclosure.ts';
import { newId } from '#shared/model/basics.ts';
import { ATTRIBUTION_POLICIES } from '#shared/model/dialogue.ts';
import { everywhere, OUTPUTS, PLACEHOLDER } from './outputs.ts';

const NAME = /Osei|Mirela|オセイ|ミレラ/i;

describe.each(Object.entries(OUTPUTS))('%s', (_, output) => {
  it.each(['affiliation', 'role', 'unattributed', 'off-record'] as const)(
    'under “%s” names nobody',
    async (policy) => {
      const text = await output(everywhere(policy));
      expect(text).not.toMatch(NAME);
      if (policy !== 'affiliation') expect(text).not.toContain('Harbour Workers');
    },
  );

  it('tells no word that is off the record, of the dialogue or of the passage alone', async () => {
    for (const state of [everywhere('off-record'), everywhere('named', 'off-record')])
      expect(await output(state)).not.toContain('zebra fees');
  });
});

it('the check of these outputs can fail: under “named” they name', async () => {
  const naming = await Promise.all(Object.values(OUTPUTS).map((output) => output(everywhere('named'))));
  expect(naming.filter((text) => NAME.test(text)).length).toBeGreaterThanOrEqual(7);
});

it.each([
  'Word, dialogue',
  'rating copy',
  'clipboard, a selection',
  'clipboard, passages',
  'clipboard, table by speakers',
])('a corrected name is told by “%s”, and the one printed that day no more as a name', async (output) => {
  const state = everywhere('named');
  const persons = state.persons.map((one) => ({ ...one, name: { en: 'Adaeze Nwosu' } }));
  const before = (await OUTPUTS[output]?.(state)) ?? '';
  const after = (await OUTPUTS[output]?.({ ...state, persons })) ?? '';
  expect(before).not.toContain('Nwosu');
  expect(after).toContain('Adaeze Nwosu');
});

describe('a passage', () => {
  it('is held as closely as the closest of those that share words with it', () => {
    const state = everywhere('named');
    const [passage] = state.passages;
    if (!passage) throw new Error('no passage');
    for (const policy of ATTRIBUTION_POLICIES) {
      const inner = {
        ...passage,
        id: newId(),
        end: 5,
        quote: passage.quote.slice(0, 5),
        attribution: policy,
      };
      const disclosure = new Disclosure({ ...state, passages: [passage, inner] }, PLACEHOLDER, 'en');
      expect(disclosure.policyOf(passage.id)).toBe(policy);
      expect(disclosure.policyAt({ turnId: passage.turnId, start: 5, end: 9 })).toBe('named');
    }
  });

  it('whose words the text lost holds the whole turn as closely, until a person has looked', () => {
    const state = everywhere('named');
    const [passage] = state.passages;
    if (!passage) throw new Error('no passage');
    const lost = (of: 'unsure' | 'kept') =>
      new Disclosure(
        { ...state, passages: [{ ...passage, attribution: 'off-record', state: of }] },
        PLACEHOLDER,
        'en',
      ).policyAt({ turnId: passage.turnId, start: passage.end + 1, end: passage.end + 9 });
    expect(lost('unsure')).toBe('off-record');
    expect(lost('kept')).toBe('named');
  });
});
