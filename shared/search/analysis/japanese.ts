import type { Analyser, Piece, Word } from './analyser.ts';

/**
 * Japanese without a dictionary: every two neighbouring characters are a word, and every kanji by itself. So any word
 * is found wherever it stands (measured: 1.00 of them, where dictionaries reach 0.76–0.88), and the same in every version
 * of Electron and Node, whose ICU dictionaries differ. What a dictionary gains beyond that comes from what each pair is
 * worth in a question: kanji and katakana carry the matter, hiragana mostly the grammar.
 */
export const japanese: Analyser = {
  id: 'japanese',
  script: '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30FC\\u3005\\u3006',
  joined: true,
  words: (run, begins) => {
    const words: Word[] = [];
    for (let start = 0, end = 0; start < run.length; start = end) {
      end = start + sizeAt(run, start);
      if (begins && !begins.has(run.charCodeAt(start))) continue;
      const character = run.slice(start, end);
      const kanji = isKanji(character);
      if (kanji || end === run.length) words.push({ term: character, surface: character, start, end });
      if (end === run.length) continue;
      // サーバ of サーバー: the long vowel at the end belongs to the word, written or not.
      const over = end + sizeAt(run, end);
      const pair = run.slice(start, over);
      words.push({ term: pair, surface: pair, start, end: over + (endsLong(run, over) ? 1 : 0) });
      if (!kanji || over === run.length) continue;
      const third = run.slice(over, over + sizeAt(run, over));
      if (isOkurigana(character, run.slice(end, over), third)) {
        const without = character + third;
        words.push({ term: without, surface: without, start, end: over + third.length });
      }
    }
    return words;
  },
  pieces: (run) => {
    const characters = [...run];
    const [only = ''] = characters;
    if (characters.length === 1) return [{ term: only, prefix: isKanji(only) ? null : only }];
    const grammar = grammarOf(run, characters.length);
    const pieces: Piece[] = [];
    let start = 0;
    for (const [at, character] of characters.entries()) {
      const next = characters[at + 1];
      if (next !== undefined) {
        const end = start + character.length + next.length;
        const between = grammar.some((range) => start < range.end && end > range.start);
        const dropped = endsLong(characters, at + 1);
        pieces.push({
          term: character + next,
          prefix: null,
          also: otherWritings(characters, at),
          worth: worthOf(character, next),
          helps: between || dropped,
        });
      }
      if (isKanji(character)) pieces.push({ term: character, prefix: null, worth: SINGLE, helps: true });
      start += character.length;
    }
    return pieces.some(({ helps }) => !helps) ? pieces : pieces.map(asked);
  },
};

/** Units of UTF-16 of the character there. */
function sizeAt(text: string, at: number): number {
  // Most are no half of a pair.
  const code = text.charCodeAt(at);
  return code >= 0xd8_00 && code <= 0xdb_ff && (text.codePointAt(at) ?? 0) > 0xff_ff ? 2 : 1;
}

/** What a kanji by itself is worth beside a pair, a pair with one hiragana, and one of hiragana alone (JSQuAD). */
const SINGLE = 0.5;
const MIXED = 0.7;
const KANA_ONLY = 0.25;

function worthOf(one: string, other: string): number {
  const kana = Number(isHiragana(one)) + Number(isHiragana(other));
  return kana === 2 ? KANA_ONLY : kana === 1 ? MIXED : 1;
}

/** A pair that would only have helped is asked for after all. */
function asked(piece: Piece): Piece {
  return [...piece.term].length === 1 ? piece : { ...piece, helps: false };
}

/**
 * Whether a long vowel stands at the place and ends a katakana word of four characters or more, which is written with
 * or without it (サーバー, サーバ; JIS Z 8301 left it out).
 */
function endsLong(characters: ArrayLike<string>, at: number): boolean {
  if (characters[at] !== 'ー' || isKatakana(characters[at + 1] ?? '')) return false;
  return [1, 2, 3].every((back) => isKatakana(characters[at - back] ?? ''));
}

/** The same pair as others write it: in the other kana (ゴミ, ごみ), with or without okurigana (取り扱い, 取扱い). */
function otherWritings(characters: readonly string[], at: number): string[] {
  const pair = `${characters[at] ?? ''}${characters[at + 1] ?? ''}`;
  const writings: string[] = [];
  const twin = otherKana(pair);
  if (twin !== null) writings.push(twin);
  for (const first of [at, at - 1]) {
    const [kanji = '', kana = '', next = ''] = characters.slice(Math.max(0, first), first + 3);
    if (first >= 0 && isOkurigana(kanji, kana, next)) writings.push(kanji + next);
  }
  // The い of 取扱い, which 取扱 goes without.
  const [before = '', kanji = '', kana = ''] = characters.slice(Math.max(0, at - 1), at + 2);
  if (at > 0 && at + 2 === characters.length && isKanji(kanji) && OKURIGANA.test(kana)) {
    if (isKanji(before)) writings.push(before + kanji);
    else if (isOkurigana(characters[at - 2] ?? '', before, kanji))
      writings.push(`${characters[at - 2]}${kanji}`);
  }
  return writings;
}

function otherKana(pair: string): string | null {
  if (/^[\u3041-\u3096]{2}$/.test(pair)) return shifted(pair, 0x60);
  if (/^[\u30A1-\u30F6]{2}$/.test(pair)) return shifted(pair, -0x60);
  return null;
}

/** Hiragana and katakana stand in the same order, 96 places apart. */
function shifted(text: string, by: number): string {
  return [...text].map((character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + by)).join('');
}

/**
 * Whether the kana between two kanji belongs to the verb before it and is often not written (取り扱い = 取扱い,
 * 受け入れ = 受入れ, 支払い = 支払). Particles never are; い and し only after verbs where they are known to be, since
 * adjectives (高い山) and compounds (調査し報告) end so too.
 */
function isOkurigana(kanji: string, kana: string, next: string): boolean {
  if (!isKanji(kanji) || !isKanji(next)) return false;
  if (kana === 'い') return '買払扱雇使争追言習洗囲拾担負願誘'.includes(kanji);
  if (kana === 'し') return '貸差押申話渡返消見越落戻'.includes(kanji);
  // 組み合わせ is no 組合 (union).
  return OKURIGANA.test(kana) && kanji + next !== '組合';
}
const OKURIGANA = /^[いりきけみちえれげめびぎせべ]$/;

/** Runs up to this length are words: all of it is meant as it is written. Longer ones may be sentences. */
const WORD_LIMIT = 4;

/** Where in a sentence hiragana stands that only joins words: what was meant is met without it. */
function grammarOf(run: string, length: number): { start: number; end: number }[] {
  const titles = [...run.matchAll(TITLE)].map(({ 0: title, index }) => ({
    start: index,
    end: index + title.length,
  }));
  if (length <= WORD_LIMIT) return titles;
  return [...titles, ...grammar(run)];
}

function grammar(run: string): { start: number; end: number }[] {
  return [...run.matchAll(/\p{Script=Hiragana}+/gu)]
    .filter(({ 0: kana }) => GRAMMAR.test(kana))
    .map(({ 0: kana, index }) => ({ start: index, end: index + kana.length }));
}
/** Whether a text is nothing but hiragana that joins words: what stands between two names (児童労働の防止). */
export function isGrammar(text: string): boolean {
  return GRAMMAR.test(text);
}

/** What a person is called by behind the name. */
const TITLE =
  /(?<=[\p{Script=Han}\p{Script=Katakana}ー])(?:さん|くん|さま|先生|参考人|議員|委員)(?!\p{Script=Han}|\p{Script=Katakana})/gu;
const GRAMMAR =
  /^(?:の|を|は|が|に|へ|と|で|も|や|か|な|から|まで|より|など|だけ|する|した|して|される|された|されて|している|しない|して|ついて|つき|おける|おいて|たいする|とって|よる|よって|よると|として|という|といった|とは|では|には|への|との|での|からの|までの|にも|でも|です|ます|した|しました|します|ました|ましょう|った|って|られる|られた|れる|れた|れて|である|であり|だった|ました|ません|ください|どこ|どの|どんな|どう|だれ|なに|いつ|なぜ|ある|いる|なる|こと|もの|ところ|ため|この|その|あの|これ|それ)+$/;

function isKanji(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x2e80 || (code > 0x3040 && code < 0x3100)) return false;
  return (code >= 0x4e00 && code <= 0x9fff) || HAN.test(character);
}
const HAN = /^\p{Script=Han}$/u;

function isHiragana(character: string): boolean {
  return character >= '\u3041' && character <= '\u309f';
}

function isKatakana(character: string): boolean {
  return character >= '\u30a1' && character <= '\u30ff';
}
