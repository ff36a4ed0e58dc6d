import { changeBetween, earlierRound, type IssueChange, type RoundChange } from '../assessment/change.ts';
import type { BoardWords } from '../chart/board-words.ts';
import type { Language, Translate } from '../i18n/index.ts';
import type { Id } from '../model/basics.ts';
import type { Round } from '../model/round.ts';
import type { WorkspaceState } from '../model/tables.ts';
import { changeLines, type HeldLevel } from './model/changes.ts';
import { listed } from './section.ts';

interface Told {
  readonly t: Translate;
  readonly language: Language;
  readonly nameOf: (id: Id) => string;
  readonly yearOf: (fiscalYear: number) => string;
}

/** What changed since the round before, in the words of a board page; null = there is no earlier round. */
export function boardChanges(
  live: WorkspaceState,
  round: Round,
  { t, language, nameOf, yearOf }: Told,
): BoardWords['changes'] {
  const earlier = earlierRound(live.rounds, round);
  if (!earlier) return null;
  const change = changeBetween(live, earlier.id, round.id);
  const found = changeLines(live, change, earlier, nameOf, yearOf, language);
  const byIssue = new Map(change.issues.map((one) => [one.issueId, one]));
  const left = change.issues.filter(({ list }) => list.kind === 'left').map(({ issueId }) => nameOf(issueId));
  const levels = found?.levels ?? [];
  const moved = levels.filter(({ before }) => before !== null);
  const first = levels.filter(({ before }) => before === null);
  return {
    head: t('report.board.since', { fiscalYear: yearOf(earlier.fiscalYear) }),
    moveOf: (issueId) => moveText(byIssue.get(issueId), change, t),
    earlierTierOf: (issueId) => {
      const { from, to } = byIssue.get(issueId) ?? {};
      return !change.scales && from?.tier != null && to?.tier != null && from.tier !== to.tier
        ? from.tier
        : null;
    },
    lines: [
      left.length > 0 ? t('report.board.left', { names: listed(t, left) }) : '',
      moved.length > 0
        ? t('report.board.levels', {
            moves: moved
              .map(({ name, before, now }) =>
                t('report.board.level.move', { name, before: levelText(before, t), now: levelText(now, t) }),
              )
              .join(t('report.board.level.separator')),
          })
        : '',
      first.length > 0
        ? t('report.board.levels.first', {
            names: listed(
              t,
              first.map(({ name, now }) => t('report.aside', { text: name, aside: levelText(now, t) })),
            ),
          })
        : '',
      change.restated ? t('report.board.restated', { fiscalYear: yearOf(earlier.fiscalYear) }) : '',
      change.scales ? t('report.changes.scales', { ...change.scales }) : '',
    ].filter(Boolean),
  };
}

/** How many places an issue moved, `*` where its earlier place was read anew; empty = none. */
function moveText(
  one: IssueChange | undefined,
  { scales }: Pick<RoundChange, 'scales'>,
  t: Translate,
): string {
  if (!one) return '';
  if (one.list.kind === 'entered') return t('report.board.new');
  const { from, to, restated } = one;
  if (scales || from?.rank == null || to?.rank == null) return '';
  const places = from.rank - to.rank;
  const mark = restated ? '*' : '';
  if (places === 0) return mark === '' ? '' : `=${mark}`;
  return `${places > 0 ? '↑' : '↓'}${Math.abs(places)}${mark}`;
}

function levelText(held: HeldLevel | null, t: Translate): string {
  return held ? t(`report.board.level.${held.level}`) : t('report.changes.noDecision');
}
