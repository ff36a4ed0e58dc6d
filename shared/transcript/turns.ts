import type { PartialDate } from '../model/basics.ts';
import { answersIn, misspelt, type Starts, slipsIn } from './added-starts.ts';
import { alarmsOf } from './alarms.ts';
import { type Caption, findCaptions } from './captions.ts';
import type { Identities } from './identity.ts';
import { knownNames, printedNames } from './known-names.ts';
import { labelKey } from './labels.ts';
import { legendIn } from './legend.ts';
import { likelyName } from './likely-name.ts';
import { PRESENTS } from './line-looks.ts';
import type { Line, TextSource } from './lines.ts';
import { narrationIn } from './narration.ts';
import { dateOf } from './occasion.ts';
import { assemble } from './page.ts';
import { namedPeople, placePeople } from './people.ts';
import { captionsByLabel, withRoster, withTitle } from './presented.ts';
import type { Reading } from './reader.ts';
import type { ReadAlarm, ReadBlock, ReadOptions, ReadParticipant, ReadWarning } from './result.ts';
import type { Titled } from './roles.ts';
import { type Roster, rosterOf } from './roster.ts';
import { languageOf } from './words.ts';

/** What a layout's reader has found: where turns begin, and what the labels say of people. */
export interface Turns {
  readonly starts: Starts;
  readonly captions: readonly Caption[];
  /** By label, as the turn starts have it. */
  readonly titles: ReadonlyMap<string, Titled>;
  /** What a paragraph is that stands outside every turn. */
  readonly outside: ReadBlock['kind'];
  readonly warnings: readonly ReadWarning[];
  /** Labels that several people answer to. */
  readonly shared?: ReadonlySet<string>;
  /** The caption that presents who has a label, where a reader knows better than by the label alone. */
  readonly captionOf?: (label: string) => Caption | null;
  /** Lines from which on nobody speaks until the next start. */
  readonly ends?: ReadonlySet<Line>;
}

/**
 * Puts a text whose turns are known together: turns, headings, people with what their labels and captions say. A line
 * that begins with a speaker's name and a wrong mark begins a turn too; what is in doubt is listed.
 */
export function readTurns(source: TextSource, options: ReadOptions, turns: Turns): Reading {
  const { captions, titles, outside, warnings } = turns;
  const speaking = [...turns.starts.values()].flatMap(({ speaker }) => (speaker === null ? [] : [speaker]));
  const legend = legendIn(source.lines, speaking);
  const slips = new Map(
    [...misspelt(turns.starts), ...slipsIn(source.lines, turns.starts, captions)].filter(
      ([line]) => !legend.has(line),
    ),
  );
  const first = source.lines.filter(
    (line, at) => legend.has(line) && !legend.has(source.lines[at - 1] as Line),
  );
  const ends = new Set([...(turns.ends ?? []), ...first]);
  const starts = new Map([...turns.starts, ...slips, ...answersIn(source.lines, turns.starts)]);
  const roster = rosterOf(source.lines, captions, (line) => starts.has(line));
  const asides = captions.filter(({ from }) => !slips.has(source.lines[from] as Line));
  const narration = narrationIn(source.lines, starts, namesIn(starts, captions, roster), asides);
  const page = assemble(source.lines, {
    turnStart: (line) => starts.get(line) ?? null,
    isNarration: (line) => (narration.get(line)?.how ?? 'possible') !== 'possible',
    asides,
    outside,
    ends,
  });
  const used = [...new Set(page.blocks.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])))];
  const answering = captionsByLabel(captions);
  const captionOf = turns.captionOf ?? ((label: string) => answering.get(labelKey(label)) ?? null);
  const people = withRoster(
    namedPeople(used, captions, captionOf).map((person) => withTitle(person, titles.get(person.label))),
    roster,
  );
  const placed = placePeople(people, page.blocks, page.title, options);
  const { participants } = placed;
  const presenting = new Set([
    ...participants.filter(isPresented).map(({ label }) => labelKey(label)),
    ...[...legend.values()].map(labelKey),
  ]);
  const shared = used.filter((label) => turns.shared?.has(label) || answering.get(labelKey(label)) === null);
  return {
    title: page.title,
    date: dateOf(page.title, page.blocks) ?? dateOutside(source),
    language: languageOf(source.text),
    participants,
    headings: page.headings,
    alarms: alarmsIn(
      {
        lines: source.lines,
        roles: page.roles,
        starts,
        slips: new Set(slips.keys()),
        narration,
        known: new Map([...printedNames(starts), ...knownNames(used, participants)]),
        shared: new Set(shared),
        presented: (label) => presenting.has(labelKey(label)),
      },
      new Set([...ends, ...legend.keys()]),
    ),
    roles: page.roles,
    blocks: page.blocks,
    warnings: [...warnings, ...page.warnings, ...placed.warnings],
  };
}

/** Labels and names of all whom a text names. */
function namesIn(starts: Starts, captions: readonly Caption[], { people }: Roster): Set<string> {
  return new Set([
    ...[...starts.values()].flatMap(({ speaker }) => (speaker === null ? [] : [speaker])),
    ...captions.flatMap(({ name, labels }) => [name, ...labels.slice(0, 1)]),
    ...people.map(({ name }) => name),
  ]);
}

/** Puts a text together whose turns begin with labels: captions answer to the labels, posts come from them. */
export function readLabelledTurns(
  source: TextSource,
  options: ReadOptions,
  starts: Starts,
  { titles, shared }: Identities,
  warnings: readonly ReadWarning[] = [],
  ends: ReadonlySet<Line> = new Set(),
): Reading {
  const used = new Set(
    [...starts.values()].flatMap(({ speaker }) => (speaker === null ? [] : [labelKey(speaker)])),
  );
  const captions = findCaptions(
    source.lines,
    (label) => used.has(labelKey(label)),
    (line) => starts.has(line),
  );
  return readTurns(source, options, {
    starts,
    captions,
    titles,
    outside: 'narration',
    warnings,
    shared,
    ends,
  });
}

/** A caption, a list or the label itself says who it is. */
function isPresented({ name, label, title, organisation }: ReadParticipant): boolean {
  return title !== '' || organisation !== '' || name !== label || likelyName(label) >= PRESENTS;
}

/**
 * What is in doubt. A caption that ends somebody's words presents who has said them, and a heading with the name of who
 * speaks below it nobody else.
 */
function alarmsIn(doubtful: Parameters<typeof alarmsOf>[0], ends: ReadonlySet<Line>): ReadAlarm[] {
  const { lines, roles, starts } = doubtful;
  const ending = new Set([...ends].map(({ number }) => number));
  const heads = new Set<string>();
  for (const [at, { number }] of lines.entries()) {
    const below = roles.get(number) === 'heading' ? starts.get(lines[at + 1] as Line) : undefined;
    if (below?.speaker) heads.add(`${number} ${below.speaker}`);
  }
  return alarmsOf(doubtful).filter(
    ({ code, line, label }) =>
      (code !== 'known-name' && code !== 'label-like') ||
      line === null ||
      !((ending.has(line) && roles.get(line) !== 'words') || heads.has(`${line} ${label}`)),
  );
}

/** The date that a running head or foot gives, where the text gives none. */
function dateOutside({ outside = [] }: TextSource): PartialDate | null {
  for (const text of outside) {
    const found = dateOf(text, []);
    if (found) return found;
  }
  return null;
}
