import { latinName } from './words.ts';

const TIME = String.raw`[[(（]?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\s?[ap]\.?m\.?)?[\])）]?`;
/** What stands around the words: a bullet, a time in front or behind. */
const FRAME = new RegExp(String.raw`^([●○•・◆■*–-]\s*)?(${TIME}\s+)?(.*?)(\s+${TIME})?$`, 'iu');
const THING = '(?:live |meeting |cloud )?(?:transcription|transcript|recording|captions|captioning)';
const EVENT = new RegExp(
  String.raw`^(?:the )?${THING} (?:has |was |is |has been )?(?:started|stopped|begun|began|ended|paused|resumed|turned o(?:n|ff))(?: by [^.!?]{1,60})?\.?$`,
  'iu',
);
const DEED = new RegExp(
  `^([^.!?:：]{1,60}) (?:has )?(?:started|stopped|began|ended|paused|resumed|turned o(?:n|ff)) (?:the )?${THING}$`,
  'iu',
);
const JAPANESE =
  /^(?:([^。、]{1,30}?)\s?(?:さん|氏)?(?:が|により、?)\s?)?(?:会議の|ミーティングの)?(?:ライブ)?(?:文字起こし|トランスクリプト|トランスクリプション|録音|録画|レコーディング|字幕)(?:を|が|は)\s?(?:開始|停止|終了|一時停止|中断|再開)(?:し|され)(?:ました|た)[。．]?$/u;

/**
 * Whether a line is what a meeting tool tells of itself: `● Transcription started`, `Ana Roth stopped transcription`,
 * `0:03 録画を開始しました`. Nobody says it. Words alone, which somebody may say, need a bullet or a time.
 */
export function isSystemLine(text: string): boolean {
  if (text.length > 140) return false;
  const [, bullet, before, words = '', behind] = FRAME.exec(text) ?? [];
  const framed = bullet !== undefined || before !== undefined || behind !== undefined;
  const told = words.trim();
  const ends = /[.。．]$/u.test(told);
  if (EVENT.test(told)) return framed || !ends;
  const [, doer] = DEED.exec(told) ?? [];
  if (doer !== undefined) return framed || latinName(doer) !== null;
  const japanese = JAPANESE.exec(told);
  return japanese !== null && (framed || (japanese[1] !== undefined && !ends));
}
