/** What is monitored stands as its measures do (I9), wherever that is printed; a closed round says what was known then. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { standingsOf } from '#shared/assessment/standing.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import { addFigure } from '#shared/edit/figure.ts';
import { moveToStage } from '#shared/edit/round.ts';
import { newId } from '#shared/model/basics.ts';
import { blankFigure, type Figure } from '#shared/model/figure.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { boardOf } from '#shared/report/board.ts';
import { buildReport } from '#shared/report/build.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const sample = JSON.parse(
  readFileSync(path.join(root, 'resources/sample/sample.json'), 'utf8'),
) as WorkspaceState;
const [ROUND] = sample.rounds;
if (!ROUND) throw new Error('no round');
const DURING = '2020-06-01T09:00:00.000Z';
const AFTER = '2021-06-01T09:00:00.000Z';
/** The theme on new technologies is followed by who completed the online training. */
const theme = sample.decisions.find(
  ({ roundId, subject, indicatorIds }) =>
    roundId === ROUND.id &&
    subject.kind === 'theme' &&
    sample.figures.filter(isOf(indicatorIds[0])).length > 2,
);
const trained = sample.figures.find(isOf(theme?.indicatorIds[0]));
if (!theme || !trained) throw new Error('the sample measures no theme');

function isOf(indicatorId: string | undefined) {
  return (one: Figure) => one.indicatorId === indicatorId;
}

const figure = (fields: Partial<Figure> & { readonly period: Figure['period'] }): Figure =>
  blankFigure({
    ...{ id: newId(), indicatorId: trained.indicatorId, of: trained.of, via: trained.via },
    ...{ cited: trained.cited, at: DURING, ...fields },
  });
const year = (fiscalYear: number) => ({ fiscalYear, quarter: null });
const target = (value: number) => figure({ role: 'target', compare: '>=', value, period: year(2020) });
const actual = (value: number) => figure({ value, period: year(2020) });

const withFigures = (...more: readonly Figure[]): WorkspaceState => ({
  ...sample,
  figures: [...sample.figures, ...more],
});

function boardText(state: WorkspaceState, writtenAt: string, language: 'en' | 'ja' = 'en'): string {
  const { scene } = boardOf(state, { roundId: ROUND?.id ?? '', language, paper: 'A3', writtenAt });
  return scene.description;
}

async function report(state: WorkspaceState, writtenAt: string, language: 'en' | 'ja' = 'en') {
  const { sections } = await buildReport(state, {
    ...{ kind: 'materiality', subjectId: ROUND?.id ?? '', language, creator: '', writtenAt, pictures: [] },
  });
  const found = sections.find(({ id }) => id === 'decisions');
  return JSON.stringify([found, sections.find(({ id }) => id === 'acting')]);
}

it('without a target shows what every source says of its last year (I8)', () => {
  const apart = [42, 43].map((value) =>
    figure({
      value,
      period: year(2030),
      cited: trained.cited && { ...trained.cited, locator: String(value) },
    }),
  );
  expect(boardText(withFigures(...apart), AFTER)).toMatch(/42 [^;]*, 43 |43 [^;]*, 42 /);
});

describe('a theme', () => {
  const issueId = sample.themes.find(({ id }) => id === theme.subject.id)?.issueIds[0] ?? '';
  const standing = (figures: Figure[], decisions = [theme]) =>
    standingsOf({ ...sample, figures }, decisions, 2021).find(
      ({ subject }) => subject.id === theme.subject.id,
    );

  it('stands as the worst of its own measures and of those of its issues', () => {
    const other = sample.indicators.find(({ id }) => id !== trained.indicatorId);
    if (!other) throw new Error('one indicator');
    const ofIssue = {
      ...theme,
      id: newId(),
      subject: { kind: 'issue', id: issueId },
      indicatorIds: [other.id],
    };
    const met = [target(90), actual(95)];
    const missed = met.map((one) => ({
      ...one,
      id: newId(),
      indicatorId: other.id,
      value: (one.value ?? 0) - 60,
    }));
    const [aim, came] = missed as [Figure, Figure];
    const worse = [{ ...aim, value: 50 }, came];
    expect(standing(met)?.status).toBe('met');
    expect(standing([...met, ...worse], [theme, ofIssue as typeof theme])?.status).toBe('not-met');
    expect(standing([...met, ...worse])?.status).toBe('met');
  });

  it('that nobody measures has no status', () => {
    expect(standing([], [{ ...theme, indicatorIds: [] }])).toBeUndefined();
  });

  it.each([
    ['no-target', []],
    ['no-figure', [target(90)]],
    ['met', [target(90), actual(90)]],
    ['not-met', [target(90), actual(89)]],
    ['not-comparable', [target(90), { ...actual(90), of: null }]],
  ] as const)('is %s', (status, figures) => {
    expect(standing([...figures])?.status).toBe(status);
  });
});

describe('a whole and a part with targets of their own', () => {
  it('are not told by the one that was met', () => {
    const part = { cell: { about: 'x' } };
    const figures = [target(90), actual(95), { ...target(90), ...part }, { ...actual(10), ...part }];
    const [found] = standingsOf({ ...sample, figures }, [theme], 2021);
    expect(found?.status).toBe('not-met');
  });
});

describe('the board page and the Word report', () => {
  it.each([
    ['en', 'not yet due', 'met', 'not met'],
    ['ja', '期限前', '達成', '未達成'],
  ] as const)('say it with target and figure (%s)', async (language, ahead, met, notMet) => {
    const aim = target(22000);
    expect(boardText(withFigures(aim), DURING, language)).toContain(ahead);
    expect(await report(withFigures(aim), DURING, language)).toContain(ahead);
    const reached = withFigures(aim, actual(23000));
    expect(boardText(reached, AFTER, language)).toMatch(/23,000[^;]*22,000/);
    expect(boardText(reached, AFTER, language)).toContain(met);
    expect(await report(reached, AFTER, language)).toContain(met);
    expect(await report(reached, AFTER, language)).not.toContain(notMet);
    const missed = withFigures(aim, actual(21999));
    expect(boardText(missed, AFTER, language)).toContain(notMet);
    expect(await report(missed, AFTER, language)).toContain(notMet);
  });

  it('draw what is measured, and the line stops at a break', () => {
    const broken = figure({
      value: 23000,
      period: year(2020),
      breakBefore: { kind: 'boundary', effect: 'no', note: {} },
    });
    expect(boardText(withFigures(broken), AFTER)).toMatch(
      /FY2020 21,150[^;]*; not comparable with what is left of it: FY2021 23,000/,
    );
  });

  it('of a closed round say what was known when it was closed, whatever is typed since', async () => {
    const state = indexState(structuredClone(withFigures(target(22000))));
    const edit = async (recipe: (draft: Draft) => Promise<unknown>) => {
      const draft = new Draft(stateReader(state));
      await recipe(draft);
      applyChanges(state, await draft.finish());
    };
    await edit((draft) => moveToStage(draft, ROUND.id, 'closed', { by: 'Ren', at: DURING }));
    const then = plainState(state);
    const before = [boardText(then, DURING), await report(then, DURING)];
    expect(before[0]).toContain('not yet due');
    const { id: _id, at: _at, by: _by, replaces, why, standing, standingWhy, ...fields } = actual(1);
    await edit((draft) => addFigure(draft, fields, { by: 'Sol', at: AFTER }));
    const now = plainState(state);
    expect([boardText(now, AFTER), await report(now, AFTER)]).toEqual(before);

    // What became of it is told by the round after it.
    const next = {
      ...structuredClone(ROUND),
      ...{ id: newId(), fiscalYear: ROUND.fiscalYear + 1, basedOn: ROUND.id, stage: 'discussion' as const },
      ...{ closedAt: null },
    };
    const a = { ...now, rounds: [...now.rounds, next] };
    const ratings = now.ratings
      .filter(({ roundId }) => roundId === ROUND.id)
      .map((one) => ({ ...one, id: newId(), roundId: next.id }));
    const later = { ...a, ratings: [...a.ratings, ...ratings] };
    const page = boardOf(later, { roundId: next.id, language: 'en', paper: 'A3', writtenAt: AFTER });
    expect(page.scene.description).toMatch(/not met\. People who completed[^;]*: 1 people[^;]*22,000/);
    const { sections } = await buildReport(later, {
      ...{
        kind: 'materiality',
        subjectId: next.id,
        language: 'en',
        creator: '',
        writtenAt: AFTER,
        pictures: [],
      },
    });
    expect(JSON.stringify(sections.find(({ id }) => id === 'followed'))).toContain('not met');
  });
});
