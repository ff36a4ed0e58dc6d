import { Paragraph, Tab, TextRun } from 'docx';
import type { Line } from '../document.ts';
import { cleanLine, cleanText } from './clean.ts';
import { INK } from './design.ts';
import { STYLE } from './styles.ts';

/** A line as runs. Blank stays at the ends of spans: they join each other. */
export function runsOf(line: Line): TextRun[] {
  const spans = typeof line === 'string' ? [line] : line;
  return spans.flatMap((span) => {
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
