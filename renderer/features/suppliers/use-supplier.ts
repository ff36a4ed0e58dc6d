import { activeCodings } from '#shared/model/coding.ts';
import type { Entry } from '#shared/model/entry.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Source } from '#shared/model/source.ts';
import { concerns, momentOf } from '#shared/suppliers/contacts.ts';
import { useRows } from '../../store/index.ts';

/** A passage that may be cited for an issue at stake. */
export interface CitablePassage {
  readonly id: string;
  readonly issueId: string;
  readonly text: string;
}

/** What is shown of one supplier beside its row. */
export interface SupplierRows {
  /** What is planned first, then what took place, the latest first. */
  readonly entries: readonly Entry[];
  readonly sources: readonly Source[];
  readonly passages: readonly CitablePassage[];
}

const LONGEST = 90;

/** Live; undefined while it is read for the first time. */
export function useSupplierRows(
  supplierId: IdOf<'organisations'>,
  issueIds: readonly IdOf<'issues'>[],
): SupplierRows | undefined {
  return useRows(
    async (db): Promise<SupplierRows> => {
      const [entries, sources, all] = await Promise.all([
        db.entries.filter((entry) => concerns(entry, supplierId)).toArray(),
        db.sources.toArray(),
        db.codings.where('issueId').anyOf(issueIds).toArray(),
      ]);
      const codings = activeCodings(all);
      const ids = [...new Set(codings.map(({ passageId }) => passageId))];
      const passages = new Map(
        (await db.passages.bulkGet(ids)).flatMap((passage) => (passage ? [[passage.id, passage]] : [])),
      );
      const seen = new Set<string>();
      return {
        sources,
        entries: entries.sort((a, b) => rank(b).localeCompare(rank(a))),
        passages: codings.flatMap(({ passageId, issueId }) => {
          const passage = passages.get(passageId);
          const key = `${passageId} ${issueId}`;
          if (!passage || seen.has(key)) return [];
          seen.add(key);
          const { quote } = passage;
          return [
            { id: passageId, issueId, text: quote.length > LONGEST ? `${quote.slice(0, LONGEST)}…` : quote },
          ];
        }),
      };
    },
    [supplierId, issueIds.join()],
  );
}

function rank(entry: Entry): string {
  return entry.phase === 'planned' ? `9${entry.due ?? ''}` : momentOf(entry);
}
