import { ProblemError } from '../../model/problem.ts';
import { TEXT_LIMIT } from '../decode.ts';
import type { TranscriptFile } from '../result.ts';
import type { Page, PageLine } from './pdf-layout.ts';

/**
 * The lines of every page with their places. pdf.js runs in this very thread (the import worker): it starts no worker of
 * its own, compiles nothing, loads no fonts and asks no server for anything.
 * @throws ProblemError `pdf-broken`, `file-locked` for a password, `file-too-large`
 */
export async function readPages({ name, bytes }: TranscriptFile, mostPages: number): Promise<Page[]> {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    // pdf.js keeps the buffer for itself.
    data: bytes.slice(),
    isEvalSupported: false,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    stopAtErrors: false,
    enableXfa: false,
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    CMapReaderFactory: CMaps,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > mostPages)
      throw new ProblemError('file-too-large', { name, limit: TEXT_LIMIT / 1024 / 1024 });
    const pages: Page[] = [];
    let length = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const view = page.getViewport({ scale: 1 });
      const content = await page.getTextContent({ disableNormalization: true });
      const lines = linesOf(content, view.transform);
      for (const line of lines) length += line.text.length;
      if (length > TEXT_LIMIT)
        throw new ProblemError('file-too-large', { name, limit: TEXT_LIMIT / 1024 / 1024 });
      pages.push({ width: view.width, height: view.height, lines });
      page.cleanup();
    }
    return pages;
  } catch (thrown) {
    if (thrown instanceof ProblemError) throw thrown;
    const kind = thrown instanceof Error ? thrown.name : '';
    throw new ProblemError(
      kind === 'PasswordException' ? 'file-locked' : 'pdf-broken',
      { name },
      { cause: thrown },
    );
  } finally {
    await task.destroy();
  }
}

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

async function loadPdfjs(): Promise<Pdfjs> {
  // Where pdf.js finds its worker's code here, it runs it in place instead of starting a worker.
  const scope = globalThis as { pdfjsWorker?: unknown };
  scope.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** Tables of the characters of Japanese fonts that a PDF only names (PDF 1.7, 9.7.5.2); others are not on board. */
class CMaps {
  async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
    const { default: tables } = await import('#resources/cmaps/japanese.json');
    const packed = (tables as Readonly<Record<string, string>>)[name];
    if (packed === undefined) throw new Error(`no character table ${name}`);
    return { cMapData: Uint8Array.from(atob(packed), (one) => one.charCodeAt(0)), isCompressed: true };
  }
}

type Content = Awaited<
  ReturnType<
    Awaited<ReturnType<Awaited<ReturnType<Pdfjs['getDocument']>['promise']>['getPage']>>['getTextContent']
  >
>;

/** Pieces of text put together to lines, in the order in which the page tells them. */
function linesOf(content: Content, view: readonly number[]): PageLine[] {
  const lines: PageLine[] = [];
  let line: { -readonly [K in keyof PageLine]: PageLine[K] } | null = null;
  let ended = false;
  for (const item of content.items) {
    if (!('str' in item)) continue;
    const vertical = content.styles[item.fontName]?.vertical === true;
    const place = placeOf(item.transform, view, item.width, item.height, vertical);
    const { str: text } = item;
    if (text.trim() === '' && line && !ended) {
      if (text !== '' && !line.text.endsWith(' ')) line.text += ' ';
      if (item.hasEOL) ended = true;
      continue;
    }
    if (text === '') {
      ended = ended || item.hasEOL;
      continue;
    }
    const distance: number = line ? place.left - line.right : 0;
    const onLine: boolean =
      line !== null &&
      !ended &&
      line.vertical === vertical &&
      Math.abs(place.base - line.base) < 0.5 * Math.max(line.size, place.size) &&
      distance > -0.8 * place.size;
    if (line && onLine) {
      // A wide gap parts columns: a name and what is said, as in a table.
      if (distance > 2.5 * place.size) {
        line.text = `${line.text.trimEnd()}\t`;
        line.inner = place.left;
      } else if (distance > 0.3 * place.size && !/\s$/.test(line.text) && !/^\s/.test(text)) line.text += ' ';
      line.text += text;
      line.right = Math.max(line.right, place.right);
      line.size = Math.max(line.size, place.size);
    } else {
      line = { text, ...place, inner: place.left, vertical };
      lines.push(line);
    }
    ended = item.hasEOL;
  }
  return lines
    .map((one) => ({ ...one, text: (one.vertical ? upright(one.text) : one.text).trim() }))
    .filter((one) => one.text !== '');
}

/** Punctuation as fonts turn it for columns, and as people write it. */
const TURNED = '︐︑︒︓︔︕︖︙︰︱︲︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈';
const WRITTEN = '，、。：；！？…‥—–（）｛｝〔〕【】《》〈〉「」『』［］';

function upright(text: string): string {
  return text.replace(/[\ufe10-\ufe48]/g, (one) => WRITTEN[TURNED.indexOf(one)] ?? one);
}

/**
 * Where a piece of text is, as if all text ran from left to right and down the page. Columns of vertical Japanese run
 * from right to left: their "down" is leftwards.
 */
function placeOf(
  transform: readonly number[],
  view: readonly number[],
  width: number,
  height: number,
  vertical: boolean,
): Pick<PageLine, 'left' | 'right' | 'base' | 'size'> {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = view;
  const x = va * e + vc * f + ve;
  const y = vb * e + vd * f + vf;
  const size = Math.hypot(c, d) || Math.hypot(a, b) || 10;
  if (vertical) return { left: y, right: y + height, base: -x, size };
  return { left: x, right: x + width, base: y, size };
}
