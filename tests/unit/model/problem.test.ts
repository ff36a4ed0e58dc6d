import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { CATALOGS, describeProblem, LANGUAGE_IDS, translator } from '#shared/i18n/index.ts';
import {
  type Detail,
  fieldOf,
  keepDetails,
  LONGEST_DETAIL,
  noted,
  ProblemError,
  problemOf,
  reasonOf,
} from '#shared/model/problem.ts';

const SECRET = 'Ana Smith-Jones said “pay us”';
const kept = vi.fn<(detail: Detail) => void>();
keepDetails(kept);
afterEach(() => kept.mockClear());

describe('an unforeseen error', () => {
  it.each([
    ['an error', new Error(SECRET)],
    ['a text', SECRET],
    ['an error with a cause', new Error('outer', { cause: new Error(SECRET) })],
    ['an object', { toString: (): string => SECRET }],
  ])('%s becomes a reference; what it says is kept under it', (_, thrown) => {
    const problem = problemOf(thrown);
    expect(problem).toEqual({
      code: 'unexpected',
      params: { reference: expect.stringMatching(/^[A-Z0-9]{6}$/) },
    });
    expect(kept).toHaveBeenCalledExactlyOnceWith({
      reference: problem.params.reference,
      text: expect.stringContaining(SECRET),
    });
    for (const language of LANGUAGE_IDS) {
      const sentence = describeProblem(translator(language), problem);
      expect(sentence).toContain(problem.params.reference);
      expect(sentence).not.toContain('Ana');
    }
  });

  it('may be anything at all', () => {
    for (const thrown of [null, undefined, 0, Symbol('x'), Object.create(null)])
      expect(problemOf(thrown).code).toBe('unexpected');
  });

  it('has one reference, however often it is looked at', () => {
    const thrown = new Error(SECRET);
    expect([problemOf(thrown), problemOf(thrown)].map(({ params }) => params.reference)).toEqual([
      noted(thrown),
      noted(thrown),
    ]);
    expect(kept).toHaveBeenCalledOnce();
  });

  it('is kept with a bound', () => {
    noted('x'.repeat(LONGEST_DETAIL * 2));
    expect(kept.mock.calls[0]?.[0].text.length).toBe(LONGEST_DETAIL);
  });
});

it('a foreseen one is what it is, and nothing is noted', () => {
  expect(problemOf(new ProblemError('disk-full'))).toEqual({ code: 'disk-full', params: {} });
  expect(kept).not.toHaveBeenCalled();
});

it('the reason of a system call is its code, and nothing else that it says', () => {
  expect(reasonOf(Object.assign(new Error(SECRET), { code: 'EACCES' }))).toBe('EACCES');
  expect(reasonOf(Object.assign(new Error(SECRET), { code: SECRET }))).toMatch(/^[A-Z0-9]{6}$/);
  expect(reasonOf(new Error(SECRET))).toMatch(/^[A-Z0-9]{6}$/);
});

it('of what a schema finds, the row and its field are told, and no key that a person chose', () => {
  const rows = z.array(z.strictObject({ name: z.record(z.string(), z.string()) }));
  const { error } = rows.safeParse([{ name: {} }, { name: { [SECRET]: 1 } }]);
  expect(fieldOf(error?.issues[0]?.path ?? [])).toBe('1.name');
  const more = rows.safeParse([{ name: {}, [SECRET]: 1 }]);
  expect(fieldOf(more.error?.issues[0]?.path ?? [])).toBe('0');
});

/** What a sentence about an error may be filled with. A name of a person or words of a dialogue are none of these. */
const TELLABLE: readonly string[] = [
  ...[
    'reference',
    'id',
    'seq',
    'count',
    'limit',
    'group',
    'seconds',
    'reason',
    'field',
    'table',
    'part',
    'where',
  ],
  ...[
    'turns',
    'people',
    'mostTurns',
    'mostPeople',
    'most',
    'pages',
    'coders',
    'facet',
    'section',
    'known',
    'kind',
    // Of a text, a law or a policy: never a person's.
    'code',
    'dialogues',
    'rounds',
    'year',
    'version',
  ],
  // Names of files, rounds, issues, views, workspaces and machines.
  ...['name', 'names', 'round', 'own', 'host', 'app', 'folder', 'row', 'target', 'character'],
];

it.each(LANGUAGE_IDS)('no sentence about an error has room for a person or a quote (%s)', (language) => {
  const gaps = Object.entries(CATALOGS[language])
    .filter(([key]) => key.startsWith('error.'))
    .flatMap(([key, sentence]) =>
      [...sentence.matchAll(/\{(\w+)[,}]/g)].map(([, gap = '']) => `${key} ${gap}`),
    );
  expect(gaps.length).toBeGreaterThan(50);
  expect(gaps.filter((one) => !TELLABLE.includes(one.split(' ')[1] ?? ''))).toEqual([]);
});
