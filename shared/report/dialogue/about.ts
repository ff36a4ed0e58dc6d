import type { Block } from '../document.ts';
import { omissionKey } from '../document.ts';
import type { DialogueSummary } from '../model/dialogue.ts';
import type { SectionWriter } from '../section.ts';

/** How words are attributed, what is left out, and where the text comes from. */
export const about: SectionWriter<DialogueSummary> = (summary, { t }) => {
  // What makes somebody traceable, and which names are held back, is for the office to know, not for the reader.
  const told = summary.omissions.filter(({ reason }) => reason.startsWith('off-record'));
  const blocks: Block[] = [
    ...(summary.policy === 'off-record'
      ? []
      : [{ kind: 'paragraph' as const, text: t(`report.attribution.${summary.policy}`) }]),
    ...told.map(({ reason, count }) => ({
      kind: 'paragraph' as const,
      text: t(omissionKey(reason), { count }),
    })),
    ...(summary.quoteCount === 0
      ? []
      : [
          {
            kind: 'paragraph' as const,
            text: t(summary.sourceNote ? 'report.paraphrase.noted' : 'report.paraphrase'),
          },
        ]),
  ];
  return { id: 'about', title: t('report.about'), blocks };
};
