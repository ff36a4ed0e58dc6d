/** A part of a mail or of a saved page, decoded from how it was sent. */
export interface MimePart {
  /** E.g. `text/plain`, in small letters. */
  readonly type: string;
  /** As the part names it; null = it says none. */
  readonly charset: string | null;
  /** Name of the file it is attached as; null = it is no attachment. */
  readonly attached: string | null;
  readonly bytes: Uint8Array;
}

/** A mail: what its head says, and its parts in their order. */
export interface Mime {
  /** By name in small letters; the first of several. */
  readonly head: ReadonlyMap<string, string>;
  readonly parts: readonly MimePart[];
}

const DEEPEST = 8;
const MOST_PARTS = 500;

/** Whether bytes begin as a mail does: lines of a head, among them one that only mails have. */
export function isMime(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 32_768)).replace(/\r\n?/g, '\n');
  const head = text.slice(0, Math.max(0, text.indexOf('\n\n')));
  const lines = head.split('\n');
  return (
    lines.length >= 2 &&
    lines.every((line) => /^([\w-]{1,60}:|[ \t]|From )/.test(line)) &&
    /^(MIME-Version|Message-ID|Received|Content-Type):/im.test(head) &&
    /^(From|Subject|Date|MIME-Version):/im.test(head)
  );
}

/** Takes a mail apart (RFC 5322, 2045). What it says wrongly is passed over; nothing is fetched. */
export function mimeOf(bytes: Uint8Array): Mime {
  // One character a byte: the parts are decoded by what each says of itself.
  const text = new TextDecoder('latin1').decode(bytes);
  const parts: MimePart[] = [];
  const head = partsOf(text, parts, 0);
  return { head, parts };
}

function partsOf(text: string, parts: MimePart[], depth: number): Map<string, string> {
  const gap = /\r?\n\r?\n/.exec(text);
  const head = headOf(gap ? text.slice(0, gap.index) : text);
  const body = gap ? text.slice(gap.index + gap[0].length) : '';
  const type = head.get('content-type') ?? 'text/plain';
  const boundary = parameter(type, 'boundary');
  if (/^\s*multipart\//i.test(type) && boundary !== null && depth < DEEPEST) {
    const pieces = `\n${body}`.split(`\n--${boundary}`);
    for (const piece of pieces.slice(1)) {
      if (piece.startsWith('--') || parts.length >= MOST_PARTS) break;
      partsOf(piece.replace(/^[ \t]*\r?\n/, ''), parts, depth + 1);
    }
    return head;
  }
  const disposition = head.get('content-disposition') ?? '';
  const file = parameter(disposition, 'filename') ?? parameter(type, 'name');
  const isAttached = /^\s*attachment/i.test(disposition) || (file !== null && !/^\s*text\//i.test(type));
  parts.push({
    type: (type.split(';')[0] ?? '').trim().toLowerCase(),
    charset: parameter(type, 'charset'),
    attached: isAttached ? wordsOf(file ?? type) : null,
    bytes: decoded(body, (head.get('content-transfer-encoding') ?? '').trim().toLowerCase()),
  });
  return head;
}

function headOf(text: string): Map<string, string> {
  const head = new Map<string, string>();
  for (const line of text
    .slice(0, 200_000)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)) {
    const [, name = '', value = ''] = /^([\w-]{1,60}):[ \t]*(.*)$/.exec(line) ?? [];
    if (name !== '' && !head.has(name.toLowerCase())) head.set(name.toLowerCase(), value);
  }
  return head;
}

const PARAMETERS = {
  boundary: /[;\s]boundary\*?\s*=\s*(?:"([^"]{0,300})"|([^;\s]{1,300}))/i,
  charset: /[;\s]charset\*?\s*=\s*(?:"([^"]{0,300})"|([^;\s]{1,300}))/i,
  filename: /[;\s]filename\*?\s*=\s*(?:"([^"]{0,300})"|([^;\s]{1,300}))/i,
  name: /[;\s]name\*?\s*=\s*(?:"([^"]{0,300})"|([^;\s]{1,300}))/i,
};

function parameter(value: string, name: keyof typeof PARAMETERS): string | null {
  const [, quoted, bare] = PARAMETERS[name].exec(value) ?? [];
  return quoted ?? bare ?? null;
}

function decoded(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return fromBase64(body);
  const text = encoding === 'quoted-printable' ? fromQuoted(body) : body;
  return Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
}

function fromQuoted(text: string): string {
  return text
    .replace(/[ \t]*=\r?\n/g, '')
    .replace(/=([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function fromBase64(text: string): Uint8Array {
  try {
    const bare = text.replace(/[^A-Za-z\d+/]/g, '');
    return Uint8Array.from(atob(bare.slice(0, bare.length - (bare.length % 4 === 1 ? 1 : 0))), (one) =>
      one.charCodeAt(0),
    );
  } catch {
    return new Uint8Array();
  }
}

/** Words of a head, which can be encoded one by one (RFC 2047), or be UTF-8 as they are. */
export function wordsOf(value: string): string {
  const whole = value.replace(/\?=\s+=\?/g, '?==?');
  const text = whole.replace(
    /=\?([\w-]{1,40})\?([bq])\?([^?]{0,2000})\?=/gi,
    (all, charset: string, how: string, words: string) => {
      const bytes =
        how.toLowerCase() === 'b'
          ? fromBase64(words)
          : decoded(words.replaceAll('_', '=20'), 'quoted-printable');
      try {
        return new TextDecoder(charset).decode(bytes);
      } catch {
        return all;
      }
    },
  );
  if (text !== whole || !/[\u0080-\u00ff]/.test(text)) return text.trim();
  return new TextDecoder().decode(Uint8Array.from(text, (one) => one.charCodeAt(0) & 0xff)).trim();
}
