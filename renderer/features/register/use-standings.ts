import type { Translate } from '#shared/i18n/index.ts';
import type { Id } from '#shared/model/basics.ts';
import { isPending, occurrencesOf, overdueOf, reportsOf } from '#shared/register/occurrences.ts';
import { today } from '../../platform/today.ts';
import { useRows } from '../../store/index.ts';

/** How many occurrences and reports of an arrangement are not recorded. */
interface Standing {
  readonly overdue: number;
  /** Begun, and not yet held. */
  readonly open: number;
}

/** Live: of each arrangement that comes regularly. */
export function useStandings(): ReadonlyMap<Id, Standing> | undefined {
  return useRows(async (db) => {
    const [arrangements, entries, workspace] = await Promise.all([
      db.arrangements.toArray(),
      db.entries.toArray(),
      db.workspace.toCollection().first(),
    ]);
    const on = today();
    const firstMonth = workspace?.fiscalYear.firstMonth ?? 1;
    return new Map(
      arrangements.flatMap((one) => {
        const all = [occurrencesOf, reportsOf].flatMap((of) => of(one, entries, on, firstMonth));
        const pending = all.filter(isPending).length;
        const overdue = overdueOf(all, on).length;
        return all.length === 0 ? [] : [[one.id as Id, { overdue, open: pending - overdue }] as const];
      }),
    );
  }, []);
}

/** That in words; empty where nothing comes regularly. */
export function standingOf(standings: ReadonlyMap<Id, Standing> | undefined, id: Id, t: Translate): string {
  const standing = standings?.get(id);
  if (!standing) return '';
  if (standing.overdue > 0) return t('register.standing.overdue', { count: standing.overdue });
  return standing.open > 0 ? t('register.standing.open') : '';
}
