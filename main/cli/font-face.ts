/** One font of a file: what it is called, how heavy it is, which characters it has. */
export interface FontFace {
  readonly file: string;
  /** Its family's names, in every language that the font gives. */
  readonly families: readonly string[];
  /** 400 = regular, 700 = bold. */
  readonly weight: number;
  /** The characters that it has are read when this is asked first. */
  readonly has: (codePoint: number) => boolean;
}

/** Bytes of a font file from an offset on. @throws Error where the file ends before */
export type ReadBytes = (offset: number, length: number) => Buffer;

/**
 * The fonts in an OpenType or TrueType file or collection. Only the tables that say what they are get read, not the
 * glyphs. @throws Error where the file is not such a font
 */
export function facesIn(file: string, read: ReadBytes): readonly FontFace[] {
  const isCollection = read(0, 4).toString('latin1') === 'ttcf';
  const starts = isCollection
    ? Array.from({ length: read(8, 4).readUInt32BE(0) }, (_unused, index) =>
        read(12 + index * 4, 4).readUInt32BE(0),
      )
    : [0];
  return starts.map((start) => {
    const table = tablesAt(start, read);
    let characters: readonly Range[] | null = null;
    return {
      file,
      families: familiesOf(table('name')),
      weight: table('OS/2').readUInt16BE(4),
      has: (codePoint) => {
        characters ??= charactersOf(table);
        return characters.some(([first, last]) => first <= codePoint && codePoint <= last);
      },
    };
  });
}

function tablesAt(start: number, read: ReadBytes): (tag: string) => Buffer {
  const list = read(start + 12, read(start + 4, 2).readUInt16BE(0) * 16);
  return (tag) => {
    for (let at = 0; at < list.length; at += 16)
      if (list.toString('latin1', at, at + 4) === tag)
        return read(list.readUInt32BE(at + 8), list.readUInt32BE(at + 12));
    throw new Error(`no table ${tag}`);
  };
}

const FAMILY = 1;
/** The family with all its weights, where `FAMILY` has regular and bold only. */
const WHOLE_FAMILY = 16;
const WINDOWS = 3;

function familiesOf(name: Buffer): readonly string[] {
  const found = new Map<number, string[]>([
    [FAMILY, []],
    [WHOLE_FAMILY, []],
  ]);
  const texts = name.readUInt16BE(4);
  for (let index = 0; index < name.readUInt16BE(2); index += 1) {
    const at = 6 + index * 12;
    if (name.readUInt16BE(at) !== WINDOWS) continue;
    const from = texts + name.readUInt16BE(at + 10);
    const text = Buffer.from(name.subarray(from, from + name.readUInt16BE(at + 8))).swap16();
    found.get(name.readUInt16BE(at + 6))?.push(text.toString('utf16le'));
  }
  const whole = found.get(WHOLE_FAMILY) ?? [];
  return [...new Set(whole.length > 0 ? whole : found.get(FAMILY))];
}

type Range = readonly [first: number, last: number];

/** None where the table is damaged: another font is taken then. */
function charactersOf(table: (tag: string) => Buffer): readonly Range[] {
  try {
    return rangesOf(table('cmap'));
  } catch {
    return [];
  }
}

/** The characters of a `cmap` table, in the two formats of Unicode fonts: 12, and 4 for those up to U+FFFF. */
function rangesOf(cmap: Buffer): readonly Range[] {
  const ranges: Range[] = [];
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const at = cmap.readUInt32BE(4 + index * 8 + 4);
    const format = cmap.readUInt16BE(at);
    if (format === 12) {
      for (let group = 0; group < cmap.readUInt32BE(at + 12); group += 1)
        ranges.push([cmap.readUInt32BE(at + 16 + group * 12), cmap.readUInt32BE(at + 20 + group * 12)]);
    } else if (format === 4) {
      const doubled = cmap.readUInt16BE(at + 6);
      for (let segment = 0; segment < doubled; segment += 2) {
        const first = cmap.readUInt16BE(at + 16 + doubled + segment);
        // The last segment is a mark of the end.
        if (first < 0xffff) ranges.push([first, cmap.readUInt16BE(at + 14 + segment)]);
      }
    }
  }
  return ranges;
}
