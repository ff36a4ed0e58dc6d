/** A reading beside what was meant: what is lost, in the wrong mouth, without a speaker, and what an alarm covers. */
import type { ReadBlock, ReadResult } from '#shared/transcript/result.ts';
import { type GeneratedText, type Meant, squeezed } from './meant.ts';
import { bare, type Person } from './people.ts';

/** Kanji that one person's name is written with in two ways. */
const SHAPES: Readonly<Record<string, string>> = {
  高: '髙',
  崎: '﨑',
  辺: '邊',
  黒: '黑',
  沢: '澤',
  斎: '齋',
  濱: '浜',
};

/** What became of a sentence. */
export interface Misread {
  readonly meant: Meant;
  readonly fault: 'lost' | 'wrong' | 'unattributed';
  /** As the reading labels it; null where it names nobody. */
  readonly speaker: string | null;
  /** An alarm points to a line between where the reading went wrong and the sentence. */
  readonly isAlarmed: boolean;
}

/** Ways of misreading a text, the gravest first. */
export const FAILURES = {
  lost: 'words are lost',
  nobody: 'nobody, or hardly anybody, is named',
  person: 'all turns of somebody are missed',
  words: 'words become a person',
  page: 'words of the page are put into a mouth',
  turn: 'single turns are missed, or words inside a turn taken for the start of one',
  name: 'a person is made of what is no name, without a wrong word',
  none: 'rightly read',
} as const;
export type Failure = keyof typeof FAILURES;

/** What a reading is worth. */
export interface Measure {
  readonly sentences: number;
  readonly misread: readonly Misread[];
  readonly lost: number;
  readonly wrong: number;
  /** In the wrong mouth, and no alarm says so. */
  readonly silent: number;
  readonly unattributed: number;
  /** Participants who are nobody, and names of participants that are no names. */
  readonly falsePeople: readonly string[];
  /** People who are several participants. */
  readonly split: number;
  readonly alarms: number;
  /** In what way the text is misread; `none` where it is not. */
  readonly failure: Failure;
  /** Nothing lost, wrong or unattributed, and no false person. */
  readonly isRight: boolean;
}

/** Compares a reading with what the text was made from. */
export function measure(made: GeneratedText, result: ReadResult): Measure {
  const forms = made.people.map((person, index) => formsOf(person, index, made));
  const whoIs = identify(result, forms);
  const blocks = result.blocks.map((block) => ({ block, text: squeezed(block.text) }));
  const elsewhere = squeezed(
    [
      result.title ?? '',
      ...result.headings,
      ...result.participants.flatMap((one) => [one.name, one.title, one.organisation, one.label]),
    ].join('\n'),
  );
  const holders = made.meant.map(({ marker }) =>
    blocks.filter(({ text }) => text.includes(marker)).map(({ block }) => block),
  );
  const inside = new Map<ReadBlock, Set<number | null>>();
  for (const [index, { person }] of made.meant.entries())
    for (const block of holders[index] ?? []) inside.set(block, (inside.get(block) ?? new Set()).add(person));
  const misread: Misread[] = [];
  for (const [index, meant] of made.meant.entries()) {
    const say = (fault: Misread['fault'], block: ReadBlock | undefined) =>
      misread.push({
        meant,
        fault,
        speaker: block?.speaker ?? null,
        isAlarmed: block !== undefined && isAlarmed(made, result, meant, block),
      });
    const found = holders[index] ?? [];
    if (found.length === 0) {
      if (!elsewhere.includes(meant.marker)) say('lost', undefined);
      else if (meant.person !== null) say('unattributed', undefined);
      continue;
    }
    const faults = found.map((block) => faultOf(made, meant, block, whoIs, inside.get(block)?.size ?? 0));
    const fault = faults.find((one) => one === 'wrong') ?? faults.find((one) => one !== null);
    if (fault) say(fault, found[faults.indexOf(fault)]);
  }

  const count = (fault: Misread['fault']) => misread.filter((one) => one.fault === fault).length;
  const falsePeople = result.participants
    .filter(({ label, name }) => whoIs.get(label) === null || whoIsCalled(name, forms) === null)
    .map(({ label, name }) => (whoIs.get(label) === null ? label : name));
  const identified = [...whoIs.values()].filter((who) => who !== null);
  return {
    sentences: made.meant.length,
    misread,
    lost: count('lost'),
    wrong: count('wrong'),
    silent: misread.filter(({ fault, isAlarmed }) => fault === 'wrong' && !isAlarmed).length,
    unattributed: count('unattributed'),
    falsePeople,
    split: identified.length - new Set(identified).size,
    alarms: result.alarms.length,
    failure: failureOf(made, misread, falsePeople),
    isRight: misread.length === 0 && falsePeople.length === 0,
  };
}

/**
 * Whether an alarm stands where the reading went wrong: between the line from which the block is wrong and the sentence.
 * Where its marker stands in two places, the place that the block holds counts, and no other.
 */
function isAlarmed(
  { meant: all }: GeneratedText,
  { alarms }: ReadResult,
  meant: Meant,
  { lines }: ReadBlock,
): boolean {
  const inBlock = ({ line }: Meant) => lines === null || (line >= lines.from && line <= lines.to);
  const alike = all.filter(({ marker }) => marker === meant.marker);
  const places = alike.some(inBlock) ? alike.filter(inBlock) : alike;
  return places.some(({ from, line: to }) =>
    alarms.some(({ line }) => line !== null && line >= Math.max(from, lines?.from ?? 0) && line <= to),
  );
}

function failureOf(
  { meant }: GeneratedText,
  misread: readonly Misread[],
  falsePeople: readonly string[],
): Failure {
  if (misread.length === 0) return falsePeople.length > 0 ? 'name' : 'none';
  if (misread.some(({ fault }) => fault === 'lost')) return 'lost';
  const said = meant.filter(({ person }) => person !== null).length;
  if (misread.filter(({ fault }) => fault === 'unattributed').length > 0.6 * said) return 'nobody';
  const bad = new Set(misread.map((one) => one.meant));
  const people = new Set(meant.map(({ person }) => person));
  people.delete(null);
  for (const person of people)
    if (meant.every((one) => one.person !== person || bad.has(one))) return 'person';
  if (
    misread.some(
      ({ fault, speaker }) => fault === 'wrong' && speaker !== null && falsePeople.includes(speaker),
    )
  )
    return 'words';
  return misread.every((one) => one.meant.person === null) ? 'page' : 'turn';
}

/** @param mouths of how many people the block holds sentences */
function faultOf(
  { unnamed }: GeneratedText,
  { person }: Meant,
  { kind, speaker }: ReadBlock,
  whoIs: ReadonlyMap<string, number | null>,
  mouths: number,
): 'wrong' | 'unattributed' | null {
  if (person === null) return speaker === null ? null : 'wrong';
  if (speaker === null)
    return kind === 'speech' && unnamed.has(person) && mouths === 1 ? null : 'unattributed';
  return whoIs.get(speaker) === person ? null : 'wrong';
}

/** Which person of the cast each participant is, by the label; null for nobody. */
function identify({ participants }: ReadResult, forms: readonly Forms[]): Map<string, number | null> {
  return new Map(
    participants.map(({ label, name }) => {
      const byName = whoIsCalled(name, forms);
      // `――` is no name; the participant's own name says whose mark it is.
      const byLabel = folded(label) === '' ? byName : whoIsCalled(label, forms);
      return [label, byName !== null && byName !== byLabel ? null : byLabel];
    }),
  );
}

interface Forms {
  readonly names: readonly string[];
  readonly additions: readonly string[];
}

const COURTESIES = [
  'mr',
  'ms',
  'mrs',
  'dr',
  'prof',
  'he',
  'rev',
  'hon',
  'amb',
  'the',
  'and',
  '氏',
  'さん',
  '様',
  '委員',
  '先生',
  '君',
  '座長',
  '殿',
  '司会',
].map(folded);
const ASKING = [
  'Q',
  'Question',
  'Questioner',
  'Interviewer',
  '聞き手',
  '質問',
  '質問者',
  'インタビュアー',
  '編集部',
  '司会',
];
const ANSWERING = ['A', 'Answer', 'Interviewee', '回答', '話し手', '回答者'];

function formsOf(person: Person, index: number, { style }: GeneratedText): Forms {
  const turned = person.full.split(' ').reverse().join(' ');
  const names = [person.full, turned, person.short, ...person.also];
  if (style.startsWith('question')) names.push(...(index === 0 ? ASKING : index === 1 ? ANSWERING : []));
  if (style === 'hearing') names.push('Chairman');
  const additions = [
    person.post,
    person.organisation,
    person.courtesy,
    ...(person.also.length > 0 ? [person.short] : []),
  ];
  return {
    names: [...new Set(names.map(folded))].filter(Boolean).sort((a, b) => b.length - a.length),
    additions: [...additions.map(folded), ...COURTESIES].filter(Boolean).sort((a, b) => b.length - a.length),
  };
}

/** The person whose name it is, once title, house and courtesy are taken away. */
function whoIsCalled(label: string, forms: readonly Forms[]): number | null {
  let best: { person: number; length: number } | null = null;
  const whole = folded(label);
  for (const [person, { names, additions }] of forms.entries()) {
    const name = names.find((one) => whole.includes(one) && isAddition(whole.replace(one, '|'), additions));
    if (name !== undefined && name.length > (best?.length ?? 0)) best = { person, length: name.length };
  }
  return best?.person ?? null;
}

function isAddition(rest: string, additions: readonly string[]): boolean {
  let left = rest;
  for (const addition of additions) left = left.replaceAll(addition, '|');
  return /^[|\d]*$/.test(left);
}

function folded(text: string): string {
  return bare([...text].map((character) => SHAPES[character] ?? character).join(''));
}
