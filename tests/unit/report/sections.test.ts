import { describe, expect, it } from 'vitest';
import type { LogLine } from '#shared/assessment/decision-log.ts';
import { logWords } from '#shared/assessment/decision-log-words.ts';
import { defaultScaleTexts } from '#shared/assessment/scale-texts.ts';
import { logText } from '#shared/attribution/redacted-log.ts';
import { translator } from '#shared/i18n/index.ts';
import { newId } from '#shared/model/basics.ts';
import type { Decision } from '#shared/model/decision.ts';
import { DecisionLevel } from '#shared/model/decision.ts';
import { blankIndicator } from '#shared/model/indicator.ts';
import type { Issue } from '#shared/model/issue.ts';
import { defaultThresholds, type Round } from '#shared/model/round.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { boardOf } from '#shared/report/board.ts';
import { buildReport, type ReportRequest } from '#shared/report/build.ts';
import type { ReportDocument } from '#shared/report/document.ts';
import { outlineOf } from '#shared/report/outline.ts';
import { pictureOf, picturesFor } from '#shared/report/pictures.ts';
import { makeDecision } from '../../fixtures/state.ts';
import { AT, assessedWorkspace, makeAdvice, makeRating, speaker } from './workspace.ts';

type Assessed = { state: WorkspaceState; round: Round; issues: Issue[] };

/** The round of the fixture with a theme, decisions, people heard, and a round of the year before. */
function twoYears(): Assessed & { earlier: Round; osei: string } {
  const { state, round, issues } = assessedWorkspace();
  const [first, second, third] = issues as [Issue, Issue, Issue];
  const dialogue = state.dialogues[0];
  if (!dialogue) throw new Error('no dialogue');
  const osei = { ...speaker(), dialogueId: dialogue.id, name: 'Mirela Osei', voice: 'expert' as const };
  const theme = {
    id: newId(),
    code: 'labour',
    order: 0,
    name: { en: 'Labour', ja: '労働' },
    definition: {},
    issueIds: [first.id, second.id],
  };
  const earlier: Round = {
    ...round,
    id: newId(),
    name: { en: 'Last spring' },
    fiscalYear: round.fiscalYear - 1,
    stage: 'discussion',
    issueIds: [first.id, third.id],
    thresholds: { ...round.thresholds, severe: 3 },
  };
  const now: Round = {
    ...round,
    basedOn: earlier.id,
    assessors: round.assessors.map((one, index) =>
      index === 1 ? { ...one, conflict: 'Advises the port authority.' } : one,
    ),
    history: [
      { stage: 'open', by: 'Ren', at: '2024-05-01T09:00:00.000Z', why: '' },
      { stage: 'rating', by: 'Ren', at: '2024-05-10T09:00:00.000Z', why: '' },
      { stage: 'closed', by: 'Ren', at: '2024-05-20T09:00:00.000Z', why: '' },
      { stage: 'discussion', by: 'Aya', at: '2024-05-21T09:00:00.000Z', why: 'A rating was entered twice.' },
    ],
  };
  const indicator = blankIndicator({
    id: newId(),
    name: { en: 'Fees repaid', ja: '返還した手数料' },
    unit: 'people',
    target: '',
    values: [{ fiscalYear: earlier.fiscalYear + 1, value: 12, note: '' }],
  });
  const decision = (of: Round, fields: Partial<Decision>): Decision =>
    makeDecision(of.id, {
      subject: { kind: 'theme', id: theme.id },
      fiscalYear: of.fiscalYear + 1,
      level: 'monitor-closely',
      suggested: 'monitor-closely',
      reviewDate: '2025-03',
      at: AT,
      ...fields,
    });
  const assessorId = now.assessors[0]?.id ?? '';
  return {
    state: {
      ...state,
      themes: [theme],
      participants: [osei],
      turns: state.turns.map((turn) => ({ ...turn, participantId: osei.id })),
      advice: [makeAdvice(dialogue.id, { passageIds: [state.passages[0]?.id ?? ''], issueIds: [third.id] })],
      rounds: [earlier, now],
      indicators: [indicator],
      ratings: [
        ...state.ratings,
        makeRating(earlier, first.id, assessorId, { scale: 3, scope: 2, irremediability: 2 }),
        makeRating(earlier, third.id, assessorId, { scale: 4 }),
      ],
      decisions: [
        decision(now, { dissent: 'The crews’ union would have begun with hours.' }),
        decision(earlier, {
          subject: { kind: 'issue', id: first.id },
          level: 'monitor',
          indicatorIds: [indicator.id],
        }),
      ],
    },
    round: now,
    earlier,
    issues,
    osei: osei.id,
  };
}

const request = (round: Round, fields: Partial<ReportRequest> = {}): ReportRequest => ({
  kind: 'materiality',
  subjectId: round.id,
  language: 'en',
  creator: '',
  writtenAt: AT,
  pictures: [],
  ...fields,
});

const textOf = (report: ReportDocument, id: string) =>
  JSON.stringify(report.sections.find((one) => one.id === id) ?? null);

describe('a report of rounds of two scales', () => {
  /** The round of the fixture on a scale of four, the one before it on one of five. */
  function twoScales() {
    const { state, round, earlier } = twoYears();
    const now = { ...round, scaleTexts: defaultScaleTexts(4), thresholds: defaultThresholds(4) };
    const ratings = state.ratings.map((one) =>
      one.roundId === now.id && one.scale === 5 ? { ...one, scale: 4 as const } : one,
    );
    return { state: { ...state, rounds: [earlier, now], ratings }, round: now };
  }

  it.each(['en', 'ja'] as const)('speaks of its own scale, and tells no move (%s)', async (language) => {
    const { state, round } = twoScales();
    const report = await buildReport(state, request(round, { language }));
    const t = translator(language);
    const why = t('report.changes.scales', { earlier: 5, later: 4 });
    expect(textOf(report, 'changes')).toContain(why);
    expect(textOf(report, 'method')).toContain(why);
    expect(textOf(report, 'method')).toContain(t('report.method.scales.text', { most: 4, see: 'yes' }));
    // Told of the usual levels and lines alone.
    expect(textOf(report, 'method')).toContain(t('report.method.scales.four'));
    const moved = { ...round, thresholds: { ...round.thresholds, severe: 3.5 } };
    const own = await buildReport(
      { ...state, rounds: state.rounds.with(1, moved) },
      request(round, { language }),
    );
    expect(textOf(own, 'method')).not.toContain(t('report.method.scales.four'));
    expect(textOf(report, 'changes')).not.toContain(t('report.changes.mark'));
    expect(textOf(report, 'scales')).not.toContain('"5"');
    expect(textOf(report, 'scales')).toContain('"4"');
    const counted = t('report.method.changes.counts', {
      ...{ scales: 'two', entered: 1, left: 0, merged: 0, split: 0, score: 0, method: 0 },
    });
    expect(textOf(report, 'method')).toContain(counted);
  });

  it('has a board page without arrows between them', () => {
    const { state, round } = twoScales();
    const wanted = { roundId: round.id, language: 'en', paper: 'A4', writtenAt: AT } as const;
    const texts = (of: WorkspaceState) =>
      boardOf(of, wanted).scene.front.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
    expect(texts(state).join(' ')).toContain('rated on scales of 5 points');
    const moves = (lines: readonly string[]) => lines.filter((text) => /^[↑↓=]|\d→\d/.test(text));
    expect(moves(texts(state))).toEqual([]);
    const [earlier] = state.rounds;
    const same = { ...round, scaleTexts: earlier?.scaleTexts ?? round.scaleTexts };
    expect(moves(texts({ ...state, rounds: state.rounds.with(1, same) }))).not.toEqual([]);
  });
});

describe('the sections of a materiality summary', () => {
  it('hold the method, the cards, groups, divergences, changes and follow-up, in both languages without a gap', async () => {
    const { state, round } = twoYears();
    for (const language of ['en', 'ja'] as const) {
      const report = await buildReport(state, request(round, { language }));
      expect(report.sections.map(({ id }) => id)).toEqual([
        'result',
        'decisions',
        'followed',
        'issues',
        'divergence',
        'changes',
        'limits',
        'gaps',
        'ratings',
        'agreement',
        'cards',
        'groups',
        'method',
        'scales',
        'sources',
      ]);
      expect(JSON.stringify(report)).not.toMatch(/undefined|NaN|\{[a-zA-Z]+\}/);
    }
  });

  it('tell what the office recorded of the round: conflicts, course, reopening, dissent, review', async () => {
    const { state, round } = twoYears();
    const method = textOf(await buildReport(state, request(round)), 'method');
    expect(method).toContain('declared by an assessor (Expert): Advises the port authority.');
    expect(method).toContain('Stages of the round: started 1 May 2024, rating from 10 May 2024');
    expect(method).toContain('Reopened after closing by Aya on 21 May 2024: A rating was entered twice.');
    expect(method).toContain('Dissenting view on Labour: The crews’ union would have begun with hours.');
    expect(method).toContain('The earliest review date named: March 2025.');
    expect(method).toContain('They are not those of the round before.');
  });

  it('mark what was read again by other thresholds, and say what a move is made of', async () => {
    const { state, round } = twoYears();
    const changes = textOf(await buildReport(state, request(round)), 'changes');
    expect(changes).toContain('The thresholds are not the same');
    expect(changes).toContain('"restated"');
    expect(changes).toContain('New on the list.');
    // Child labour was decided on by its theme alone: that is no “none recorded”.
    expect(changes).toContain('Monitor closely');
    const same = {
      ...state,
      rounds: state.rounds.map((one) => ({ ...one, thresholds: round.thresholds })),
    };
    expect(textOf(await buildReport(same, request(round)), 'changes')).not.toContain('"restated"');
  });

  it('name in a short report what is new on the list in one line, and compare the others row by row', async () => {
    const { state, round, issues } = twoYears();
    const board = await buildReport(state, request(round, { preset: 'board' }));
    const full = await buildReport(state, request(round));
    const rowsOf = (report: ReportDocument) =>
      (report.sections.find(({ id }) => id === 'changes')?.blocks ?? []).flatMap((block) =>
        block.kind === 'table' ? block.rows : [],
      ).length;
    expect(rowsOf(board)).toBeLessThan(rowsOf(full));
    const told = textOf(board, 'changes');
    expect(told).not.toContain('New on the list.');
    expect(told).toMatch(/New on the list: [^{}]+\./);
    for (const { name } of issues)
      if (textOf(full, 'changes').includes(name.en ?? '')) expect(told).toContain(name.en ?? '');
  });

  it('tell what became of last year’s decisions, with figures by year', async () => {
    const { state, round } = twoYears();
    const followed = textOf(await buildReport(state, request(round)), 'followed');
    expect(followed).toContain('Forced labour');
    expect(followed).toMatch(/FY\d+ 12 people/);
  });

  it('tell each decision with the rule that suggested it', async () => {
    const { state, round } = twoYears();
    const decisions = textOf(await buildReport(state, request(round)), 'decisions');
    expect(decisions).toContain('Rank 1 of 1 theme: close monitoring is suggested for the first 2');
    expect(decisions).toContain('The crews’ union would have begun with hours.');
  });

  it('can be unticked, and are then not referred to; legacy charts have to be asked for', async () => {
    const { state, round } = twoYears();
    const all = picturesFor(state, round.id, { language: 'en', kind: 'materiality', sections: 'all' });
    expect(all).toEqual(['matrix', 'groups', 'tornado', 'opinion', 'product']);
    expect(picturesFor(state, round.id, { language: 'en', kind: 'materiality' })).toEqual([
      'matrix',
      'groups',
      'tornado',
    ]);
    expect(
      picturesFor(state, round.id, {
        language: 'en',
        kind: 'materiality',
        sections: { opinion: true, groups: false },
      }),
    ).toEqual(['matrix', 'tornado', 'opinion']);
    const outline = outlineOf(
      await buildReport(state, request(round, { pictures: all, sections: 'all' })),
      'full',
    );
    expect(outline.sections.filter(({ usual }) => !usual).map(({ id }) => id)).toEqual([
      'shortlist',
      'opinion',
      'product',
    ]);
    const chosen = await buildReport(
      state,
      request(round, { pictures: ['opinion'], sections: { changes: false, opinion: true } }),
    );
    const ids = chosen.sections.map(({ id }) => id);
    expect(ids).toContain('opinion');
    expect(ids).not.toContain('changes');
    expect(textOf(chosen, 'opinion')).toContain('For comparison only');
    expect(textOf(chosen, 'method')).not.toContain('under “What has changed”');
  });

  it('have pictures that are drawn without a name that is held back', () => {
    const { state, round, issues } = twoYears();
    const guarded = {
      ...state,
      dialogues: state.dialogues.map((one) => ({ ...one, attribution: 'role' as const })),
      issues: state.issues.map((one) =>
        one.id === issues[0]?.id ? { ...one, name: { en: 'What Mirela Osei said' } } : one,
      ),
    };
    for (const name of picturesFor(guarded, round.id, {
      language: 'en',
      kind: 'materiality',
      sections: 'all',
    }))
      expect(JSON.stringify(pictureOf(guarded, round.id, 'en', name)), name).not.toContain('Osei');
  });
});

describe('boardOf', () => {
  const wanted = (round: Round) =>
    ({ roundId: round.id, language: 'en', paper: 'A4', writtenAt: AT }) as const;
  const texts = (state: WorkspaceState, round: Round) =>
    boardOf(state, wanted(round))
      .scene.front.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))
      .join('\n');

  it('shows what was decided of an issue, by itself or by its theme', () => {
    const { state, round } = twoYears();
    expect(texts(state, round)).toContain('Closely (theme)');
    const { scene, leaks, fileName } = boardOf(state, wanted(round));
    expect(leaks).toEqual([]);
    expect(fileName).toBe('board page FY2025 A4');
    expect([scene.width, scene.height]).toEqual([1123, 794]);
  });

  it('shows what changed since the round before: moves, tiers, what left, decisions, and what was restated', () => {
    const { state, round, issues } = twoYears();
    const told = texts(state, round);
    expect(told).toContain('Since FY2024');
    // Child labour came onto the list.
    expect(told).toMatch(/^new$/m);
    // The thresholds were others then: the earlier places were read again.
    expect(told).toMatch(/^[↑↓=]\d*\*$/m);
    expect(told).toContain('Decisions changed: Forced labour: Monitor → Closely');
    expect(told.replaceAll('\n', ' ')).toContain('were read again by today’s method');
    const without = {
      ...state,
      rounds: state.rounds.map((one) =>
        one.id === round.id ? { ...one, issueIds: one.issueIds.filter((id) => id !== issues[2]?.id) } : one,
      ),
    };
    expect(texts(without, round)).toContain('No longer on the list: Working hours.');
    const alone = { ...state, rounds: state.rounds.filter(({ id }) => id === round.id) };
    expect(texts(alone, round)).not.toContain('Since');
  });

  it('takes names out before the page is laid out, and asks about what may be one', () => {
    const { state, round } = twoYears();
    const note = { en: 'As Mirela Osei told us at some length, May was a hard month for the crews.' };
    const guarded = {
      ...state,
      dialogues: state.dialogues.map((one) => ({ ...one, attribution: 'role' as const })),
      participants: [
        ...state.participants,
        { ...speaker(), dialogueId: state.dialogues[0]?.id ?? '', name: 'May Lund' },
      ],
      rounds: state.rounds.map((one) => (one.id === round.id ? { ...one, note } : one)),
    };
    const board = boardOf(guarded, wanted(round));
    expect(JSON.stringify(board.scene)).not.toContain('Osei');
    expect(board.leaks.map(({ name }) => name)).toEqual(['May']);
    const choices = Object.fromEntries(board.leaks.map(({ id }) => [id, 'withhold' as const]));
    const settled = boardOf(guarded, wanted(round), choices);
    expect(JSON.stringify(settled.scene)).not.toContain('May was');
  });
});

describe('the decision log in words', () => {
  const subject = { kind: 'issue' as const, id: newId() };
  const line: LogLine = {
    seq: 1,
    at: AT,
    by: '',
    act: 'changed',
    kind: 'undo',
    decisionId: newId(),
    roundId: newId(),
    subject,
    fields: [
      { field: 'level', before: 'watch', after: DecisionLevel.parse('monitor') },
      { field: 'reviewDate', before: null, after: '2025-03' },
      { field: 'why', before: 'Osei said so.', after: '' },
    ],
  };
  const names = { subject: () => 'Fees', round: () => 'Spring', indicator: () => '' };

  it('says what was and what is, in either language', () => {
    const [words] = logWords([line], 'en', names);
    expect(words).toMatchObject({ by: 'No name given', headline: 'Fees: changed (by undo)' });
    expect(words?.details).toEqual([
      'Decision: Watch → Monitor',
      'Review: March 2025',
      'Reason: Osei said so. → (empty)',
    ]);
    expect(logWords([line], 'ja', names)[0]?.details[0]).toBe('対応方針：動向を確認 → 継続的に把握');
  });

  it('leaves the office without names that are held back', () => {
    const { state } = twoYears();
    const guarded = {
      ...state,
      dialogues: state.dialogues.map((one) => ({ ...one, attribution: 'role' as const })),
    };
    const { text } = logText(guarded, logWords([line], 'en', names), 'Log', 'en', () => 'Spring');
    expect(text).not.toContain('Osei');
    expect(text).toContain('Decision: Watch → Monitor');
  });
});
