/** What a person may ask of the desk that is shown from the menu or the palette. */
export type DeskAct = 'find' | 'find-next' | 'find-previous' | 'commitment';

const provided = new Map<DeskAct, () => void>();

/** Called by the desk that is shown; @returns a function that ends it */
export function provideActs(acts: Partial<Record<DeskAct, () => void>>): () => void {
  const entries = Object.entries(acts) as [DeskAct, () => void][];
  for (const [name, run] of entries) provided.set(name, run);
  return () => {
    for (const [name, run] of entries) if (provided.get(name) === run) provided.delete(name);
  };
}

/** Whether a dialogue is being read: by the address, which the menu knows before the text is there. */
export function isDeskShown(): boolean {
  return /^#\/dialogues\/[0-9a-f-]{36}$/.test(window.location.hash);
}

export function act(name: DeskAct): void {
  provided.get(name)?.();
}
