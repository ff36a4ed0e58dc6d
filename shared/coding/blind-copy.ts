import type { ArchiveContent } from '../archive/archive.ts';
import type { JournalEntry } from '../change/change-set.ts';
import { firstEntry } from '../change/first-entry.ts';
import { translator } from '../i18n/index.ts';
import { isLanguage } from '../i18n/languages.ts';
import { policyFor, strictest } from '../model/attribution.ts';
import type { LocalText } from '../model/basics.ts';
import type { Dialogue } from '../model/dialogue.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import { emptyState, type WorkspaceState } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';

export interface BlindCopyRequest {
  /** Name of the second coder, under which everything in the copy is written. */
  readonly coder: string;
  readonly dialogueIds: readonly IdOf<'dialogues'>[];
  /** Who makes the copy: nobody codes against themselves. */
  readonly maker: string;
  /** Number of the journal's last entry. */
  readonly seq: number;
  readonly at: string;
}

/**
 * What a second coder is given: the text, who speaks, and the list of issues; ids are kept, so that codings find their
 * way back. What others made of the text is left out as a whole, by naming what goes in: codings, the passages under
 * them, advice, themes, ratings, decisions, and the office's summary. The original files stay behind too: their margins
 * may hold remarks.
 *
 * A passage that is to be told more discreetly than its dialogue would give away where others looked. Its policy goes
 * to the whole dialogue instead: the copy is never more open than the workspace (UNGP 21).
 * @throws ProblemError `coder-in-copy`, `coder-name-missing`, `coder-self`, `coder-no-dialogue`
 */
export function blindCopyState(state: WorkspaceState, request: BlindCopyRequest): WorkspaceState {
  const workspace = state.workspace[0];
  const coder = request.coder.trim();
  if (!workspace || workspace.copy !== null) throw new ProblemError('coder-in-copy');
  if (coder === '') throw new ProblemError('coder-name-missing');
  if (coder === request.maker.trim()) throw new ProblemError('coder-self');
  const inCopy = new Set(request.dialogueIds);
  const dialogues = state.dialogues.filter(({ id }) => inCopy.has(id));
  if (dialogues.length === 0) throw new ProblemError('coder-no-dialogue');
  const participants = state.participants.filter(({ dialogueId }) => inCopy.has(dialogueId));
  const people = new Set(participants.map(({ personId }) => personId));
  const { seq, at } = request;
  return {
    ...emptyState(),
    workspace: [
      {
        ...workspace,
        name: copyName(workspace, coder),
        copy: { coder, of: workspace.name, seq, at },
      },
    ],
    // Whose they are is of the register, which stays behind.
    instruments: state.instruments.map((one) => ({ ...one, of: null })),
    issues: state.issues,
    persons: state.persons
      .filter(({ id }) => people.has(id))
      .map((one) => ({ ...one, organisationId: null })),
    dialogues: dialogues.map((dialogue) => ({
      ...dialogue,
      attribution: strictestPolicy(dialogue, state),
      source: null,
      summary: '',
      openDoubts: [],
      follows: null,
    })),
    participants,
    turns: state.turns.filter(({ dialogueId }) => inCopy.has(dialogueId)),
  };
}

/** The copy as a workspace file, without any history but its own beginning. */
export function blindCopyContent(
  state: WorkspaceState,
  {
    name,
    app,
    stamp,
  }: { name: string; app: string; stamp: Pick<JournalEntry, 'id' | 'at' | 'actor' | 'device'> },
): ArchiveContent {
  const journal = [firstEntry(state, name, stamp)];
  return { app, name, sample: false, state, journal, files: [] };
}

function copyName({ name, languages }: Workspace, coder: string): LocalText {
  const spoken = Object.keys(name).length > 0 ? Object.keys(name) : languages;
  return Object.fromEntries(
    spoken.map((language) => {
      const t = translator(isLanguage(language) ? language : 'en');
      return [language, t('coders.copy.name', { name: name[language] ?? '', coder })];
    }),
  );
}

function strictestPolicy(dialogue: Dialogue, { passages }: WorkspaceState): Dialogue['attribution'] {
  const policies = passages
    .filter(({ dialogueId }) => dialogueId === dialogue.id)
    .map((passage) => policyFor(dialogue, passage));
  return strictest([dialogue.attribution, ...policies]);
}
