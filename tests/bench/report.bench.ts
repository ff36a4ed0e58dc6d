/**
 * A dialogue's Word summary of 200 quotes against one of 20, in the same run: what a longer report costs beyond the
 * cost of any report. The quotes are mixed English and Japanese, 400 characters each.
 */

import type { Advice } from '#shared/model/advice.ts';
import { newId } from '#shared/model/basics.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import type { Passage, Turn } from '#shared/model/turn.ts';
import { buildReport } from '#shared/report/build.ts';
import { writeDocx } from '#shared/report/docx/write.ts';
import { makeDialogue, makeIssue, makeParticipant, makeTurn } from '../fixtures/state.ts';
import { type Bench, median, timed } from './frame.ts';

const RUNS = 9;
const AT = '2024-07-01T00:00:00.000Z';
const WORDS = 'Crews pay brokers before they sail, and nobody repays them. 手数料は会社が負担してください。';

/** A workspace of one dialogue in which as many quotes were taken as advice, over ten issues. */
function workspaceOf(quotes: number): { state: WorkspaceState; dialogueId: string } {
  const dialogue = makeDialogue();
  const participant = makeParticipant(dialogue.id);
  const issues = Array.from({ length: 10 }, (_, index) =>
    makeIssue({ code: `issue-${index}`, order: index }),
  );
  const turns: Turn[] = [];
  const passages: Passage[] = [];
  const advice: Advice[] = [];
  for (let index = 0; index < quotes; index += 1) {
    const text = `${index}: ${WORDS.repeat(5)}`.slice(0, 400);
    const turn = makeTurn(dialogue.id, { order: index, text, participantId: participant.id });
    const passage: Passage = {
      id: newId(),
      dialogueId: dialogue.id,
      turnId: turn.id,
      start: 0,
      end: text.length,
      quote: text,
      before: '',
      after: '',
      attribution: null,
      state: 'anchored',
    };
    turns.push(turn);
    passages.push(passage);
    advice.push({
      id: newId(),
      dialogueId: dialogue.id,
      passageIds: [passage.id],
      issueIds: [issues[index % issues.length]?.id ?? ''],
      kind: 'urge',
      restatement: 'Repay what crews were charged.',
      addressee: 'Crewing',
      response: 'To be considered with the next contract.',
      commitment: '',
      noCommitmentWhy: '',
      owner: 'Crewing',
      due: '2025-03',
      status: 'considered',
      takenBy: 'Office',
      at: AT,
    });
  }
  const state: WorkspaceState = {
    ...emptyState(),
    dialogues: [dialogue],
    participants: [participant],
    issues,
    turns,
    passages,
    advice,
  };
  return { state, dialogueId: dialogue.id };
}

async function write({ state, dialogueId }: ReturnType<typeof workspaceOf>): Promise<number> {
  const report = await buildReport(state, {
    kind: 'dialogue',
    subjectId: dialogueId,
    language: 'en',
    creator: '',
    writtenAt: AT,
    pictures: [],
  });
  return (await writeDocx(report, {})).length;
}

export const bench: Bench = {
  title: 'Word report of 200 quotes',
  async run() {
    const [small, large] = [workspaceOf(20), workspaceOf(200)];
    const ofSmall = median(await timed(RUNS, () => write(small)));
    const ofLarge = median(await timed(RUNS, () => write(large)));
    return [
      { what: '20 quotes, median', value: ofSmall, unit: 'ms' },
      {
        what: '200 quotes, median',
        value: ofLarge,
        unit: 'ms',
        against: { what: '20 quotes', value: ofSmall },
      },
      { what: '200 quotes, file', value: (await write(large)) / 1024 / 1024, unit: 'MB' },
    ];
  },
};
