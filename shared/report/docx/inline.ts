import { Bookmark, InternalHyperlink, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx';
import type { Citation, Line, SourceId } from '../document.ts';
import { cleanLine, cleanText } from './clean.ts';
import { INK } from './design.ts';
import { STYLE } from './styles.ts';

/** A line as runs. Blank stays at the ends of spans: they join each other. */
export function runsOf(line: Line): ParagraphChild[] {
  const spans = typeof line === 'string' ? [line] : line;
  return spans.flatMap((span): ParagraphChild[] => {
    if (typeof span !== 'string' && span.cite !== undefined)
      return citationsOf([{ cite: span.cite, text: span.text }]);
    const { text, ...manner } = typeof span === 'string' ? { text: span } : span;
    const clean = cleanText(text).replaceAll(/\s*\n\s*/g, ' ');
    if (clean === '') return [];
    return [
      new TextRun({
        text: clean,
        ...('strong' in manner && manner.strong ? { bold: true } : {}),
        ...('quiet' in manner && manner.quiet ? { color: INK.quiet } : {}),
      }),
    ];
  });
}

/** Links to sources, small and quiet. */
export function citationsOf(cites: readonly Citation[]): InternalHyperlink[] {
  return cites.map(
    ({ cite, text }) =>
      new InternalHyperlink({
        anchor: bookmarkOf(cite),
        children: [new TextRun({ text, color: INK.link, bold: false })],
      }),
  );
}

/** What citations of a source lead to. */
export function sourceMark(id: SourceId, label: string): Bookmark {
  return new Bookmark({ id: bookmarkOf(id), children: [new TextRun({ text: label, color: INK.quiet })] });
}

/** Names of bookmarks are at most 40 of Word's word characters: the end of an id is what tells it from others. */
function bookmarkOf(id: SourceId): string {
  return `source_${id.replaceAll(/[^A-Za-z0-9]/g, '_').slice(-32)}`;
}

export function styled(style: string, line: Line): Paragraph {
  return new Paragraph({ style, children: runsOf(line) });
}

/** `label ⇥ value`. No line of a group is left alone at the edge of a page; keeping all would tear holes. */
export function factParagraph(
  label: string,
  value: string,
  { keepNext, last }: { readonly keepNext: boolean; readonly last: boolean },
): Paragraph {
  return new Paragraph({
    style: STYLE.fact,
    keepNext: keepNext && !last,
    ...(last ? { spacing: { after: 160 } } : {}),
    children: [
      new TextRun({ text: cleanLine(label), color: INK.quiet }),
      new TextRun({ children: [new Tab(), cleanLine(value)] }),
    ],
  });
}
