import { decodeText } from '../decode.ts';
import { linesOf } from '../lines.ts';
import type { Container, Unwrapped } from './container.ts';
import { declaredEncoding, isHtml, openHtml } from './html.ts';

/** Text itself, in any encoding; a page of HTML is text with tags. The last one asked: it takes what nobody claims. */
export const text: Container = {
  claims: () => true,
  async open(file, encoding): Promise<Unwrapped> {
    const decoded = decodeText(file, encoding ?? null);
    if (isHtml(decoded.text, file.name)) {
      const declared = encoding === undefined ? declaredEncoding(file.bytes) : null;
      const page = declared === null || declared === decoded.encoding ? decoded : decodeText(file, declared);
      return openHtml(file.name, page.text, page.encoding, page.warnings);
    }
    const source = { name: file.name, text: decoded.text, lines: linesOf(decoded.text) };
    return { source, format: null, encoding: decoded.encoding, warnings: decoded.warnings };
  },
};
