import { activeCodings } from '#shared/model/coding.ts';
import type { Entry } from '#shared/model/entry.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Source } from '#shared/model/source.ts';
import { concerns } from '#shared/suppliers/contacts.ts';
import { useRows } from '../../store/index.ts';
import { rowsInParts } from '../../store/parts.ts';

/** A passage that may be cited for an issue at stake. */
export interface CitablePassage {
  readonly id: string;
  readonly issueId: string;
  readonly text: string;
}

/** What is shown of one supplier beside its row. */
export interface SupplierRows {
  /** What is planned there, that which is due first. */
  readonly planned: readonly Entry[];
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
      const [planned, sources, all] = await Promise.all([
        rowsInParts(db, 'entries', (one) => one.phase === 'planned' && concerns(one, supplierId)),
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
        planned: planned.sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9')),
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
