/** What a person may ask of the desk that is shown, from the menu, the palette or by a key. */
export type FindAct = 'open' | 'next' | 'previous';

let desk: ((act: FindAct) => void) | null = null;

/** Called by the desk that is shown; @returns a function that ends it */
export function provideFinder(act: (act: FindAct) => void): () => void {
  desk = act;
  return () => {
    if (desk === act) desk = null;
  };
}

/** Whether a dialogue is being read: by the address, which the menu knows before the text is there. */
export function canFind(): boolean {
  return /^#\/dialogues\/[0-9a-f-]{36}$/.test(window.location.hash);
}

export function find(act: FindAct): void {
  desk?.(act);
}
