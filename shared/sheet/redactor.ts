import { Disclosure } from '../attribution/disclosure.ts';
import {
  type Leak,
  type LeakChoices,
  type LeakPlace,
  type LeakSource,
  leaksOfText,
  settledText,
} from '../attribution/leak.ts';
import type { Attribution } from '../model/attribution.ts';
import type { LocalText } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import type { WorkspaceState } from '../model/tables.ts';

/** Words of a dialogue as an assessor elsewhere may read them. */
export interface RedactedWords {
  readonly text: string;
  readonly attribution: Exclude<Attribution, { readonly policy: 'off-record' }>;
  readonly narration: boolean;
  /** Title of the dialogue; null = not to be told. */
  readonly title: string | null;
}

/**
 * Redacts texts of a workspace for somebody outside, and gathers the names that are left in them though a policy does
 * not let them be told. Both forms in which ratings are asked for elsewhere are written with it.
 */
export class Redactor {
  readonly disclosure: Disclosure;
  readonly #state: WorkspaceState;
  readonly #choices: LeakChoices;
  readonly #leaks = new Map<string, Leak>();

  /** @param placeholder what replaces a name; `language`: in which people are named */
  constructor(state: WorkspaceState, placeholder: string, language: string, choices: LeakChoices = {}) {
    this.#state = state;
    this.disclosure = new Disclosure(state, placeholder, language);
    this.#choices = choices;
  }

  /** Names that are left; the same place and words once, however often they were told. */
  get leaks(): readonly Leak[] {
    return [...this.#leaks.values()];
  }

  /** A text of the office's own, which is about no dialogue in particular. Left out = empty. */
  text(text: string, id: string, place: LeakPlace, part = ''): string {
    return this.#settled(text, this.disclosure.namesAnywhere(text), { id, place, part, source: null }) ?? '';
  }

  /** As `text`, in every language. */
  local(text: LocalText, id: string, place: LeakPlace, part = ''): LocalText {
    return Object.fromEntries(
      Object.entries(text).map(([language, words]) => [
        language,
        this.text(words, `${id}.${language}`, place, part),
      ]),
    );
  }

  /** The words of a passage; null = they may not be told, or were left out. */
  words(passageId: IdOf<'passages'>, part: string): RedactedWords | null {
    const spoken = this.disclosure.words(passageId);
    const passage = this.disclosure.passage(passageId);
    if (spoken === 'off-record' || !passage) return null;
    const { dialogueId, turnId } = passage;
    const text = this.#settled(spoken.text, this.disclosure.names(spoken.text, dialogueId, [passageId]), {
      id: `quote.${passageId}`,
      place: 'quote',
      part,
      source: { kind: 'passage', dialogueId, turnId, passageId },
    });
    if (text === null) return null;
    const { attribution, narration } = spoken;
    return { text, attribution, narration, title: this.title(dialogueId) };
  }

  /** A dialogue's title; null = off the record, or left out. */
  title(dialogueId: IdOf<'dialogues'>): string | null {
    const title = this.disclosure.title(dialogueId);
    if (title === null) return null;
    return this.#settled(title, this.disclosure.names(title, dialogueId), {
      id: `dialogue.${dialogueId}`,
      place: 'title',
      part: '',
      source: { kind: 'dialogue', dialogueId },
    });
  }

  /** The day of a dialogue that may be told of; empty = not known. */
  date(dialogueId: IdOf<'dialogues'>): string {
    return this.#state.dialogues.find(({ id }) => id === dialogueId)?.date ?? '';
  }

  #settled(
    text: string,
    names: ReturnType<Disclosure['names']>,
    where: { id: string; place: LeakPlace; part: string; source: LeakSource | null },
  ): string | null {
    const leaks = leaksOfText(text, names, where);
    for (const leak of leaks) this.#leaks.set(leak.id, leak);
    return settledText(text, names, leaks, this.#choices, this.disclosure.placeholder);
  }
}
