import { importDialogue } from '#shared/edit/dialogue.ts';
import type { Id } from '#shared/model/basics.ts';
import { isWholeName } from '#shared/transcript/names.ts';
import { typedDate } from '#shared/transcript/typed-date.ts';
import { call } from '../../../platform/bridge.ts';
import { type CommitLabel, commit } from '../../../store/index.ts';
import type { Confirmed, Details, Preview } from './queue-state.ts';

/**
 * Stores files that were looked over, with their bytes, as one step of undo.
 * @returns by file, the dialogue that it became
 * @throws ProblemError; no dialogue was stored then
 */
export async function storeConfirmed(ready: readonly Confirmed[]): Promise<Map<Id, Id>> {
  const sources: { name: string; sha256: string; size: number }[] = [];
  for (const { preview } of ready) {
    const { name, bytes } = preview.file;
    const { sha256 } = await call('file.put', { bytes });
    sources.push({ name, sha256, size: bytes.length });
  }
  const title = ready[0]?.preview.details.title.trim() ?? '';
  const label: CommitLabel =
    ready.length === 1
      ? { key: 'change.dialogue.import', params: { title } }
      : { key: 'change.dialogue.importAll', params: { count: ready.length } };
  return commit(label, async (draft) => {
    const dialogues = new Map<Id, Id>();
    for (const [index, { id, preview }] of ready.entries()) {
      const { result, details } = preview;
      const dialogueId = await importDialogue(draft, {
        result,
        details: {
          ...details,
          title: details.title.trim(),
          date: typedDate(details.date).date,
          fiscalYear: chosenYear(details),
        },
        source: sources[index] ?? null,
        persons: personsOf(preview),
      });
      dialogues.set(id, dialogueId);
    }
    return dialogues;
  });
}

/** The queue confirms nothing without a fiscal year. */
function chosenYear({ fiscalYear }: Details): number {
  if (fiscalYear === null) throw new Error('A dialogue was to be stored without a fiscal year.');
  return fiscalYear;
}

/** Nothing said: one whole name in one organisation is one person, also within a batch; a surname alone is not. */
function personsOf({ result, persons }: Preview): Map<string, Id | null> {
  return new Map(
    result.participants.flatMap(({ label, name }): [string, Id | null][] => {
      const said = persons.get(label);
      if (said !== undefined) return [[label, said]];
      return isWholeName(name) ? [] : [[label, null]];
    }),
  );
}
