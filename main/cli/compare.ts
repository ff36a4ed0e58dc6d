import path from 'node:path';
import type { Command } from 'commander';
import { doubtText } from '#shared/anchor/doubt-text.ts';
import type { Doubt } from '#shared/anchor/doubts.ts';
import { sentences } from '#shared/anchor/units.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, type IndexedState, indexState, plainState } from '#shared/change/state.ts';
import { passageAt } from '#shared/edit/coding.ts';
import { importDialogue } from '#shared/edit/dialogue.ts';
import { matchReimport, type Replacement, reimportDialogue } from '#shared/edit/reimport.ts';
import { suggestionFor } from '#shared/edit/review.ts';
import { turnsInOrder } from '#shared/edit/turn.ts';
import { type Translate, translator } from '#shared/i18n/index.ts';
import type { IdOf } from '#shared/model/id.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { emptyState } from '#shared/model/tables.ts';
import type { Turn } from '#shared/model/turn.ts';
import { readTranscript } from '#shared/transcript/registry.ts';
import type { ReadResult } from '#shared/transcript/result.ts';
import { cliLanguage, print, printJson, readNamedFile } from './frame.ts';

const FILE_LIMIT = 50 * 1024 * 1024;
/** What becomes of a marked passage: `lost` = it is unsure, and nothing like it stands in the new text. */
const STATES = ['anchored', 'unsure', 'lost'] as const;

interface Compared {
  readonly state: (typeof STATES)[number];
  /** Under whose name it stands; null = nobody is named. */
  readonly speaker: string | null;
  readonly quote: string;
  readonly reasons: readonly Doubt[];
}

interface TurnCounts {
  readonly same: number;
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
  readonly moved: number;
}

export function addCompare(program: Command): void {
  program
    .command('compare')
    .description('what would become of marked words if a corrected transcript took the place of another')
    .argument('<old>', 'the transcript in which words are marked')
    .argument('<new>', 'the corrected transcript')
    .option('--quote <text>', 'the words that are marked, where they first stand; else every sentence')
    .option('--json', 'print the result as JSON', false)
    .action(async (old: string, corrected: string, options: { quote?: string; json: boolean }) => {
      const [before, after] = [await readNamed(old), await readNamed(corrected)];
      const { passages, changed } = await compare(before, after, options.quote);
      if (!options.json) await print(asText(passages, changed, translator(cliLanguage())));
      else if (options.quote !== undefined) await printJson({ ...passages[0], changed });
      else await printJson({ passages, counts: countsOf(passages), changed });
    });
}

async function readNamed(file: string): Promise<ReadResult> {
  const bytes = await readNamedFile(file, FILE_LIMIT);
  return readTranscript({ name: path.basename(file), bytes }, {});
}

/** @throws ProblemError `quote-missing` when the old text does not say the quote */
async function compare(before: ReadResult, after: ReadResult, quote: string | undefined) {
  const state = indexState(emptyState());
  const dialogueId = await editing(state, (draft) =>
    importDialogue(draft, {
      result: before,
      details: {
        title: before.title ?? '-',
        date: before.date,
        place: '',
        form: 'unknown',
        fiscalYear: 2000,
        attribution: 'named',
        language: before.language,
      },
      source: null,
    }),
  );
  await editing(state, async (draft) => {
    const turns = await turnsInOrder(draft, dialogueId);
    for (const range of rangesToMark(turns, before.language, quote)) await passageAt(draft, range);
  });
  const standing = plainState(state);
  const replacement = await editing(state, async (draft) => {
    const turns = await turnsInOrder(draft, dialogueId);
    const matched = matchReimport(
      { turns, participants: standing.participants, passages: standing.passages },
      after,
    );
    await reimportDialogue(draft, dialogueId, matched, { result: after, source: null });
    return matched;
  });
  const { turns, participants } = plainState(state);
  const inOrder = turns.toSorted((a, b) => a.order - b.order);
  const passages = replacement.rows.map((row): Compared => {
    const turn = turns.find(({ id }) => id === row.turnId);
    const speaker = participants.find(({ id }) => id === turn?.participantId)?.name ?? null;
    const gone = row.state === 'unsure' && suggestionFor(row, inOrder) === null;
    return {
      state: row.state === 'anchored' ? 'anchored' : gone ? 'lost' : 'unsure',
      speaker,
      quote: row.quote,
      reasons: replacement.doubts.get(row.id) ?? [],
    };
  });
  return { passages, changed: turnCounts(replacement) };
}

async function editing<R>(state: IndexedState, recipe: (draft: Draft) => Promise<R>): Promise<R> {
  const draft = new Draft(stateReader(state));
  const result = await recipe(draft);
  applyChanges(state, await draft.finish());
  return result;
}

function rangesToMark(turns: readonly Turn[], language: string, quote: string | undefined) {
  const inTurn = ({ id, text }: Turn) =>
    sentences(text, language).map(({ start, end }) => ({ turnId: id as IdOf<'turns'>, start, end }));
  if (quote === undefined) return turns.flatMap(inTurn);
  const turn = turns.find(({ text }) => text.includes(quote));
  if (!turn || quote.trim() === '') throw new ProblemError('quote-missing');
  const start = turn.text.indexOf(quote);
  return [{ turnId: turn.id as IdOf<'turns'>, start, end: start + quote.length }];
}

/** A turn that is left out at one place and stands anew at another has moved. */
function turnCounts({ turns }: Replacement): TurnCounts {
  let [same, changed, added, moved] = [0, 0, 0, 0];
  const left: string[] = turns.flatMap(({ before, after }) => (before && !after ? [before.text] : []));
  for (const { before, after } of turns) {
    if (!after) continue;
    if (before) {
      if (before.text === after.text && before.participantId === after.participantId) same++;
      else changed++;
      continue;
    }
    const at = left.indexOf(after.text);
    if (at < 0) added++;
    else {
      left.splice(at, 1);
      moved++;
    }
  }
  return { same, changed, added, removed: left.length, moved };
}

function countsOf(passages: readonly Compared[]) {
  const count = (state: Compared['state']) => passages.filter((one) => one.state === state).length;
  return { anchored: count('anchored'), unsure: count('unsure'), lost: count('lost') };
}

/** For reading: what is not certain, with the reasons; then the counts. */
function asText(passages: readonly Compared[], changed: TurnCounts, t: Translate): string {
  const told = passages.length === 1 ? passages : passages.filter(({ state }) => state !== 'anchored');
  const blocks = told.map(({ state, speaker, quote, reasons }) =>
    [
      quote.replaceAll(/\s+/gu, ' '),
      `  ${t(`cli.compare.state.${state}`)} · ${speaker ?? t('correct.doubt.nobody')}`,
      ...reasons.map((one) => `  ${doubtText(t, one)}`),
    ].join('\n'),
  );
  return [
    ...blocks,
    [t('cli.compare.passages', countsOf(passages)), t('cli.compare.turns', { ...changed })].join('\n'),
  ].join('\n\n');
}
