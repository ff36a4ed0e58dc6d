import { type Caption, findCaptions, isOrganisation, labelsOf } from '../captions.ts';
import { countLabels, labelKey, type ParsedLabel, parseLabel, speakersAmong } from '../labels.ts';
import type { Line, TextSource } from '../lines.ts';
import { dateOf } from '../occasion.ts';
import { assemble, type TurnStart } from '../page.ts';
import { type Named, namedPeople, placePeople } from '../people.ts';
import type { Detection, Reader, Reading } from '../reader.ts';
import type { ReadOptions, ReadWarning } from '../result.ts';
import { HONORIFIC, languageOf } from '../words.ts';

/** Plain text and Markdown in which a turn begins with `Name:` or `Name：`. */
export const labelled: Reader = {
  id: 'labelled',
  detect(source, options): Detection | null {
    const parsed = new Map<Line, ParsedLabel>();
    let places = 0;
    for (const line of source.lines) {
      if (line.level > 0) continue;
      if (line.start) places++;
      const label = parseLabel(line.text);
      if (!label) continue;
      parsed.set(line, label);
      // A labelled line is a place of its own, also in the middle of a paragraph.
      if (!line.start) places++;
    }
    if (parsed.size === 0) return null;
    const names = nameLines(source.lines);
    const uses = countLabels(parsed.values());
    const speakers = speakersAmong(uses, places, (label) => names.has(labelKey(label)));
    let turns = 0;
    for (const { count } of speakers.values()) turns += count;
    if (turns === 0 || (turns === 1 && places > 3)) return null;
    return {
      confidence: 0.3 + 0.6 * Math.min(1, turns / places),
      read: () => read(source, options, parsed, speakers),
    };
  },
};

/** Labels that the names standing on lines of their own would answer to. */
function nameLines(lines: readonly Line[]): Set<string> {
  const names = new Set<string>();
  for (const { text } of lines) {
    if (text.length > 60) continue;
    const [label, ...more] = labelsOf(text);
    for (const one of label ? [label, ...more] : []) names.add(labelKey(one));
  }
  return names;
}

function read(
  source: TextSource,
  options: ReadOptions,
  parsed: ReadonlyMap<Line, ParsedLabel>,
  speakers: ReturnType<typeof speakersAmong>,
): Reading {
  const speakerOf = (line: Line) => {
    const label = parsed.get(line);
    return label && speakers.get(labelKey(label.label));
  };
  const turnStart = (line: Line): TurnStart | null => {
    const use = speakerOf(line);
    const label = parsed.get(line);
    return use && label ? { speaker: use.label, rest: label.rest, start: label.start } : null;
  };
  const captions = findCaptions(
    source.lines,
    (label) => speakers.has(labelKey(label)),
    (line) => speakerOf(line) !== undefined,
  );
  const page = assemble(source.lines, { turnStart, asides: captions, outside: 'narration' });

  const used = [...new Set(page.blocks.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])))];
  // Who answers to a label; null where several do.
  const answering = new Map<string, Caption | null>();
  for (const caption of captions) {
    for (const key of new Set(caption.labels.map(labelKey)))
      answering.set(key, answering.has(key) && answering.get(key)?.name !== caption.name ? null : caption);
  }
  const captionOf = (label: string) => answering.get(labelKey(label)) ?? null;
  const people = namedPeople(used, captions, captionOf).map((person): Named => {
    const name = person.name.replace(HONORIFIC, '').trim() || person.name;
    const role = speakers.get(labelKey(person.label))?.role ?? '';
    if (role === '' || person.title !== '' || person.organisation !== '') return { ...person, name };
    return isOrganisation(role) ? { ...person, name, organisation: role } : { ...person, name, title: role };
  });
  const { participants, warnings } = placePeople(people, page.blocks, page.title, options);
  const once: ReadWarning[] = [...speakers.values()]
    .filter(({ count, label }) => count === 1 && captionOf(label) === null)
    .map(({ label }) => ({ code: 'label-once', params: { label } }));
  return {
    title: page.title,
    date: dateOf(page.title, page.blocks),
    language: languageOf(source.text),
    participants,
    headings: page.headings,
    blocks: page.blocks,
    warnings: [...once, ...page.warnings, ...warnings],
  };
}
