import { remainderOf, type Whole, wholesOf } from '../../figures/parts.ts';
import { countedFigures, isWhole } from '../../figures/series.ts';
import { toldOutside } from '../../figures/small-counts.ts';
import { cellText, rangeText, valueText } from '../../figures/value-text.ts';
import { groupBy } from '../../group.ts';
import { type Language, type Translate, translator } from '../../i18n/index.ts';
import type { Arrangement } from '../../model/arrangement.ts';
import { type Id, type LocalText, textIn } from '../../model/basics.ts';
import type { Figure } from '../../model/figure.ts';
import type { IdOf } from '../../model/id.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Round } from '../../model/round.ts';
import type { WorkspaceState } from '../../model/tables.ts';

/** Something the company did, with the issues of the round that it is about. */
export interface ActivityLine {
  readonly name: string;
  readonly kind: Arrangement['kind'];
  readonly note: string;
  /** Of the round's fiscal year. */
  readonly figures: readonly { readonly label: string; readonly value: string }[];
  readonly issueIds: readonly IdOf<'issues'>[];
}

/** What reached one channel in the round's fiscal year. */
export interface ChannelLine {
  readonly channel: string;
  /** Printed. */
  readonly counts: readonly { readonly type: string; readonly count: string }[];
  readonly note: string;
}

export type ArrangementTables = Pick<
  WorkspaceState,
  'arrangements' | 'figures' | 'indicators' | 'organisations' | 'sources'
>;

interface Telling {
  readonly language: Language;
  readonly tell: (text: LocalText | string) => string;
}

/** What the company kept up and what reached its channels, with the figures of a round's fiscal year. */
export function arrangementLines(
  state: ArrangementTables,
  { fiscalYear, issueIds }: Pick<Round, 'fiscalYear' | 'issueIds'>,
  told: Telling,
): { readonly activities: readonly ActivityLine[]; readonly channels: readonly ChannelLine[] } {
  const inRound = new Set<Id>(issueIds);
  const counted = countedFigures(toldOutside(state)).filter(
    ({ role, period }) => role === 'actual' && period.fiscalYear === fiscalYear && period.quarter === null,
  );
  const byArrangement = groupBy(counted, ({ via }) => String(via));
  const figuresOf = ({ id }: Arrangement) => byArrangement.get(id) ?? [];
  const lines = new FigureLines(state, told);
  return {
    activities: state.arrangements
      .filter(({ kind }) => kind !== 'channel')
      .map(
        (one): ActivityLine => ({
          name: told.tell(one.name),
          kind: one.kind,
          note: told.tell(one.remit),
          figures: lines.ofProgramme(figuresOf(one)),
          issueIds: one.issueIds.filter((id) => inRound.has(id)),
        }),
      ),
    channels: state.arrangements
      .filter((one) => one.kind === 'channel' && figuresOf(one).length > 0)
      .map(
        (one): ChannelLine => ({
          channel: told.tell(one.name),
          counts: lines.ofChannel(figuresOf(one)),
          note: lines.notes(figuresOf(one)) || told.tell(one.remit),
        }),
      ),
  };
}

class FigureLines {
  readonly #indicators: ReadonlyMap<Id, Indicator>;
  readonly #organisations: ReadonlyMap<Id, LocalText>;
  readonly #told: Telling;
  readonly #t: Translate;

  constructor({ indicators, organisations }: ArrangementTables, told: Telling) {
    this.#indicators = new Map<Id, Indicator>(indicators.map((one) => [one.id, one]));
    this.#organisations = new Map<Id, LocalText>(organisations.map(({ id, name }) => [id, name]));
    this.#told = told;
    this.#t = translator(told.language);
  }

  ofProgramme(figures: readonly Figure[]): ActivityLine['figures'] {
    return figures.flatMap((one) => {
      const indicator = this.#indicators.get(one.indicatorId);
      if (!indicator || one.status === 'awaited') return [];
      const part = cellText(indicator, one.cell, this.#told.language);
      const what = this.#whose(this.#whatOf(indicator), one);
      const label = part === '' ? what : this.#t('report.aside', { text: what, aside: part });
      return [{ label: this.#told.tell(label), value: valueText(one, this.#t) }];
    });
  }

  /** Of each indicator the whole, then its parts and what is left over. */
  ofChannel(figures: readonly Figure[]): ChannelLine['counts'] {
    const byIndicator = [...groupBy(figures, ({ indicatorId }) => indicatorId)];
    return byIndicator.flatMap(([id, rows]) => {
      const indicator = this.#indicators.get(id);
      if (!indicator) return [];
      const broken = wholesOf(indicator, rows);
      // Where the source names all that is left over, the parts say the whole.
      const isSaid = (whole: Figure) =>
        broken.some((one) => one.whole === whole && textIn(one.breakdown.rest, 'en') !== '');
      const wholes = rows.filter((one) => isWhole(one) && one.status !== 'awaited' && !isSaid(one));
      return [
        ...wholes.map((one) => ({
          type: this.#told.tell(this.#whose(textIn(indicator.name, this.#told.language), one)),
          count: valueText(one, this.#t),
        })),
        ...broken.flatMap((one) => this.#parts(one, indicator)),
      ];
    });
  }

  #parts(one: Whole, indicator: Indicator): ChannelLine['counts'] {
    const { language, tell } = this.#told;
    const place = (part: Figure) =>
      one.breakdown.members.findIndex(({ code }) => code === part.cell[one.breakdown.code]);
    const left = remainderOf(one);
    return [
      ...[...one.parts]
        .sort((a, b) => place(a) - place(b))
        .map((part) => ({
          type: tell(cellText(indicator, part.cell, language)),
          count: valueText(part, this.#t),
        })),
      ...(left
        ? [
            {
              type: tell(textIn(one.breakdown.rest, language) || this.#t('figure.rest')),
              count: rangeText(left, this.#t),
            },
          ]
        : []),
    ];
  }

  notes(figures: readonly Figure[]): string {
    // What is noted beside a whole is told where the indicator is.
    const own = figures.filter(
      (one) => !isWhole(one) || !this.#indicators.get(one.indicatorId)?.breakdowns.length,
    );
    const notes = own.map(({ note }) => this.#told.tell(note)).filter(Boolean);
    return [...new Set(notes)].join(' ');
  }

  #whatOf({ definition, name }: Indicator): string {
    return textIn(definition, this.#told.language) || textIn(name, this.#told.language);
  }

  #whose(what: string, { of }: Figure): string {
    const name = textIn(this.#organisations.get(of ?? ''), this.#told.language);
    return [what, name].filter(Boolean).join(this.#t('report.list.separator'));
  }
}
