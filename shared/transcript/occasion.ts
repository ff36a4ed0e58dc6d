/** When a dialogue was held: from what the text says outside the turns, and from the name of its file. */
import type { PartialDate } from '../model/basics.ts';
import { datesIn, type FoundDate, type FoundFiscalYear, fiscalYearIn, inDigits } from './dates.ts';
import type { ReadBlock } from './result.ts';

/** Words that say when it took place, and not when something else did. */
const CUE =
  /\b(held|took place|conducted|meeting (?:of|on)|date|dialogue in|interviewed|recorded)\b|開催|実施|日時|開催日|日付|行いました|お招き|議事録|会議録|速記録|午[前後]\S{1,4}時/iu;
/** A field whose words are the date. */
const LABEL =
  /^[\s#*_>|・•●■◆▪○【[(（<＜-]*(?:日時|日付|日程|期日|年月日|とき|(?:開催|実施|収録|録音|録画|取材|面談|会議|聴取|対話|対談|座談会|インタビュー|ヒアリング)(?:日時?|年月日)|date(?:(?: and |\s?[&/]\s?)time)?(?: and place| & place)?|dates?|(?:date|day) of (?:the )?(?:meeting|interview|dialogue|hearing|call|session|event|recording)|(?:meeting|interview|dialogue|session|event|recording|hearing)(?: date| time)|when|held(?: on)?|recorded(?: on)?|conducted(?: on)?|interviewed(?: on)?|created(?: at| on)?|start(?:ed)?(?: time| at)?|time|datum|fecha|data)(?:[】\])）>＞*_]+|(?=[\s:：=|]|\d|$))/iu;
/** What else has a date: the page, the next meeting, a rule, a company. */
const OTHER =
  /公開|掲載|更新|発行|公表日|作成日|改訂|改定|印刷|閲覧|アクセス日|提出|送信|著作|次回|前回|次の|締切|期限|時点|現在|設立|創立|創業|施行|制定|採択|生まれ|就任|\b(?:published|posted|updated|last (?:modified|updated|edited)|revised|printed|accessed|downloaded|issued|copyright|©|next meeting|previous meeting|last meeting|deadline|due|as of|since|until|born|founded|established|adopted|effective|entered into force|version|release[d]?|approved|valid|birth|publication|issue|expiry|signature|submission|adoption)\b/iu;

/** When it was, and how it is known. */
export interface When {
  readonly date: PartialDate | null;
  /** As the text calls it, where it names one outside the turns. */
  readonly fiscalYear: number | null;
  /** By whose custom the fiscal year is called. */
  readonly fiscalYearLanguage: FoundFiscalYear['language'] | null;
  /** The words allow another date as well, or a file's name alone says it. A person should look. */
  readonly guess: boolean;
  readonly from: 'label' | 'title' | 'heading' | 'header' | 'sentence' | 'file-name' | null;
}

/** What `whenOf` looks at. */
export interface Told {
  readonly title: string | null;
  readonly headings: readonly string[];
  readonly blocks: readonly ReadBlock[];
  readonly fileName?: string;
}

/** When the dialogue was held; null where nothing says so. What people say inside their turns is never looked at. */
export function dateOf(title: string | null, blocks: readonly ReadBlock[]): PartialDate | null {
  const headings = new Set<string>();
  for (const { heading } of blocks) if (heading !== null) headings.add(heading);
  return whenOf({ title, headings: [...headings], blocks }).date;
}

/**
 * When the dialogue was held. A field (`日時：`, `Date:`) and a sentence that says when it was held count most, then
 * title, headings, the lines above the first turn, and last the name of the file.
 */
export function whenOf({ title, headings, blocks, fileName }: Told): When {
  const outside = outsideOf(title, headings, blocks);
  const fiscal = fiscalOf(outside, fileName);
  const none = { fiscalYear: fiscal?.year ?? null, fiscalYearLanguage: fiscal?.language ?? null };
  const at = (found: FoundDate | null, from: When['from']): When | null =>
    found && { ...none, date: found.date, guess: found.guess || from === 'file-name', from };
  const year = yearAlone(outside.sentences);
  return (
    at(labelled(outside), 'label') ??
    at(cued(outside), 'label') ??
    at(firstOf(title === null ? [] : [title]), 'title') ??
    at(firstOf(outside.headings.filter((line) => !OTHER.test(line))), 'heading') ??
    at(firstOf(outside.header.filter(isDateLine)), 'header') ??
    at(inFileName(fileName), 'file-name') ??
    (year === null
      ? { ...none, date: null, guess: false, from: null }
      : { ...none, date: year, guess: false, from: 'sentence' })
  );
}

/** Whether a paragraph tells of the occasion itself: a date, and that something was held then. */
export function tellsOccasion(text: string): boolean {
  const digits = inDigits(text);
  return CUE.test(text) && (datesIn(digits).length > 0 || /(19|20)\d{2}\s?(年|\b)/.test(digits));
}

interface Outside {
  readonly title: string | null;
  readonly headings: readonly string[];
  /** Lines above the first turn. */
  readonly header: readonly string[];
  readonly lines: readonly string[];
  readonly sentences: readonly string[];
}

/** More lines than this stand above no dialogue. */
const MOST_LINES = 400;

function outsideOf(title: string | null, headings: readonly string[], blocks: readonly ReadBlock[]): Outside {
  const texts = firstNarration(blocks).map(({ text }) => text.slice(0, 5_000));
  const first = blocks.findIndex(({ kind }) => kind === 'speech');
  const above = blocks.slice(0, first < 0 ? 3 : first).filter(({ kind }) => kind === 'narration');
  const header = linesOf(above.map(({ text }) => text.slice(0, 5_000))).slice(0, 40);
  const sentences = [title ?? '', ...headings, ...texts.flatMap((text) => text.split(/\n|(?<=[.。])\s*/u))];
  // Minutes say it at their very head, sentences or not.
  const head = texts[0]?.slice(0, 300) ?? '';
  if (/議事録|会議録|速記録|\bminutes\b/i.test(head)) sentences.unshift(head);
  return {
    title,
    headings,
    header,
    lines: [title ?? '', ...headings, ...linesOf(texts)].slice(0, MOST_LINES),
    sentences,
  };
}

/** More paragraphs than this are not looked into. */
const MOST_PARAGRAPHS = 50;

function firstNarration(blocks: readonly ReadBlock[]): ReadBlock[] {
  const found: ReadBlock[] = [];
  for (const block of blocks) {
    if (block.kind !== 'narration') continue;
    found.push(block);
    if (found.length === MOST_PARAGRAPHS) break;
  }
  return found;
}

function linesOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '');
}

/** The date of a field, beside its name or on the line below. */
function labelled({ lines }: Outside): FoundDate | null {
  for (const [at, line] of lines.entries()) {
    if (line.length > 300) continue;
    const label = LABEL.exec(line)?.[0];
    if (label === undefined) continue;
    const rest = inDigits(line.slice(label.length));
    const [found] = datesIn(rest, 'label');
    // `Date of birth: …`, `Time since 2011-03`: what stands between belongs to the label.
    if (
      found &&
      /^[^\p{L}]*(?:\p{L}{1,12}[^\p{L}]*){0,3}$/u.test(rest.slice(0, found.at)) &&
      !OTHER.test(rest.slice(0, found.at))
    )
      return found;
    const next = lines[at + 1] ?? '';
    if (/^[\s:：=|*_]*$/u.test(rest) && next.length < 100) {
      const [below] = datesIn(inDigits(next), 'label');
      if (below) return below;
    }
  }
  return null;
}

/** The date of a sentence that says when it was held. */
function cued({ sentences }: Outside): FoundDate | null {
  for (const sentence of sentences) {
    if (sentence.length > 600 || !CUE.test(sentence)) continue;
    const [found] = datesIn(inDigits(sentence));
    if (found && !(OTHER.test(sentence) && !/開催|日時|\b(?:held|took place)\b/iu.test(sentence)))
      return found;
  }
  return null;
}

function firstOf(lines: readonly string[]): FoundDate | null {
  for (const line of lines) {
    const [found] = datesIn(inDigits(line));
    if (found) return found;
  }
  return null;
}

/** A short line that is a date and little more: `13 May 2024, Tokyo`, `2024年5月13日（月）10:00～ 本社`. */
function isDateLine(line: string): boolean {
  if (line.length > 90 || OTHER.test(line)) return false;
  const digits = inDigits(line);
  const [found] = datesIn(digits);
  if (!found) return false;
  const rest = (digits.slice(0, found.at) + digits.slice(found.at + found.length))
    .replaceAll(/\([^()]*\)/gu, '')
    .replaceAll(/[^\p{L}]/gu, '');
  return rest.length <= 30 || (found.at === 0 && rest.length <= 45);
}

function inFileName(fileName = ''): FoundDate | null {
  // An ending is no part of a date, and a blank may be written as a line.
  const bare = fileName.replace(/\.[\p{L}\d]{1,5}$/u, '');
  const [found] = datesIn(inDigits(bare), 'file-name');
  if (found) return found;
  const [spaced] = datesIn(inDigits(bare.replaceAll(/[_+]/gu, ' ')), 'file-name');
  return spaced ?? null;
}

/** `2022年は、オンラインで開催しました`: the year alone, where a sentence says that much and no more. */
function yearAlone(sentences: readonly string[]): PartialDate | null {
  for (const sentence of sentences) {
    if (sentence.length > 300 || !/開催|実施しました|\b(held|took place|conducted)\b/iu.test(sentence))
      continue;
    const year =
      /((?:19|20)\d{2})年(?!度|より|から|以降|代)/u.exec(inDigits(sentence)) ??
      /\bin ((?:19|20)\d{2})\b/.exec(sentence);
    if (year) return year[1] ?? null;
  }
  return null;
}

/** The fiscal year that title, headings or the lines above the turns name, or the file's name. */
function fiscalOf({ title, headings, header }: Outside, fileName = ''): FoundFiscalYear | null {
  for (const line of [title ?? '', ...headings, ...header.filter(({ length }) => length <= 100), fileName]) {
    const found = fiscalYearIn(inDigits(line));
    if (found) return found;
  }
  return null;
}
