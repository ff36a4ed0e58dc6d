/**
 * Whether a paragraph tells what somebody said or did, in the words of the page: `Ms Ito asked whether …`,
 * `伊東氏から…との指摘があった。`. Told by its grammar: the name of somebody of the text as who acts, a verb in the past,
 * and nobody who speaks for themselves. What the verb means matters only where the name stands bare.
 */

import { part, pattern } from '../pattern.ts';
import { labelsOf } from './captions.ts';
import { labelKey } from './labels.ts';
import { isRole, splitLabel } from './roles.ts';
import { HAN, hasJapanese, KATAKANA, startsJapanese } from './scripts.ts';
import { HONOUR } from './words.ts';

/** What the people of a text are called, by `labelKey`. */
export interface Callings {
  readonly names: ReadonlySet<string>;
  /** How their Japanese names begin: surnames, where nothing parts them from what follows. */
  readonly beginnings: ReadonlySet<string>;
}

/** A paragraph that tells of somebody. */
export interface Told {
  /** By `labelKey`. */
  readonly name: string;
  /** The text names them elsewhere: not so somebody with a courtesy or a role, who may be anybody. */
  readonly isKnown: boolean;
  /** How a Japanese verb is put, 質問があった or 質問がありました; null in a language that has no such forms. */
  readonly register: 'plain' | 'polite' | null;
}

/** Longer paragraphs are read for themselves. UTF-16 units. */
const LONGEST = 600;
/** Names are hardly longer than this. */
const LONGEST_NAME = 40;

/** All forms that people with these labels or names may be called by; two people may share one. */
export function callingsOf(people: Iterable<string>): Callings {
  const names = new Set<string>();
  const beginnings = new Set<string>();
  for (const one of new Set(people)) {
    const { name, role } = splitLabel(one);
    const bare = name === '' ? role : name;
    // `高橋 絹、柚木大学`: a surname alone, whatever else the label says.
    const pieces = hasJapanese(bare) ? bare.split(/[ \u3000、,（(・]+/u).filter((piece) => piece !== '') : [];
    const words = bare.split(' ');
    const ends = words.map((_, at) => words.slice(at).join(' '));
    for (const form of [
      one,
      bare,
      ...labelsOf(bare),
      ...pieces.filter(({ length }) => length > 1),
      ...ends,
    ]) {
      const key = labelKey(form);
      if (/\p{L}/u.test(key)) names.add(key);
    }
    for (const piece of [bare, ...pieces])
      if (startsJapanese(piece))
        for (let to = 1; to <= Math.min(6, piece.length); to++) beginnings.add(piece.slice(0, to));
  }
  return { names, beginnings };
}

/** Of whom a paragraph tells; null where it may be somebody's own words. */
export function toldIn(text: string, callings: Callings): Told | null {
  if (text.length > LONGEST) return null;
  const bare = withoutQuotes(text);
  if (bare === null) return null;
  return /[\u3041-\u3096]/u.test(bare) ? toldInJapanese(bare, callings) : toldInEnglish(bare, callings);
}

/** Words quoted in passing are left out; null where somebody is quoted at length, or the quotation goes on below. */
function withoutQuotes(text: string): string | null {
  const bare = text.replaceAll(/“[^“”.!?]*”|"[^".!?]*"|「[^「」。！？]*」|『[^『』。！？]*』/gu, (quoted) =>
    hasJapanese(quoted) ? '□' : 'Q',
  );
  return /["“”「」『』]/u.test(bare) ? null : bare;
}

// English.

/** Who speaks for themselves, or to somebody. */
const OWN_VOICE =
  /\b(?:i|me|my|mine|myself|we|us|our|ours|ourselves|you|your|yours|yourself|let['’]s|thanks?|thank|please|today|tomorrow|yes|ok|okay|sorry)\b|\bi['’]/iu;
/** `Briefly,`, `In reply to this,`: what may stand before the one who acts. */
const LEAD = /^(?:[^,.;:!?]{1,60}, )?/u;
/** `(Harbour Trust)`, `, of Harbour Trust,`: what may stand behind the name. */
const APPOSITION = /^(?: \([^()]{1,60}\)|, [^,.;:!?]{1,60},(?= ))?/u;
const ADVERBS =
  /^(?:,? (?:then|also|next|again|further|furthermore|first|later|finally|lastly|once more|therefore|however|too|both|in (?:reply|turn|response|return|addition|conclusion|closing|particular)|\p{Ll}{2,}ly),?(?= )){0,3}/u;
const WORD = /^ ((?:had |was |were )?(\p{Ll}+))(?![\p{L}'’])/u;
/** Past forms that do not end in -ed: a closed class, those that speech has. */
const IRREGULAR = new Set(
  (
    'said told spoke put gave took made left drew went sought thought felt found began came saw held kept brought led met read ' +
    'wrote heard set let understood withdrew rose sat stood sent showed spelt cut laid dealt ran broke chose built got swore ' +
    'sang taught caught fought forgot forgave knew grew threw lost paid quoted thanked shook spent won wound hit shut cast ' +
    'underlined overruled interrupted undertook foresaw upheld withheld reread reset rang drove flew fell sold bought ' +
    'become became given taken shown known spoken written drawn sought begun'
  ).split(' '),
);
const NOT_PAST =
  /^(?:need|indeed|feed|proceed|exceed|succeed|speed|seed|breed|bleed|weed|deed|heed|embed|shed|wed|red|bed|led)$/u;
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
const NEXT_SENTENCE = /(?<=[.!?])(?<!\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Amb|St|No|\p{Lu})\.) +(?=\p{Lu})/u;
const PRONOUN = /^(?:He|She|They|Both|Others|All|Nobody|Several|Some|Everyone|It)(?= )/u;
/** `A question was put by`, `There were comments from`: a name behind it acts. */
const BY = /^[^,.;:!?]{0,60}\b(?:was|were)\b[^.;:!?]{0,120}?\b(?:by|from) /u;

function toldInEnglish(text: string, callings: Callings): Told | null {
  if (!/[.)]$/u.test(text) || /[?!:;]/u.test(text) || OWN_VOICE.test(text)) return null;
  // A name may have a stop of its own: sentences are cut behind it.
  const first = actingIn(text, callings);
  if (!first) return null;
  const [, ...others] = `x${first.rest}`.split(NEXT_SENTENCE);
  return others.every((sentence) => goesOnTelling(sentence, callings))
    ? { name: first.name, isKnown: first.isKnown, register: null }
    : null;
}

/** Who acts in a sentence, and what follows the verb. */
interface Acting extends Pick<Told, 'name' | 'isKnown'> {
  readonly rest: string;
}

/** Who acts in the first sentence of a text. */
function actingIn(text: string, callings: Callings): Acting | null {
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  for (const from of lead === 0 ? [0] : [0, lead]) {
    for (const { name, isKnown, to, isPresented } of namesAt(text, from, callings)) {
      const rest = behindVerb(text.slice(to), isPresented);
      if (rest !== null) return { name, isKnown, rest };
    }
  }
  const by = BY.exec(text)?.[0].length;
  if (by === undefined) return null;
  const [named] = namesAt(text, by, callings);
  return named ? { ...named, rest: text.slice(named.to) } : null;
}

/** What follows a verb in the past that stands behind a name; null where there is none. */
function behindVerb(behind: string, isPresented: boolean): string | null {
  let rest = behind;
  for (const skipped of [APPOSITION, ADVERBS]) rest = rest.slice(skipped.exec(rest)?.[0].length ?? 0);
  const found = WORD.exec(rest);
  const [whole = '', verb = '', last = ''] = found ?? [];
  if (
    whole === '' ||
    !isPast(last) ||
    (verb === last && /^(?:given|taken|shown|known|spoken|written|drawn|begun)$/u.test(last))
  )
    return null;
  const after = rest.slice(whole.length);
  return isPresented || SPEAKS.has(last) || CONTENT.test(after) ? after : null;
}

function isPast(word: string): boolean {
  return IRREGULAR.has(word) || (/\p{Ll}ed$/u.test(word) && !NOT_PAST.test(word));
}

function goesOnTelling(sentence: string, callings: Callings): boolean {
  const pronoun = PRONOUN.exec(sentence)?.[0].length;
  if (pronoun !== undefined) return behindVerb(sentence.slice(pronoun), true) !== null;
  return actingIn(sentence, callings) !== null;
}

/** A name where one stands. */
interface NameAt extends Pick<Told, 'name' | 'isKnown'> {
  readonly to: number;
  /** By more than a surname alone. */
  readonly isPresented: boolean;
}

/** `Mr Okafor`, `Dr. van Dijk`: somebody, whether or not the text names them elsewhere. */
const COURTEOUS =
  /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?)\.? (?:(?:van|von|der|de|den|del|della|la|le|di|da|dos|bin|al|St\.) )*\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+)?(?![\p{L}\p{M}])/u;
const THE_ROLE = /^[Tt]he (\p{L}+)(?![\p{L}'’-])/u;

/** The names that stand at a place: of people of the text, the longest first, then anybody's. */
function* namesAt(text: string, at: number, { names }: Callings): Generator<NameAt> {
  for (const from of startsOfName(text, at)) {
    const head = text.slice(from, from + LONGEST_NAME);
    for (let to = head.length; to > 0; to--) {
      if (/^[\p{L}\p{M}\p{N}]/u.test(head.slice(to)) || !/[\p{L}\p{N}.]$/u.test(head.slice(0, to))) continue;
      const name = labelKey(head.slice(0, to));
      if (names.has(name))
        yield { name, isKnown: true, to: from + to, isPresented: from > at || / /u.test(name) };
    }
  }
  const tail = text.slice(at, at + LONGEST_NAME);
  const [, role = ''] = THE_ROLE.exec(tail) ?? [];
  const whole = isRole(role) ? `The ${role}` : (COURTEOUS.exec(tail)?.[0] ?? '');
  if (whole !== '') yield { name: labelKey(whole), isKnown: false, to: at + whole.length, isPresented: true };
}

/** Where a name may begin: behind an article and what is due to it, or before either. */
function startsOfName(text: string, at: number): number[] {
  const starts = [at];
  const the = /^[Tt]he (?=\S)/u.exec(text.slice(at))?.[0].length ?? 0;
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

// Japanese.

/** Who speaks for themselves. */
const OWN_VOICE_JA = /私|わたし|わたくし|僕|俺|我々|われわれ|自分|皆さん|皆様|思う|思います|思っています/u;
/** Who addresses the one of whom it tells. */
const ADDRESSES_JA =
  /おっしゃ|いらっしゃ|くださ|下さ|いただ|頂|[ごお御](?:質問|指摘|意見|説明|発言|紹介|提案|要望|報告|回答|話|尋ね|答え)|いたし|申し|伺|です/u;
const COURTESY_JA = part`氏|さん|様|先生|君|殿|[${HAN}]{0,6}(?:委員|座長|議長|会長|部長|課長|室長|社長|局長|長|教授|弁護士|理事|代表|顧問|監事|構成員|参考人)`;
/** What marks a name as the one who acts: the courtesy, brackets, then a particle. */
const ACTS_JA = pattern(
  part`^(?<courtesy>${COURTESY_JA})?(?:ら|たち|ほか|[（(][^（）()]{1,40}[)）])?(?<particle>から|より|によ[りる]|に対し|が|は|も)(?:は|も|、)?`,
  'u',
);
const SPEECH_JA =
  /質問|意見|指摘|発言|説明|報告|要望|提案|回答|提言|助言|懸念|感想|質疑|述べ|言及|求め|語|尋ね|問|答え|話|紹介|挙げ|触れ|強調|賛同|賛成|確認|挨拶|応じ|質し|評価|見解|補足|要請|議論|示され|出され|寄せられ|あっ/u;

function toldInJapanese(text: string, callings: Callings): Told | null {
  if (!/[。．]$/u.test(text) || /[？?！!：]/u.test(text) || OWN_VOICE_JA.test(text)) return null;
  const sentences = text.split(/(?<=[。．])/u).map((sentence) => sentence.trim().slice(0, -1));
  const [first = ''] = sentences;
  const acting = actingInJapanese(first, callings);
  if (acting === null) return null;
  const ends = sentences.map(endOf);
  if (ends.includes(null)) return null;
  const register = ends.includes('polite') ? 'polite' : 'plain';
  // Who is polite to the reader and to the person is somebody who speaks.
  return register === 'polite' && ADDRESSES_JA.test(text) ? null : { ...acting, register };
}

/** How a sentence ends that tells of the past: plainly, politely, or in a noun of what was said; null where it does not. */
function endOf(sentence: string): 'plain' | 'polite' | null {
  if (/(?:まし|でし)た$/u.test(sentence)) return 'polite';
  return /(?:た|んだ|いだ|あり|なし|との[\p{Script=Han}]{2,6}|[\p{Script=Han}]{2})$/u.test(sentence)
    ? 'plain'
    : null;
}

/** `岡野氏`, `事務局`: somebody, whether or not the text names them elsewhere. */
const COURTEOUS_JA = pattern(
  part`^[${HAN}${KATAKANA}]{1,8}?(?=(?:氏|さん|様|先生|君|殿|委員|座長|議長)(?![${HAN}]))`,
  'u',
);
const ROLE_ALONE = pattern(part`^[${HAN}${KATAKANA}]{2,8}(?=から|より|が|は|も|によ)`, 'u');

/** Who acts in a sentence, at its beginning or behind a comma: `…について、伊東氏から…`. */
function actingInJapanese(sentence: string, callings: Callings): Pick<Told, 'name' | 'isKnown'> | null {
  const places = [0, ...[...sentence.matchAll(/、/gu)].map(({ index }) => index + 1)];
  for (const at of places) {
    const head = sentence.slice(at);
    for (const { name, isKnown, to, needsCourtesy } of japaneseNamesAt(head, callings)) {
      const { courtesy, particle = '' } = ACTS_JA.exec(head.slice(to))?.groups ?? {};
      if (particle === '') continue;
      if (courtesy === undefined && (needsCourtesy || !SPEECH_JA.test(head.slice(to)))) continue;
      // Far from the beginning a name is who acts only where it says so.
      if (at > 20 && !/^(?:から|より|によ)/u.test(particle)) continue;
      return { name, isKnown };
    }
  }
  return null;
}

/** The names that a text may begin with: of people of the text, the longest first, then anybody's. */
function* japaneseNamesAt(
  text: string,
  { names, beginnings }: Callings,
): Generator<Omit<NameAt, 'isPresented'> & { needsCourtesy: boolean }> {
  for (let to = Math.min(LONGEST_NAME, text.length); to > 0; to--) {
    const name = labelKey(text.slice(0, to));
    const isName = names.has(name);
    // A beginning of a name, or one of a single kanji, is nobody's without a courtesy.
    if (isName || beginnings.has(text.slice(0, to)))
      yield { name, isKnown: true, to, needsCourtesy: !isName || to < 2 };
  }
  const courteous = COURTEOUS_JA.exec(text)?.[0] ?? '';
  if (courteous !== '') yield { name: courteous, isKnown: false, to: courteous.length, needsCourtesy: true };
  const role = ROLE_ALONE.exec(text)?.[0] ?? '';
  if (isRole(role)) yield { name: role, isKnown: false, to: role.length, needsCourtesy: false };
}
