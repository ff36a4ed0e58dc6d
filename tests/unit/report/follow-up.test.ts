import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { newId } from '#shared/model/basics.ts';
import { blankEntry } from '#shared/model/entry.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { upgradeState } from '#shared/model/upgrade.ts';
import { writeDocx } from '#shared/report/docx/write.ts';
import { buildReport, checkedReport } from '#shared/report/index.ts';
import { commitmentsIn, followUpSummary } from '#shared/report/model/follow-up.ts';
import { makeDialogue, makeTurn } from '../../fixtures/state.ts';
import { lintDocx } from './docx-lint.ts';

const SAMPLE = path.join(import.meta.dirname, '..', '..', '..', 'resources', 'sample', 'sample.json');
const read = async () => upgradeState(JSON.parse(await readFile(SAMPLE, 'utf8')) as WorkspaceState);
const AT = '2021-04-01T09:00:00.000Z';

const request = (state: WorkspaceState, language: 'en' | 'ja' = 'en') => ({
  kind: 'follow-up' as const,
  subjectId: state.dialogues[0]?.id ?? '',
  language,
  creator: '',
  writtenAt: AT,
  pictures: [],
});

/** The sample with a later dialogue in which a commitment was told of. */
async function told(attribution: 'named' | 'off-record') {
  const state = await read();
  const [first] = state.dialogues;
  const next = makeDialogue({
    title: 'Second talks',
    date: '2021-02',
    follows: first?.id ?? null,
    attribution,
  });
  const turn = makeTurn(next.id, { text: 'Groups were ranked by risk.' });
  const commitment = state.commitments.find(({ text }) => text.startsWith('Rank supplier'));
  const passage = {
    id: newId(),
    dialogueId: next.id,
    turnId: turn.id,
    start: 0,
    end: turn.text.length,
    quote: turn.text,
    before: '',
    after: '',
    attribution: null,
    state: 'anchored' as const,
  };
  const entry = blankEntry({
    id: newId(),
    kind: 'told',
    when: '2021-02',
    refs: [{ to: 'commitment', id: commitment?.id ?? '' }],
    passageId: passage.id,
    by: '',
    at: AT,
  });
  return {
    ...state,
    dialogues: [...state.dialogues, next],
    turns: [...state.turns, turn],
    passages: [...state.passages, passage],
    entries: [entry],
  };
}

describe('what became of a dialogue', () => {
  it('tells of each piece of advice of the sample, with five commitments, four of them overdue', async () => {
    const state = await read();
    const summary = followUpSummary(state, state.dialogues[0]?.id ?? '', 'en', '2021-04-01');
    expect(summary.advice).toHaveLength(16);
    const commitments = commitmentsIn(summary);
    expect(commitments).toHaveLength(5);
    expect(commitments.filter(({ overdue }) => overdue)).toHaveLength(4);
    const before = followUpSummary(state, state.dialogues[0]?.id ?? '', 'en', '2021-03-31');
    expect(commitmentsIn(before).filter(({ overdue }) => overdue)).toHaveLength(2);
  });

  it('says where it was told, unless that is off the record', async () => {
    const words = async (attribution: 'named' | 'off-record') =>
      JSON.stringify(await buildReport(await told(attribution), request(await read())));
    expect(await words('named')).toMatch(/Told in [^"]*Second talks/);
    expect(await words('off-record')).not.toContain('Second talks');
  });

  it.each(['en', 'ja'] as const)(
    'is a sound Word document in %s, which asks about no name',
    async (language) => {
      const state = await told('named');
      const { document, leaks } = await checkedReport(state, request(state, language));
      expect(leaks).toEqual([]);
      const bytes = await writeDocx(document, {});
      expect(lintDocx(bytes)).toEqual([]);
      const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
      for (const { text } of state.commitments) expect(xml).toContain(text);
    },
  );
});
