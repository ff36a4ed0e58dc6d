import type { IssueChange, ListMove, RoundChange } from '../../assessment/change.ts';
import { stateOfRound } from '../../assessment/frozen.ts';
import { type Id, textIn } from '../../model/basics.ts';
import { DECISION_LEVELS, type DecisionLevel } from '../../model/decision.ts';
import type { IdOf } from '../../model/id.ts';
import type { Round } from '../../model/round.ts';
import type { WorkspaceState } from '../../model/tables.ts';

/** A level, and the theme that it was decided for where it was not decided for the issue itself. */
export interface HeldLevel {
  readonly level: DecisionLevel;
  readonly theme: string;
}

export interface LevelMove {
  readonly name: string;
  readonly before: HeldLevel | null;
  readonly now: HeldLevel | null;
}

/** What is different from the round before, in names (GRI 3-2-b, ESRS 2 48(g) and 53(h)). */
export interface ChangeLines {
  readonly roundName: string;
  readonly fiscalYear: string;
  readonly change: RoundChange;
  /** What changed, in the later round's order, then what left. */
  readonly issues: readonly (IssueChange & {
    readonly name: string;
    readonly fromNames: readonly string[];
  })[];
  readonly unchanged: number;
  readonly levels: readonly LevelMove[];
}

/** @param change null = there is no earlier round */
export function changeLines(
  state: LevelTables,
  change: RoundChange | null,
  earlier: Round | undefined,
  nameOf: (id: Id) => string,
  yearOf: (fiscalYear: number) => string,
  language: string,
): ChangeLines | null {
  if (!change || !earlier) return null;
  const issues = change.issues
    .filter(({ moved }) => moved.length > 0)
    .map((one) => ({
      ...one,
      name: nameOf(one.issueId),
      fromNames: fromIds(one.list).map(nameOf),
    }));
  return {
    roundName: textIn(earlier.name, language),
    fiscalYear: yearOf(earlier.fiscalYear),
    change,
    issues,
    // Of two scales nobody can say what stayed as it was.
    unchanged: change.scales ? 0 : change.issues.length - issues.length,
    levels: levelMoves(state, change.laterId, change.earlierId, nameOf),
  };
}

/** The issues of the earlier round that a later one was made of, where that is not itself. */
function fromIds(list: ListMove): readonly Id[] {
  if (list.kind === 'merged') return list.fromIds;
  return list.kind === 'split' ? [list.fromId] : [];
}

type LevelTables = Pick<WorkspaceState, 'decisions' | 'themes' | 'rounds' | 'records'>;

/** Subjects of either round whose level is another one; an issue without a decision of its own has its theme's. */
function levelMoves(state: LevelTables, now: Id, before: Id, nameOf: (id: Id) => string): LevelMove[] {
  const heldIn = (roundId: IdOf<'rounds'>) => {
    // Each round by the themes that it knew.
    const { themes } = stateOfRound(state, roundId);
    const own = new Map(
      state.decisions.filter((one) => one.roundId === roundId).map((one) => [one.subject.id, one.level]),
    );
    return {
      ids: [...own.keys()],
      of: (id: Id): HeldLevel | null => {
        const level = own.get(id);
        if (level) return { level, theme: '' };
        const held = themes.flatMap((theme) => {
          const ofTheme = own.get(theme.id);
          return ofTheme && theme.issueIds.includes(id) ? [{ level: ofTheme, theme: nameOf(theme.id) }] : [];
        });
        return (
          held.sort((a, b) => DECISION_LEVELS.indexOf(a.level) - DECISION_LEVELS.indexOf(b.level))[0] ?? null
        );
      },
    };
  };
  const [current, earlier] = [heldIn(now), heldIn(before)];
  if (current.ids.length === 0 || earlier.ids.length === 0) return [];
  return [...new Set([...current.ids, ...earlier.ids])]
    .map((id) => ({ name: nameOf(id), before: earlier.of(id), now: current.of(id) }))
    .filter((one) => one.before?.level !== one.now?.level);
}
