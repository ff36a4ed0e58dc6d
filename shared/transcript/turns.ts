import type { PartialDate } from '../model/basics.ts';
import { alarmsOf } from './alarms.ts';
import { type Caption, findCaptions } from './captions.ts';
import type { Identities } from './identity.ts';
import { countBy } from './judge.ts';
import { knownNames, printedNames } from './known-names.ts';
import { labelKey } from './labels.ts';
import { isPartOfName } from './layout.ts';
import { likelyName } from './likely-name.ts';
import { PRESENTS, TELLING } from './line-looks.ts';
import type { Line, TextSource } from './lines.ts';
import { isLetterAway } from './names.ts';
import { narrationIn } from './narration.ts';
import { dateOf } from './occasion.ts';
import { leadShape, openingsAt } from './openings.ts';
import { assemble, type TurnStart } from './page.ts';
import { type Named, namedPeople, placePeople } from './people.ts';
import type { Reading } from './reader.ts';
import type { ReadBlock, ReadOptions, ReadParticipant, ReadWarning } from './result.ts';
import type { Titled } from './roles.ts';
import { type Roster, rosterOf } from './roster.ts';
import { slipAt } from './slips.ts';
import { languageOf } from './words.ts';

/** What a layout's reader has found: where turns begin, and what the labels say of people. */
export interface Turns {
  readonly starts: ReadonlyMap<Line, TurnStart>;
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
}

/**
 * Puts a text whose turns are known together: turns, headings, people with what their labels and captions say. A line
 * that begins with a speaker's name and a wrong mark begins a turn too; what is in doubt is listed.
 */
export function readTurns(source: TextSource, options: ReadOptions, turns: Turns): Reading {
  const { captions, titles, outside, warnings } = turns;
  const slips = new Map([...misspelt(turns.starts), ...slipsIn(source.lines, turns)]);
  const starts = slips.size === 0 ? turns.starts : new Map([...turns.starts, ...slips]);
  const roster = rosterOf(source.lines, captions, (line) => starts.has(line));
  const asides = captions.filter(({ from }) => !slips.has(source.lines[from] as Line));
  const narration = narrationIn(source.lines, starts, namesIn(starts, captions, roster), asides);
  const page = assemble(source.lines, {
    turnStart: (line) => starts.get(line) ?? null,
    isNarration: (line) => (narration.get(line)?.how ?? 'possible') !== 'possible',
    asides,
    outside,
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
  const presenting = new Set(participants.filter(isPresented).map(({ label }) => labelKey(label)));
  const shared = used.filter((label) => turns.shared?.has(label) || answering.get(labelKey(label)) === null);
  return {
    title: page.title,
    date: dateOf(page.title, page.blocks) ?? dateOutside(source),
    language: languageOf(source.text),
    participants,
    headings: page.headings,
    alarms: alarmsOf({
      lines: source.lines,
      roles: page.roles,
      starts,
      slips: new Set(slips.keys()),
      narration,
      known: new Map([...printedNames(starts), ...knownNames(used, participants)]),
      shared: new Set(shared),
      presented: (label) => presenting.has(labelKey(label)),
    }),
    roles: page.roles,
    blocks: page.blocks,
    warnings: [...warnings, ...page.warnings, ...placed.warnings],
  };
}

/** Labels and names of all whom a text names. */
function namesIn(starts: Turns['starts'], captions: readonly Caption[], { people }: Roster): Set<string> {
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
  starts: Turns['starts'],
  { titles, shared }: Identities,
  warnings: readonly ReadWarning[] = [],
): Reading {
  const used = new Set(
    [...starts.values()].flatMap(({ speaker }) => (speaker === null ? [] : [labelKey(speaker)])),
  );
  const captions = findCaptions(
    source.lines,
    (label) => used.has(labelKey(label)),
    (line) => starts.has(line),
  );
  return readTurns(source, options, { starts, captions, titles, outside: 'narration', warnings, shared });
}

/** A caption, a list or the label itself says who it is. */
function isPresented({ name, label, title, organisation }: ReadParticipant): boolean {
  return title !== '' || organisation !== '' || name !== label || likelyName(label) >= PRESENTS;
}

/**
 * Paragraphs that begin with the name of somebody who speaks again and again: with a mark that is none elsewhere, behind
 * the number or mark that the others have, or alone above words.
 */
function slipsIn(lines: readonly Line[], { starts, captions }: Turns): Map<Line, TurnStart> {
  const counts = countBy(starts.values(), ({ speaker }) => speaker ?? '');
  const again = [...counts]
    .filter(([label, count]) => count > 1 && /\p{L}/u.test(label))
    .map(([label]) => label);
  const slips = new Map<Line, TurnStart>();
  if (again.length === 0) return slips;
  const known = new Map([
    ...knownNames(again, []),
    ...[...printedNames(starts)].filter(([, speaker]) => again.includes(speaker)),
  ]);
  // A caption says more of somebody than the name.
  const inCaption = new Set(captions.flatMap(({ from, to }) => (to - from > 1 ? lines.slice(from, to) : [])));
  const leads = countBy(starts.keys(), ({ text }) => leadShape(text));
  const usual = [...leads].find(([lead, count]) => lead !== '' && count >= starts.size * USUAL)?.[0];
  // In a text without blank lines a turn may begin on any line.
  const anywhere = [...starts.keys()].filter(({ start }) => start).length < starts.size * USUAL;
  let begun = false;
  for (const [index, line] of lines.entries()) {
    if (starts.has(line)) begun = true;
    if (!begun || !(line.start || anywhere) || line.level > 0 || starts.has(line) || inCaption.has(line))
      continue;
    const next = lines[index + 1];
    const name = known.get(labelKey(line.text.replace(/[:：;；]$/u, '')));
    if (name !== undefined && next && !next.gap && !starts.has(next)) {
      slips.set(line, { speaker: name, rest: '', start: null });
      continue;
    }
    const opening = openingsAt(line).find(
      ({ separator, label, rest }) =>
        TELLING.has(separator) && rest !== '' && known.has(labelKey(label)) && !isPartOfName(line, separator),
    );
    if (opening) {
      const speaker = known.get(labelKey(opening.label)) ?? opening.label;
      slips.set(line, { speaker, rest: opening.rest, start: opening.start });
      continue;
    }
    const slip = slipAt(line.text, known, usual);
    if (slip?.sure) slips.set(line, { speaker: slip.label, rest: slip.rest, start: null });
  }
  return slips;
}

/** How often a name must stand for another to be a slip of it. */
const OFTEN = 2;

/** Labels that stand once and are a letter away from one that comes again and again: `Briigd`, `Filed`. */
function misspelt(starts: Turns['starts']): Map<Line, TurnStart> {
  const counts = countBy(starts.values(), ({ speaker }) => speaker ?? '');
  const often = [...counts].filter(([, count]) => count >= OFTEN).map(([label]) => label);
  const found = new Map<Line, TurnStart>();
  if (often.length === 0 || often.length === counts.size || counts.size > MOST_COMPARED) return found;
  for (const [line, start] of starts) {
    if (start.speaker === null || counts.get(start.speaker) !== 1) continue;
    const meant = often.filter((label) => isLetterAway(start.speaker ?? '', label));
    if (meant.length === 1) found.set(line, { ...start, speaker: meant[0] ?? null });
  }
  return found;
}

/** More labels than this are not compared one by one. */
const MOST_COMPARED = 400;

/** The share of turns that makes what stands before their names usual. */
const USUAL = 0.8;

/** The date that a running head or foot gives, where the text gives none. */
function dateOutside({ outside = [] }: TextSource): PartialDate | null {
  for (const text of outside) {
    const found = dateOf(text, []);
    if (found) return found;
  }
  return null;
}

/** Adds what the lists of a page say: whose side somebody is on, and people who are listed and nothing else. */
export function withRoster(people: readonly Named[], { people: listed, sides }: Roster): Named[] {
  const key = (name: string) => name.replaceAll(/\s+/gu, '');
  const result = people.map((person): Named => {
    const side = sides.get(person.name);
    return side ? { ...person, side } : person;
  });
  const places = new Map(result.map(({ name }, index) => [key(name), index]));
  const labels = new Map(result.map(({ label }, index) => [key(label), index]));
  // Who has the surname of another cannot be told by it.
  const families = new Map<string, Set<string>>();
  for (const { name } of listed) {
    const family = key(name.split(/[ \u3000]/u)[0] ?? '');
    families.set(family, (families.get(family) ?? new Set()).add(key(name)));
  }
  for (const one of listed) {
    const name = key(one.name);
    const family = key(one.name.split(/[ \u3000]/u)[0] ?? '');
    const last = key(one.name.split(' ').at(-1) ?? '');
    const at =
      places.get(name) ??
      (families.get(family)?.size === 1 ? (labels.get(family) ?? labels.get(last)) : undefined);
    const known = at === undefined ? undefined : result[at];
    if (at !== undefined && known) {
      const { side } = one;
      result[at] = {
        ...known,
        name: known.name === known.label || known.name.length < one.name.length ? one.name : known.name,
        title: known.title || one.title,
        organisation: known.organisation || one.organisation,
        ...(side && !known.side ? { side } : {}),
      };
      places.set(name, at);
    } else if (!labels.has(name)) {
      labels.set(name, result.length);
      places.set(name, result.length);
      result.push(one);
    }
  }
  return result;
}

/** Who answers to a label; null where several do. */
export function captionsByLabel(captions: readonly Caption[]): Map<string, Caption | null> {
  const answering = new Map<string, Caption | null>();
  for (const caption of captions) {
    for (const key of new Set(caption.labels.map(labelKey)))
      answering.set(key, answering.has(key) && answering.get(key)?.name !== caption.name ? null : caption);
  }
  return answering;
}

/** Adds what a label says: a caption that names a post knows it better. */
export function withTitle(person: Named, titled: Titled | undefined): Named {
  if (!titled) return person;
  const { name, role, organisation, reading } = titled;
  const bare = person.name === person.label && name !== '' ? name : person.name;
  const title = person.title || (name === '' ? '' : role);
  return {
    ...person,
    name: bare,
    title,
    organisation: person.organisation || organisation,
    ...(reading !== undefined && { reading }),
  };
}
