/** A name may be any text: no output fails because of it, and none tells what a policy holds back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATTRIBUTION_POLICIES } from '#shared/model/dialogue.ts';
import { type Called, everywhere, OUTPUTS } from './outputs.ts';

const policy = fc.constantFrom(...ATTRIBUTION_POLICIES);

const SIGNS = '\\^$.*+?()[]{}|/-,=!<>:&#%@~`\'"_ ';
const HIDDEN = ['\u200b', '\u00ad', '\u200d', '\u2060', '\ufe0f', '\u{e0100}', '\u202e', '\ufeff'];

const anyName = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...SIGNS), minLength: 1, maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom(
      '\ud83d',
      '\ude00',
      '👩‍💻',
      'A',
      'Ａ',
      '森',
      '\u0301',
      'ﷺ',
      'ß',
      'İ',
      '-',
      ...HIDDEN,
    ),
    minLength: 1,
    maxLength: 12,
  }),
  fc.constantFrom(
    'Smith-Jones',
    '-',
    'x',
    '森',
    '[',
    '\ud800',
    '\udc00 -',
    'עמית-לוי',
    '𠮷野',
    'x'.repeat(3000),
  ),
);

/** Words that no report has of itself. */
const word = fc
  .tuple(
    fc.constantFrom('Xq', 'Жщ', 'Ξψ', 'ظق', 'צק'),
    fc.string({ unit: fc.constantFrom(...'vkjwzäşø'), minLength: 2, maxLength: 6 }),
  )
  .map(([first, rest]) => first + rest);

/** A name of one or several words, in the ways in which words are joined to one. */
const realName: fc.Arbitrary<Called> = fc
  .tuple(word, word, word, fc.constantFrom('-', ' ', "'", '’', '‐'), fc.constantFrom('', '(', ' +', ' ?'))
  .map(([first, one, other, between, sign]) => {
    const last = `${one}${between}${other}`;
    return { full: `${first}${sign} ${last}`, last, other: `ヴェク＝${'ゾ'}ルカ` };
  });

/** The same name as somebody else may have written it. */
const SPELLINGS: Readonly<Record<string, (name: string) => string>> = {
  'as it is': (name) => name,
  'in capitals': (name) => name.toUpperCase(),
  'full width': (name) =>
    name.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  decomposed: (name) => name.normalize('NFD'),
  ...Object.fromEntries(
    HIDDEN.map((sign) => [
      `with U+${sign.codePointAt(0)?.toString(16)} inside`,
      (name: string) => [...name].join(sign),
    ]),
  ),
};

/** The workspace that `everywhere` makes, with the name spelled otherwise in its texts than in its people's rows. */
function told(
  attribution: (typeof ATTRIBUTION_POLICIES)[number],
  called: Called,
  spell: (name: string) => string,
) {
  const state = everywhere(attribution, null, {
    full: spell(called.full),
    last: spell(called.last),
    other: called.other,
  });
  return {
    ...state,
    participants: state.participants.map((one) => ({ ...one, name: called.full, label: called.last })),
    persons: state.persons.map((one) => ({ ...one, name: { en: called.full, ja: called.other } })),
  };
}

/** For looking for a name in what was written, without the app's own way of folding. */
function plain(text: string): string {
  return text
    .replaceAll(/&apos;|&#39;/g, "'")
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\p{Variation_Selector}]/gu, '')
    .replaceAll(/[‘’‛ʼ]/g, "'")
    .replaceAll(/[‐‑–—]/g, '-')
    .toLowerCase();
}

describe.each(Object.entries(OUTPUTS))('%s', (_, output) => {
  it('is made whatever a speaker is called', async () => {
    await fc.assert(
      fc.asyncProperty(policy, anyName, anyName, async (attribution, full, last) => {
        await output(everywhere(attribution, null, { full, last, other: full }));
      }),
      { numRuns: 25 },
    );
  });

  it('tells no name that is held back, however it is spelled', async () => {
    await fc.assert(
      fc.asyncProperty(
        policy.filter((one) => one !== 'named'),
        realName,
        fc.constantFrom(...Object.keys(SPELLINGS)),
        async (attribution, called, spelling) => {
          const text = plain(await output(told(attribution, called, SPELLINGS[spelling] as never)));
          expect(text).not.toContain(plain(called.last));
          expect(text).not.toContain(plain(called.full));
        },
      ),
      { numRuns: 25 },
    );
  });
});
