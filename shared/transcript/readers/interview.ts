import { type Caption, findCaptions } from '../captions.ts';
import { isListOfAnybody } from '../groups.ts';
import { headingStrength, isDirection } from '../headings.ts';
import { identify } from '../identity.ts';
import { countBy } from '../judge.ts';
import { labelKey, type ParsedLabel } from '../labels.ts';
import { listedLines } from '../layout.ts';
import { likelyName } from '../likely-name.ts';
import type { Line, Separator, TextSource } from '../lines.ts';
import { openingsAt } from '../openings.ts';
import type { TurnStart } from '../page.ts';
import type { Detection, Reader, Reading } from '../reader.ts';
import type { ReadOptions } from '../result.ts';
import { isRole } from '../roles.ts';
import { listedNames } from '../roster.ts';
import { readTurns } from '../turns.ts';
import { endsSentence, HONORIFIC } from '../words.ts';

/**
 * Interviews as magazines and web pages print them: questions behind `――` (the interviewer, never named) or behind `Q` and
 * answers behind `A`, with numbers or without.
 */
export const interview: Reader = {
  id: 'interview',
  detect(source, options): Detection | null {
    return detectQuestions(source, options) ?? detectDashes(source, options);
  },
};

const QUESTION =
  /^(?:(Q|Ｑ)(?:uestion)?|(問|質問))[ \u3000]?([0-9０-９]{0,3})(?:[.．:：、）)]+[ \u3000\t]*|[\u3000\t]+|[ ](?=[\u3041-\u9fff]))/u;
const ANSWER =
  /^(?:(A|Ａ)(?:nswer)?|(答|回答))[ \u3000]?([0-9０-９]{0,3})(?:[.．:：、）)]+[ \u3000\t]*|[\u3000\t]+|[ ](?=[\u3041-\u9fff]))/u;

/** A mark that stands less often than this share of the commonest is somebody's words. */
const SAME_MARK = 0.3;

/** `Q12.` and `Q3.` are written alike. */
function markOf(mark: string): string {
  return mark.replaceAll(/[0-9０-９]/gu, '').trim();
}

/** `Q1. …` / `A1. …`: as many answers as questions, within reason, and an answer soon after a question. */
function detectQuestions(source: TextSource, options: ReadOptions): Detection | null {
  const starts = new Map<Line, TurnStart>();
  let questions = 0;
  let answers = 0;
  let pairs = 0;
  let asked = false;
  // `Question: who pays` once among `Q. …` is somebody's words.
  const marks = countBy(
    source.lines.flatMap(({ text }) => {
      const head = text.slice(0, 20);
      const mark = (QUESTION.exec(head) ?? ANSWER.exec(head))?.[0];
      return mark === undefined ? [] : [markOf(mark)];
    }),
    (mark) => mark,
  );
  const most = Math.max(2, ...marks.values());
  for (const line of source.lines) {
    const question = QUESTION.exec(line.text.slice(0, 20));
    const answer = question ? null : ANSWER.exec(line.text.slice(0, 20));
    const match = question ?? answer;
    if (!match || (marks.get(markOf(match[0])) ?? 0) < most * SAME_MARK) continue;
    // A question that is a heading is still somebody's question.
    starts.set(line, {
      speaker: match[1] ?? match[2] ?? '',
      rest: line.text.slice(match[0].length),
      start: null,
    });
    if (question) questions++;
    else {
      answers++;
      if (asked) pairs++;
    }
    asked = question !== null;
  }
  if (pairs < 2 || pairs < questions * 0.5 || answers > questions * 3) return null;
  return {
    confidence: 0.93,
    starts,
    read: () =>
      readTurns({ ...source, lines: source.lines }, options, {
        starts,
        captions: findCaptions(
          source.lines,
          () => false,
          (line) => starts.has(line),
        ),
        titles: new Map(),
        outside: 'narration',
        warnings: [],
      }),
  };
}

const DASHES =
  /^\p{Default_Ignorable_Code_Point}*(?:[―─—–ー－-]{2,4}|[―─](?=\S)|—(?=[\u3041-\u9fff])|[―─—–](?=[ \u3000]))[ \u3000\t]*(?=[^\s―─—–-])/u;
/** The interviewer's label: what stands there. */
const INTERVIEWER = '――';

function detectDashes(source: TextSource, options: ReadOptions): Detection | null {
  const { lines } = source;
  const dashed = lines.filter((line) => line.level === 0 && DASHES.test(line.text.slice(0, 12)));
  if (dashed.length < 2) return null;
  const isDashed = new Set(dashed);
  const answers = answerLabels(lines, isDashed);
  const named = namesAnswers(lines, isDashed, answers);
  const asking = dashed.filter((line) => /[?？。]["”」』）)]*$/u.test(line.text)).length;
  if (!named && asking < dashed.length * 0.6) return null;
  // A dialogue of dashes alone (`— Hello. — Hello.`) has no answers between.
  let answered = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (isDashed.has(line) && next && !isDashed.has(next)) answered++;
  }
  if (answered < 2 || answered < dashed.length * 0.5) return null;
  const starts = new Map<Line, TurnStart>();
  for (const line of dashed) starts.set(line, { speaker: INTERVIEWER, rest: line.text, start: null });
  for (const [line, { label, rest, start }] of answers) starts.set(line, { speaker: label, rest, start });
  return { confidence: 0.94, starts, read: () => readDashes(source, options, isDashed, answers, named) };
}

/** Whether what follows questions is mostly labelled: then what has no label goes on with what stands above. */
function namesAnswers(
  lines: readonly Line[],
  dashed: ReadonlySet<Line>,
  answers: ReadonlyMap<Line, ParsedLabel>,
): boolean {
  let named = 0;
  let asked = false;
  for (const line of lines) {
    if (dashed.has(line)) asked = true;
    else if (asked && answers.has(line)) {
      named++;
      asked = false;
    }
  }
  return named >= 2 && named >= dashed.size * 0.6;
}

function readDashes(
  source: TextSource,
  options: ReadOptions,
  dashed: ReadonlySet<Line>,
  labels: ReadonlyMap<Line, ParsedLabel>,
  named: boolean,
): Reading {
  const { lines } = source;
  const starts = new Map<Line, TurnStart>();
  const identities = identify([...labels.values()].map(({ label }) => label));
  for (const [line, { label, rest, start }] of labels)
    starts.set(line, { speaker: identities.speakers.get(label) ?? label, rest, start });
  const known = new Set([...identities.speakers.values()].map(labelKey));
  const captions = findCaptions(
    lines,
    (label) => known.has(labelKey(label)),
    (line) => starts.has(line) || dashed.has(line),
  );
  const guest = onlyGuest(captions, identities.speakers);
  let waiting: 'question' | 'answer' | null = null;
  let open = '';
  for (const [index, line] of lines.entries()) {
    if (dashed.has(line)) {
      const mark = DASHES.exec(line.text.slice(0, 12))?.[0] ?? '';
      starts.set(line, { speaker: INTERVIEWER, rest: line.text.slice(mark.length), start: null });
      waiting = 'question';
    } else if (line.level > 0 || starts.has(line) || isDirection(line.text)) {
      if (starts.has(line)) waiting = null;
    } else if (
      !named &&
      waiting === 'question' &&
      !isHeadingAlone(line, lines[index + 1]) &&
      (line.start || endsSentence(open))
    ) {
      // What follows a question is the answer, whoever gives it.
      starts.set(line, { speaker: guest, rest: line.text, start: null });
      waiting = null;
    }
    open = line.text;
  }
  const role = {
    name: /[\u3041-\u9fff]/u.test(source.text.slice(0, 5_000)) ? '聞き手' : 'Interviewer',
    role: '',
    organisation: '',
  };
  const nameless = [...starts.values()].some(({ speaker }) => speaker === null);
  return readTurns(source, options, {
    starts,
    captions,
    titles: new Map([...identities.titles, [INTERVIEWER, role]]),
    outside: 'narration',
    warnings: nameless
      ? [
          {
            code: 'turns-unnamed',
            params: { count: [...starts.values()].filter(({ speaker }) => speaker === null).length },
          },
        ]
      : [],
  });
}

/** Answers that begin with a name: `早瀬：…`, `早瀬　…`, `Diallo: …`; only names that come again, are listed, or have a courtesy. */
function answerLabels(lines: readonly Line[], dashed: ReadonlySet<Line>): Map<Line, ParsedLabel> {
  const found = new Map<Line, ParsedLabel>();
  const counts = new Map<string, number>();
  const listed = listedLines(lines);
  const known = listedNames(lines);
  for (const line of lines) {
    if (dashed.has(line) || line.level > 0 || listed.has(line)) continue;
    const label = isListOfAnybody(line.text.replace(/[:：].*$/u, '')) ? null : answerLabel(line);
    if (!label) continue;
    found.set(line, label);
    counts.set(labelKey(label.label), (counts.get(labelKey(label.label)) ?? 0) + 1);
  }
  for (const [line, { label }] of found) {
    const often = (counts.get(labelKey(label)) ?? 0) > 1;
    if (!often && !HONORIFIC.test(label) && !isRole(label) && !known.has(labelKey(label))) found.delete(line);
  }
  return found;
}

/** A heading between a question and its answer. */
function isHeadingAlone(line: Line, next: Line | undefined): boolean {
  return line.start && next?.start === true && headingStrength(line.text) > 0;
}

/** `早瀬：…`, `早瀬　…`, `Diallo: …`, `【早瀬】…`: a name in front of an answer. */
function answerLabel(line: Line): ParsedLabel | null {
  const [opening] = openingsAt(line)
    .filter(({ separator, rest }) => ANSWERING.has(separator) && rest !== '')
    .map((one) => ({ ...one, likely: likelyName(one.label) }))
    .filter(({ likely }) => likely >= MAY_BE_NAME)
    .sort((a, b) => b.likely - a.likely);
  if (!opening) return null;
  const { label, role, rest, start } = opening;
  return { label, role, rest, start, marked: false };
}

const ANSWERING: ReadonlySet<Separator> = new Set(['colon', 'wide', 'tab', 'bracket', 'bold']);
const MAY_BE_NAME = 0.4;

/** The one person the page presents, where it presents only one. */
function onlyGuest(captions: readonly Caption[], speakers: ReadonlyMap<string, string>): string | null {
  const named = new Set(speakers.values());
  if (named.size === 1) return [...named][0] ?? null;
  if (named.size > 1) return null;
  const people = new Set(captions.map(({ name }) => name));
  return people.size === 1 ? (captions[0]?.labels[0] ?? null) : null;
}
