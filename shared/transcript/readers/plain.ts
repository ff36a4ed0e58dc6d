import type { Caption } from '../captions.ts';
import { isPolite, paragraphsOf } from '../cards.ts';
import type { Side } from '../groups.ts';
import type { Line } from '../lines.ts';
import { dateOf, tellsOccasion } from '../occasion.ts';
import { assemble } from '../page.ts';
import { namedPeople, placePeople } from '../people.ts';
import { withRoster } from '../presented.ts';
import type { Reader } from '../reader.ts';
import { reportedWords } from '../reported.ts';
import type { ReadBlock } from '../result.ts';
import { rosterOf } from '../roster.ts';
import { languageOf } from '../words.ts';

/**
 * Any text: paragraphs as words of nobody known, under the headings that stand alone. Always the last resort. A page that
 * lists participants but gives nobody's words is a report: its paragraphs are narration.
 */
export const plain: Reader = {
  id: 'plain',
  detect: (source, options) => ({
    confidence: 0.05,
    starts: new Map(),
    read: () => {
      const page = assemble(source.lines, { turnStart: () => null, asides: [], outside: 'speech' });
      const { title, headings, warnings } = page;
      const outside = page.blocks.map((block) => ({ ...block, kind: 'narration' as const }));
      const paragraphs = paragraphsOf(source.lines);
      const roster = rosterOf(source.lines, [], () => false);
      const cards = paragraphs.flatMap(({ caption }) => (caption ? [caption] : []));
      const people = withRoster(
        namedPeople([], cards, () => null),
        { ...roster, sides: new Map([...guestsOf(source.lines, cards), ...roster.sides]) },
      );
      const listed = roster.people.length > 0;
      const placed = placePeople(people, outside, title, options);
      const blocks = listed ? outside : page.blocks.map(spokenOrTold);
      return {
        title,
        date: dateOf(title, outside),
        language: languageOf(source.text),
        participants: placed.participants,
        headings,
        alarms: reportedWords(source.lines, paragraphs, placed.participants),
        roles: page.roles,
        blocks: blocks.some(({ kind }) => kind === 'speech') || listed ? blocks : page.blocks,
        warnings: [{ code: 'no-speakers', params: {} }, ...warnings, ...placed.warnings],
      };
    },
  }),
};

/** Those whom a caption names with a courtesy are guests. */
function guestsOf(lines: readonly Line[], cards: readonly Caption[]): [name: string, side: Side][] {
  return cards.flatMap(({ name, from, to }) =>
    lines.slice(from, to).some(({ text }) => isPolite(text)) ? [[name, 'external']] : [],
  );
}

/** What holds no finished sentence, or says when the dialogue was held, is the page's and nobody's words. */
function spokenOrTold(block: ReadBlock): ReadBlock {
  const words = block.text.slice(0, 2_000);
  const sentence = block.text.length > 200 || /[.!?。！？…]["'”’」』)）]*(\s|$)/u.test(words);
  return !sentence || (words.length < 400 && tellsOccasion(words)) ? { ...block, kind: 'narration' } : block;
}
