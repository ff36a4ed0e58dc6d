/**
 * How much a label looks like somebody who speaks, by its own shape and words alone. Readers weigh it together with what
 * the whole text tells of a label (how often it stands, whether it is listed).
 */
import { isCountry } from './countries.ts';
import { isFieldWord } from './field-words.ts';
import { japaneseScore } from './likely-name-ja.ts';
import { ACRONYMS, ADJECTIVE, GIVEN_NOUNS, isNounAmongNames, isPlainNoun } from './nouns.ts';
import { isOwnSide, isSpeakerNumber, NUMBERED_ALONE } from './numbered.ts';
import { ORGANISATION, TITLE } from './organisations.ts';
import { remembered } from './remembered.ts';
import { endsInRole, isRole } from './roles.ts';
import { hasJapanese, withoutUnseen } from './scripts.ts';
import { HONOUR, isCommonNoun, isOpener, SUFFIX } from './words.ts';

/** No speaker's label is longer. */
const LONGEST = 90;

/**
 * From 0 to 1. About 0.9 and more: a whole name, a name with an honour or an honorific, a role, a numbered speaker.
 * About 0.5: one word that may be a surname, initials, a handle. About 0.3: an organisation, a meeting room, a device.
 * 0 and little more: field words, issues, countries, parts of sentences, common nouns.
 */
export const likelyName = remembered((label) => {
  const plain = withoutUnseen(label)
    .normalize('NFKC')
    .replaceAll(/\s+/gu, ' ')
    // ジャン＝リュック is written with either mark.
    .replaceAll(/(?<=[\u30a1-\u30fc])=(?=[\u30a1-\u30fc])/gu, '・')
    .trim();
  return scoreOf(plain.replace(/[:;]$/u, '').trim(), 0);
}, 5_000);

/** Whether a label is surely nobody: a field, an issue, a country, a part of a sentence. */
export function isNobody(label: string): boolean {
  return likelyName(label) < 0.15;
}

/**
 * Whether `Presenter: Ana Reyes (AR)` is a field, which says who that is, and no turn: a role or a field's word with
 * nothing but a name behind it.
 */
export function isFieldOfPerson(label: string, rest: string): boolean {
  const plain = rest.trim();
  if (plain === '' || '.。!?！？'.includes(plain.at(-1) ?? '') || plain.includes('\n')) return false;
  const role = isRole(label) || endsInRole(label) || isOwnSide(label) || isFieldWord(label.toLowerCase());
  return role && / |\u3000|[（(、,氏]/u.test(plain) && likelyName(plain) >= 0.7;
}

/** Marks that set a whole label off: `【早瀬】`, `[Moderator]`, `<SPEAKER_00>`, `◆森`, `— Ana Reyes`. */
const SET_OFF = /^[[【<〈《「(〔](.{1,80})[\]】>〉》」)〕]$/u;
const MARK = /^[•・●■◆▪‣○◎□◇▼▲△▽◯*#>–—―-]+ ?(?=\p{L})/u;

/** Capitals that are no initials. */
const NO_INITIALS =
  /^(?:TV|UN|EU|US|USA|UK|AI|ICT|FAQ|NB|PS|URL|KPI|CSR|SDG|ESG|NGO|NPO|ILO|CO|TEL|FAX|CEO|CFO|COO|HR|PR|TBD|OK|GRI|ISO|WTO|OECD|MOU|DD)$/;

function scoreOf(given: string, depth: number): number {
  let label = given.replace(MARK, '');
  const off = SET_OFF.exec(label)?.[1];
  if (off !== undefined) label = off.trim();
  if (label === '' || label.length > LONGEST || !/\p{L}/u.test(label)) return 0;
  // `Experts and company`: the top of a list.
  if (/ and |と|・/u.test(label) && label.split(/ and |と|・/u).every((piece) => GROUP_WORD.test(piece)))
    return 0.1;
  if (isOwnSide(label) || isRole(label)) return 0.92;
  if (isSpeakerNumber(label) && !isFieldWord(label.toLowerCase())) return 0.92;
  if (/^\p{Lu}{2,3}$/u.test(label)) return NO_INITIALS.test(label) ? 0.05 : 0.5;
  if (/^[\p{Ll}]{2,12}-\p{Ll}$/u.test(label)) return 0.4;
  // M_BANKS: a handle in capitals.
  if (/^\p{Lu}[\p{Lu}\p{N}]*[._][\p{Lu}\p{N}._]+$/u.test(label)) return scoreOf(label.toLowerCase(), depth);
  if (isNoWord(label)) return 0;
  if (isNumberedThing(label)) return 0.05;
  const brackets = /^([^()[\]]{1,70}?) ?[([]([^()[\]]{1,80})[)\]]$/u.exec(label);
  if (brackets) return withBrackets(brackets[1] ?? '', brackets[2] ?? '', depth);
  // Sentences are nobody. Hebrew abbreviates with a quotation mark: ד"ר.
  label = label.replaceAll(/(?<=\p{Script=Hebrew})["״](?=\p{Script=Hebrew})/gu, '');
  if (
    /[。!?…"“”「」『』<>\\=*{}~^`|]|https?:|www\./u.test(label) &&
    !/^[^|]{2,40} \| [^|]{2,60}$/u.test(label)
  )
    return 0;
  if (depth < 2) {
    const together = jointScore(label, depth);
    if (together !== null) return together;
    const tail = tailScore(label, depth);
    if (tail !== null) return tail;
  }
  if (/[,;、]/u.test(label)) return 0;
  if (isPlace(label)) return 0.3;
  if (hasJapanese(label)) return japaneseScore(label);
  if (isHandle(label)) return handleScore(label);
  if (
    /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{M}\p{P}\p{N}\p{S} ]+$/u.test(
      label,
    )
  )
    return casedScore(label);
  return uncasedScore(label);
}

/** What happens in a meeting, as brackets hold it. */
const HAPPENED =
  /^(?:大?拍手|一同笑い?|笑い?|苦笑|沈黙|[前中後以]略|下略|略|暫時?休憩|休憩|再開|資料映写|映像|音楽|写真|図|表|動画|うなずく|applause|laughter|laughs?|pause|music|silence|inaudible|crosstalk|video|break|photo|nods|sighs?|coughs?)$/iu;

/** What stands before the colon of a title. */
const TITLE_WORD =
  /^(?:interview|dialogues?|dialogs?|session|talk|panel|round ?table|part|day|chapter|section|workshop|conference|webinar|podcast|episode|インタビュー|対談|座談会|鼎談|対話|ダイアログ|セッション|特集|講演)(?: ?\d{1,3})?$/iu;

/** A field, a country, an opener of sentences, a file's or a page's name. */
function isNoWord(label: string): boolean {
  const key = label.toLowerCase().replace(/[.]$/u, '');
  const [first = ''] = label.split(' ');
  return (
    isFieldWord(key) ||
    TITLE_WORD.test(label) ||
    HAPPENED.test(label) ||
    isFieldWord(label.toLowerCase()) ||
    isCommonNoun(label) ||
    isCountry(label) ||
    /^\p{L}[\w.-]*\.(?:txt|docx?|pdf|xlsx?|pptx?|vtt|srt|html?|md|mp[34]|wav|m4a|com|org|net|jp)$/iu.test(
      label,
    ) ||
    (isOpener(first) &&
      !/^(?:Will|May)$/u.test(label) &&
      !HONOUR.test(label) &&
      !(
        AMONG_NAMES.test(first) &&
        /^\p{L}+(?: (?:\p{Lu}[\p{L}\p{M}'’.-]+|van|von|de|del|della|der|den|dos|da|di|la|le|bin|bint|al|ter|ten)){1,4}(?:,? [-–—|@(,]?.*)?$/u.test(
          label,
        ) &&
        /^\p{L}+ (?:\p{Lu}|van |von |de |del |der |dos |da |di |la |le |bin |al )/u.test(label)
      ))
  );
}

/** Words that open sentences, and are given or family names as well. */
const AMONG_NAMES = /^(?:An|Will|May|Can|Do|So|Such|You|Her|Said|In|Hi|The|At)$/iu;

/** `Case A`, `Phase 2`: one of several things. */
function isNumberedThing(label: string): boolean {
  return /^(?:case|phase|group|session|table|item|step|option|level|tier|team|part|question|figure|scenario|site|plant|factory|line|area|region|topic|theme|point|goal|target|priority|principle|article|section|chapter|version|round|stage|category|type|risk|issue|action|measure|finding|example|sdg|scope|week|day|year|quarter|no|number|事例|段階|図|表|項目|論点|課題|テーマ|議題|工場|拠点|ケース|グループ|ステップ|フェーズ|チーム)s?[ .#]{0,2}(?:\d{1,4}|[A-Z]|[IVX]{1,4})$/iu.test(
    label,
  );
}

/** `Ana Reyes (ILO)`, `早瀬（はやせ）`, `森（司会）`, `議長（北村君）`. */
function withBrackets(outer: string, inner: string, depth: number): number {
  const score = scoreOf(outer.trim(), depth + 1);
  if (score === 0) return 0;
  const says =
    isRole(inner) ||
    endsInRole(inner) ||
    ORGANISATION.test(inner) ||
    TITLE.test(inner) ||
    /^[\u3041-\u30FF ]+$/u.test(inner) ||
    /^(?:以下|hereinafter|a\.?k\.?a)/iu.test(inner) ||
    /(?:君|氏|さん|様)$/u.test(inner);
  return says ? Math.min(1, score + 0.1) : score * 0.95;
}

/** Several people together, by what they are. */
const GROUP_WORD =
  /^(?:(?:outside|external|invited) )?(?:experts?|specialists?|participants?|attendees|guests|speakers|panell?ists|members|company|staff|有識者|専門家|参加者|出席者|当社|会社)$/iu;

/** `A / B`, `A & B`, `A and B`, `A、B`: no likelier than the less likely one. Null for one name. */
function jointScore(label: string, depth: number): number | null {
  const pieces = label
    .split(/ ?\/ ?| & | \+ | and |、| und | et | y (?=\p{Lu})| и (?=\p{Lu})/u)
    .filter((piece) => piece !== '');
  if (pieces.length < 2 || pieces.length > 4) return null;
  // `早瀬 玲、港大学`: a name and where it comes from.
  const [head = '', tail = ''] = pieces;
  if (pieces.length === 2 && ORGANISATION.test(tail) && !ORGANISATION.test(head))
    return scoreOf(head, depth + 1);
  // `Paid and workers`: what goes on in a small letter is a sentence, but for a particle and a handle.
  if (/^\p{Lu}/u.test(label) && pieces.some(goesOnSmall)) return 0;
  if (pieces.some((piece) => isOpener(piece.split(' ')[0] ?? '') && !isSpeakerNumber(piece))) return 0;
  return Math.min(...pieces.map((piece) => scoreOf(piece, depth + 1))) * 0.9;
}

function goesOnSmall(piece: string): boolean {
  const [first = ''] = piece.split(' ');
  return /^\p{Ll}/u.test(first) && !PARTICLE.test(first) && !isHandle(piece) && !isSpeakerNumber(piece);
}

/** `Ana Reyes, ILO`, `Reyes, Ana`, `Ana Reyes - ILO`, `Ana Reyes | ILO`, `甲社 / 森`. Null where nothing follows a name. */
function tailScore(label: string, depth: number): number | null {
  const match = /^(.{2,50}?)(?:, | [-–—|@·•] |,(?=\p{L}))(.{1,70})$/u.exec(label);
  if (!match) return null;
  const [, head = '', tail = ''] = match;
  if (SUFFIX.test(`, ${tail}`)) {
    const score = scoreOf(head, depth + 1);
    return score > 0.5 ? Math.max(score, 0.95) : score;
  }
  const name = scoreOf(head, depth + 1);
  const words = tail.split(' ');
  // A tail in small letters goes on with a sentence.
  const small = words.filter((word) => /^\p{Ll}/u.test(word) && !LINK.test(word)).length;
  const post = ORGANISATION.test(tail) || TITLE.test(tail) || isRole(tail) || endsInRole(tail);
  if (words.length > 10 || (small > 0 && !post)) return 0;
  const single = !head.includes(' ') && !hasJapanese(head);
  // `Reyes, Ana` is a name; `Fees, Wages` is a list, and nothing tells them apart.
  if (single) return post || isAcronym(tail) ? name * 0.9 : Math.min(name, scoreOf(tail, depth + 1)) * 0.9;
  return isCountry(tail) || post || isAcronym(tail) ? Math.min(1, name * 0.98) : name * 0.85;
}

const LINK =
  /^(?:of|for|the|and|de|du|des|la|le|les|for|to|at|in|on|&|von|van|für|der|die|das|del|di|e|y|et)$/iu;

/** Rooms and devices that join a call. */
function isPlace(label: string): boolean {
  const weak =
    /\b(?:hall|lobby|studio|floor|desktop|pc|phone|office|booth|desk|channel|pixel|galaxy)\b/iu.test(label);
  return (
    (weak && (/\d/u.test(label) || label.split(' ').length > 2)) ||
    /\b(?:rooms?|conference|boardroom|[1-9]\d?F|iphone|ipad|android|macbook|laptop|webcam|zoom|teams|webex|guest wi-?fi|polycom|interpretation)\b|'s (?:iphone|ipad|mac\w*|phone|pc)|会議室|応接|ホール|スタジオ|フロア|[0-9]階|号室|控室|研修室|大会議|通訳席|の(?:iPhone|iPad|PC|パソコン|スマホ)/iu.test(
      label,
    )
  );
}

/** `ana.reyes`, `areyes_82`, `ana@ilo.example`, `@kmori`. */
function isHandle(label: string): boolean {
  return (
    /^@?[\p{Ll}\d]+(?:[._-][\p{Ll}\d]+)+$/u.test(label) ||
    /^@[\p{L}\d._-]{2,30}$/u.test(label) ||
    /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/u.test(label) ||
    /^\p{L}{2,20}[_]\p{L}{1,20}\d*$/u.test(label) ||
    /^\p{Ll}{2,15}\d{1,4}$/u.test(label)
  );
}

function handleScore(label: string): number {
  if (
    /^(?:e\.g|i\.e|a\.m|p\.m|n\.b|p\.s|vs|etc|fig|figure|table|step|item|question|note|point|part|page|vol|option|level|tier|phase|goal|sdg|target|article|chapter|section|annex|day|week|year|q)\.?[-_]?\w?\d*$/iu.test(
      label,
    )
  )
    return 0;
  return /^@|@.*\.|[._]/u.test(label) ? 0.65 : /-/u.test(label) ? 0.2 : 0.4;
}

const PARTICLE =
  /^(?:de|del|della|delle|der|den|des|di|da|das|do|dos|du|la|las|le|los|van|von|vom|zu|zum|zur|ten|ter|tot|bin|bint|binti|ibn|ben|al|el|ul|ur|e|y|i|st|of|af|av|'t|op|in|san|santa|degli|dei|dal|mac|ap|ab|abu|umm|ould|wa|a\/l|a\/p|s\/o|d\/o|the)$/u;
const WORD =
  /^(?:\p{L}')?(?:al-|el-|ad-|an-|ar-|as-|at-|az-|d'|l'|o'|t')?[\p{Lu}\p{Lt}'ʻ’][\p{L}\p{M}'’ʻʼ·]*(?:[-‐][\p{L}][\p{L}\p{M}'’ʻ]*)*\.?$/u;
const INITIAL = /^(?:\p{Lu}\p{M}?\.?-?)+$/u;

function isAcronym(words: string): boolean {
  return /^\p{Lu}[\p{Lu}\d&.-]{1,9}$/u.test(words);
}

/** `Harbour Institute Bo Hope`: where somebody is from, then the name. */
const ORGANISATION_THEN_NAME =
  /^(?:\p{Lu}.*\b)?(?:Office|Group|Institute|Ltd\.?|Inc\.?|Corporation|Corp\.?|University|Foundation|Association|Council|Agency|Cent(?:er|re)|Company|Co\.|Union|Network|Watch|Works|Mills|Trading|Holdings)(?: of \p{Lu}[\p{L}]+)? (?:\p{Lu}[\p{L}'’.-]+|(?:van|von|de|la|der|bin|al) )(?: ?[\p{L}'’.-]+){0,3}$/u;

function casedScore(label: string): number {
  if (ORGANISATION_THEN_NAME.test(isCapitals(label) ? titled(label) : label)) return 0.8;
  let name = label;
  let honoured = false;
  for (let round = 0; round < 3; round++) {
    const honour = HONOUR.exec(name)?.[0];
    if (honour === undefined) break;
    honoured = true;
    name = name.slice(honour.length);
  }
  for (let round = 0; round < 3; round++) {
    const suffix = SUFFIX.exec(name)?.[0];
    if (suffix === undefined || suffix.length === name.length) break;
    honoured = true;
    name = name.slice(0, -suffix.length).replace(/[, ]+$/u, '');
  }
  // A number behind a name tells two of it apart; a number within belongs to a list, a date or a standard.
  name = name.replace(/ ?[(#]?\d{1,2}\)?$/u, '').replaceAll(/["“”]/gu, '');
  if (/\d/u.test(name) || /[#$%^*+=~<>?!/\\:;§]/u.test(name) || name === '') return 0.02;
  const words = name.split(' ');
  if (words.length > 7) return 0;
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  const capital = words.filter((word) => WORD.test(word) || INITIAL.test(word));
  const others = words.filter((word) => !WORD.test(word) && !INITIAL.test(word) && !PARTICLE.test(word));
  if (capital.length === 0) {
    // Small letters alone: a word of a chat, or of a sentence.
    if (
      words.length > 2 ||
      words.some(isPlainNoun) ||
      words.some(isOpener) ||
      !words.every((word) => /^[\p{Ll}\p{M}'-]+$/u.test(word))
    )
      return 0.02;
    return honoured ? 0.6 : words.length === 1 ? 0.15 : 0.08;
  }
  if (others.length > 0) {
    // `Harbour moves: …` goes on in a small letter: words, and no name.
    return others.length === 1 && honoured ? 0.3 : 0.04;
  }
  if (/^(?:of|the|in|op)$/u.test(last)) return 0;
  if (words.length === 1) return oneWord(first, honoured);
  const nouns = words.filter((word) => isPlainNoun(word) && !isNounAmongNames(word)).length;
  if (honoured) return nouns === words.length ? 0.5 : 0.97;
  if (ORGANISATION.test(name)) return 0.3;
  if (words.some((word) => /^(?:of|the)$/u.test(word))) return 0.1;
  if (TITLE.test(name) || NUMBERED_ALONE.test(last)) return 0.75;
  if (ADJECTIVE.test(first)) return 0.12;
  if (words.every(isPlainNoun) && !words.some((word) => GIVEN_NOUNS.test(word))) return 0.08;
  if (nouns > 0) return nouns * 2 >= words.length ? 0.08 : 0.4;
  if (words.every((word) => INITIAL.test(word) && !/\p{L}{3}/u.test(word))) return 0.45;
  if (words.length > 5) return 0.4;
  return words.length > 3 ? 0.8 : 0.93;
}

function isCapitals(label: string): boolean {
  return label === label.toUpperCase();
}

/** `HARBOUR GROUP BO HOPE` as it is written elsewhere. */
function titled(label: string): string {
  return label.replaceAll(
    /(?<![\p{L}'’])(\p{Lu})(\p{Lu}+)/gu,
    (_, first: string, rest: string) => first + rest.toLowerCase(),
  );
}

function oneWord(word: string, honoured: boolean): number {
  if (honoured) return isPlainNoun(word) && word.length > 5 ? 0.5 : 0.92;
  if (ACRONYMS.test(word.replaceAll('.', ''))) return 0.05;
  if (isPlainNoun(word)) return isNounAmongNames(word) ? 0.35 : 0.06;
  if (ORGANISATION.test(word)) return 0.2;
  if (NUMBERED_ALONE.test(word) || TITLE.test(word)) return 0.7;
  if (/^\p{Lu}$/u.test(word)) return 0.5;
  // Initials, or the short name of an organisation.
  if (INITIAL.test(word)) return word.replaceAll(/[^\p{L}]/gu, '').length <= 3 ? 0.5 : 0.45;
  if (word.length < 2 || word.length > 20) return 0.1;
  return 0.6;
}

/** Scripts without capitals: Hangul, Arabic, Hebrew, Thai, the scripts of India and others. */
function uncasedScore(label: string): number {
  if (/\d|[#$%^*+=~<>?!\\:;،؛؟।]/u.test(label.replace(/ ?\d{1,3}$/u, ''))) return 0.05;
  const words = label.split(' ');
  if (/\p{Script=Hangul}/u.test(label)) {
    if (
      /(?:씨|님|위원장?|교수|의원|장관|대표|사장|부장|과장|팀장|이사|변호사|박사|기자|사회자|진행자|의장|회장)$/u.test(
        label,
      )
    )
      return 0.93;
    if (/(?:습니다|니다|세요|어요|아요|는|을|를|에서|에게|노동|인권|환경|안전|임금|차별)$/u.test(label))
      return 0.05;
    return words.length === 1 && label.length >= 2 && label.length <= 4
      ? 0.7
      : words.length === 2 && label.length <= 10
        ? 0.7
        : 0.2;
  }
  if (words.length > 6 || label.length > 45) return 0.03;
  // Thai, Lao, Khmer and Burmese have blanks between phrases, so that a long word without one is a sentence.
  if (/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(label))
    return words.some((word) => word.length > 18)
      ? 0.1
      : words.length === 1
        ? 0.5
        : words.length <= 4
          ? 0.75
          : 0.2;
  return words.length === 1 ? 0.5 : words.length <= 4 ? 0.8 : 0.35;
}
