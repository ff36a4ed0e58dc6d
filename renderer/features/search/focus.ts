import { go, links } from '../../ui/links.ts';

let field: HTMLInputElement | null = null;

/** Called by the search view: where typing goes. */
export function setSearchField(element: HTMLInputElement | null): void {
  field = element;
}

/** Shows the search view, ready to type over what was asked last. */
export function focusSearch(): void {
  if (!field) {
    go(links.search());
    return;
  }
  field.focus();
  field.select();
}
