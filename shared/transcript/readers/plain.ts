import { dateOf, tellsOccasion } from '../occasion.ts';
import { assemble } from '../page.ts';
import { placePeople } from '../people.ts';
import type { Reader } from '../reader.ts';
import type { ReadBlock } from '../result.ts';
import { rosterOf } from '../roster.ts';
import { withRoster } from '../turns.ts';
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
      const people = withRoster(
        [],
        rosterOf(source.lines, [], () => false),
      );
      const placed = placePeople(people, outside, title, options);
      const blocks = people.length > 0 ? outside : page.blocks.map(spokenOrTold);
      return {
        title,
        date: dateOf(title, outside),
        language: languageOf(source.text),
        participants: placed.participants,
        headings,
        alarms: [],
        roles: page.roles,
        blocks: blocks.some(({ kind }) => kind === 'speech') || people.length > 0 ? blocks : page.blocks,
        warnings: [{ code: 'no-speakers', params: {} }, ...warnings, ...placed.warnings],
      };
    },
  }),
};

/** What holds no finished sentence, or says when the dialogue was held, is the page's and nobody's words. */
function spokenOrTold(block: ReadBlock): ReadBlock {
  const words = block.text.slice(0, 2_000);
  const sentence = block.text.length > 200 || /[.!?。！？…]["'”’」』)）]*(\s|$)/u.test(words);
  return !sentence || (words.length < 400 && tellsOccasion(words)) ? { ...block, kind: 'narration' } : block;
}
