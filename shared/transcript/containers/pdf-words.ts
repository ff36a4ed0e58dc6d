import { ProblemError } from '../../model/problem.ts';
import type { ReadLoss, TranscriptFile } from '../result.ts';
import type { Unwrapped } from './container.ts';
import { Paper } from './paper.ts';
import { layOut } from './pdf-layout.ts';
import type { Page } from './pdf-page.ts';
import { readPages } from './pdf-pages.ts';
import { checkStreams } from './pdf-streams.ts';

const MB = 1024 * 1024;
const LIMIT = 50 * MB;
const MOST_PAGES = 3_000;

/**
 * The words of a PDF with a text layer, in lines as they stand on the pages; read by Mozilla's pdf.js.
 * @throws ProblemError `pdf-broken`, `pdf-no-text`, `file-locked`, `file-hostile`, `file-too-large`
 */
export async function openPdf(file: TranscriptFile): Promise<Unwrapped> {
  const { name, bytes } = file;
  if (bytes.length > LIMIT) throw new ProblemError('file-too-large', { name, limit: LIMIT / MB });
  checkStreams(name, bytes);
  const pages = await readPages(file, MOST_PAGES);
  const paper = new Paper(name);
  const { paragraphs, furniture, hyphens } = layOut(pages);
  if (paragraphs.length === 0) throw new ProblemError('pdf-no-text', { name, pages: pages.length });
  let rows: string[] = [];
  const endTable = () => {
    if (rows.length > 1) paper.table(rows.map((row) => row.split('\t')));
    else for (const row of rows) paper.paragraph(row);
    rows = [];
  };
  for (const { text, level, gap } of paragraphs) {
    if (level === 0 && text.includes('\t')) {
      rows.push(text);
      continue;
    }
    endTable();
    if (gap) paper.blank();
    paper.paragraph(text, level);
  }
  endTable();
  if (furniture.length > 0)
    paper.warn('pdf-furniture', {
      count: furniture.length,
      words: examplesOf(furniture.map(({ text }) => text)),
    });
  if (hyphens.length > 0) paper.warn('pdf-hyphens', { count: hyphens.length, words: examplesOf(hyphens) });
  const empty = pages.filter(({ lines }) => lines.length === 0).length;
  if (empty > 0) paper.warn('pdf-pages-empty', { count: empty });
  const turned = pages.flatMap((page) => page.turned);
  if (turned.length > 0) paper.warn('pdf-turned', { count: turned.length, words: examplesOf(turned) });
  const ruby = pages.flatMap((page) => page.ruby);
  if (ruby.length > 0) paper.warn('pdf-ruby', { count: ruby.length, words: examplesOf(ruby) });
  const unknown = pages.reduce((sum, page) => sum + page.unknown, 0);
  if (unknown > 0) paper.warn('pdf-glyphs', { count: unknown });
  const scattered = pages.filter(isScattered).length;
  if (scattered > 0) paper.warn('pdf-scattered', { count: scattered });
  const lost = [
    ...furniture,
    ...turned.map((text) => ({ text, part: 'turned' })),
    ...ruby.map((text) => ({ text, part: 'ruby' })),
  ];
  return { ...paper.finish(), format: 'pdf', encoding: '', ledger: lossesOf(lost) };
}

/** Whether most lines of a page are single characters: they stand in an order that could not be found. */
function isScattered({ lines }: Page): boolean {
  return lines.length >= 20 && lines.filter(({ text }) => [...text].length <= 2).length > lines.length * 0.6;
}

/** A few of many words, each once. */
function examplesOf(words: readonly string[]): string {
  const some = [...new Set(words.map((one) => one.slice(0, 60)))];
  return some.slice(0, 6).join(' · ') + (some.length > 6 ? ' …' : '');
}

/** What was left out, alike things together: page numbers, and heads that differ by their numbers only, are one. */
function lossesOf(left: readonly { readonly text: string; readonly part: string }[]): ReadLoss[] {
  const losses = new Map<string, ReadLoss>();
  for (const { text, part } of left) {
    const alike = `${part} ${part === 'page-number' ? '' : text.replace(/[\d０-９]+/g, '#')}`;
    const { words, count } = losses.get(alike) ?? { words: text, count: 0 };
    losses.set(alike, { part, words, count: count + 1 });
  }
  return [...losses.values()];
}
