import { AlignmentType, BorderStyle, type IStylesOptions, LineRuleType, TabStopType } from 'docx';
import type { Language } from '../../i18n/index.ts';
import { FONT, INK, scriptLanguages, TEXT_WIDTH, typography } from './design.ts';

/** Ids of the styles a paragraph of ours may have; all of them are defined below. */
export const STYLE = {
  subtitle: 'Subtitle',
  lead: 'Lead',
  small: 'SmallText',
  fact: 'Fact',
  quote: 'Quote',
  quoteSource: 'QuoteSource',
  list: 'ListBullet',
  numbered: 'ListNumber',
  noteTitle: 'NoteTitle',
  note: 'Note',
  caption: 'Caption',
  figure: 'Figure',
  tableHead: 'TableHead',
  tableText: 'TableText',
  tableNote: 'TableNote',
  source: 'Source',
  spacer: 'Spacer',
  header: 'Header',
  footer: 'Footer',
} as const;

/** Where the value of a fact begins. */
const FACT_INDENT = 2268;

type Typography = ReturnType<typeof typography>;
type ParagraphStyles = NonNullable<IStylesOptions['paragraphStyles']>;

const KEEP = { keepNext: true, keepLines: true } as const;

/** The look of a report as real paragraph styles, so that an office can restyle it in one place. */
export function stylesFor(language: Language): IStylesOptions {
  const type = typography(language);
  return {
    default: wordsOwnStyles(type, language),
    characterStyles: [
      {
        id: 'DefaultParagraphFont',
        name: 'Default Paragraph Font',
        uiPriority: 1,
        semiHidden: true,
        unhideWhenUsed: true,
      },
    ],
    paragraphStyles: [
      ...runningTextStyles(type),
      ...noteStyles(type),
      ...figureAndTableStyles(type),
      ...headerAndFooterStyles(type),
    ],
  };
}

/** Styles that Word has anyway, and that our own rest on. */
function wordsOwnStyles(type: Typography, language: Language): NonNullable<IStylesOptions['default']> {
  const heading = (size: number, before: number, after: number, outlineLevel: number) => ({
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { size, bold: true, color: INK.heading },
    paragraph: { ...KEEP, outlineLevel, spacing: { before, after, line: 252, lineRule: LineRuleType.AUTO } },
  });
  return {
    document: {
      run: { font: FONT, size: type.body, color: INK.text, language: scriptLanguages(language) },
      paragraph: { spacing: { after: 120, line: type.line, lineRule: LineRuleType.AUTO } },
    },
    title: {
      basedOn: 'Normal',
      next: STYLE.subtitle,
      quickFormat: true,
      run: { size: type.title, bold: true, color: INK.heading },
      paragraph: { ...KEEP, spacing: { before: 0, after: 60, line: 252, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(type.heading1, 400, 140, 0),
    heading2: heading(type.heading2, 300, 100, 1),
    heading3: heading(type.heading3, 240, 80, 2),
    caption: {
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { size: type.small, bold: true, color: INK.heading },
      paragraph: { ...KEEP, spacing: { before: 200, after: 80, line: 252, lineRule: LineRuleType.AUTO } },
    },
  };
}

function runningTextStyles(type: Typography): ParagraphStyles {
  return [
    {
      id: STYLE.subtitle,
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { size: type.heading3, color: INK.quiet },
      paragraph: {
        keepNext: true,
        spacing: { after: 280 },
        border: { bottom: { style: BorderStyle.SINGLE, size: 8, space: 8, color: INK.heading } },
      },
    },
    {
      id: STYLE.lead,
      name: 'Lead',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: type.heading3 },
      paragraph: { spacing: { after: 200 } },
    },
    {
      id: STYLE.small,
      name: 'Small Text',
      basedOn: 'Normal',
      run: { size: type.small, color: INK.quiet },
    },
    {
      id: STYLE.fact,
      name: 'Fact',
      basedOn: 'Normal',
      paragraph: {
        spacing: { after: 50 },
        indent: { start: FACT_INDENT, hanging: FACT_INDENT },
        leftTabStop: FACT_INDENT,
      },
    },
    {
      id: STYLE.quote,
      name: 'Quote',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        indent: { start: 340, end: 340 },
        spacing: { before: 60, after: 60 },
        border: { left: { style: BorderStyle.SINGLE, size: 12, space: 10, color: INK.rule } },
      },
    },
    {
      id: STYLE.quoteSource,
      name: 'Quote Source',
      basedOn: STYLE.quote,
      next: 'Normal',
      run: { size: type.small, color: INK.quiet },
      paragraph: { spacing: { before: 0, after: 160 } },
    },
    {
      id: STYLE.list,
      name: 'List Bullet',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { after: 60 } },
    },
    {
      id: STYLE.numbered,
      name: 'List Number',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { after: 60 } },
    },
  ];
}

function noteStyles(type: Typography): ParagraphStyles {
  const side = { style: BorderStyle.SINGLE, size: 18, space: 8, color: INK.noteRule } as const;
  // The shaded ground reaches a little beyond the text.
  const edge = { style: BorderStyle.SINGLE, size: 4, space: 4, color: INK.noteFill } as const;
  return [
    {
      id: STYLE.noteTitle,
      name: 'Note Title',
      basedOn: STYLE.note,
      next: STYLE.note,
      run: { bold: true, color: INK.heading },
      paragraph: { ...KEEP, spacing: { before: 160, after: 60 } },
    },
    {
      id: STYLE.note,
      name: 'Note',
      basedOn: 'Normal',
      run: { size: type.table },
      paragraph: {
        keepLines: true,
        indent: { start: 220, end: 80 },
        spacing: { before: 0, after: 60 },
        shading: { fill: INK.noteFill },
        border: { left: side, top: edge, bottom: edge, right: edge },
      },
    },
  ];
}

function figureAndTableStyles(type: Typography): ParagraphStyles {
  return [
    {
      id: STYLE.figure,
      name: 'Figure',
      basedOn: 'Normal',
      next: STYLE.caption,
      paragraph: {
        keepNext: true,
        alignment: AlignmentType.CENTER,
        spacing: { before: 120, after: 60, line: 240, lineRule: LineRuleType.AUTO },
      },
    },
    {
      id: STYLE.tableText,
      name: 'Table Text',
      basedOn: 'Normal',
      run: { size: type.table },
      paragraph: { spacing: { before: 0, after: 0, line: type.tableLine, lineRule: LineRuleType.AUTO } },
    },
    {
      id: STYLE.tableHead,
      name: 'Table Head',
      basedOn: STYLE.tableText,
      run: { bold: true, color: INK.heading },
      paragraph: { keepNext: true },
    },
    {
      id: STYLE.tableNote,
      name: 'Table Note',
      basedOn: STYLE.small,
      paragraph: { spacing: { before: 80, after: 200 } },
    },
    {
      id: STYLE.source,
      name: 'Source',
      basedOn: STYLE.small,
      paragraph: {
        spacing: { after: 40 },
        indent: { start: 560, hanging: 560 },
        leftTabStop: 560,
      },
    },
    {
      // Air after a table or a note; next to nothing where it falls on the top of a page.
      id: STYLE.spacer,
      name: 'Spacer',
      basedOn: 'Normal',
      run: { size: 2 },
      paragraph: { spacing: { before: 0, after: 160, line: 20, lineRule: LineRuleType.EXACT } },
    },
  ];
}

function headerAndFooterStyles(type: Typography): ParagraphStyles {
  return [
    {
      id: STYLE.header,
      name: 'header',
      basedOn: 'Normal',
      run: { size: type.small, color: INK.quiet },
      paragraph: {
        spacing: { after: 0 },
        rightTabStop: TEXT_WIDTH,
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 4, color: INK.hairline } },
      },
    },
    {
      id: STYLE.footer,
      name: 'footer',
      basedOn: 'Normal',
      run: { size: type.small, color: INK.quiet },
      paragraph: { spacing: { after: 0 }, rightTabStop: TEXT_WIDTH },
    },
  ];
}

/** Right edge of header and footer. */
export const EDGE_TAB = { type: TabStopType.RIGHT, position: TEXT_WIDTH } as const;
