import { vi } from 'vitest';

class StandIn extends EventTarget {
  isContentEditable = false;
  type = 'text';
  closest(): null {
    return null;
  }
}

/** Puts as much of the DOM in place as the question "is the person typing?" needs. */
export function standInForDom(): void {
  for (const name of ['Element', 'HTMLElement']) vi.stubGlobal(name, StandIn);
  for (const name of ['HTMLInputElement', 'HTMLTextAreaElement', 'HTMLSelectElement'])
    vi.stubGlobal(name, class extends StandIn {});
}
