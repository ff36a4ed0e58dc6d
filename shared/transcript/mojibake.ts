import Encoding from 'encoding-japanese';
import { toWesternBytes } from './encodings.ts';
import { plausibility, type Writing } from './plausibility.ts';

/** What became of a text that had been decoded wrongly before it was saved as it is now. */
export interface Mended {
  readonly text: string;
  /** All of it was decoded back, without loss. */
  readonly mended: boolean;
  /** Places that look garbled and were left as they are. */
  readonly garbled: number;
}

/** A text is seldom encoded more often than twice. */
const MOST_TIMES = 3;

/**
 * Text that was decoded with a wrong encoding and saved again (`ã‚` for `あ`, `â€™` for `’`). It is decoded back where
 * that loses nothing of the whole text and gives what reads better; else its garbled places are counted.
 */
export function mend(text: string): Mended {
  if (!/[^\u0000-\u007f]/.test(text)) return { text, mended: false, garbled: questionMarks(text) };
  let now: string | null = text;
  for (let time = 0; time < MOST_TIMES && now !== null; time++) {
    for (const [encoding, writings] of WRONGLY_WESTERN) {
      const back = decodedBack(now, encoding);
      if (back !== null && isWritten(back) && readsBetter(back, text, writings))
        return { text: back, mended: true, garbled: 0 };
    }
    now = decodedBack(now, 'utf-8');
  }
  const japanese = fromShiftJis(text);
  if (japanese !== null) return { text: japanese, mended: true, garbled: 0 };
  return { text, mended: false, garbled: garbledPlaces(text) };
}

/** The text as it was before it was taken for Western; null where that cannot have been. */
function decodedBack(text: string, encoding: string): string | null {
  const bytes = /[^\u0000-\u007f]/.test(text) ? toWesternBytes(text) : null;
  return bytes === null ? null : strictly(encoding, bytes);
}

/** The text as it was before its UTF-8 was taken for Shift_JIS; null where that cannot have been. */
function fromShiftJis(text: string): string | null {
  if (!looksLikeUtf8AsShiftJis(text)) return null;
  const codes = Encoding.convert(Encoding.stringToCode(text), { to: 'SJIS', from: 'UNICODE' });
  const back = strictly('utf-8', Uint8Array.from(codes));
  return back !== null && readsBetter(back, text, ['ja', 'latin']) ? back : null;
}

/** Half-width kana alone are no text, but marks (`»`, `¦`) that were right as they were. */
function isWritten(back: string): boolean {
  return /[^\u0000-\u007f\uff61-\uff9f]/u.test(back);
}

/** What is taken for Western, and what it may be. */
const WRONGLY_WESTERN: readonly (readonly [string, readonly Writing[]])[] = [
  ['utf-8', ['latin', 'ja', 'zh-hans', 'zh-hant', 'ko', 'cyrillic']],
  ['shift_jis', ['ja']],
  ['euc-jp', ['ja']],
];

function readsBetter(back: string, text: string, writings: readonly Writing[]): boolean {
  const means = writings.map((writing) => plausibility(back, writing).mean);
  const now = Math.max(plausibility(text, 'latin').mean, plausibility(text, 'ja').mean);
  const best = Math.max(...means);
  return best >= 0.25 && best > now + 0.5;
}

/** Kana begin with E3 81 to E3 83 in UTF-8, which Shift_JIS reads as these. */
function looksLikeUtf8AsShiftJis(text: string): boolean {
  const signs = text.match(/[縺繧繝]/g)?.length ?? 0;
  return signs >= 2 && signs >= (text.match(/[^\u0000-\u007f]/g)?.length ?? 0) * 0.15;
}

/** Runs of letters with accents and marks that are UTF-8 read as windows-1252, and what was lost to question marks. */
function garbledPlaces(text: string): number {
  if (looksLikeUtf8AsShiftJis(text)) return text.match(/[縺繧繝]/g)?.length ?? 0;
  let places = 0;
  for (const [run] of text.matchAll(/[\u0080-\u024f\u2010-\u2122]{2,2000}/g)) {
    const bytes = toWesternBytes(run);
    if (bytes === null) continue;
    const back = new TextDecoder('utf-8').decode(bytes);
    const broken = back.match(/\ufffd/g)?.length ?? 0;
    const sound = back.length - broken;
    if (broken === 0 ? readsBetter(back, run, ANY_WRITING) : run.length >= 6 && sound > broken) places++;
  }
  return places + questionMarks(text);
}

/** The question marks that letters were lost to, where they are a fair part of the text. */
function questionMarks(text: string): number {
  const lost = text.match(/[?？]{3,}/g)?.join('').length ?? 0;
  return lost >= 10 && lost > text.replace(/\s/g, '').length * 0.2 ? lost : 0;
}

const ANY_WRITING: readonly Writing[] = ['latin', 'ja', 'ko', 'cyrillic'];

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
