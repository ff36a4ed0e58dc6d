/**
 * Dialogues in layouts that nobody has seen: what stands before a name and behind it is put together by chance. A person
 * shows the first line or two of them, and the rest should follow.
 */
import { readTranscript } from '#shared/transcript/registry.ts';
import type { ReadResult } from '#shared/transcript/result.ts';
import { type Shown, taughtLayouts, wordsAfter } from '#shared/transcript/taught.ts';
import { seededRandom } from '../oracle/random.ts';
import { bare, type Cast, drawPeople, type Language, type Person } from './people.ts';
import { type Sentence, Vocabulary } from './sentences.ts';

const MARKS = [
  '§',
  '~',
  '~~',
  '::',
  '=>',
  '|>',
  '»',
  '⟶',
  '¦',
  '//',
  '==',
  '+',
  '%%',
  '^',
  '※',
  '◈',
  '∴',
  '‖',
  '★',
];
const PAIRS = ['⟦⟧', '‹›', '⟨⟩', '[]', '【】', '〔〕', '<>', '{}', '＜＞', '「」', '||', '##', '**', '""'];
const WORDS = ['Voice', 'Contribution of', 'REC', 'No', '発言', '話す人'];

/** A text in a layout of its own, with what a person would mark in it. */
export interface ShownText {
  readonly seed: number;
  readonly text: string;
  readonly people: readonly Person[];
  /** By sentence, who says it. */
  readonly meant: readonly { readonly marker: string; readonly person: number | null }[];
  /** Each turn's line as a person would mark it. */
  readonly shown: readonly Shown[];
  readonly kind: string;
}

/** Makes the text of a seed. */
export function generateShown(seed: number): ShownText {
  const random = seededRandom(seed);
  const language = random.pick<Language>(['en', 'en', 'ja', 'ja', 'mixed', 'es', 'ko']);
  const words = new Vocabulary(random);
  const casts: Cast[] =
    language === 'en' ? ['named', 'named', 'role', 'numbered', 'initials', 'handles'] : ['named', 'named'];
  const people = drawPeople(random, language, random.pick(casts), random.between(2, 5), (own) =>
    words.marker(own),
  );
  const full = random.chance(0.5);
  const blank = random.chance(0.7) ? ' ' : '';
  const mark = () => random.pick(MARKS);

  const beforeKind = random.pick([
    'none',
    'none',
    'mark',
    'number',
    'mark-number',
    'time',
    'word',
    'pair',
    'pair',
    'letter',
  ]);
  const firstMark = mark();
  const secondMark = mark();
  const pair = random.pick(PAIRS);
  const word = random.pick(WORDS);
  const bareName = beforeKind === 'none' || beforeKind === 'number' || beforeKind === 'letter';
  const behindKind = random.pick(
    bareName
      ? [
          'mark',
          'mark',
          'two-marks',
          'wide',
          'tab',
          'time-mark',
          'post-mark',
          'colon',
          'below-mark',
          'dash',
          'below',
        ]
      : [
          'mark',
          'two-marks',
          'wide',
          'tab',
          'time-mark',
          'post-mark',
          'colon',
          'below',
          'below-mark',
          'nothing',
        ],
  );
  const ties = behindKind === 'nothing' && beforeKind !== 'pair' ? 'mark' : behindKind;
  const behindMark = mark();
  const postSometimes = random.chance(0.25);
  const gap = ties.startsWith('below') || random.chance(0.7);

  const lines: string[] = [];
  const meant: { marker: string; person: number | null }[] = [];
  const shown: Shown[] = [];
  const sentence = (person: number | null, own: Person['language']): Sentence => {
    const made = words.sentence(own, person === null ? [] : people.map((one) => one.short), 'start', 0.1);
    meant.push({ marker: made.marker, person });
    return made;
  };
  const page = language === 'ja' ? 'ja' : 'en';
  if (random.chance(0.4)) lines.push(words.page('title', page).text, '');
  if (random.chance(0.3)) lines.push(sentence(null, page).text, '');
  const count = random.between(8, 20);
  let before = -1;
  for (let turn = 1; turn <= count; turn++) {
    let person = turn <= people.length ? turn - 1 : random.between(0, people.length - 1);
    if (person === before) person = (person + 1) % people.length;
    before = person;
    const one = people[person] as Person;
    const name = full ? one.full : one.short;
    const time = `${String(turn).padStart(2, '0')}:${String(random.between(10, 59))}`;
    const post = postSometimes && random.chance(0.4) ? ` (${one.organisation})` : '';
    const lead = {
      none: '',
      mark: `${firstMark}${blank}`,
      number: `${turn}${blank === '' ? '. ' : ' '}`,
      'mark-number': `${firstMark}${blank}${turn}${blank}${secondMark}${blank}`,
      time: `${time} `,
      word: `${word} ${firstMark}${blank}`,
      pair: pair[0] ?? '',
      letter: `${String.fromCharCode(96 + turn)}) `,
    }[beforeKind] as string;
    const close = beforeKind === 'pair' ? (pair[1] ?? '') : '';
    const behind = {
      mark: `${blank}${behindMark}${blank}`,
      'two-marks': `${blank}${behindMark}${secondMark}${blank}`,
      wide: language === 'ja' ? '　' : '   ',
      tab: '\t',
      'time-mark': ` ${time}${blank}${behindMark}${blank}`,
      'post-mark': ` [${one.organisation}]${blank}${behindMark}${blank}`,
      colon: ': ',
      dash: ' — ',
      below: '',
      'below-mark': `${blank}${behindMark}`,
      nothing: blank,
    }[ties] as string;
    const said = sentence(person, one.language);
    const label = `${lead}${name}${post}${close}${behind}`;
    const isBelow = ties.startsWith('below');
    const line = (isBelow ? label : `${label}${said.text}`).trim();
    lines.push(line);
    if (isBelow) lines.push(said.text);
    shown.push({
      text: line,
      nameFrom: lead.length,
      nameTo: lead.length + name.length,
      wordsFrom: isBelow ? null : label.length,
    });
    for (let more = random.between(0, 2); more > 0; more--) {
      if (gap && random.chance(0.3)) lines.push('');
      lines.push(sentence(person, one.language).text);
    }
    if (gap) lines.push('');
  }
  return { seed, text: lines.join('\n'), people, meant, shown, kind: `${beforeKind}+${ties}` };
}

/** What a reading of such a text gets wrong; empty = it is wholly right. */
export function misreadOf({ people, meant }: ShownText, result: ReadResult): string[] {
  const wrong: string[] = [];
  const whoIs = new Map(
    result.participants.map(({ label, name }) => [
      label,
      people.findIndex((one) =>
        [label, name].some((text) => [one.full, one.short].some((form) => bare(form) === bare(text))),
      ),
    ]),
  );
  for (const { marker, person } of meant) {
    const block = result.blocks.find(({ text }) =>
      text.replaceAll(/\s/gu, '').includes(marker.replaceAll(/\s/gu, '')),
    );
    const speaker = block?.speaker ?? null;
    if (!block) wrong.push(`${marker}: lost`);
    else if ((speaker === null ? null : (whoIs.get(speaker) ?? -1)) !== person)
      wrong.push(
        `${marker}: ${speaker ?? 'nobody'}, not ${person === null ? 'nobody' : people[person]?.full}`,
      );
  }
  return wrong;
}

/** Reads a text without help, and as the names in its first line, or its first two, show it. */
export async function readShown(made: ShownText, lines: 0 | 1 | 2): Promise<ReadResult | null> {
  // A person marks the name alone; where the words begin is found out.
  const shown = made.shown
    .slice(0, lines)
    .map((one) => ({ ...one, wordsFrom: wordsAfter(one.text, one.nameTo) }));
  const options = lines === 0 ? {} : { taught: taughtLayouts({ shown, nobody: [] }) };
  const file = { name: 'talk.txt', bytes: new TextEncoder().encode(made.text) };
  return readTranscript(file, options).catch(() => null);
}
