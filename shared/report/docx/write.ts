import { Document, Footer, Header, HeadingLevel, Packer, PageNumber, Paragraph, Tab, TextRun } from 'docx';
import { dateText, dayOf } from '../../i18n/dates.ts';
import { type Translate, translator } from '../../i18n/index.ts';
import type { Pictures, ReportDocument, Section } from '../document.ts';
import { BlockWriter } from './blocks.ts';
import { cleanLine, clipLine } from './clean.ts';
import { PAGE } from './design.ts';
import { finish } from './finish.ts';
import { runsOf } from './inline.ts';
import { NUMBERING } from './lists.ts';
import { EDGE_TAB, STYLE, stylesFor } from './styles.ts';

/**
 * Writes a report as a Word file (.docx, Office Open XML transitional). The same document and pictures give the same
 * bytes. Word and LibreOffice open it without a question: no field is left to be filled.
 */
export async function writeDocx(report: ReportDocument, pictures: Pictures): Promise<Uint8Array> {
  const t = translator(report.language);
  const writer = new BlockWriter(t, report.language, pictures);
  const title = cleanLine(report.title);
  const written = t('report.writtenAt', { date: dateText(dayOf(report.writtenAt), report.language) });
  const file = new Document({
    title,
    subject: cleanLine(report.subject),
    creator: cleanLine(report.creator) || t('app.name'),
    lastModifiedBy: cleanLine(report.creator) || t('app.name'),
    keywords: report.keywords.map(cleanLine).filter(Boolean).join(', '),
    description: cleanLine(report.subtitle),
    revision: 1,
    compatibility: { version: 15 },
    styles: stylesFor(report.language),
    numbering: NUMBERING,
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: PAGE.margin,
          },
        },
        headers: {
          default: new Header({
            children: [
              edged(STYLE.header, clipLine(report.workspaceName, HEAD_WIDTH), [
                new TextRun(clipLine(title, HEAD_WIDTH)),
              ]),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              edged(STYLE.footer, written, [
                new TextRun({
                  children: pageNumbers(t),
                }),
              ]),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: runsOf(title) }),
          new Paragraph({ style: STYLE.subtitle, children: runsOf(cleanLine(report.subtitle)) }),
          ...titled(report.sections, t).flatMap(({ section, title: head, breaks }) => [
            new Paragraph({
              heading: HeadingLevel.HEADING_1,
              pageBreakBefore: breaks,
              children: runsOf(cleanLine(head)),
            }),
            ...section.blocks.flatMap((block) => writer.write(block)),
          ]),
        ],
      },
    ],
  });
  const packed = new Uint8Array(await Packer.toArrayBuffer(file));
  return finish(packed, { language: report.language, writtenAt: report.writtenAt });
}

/** Sections with their titles as they are printed: those of the appendix bear letters, and begin on a page of its own. */
function titled(sections: readonly Section[], t: Translate) {
  const appendix = sections.filter((one) => one.appendix);
  return sections.map((section) => {
    const place = appendix.indexOf(section);
    return {
      section,
      title:
        place < 0
          ? section.title
          : t('report.appendix', { letter: String.fromCharCode(A + place), title: section.title }),
      breaks: place === 0,
    };
  });
}

const A = 'A'.charCodeAt(0);

/** Latin letters that either half of the running head has room for. */
const HEAD_WIDTH = 50;

/** `Page 1 of 9`, the numbers as fields in the place that the language gives them. */
function pageNumbers(t: Translate): string[] {
  const fields = new Map<string, string>([
    [PAGE_SIGN, PageNumber.CURRENT],
    [PAGES_SIGN, PageNumber.TOTAL_PAGES],
  ]);
  return t('report.page', { page: PAGE_SIGN, pages: PAGES_SIGN })
    .split(new RegExp(`(${PAGE_SIGN}|${PAGES_SIGN})`))
    .filter((part) => part !== '')
    .map((part) => fields.get(part) ?? part);
}

/** Stand for the fields while the sentence is put together; of the private use area, so in no catalog. */
const PAGE_SIGN = '\uE000';
const PAGES_SIGN = '\uE001';

/** A line with something at its left edge and something at its right one. */
function edged(style: string, left: string, right: readonly TextRun[]): Paragraph {
  return new Paragraph({
    style,
    tabStops: [EDGE_TAB],
    children: [new TextRun(left), new TextRun({ children: [new Tab()] }), ...right],
  });
}
