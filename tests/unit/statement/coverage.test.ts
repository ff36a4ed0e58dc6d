import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWER_STATES, type Answer } from '#shared/model/answer.ts';
import { blankArrangement } from '#shared/model/arrangement.ts';
import { newId } from '#shared/model/basics.ts';
import { blankOrganisation } from '#shared/model/organisation.ts';
import { emptyState } from '#shared/model/tables.ts';
import type { Theme } from '#shared/model/theme.ts';
import { checklistOf, checklists } from '#shared/statement/checklists.ts';
import { COVER_STATES, coverageOf, gapsFirst } from '#shared/statement/coverage.ts';
import { makeAnswer } from '../../fixtures/answers.ts';

const MSA = checklistOf('uk-msa-54');
const SCOPE = { of: null, fiscalYear: 2019 };
const AREAS = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `54(5)(${letter})`);

const theme = (name: string, order: number): Theme => ({
  id: newId(),
  code: name,
  order,
  name: { en: name },
  definition: {},
  issueIds: [],
});

const cover = (
  answers: readonly Answer[],
  checklist = MSA,
  more: Partial<ReturnType<typeof emptyState>> = {},
) => coverageOf(checklist, { ...emptyState(), answers: [...answers], ...more }, SCOPE);

describe('coverage', () => {
  const answered = AREAS.map((requirement) => makeAnswer({ requirement }));

  it('counts the six areas, and one that is emptied as a gap', () => {
    expect(cover(answered).counts).toEqual({
      ...{ open: 3, missing: 0, partly: 0, answered: 6, 'not-applicable': 0 },
    });
    const emptied = answered.map((one, index) => (index === 3 ? { ...one, text: {} } : one));
    expect(cover(emptied).counts).toEqual({
      ...{ open: 3, missing: 1, partly: 0, answered: 5, 'not-applicable': 0 },
    });
    const gone = answered.filter((_one, index) => index !== 3);
    expect(cover(gone).counts).toMatchObject({ open: 4, answered: 5 });
  });

  it('takes “does not apply” only with a reason', () => {
    const none = makeAnswer({ requirement: '54(7)', state: 'not-applicable', text: {} });
    expect(cover([none]).counts).toMatchObject({ missing: 1, 'not-applicable': 0 });
    expect(cover([{ ...none, why: 'There is no website.' }]).counts).toMatchObject({
      missing: 0,
      'not-applicable': 1,
    });
  });

  it('lists gaps first, in the order of the standard', () => {
    const { places } = cover([
      makeAnswer({ requirement: '54(4)' }),
      makeAnswer({ requirement: '54(6)', state: 'partly' }),
    ]);
    expect(gapsFirst(places).map(({ requirement }) => requirement.number)).toEqual([
      ...AREAS,
      '54(7)',
      '54(6)',
      '54(4)',
    ]);
  });

  it('puts last year’s answer beside, the latest one that says something', () => {
    const earlier = [
      makeAnswer({ fiscalYear: 2016, text: { en: 'Old' } }),
      makeAnswer({ fiscalYear: 2017, text: { en: 'Older than last year' } }),
      makeAnswer({ fiscalYear: 2018, text: { en: ' ' } }),
    ];
    const place = cover(earlier).places.find(({ requirement }) => requirement.number === '54(5)(a)');
    expect(place).toMatchObject({ state: 'open', before: { fiscalYear: 2017 } });
  });

  it('keeps answers of an older version: where the number is still there in its place, else in a list', () => {
    const mapped = makeAnswer({ version: '2014' });
    const unmapped = makeAnswer({ version: '2014', requirement: '54(9)' });
    const result = cover([mapped, unmapped]);
    expect(result.counts.answered).toBe(1);
    expect(result.places.find(({ answer }) => answer?.id === mapped.id)?.answeredVersion).toBe('2014');
    expect(result.elsewhere).toEqual([unmapped]);
  });

  it('asks of each channel that was open in the year, and once where there is none', () => {
    const channel = (name: string, until: string | null = null) =>
      blankArrangement({ id: newId(), name: { en: name }, kind: 'channel', until });
    const arrangements = [channel('Hotline'), channel('Letter box', '2016-05'), channel('Desk', '2019-06')];
    const criteria = checklistOf('ungp-31');
    expect(cover([], criteria, { arrangements }).places).toHaveLength(16);
    expect(cover([], criteria).places).toHaveLength(8);
    const of = { to: 'arrangement' as const, id: arrangements[1]?.id ?? '' };
    const closed = makeAnswer({ checklist: 'ungp-31', requirement: '31(a)', version: '2011', subject: of });
    expect(cover([closed], criteria, { arrangements }).elsewhere).toEqual([closed]);
  });

  it('asks part C of each theme, in their order, and A and B once', () => {
    const framework = checklistOf('ungp-rf');
    const themes = [theme('second', 2), theme('first', 1)];
    const { places } = cover([], framework, { themes });
    const part = framework.requirements.filter(({ asked }) => asked === 'theme').length;
    expect(places).toHaveLength(framework.requirements.length + part);
    expect(places.find(({ subject }) => subject !== null)?.subject?.id).toBe(themes[1]?.id);
  });

  it('tells apart whose statement it is', () => {
    const company = blankOrganisation({ id: newId(), name: { en: 'Europe' }, kind: 'own' });
    const organisations = [company];
    const state = { ...emptyState(), organisations, answers: [makeAnswer({ of: company.id })] };
    expect(coverageOf(MSA, state, SCOPE).counts.answered).toBe(0);
    expect(coverageOf(MSA, state, { ...SCOPE, of: company.id }).counts.answered).toBe(1);
  });

  it('adds up to the number of places, and loses no answer, whatever was answered', () => {
    const channels = ['a', 'b'].map((name) =>
      blankArrangement({ id: newId(), name: { en: name }, kind: 'channel' }),
    );
    const themes = [theme('one', 1), theme('two', 2)];
    const subjects = [
      null,
      ...channels.map(({ id }) => ({ to: 'arrangement' as const, id })),
      ...themes.map(({ id }) => ({ to: 'theme' as const, id })),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...checklists()),
        fc.array(
          fc.record({
            number: fc.nat(),
            subject: fc.constantFrom(...subjects),
            state: fc.constantFrom(...ANSWER_STATES),
            text: fc.constantFrom({}, { en: ' ' }, { ja: '本文' }),
            why: fc.constantFrom('', 'No'),
            fiscalYear: fc.constantFrom(2018, 2019),
            version: fc.constantFrom('old', 'new'),
          }),
          { maxLength: 40 },
        ),
        (checklist, picks) => {
          const numbers = [...checklist.requirements.map(({ number }) => number), 'gone'];
          const byPlace = new Map(
            picks.map(({ number, ...rest }) => {
              const requirement = numbers[number % numbers.length] ?? '';
              const key = JSON.stringify([requirement, rest.subject?.id, rest.fiscalYear]);
              return [key, makeAnswer({ checklist: checklist.id, requirement, ...rest })];
            }),
          );
          const answers = [...byPlace.values()];
          const { places, counts, elsewhere } = cover(answers, checklist, { arrangements: channels, themes });
          expect(COVER_STATES.reduce((sum, state) => sum + counts[state], 0)).toBe(places.length);
          const placed = places.flatMap(({ answer }) => answer ?? []);
          expect([...placed, ...elsewhere].map(({ id }) => id).sort()).toEqual(
            answers
              .filter(({ fiscalYear }) => fiscalYear === 2019)
              .map(({ id }) => id)
              .sort(),
          );
        },
      ),
    );
  });
});
