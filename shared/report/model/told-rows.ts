import { type Id, textIn } from '../../model/basics.ts';
import type { WorkspaceState } from '../../model/tables.ts';
import type { RestsOn } from '../../statement/rests-on.ts';
import { RowNaming, type RowWords } from '../../statement/words.ts';
import type { SourceId } from '../document.ts';
import { citedAsItself, citedBy } from './figure-sources.ts';
import type { YearWords } from './year-words.ts';

/** A row of the register as it may be printed. */
export interface ToldRow {
  readonly kind: string;
  readonly name: string;
  readonly asides: readonly string[];
  readonly source: SourceId | null;
}

type Tables = Pick<WorkspaceState, 'advice' | 'commitments' | 'entries' | 'dialogues' | 'figures'>;

/** Rows of the register in words that may leave the office. What rests on words off the record is left out, and counted. */
export class RowTelling {
  readonly naming: RowNaming;
  readonly #words: YearWords;
  readonly #advice: ReadonlyMap<Id, Tables['advice'][number]>;
  readonly #commitments: ReadonlyMap<Id, Tables['commitments'][number]>;
  readonly #entries: ReadonlyMap<Id, Tables['entries'][number]>;
  readonly #figures: ReadonlyMap<Id, Tables['figures'][number]>;
  readonly #offRecord = new Set<Id>();

  constructor(state: WorkspaceState, words: YearWords) {
    this.naming = new RowNaming(state, words.language);
    this.#words = words;
    this.#advice = new Map(state.advice.map((one) => [one.id, one]));
    this.#commitments = new Map(state.commitments.map((one) => [one.id, one]));
    this.#entries = new Map(state.entries.map((one) => [one.id, one]));
    this.#figures = new Map(state.figures.map((one) => [one.id, one]));
  }

  /** Rows that were left out so far because of what they rest on. */
  get offRecord(): number {
    return this.#offRecord.size;
  }

  /** @returns null where the row is gone, or must not be told */
  tell(ref: RestsOn): ToldRow | null {
    const said = this.naming.of(ref);
    if (!said) return null;
    const name = this.#name(ref, said.name);
    if (name === null) {
      this.#offRecord.add(ref.id);
      return null;
    }
    return {
      kind: said.kind,
      name,
      asides: this.#asides(ref, said).map((one) => this.#words.tell(one)),
      source: this.#source(ref),
    };
  }

  /** Null = it must not be told. */
  #name(ref: Pick<RestsOn, 'to'> & { readonly id: Id }, name: string): string | null {
    const { to, id } = ref;
    const { disclosure } = this.#words;
    switch (to) {
      case 'dialogue':
        return disclosure.title(id);
      case 'passage': {
        const words = disclosure.words(id);
        return words === 'off-record' ? null : words.text;
      }
      case 'advice':
        return this.#ofAdvice(id, name);
      case 'commitment': {
        const madeIn: { readonly to: string; readonly id: Id } | undefined =
          this.#commitments.get(id)?.madeIn;
        if (madeIn?.to === 'advice') return this.#ofAdvice(madeIn.id, name);
        return madeIn && disclosure.title(madeIn.id) !== null ? disclosure.text(name, madeIn.id) : null;
      }
      case 'entry':
        return this.#ofEntry(id, name);
      default:
        return this.#words.tell(name);
    }
  }

  #ofAdvice(adviceId: Id, text: string): string | null {
    const advice = this.#advice.get(adviceId);
    const { disclosure } = this.#words;
    if (!advice || disclosure.policyOfAll(advice.passageIds) === 'off-record') return null;
    return disclosure.text(text, advice.dialogueId, advice.passageIds);
  }

  #ofEntry(id: Id, text: string): string | null {
    const entry = this.#entries.get(id);
    const { disclosure } = this.#words;
    if (!entry) return null;
    if (entry.passageId !== null && disclosure.policyOf(entry.passageId) === 'off-record') return null;
    const isHidden = entry.refs.some(
      (ref) =>
        (ref.to === 'advice' || ref.to === 'commitment' || ref.to === 'dialogue') &&
        this.#name({ to: ref.to, id: ref.id }, text) === null,
    );
    return isHidden ? null : this.#words.tell(text);
  }

  /** A figure's number is told as withheld where it is too small to be told. */
  #asides({ to, id }: RestsOn, { asides }: RowWords): readonly string[] {
    const figure = to === 'figure' ? this.#figures.get(id) : undefined;
    return figure && this.#words.hidden.has(figure.id)
      ? [this.#words.value(figure), ...asides.slice(1)]
      : asides;
  }

  #source({ to, id }: Pick<RestsOn, 'to'> & { readonly id: Id }): SourceId | null {
    const entry = to === 'entry' ? this.#entries.get(id) : undefined;
    const figure = to === 'figure' ? this.#figures.get(id) : undefined;
    if (entry) return this.#words.sources.idOf(citedBy(entry));
    if (to === 'source') return this.#words.sources.idOf(citedAsItself({ id }));
    return figure ? this.#words.source(figure) : null;
  }
}

/** What is written in the language of a document; else what there is, and that it is in another one. */
export function writtenText(
  text: Readonly<Record<string, string>>,
  language: string,
): { readonly text: string; readonly isForeign: boolean } {
  const own = (text[language] ?? '').trim();
  return own === ''
    ? { text: textIn(text, language).trim(), isForeign: true }
    : { text: own, isForeign: false };
}
