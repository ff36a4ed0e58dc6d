import { groupBy } from '../../assessment/group.ts';
import { type Attribution, attributionOf, policyFor } from '../../model/attribution.ts';
import type { Id } from '../../model/basics.ts';
import {
  ATTRIBUTION_POLICIES,
  type AttributionPolicy,
  type Dialogue,
  type Participant,
} from '../../model/dialogue.ts';
import type { WorkspaceState } from '../../model/tables.ts';
import type { Passage, Turn } from '../../model/turn.ts';

/** Words of a dialogue as they may leave the office. */
export interface SpokenWords {
  readonly passageId: Id;
  readonly text: string;
  readonly attribution: Exclude<Attribution, { readonly policy: 'off-record' }>;
  /** Nobody said it: text of the record that no speaker is named for. */
  readonly narration: boolean;
  readonly external: boolean;
  /** The record was corrected since: these are the words as they were marked. */
  readonly corrected: boolean;
}

type Tables = Pick<
  WorkspaceState,
  'workspace' | 'dialogues' | 'participants' | 'persons' | 'turns' | 'passages'
>;

/** Why a passage is not told: held off the record, or its dialogue is not known and could be anything. */
export type Withheld = 'off-record';

/**
 * What may be told of a workspace's dialogues, and to whom it may be attributed (UNGP 21). Every text that a report
 * prints about a dialogue passes through here: quotes by `words`, all else by `text`.
 */
export class Discretion {
  readonly #dialogues: ReadonlyMap<Id, Dialogue>;
  readonly #participants: ReadonlyMap<Id, Participant>;
  readonly #turns: ReadonlyMap<Id, Turn>;
  readonly #passages: ReadonlyMap<Id, Passage>;
  readonly #byDialogue: ReadonlyMap<Id, readonly Participant[]>;
  readonly #names: NameList;
  readonly #placeholder: string;
  readonly #patterns = new Map<string, RegExp | null>();
  #withheldNames = 0;

  /** @param placeholder what stands where a name was, e.g. `[name withheld]` */
  constructor(state: Tables, placeholder: string) {
    this.#dialogues = new Map(state.dialogues.map((one) => [one.id, one]));
    this.#participants = new Map(state.participants.map((one) => [one.id, one]));
    this.#turns = new Map(state.turns.map((one) => [one.id, one]));
    this.#passages = new Map(state.passages.map((one) => [one.id, one]));
    this.#byDialogue = groupBy(state.participants, (one) => one.dialogueId);
    this.#names = nameList(state);
    this.#placeholder = placeholder;
  }

  /** Names that were taken out of texts so far. */
  get withheldNames(): number {
    return this.#withheldNames;
  }

  policyOf(passageId: Id): AttributionPolicy {
    const passage = this.#passages.get(passageId);
    const dialogue = passage && this.#dialogues.get(passage.dialogueId);
    return passage && dialogue ? policyFor(dialogue, passage) : 'off-record';
  }

  /** A passage's words and who may be named for them; `off-record` = neither may be told. */
  words(passageId: Id): SpokenWords | Withheld {
    const passage = this.#passages.get(passageId);
    const dialogue = passage && this.#dialogues.get(passage.dialogueId);
    if (!passage || !dialogue) return 'off-record';
    const turn = this.#turns.get(passage.turnId);
    const participant = this.speakerOf(passage);
    const attribution = attributionOf(dialogue, participant, passage);
    if (attribution.policy === 'off-record') return 'off-record';
    return {
      passageId,
      text: this.text(passage.quote, dialogue.id, [passageId]),
      attribution,
      narration: turn?.kind === 'narration',
      external: participant?.external ?? false,
      corrected: passage.state !== 'anchored',
    };
  }

  /** Who spoke, for counting alone: what is printed comes from `words`. */
  speakerOf(passage: Passage): Participant | null {
    const turn = this.#turns.get(passage.turnId);
    if (!turn || turn.dialogueId !== passage.dialogueId || turn.participantId === null) return null;
    const participant = this.#participants.get(turn.participantId);
    return participant && participant.dialogueId === passage.dialogueId ? participant : null;
  }

  passage(passageId: Id): Passage | undefined {
    return this.#passages.get(passageId);
  }

  /**
   * A text about a dialogue with the names taken out that its policy does not let be told; of the passages it is
   * about, those of their speakers too where the passage is held more closely.
   */
  text(text: string, dialogueId: Id, passageIds: readonly Id[] = []): string {
    if (text === '') return text;
    const dialogue = this.#dialogues.get(dialogueId);
    if (!dialogue) return text;
    const stricter = passageIds.flatMap((id) => {
      const passage = this.#passages.get(id);
      const speaker = passage && this.speakerOf(passage);
      const policy = this.policyOf(id);
      return speaker && isStricter(policy, dialogue.attribution) ? [`${speaker.id} ${policy}`] : [];
    });
    const key = [dialogueId, ...new Set(stricter)].sort().join(' ');
    let pattern = this.#patterns.get(key);
    if (pattern === undefined) {
      pattern = this.#patternFor(dialogue, stricter);
      this.#patterns.set(key, pattern);
    }
    if (!pattern) return text;
    return text.replaceAll(pattern, () => {
      this.#withheldNames++;
      return this.#placeholder;
    });
  }

  /** A text that is about no dialogue in particular: without the names that any dialogue's policy holds back. */
  anywhere(text: string): string {
    let result = text;
    for (const { id, attribution } of this.#dialogues.values()) {
      if (attribution !== 'named') result = this.text(result, id);
    }
    return result;
  }

  #patternFor(dialogue: Dialogue, stricter: readonly string[]): RegExp | null {
    const withheld = (this.#byDialogue.get(dialogue.id) ?? []).flatMap((one) =>
      namesToWithhold(one, dialogue.attribution, this.#names),
    );
    for (const entry of stricter) {
      const [id = '', policy] = entry.split(' ');
      const participant = this.#participants.get(id);
      if (participant)
        withheld.push(...namesToWithhold(participant, policy as AttributionPolicy, this.#names));
    }
    return patternOf(withheld);
  }
}

function isStricter(policy: AttributionPolicy, than: AttributionPolicy): boolean {
  return ATTRIBUTION_POLICIES.indexOf(policy) > ATTRIBUTION_POLICIES.indexOf(than);
}

interface NameList {
  /** Other names of the persons behind participants. */
  readonly ofPerson: ReadonlyMap<Id, readonly string[]>;
  readonly organisationsOfPerson: ReadonlyMap<Id, readonly string[]>;
  /** Names of the company itself: never withheld. */
  readonly own: ReadonlySet<string>;
}

function nameList(state: Pick<WorkspaceState, 'persons' | 'workspace'>): NameList {
  return {
    ofPerson: new Map(state.persons.map((one) => [one.id, [...Object.values(one.name), ...one.aliases]])),
    organisationsOfPerson: new Map(state.persons.map((one) => [one.id, Object.values(one.organisation)])),
    own: new Set(state.workspace.flatMap((one) => [...Object.values(one.company), ...one.companyAliases])),
  };
}

/** Spellings that would tell who a participant is, under a policy. */
function namesToWithhold(participant: Participant, policy: AttributionPolicy, names: NameList): string[] {
  if (policy === 'named') return [];
  const person = participant.personId;
  const full = [participant.name, ...(person ? (names.ofPerson.get(person) ?? []) : [])];
  const result = [...full, participant.label, ...full.flatMap(partsOfName)];
  if (policy !== 'affiliation' && participant.external) {
    result.push(participant.organisation);
    if (person) result.push(...(names.organisationsOfPerson.get(person) ?? []));
  }
  return result.map((name) => name.trim()).filter((name) => !names.own.has(name));
}

/** Parts of a name that people use alone. Short Latin parts are left: "Ann" may, "Li" would hit too much. */
function partsOfName(name: string): string[] {
  const parts = name.split(/[\s·・]+/u).filter(Boolean);
  if (parts.length < 2) return [];
  const joined = parts.join('');
  return [...parts.filter((part) => (isEastAsian(part) ? true : part.length >= 3)), joined];
}

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const HONORIFIC = '(?=\\s?(?:さん|氏|様|先生|委員|弁護士|教授|部長|課長))';

function isEastAsian(text: string): boolean {
  return EAST_ASIAN.test(text);
}

function patternOf(names: readonly string[]): RegExp | null {
  const alternatives = [...new Set(names)]
    .filter((name) => name.length >= (isEastAsian(name) ? 1 : 2))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((name) => {
      const escaped = escapePattern(name);
      // One character of Japanese (森) is a word of its own as often as a name: only where somebody is addressed.
      if (isEastAsian(name)) return name.length === 1 ? `${escaped}${HONORIFIC}` : escaped;
      return `(?<![\\p{L}\\p{N}])(?:${escaped}|${escapePattern(name.toUpperCase())})(?![\\p{L}\\p{N}])`;
    });
  return alternatives.length === 0 ? null : new RegExp(alternatives.join('|'), 'gu');
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(/\s+/g, '\\s+');
}
