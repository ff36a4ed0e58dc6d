import { ProblemError } from '../../model/problem.ts';
import { TEXT_LIMIT } from '../decode.ts';
import type { TranscriptFile } from '../result.ts';
import { linesOf } from './pdf-order.ts';
import type { Page } from './pdf-page.ts';
import { type PagePieces, piecesOf } from './pdf-pieces.ts';

/** A page's lines, and what of it is none. */
export interface ReadPage extends Page, Omit<PagePieces, 'pieces'> {}

/**
 * The lines of every page with their places. pdf.js runs in this very thread (the import worker): it starts no worker of
 * its own, compiles nothing, loads no fonts and asks no server for anything.
 * @throws ProblemError `pdf-broken`, `file-locked` for a password, `file-too-large`
 */
export async function readPages({ name, bytes }: TranscriptFile, mostPages: number): Promise<ReadPage[]> {
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
    const pages: ReadPage[] = [];
    let length = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const view = page.getViewport({ scale: 1 });
      const content = await page.getTextContent({ disableNormalization: true });
      const items = content.items.flatMap((item) => ('str' in item ? [item] : []));
      const { pieces, ...others } = piecesOf(
        items,
        view.transform,
        (font) => content.styles[font]?.vertical === true,
      );
      const lines = linesOf(pieces);
      for (const line of lines) length += line.text.length;
      if (length > TEXT_LIMIT)
        throw new ProblemError('file-too-large', { name, limit: TEXT_LIMIT / 1024 / 1024 });
      pages.push({ width: view.width, height: view.height, lines, ...others });
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
