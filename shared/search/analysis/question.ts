import type { Piece } from './analyser.ts';

/**
 * Whether a person asks in plain words rather than with the words that they expect in the text: then no single place
 * need hold all of them.
 * @param text folded
 */
export function isQuestion(text: string): boolean {
  const words = text.match(JOINED_WORD)?.length ?? 0;
  const apart = text.replaceAll(JAPANESE_LETTER, ' ').split(/\s+/);
  const many = words + apart.filter((word) => /\p{L}/u.test(word)).length;
  return (
    many >= MANY || (many >= 3 && OPENING.test(text)) || /\S\s*[?？]\s*$/u.test(text) || JAPANESE.test(text)
  );
}

/** What is surely a word of Japanese, which parts none: characters of one kind that carry a meaning. */
const JOINED_WORD = /[\p{Script=Han}々]{2,}|[\p{Script=Katakana}ー]{2,}/gu;
const JAPANESE_LETTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]/gu;
/** So many words are a sentence, whatever it begins with. */
const MANY = 6;
const OPENING =
  /^\s*(?:what|who|whom|whose|where|when|why|which|how|did|do|does|has|have|had|is|are|was|were|can|could|should|would|will|find|show|list|tell|give|describe|explain|summari[sz]e|discuss|compare)\b/;
const JAPANESE =
  /(?:ですか|ますか|でしょうか|ましたか|とは何か|のか|だろうか|なぜ|どのよう|どんな|教えて|ください)|(?:誰|だれ|どこ|いつ|何)[がをにでの]?.{0,12}か[。.]?\s*$/u;

/** Terms (stems) of words that say that something is asked, or was said, and not what. */
const FRAMING: ReadonlySet<string> = new Set(
  `anyon anybodi someon somebodi everyon everybodi anyth someth said say speak spoke spoken talk tell told mention discuss
  discuss describ explain comment think thought summar summari summaris find show list give know pleas regard concern
  happen thing opinion`.split(/\s+/),
);

/** What a framing word counts beside the words that say what is meant. */
const FRAMED = 0.3;

/** What people are addressed by before their names, as さん is behind them. */
const TITLES: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'dr']);

/** The pieces of a query, titles before a name only helping: who said it is found without them, too. */
export function withoutTitles(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, at) =>
    piece.prefix === null && TITLES.has(piece.term) && pieces[at + 1] !== undefined
      ? { ...piece, helps: true }
      : piece,
  );
}

/** The pieces of a question, its framing words only helping; unless there are no others. */
export function withoutFraming(pieces: Piece[]): Piece[] {
  const isFraming = ({ term, prefix }: Piece) => prefix === null && FRAMING.has(term);
  if (pieces.filter((piece) => !isFraming(piece) && !piece.helps).length < 1) return pieces;
  return pieces.map((piece) =>
    isFraming(piece) ? { ...piece, worth: FRAMED * (piece.worth ?? 1), helps: true } : piece,
  );
}
