import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, type IndexedState, indexState, plainState } from '#shared/change/state.ts';
import { blindCopyState } from '#shared/coding/blind-copy.ts';
import { codeSelection } from '#shared/edit/coding.ts';
import { newId } from '#shared/model/basics.ts';
import type { Coding } from '#shared/model/coding.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import type { Passage } from '#shared/model/turn.ts';
import { makeDialogue, makeIssue, makeParticipant, makeTurn } from '../../fixtures/state.ts';

export const AT = '2024-06-02T00:00:00.000Z';
export const TEXT = 'Brokers take the first wages. Crews wait. Crews wait for papers. 旅券は返すべきです。';

/** A workspace with two dialogues of four turns each, and three issues. */
export function makeOffice(): {
  state: IndexedState;
  turnIds: string[];
  issueIds: string[];
  dialogueIds: string[];
} {
  const dialogues = [makeDialogue({ title: 'Harbour' }), makeDialogue({ title: 'Plantation' })];
  const participants = dialogues.map(({ id }) => makeParticipant(id));
  const turns = dialogues.flatMap(({ id }, at) =>
    Array.from({ length: 4 }, (_, order) =>
      makeTurn(id, { order, participantId: participants[at]?.id ?? null, text: TEXT }),
    ),
  );
  const issues = ['fees', 'papers', 'privacy'].map((code, order) =>
    makeIssue({ code, order, name: { en: code } }),
  );
  const state = indexState({
    ...emptyState(),
    workspace: [
      {
        id: newId(),
        name: { en: 'Harbour office', ja: '港湾事務局' },
        company: { en: 'Quay Lines' },
        companyAliases: [],
        languages: ['en', 'ja'],
        fiscalYear: { firstMonth: 4, namedBy: { en: 'end', ja: 'start' } },
        taxonomyVersion: '',
        notice: {},
        copy: null,
      },
    ],
    dialogues,
    participants,
    turns,
    issues,
  });
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  return { state, turnIds: ids(turns), issueIds: ids(issues), dialogueIds: ids(dialogues) };
}

/** Runs an edit and applies it. */
export async function edit<R>(state: IndexedState, recipe: (draft: Draft) => Promise<R>) {
  const draft = new Draft(stateReader(state));
  const result = await recipe(draft);
  const changes = await draft.finish();
  applyChanges(state, changes);
  return { result, changes };
}

export interface Mark {
  readonly turn: number;
  readonly start: number;
  readonly end: number;
  readonly issue: number;
}

/** Codes as somebody at the desk would, one mark after the other. */
export async function codeAs(
  state: IndexedState,
  { turnIds, issueIds }: Pick<ReturnType<typeof makeOffice>, 'turnIds' | 'issueIds'>,
  coder: string,
  marks: readonly Mark[],
): Promise<void> {
  for (const { turn, start, end, issue } of marks)
    await edit(state, (draft) =>
      codeSelection(draft, { turnId: turnIds[turn] as string, start, end }, [issueIds[issue] as string], {
        by: coder,
        at: AT,
      }),
    );
}

/** The office's workspace as a coder is given it. */
export function copyFor(state: IndexedState, coder: string): IndexedState {
  const plain = plainState(state);
  const dialogueIds = plain.dialogues.map(({ id }) => id);
  return indexState(blindCopyState(plain, { coder, dialogueIds, maker: 'Ren', seq: 7, at: AT }));
}

/** What was coded where, whatever the passages are called. */
export function coded(state: WorkspaceState) {
  const passages = new Map(state.passages.map((one) => [one.id, one]));
  return state.codings
    .map(({ passageId, ...coding }: Coding) => {
      const { id: _, ...place } = passages.get(passageId) as Passage;
      return { ...coding, place };
    })
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}
