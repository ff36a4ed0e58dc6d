/**
 * Activities, grievances and values of indicators, as versions before 8 kept them, as arrangements, indicators and figures.
 * Pure, with ids that follow from the old ones: used once for the workspace itself (`shared/edit/figures-brought.ts`) and
 * whenever the record of a round that such a version closed is read.
 */
import { foldText } from '../fold/fold.ts';
import type { Activity } from '../model/activity.ts';
import { type Arrangement, type ArrangementKind, blankArrangement } from '../model/arrangement.ts';
import { derivedId, type Id, type LocalText, textIn } from '../model/basics.ts';
import { blankFigure, type Figure } from '../model/figure.ts';
import { OFFICE_CITED, OFFICE_SOURCE, withoutValues } from '../model/figures-of-values.ts';
import type { Grievance } from '../model/grievance.ts';
import { blankIndicator, type Indicator } from '../model/indicator.ts';
import type { WorkspaceState } from '../model/tables.ts';

/** Rows that may be of either kind. */
export type FigureTables = Pick<
  WorkspaceState,
  'activities' | 'grievances' | 'indicators' | 'figures' | 'arrangements' | 'sources'
>;

/** Whether any of the rows is one that today's version no longer writes. */
export function isConverted({ activities, grievances, indicators }: FigureTables): boolean {
  return (
    activities.length === 0 &&
    grievances.length === 0 &&
    indicators.every((one) => withoutValues(one).indicator === one)
  );
}

/** The same rows with nothing left of what earlier versions kept; those of today stay as they are. */
export function converted<S extends FigureTables>(state: S): S {
  if (isConverted(state)) return state;
  const rows = new Converted(state);
  for (const one of state.activities) rows.addActivity(one);
  for (const one of state.grievances) rows.addGrievance(one);
  return { ...state, ...rows.tables() };
}

const KINDS: Readonly<Record<Activity['kind'], ArrangementKind>> = {
  training: 'training',
  'supplier-engagement': 'supplier-programme',
  policy: 'policy',
  statement: 'statement',
  membership: 'membership',
  other: 'other',
};

class Converted {
  readonly #indicators: Map<Id, Indicator>;
  readonly #figures: Map<Id, Figure>;
  readonly #arrangements: Map<Id, Arrangement>;
  readonly #sources: FigureTables['sources'];

  constructor({ indicators, figures, arrangements, sources }: FigureTables) {
    const rows = indicators.map(withoutValues);
    this.#indicators = byId(rows.map(({ indicator }) => indicator));
    this.#figures = byId([...rows.flatMap((one) => one.figures), ...figures]);
    this.#arrangements = byId(arrangements);
    this.#sources = sources;
  }

  tables(): FigureTables {
    const figures = [...this.#figures.values()];
    const cites = figures.some(({ cited }) => cited?.sourceId === OFFICE_SOURCE.id);
    const known = this.#sources.some(({ id }) => id === OFFICE_SOURCE.id);
    return {
      activities: [],
      grievances: [],
      indicators: [...this.#indicators.values()],
      figures,
      arrangements: [...this.#arrangements.values()],
      sources: cites && !known ? [...this.#sources, OFFICE_SOURCE] : this.#sources,
    };
  }

  addActivity({ id, name, kind, issueIds, figures, note }: Activity): void {
    const arrangement = arrangementOf(derivedId(['arrangements', id]), name, KINDS[kind], {
      remit: note,
      issueIds,
    });
    if (!this.#arrangements.has(arrangement.id)) this.#arrangements.set(arrangement.id, arrangement);
    figures.forEach(({ fiscalYear, label, value }, index) => {
      const same = this.#stated(name, { fiscalYear, value, label, via: arrangement.id });
      if (same) {
        this.#indicators.set(same.indicator.id, { ...same.indicator, definition: label });
        this.#figures.set(same.figure.id, { ...same.figure, via: arrangement.id });
        return;
      }
      const indicator = this.#indicatorFor(['activity', id, JSON.stringify(label)], label, arrangement);
      this.#add(indicator, arrangement, ['activity', id, String(index)], { fiscalYear, value });
    });
  }

  /** One channel in one year. */
  addGrievance({ id, channel, fiscalYear, counts, note }: Grievance): void {
    const key = JSON.stringify(Object.entries(channel).sort());
    const arrangement =
      this.#arrangements.get(derivedId(['arrangements', 'channel', key])) ??
      arrangementOf(derivedId(['arrangements', 'channel', key]), channel, 'channel', {});
    this.#arrangements.set(arrangement.id, arrangement);
    const some = counts.filter(({ count }) => count > 0);
    const sum = some.reduce((total, { count }) => total + count, 0);
    const whole =
      some.length > 1
        ? this.#stated(withoutAside(channel), { fiscalYear, value: sum, label: null, via: arrangement.id })
        : undefined;
    // What nobody counted and somebody worked out is computed again: it is no figure.
    const rest = whole
      ? some.find(({ type }, index) => index === some.length - 1 && isRest(type))
      : undefined;
    const parts = some.filter((one) => one !== rest);
    if (whole) this.#figures.set(whole.figure.id, { ...whole.figure, via: arrangement.id });
    let said = note;
    const place = new Map(counts.map((one, index) => [one, String(index)]));
    const add = (one: Grievance['counts'][number], into: Indicator, member: string | null) => {
      const { count } = one;
      this.#add(into, arrangement, ['grievance', id, place.get(one) ?? ''], {
        fiscalYear,
        value: count,
        note: said,
        cell: member === null ? {} : { [BREAKDOWN]: member },
      });
      said = {};
    };
    if (parts.length + (rest ? 1 : 0) > 1) {
      const own = whole?.indicator ?? this.#indicatorFor(['channel', key], channel, arrangement);
      const broken = withMembers(
        own,
        parts.map(({ type }) => type),
        rest?.type,
      );
      this.#indicators.set(broken.id, broken);
      for (const one of parts) add(one, broken, memberCode(one.type));
    }
    const apart = parts.length + (rest ? 1 : 0) > 1 ? [] : parts;
    // That nothing of a kind was reported is said beside the rest, not as a part of it.
    for (const one of [...apart, ...counts.filter(({ count }) => count === 0)]) {
      const { type } = one;
      add(one, this.#indicatorFor(['channel', key, JSON.stringify(type)], type, arrangement), null);
    }
    if (counts.length === 0)
      this.#add(this.#indicatorFor(['channel', key], channel, arrangement), arrangement, ['grievance', id], {
        fiscalYear,
        value: null,
        note,
      });
  }

  /** A figure of an indicator whose name holds the name of what was done: the same number in another place. */
  #stated(
    name: LocalText,
    said: {
      readonly fiscalYear: number;
      readonly value: number;
      readonly label: LocalText | null;
      readonly via: Id;
    },
  ): { readonly indicator: Indicator; readonly figure: Figure } | undefined {
    for (const figure of this.#figures.values()) {
      const { period, via, role } = figure;
      if (figure.value !== said.value || period.fiscalYear !== said.fiscalYear || role !== 'actual') continue;
      if (via !== null && via !== said.via) continue;
      const indicator = this.#indicators.get(figure.indicatorId);
      if (!indicator || !holdsName(indicator.name, name)) continue;
      const { definition } = indicator;
      const { label } = said;
      if (label && Object.keys(definition).length > 0 && JSON.stringify(definition) !== JSON.stringify(label))
        continue;
      return { indicator, figure };
    }
    return undefined;
  }

  #indicatorFor(place: readonly string[], name: LocalText, { kind, issueIds }: Arrangement): Indicator {
    const id = derivedId(['indicators', ...place]);
    const known = this.#indicators.get(id);
    if (known) return known;
    const unit = kind === 'channel' ? 'cases' : kind === 'training' ? 'people' : 'other';
    const indicator = blankIndicator({ id, name, unit, issueIds });
    this.#indicators.set(id, indicator);
    return indicator;
  }

  #add(
    { id: indicatorId }: Indicator,
    { id: via }: Arrangement,
    place: readonly string[],
    {
      fiscalYear,
      value,
      ...fields
    }: { readonly fiscalYear: number; readonly value: number | null } & Partial<
      Pick<Figure, 'note' | 'cell'>
    >,
  ): void {
    const figure = blankFigure({
      id: derivedId(['figures', ...place]),
      indicatorId,
      via,
      period: { fiscalYear },
      value,
      cited: value === null ? null : OFFICE_CITED,
      at: null,
      ...fields,
    });
    if (!this.#figures.has(figure.id)) this.#figures.set(figure.id, figure);
  }
}

/** The breakdown of what a channel received. */
const BREAKDOWN = 'type';

function withMembers(
  indicator: Indicator,
  types: readonly LocalText[],
  rest: LocalText | undefined,
): Indicator {
  const before = indicator.breakdowns.find(({ code }) => code === BREAKDOWN);
  const codes = new Set(before?.members.map(({ code }) => code));
  const fresh = types.filter((type) => !codes.has(memberCode(type)));
  const members = [
    ...(before?.members ?? []),
    ...fresh.map((type) => ({ code: memberCode(type), name: type, retiredAfter: null })),
  ];
  const isSome = rest !== undefined || before?.relation === 'some-parts';
  return {
    ...indicator,
    breakdowns: [
      ...indicator.breakdowns.filter((one) => one !== before),
      {
        code: BREAKDOWN,
        name: { en: 'What it was about', ja: '内容' },
        relation: isSome ? 'some-parts' : 'all-parts',
        members,
        rest: rest ?? before?.rest ?? {},
      },
    ],
  };
}

function memberCode(type: LocalText): string {
  return foldText(textIn(type, 'en')).replace(/[^\p{L}\p{N}]+/gu, '-') || 'unnamed';
}

function isRest(type: LocalText): boolean {
  return /^(others?\b|その他)/i.test((type.en || type.ja || '').trim());
}

/** Names without what stands behind them in brackets. */
function withoutAside(name: LocalText): LocalText {
  return Object.fromEntries(
    Object.entries(name).map(([language, text]) => [language, text.replace(/\s*[(（][^)）]*[)）]\s*$/, '')]),
  );
}

function holdsName(whole: LocalText, part: LocalText): boolean {
  return Object.entries(part).some(([language, text]) => {
    const sought = foldText(text.trim());
    return sought !== '' && foldText(whole[language] ?? '').includes(sought);
  });
}

function arrangementOf(
  id: Id,
  name: LocalText,
  kind: ArrangementKind,
  fields: Partial<Pick<Arrangement, 'remit' | 'issueIds'>>,
): Arrangement {
  return blankArrangement({ id, name, kind, ...fields });
}

function byId<R extends { readonly id: Id }>(rows: readonly R[]): Map<Id, R> {
  return new Map(rows.map((one) => [one.id, one]));
}
