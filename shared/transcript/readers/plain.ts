import { dateOf } from '../occasion.ts';
import { assemble } from '../page.ts';
import type { Reader } from '../reader.ts';
import { languageOf } from '../words.ts';

/** Any text: paragraphs as words of nobody known, under the headings that stand alone. Always the last resort. */
export const plain: Reader = {
  id: 'plain',
  detect: (source) => ({
    confidence: 0.05,
    read: () => {
      const page = assemble(source.lines, { turnStart: () => null, asides: [], outside: 'speech' });
      const { title, headings, blocks, warnings } = page;
      const outside = blocks.map((block) => ({ ...block, kind: 'narration' as const }));
      return {
        title,
        date: dateOf(title, outside),
        language: languageOf(source.text),
        participants: [],
        headings,
        blocks,
        warnings: [{ code: 'no-speakers', params: {} }, ...warnings],
      };
    },
  }),
};
