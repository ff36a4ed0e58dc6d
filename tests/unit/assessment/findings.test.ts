import { describe, expect, it } from 'vitest';
import { agenda } from '#shared/assessment/agenda.ts';
import { assessRound } from '#shared/assessment/assess-round.ts';
import { divergences } from '#shared/assessment/divergence.ts';
import { effectFrom, quadrantOf } from '#shared/assessment/double-materiality.ts';
import { robustnessCard } from '#shared/assessment/robustness-card.ts';
import type { Advice } from '#shared/model/advice.ts';
import { newId } from '#shared/model/basics.ts';
import type { Rating } from '#shared/model/rating.ts';
import { type Assessor, DEFAULT_THRESHOLDS, type Round } from '#shared/model/round.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { makeDialogue, makeParticipant, makeRound, makeTurn } from '../../fixtures/state.ts';
import { METHOD_ROUND, makePanel, makeRating, type Panel, type Scores } from './panel.ts';

const AT = '2024-06-01T00:00:00.000Z';

/** The panel with people heard: for each of them a union's words on the issues named, and whether they urge. */
function withVoices(
  panel: Panel,
  heard: readonly { readonly on: readonly string[]; readonly urge?: boolean }[],
): { state: WorkspaceState; passageIds: string[]; dialogueId: string } {
  const dialogue = makeDialogue();
  const participants = heard.map((_, index) => makeParticipant(dialogue.id, { name: `Person ${index}` }));
  const turns = participants.map(({ id }, order) => makeTurn(dialogue.id, { order, participantId: id }));
  const passages = turns.map((turn) => ({
    id: newId(),
    dialogueId: dialogue.id,
    turnId: turn.id,
    start: 0,
    end: 5,
    quote: 'Crews',
    before: '',
    after: '',
    attribution: null,
    state: 'anchored' as const,
  }));
  const advice = heard.map(
    ({ on, urge }, index): Advice => ({
      id: newId(),
      dialogueId: dialogue.id,
      passageIds: [passages[index]?.id ?? ''],
      issueIds: on.map((code) => panel.issues.get(code)?.id ?? ''),
      kind: urge ? 'urge' : 'information',
      restatement: '',
      addressee: '',
      response: '',
      commitment: '',
      noCommitmentWhy: '',
      owner: '',
      due: null,
      status: 'heard',
      takenBy: '',
      at: AT,
    }),
  );
  const round = { ...panel.round, dialogueIds: [...panel.round.dialogueIds, dialogue.id] };
  return {
    state: {
      ...panel.state,
      rounds: panel.state.rounds.map((one) => (one.id === round.id ? round : one)),
      dialogues: [dialogue],
      participants,
      turns,
      passages,
      advice,
    },
    passageIds: passages.map(({ id }) => id),
    dialogueId: dialogue.id,
  };
}

const assessed = (panel: Panel, state: WorkspaceState = panel.state) => {
  const result = assessRound(state, panel.round.id);
  const codes = new Map([...panel.issues].map(([code, { id }]) => [id, code]));
  const codeOf = (id: string) => codes.get(id) ?? '';
  return {
    result,
    codeOf,
    of: (code: string) => {
      const found = result.issues.find(({ issueId }) => codeOf(issueId) === code);
      if (!found) throw new Error(code);
      return found;
    },
  };
};

const voices = (...list: readonly Assessor['voice'][]): Assessor[] =>
  list.map((voice, index) => ({
    id: newId(),
    name: `Assessor ${index}`,
    voice,
    personId: null,
    conflict: '',
    withdrawn: false,
  }));

/** A panel whose assessors have the voices given. */
function panelBy(
  table: Readonly<Record<string, readonly (Scores | (Partial<Rating> & { scores?: Scores }))[]>>,
  ...list: readonly Assessor['voice'][]
): Panel {
  const panel = makePanel(table);
  const assessors = voices(...list);
  const idOf = new Map(panel.round.assessors.map(({ id }, index) => [id, assessors[index]?.id ?? '']));
  const round: Round = { ...panel.round, assessors };
  const ratings = panel.state.ratings.map((one) => ({ ...one, assessorId: idOf.get(one.assessorId) ?? '' }));
  return { ...panel, round, state: { ...panel.state, rounds: [round], ratings } };
}

describe('groups of assessors', () => {
  it('stand side by side, each with its own n; a group without an assessor is left out', () => {
    const { of } = assessed(
      panelBy(
        {
          fees: [
            [5, 4, 4, 2],
            [4, 4, 4, 2],
            [2, 1, 1, 2],
            [1, 2, null, 2],
          ],
        },
        'rightsholder',
        'representative',
        'company',
        'company',
      ),
    );
    const [affected, company, ...rest] = of('fees').groups;
    expect(rest).toEqual([]);
    expect(affected).toMatchObject({ group: 'affected', assessors: 2, n: 2, severity: 4.5 });
    expect(company).toMatchObject({ group: 'company', n: 2, severity: 1.5 });
    expect(company?.dimensions.irremediability).toEqual({ n: 1, median: 1, upper: 1 });
    expect(affected?.dimensions.scale).toEqual({ n: 2, median: 4.5, upper: 5 });
  });

  it('have no severity while they left a dimension open', () => {
    const { of } = assessed(
      panelBy(
        {
          fees: [
            [5, null, 4, 2],
            [2, 2, 2, 2],
          ],
        },
        'expert',
        'company',
      ),
    );
    expect(of('fees').groups.map(({ group, severity }) => [group, severity])).toEqual([
      ['expert', null],
      ['company', 2],
    ]);
  });
});

describe('badges', () => {
  it('are carried only where nobody cites anything new; blanks about a source make none', () => {
    const cited = (...sources: string[]) => ({
      scores: [3, 3, 3, 1] as Scores,
      evidence: { passageIds: [], adviceIds: [], sources },
    });
    const before = makePanel({
      same: [cited('A report '), cited('A visit')],
      fresh: [cited('A report'), cited()],
    });
    const earlier = { ...before.round, id: newId(), fiscalYear: 2023 };
    const then = before.state.ratings.map((one) => ({ ...one, id: newId(), roundId: earlier.id }));
    const round = { ...before.round, basedOn: earlier.id };
    const now = before.state.ratings.map((one, index) =>
      index === 0
        ? { ...one, evidence: { ...one.evidence, sources: ['A report'] } }
        : index === 3
          ? { ...one, evidence: { ...one.evidence, sources: ['A new one'] } }
          : one,
    );
    const { of } = assessed(before, {
      ...before.state,
      rounds: [round, earlier],
      ratings: [...then, ...now],
    });
    expect(of('same').badges).toContain('carried-without-new-evidence');
    expect(of('fresh').badges).not.toContain('carried-without-new-evidence');
  });

  it('say when nothing is cited and nobody from outside spoke of it', () => {
    const panel = makePanel({ silent: [[3, 3, 3, 1]], spoken: [[3, 3, 3, 1]], nobody: [[]] });
    const { of } = assessed(panel, withVoices(panel, [{ on: ['spoken'] }]).state);
    expect(of('silent').badges).toEqual(['no-evidence', 'no-external-voice']);
    expect(of('spoken').badges).toEqual([]);
    expect(of('nobody').badges).toEqual([]);
  });

  it('let a cited source count as evidence, but not as a voice', () => {
    const evidence = { passageIds: [], adviceIds: [], sources: ['A visit'] };
    const { of } = assessed(makePanel({ visited: [{ scores: [3, 3, 3, 1], evidence }] }));
    expect(of('visited').badges).toEqual(['no-external-voice']);
  });

  it('mark what is under the floor and likely or happening, unless delay keeps it in sight', () => {
    const panel = makePanel({
      likely: [[3, 3, 3, 3]],
      rare: [[3, 3, 3, 2]],
      happening: [{ scores: [2, 2, 2, null], nature: 'actual' }],
      severe: [[4, 1, 1, 5]],
      delayed: [{ scores: [2, 2, 2, 5], delayMakesIrremediable: true }],
    });
    const { result, codeOf } = assessed(panel);
    const marked = result.issues.filter(({ badges }) => badges.includes('below-floor-but-likely'));
    expect(marked.map(({ issueId }) => codeOf(issueId)).sort()).toEqual(['happening', 'likely']);
  });

  it('say what was carried over without new evidence', () => {
    const panel = makePanel({
      cited: [[3, 3, 3, 1]],
      heard: [[3, 3, 3, 1]],
      same: [[4, 3, 3, 1]],
      fresh: [[3]],
    });
    const idOf = (code: string) => panel.issues.get(code)?.id ?? '';
    const earlier = makeRound({ issueIds: ['cited', 'heard', 'same'].map(idOf), fiscalYear: 2023 });
    const known = { passageIds: [], adviceIds: [], sources: ['A visit'] };
    const before = ['cited', 'heard', 'same'].map((code) =>
      makeRating({ roundId: earlier.id, issueId: idOf(code), scores: [3, 3, 3, 1], evidence: known }),
    );
    const ratings = panel.state.ratings.map((one) => ({
      ...one,
      evidence: one.issueId === idOf('cited') ? { ...known, sources: ['A visit', 'Another'] } : known,
    }));
    const based = { ...panel, round: { ...panel.round, basedOn: earlier.id } };
    const voiced = withVoices(based, [{ on: ['heard'] }]).state;
    const rounds = [earlier, ...voiced.rounds.map((one) => ({ ...one, basedOn: earlier.id }))];
    const carried = (state: WorkspaceState) => {
      const { result, codeOf } = assessed(based, state);
      return result.issues
        .filter(({ badges }) => badges.includes('carried-without-new-evidence'))
        .map(({ issueId }) => codeOf(issueId));
    };
    const state = { ...voiced, rounds, ratings: [...before, ...ratings] };
    expect(carried(state)).toEqual(['same']);
    // The dialogue was heard in the earlier round already: then it is nothing new.
    const both = rounds.map((one) => ({ ...one, dialogueIds: rounds[1]?.dialogueIds ?? [] }));
    expect(carried({ ...state, rounds: both }).sort()).toEqual(['heard', 'same']);
    // Without the earlier round nothing is known of it.
    expect(carried({ ...state, rounds: rounds.slice(1) })).toEqual([]);
  });
});

describe('minority views', () => {
  it('keep the score, its distance and the reason; ends of a wide range where nobody is two steps off', () => {
    const { of } = assessed(
      makePanel({
        apart: [
          { scores: [5, 3, 3, 3] },
          { scores: [5, 3, 3, 3] },
          { scores: [2, 3, 3, 3], rationale: ' Repaid. ' },
        ],
        wide: [[2], [3], [4], [5]],
        agreed: [[3], [4]],
      }),
    );
    expect(of('apart').minority).toEqual([
      expect.objectContaining({ dimension: 'scale', value: 2, median: 5, rationale: 'Repaid.' }),
    ]);
    expect(of('wide').minority).toMatchObject([{ value: 2 }, { value: 5 }]);
    expect(of('agreed').minority).toEqual([]);
  });
});

describe('the agenda', () => {
  it('begins with what divides most, then what ranks higher, then what is incomplete, then unrated', () => {
    const { result, codeOf } = assessed(
      makePanel({
        unrated: [[], []],
        agreed: [
          [5, 5, 5, 5],
          [5, 5, 5, 5],
        ],
        incomplete: [
          [4, null, 4, 4],
          [4, null, 4, 4],
        ],
        low: [
          [1, 1, 1, 1],
          [4, 1, 1, 1],
        ],
        high: [
          [2, 4, 4, 4],
          [5, 4, 4, 4],
        ],
        widest: [
          [1, 1, 1, 1],
          [5, 1, 1, 1],
        ],
      }),
    );
    const items = agenda(result);
    expect(items.map(({ issueId, reason, range }) => [codeOf(issueId), reason, range])).toEqual([
      ['widest', 'divided', 4],
      ['high', 'divided', 3],
      ['low', 'divided', 3],
      ['incomplete', 'incomplete', 0],
      ['unrated', 'unrated', 0],
    ]);
    expect(items[3]?.dimensions).toEqual(['scope']);
  });

  it('of METHOD’s round has climate on it, for its scale', () => {
    const { result, codeOf } = assessed(makePanel(METHOD_ROUND));
    expect(agenda(result).map(({ issueId, dimensions }) => [codeOf(issueId), dimensions])).toEqual([
      ['climate', ['scale']],
    ]);
  });
});

describe('divergences', () => {
  it('name what people raised and assessors did not put first, and the other way round', () => {
    const panel = makePanel({ quiet: [[5, 5, 5, 5]], loud: [[2, 2, 2, 2]] });
    const { state } = withVoices(panel, [{ on: ['loud'] }, { on: ['loud'] }]);
    const { result, codeOf } = assessed(panel, state);
    expect(
      divergences(result).map(({ issueId, reasons }) => [codeOf(issueId), reasons.map(({ kind }) => kind)]),
    ).toEqual([
      ['quiet', ['raised-less']],
      ['loud', ['raised-more']],
    ]);
  });

  const kindsOf = (panel: Panel, state: WorkspaceState = panel.state) => {
    const { result, codeOf } = assessed(panel, state);
    return Object.fromEntries(
      divergences(result).map(({ issueId, reasons }) => [codeOf(issueId), reasons.map(({ kind }) => kind)]),
    );
  };

  it('names what was raised only where it is among the most raised, after the first k, and not in tier 1', () => {
    const low = [2, 2, 2, 2] as const;
    const loud = [{ on: ['c', 'd'] }, { on: ['c', 'd'] }, { on: ['b'] }];
    // Four issues, of which the first two are spoken of: b is raised by one of three.
    const few = makePanel({ a: [[3, 3, 3, 1]], b: [[1, 2, 2, 2]], c: [low], d: [[1, 1, 1, 1]] });
    expect(kindsOf(few, withVoices(few, loud).state).b).toBeUndefined();
    expect(kindsOf(few, withVoices(few, loud).state).d).toEqual(['raised-more']);
    // The most raised is the second in the order already, or in tier 1 with all the others.
    const second = makePanel({ a: [[3, 3, 3, 1]], b: [low], c: [[1, 2, 1, 1]], d: [[1, 1, 1, 1]] });
    expect(kindsOf(second, withVoices(second, [{ on: ['b'] }]).state).b).toBeUndefined();
    const grave = makePanel({ a: [[5, 5, 5, 5]], b: [[5, 5, 4, 1]], c: [[4, 4, 4, 1]], d: [[4, 1, 1, 1]] });
    expect(kindsOf(grave, withVoices(grave, [{ on: ['d'] }]).state).d).toBeUndefined();
  });

  it('says nothing of what nobody rated, and of what one side left open', () => {
    const panel = makePanel({ rated: [[5, 5, 5, 5]], open: [[]], other: [[4, 1, 1, 1]] });
    expect(kindsOf(panel, withVoices(panel, [{ on: ['rated'] }]).state)).toEqual({});
    const sides = panelBy(
      {
        fees: [
          [3, null, 3, 3],
          [3, 5, 3, 3],
        ],
      },
      'expert',
      'company',
    );
    expect(kindsOf(sides)).toEqual({});
  });

  it('counts the most attentive of what is suggested for an urged issue and the themes that it is in', () => {
    const panel = makePanel(
      { top: [[5, 5, 5, 5]], low: [[3, 1, 1, 3]], mid: [[4, 3, 3, 3]] },
      { thresholds: { ...DEFAULT_THRESHOLDS, topThemes: 1 } },
    );
    const { state } = withVoices(panel, [{ on: ['low'], urge: true }]);
    expect(kindsOf(panel, state).low).toContain('urged');
    const idOf = (code: string) => panel.issues.get(code)?.id ?? '';
    const theme = (code: string, order: number, ...codes: string[]) => ({
      id: newId(),
      code,
      order,
      name: { en: code },
      definition: {},
      issueIds: codes.map(idOf),
    });
    const [wide, narrow] = [theme('wide', 0, 'top', 'low'), theme('narrow', 1, 'low')];
    for (const themes of [
      [wide, narrow],
      [narrow, wide],
    ])
      expect(kindsOf(panel, { ...state, themes }).low ?? []).not.toContain('urged');
  });

  it('shares a place where groups are as many steps apart', () => {
    const apart = (external: number, company: number): Scores[] => [
      [external, 1, 1, 1],
      [company, 1, 1, 1],
    ];
    const panel = panelBy({ two: apart(3, 1), three: apart(1, 2), also: apart(3, 1) }, 'expert', 'company');
    const { result, codeOf } = assessed(panel);
    const told = divergences(result).map(({ issueId, place, tied }) => [codeOf(issueId), place, tied]);
    expect(told).toEqual([
      ['two', 1, true],
      ['also', 1, true],
    ]);
  });

  it('name groups that are two steps from the company’s own people, and not those that are one', () => {
    const panel = panelBy(
      {
        fees: [
          [5, 4, 3, 3],
          [4, 3, 3, 3],
          [3, 3, 3, 3],
        ],
        hours: [
          [4, 4, 4, 4],
          [5, 5, 4, 4],
          [4, 4, 4, 4],
        ],
      },
      'rightsholder',
      'expert',
      'company',
    );
    const { result, codeOf } = assessed(panel);
    const found = divergences(result);
    expect(found.map(({ issueId }) => codeOf(issueId))).toEqual(['fees']);
    expect(found[0]?.reasons).toEqual([
      { kind: 'tier', group: 'affected', external: 1, company: 2, n: { external: 1, company: 1 } },
      {
        kind: 'groups',
        group: 'affected',
        dimension: 'scale',
        external: 5,
        company: 3,
        n: { external: 1, company: 1 },
      },
      { kind: 'tier', group: 'expert', external: 1, company: 2, n: { external: 1, company: 1 } },
    ]);
  });

  it('read a group’s tier by its own medians only where it left nothing open', () => {
    const panel = panelBy(
      {
        whole: [
          [4, 3, 3, 3],
          [3, 3, 3, 3],
        ],
        open: [
          [4, 3, null, 3],
          [3, 3, 3, 3],
        ],
      },
      'expert',
      'company',
    );
    const { result, codeOf } = assessed(panel);
    expect(divergences(result).map(({ issueId }) => codeOf(issueId))).toEqual(['whole']);
  });

  it('come with the largest first, by tiers and then by steps; equals share a place', () => {
    const panel = panelBy(
      {
        // One tier, one step; one tier, two steps; the same tier, two steps.
        step: [
          [4, 3, 3, 3],
          [3, 3, 3, 3],
        ],
        far: [
          [5, 3, 3, 3],
          [3, 3, 3, 3],
        ],
        likely: [
          [5, 5, 5, 5],
          [5, 5, 5, 3],
        ],
        also: [
          [3, 4, 3, 3],
          [3, 3, 3, 3],
        ],
      },
      'expert',
      'company',
    );
    const { result, codeOf } = assessed(panel);
    const found = divergences(result).map(({ issueId, place, tied, apart }) => ({
      code: codeOf(issueId),
      place,
      tied,
      ...apart,
    }));
    expect(found[0]).toEqual({ code: 'far', place: 1, tied: false, tiers: 1, steps: 2 });
    expect(new Set(found.slice(1, 3).map(({ code, place, tied }) => `${code} ${place} ${tied}`))).toEqual(
      new Set(['step 2 true', 'also 2 true']),
    );
    expect(found[3]).toEqual({ code: 'likely', place: 4, tied: false, tiers: 0, steps: 2 });
  });

  it('do not list what was raised often and is in tier 1 already', () => {
    const panel = makePanel({ first: [[5, 5, 5, 5]], loud: [[4, 4, 4, 4]], last: [[1, 1, 1, 1]] });
    const { state } = withVoices(panel, [{ on: ['loud', 'first'] }, { on: ['loud', 'first'] }]);
    const { result } = assessed(panel, state);
    expect(divergences(result).flatMap(({ reasons }) => reasons)).toEqual([]);
  });

  it('name urging that meets with less than “monitor”; a theme’s level is its members’ too', () => {
    const panel = makePanel({ grave: [[5, 5, 5, 5]], graver: [[5, 5, 5, 5]], urged: [[1, 1, 1, 1]] });
    const { state } = withVoices(panel, [
      { on: ['grave', 'graver'] },
      { on: ['urged', 'grave', 'graver'], urge: true },
    ]);
    const urged = (of: WorkspaceState) =>
      divergences(assessed(panel, of).result).flatMap(({ reasons }) =>
        reasons.filter(({ kind }) => kind === 'urged'),
      );
    expect(urged(state)).toEqual([{ kind: 'urged', urge: 1, suggested: null }]);
    const ids = ['grave', 'urged'].map((code) => panel.issues.get(code)?.id ?? '');
    const theme = { id: newId(), code: 't', order: 0, name: {}, definition: {}, issueIds: ids };
    expect(urged({ ...state, themes: [theme] })).toEqual([]);
  });

  it('are none where all agree', () => {
    const panel = panelBy(
      {
        fees: [
          [4, 4, 4, 4],
          [4, 4, 4, 4],
        ],
      },
      'expert',
      'company',
    );
    expect(divergences(assessed(panel, withVoices(panel, [{ on: ['fees'] }]).state).result)).toEqual([]);
  });
});

describe('double materiality', () => {
  it('is by tier 1 or 2, or by the effect on the business; either is enough', () => {
    const place = (tier: 1 | 2 | 3 | null, businessEffect: number | null) =>
      quadrantOf({ tier, businessEffect }, effectFrom(5));
    expect([place(1, 3), place(2, 2.5), place(3, 3), place(3, 2), place(null, null)]).toEqual([
      'both',
      'impact',
      'business',
      'neither',
      'neither',
    ]);
    expect(quadrantOf({ tier: 3, businessEffect: 3 }, 4)).toBe('neither');
  });

  it('shows the median and the range of the effect', () => {
    const { of } = assessed(
      makePanel({
        fees: [
          { scores: [4, 4, 4, 4], businessEffect: 2 },
          { scores: [4, 4, 4, 4], businessEffect: 3 },
        ],
      }),
    );
    expect(of('fees')).toMatchObject({ businessEffect: 2.5, businessRange: { min: 2, max: 3 } });
  });
});

describe('the robustness card', () => {
  it('of a theme speaks of its best member, and of themes as what it competes with', () => {
    const panel = makePanel(METHOD_ROUND);
    const theme = (order: number, codes: readonly string[]) => ({
      id: newId(),
      code: `t${order}`,
      order,
      name: {},
      definition: {},
      issueIds: codes.map((code) => panel.issues.get(code)?.id ?? ''),
    });
    const themes = [theme(0, ['climate', 'youth employment']), theme(1, ['working environment'])];
    const { result } = assessed(panel, { ...panel.state, themes });
    const [first, second] = themes.map(({ id }) => robustnessCard(result, { kind: 'theme', id }));
    expect(first).toMatchObject({ rank: 1, k: 2, readings: { best: 1, worst: 1, topShare: 1 } });
    expect(first?.weightings).toEqual({ within: 66, of: 66, best: 1, worst: 1 });
    expect(second).toMatchObject({ rank: 2, leaveOneOut: { best: 2, worst: 2 } });
  });

  it('is none of what is not in the round or nobody judged', () => {
    const panel = makePanel({ rated: [[3, 3, 3, 3]], silent: [[]] });
    const { result } = assessed(panel);
    const card = (id: string, kind: 'issue' | 'theme' = 'issue') => robustnessCard(result, { kind, id });
    expect(card(panel.issues.get('silent')?.id ?? '')).toBeNull();
    expect(card(newId(), 'theme')).toBeNull();
    expect(card(panel.issues.get('rated')?.id ?? '', 'theme')).toBeNull();
    expect(card(panel.issues.get('rated')?.id ?? '')).toMatchObject({ rank: 1, severeBy: null });
  });
});
