import { type Standing, standingsOf } from '#shared/assessment/standing.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Round } from '#shared/model/round.ts';
import { fiscalYearOf } from '#shared/model/workspace.ts';
import { today } from '../../platform/today.ts';
import { useRows } from '../../store/index.ts';

/** How what was decided in a round stands by its measures today, by theme or issue. Figures go on after a round is closed. */
export function useStandings(round: Round): ReadonlyMap<Id, Standing> | undefined {
  return useRows(
    async (db) => {
      const decisions = await db.decisions.where('roundId').equals(round.id).toArray();
      const ids = [...new Set(decisions.flatMap(({ indicatorIds }) => indicatorIds))];
      const [indicators, figures, themes, workspaces] = await Promise.all([
        db.indicators.bulkGet(ids),
        db.figures.where('indicatorId').anyOf(ids).toArray(),
        db.themes.toArray(),
        db.workspace.toArray(),
      ]);
      const [workspace] = workspaces;
      const year = workspace ? fiscalYearOf(today(), workspace.fiscalYear) : round.fiscalYear + 1;
      const known = indicators.filter((one) => one !== undefined);
      const standings = standingsOf({ indicators: known, figures, themes }, decisions, year);
      return new Map(standings.map((one) => [one.subject.id as Id, one]));
    },
    [round.id, round.fiscalYear],
  );
}
