import type { Place } from '../../assessment/change.ts';
import { groupBy } from '../../group.ts';
import type { Translate } from '../../i18n/index.ts';
import type { Block, Cell, Line } from '../document.ts';
import type { ChangeLines } from '../model/changes.ts';
import type { MaterialitySummary } from '../model/materiality.ts';
import { coefficientText } from '../model/numbers.ts';
import { EARLIER_RATINGS, RATINGS } from '../model/sources.ts';
import { cites, listed, type SectionWriter, sentences } from '../section.ts';
import { likelihoodText, severityText } from './figures.ts';

/** What is different from the round before, and what it comes from (GRI 3-2-b, ESRS 2 48(g) and 53(h)). */
export const changes: SectionWriter<MaterialitySummary> = (summary, { t, brief }) => {
  const title = t('report.changes');
  const { changes: found } = summary;
  if (!found) return null;
  const { roundName: round, fiscalYear } = found;
  if (!found.change.scales && found.issues.length === 0 && found.levels.length === 0)
    return {
      id: 'changes',
      title,
      blocks: [{ kind: 'paragraph', text: t('report.changes.nothing', { round, fiscalYear }) }],
    };
  return {
    id: 'changes',
    title,
    blocks: [
      { kind: 'paragraph', text: comparedText(found, t), before: true },
      ...movesBlocks(found, summary, t, brief),
      ...levelsBlocks(found, t, brief),
    ],
  };
};

/** With what it is compared, whether the earlier places had to be read anew, and how alike the orders are. */
export function comparedText({ roundName, fiscalYear, change }: ChangeLines, t: Translate): string {
  const { order, reworded, scales } = change;
  const since = t('report.changes.since', { round: roundName, fiscalYear });
  if (scales) return sentences(t, [since, t('report.changes.scales', { ...scales })]);
  const pairs = order.concordant + order.discordant;
  return sentences(
    t,
    [
      since,
      change.restated
        ? t('report.changes.restated', {
            what:
              !change.sameMethod && !change.sameThresholds ? 'both' : change.sameMethod ? 'lines' : 'method',
          })
        : t('report.changes.sameMethod'),
      reworded.length > 0
        ? t('report.changes.reworded', {
            dimensions: listed(
              t,
              reworded.map((dimension) => t(`dimension.${dimension}`)),
            ),
          })
        : '',
      order.tau === null || pairs === 0
        ? ''
        : t('report.changes.order', {
            pairs,
            kept: order.concordant,
            tau: coefficientText(order.tau),
          }),
    ].filter(Boolean),
  );
}

/** @param brief without the figures behind each place; what came or was left out is named in one line each */
function movesBlocks(
  found: ChangeLines,
  { yearOf }: MaterialitySummary,
  t: Translate,
  brief: boolean,
): Block[] {
  const place = (of: Place | null) => placeLines(of, t).slice(0, brief ? 1 : undefined);
  const [rows, gathered] = parted(found.issues, (one) => !(brief && isListMoveAlone(one)));
  const named = (kind: 'entered' | 'left') => gathered.filter(({ list }) => list.kind === kind);
  return tableOrNote(
    {
      kind: 'table',
      caption: t('report.changes.caption', { fiscalYear: found.fiscalYear }),
      cites: cites(EARLIER_RATINGS, RATINGS),
      columns: [
        { head: t('report.issue'), share: 22 },
        { head: t('report.changes.then'), share: 25 },
        { head: t('report.changes.now'), share: 25 },
        { head: t('report.changes.why'), share: 28 },
      ],
      rows: rows.map((one): Cell[] => [
        [{ text: one.name, strong: true as const }],
        { lines: [...place(one.from), ...(one.restated ? [quiet(t('report.changes.mark'))] : [])] },
        { lines: place(one.to) },
        { lines: causes(one, yearOf, t) },
      ]),
    },
    [
      namesText('report.changes.entered.names', named('entered'), t),
      namesText('report.changes.left.names', named('left'), t),
      found.issues.length > 0 && found.unchanged > 0
        ? t('report.changes.unchanged', { count: found.unchanged })
        : '',
    ],
    t,
  );
}

/** Whether there is nothing to compare: the issue was rated in one of the two rounds only, and is still on the list. */
function isListMoveAlone({ list }: Changed): boolean {
  return list.kind === 'entered' || (list.kind === 'left' && list.retiredAfter === null);
}

function namesText(
  key: 'report.changes.entered.names' | 'report.changes.left.names',
  of: readonly { readonly name: string }[],
  t: Translate,
): string {
  return of.length === 0
    ? ''
    : t(key, {
        names: listed(
          t,
          of.map(({ name }) => name),
        ),
      });
}

/** A table with what is told below it; what is told alone, where no row is left. */
function tableOrNote(
  table: Extract<Block, { readonly kind: 'table' }>,
  notes: readonly string[],
  t: Translate,
): Block[] {
  const note = sentences(t, notes);
  if (table.rows.length > 0) return [note === '' ? table : { ...table, note }];
  return note === '' ? [] : [{ kind: 'paragraph', text: note }];
}

function placeLines(place: Place | null, t: Translate): Line[] {
  if (!place) return ['–'];
  const { severity, severityFloor: floor, rank } = place;
  return [
    [
      {
        text: t('report.changes.place', { rank: rank ?? '–', tier: place.tier ?? '–' }),
      },
    ],
    quiet(
      place.nature === 'actual'
        ? t('report.changes.values.actual', { severity: severityText({ severity, floor }) })
        : t('report.changes.values', {
            severity: severityText({ severity, floor }),
            likelihood: likelihoodText(place, t),
          }),
    ),
  ];
}

function quiet(text: string): Line {
  return [{ text, quiet: true }];
}

type Changed = ChangeLines['issues'][number];

/** What a move is made of: ratings, method, list; each with the places that it accounts for. */
export function causes(one: Changed, yearOf: (year: number) => string, t: Translate): string[] {
  const lines: string[] = [];
  const { list, ranks } = one;
  if (list.kind === 'entered') lines.push(t('report.changes.entered'));
  if (list.kind === 'merged') lines.push(t('report.changes.merged', { names: listed(t, one.fromNames) }));
  if (list.kind === 'split') lines.push(t('report.changes.split', { names: listed(t, one.fromNames) }));
  if (list.kind === 'left')
    lines.push(
      list.retiredAfter === null
        ? t('report.changes.left')
        : t('report.changes.retired', { fiscalYear: yearOf(list.retiredAfter) }),
    );
  for (const cause of ['score', 'method', 'list'] as const) {
    if (!one.moved.includes(cause)) continue;
    const places = ranks?.[cause] ?? 0;
    // That it came, left or was merged is said already.
    if (cause === 'list' && places === 0) continue;
    if (list.kind === 'entered') continue;
    lines.push(
      t('report.changes.cause', {
        cause,
        places: Math.abs(places),
        way: places < 0 ? 'up' : 'down',
        known: ranks ? 'yes' : 'no',
      }),
    );
  }
  return lines.length > 0 ? lines : ['–'];
}

/** @param brief decisions on what had none are named in one line a level */
function levelsBlocks(found: ChangeLines, t: Translate, brief: boolean): Block[] {
  const level = (value: ChangeLines['levels'][number]['now']) =>
    value === null
      ? t('report.changes.noDecision')
      : value.theme === ''
        ? t(`level.${value.level}`)
        : t('report.changes.byTheme', { level: t(`level.${value.level}`), theme: value.theme });
  const [rows, first] = parted(found.levels, ({ before }) => !brief || before !== null);
  return tableOrNote(
    {
      kind: 'table',
      caption: t('report.changes.levels'),
      columns: [
        { head: t('report.subject'), share: 36 },
        { head: t('report.changes.then'), share: 32 },
        { head: t('report.changes.now'), share: 32 },
      ],
      rows: rows.map((one) => [one.name, level(one.before), level(one.now)]),
    },
    [...groupBy(first, ({ now }) => level(now))].map(([text, of]) =>
      t('report.changes.levels.first', {
        level: text,
        names: listed(
          t,
          of.map(({ name }) => name),
        ),
      }),
    ),
    t,
  );
}

function parted<V>(of: readonly V[], keep: (one: V) => boolean): [V[], V[]] {
  return [of.filter(keep), of.filter((one) => !keep(one))];
}
