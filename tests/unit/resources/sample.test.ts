import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { holds } from '#shared/anchor/anchor.ts';
import { assessRound, latestRound } from '#shared/assessment/assess-round.ts';
import { changeBetween, changeInDiscussion } from '#shared/assessment/change.ts';
import { divergences } from '#shared/assessment/divergence.ts';
import { methodNote } from '#shared/assessment/method-note.ts';
import { type Change, validateChanges } from '#shared/change/change-set.ts';
import { guardChanges } from '#shared/change/guards.ts';
import { indexState, plainState } from '#shared/change/state.ts';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import { attributionOf } from '#shared/model/attribution.ts';
import { isCited } from '#shared/model/cited.ts';
import { TABLE_NAMES, type WorkspaceState } from '#shared/model/tables.ts';
import { CONTEXT_LENGTH } from '#shared/model/turn.ts';
import { fiscalYearOf } from '#shared/model/workspace.ts';
import { readTaxonomy } from '#shared/taxonomy/schema.ts';
import { buildSample } from '../../../scripts/sample/build.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const taxonomy = readTaxonomy(read('resources/taxonomy/taxonomy.json'));
const sample = JSON.parse(read('resources/sample/sample.json')) as WorkspaceState;
const byId = indexState(sample);
const round = latestRound(sample.rounds);
const earlier = sample.rounds.find(({ id }) => id === round?.basedOn);
const [dialogue] = sample.dialogues;
if (!round || !earlier || !dialogue) throw new Error('the sample has no two rounds, or no dialogue');

describe('the sample workspace', () => {
  it('is what its sources make, today as on the day it was written', async () => {
    expect(await buildSample(taxonomy), 'a source changed: run npx tsx scripts/build-sample.ts').toEqual(
      sample,
    );
    expect(plainState(byId)).toEqual(sample);
  });

  it('passes the schema of every table and the guards of change sets', async () => {
    const changes = TABLE_NAMES.flatMap((table) =>
      sample[table].map((row): Change => ({ table, id: row.id, before: null, after: row })),
    );
    expect(Object.keys(sample)).toEqual(TABLE_NAMES);
    validateChanges(changes);
    await guardChanges(
      changes,
      async (table, id) => byId[table].get(id) as never,
      async (dialogueId) => sample.passages.filter((passage) => passage.dialogueId === dialogueId),
    );
  });

  it('has no row twice and no id that leads nowhere', () => {
    const all = TABLE_NAMES.flatMap((table) => sample[table].map(({ id }) => id));
    const assessors = sample.rounds.flatMap((one) => one.assessors.map(({ id }) => id));
    expect(new Set([...all, ...assessors]).size).toBe(all.length + assessors.length);
    const known = new Set([...all, ...assessors]);
    const lost: string[] = [];
    JSON.stringify(sample, (key, value: unknown) => {
      const ids = /(Id|Ids)$/.test(key) ? [value].flat() : [];
      for (const one of ids) if (typeof one === 'string' && !known.has(one)) lost.push(`${key} ${one}`);
      return value;
    });
    expect(lost).toEqual([]);
  });

  it('anchors every passage in its turn, with what stands beside it', () => {
    const texts = new Map(sample.turns.map(({ id, text }) => [id, text]));
    expect(sample.passages.length).toBeGreaterThan(20);
    for (const passage of sample.passages) {
      const text = texts.get(passage.turnId) ?? '';
      expect(holds(text, passage), passage.quote).toBe(true);
      expect(text.slice(0, passage.start).endsWith(passage.before)).toBe(true);
      expect(text.slice(passage.end, passage.end + CONTEXT_LENGTH)).toBe(passage.after);
    }
  });

  it('keeps to the facts of the dialogue: February 2020, six people, three of them from outside', () => {
    expect(dialogue.date).toBe('2020-02');
    const [workspace] = sample.workspace;
    if (!workspace) throw new Error('no workspace');
    expect(fiscalYearOf('2020-02', workspace.fiscalYear)).toBe(dialogue.fiscalYear);
    expect(fiscalYearLabel(dialogue.fiscalYear, workspace.fiscalYear, 'en')).toBe('FY2020');
    expect(fiscalYearLabel(dialogue.fiscalYear, workspace.fiscalYear, 'ja')).toBe('2019年度');
    const external = sample.participants.filter((one) => one.external).map(({ name }) => name);
    expect(sample.participants).toHaveLength(6);
    expect(external.sort()).toEqual(['Asako Nagai', 'Daisuke Takahashi', 'Ryusuke Tanaka']);
    const spoken = sample.turns.filter(({ kind }) => kind === 'speech');
    expect(spoken).toHaveLength(14);
    expect(new Set(spoken.map(({ heading }) => heading)).size).toBe(3);
  });

  it('says that it is a paraphrase, whence it comes, and that its ratings are illustrative', () => {
    expect(dialogue.sourceNote).toMatch(/^Paraphrase .*“Strengthening Initiatives/);
    for (const language of ['en', 'ja']) {
      expect(sample.workspace[0]?.notice[language]).toBeTruthy();
      expect(round.note[language]).toBeTruthy();
    }
    expect(round.note.en).toMatch(/^Illustrative/);
    expect(round.note.ja).toMatch(/^例示/);
    const real = new Set(sample.participants.map(({ name }) => name));
    expect(round.assessors.some(({ name, personId }) => real.has(name) || personId !== null)).toBe(false);
    for (const decision of sample.decisions.filter(({ subject }) => subject.kind === 'issue'))
      expect(decision.why).toMatch(/^Illustrative:/);
  });

  it('attributes nothing to anybody where the text names nobody', () => {
    const participants = new Map(sample.participants.map((one) => [one.id, one]));
    for (const turn of sample.turns) {
      const attribution = attributionOf(dialogue, participants.get(turn.participantId ?? ''));
      expect(attribution.policy).toBe(turn.kind === 'narration' ? 'unattributed' : 'named');
    }
  });

  it('gives a matrix worth looking at: every tier, spread, disagreement, both themes on top', () => {
    const assessment = assessRound(sample, round.id);
    expect(new Set(assessment.issues.map(({ tier }) => tier))).toEqual(new Set([1, 2, 3]));
    expect(new Set(assessment.issues.map(({ likelihood }) => likelihood?.shown)).size).toBeGreaterThan(4);
    expect(assessment.counts).toMatchObject({ issues: 19, unrated: 0 });
    expect(assessment.counts.divided).toBeGreaterThan(1);
    expect(assessment.issues.filter(({ nature }) => nature === 'actual')).toHaveLength(2);
    expect(assessment.themes.map(({ suggestion }) => suggestion.level)).toEqual([
      'monitor-closely',
      'monitor-closely',
    ]);
    expect(assessment.hearing).toMatchObject({ heard: 3, noRightsholder: true });
  });

  it('shows fiscal 2020 first, and names its own year in both languages', () => {
    expect([round.fiscalYear, earlier.fiscalYear]).toEqual([2019, 2018]);
    expect([round.stage, earlier.stage]).toEqual(['discussion', 'closed']);
  });

  it('holds the round of the year before as it was closed: a list of its own, no dialogue, a true record', () => {
    const codes = (ids: readonly string[]) =>
      new Set(sample.issues.filter(({ id }) => ids.includes(id)).map(({ code }) => code));
    const [then, now] = [codes(earlier.issueIds), codes(round.issueIds)];
    expect([...now].filter((code) => !then.has(code)).sort()).toEqual([
      'cu-children',
      'em-youth',
      'ge-climate',
    ]);
    expect([...then].filter((code) => !now.has(code))).toEqual(['sc-anti-corruption']);
    expect(earlier.dialogueIds).toEqual([]);
    expect(earlier.history.map(({ stage }) => stage)).toEqual(['open', 'rating', 'closed']);
    const note = methodNote(sample, earlier.id);
    expect(note.data).toMatchObject({ intact: true, record: { at: earlier.closedAt } });
    const record = sample.records.find((one) => one.roundId === earlier.id);
    expect(record?.issues.find(({ code }) => code === 'em-working-environment')?.name.ja).toBe('職場環境');
    expect(sample.issues.find(({ code }) => code === 'em-working-environment')?.name.ja).toBe('労働環境');
    for (const rating of sample.ratings.filter(({ roundId }) => roundId === earlier.id))
      expect([...rating.evidence.passageIds, ...rating.evidence.adviceIds]).toEqual([]);
    for (const language of ['en', 'ja']) expect(earlier.note[language]).toMatch(/^(Illustrative|例示)/);
  });

  it('has something to compare: new, merged, reworded, carried, changed in the discussion, and voices that differ', () => {
    const codeOf = new Map(sample.issues.map(({ id, code }) => [id, code]));
    const change = changeBetween(sample, earlier.id, round.id);
    const listed = (kind: string) =>
      change.issues.filter(({ list }) => list.kind === kind).map(({ issueId }) => codeOf.get(issueId));
    expect(listed('entered').sort()).toEqual(['cu-children', 'em-youth', 'ge-climate']);
    expect(listed('merged')).toEqual(['sc-fair-business']);
    expect(listed('left')).toEqual([]);
    expect(change.reworded).toEqual(['scope']);
    const assessment = assessRound(sample, round.id);
    const badges = new Set(assessment.issues.flatMap((issue) => issue.badges));
    expect(badges).toEqual(
      new Set([
        'no-evidence',
        'no-external-voice',
        'divided',
        'below-floor-but-likely',
        'carried-without-new-evidence',
      ]),
    );
    const rethought = changeInDiscussion(sample, round.id)?.issues.filter(({ moved }) =>
      moved.includes('score'),
    );
    expect(rethought?.map(({ issueId }) => codeOf.get(issueId))).toContain('em-working-environment');
    expect(divergences(assessment).flatMap(({ reasons }) => reasons.map(({ kind }) => kind))).toEqual(
      expect.arrayContaining(['raised-more', 'raised-less', 'groups', 'tier', 'urged']),
    );
    // What differs by one step everywhere is no finding: the list is for what to look into.
    expect(divergences(assessment).length).toBeLessThan(assessment.issues.length);
  });

  it('gives a reason wherever a decision departs from what was suggested', () => {
    const departing = sample.decisions.filter(({ level, suggested }) => level !== suggested);
    expect(departing.length).toBeGreaterThan(0);
    for (const decision of sample.decisions) expect(decision.why).not.toBe('');
  });

  it('carries the published figures, each once, with where it is stated; and none that nobody stated', () => {
    const values = (name: string) => {
      const id = sample.indicators.find((one) => one.name.en?.includes(name))?.id;
      return sample.figures.filter((one) => one.indicatorId === id).map(({ value }) => value);
    };
    expect(values('online training')).toEqual([8026, 20936, 21150]);
    expect(values('group training')).toEqual([586, 441, 537]);
    expect(values('Human Rights Hotline')).toEqual([42, 12, 2]);
    expect(values('forced labour')).toEqual([0]);
    for (const value of [8026, 42, 560, 94, 327, 160])
      expect(sample.figures.filter((one) => one.value === value)).toHaveLength(1);
    expect(sample.figures.filter(({ value }) => value === 28)).toEqual([]);
    for (const one of sample.figures) expect(one.value === null || isCited(one.cited)).toBe(true);
    expect([...sample.activities, ...sample.grievances]).toEqual([]);
  });
});

describe('the words of the sample', () => {
  const seeds = path.resolve(root, '../shared/seeds');
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  const runs = (text: string, length: number) => {
    const all = words(text);
    return all.slice(length - 1).map((_, index) => all.slice(index, index + length).join(' '));
  };

  it.skipIf(!existsSync(seeds))(
    'are our own: no seven words in a row of the published pages (needs ../shared/seeds)',
    () => {
      const published = new Set(
        readdirSync(seeds).flatMap((file) => runs(readFileSync(path.join(seeds, file), 'utf8'), 7)),
      );
      const ours = [
        ...sample.turns.map(({ text }) => text),
        ...sample.turns.map(({ heading }) => heading ?? ''),
        ...sample.advice.flatMap(({ restatement, response, commitment }) => [
          restatement,
          response,
          commitment,
        ]),
        ...sample.decisions.flatMap(({ why, measure }) => [why, measure.en ?? '']),
        ...sample.rounds.map(({ focus }) => focus.en ?? ''),
        ...sample.impacts.flatMap(({ affected, site, country, leverage, policy, remedy }) =>
          [affected, site, country, leverage, policy, remedy].map(({ en = '' }) => en),
        ),
        ...sample.issues.flatMap(({ definition, include }) => [definition.en ?? '', include.en ?? '']),
      ];
      expect(ours.flatMap((text) => runs(text, 7)).filter((run) => published.has(run))).toEqual([]);
    },
  );
});
