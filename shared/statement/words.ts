import { cellText, unitText, valueText } from '../figures/value-text.ts';
import { dateText, fiscalYearLabel } from '../i18n/dates.ts';
import { type Language, type MessageKey, type Translate, translator } from '../i18n/index.ts';
import type { Id } from '../model/basics.ts';
import { textIn } from '../model/basics.ts';
import type { Figure } from '../model/figure.ts';
import type { WorkspaceState } from '../model/tables.ts';
import type { Subject } from './place.ts';
import type { RestsOn } from './rests-on.ts';

/** A row in words: what it is, what it is called, and what is known of it. */
export interface RowWords {
  readonly ref: RestsOn;
  readonly kind: string;
  readonly name: string;
  /** When, whose, how much. */
  readonly asides: readonly string[];
}

/** Names rows of the register in one language, as they are stored: nothing is withheld. */
export class RowNaming {
  readonly language: Language;
  readonly t: Translate;
  readonly #state: WorkspaceState;
  readonly #rows = new Map<RestsOn['to'], ReadonlyMap<Id, object>>();

  constructor(state: WorkspaceState, language: Language) {
    this.#state = state;
    this.language = language;
    this.t = translator(language);
  }

  /** @returns null where the row is gone */
  of(ref: RestsOn): RowWords | null {
    const said = this.#said(ref);
    return (
      said && {
        ref,
        ...said,
        name: said.name || this.t('statement.row.unnamed'),
        asides: said.asides.filter(Boolean),
      }
    );
  }

  /** What a place is asked of; empty = of the company. */
  subject(subject: Subject): string {
    if (subject === null) return '';
    return textIn(this.#row(subject.to === 'issue' ? 'issue' : subject.to, subject.id)?.name, this.language);
  }

  organisation(id: Id | null): string {
    return id === null ? '' : textIn(this.#row('organisation', id)?.name, this.language);
  }

  year(year: number): string {
    const workspace = this.#state.workspace[0];
    return workspace ? fiscalYearLabel(year, workspace.fiscalYear, this.language) : String(year);
  }

  #said(ref: RestsOn): Omit<RowWords, 'ref'> | null {
    const { t } = this;
    const what = (key: MessageKey) => t(key);
    switch (ref.to) {
      case 'instrument': {
        const row = this.#row('instrument', ref.id);
        return (
          row && {
            kind: what('statement.row.policy'),
            name: this.#in(row.name),
            asides: [this.#time(row.since, row.until), this.organisation(row.of)],
          }
        );
      }
      case 'arrangement': {
        const row = this.#row('arrangement', ref.id);
        return (
          row && {
            kind: what(`statement.row.${row.kind}`),
            name: this.#in(row.name),
            asides: [this.#time(row.since, row.until), this.organisation(row.of)],
          }
        );
      }
      case 'entry': {
        const row = this.#row('entry', ref.id);
        if (!row) return null;
        const through =
          row.arrangementId === null ? '' : this.#in(this.#row('arrangement', row.arrangementId)?.name);
        const about = row.refs.map((one) =>
          one.to === 'instrument' ? this.#in(this.#row('instrument', one.id)?.name) : '',
        );
        const when = row.when
          ? dateText(row.when, this.language)
          : row.fiscalYear === null
            ? ''
            : this.year(row.fiscalYear);
        const phase = row.phase === 'planned' ? t('statement.row.planned') : '';
        return {
          kind: what(`entryKind.${row.kind}`),
          name: row.text || through || about.find(Boolean) || '',
          asides: [when, phase, row.text ? through : '', this.organisation(row.of)],
        };
      }
      case 'figure': {
        const row = this.#row('figure', ref.id);
        return row && this.#figure(row);
      }
      case 'indicator': {
        const row = this.#row('indicator', ref.id);
        return row && { kind: what('statement.row.indicator'), name: this.#in(row.name), asides: [] };
      }
      case 'organisation': {
        const row = this.#row('organisation', ref.id);
        return (
          row && { kind: what('statement.row.organisation'), name: this.#in(row.name), asides: [row.country] }
        );
      }
      case 'source': {
        const row = this.#row('source', ref.id);
        const date = row?.published ?? row?.seen ?? null;
        return (
          row && {
            kind: what('statement.row.source'),
            name: this.#in(row.title),
            asides: [date ? dateText(date, this.language) : '', this.organisation(row.publisher)],
          }
        );
      }
      case 'decision': {
        const row = this.#row('decision', ref.id);
        if (!row) return null;
        const subject = this.#row(row.subject.kind, row.subject.id);
        return {
          kind: what('statement.row.decision'),
          name: this.#in(subject?.name),
          asides: [t(`level.${row.level}`), this.year(row.fiscalYear)],
        };
      }
      case 'advice': {
        const row = this.#row('advice', ref.id);
        return (
          row && {
            kind: what('statement.row.advice'),
            name: row.restatement,
            asides: [t(`adviceStatus.${row.status}`)],
          }
        );
      }
      case 'commitment': {
        const row = this.#row('commitment', ref.id);
        return (
          row && {
            kind: what('statement.row.commitment'),
            name: row.text,
            asides: [t(`commitmentStatus.${row.status}`), row.due ? dateText(row.due, this.language) : ''],
          }
        );
      }
      case 'dialogue': {
        const row = this.#row('dialogue', ref.id);
        return (
          row && {
            kind: what('statement.row.dialogue'),
            name: row.title,
            asides: [row.date ? dateText(row.date, this.language) : ''],
          }
        );
      }
      case 'issue':
      case 'theme': {
        const row = this.#row(ref.to, ref.id);
        return row && { kind: what(`statement.row.${ref.to}`), name: this.#in(row.name), asides: [] };
      }
      case 'passage': {
        const row = this.#row('passage', ref.id);
        return row && { kind: what('statement.row.passage'), name: row.quote, asides: [] };
      }
    }
  }

  #figure(figure: Figure): Omit<RowWords, 'ref'> | null {
    const indicator = this.#row('indicator', figure.indicatorId);
    if (!indicator) return null;
    const { t, language } = this;
    const part = cellText(indicator, figure.cell, language);
    const value = valueText(figure, t);
    const unit = unitText(indicator, language, t);
    return {
      kind: t(figure.role === 'target' ? 'statement.row.target' : 'statement.row.figure'),
      name:
        part === ''
          ? this.#in(indicator.name)
          : t('report.aside', { text: this.#in(indicator.name), aside: part }),
      asides: [
        unit === '' || figure.value === null ? value : t('statement.row.value', { value, unit }),
        this.year(figure.period.fiscalYear),
        this.organisation(figure.of) || t('statement.row.unstated'),
        figure.via === null ? '' : this.#in(this.#row('arrangement', figure.via)?.name),
      ],
    };
  }

  #time(since: string | null, until: string | null): string {
    if (since === null && until === null) return '';
    const date = (one: string | null) => (one === null ? '' : dateText(one, this.language));
    return this.t('statement.row.time', {
      since: date(since),
      until: date(until),
      which: since === null ? 'until' : until === null ? 'since' : 'both',
    });
  }

  #in(text: Parameters<typeof textIn>[0]): string {
    return textIn(text, this.language);
  }

  #row<To extends keyof typeof TABLES>(to: To, id: Id): WorkspaceState[(typeof TABLES)[To]][number] | null {
    let rows = this.#rows.get(to);
    if (!rows) {
      rows = new Map(this.#state[TABLES[to]].map((row) => [row.id, row]));
      this.#rows.set(to, rows);
    }
    return (rows.get(id) ?? null) as WorkspaceState[(typeof TABLES)[To]][number] | null;
  }
}

const TABLES = {
  issue: 'issues',
  theme: 'themes',
  dialogue: 'dialogues',
  passage: 'passages',
  advice: 'advice',
  decision: 'decisions',
  commitment: 'commitments',
  entry: 'entries',
  indicator: 'indicators',
  figure: 'figures',
  instrument: 'instruments',
  organisation: 'organisations',
  arrangement: 'arrangements',
  source: 'sources',
} as const;
