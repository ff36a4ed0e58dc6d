import {
  Bookmark,
  HeadingLevel,
  ImageRun,
  type InternalHyperlink,
  Paragraph,
  SimpleField,
  Tab,
  type Table,
  TextRun,
} from 'docx';
import type { Language, Translate } from '../../i18n/index.ts';
import type { Block, Citation, Line, Picture, Pictures, Source } from '../document.ts';
import { cleanLine, cleanParagraphs } from './clean.ts';
import { PICTURE_HEIGHT, PICTURE_WIDTH } from './design.ts';
import { citationsOf, factParagraph, runsOf, sourceMark, styled } from './inline.ts';
import { LIST } from './lists.ts';
import { STYLE } from './styles.ts';
import { tableOf } from './table.ts';

const LEVEL = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** Draws blocks; counts what is numbered over the whole document. */
export class BlockWriter {
  readonly #t: Translate;
  readonly #language: Language;
  readonly #pictures: Pictures;
  readonly #counted = { table: 0, figure: 0, list: 0 };

  constructor(t: Translate, language: Language, pictures: Pictures) {
    this.#t = t;
    this.#language = language;
    this.#pictures = pictures;
  }

  write(block: Block): (Paragraph | Table)[] {
    switch (block.kind) {
      case 'heading':
        return [new Paragraph({ heading: LEVEL[block.level], children: runsOf(cleanLine(block.text)) })];
      case 'paragraph':
        return [paragraphOf(block)];
      case 'facts':
        return block.facts.map(({ label, value }, index) => {
          const left = block.facts.length - 1 - index;
          return factParagraph(label, value, {
            keepNext: (index === 0 || left === 1) && isShort(value),
            last: left === 0,
          });
        });
      case 'quote':
        return this.#quote(block);
      case 'list': {
        const instance = this.#counted.list++;
        return block.items.map(
          (item) =>
            new Paragraph({
              style: block.numbered ? STYLE.numbered : STYLE.list,
              numbering: {
                reference: block.numbered ? LIST.numbered : LIST.bullet,
                level: 0,
                instance,
                custom: true,
              },
              children: runsOf(item),
            }),
        );
      }
      case 'note':
        return [
          styled(STYLE.noteTitle, cleanLine(block.title)),
          ...block.lines
            .flatMap(cleanParagraphs)
            .map(
              (line) =>
                new Paragraph({ style: STYLE.note, keepNext: block.before === true, children: runsOf(line) }),
            ),
          // Sets the shaded box apart from what follows it.
          spacer(block.before),
        ];
      case 'table':
        return [
          this.#caption('table', block.caption, block.cites),
          tableOf(block, this.#language),
          block.note ? styled(STYLE.tableNote, cleanLine(block.note)) : spacer(),
        ];
      case 'picture': {
        const picture = this.#pictures[block.picture];
        return picture
          ? [
              pictureOf(picture, block.caption, block.alt),
              this.#caption('figure', block.caption, block.cites),
            ]
          : [];
      }
      case 'sources':
        if (block.running) return [runningSources(block.sources)];
        return block.sources.map(
          ({ id, label, text }) =>
            new Paragraph({
              style: STYLE.source,
              children: [
                sourceMark(id, label),
                new TextRun({ children: [new Tab()] }),
                ...runsOf(cleanLine(text)),
              ],
            }),
        );
    }
  }

  #quote({ text, source, cites = [] }: Extract<Block, { readonly kind: 'quote' }>): Paragraph[] {
    const lines = cleanParagraphs(text);
    return [
      ...lines.map(
        (line, index) =>
          new Paragraph({
            style: STYLE.quote,
            // Its last paragraph stays with the name of who said it.
            ...(index === lines.length - 1 && isShort(line) ? { keepNext: true } : {}),
            children: runsOf(line),
          }),
      ),
      new Paragraph({
        style: STYLE.quoteSource,
        children: [
          ...runsOf(this.#t('report.quote.source', { source: cleanLine(source) })),
          ...spaced(cites),
        ],
      }),
    ];
  }

  /**
   * `Table 1  …`, numbered by a SEQ field that already holds its number: Word has nothing to ask. It bears a bookmark,
   * and leads to its sources.
   */
  #caption(kind: 'table' | 'figure', text: string, cites: readonly Citation[] = []): Paragraph {
    const number = ++this.#counted[kind];
    const label = this.#t(`report.caption.${kind}`);
    return new Paragraph({
      style: STYLE.caption,
      // A table's caption stands above it and stays with it; a picture's below.
      keepNext: kind === 'table',
      children: [
        new Bookmark({
          id: `${kind}_${number}`,
          children: this.#t('report.caption', { label, number: NUMBER_SIGN, text: cleanLine(text) })
            .split(new RegExp(`(${NUMBER_SIGN})`))
            .filter((part) => part !== '')
            .map((part) =>
              part === NUMBER_SIGN
                ? new SimpleField(`SEQ ${label} \\* ARABIC`, String(number))
                : new TextRun(part),
            ),
        }),
        ...spaced(cites),
      ],
    });
  }
}

function runningSources(sources: readonly Source[]): Paragraph {
  return new Paragraph({
    style: STYLE.small,
    children: sources.flatMap(({ id, label, text }, index) => [
      ...(index === 0 ? [] : [new TextRun('  ')]),
      sourceMark(id, label),
      ...runsOf(` ${cleanLine(text)}`),
    ]),
  });
}

/** Citations behind a text. */
function spaced(cites: readonly Citation[]): (TextRun | InternalHyperlink)[] {
  return cites.length === 0 ? [] : [new TextRun(' '), ...citationsOf(cites)];
}

/** Stands for the field while the caption is put together; of the private use area, so in no catalog. */
const NUMBER_SIGN = '\uE002';

/** Characters up to which a paragraph may be kept with the next: a long one would leave half a page empty. */
const SHORT = 600;

function isShort(line: Line): boolean {
  const spans = typeof line === 'string' ? [line] : line;
  return spans.reduce((sum, span) => sum + (typeof span === 'string' ? span : span.text).length, 0) <= SHORT;
}

/** Word also joins two tables that nothing stands between. */
function spacer(keepNext = false): Paragraph {
  return new Paragraph({ style: STYLE.spacer, keepNext, children: [] });
}

function paragraphOf({ text, manner, before }: Extract<Block, { readonly kind: 'paragraph' }>): Paragraph {
  if (manner === 'lead') return styled(STYLE.lead, text);
  return new Paragraph({
    ...(manner === 'small' ? { style: STYLE.small } : {}),
    ...(before && isShort(text) ? { keepNext: true } : {}),
    children: runsOf(text),
  });
}

/** A picture as wide as the text, unless it would be higher than a page. */
function pictureOf({ png, width, height }: Picture, name: string, alt: string): Paragraph {
  const factor = Math.min(PICTURE_WIDTH / width, PICTURE_HEIGHT / height);
  return new Paragraph({
    style: STYLE.figure,
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: { width: Math.round(width * factor), height: Math.round(height * factor) },
        altText: { name: cleanLine(name), title: cleanLine(name), description: cleanLine(alt) },
      }),
    ],
  });
}
