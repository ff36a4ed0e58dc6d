import type { TurnRange } from '../anchor/text-range.ts';
import { groupBy } from '../group.ts';
import { type Attribution, attributionOf, policyFor, strictest } from '../model/attribution.ts';
import type { Id } from '../model/basics.ts';
import { called } from '../model/called.ts';
import type { AttributionPolicy, Dialogue, Participant } from '../model/dialogue.ts';
import type { IdOf } from '../model/id.ts';
import type { Person } from '../model/person.ts';
import type { Rows } from '../model/tables.ts';
import type { Passage, Turn } from '../model/turn.ts';
import { NameFinder, type NameFound } from './find-names.ts';
import { formsToWithhold, type NameBook, nameBook } from './name-forms.ts';

/** Words of a dialogue as they may leave the office. */
export interface SpokenWords {
  readonly text: string;
  readonly attribution: Exclude<Attribution, { readonly policy: 'off-record' }>;
  /** Nobody said it: text of the record that no speaker is named for. */
  readonly narration: boolean;
  readonly external: boolean;
  /** The record was corrected since: these are the words as they were marked. */
  readonly corrected: boolean;
}

/** The rows that tell who may be named for what. */
export type DisclosureTables = {
  readonly [T in 'workspace' | 'dialogues' | 'participants' | 'persons' | 'passages']: readonly Rows[T][];
} & { readonly turns: readonly Pick<Turn, 'id' | 'dialogueId' | 'kind' | 'participantId'>[] };

/** Why a passage is not disclosed: held off the record, or its dialogue is not known and could be anything. */
export type Withheld = 'off-record';

/** A text with names taken out, and where what stood in it went. */
export interface RedactedText {
  readonly text: string;
  /** The place in `text` of a place in the text before; inside a name that was taken out, the placeholder's start. */
  readonly placeOf: (at: number) => number;
}

/**
 * What may be told of a workspace's dialogues, and to whom it may be attributed (UNGP 21). The ONE way by which words
 * leave the office, whatever carries them (Word, clipboard, picture, command line): quotes by `words` and `wordsAt`,
 * all else about a dialogue by `text`, and what is about none in particular by `anywhere`.
 *
 * Names that are names for certain are replaced here and now. What may be a name or an ordinary word ("May", "Chair",
 * 森) is left in, and reported by `names`: it is for a person to say.
 */
export class Disclosure {
  readonly #dialogues: ReadonlyMap<Id, Dialogue>;
  readonly #participants: ReadonlyMap<Id, Participant>;
  readonly #turns: ReadonlyMap<Id, DisclosureTables['turns'][number]>;
  readonly #passages: ReadonlyMap<Id, Passage>;
  readonly #byTurn: ReadonlyMap<Id, readonly Passage[]>;
  /** Passages with a policy of their own, by turn, but for those whose old words a person let stand. */
  readonly #ownPolicies: ReadonlyMap<Id, readonly Passage[]>;
  readonly #byDialogue: ReadonlyMap<Id, readonly Participant[]>;
  readonly #persons: ReadonlyMap<Id, Person>;
  readonly #book: NameBook;
  readonly #placeholder: string;
  readonly #language: string;
  readonly #finders = new Map<string, NameFinder>();
  #withheldNames = 0;

  /**
   * @param placeholder what replaces a name, e.g. `[name withheld]`
   * @param language in which people are named
   */
  constructor(state: DisclosureTables, placeholder: string, language: string) {
    this.#dialogues = new Map(state.dialogues.map((one) => [one.id, one]));
    this.#participants = new Map(state.participants.map((one) => [one.id, one]));
    this.#turns = new Map(state.turns.map((one) => [one.id, one]));
    this.#passages = new Map(state.passages.map((one) => [one.id, one]));
    this.#byTurn = groupBy(state.passages, (one) => one.turnId);
    this.#ownPolicies = groupBy(
      state.passages.filter((one) => one.state !== 'kept' && one.attribution !== null),
      (one) => one.turnId,
    );
    this.#byDialogue = groupBy(state.participants, (one) => one.dialogueId);
    this.#persons = new Map(state.persons.map((one) => [one.id, one]));
    this.#book = nameBook(state);
    this.#placeholder = placeholder;
    this.#language = language;
  }

  /** Names that were taken out of texts so far. */
  get withheldNames(): number {
    return this.#withheldNames;
  }

  get placeholder(): string {
    return this.#placeholder;
  }

  /** The dialogue in which a passage stands; undefined = there is no such passage. */
  dialogueOf(passageId: IdOf<'passages'> | null): IdOf<'dialogues'> | undefined {
    return passageId === null ? undefined : this.#passages.get(passageId)?.dialogueId;
  }

  /** The policy for a passage's words: the strictest of its own and of those that share words with it. */
  policyOf(passageId: IdOf<'passages'>): AttributionPolicy {
    const passage = this.#passages.get(passageId);
    if (!passage) return 'off-record';
    return passage.state === 'anchored' ? this.policyAt(passage) : this.#own(passage);
  }

  /** The policy for any words of a turn. */
  policyAt({ turnId, start, end }: TurnRange): AttributionPolicy {
    const turn = this.#turns.get(turnId);
    const dialogue = turn && this.#dialogues.get(turn.dialogueId);
    if (!dialogue) return 'off-record';
    // Where the words of an unsure one stand now nobody can say: until somebody has looked, it may be anywhere.
    const over = (this.#ownPolicies.get(turnId) ?? []).filter(
      (one) => one.state === 'unsure' || (one.start < end && one.end > start),
    );
    return strictest([dialogue.attribution, ...over.map((one) => policyFor(dialogue, one))]);
  }

  #own(passage: Passage): AttributionPolicy {
    const dialogue = this.#dialogues.get(passage.dialogueId);
    return dialogue ? policyFor(dialogue, passage) : 'off-record';
  }

  /** The policy for several passages together. */
  policyOfAll(passageIds: readonly IdOf<'passages'>[]): AttributionPolicy {
    return strictest(passageIds.map((id) => this.policyOf(id)));
  }

  /** A passage's words and who may be named for them; `off-record` = neither may be told. */
  words(passageId: IdOf<'passages'>): SpokenWords | Withheld {
    const passage = this.#passages.get(passageId);
    const dialogue = passage && this.#dialogues.get(passage.dialogueId);
    if (!passage || !dialogue) return 'off-record';
    return this.#spoken(passage.quote, dialogue, passage, this.policyOf(passageId), [passageId]);
  }

  /** Words of a turn that are no passage: a person's selection, a hit of a search. */
  wordsAt(range: TurnRange, words: string): SpokenWords | Withheld {
    const turn = this.#turns.get(range.turnId);
    const dialogue = turn && this.#dialogues.get(turn.dialogueId);
    if (!turn || !dialogue) return 'off-record';
    return this.#spoken(words, dialogue, null, this.policyAt(range), this.passagesAt(range), turn.id);
  }

  /** The passages that share words with a range. */
  passagesAt({ turnId, start, end }: TurnRange): Id[] {
    return (this.#byTurn.get(turnId) ?? [])
      .filter((one) => one.state === 'anchored' && one.start < end && one.end > start)
      .map(({ id }) => id);
  }

  #spoken(
    words: string,
    dialogue: Dialogue,
    passage: Passage | null,
    policy: AttributionPolicy,
    passageIds: readonly IdOf<'passages'>[],
    turnId = passage?.turnId ?? '',
  ): SpokenWords | Withheld {
    const speaker = this.#speaker(turnId, dialogue.id);
    const named = speaker && called(speaker, this.#persons.get(speaker.personId ?? ''), this.#language);
    const attribution = attributionOf(dialogue, named, { attribution: policy });
    if (attribution.policy === 'off-record') return 'off-record';
    return {
      text: this.text(words, dialogue.id, passageIds),
      attribution,
      narration: this.#turns.get(turnId)?.kind === 'narration',
      external: speaker?.external ?? false,
      corrected: passage !== null && passage.state !== 'anchored',
    };
  }

  /** Who spoke, for counting alone: what is printed comes from `words`. */
  speakerOf(passage: Pick<Passage, 'turnId' | 'dialogueId'>): Participant | null {
    return this.#speaker(passage.turnId, passage.dialogueId);
  }

  #speaker(turnId: IdOf<'turns'>, dialogueId: IdOf<'dialogues'>): Participant | null {
    const turn = this.#turns.get(turnId);
    if (!turn || turn.dialogueId !== dialogueId || turn.participantId === null) return null;
    const participant = this.#participants.get(turn.participantId);
    return participant && participant.dialogueId === dialogueId ? participant : null;
  }

  passage(passageId: IdOf<'passages'>): Passage | undefined {
    return this.#passages.get(passageId);
  }

  /**
   * A text about a dialogue with the names taken out that its policy does not let be told; of the passages it is
   * about, those of their speakers too where the passage is held more closely.
   */
  text(text: string, dialogueId: IdOf<'dialogues'>, passageIds: readonly IdOf<'passages'>[] = []): string {
    return this.redacted(text, dialogueId, passageIds).text;
  }

  /** A dialogue's title as it may be told; null = off the record, where only that it was held is told. */
  title(dialogueId: IdOf<'dialogues'>): string | null {
    const dialogue = this.#dialogues.get(dialogueId);
    if (!dialogue || dialogue.attribution === 'off-record') return null;
    return this.text(dialogue.title, dialogueId);
  }

  /** As `text`, for texts in which places are marked. */
  redacted(
    text: string,
    dialogueId: IdOf<'dialogues'>,
    passageIds: readonly IdOf<'passages'>[] = [],
  ): RedactedText {
    return this.#without(
      text,
      this.#find(text, dialogueId, passageIds).filter(({ sure }) => sure),
    );
  }

  /** What in a text about a dialogue is a name that may not be told, or may be one; `text` leaves only the latter. */
  names(
    text: string,
    dialogueId: IdOf<'dialogues'>,
    passageIds: readonly IdOf<'passages'>[] = [],
  ): NameFound[] {
    return this.#find(text, dialogueId, passageIds);
  }

  /** A text that is about no dialogue in particular: without the names that any dialogue's policy holds back. */
  anywhere(text: string): string {
    return this.redactedAnywhere(text).text;
  }

  /** As `anywhere`, for texts in which places are marked. */
  redactedAnywhere(text: string): RedactedText {
    const sure = this.namesAnywhere(text).filter((name) => name.sure);
    return this.#without(text, sure);
  }

  /** As `names`, for a text that is about no dialogue in particular. */
  namesAnywhere(text: string): NameFound[] {
    let finder = this.#finders.get('');
    if (!finder) {
      finder = new NameFinder(
        [...this.#dialogues.values()].flatMap(({ id, attribution }) =>
          (this.#byDialogue.get(id) ?? []).flatMap((one) => formsToWithhold(one, attribution, this.#book)),
        ),
      );
      this.#finders.set('', finder);
    }
    return finder.find(text);
  }

  /** Whether a person may be named wherever they took part: nobody is told to have been somewhere who may not be. */
  mayBeNamed(personId: IdOf<'persons'>): boolean {
    for (const participant of this.#participants.values())
      if (
        participant.personId === personId &&
        this.#dialogues.get(participant.dialogueId)?.attribution !== 'named'
      )
        return false;
    return true;
  }

  #find(text: string, dialogueId: IdOf<'dialogues'>, passageIds: readonly IdOf<'passages'>[]): NameFound[] {
    const dialogue = this.#dialogues.get(dialogueId);
    if (!dialogue || text === '') return [];
    const closer = new Map<string, { speaker: Participant; policy: AttributionPolicy }>();
    for (const id of passageIds) {
      const passage = this.#passages.get(id);
      const speaker = passage && this.speakerOf(passage);
      const policy = this.policyOf(id);
      if (speaker && strictest([policy, dialogue.attribution]) !== dialogue.attribution)
        closer.set(`${speaker.id} ${policy}`, { speaker, policy });
    }
    const key = [dialogueId, ...[...closer.keys()].sort()].join(' ');
    let finder = this.#finders.get(key);
    if (!finder) {
      finder = new NameFinder([
        ...(this.#byDialogue.get(dialogueId) ?? []).flatMap((one) =>
          formsToWithhold(one, dialogue.attribution, this.#book),
        ),
        ...[...closer.values()].flatMap(({ speaker, policy }) =>
          formsToWithhold(speaker, policy, this.#book),
        ),
      ]);
      this.#finders.set(key, finder);
    }
    return finder.find(text);
  }

  #without(text: string, names: readonly NameFound[]): RedactedText {
    this.#withheldNames += names.length;
    return replaceNames(text, names, this.#placeholder);
  }
}

/** A text with something in place of some names; these in the order of the text. */
export function replaceNames(
  text: string,
  names: readonly Pick<NameFound, 'start' | 'end'>[],
  placeholder: string,
): RedactedText {
  if (names.length === 0) return { text, placeOf: (at) => at };
  let redacted = '';
  let from = 0;
  const moves: { end: number; start: number; at: number; by: number }[] = [];
  for (const { start, end } of names) {
    redacted += text.slice(from, start);
    moves.push({ start, end, at: redacted.length, by: redacted.length + placeholder.length - end });
    redacted += placeholder;
    from = end;
  }
  return {
    text: redacted + text.slice(from),
    placeOf: (at) => {
      const move = moves.findLast(({ start }) => start < at);
      if (!move) return at;
      return at < move.end ? move.at : at + move.by;
    },
  };
}
