/** English paragraphs that tell what somebody said or did. */
import { type Callings, LONGEST_NAME, type NameAt, type Told, type WhoIsTold } from './callings.ts';
import { labelKey } from './labels.ts';
import { isRole } from './roles.ts';
import { hasJapanese } from './scripts.ts';
import { HONOUR } from './words.ts';

/** Who speaks for themselves, or to somebody. */
const OWN_VOICE =
  /\b(?:I|me|[Mm]y|mine|myself|[Ww]e|us|[Oo]ur|ours|ourselves|[Yy]ou|[Yy]our|yours|yourself|[Ll]et['’]s|[Tt]hanks?|[Pp]lease|today|tomorrow|[Yy]es|OK|[Oo]kay|[Ss]orry)\b/u;
/** `Briefly,`, `In reply to this,`: what may stand before the one who acts. */
const LEAD = /^(?:[^,.;:!?]{1,60}, )?/u;
/** `(Harbour Trust)`, `, of Harbour Trust,`: what may stand behind the name. */
const APPOSITION = /^(?: \([^()]{1,60}\)|, [^,.;:!?]{1,60},(?= ))?/u;
/** `and two guests`: who acts besides, and the verb among what follows. */
const WITH_OTHERS = /^ and(?: [\p{L}\p{N}.'’-]+){2,7}/u;
/** `then`, `once again`, `, in reply,`: words before the verb. */
const BEFORE_VERB = /^,? (\p{Ll}+),?(?= )/u;
const MOST_BEFORE_VERB = 4;
/** Words behind which nobody acts any more, or somebody else does. */
const OTHERS_ACT = /^(?:who|whom|whose|which|that|and|or|of|about|as|than|if|whether|because|when|while)$/u;
const VERB = /^ ((?:had|was|were) )?(\p{Ll}+)(?![\p{L}'’])/u;
/** Past forms that do not end in -ed: a closed class, less those that nobody does in a meeting. */
const IRREGULAR = new Set(
  (
    'ate began bent bet bit blew bore bought bound broke brought built came cast caught chose clung cut dealt did drank drew drove ' +
    'dug fed fell felt fled flew forbade forgave forgot fought found froze gave got grew heard held hid hit hung kept knelt knew laid ' +
    'led left lent let lit lost made meant met paid pled put quit ran rang read rode rose said sang sat saw sent set shook shot ' +
    'showed shut slept sold sought spelt spent split spoke spread sprang stood stole strove struck stuck sung swept swore swung ' +
    'taught thought threw told took tore understood went wept withdrew woke won wore wound wove wrote became'
  ).split(' '),
);
/** `overrode`, `undertook`, `resold`. */
const PREFIX = /^(?:over|under|with|out|fore|up|mis|re)(?=\p{Ll}{3})/u;
/** Their forms behind `was` and `had`, where those are others. */
const PARTICIPLES = new Set(
  'given taken shown known spoken written drawn begun gone come seen chosen'.split(' '),
);
const NOT_PAST = /^(?:need|indeed|feed|proceed|exceed|succeed|speed|seed|breed|bleed|weed|deed|heed)$/u;
/** What a verb of speech takes: what was said, or about what. */
const CONTENT =
  /^ (?:(?:the|all|those|both|his|her|their|its|him|them|everyone|everybody|\p{Lu}\p{L}+) (?:\p{L}+ ){0,2})?(?:whether|if|that|how|why|what|when|where|which|who|about|on|for|to|against|with)\b/u;
/** Verbs of speech that need no such thing. */
const SPEAKS = new Set(
  (
    'said told spoke asked answered replied responded added agreed disagreed concurred objected explained noted remarked ' +
    'commented observed raised stressed emphasised emphasized underlined pointed suggested proposed recommended thanked ' +
    'welcomed introduced presented described outlined reported summarised summarized concluded urged requested clarified ' +
    'confirmed warned cautioned expressed shared mentioned referred reiterated acknowledged recalled stated inquired enquired ' +
    'questioned wondered argued called invited closed opened drew seconded moved echoed'
  ).split(' '),
);
/** Where one sentence ends and the next begins; not behind a courtesy. */
const NEXT_SENTENCE = /(?<=[.!?])(?<!\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Hon|Amb|St|No|\p{Lu})\.) +(?=\p{Lu})/u;
/** Verbs that are no past, also short. */
const PRESENT =
  /^(?:is|are|am|has|have|do|does|will|would|can|could|shall|should|may|might|must|cannot|let|need|needs|\p{L}+(?:['’](?:s|re|ve|ll|d)|n['’]t))$/iu;
/** `A question was put by`, `There were comments from`: a name behind it acts. */
const BY = /^[^,.;:!?]{0,60}\b(?:was|were)\b[^.;:!?]{0,120}?\b(?:by|from) /u;

/** Of whom an English paragraph tells; null where it may be somebody's own words. */
export function toldInEnglish(text: string, callings: Callings): Told | null {
  if (!/[.)]$/u.test(text) || /[?!:;]/u.test(text) || OWN_VOICE.test(text)) return null;
  // A name may have a stop of its own: sentences are cut behind it.
  const first = actingIn(text, callings);
  if (!first) return null;
  const [, ...others] = `x${first.rest}`.split(NEXT_SENTENCE);
  if (!others.every((sentence) => goesOnTelling(sentence))) return null;
  return { name: first.name, isKnown: first.isKnown && first.isTelling, register: null };
}

/** Who acts in a sentence, and what follows the verb. */
interface Acting extends WhoIsTold {
  readonly rest: string;
  /** `Hope lost`, `Banks lent`: a bare name is somebody's where the verb is one of speech, and else may be a word. */
  readonly isTelling: boolean;
}

/** Who acts in the first sentence of a text. */
function actingIn(text: string, callings: Callings): Acting | null {
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  for (const from of lead === 0 ? [0] : [0, lead]) {
    for (const { name, isKnown, to, isPresented } of namesAt(text, from, callings)) {
      const behind = behindVerb(text.slice(to));
      if (behind) return { name, isKnown, rest: behind.rest, isTelling: isPresented || behind.isSpeech };
    }
  }
  const by = BY.exec(text)?.[0].length;
  if (by === undefined) return null;
  const [named] = namesAt(text, by, callings);
  return named ? { ...named, rest: text.slice(named.to), isTelling: true } : null;
}

/** A verb in the past that stands behind a name, and what follows it. */
interface Behind {
  readonly rest: string;
  readonly isSpeech: boolean;
}

/** The verb behind a name, or behind a name and others. */
function behindVerb(behind: string): Behind | null {
  const others = WITH_OTHERS.exec(behind)?.[0] ?? '';
  const words = others.split(/(?= )/u);
  for (let count = 0; count < words.length; count += count === 0 ? 2 : 1) {
    const found = rightBehindVerb(behind.slice(words.slice(0, count).join('').length));
    if (found) return found;
  }
  return null;
}

function rightBehindVerb(behind: string): Behind | null {
  let text = behind.slice(APPOSITION.exec(behind)?.[0].length ?? 0);
  for (let skipped = 0; skipped <= MOST_BEFORE_VERB; skipped++) {
    const [whole = '', auxiliary, verb = ''] = VERB.exec(text) ?? [];
    if (isPast(verb) || (auxiliary && PARTICIPLES.has(verb))) {
      const rest = text.slice(whole.length);
      return { rest, isSpeech: SPEAKS.has(verb) || CONTENT.test(rest) };
    }
    const [before = '', word = ''] = BEFORE_VERB.exec(text) ?? [];
    if (before === '' || OTHERS_ACT.test(word) || PRESENT.test(word)) return null;
    text = text.slice(before.length);
  }
  return null;
}

function isPast(word: string): boolean {
  return (
    IRREGULAR.has(word) ||
    IRREGULAR.has(word.replace(PREFIX, '')) ||
    (/\p{Ll}ed$/u.test(word) && !NOT_PAST.test(word))
  );
}

/** Whether the first verb that has a tense is in the past: `It was noted that …`, and no `That is so.` */
function goesOnTelling(sentence: string): boolean {
  for (const [word] of sentence.matchAll(/\p{L}+(?:['’]\p{L}+)?/gu)) {
    if (/^(?:was|were|had|did)$/u.test(word) || isPast(word)) return true;
    if (PRESENT.test(word)) return false;
  }
  return false;
}

/** A name where one stands. */
interface EnglishName extends NameAt {
  /** By more than a word that may be something else. */
  readonly isPresented: boolean;
}

/** `Mr Okafor`, `Dr. van Dijk`: somebody, whether or not the text names them elsewhere. */
const COURTEOUS =
  /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Rev|Hon|Amb|Sir|Dame|Lord|Lady|H\.E)\.? (?:(?:van|von|der|de|den|del|della|la|le|di|da|dos|bin|al|St\.) )*\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+)?(?![\p{L}\p{M}])/u;
const THE_ROLE = /^[Tt]he (\p{L}+)(?![\p{L}'’-])/u;

/** The names that stand at a place: of people of the text, the longest first, then anybody's. */
function* namesAt(text: string, at: number, { names, beginnings }: Callings): Generator<EnglishName> {
  const the = /^[Tt]he (?=\S)/u.exec(text.slice(at))?.[0].length ?? 0;
  for (const from of startsOfName(text, at, the)) {
    const head = text.slice(from, from + LONGEST_NAME);
    for (let to = head.length; to > 0; to--) {
      if (/^[\p{L}\p{M}\p{N}]/u.test(head.slice(to)) || !/[\p{L}\p{N}.]$/u.test(head.slice(0, to))) continue;
      const name = head.slice(0, to);
      // A name in another script is no word of the sentence; nor is a role with an article.
      const isOther = hasJapanese(name);
      if (!names.has(labelKey(name)) && !(isOther && beginnings.has(name))) continue;
      const isPresented = from > at + the || / /u.test(name) || isOther || (from > at && isRole(name));
      yield { name, isKnown: true, to: from + to, isPresented };
    }
  }
  const tail = text.slice(at, at + LONGEST_NAME);
  const [, role = ''] = THE_ROLE.exec(tail) ?? [];
  const whole = isRole(role) ? `The ${role}` : (COURTEOUS.exec(tail)?.[0] ?? '');
  if (whole !== '') yield { name: whole, isKnown: false, to: at + whole.length, isPresented: true };
}

/** Where a name may begin: behind an article and what is due to it, or before either. */
function startsOfName(text: string, at: number, the: number): number[] {
  const starts = [at];
  let from = at + the;
  if (the > 0) starts.push(from);
  for (let round = 0; round < 3; round++) {
    const honour = HONOUR.exec(text.slice(from, from + LONGEST_NAME))?.[0].length;
    if (honour === undefined) break;
    from += honour;
    starts.push(from);
  }
  return starts;
}
