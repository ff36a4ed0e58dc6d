import type { Disclosure } from '../../attribution/disclosure.ts';
import { byPeriod, countedFigures, isWhole } from '../../figures/series.ts';
import { toldOutside } from '../../figures/small-counts.ts';
import { periodText, valueText } from '../../figures/value-text.ts';
import { fiscalYearLabel } from '../../i18n/dates.ts';
import { type Language, translator } from '../../i18n/index.ts';
import { type Id, textIn } from '../../model/basics.ts';
import type { Dialogue } from '../../model/dialogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { WorkspaceState } from '../../model/tables.ts';
import type { AdviceItem, Told } from './told-advice.ts';

/** A theme, or an issue of none, with the advice on it. */
export interface Discussed {
  /** Empty: advice that bears on no issue of the list. */
  readonly name: string;
  readonly advice: readonly AdviceItem[];
}

/** What became of the dialogue before this one. */
export interface SinceLast {
  /** The earlier dialogue, as a source names it. */
  readonly dialogue: string;
  /** Its advice that the company answered, committed itself to or acted on. */
  readonly advice: readonly AdviceItem[];
  /** What the company did in the fiscal years after it, up to this one's. */
  readonly activities: readonly { readonly name: string; readonly figures: readonly string[] }[];
}

/** Advice by the theme of its first issue that has one, else by its first issue; each piece once. */
export function discussedOf(
  { themes, issues }: Pick<WorkspaceState, 'themes' | 'issues'>,
  told: readonly Told[],
  language: Language,
): Discussed[] {
  const ordered = [...themes].sort((a, b) => a.order - b.order);
  const themeOf = ({ advice }: Told) =>
    ordered.find(({ issueIds }) => advice.issueIds.some((id) => issueIds.includes(id)));
  const byTheme = ordered.map((theme) => ({
    name: textIn(theme.name, language),
    advice: told.filter((one) => themeOf(one) === theme).map(({ item }) => item),
  }));
  const others = told.filter((one) => themeOf(one) === undefined);
  const byIssue = [...new Set(others.map(({ under }) => under))].map((under) => ({
    name: textIn(issues.find(({ id }) => id === under)?.name, language),
    advice: others.filter((one) => one.under === under).map(({ item }) => item),
  }));
  return [...byTheme, ...byIssue].filter(({ advice }) => advice.length > 0);
}

/**
 * The dialogue that another goes on from: the one that it is said to follow, else the one before it by date; undefined =
 * none, or it is not known when this one was.
 */
export function dialogueBefore(
  dialogues: readonly Dialogue[],
  { id, date, follows }: Pick<Dialogue, 'id' | 'date' | 'follows'>,
): Dialogue | undefined {
  const followed = dialogues.find((one) => one.id === follows);
  if (followed) return followed.attribution === 'off-record' ? undefined : followed;
  if (date === null) return undefined;
  return dialogues
    .filter(
      (one) => one.id !== id && one.date !== null && one.date < date && one.attribution !== 'off-record',
    )
    .sort((a, b) =>
      (a.date ?? '') < (b.date ?? '') ? 1 : (a.date ?? '') > (b.date ?? '') ? -1 : a.id < b.id ? 1 : -1,
    )[0];
}

/** What the company kept up, with figures of the fiscal years after one dialogue, up to that of another. */
export function activitiesBetween(
  { arrangements, figures, indicators, sources, organisations, workspace }: BetweenTables,
  after: number,
  upTo: number,
  { language, disclosure }: { readonly language: Language; readonly disclosure: Disclosure },
): SinceLast['activities'] {
  const t = translator(language);
  const yearOf = (year: number) =>
    workspace[0] ? fiscalYearLabel(year, workspace[0].fiscalYear, language) : String(year);
  const known = new Map<Id, Indicator>(indicators.map((one) => [one.id, one]));
  const counted = countedFigures(toldOutside({ figures, indicators, sources, organisations })).filter(
    ({ role, value, cell, period: { fiscalYear } }) => {
      const isTold = role === 'actual' && value !== null && isWhole({ cell });
      return isTold && fiscalYear > after && fiscalYear <= upTo;
    },
  );
  return arrangements.flatMap(({ id, name, kind }) => {
    const own = counted.filter(({ via }) => via === id).sort((a, b) => byPeriod(a.period, b.period));
    if (own.length === 0 || kind === 'channel') return [];
    return [
      {
        name: disclosure.anywhere(textIn(name, language)),
        figures: own.map((one) => {
          const { definition = {}, name: what = {} } = known.get(one.indicatorId) ?? {};
          const label = textIn(definition, language) || textIn(what, language);
          return [periodText(one.period, t, yearOf), valueText(one, t), disclosure.anywhere(label)].join(' ');
        }),
      },
    ];
  });
}

type BetweenTables = Pick<
  WorkspaceState,
  'arrangements' | 'figures' | 'indicators' | 'sources' | 'organisations' | 'workspace'
>;
