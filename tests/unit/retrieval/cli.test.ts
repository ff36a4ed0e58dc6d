import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packArchive } from '#shared/archive/archive.ts';
import { firstEntry } from '#shared/change/first-entry.ts';
import { newId } from '#shared/model/basics.ts';
import { emptyState } from '#shared/model/tables.ts';
import { EMPTY_QUERY } from '#shared/model/view.ts';
import { runHearken } from '../../fixtures/command-line.ts';
import { makeDialogue, makeIssue, makeParticipant, makeTurn } from '../../fixtures/state.ts';
import { makeAdvice, makeCoding, makePassage } from './workspace.ts';

const AT = '2024-06-02T00:00:00.000Z';
let folder = '';
let file = '';

beforeAll(async () => {
  const labour = makeIssue();
  const wages = makeIssue({ code: 'sc-wages', name: { en: 'Fair pay' } });
  const dialogue = makeDialogue({ attribution: 'affiliation' });
  const osei = makeParticipant(dialogue.id);
  const turn = makeTurn(dialogue.id, { participantId: osei.id });
  const passages = [
    makePassage(turn, 0, turn.text.indexOf('. Repay')),
    makePassage(turn, turn.text.indexOf('Repay'), turn.text.indexOf('. 手')),
    makePassage(turn, turn.text.indexOf('手'), turn.text.length, { attribution: 'off-record' }),
  ] as const;
  const state = {
    ...emptyState(),
    issues: [labour, wages],
    dialogues: [dialogue],
    participants: [osei],
    turns: [turn],
    passages: [...passages],
    codings: [...passages.map((one) => makeCoding(one, labour.id)), makeCoding(passages[1], wages.id)],
    advice: [makeAdvice([passages[1]], { issueIds: [wages.id], status: 'accepted' })],
    views: [
      {
        id: newId(),
        name: 'Pay',
        query: { ...EMPTY_QUERY, about: [[wages.id]] },
        form: 'list' as const,
        savedBy: 'Aiko',
        at: AT,
      },
    ],
  };
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-passages-'));
  file = path.join(folder, 'talks.hearken');
  const entry = firstEntry(state, 'Talks', { id: newId(), at: AT, actor: 'Aiko', device: 'test' });
  await writeFile(
    file,
    await packArchive({ app: '0', name: 'Talks', sample: false, state, journal: [entry], files: [] }),
  );
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const cli = (...args: string[]) => runHearken(['passages', file, ...args]);

test('passages --json answers a query, with nothing off the record and nobody named against the policy', async () => {
  const { out } = await cli('--query', '{"about":[["sc-forced-labour"]]}', '--json');
  const answer = JSON.parse(out);
  expect(answer).toMatchObject({ total: 3, offRecord: 1 });
  expect(answer.passages.map(({ quote }: { quote: string }) => quote)).toEqual([
    'Crews pay brokers before they sail',
    'Repay those fees',
  ]);
  expect(answer.passages[0]).toMatchObject({ who: 'Harbour Workers’ Union', policy: 'affiliation' });
  expect(out).not.toContain('Mirela');
  expect(out).not.toContain('手数料');
});

test('passages prints for people, and takes a saved view', async () => {
  const { out } = await cli('--view', 'Pay');
  expect(out).toContain('1. Repay those fees');
  expect(out).toContain('Forced labour, Fair pay, Urges · Accepted');
  expect(out.trim().endsWith('1 passage')).toBe(true);
});

test('passages says what is wrong with a query or the name of a view', async () => {
  expect(await cli('--query', '{"near":"moon"}')).toMatchObject({
    status: 1,
    problem: expect.stringContaining('query-unreadable'),
  });
  expect(await cli('--query', 'about')).toMatchObject({ problem: expect.stringContaining('JSON') });
  expect(await cli('--view', 'Hours')).toMatchObject({ problem: expect.stringContaining('Pay') });
});
