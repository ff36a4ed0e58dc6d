/**
 * What of a reading is in doubt. Words under the wrong name are worse than words under none: whatever a reader joined to
 * the turn before, although it looks like the start of another, is listed with its place, and a person decides.
 */
import { headingStrength, isRemark } from './headings.ts';
import { countBy } from './judge.ts';
import { type KnownNames, printedNames } from './known-names.ts';
import { labelKey } from './labels.ts';
import { likelyName } from './likely-name.ts';
import {
  CLOSING,
  dashedLines,
  FIELD,
  FIELD_INSIDE,
  isBrief,
  isCard,
  isField,
  isRound,
  isTelling,
  LIKE_AGAIN,
  LIKE_ONCE,
  namesAlone,
  PRESENTS,
  standsAlone,
  usualShape,
} from './line-looks.ts';
import type { Line, Opening } from './lines.ts';
import type { Narration } from './narration.ts';
import { openingsAt } from './openings.ts';
import type { TurnStart } from './page.ts';
import type { AlarmCode, LineRole, ReadAlarm } from './result.ts';
import { nameAt } from './slips.ts';
import {
  againIn,
  aloneAt,
  isInside,
  isOtherMark,
  isSlipOf,
  type Manner,
  mannerOf,
  setOffAt,
  spellings,
} from './suspects.ts';
import { endsSentence } from './words.ts';

/** More of a line than this is not repeated in an alarm. UTF-16 units. */
const SHOWN = 160;
/** Sentences this long between turns are somebody's. */
const SENTENCE = 30;

/** What `alarmsOf` looks at. */
export interface Doubtful {
  readonly lines: readonly Line[];
  readonly roles: ReadonlyMap<number, LineRole>;
  readonly starts: ReadonlyMap<Line, TurnStart>;
  /** Starts that were taken although their mark is another one. */
  readonly slips: ReadonlySet<Line>;
  /** Paragraphs that tell what somebody said, and whether that is sure. */
  readonly narration: Narration;
  readonly known: KnownNames;
  /** Labels that several people answer to. */
  readonly shared: ReadonlySet<string>;
  /** Labels that a caption, a list, a title or a time presents as somebody's. */
  readonly presented: (label: string) => boolean;
}

/** An alarm; those with the same label are alike. */
export function alarmAt(
  code: AlarmCode,
  line: number | null,
  text: string,
  label: string | null,
  rest: string,
): ReadAlarm {
  const like = `${code} ${label === null ? '' : labelKey(label)}`;
  return { code, line, text: text.slice(0, SHOWN), label, rest: rest.slice(0, SHOWN), like };
}

/** The places of a reading in doubt, in the order of the text. */
export function alarmsOf(doubtful: Doubtful): ReadAlarm[] {
  const { lines, roles, starts, slips, narration, known, shared, presented } = doubtful;
  const byNumber = new Map<number, TurnStart>();
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const [{ number }, start] of starts) {
    byNumber.set(number, start);
    first = Math.min(first, number);
    last = Math.max(last, number);
  }
  const counts = countBy(byNumber.values(), ({ speaker }) => labelKey(speaker ?? ''));
  const recurs = [...counts.values()].some((count) => count > 1);
  const found: ReadAlarm[] = [];
  const add = (code: AlarmCode, { number, text }: Line, label: string | null, rest: string) =>
    found.push(alarmAt(code, number, text, label, rest));
  const slipped = new Set([...slips].map(({ number }) => number));
  const usual = usualShape(starts);
  const manner = mannerOf(lines, starts);
  const names = spellings([...known, ...printedNames(starts)]);
  const dashes = dashedLines(lines, manner);
  const again = againIn(
    lines.filter(({ number, level }) => level === 0 && number > first && !byNumber.has(number)),
    manner,
  );
  const spoken = new Set<string>();
  const suspects: { line: Line; opening: Opening }[] = [];
  let outside = false;
  for (const [index, line] of lines.entries()) {
    const role = roles.get(line.number);
    const start = byNumber.get(line.number);
    if (start) {
      outside = false;
      const { speaker } = start;
      if (speaker === null) continue;
      spoken.add(speaker);
      const isOnce = recurs && counts.get(labelKey(speaker)) === 1;
      const code = shared.has(speaker) ? 'label-shared' : codeOfStart(line, start, manner);
      if (slipped.has(line.number)) add('label-slip', line, speaker, start.rest);
      else if (code) add(code, line, speaker, start.rest);
      else if (
        isOnce &&
        !line.turn?.sure &&
        (isSlipOf(speaker, names) || !isPresented(line, start, presented))
      )
        add('label-once', line, speaker, start.rest);
      continue;
    }
    if (line.number < first) continue;
    const told = narration.get(line);
    if (told !== undefined) {
      if (!line.gap && narration.has(lines[index - 1] as Line)) continue;
      if (told.how === 'likely') add('outside-words', line, null, line.text);
      if (told.how === 'possible') add('known-name', line, told.name, line.text);
      continue;
    }
    // A name alone above words may present somebody, and may as well be the one who speaks.
    if (
      role === 'aside' &&
      (namesAlone(openingsAt(line), line, lines[index + 1]) || aloneAt(lines, index, manner) !== null)
    )
      add('label-like', line, line.text, '');
    else if (role === 'aside') {
      // Who has spoken before is presented no more.
      const own = known.get(labelKey(line.text));
      if (own !== undefined && spoken.has(own)) add('known-name', line, own, '');
    }
    if (role !== 'words' && role !== 'outside' && role !== 'heading') continue;
    const name = nameAt(line, known, names, manner, isBrief(lines, index));
    if (name) add('known-name', line, name.label, name.rest);
    else if (role === 'heading') {
      if (line.level === 0 && namesAlone(openingsAt(line), line, lines[index + 1]))
        add('label-like', line, line.text, '');
    } else {
      const ways = openingsAt(line);
      const opening = ways.find((one) => isTelling(one) && likelyName(one.label) >= LIKE_AGAIN);
      const alike =
        line.start || !manner.paragraphs
          ? ways.find((one) => one.shape === usual && !isField(one, line.start ? FIELD : FIELD_INSIDE))
          : undefined;
      const setOff = alike ? null : setOffAt(line, manner, again);
      if (alike) add('label-like', line, alike.label, alike.rest);
      else if (setOff && !isRound(setOff)) add('label-like', line, setOff.label, setOff.rest);
      else if (opening && !isRound(opening)) suspects.push({ line, opening });
      else if (namesAlone(ways, line, lines[index + 1]) || aloneAt(lines, index, manner) !== null)
        add('label-like', line, line.text, '');
      else if (role === 'words' && dashes.has(line)) add('label-like', line, '――', line.text);
      else if (
        role === 'words' &&
        !CLOSING.test(line.text) &&
        (standsAlone(lines, index) ? headingStrength(line.text) > 0 : isCard(lines, index))
      )
        add('heading-like', line, null, line.text);
      else if (
        role === 'outside' &&
        line.number < last &&
        !outside &&
        line.text.length >= SENTENCE &&
        !isRemark(line.text) &&
        endsSentence(line.text)
      ) {
        outside = true;
        add('outside-words', line, null, line.text);
      }
    }
  }
  const suspected = countBy(suspects, ({ opening }) => labelKey(opening.label));
  for (const { line, opening } of suspects) {
    const enough = (suspected.get(labelKey(opening.label)) ?? 0) > 1 ? LIKE_AGAIN : LIKE_ONCE;
    if (likelyName(opening.label) >= enough) add('label-like', line, opening.label, opening.rest);
  }
  return found.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** Why the start of a turn is out of the ordinary: another mark than the others have, or inside a paragraph. */
function codeOfStart(line: Line, start: TurnStart, manner: Manner): AlarmCode | null {
  if (isOtherMark(line, start, manner)) return 'label-slip';
  return isInside(line, start, manner) ? 'label-inside' : null;
}

/** A time, the text or the label itself says that it is somebody. */
function isPresented(
  line: Line,
  { speaker, rest, start }: TurnStart,
  presented: Doubtful['presented'],
): boolean {
  if (start !== null || presented(speaker ?? '')) return true;
  return openingsAt(line).some((one) => one.rest === rest && likelyName(one.label) >= PRESENTS);
}
