import { type Container, endsIn } from './container.ts';

const ENDINGS = ['html', 'htm', 'xhtml', 'xhtm', 'xht'];

/** Pages of the web: text with tags. */
export const html: Container = {
  id: 'html',
  shortName: 'HTML',
  endings: ENDINGS,
  mediaType: 'text/html',
  broken: null,
  inside: 'text',
  claims: isHtml,
  declaredEncoding,
  async open(name, decoded) {
    const { openHtml } = await import('./html-words.ts');
    return openHtml(name, decoded);
  },
};

/** Whether decoded text is an HTML page: by its first tag, or by its name and its tags. */
function isHtml(text: string, name: string): boolean {
  const start = text.slice(0, 4_000).replace(/^\s*(<\?xml[^>]*\?>|<!--[\s\S]*?-->|\s)*/, '');
  if (/^<(!doctype\s+html|html|head|body)\b/i.test(start)) return true;
  const tags =
    text.slice(0, 200_000).match(/<(p|div|br|h[1-6]|li|td|span|strong|a)\b[^<>]{0,500}>/gi)?.length ?? 0;
  if (endsIn(name, ENDINGS)) return tags > 0;
  return /^<(p|div|h[1-6]|section|article|main|table|ul|dl)\b/i.test(start) && tags >= 3;
}

/** The encoding that a page says it is in (`<meta charset>`); null where it says none that is known. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4_096));
  const [, name = ''] =
    /<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(head) ??
    /^<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{1,40})/i.exec(head) ??
    [];
  if (name === '') return null;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}
