import type { Token } from './analysis/analyser.ts';

/** What is read of a token: what the index knows the word as, and how it was written. */
export type Word = Pick<Token, 'term' | 'surface'>;

const TAB = '\t';

/** A word as a segment keeps it: `term` where it was written so, else `term<TAB>surface`. */
export function formOf({ term, surface }: Word): string {
  return term === surface ? term : term + TAB + surface;
}

export function surfaceOf(form: string): string {
  return form.slice(form.indexOf(TAB) + 1);
}

export function termOf(form: string): string {
  const tab = form.indexOf(TAB);
  return tab < 0 ? form : form.slice(0, tab);
}

/** Whether a form is one of a term's. Those stand side by side where forms are sorted. */
export function isFormOf(form: string, term: string): boolean {
  return form === term || form.startsWith(term + TAB);
}
