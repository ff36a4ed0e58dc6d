import type { Translate } from '../i18n/index.ts';
import type { Block, Citation, Fact, PictureName, Section, SourceId, Span } from './document.ts';

/** What a section may use beside its model. */
export interface SectionContext {
  readonly t: Translate;
  /** Pictures that the caller brings along. */
  readonly pictures: ReadonlySet<PictureName>;
  /** Whether a section is in the report: what is not there is not referred to. */
  readonly has: (sectionId: string) => boolean;
  /** A shorter preset: what is in the full report's details is left to it. */
  readonly brief: boolean;
  /** The shortest one: no more than two pages. */
  readonly onePage: boolean;
}

/** One section of a report: a file each, and one line in the registry of its kind. Null = nothing to say. */
export type SectionWriter<Model> = (model: Model, context: SectionContext) => Section | null;

/** Sections that a person ticked or unticked, by id; the others are as they come. */
export type SectionChoice = Readonly<Record<string, boolean>>;

/** A source within a line. */
export function cited(cite: SourceId): Span {
  return { text: '', cite };
}

/** Sources of a caption or a quote. */
export function cites(...ids: readonly SourceId[]): Citation[] {
  return ids.map((cite) => ({ cite, text: '' }));
}

/** Facts that have a value. */
export function facts(entries: readonly (readonly [label: string, value: string])[]): Fact[] {
  return entries.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }));
}

/** A list in one line: `A, B, C` and `A、B、C`. */
export function listed(t: Translate, items: readonly string[]): string {
  return items.join(t('report.list.separator'));
}

/** Sentences one after the other, as the language sets them apart. */
export function sentences(t: Translate, items: readonly string[]): string {
  return joined(t, 'report.sentences', items);
}

/** A title's second line: what is known of its two parts. */
export function subtitle(t: Translate, parts: readonly string[]): string {
  return joined(t, 'report.subtitle', parts);
}

function joined(t: Translate, key: 'report.sentences' | 'report.subtitle', parts: readonly string[]): string {
  return parts.filter(Boolean).reduce((first, second) => (first ? t(key, { first, second }) : second), '');
}

/** Paragraphs of a text that a person wrote over several lines. */
export function paragraphs(text: string, manner?: 'lead' | 'small'): Block[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ kind: 'paragraph', text: line, ...(manner ? { manner } : {}) }));
}
