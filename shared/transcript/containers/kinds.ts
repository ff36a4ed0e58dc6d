import type { KeyAfter } from '../../i18n/index.ts';
import { hasAscii } from './container.ts';

/** A problem that says what a file is that holds no transcript. */
type Code = KeyAfter<'error.'>;

interface Kind {
  readonly code: Code;
  is(bytes: Uint8Array): boolean;
}

const starts =
  (...signatures: readonly string[]) =>
  (bytes: Uint8Array) =>
    signatures.some((one) => hasAscii(bytes, one));

/** `ftyp` of MP4 and its like, or of pictures in the same wrapping. */
const PICTURES = ['heic', 'heix', 'mif1', 'msf1', 'avif', 'avis'];

/** What files are that nobody can read words out of, by their first bytes, whatever they are called. */
const KINDS: readonly Kind[] = [
  {
    code: 'file-image',
    is: (bytes) =>
      starts('\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8', 'II*\u0000', 'MM\u0000*', '8BPS')(bytes) ||
      (hasAscii(bytes, 'RIFF') && hasAscii(bytes, 'WEBP', 8)) ||
      (hasAscii(bytes, 'ftyp', 4) && PICTURES.some((brand) => hasAscii(bytes, brand, 8))) ||
      (hasAscii(bytes, 'BM') && numberAt(bytes, 2) === bytes.length),
  },
  {
    code: 'file-media',
    is: (bytes) =>
      starts(
        'ID3',
        'OggS',
        'fLaC',
        '\u001aE\u00df\u00a3',
        '0&\u00b2u\u008ef\u00cf\u0011',
        '#!AMR',
        'FLV\u0001',
      )(bytes) ||
      starts('\u0000\u0000\u0001\u00ba', '\u0000\u0000\u0001\u00b3', 'caff\u0000')(bytes) ||
      starts('\u00ff\u00fb', '\u00ff\u00f3', '\u00ff\u00f2', '\u00ff\u00f1', '\u00ff\u00f9')(bytes) ||
      (hasAscii(bytes, 'RIFF') && (hasAscii(bytes, 'WAVE', 8) || hasAscii(bytes, 'AVI ', 8))) ||
      (hasAscii(bytes, 'FORM') && hasAscii(bytes, 'AIF', 8)) ||
      // A text may begin with the same letters, but not go on with a version.
      (hasAscii(bytes, 'ID3') && (bytes[3] ?? 0xff) < 0x10) ||
      hasAscii(bytes, 'ftyp', 4),
  },
  {
    code: 'file-archive',
    is: (bytes) =>
      starts('\u001f\u008b', '7z\u00bc\u00af', 'Rar!\u001a', '\u00fd7zXZ', 'BZh91AY&SY')(bytes) ||
      hasAscii(bytes, 'ustar', 257),
  },
  { code: 'file-database', is: starts('SQLite format 3\u0000') },
];

/** The problem of a file that is a picture, a recording, an archive or a database; null = it is none of them. */
export function kindOf(bytes: Uint8Array): Code | null {
  return KINDS.find(({ is }) => is(bytes))?.code ?? null;
}

/** The problem of a zip in which no container found its document. */
export function kindOfZip(members: ReadonlyMap<string, Uint8Array>): Code {
  const paths = [...members.keys()];
  const has = (test: RegExp) => paths.some((path) => test.test(path));
  const type = new TextDecoder('latin1').decode(
    members.get('mimetype')?.subarray(0, 100) ?? new Uint8Array(),
  );
  if (has(/\.qde$/i)) return 'file-project';
  if (has(/^ppt\/|^ppt$/) || type.includes('opendocument.presentation')) return 'file-slides';
  if (has(/^xl\//) || type.includes('opendocument.spreadsheet')) return 'file-sheet';
  if (has(/^Index\.zip$|^Index\/.*\.iwa$|^index\.(apxl|xml)(\.gz)?$/)) return 'file-iwork';
  return 'file-archive';
}

/** Streams at the top of an OLE file, and the problem that they tell of. */
const STREAMS: readonly (readonly [RegExp, Code])[] = [
  [/^EncryptedPackage$/, 'file-locked'],
  [/^__(substg1\.0_|properties_version1\.0|nameid_version1\.0)/, 'mail-outlook'],
  [/^PowerPoint Document$/, 'ppt-old'],
  [/^WordDocument$/, 'doc-old'],
  [/^(Workbook|Book)$/, 'xls-old'],
];

/**
 * The problem of an OLE file (MS-CFB): which program wrote it, its directory tells. Where that is broken, the names are
 * looked for anywhere.
 */
export function kindOfOle(bytes: Uint8Array): Code {
  const names = topNames(bytes);
  for (const [name, code] of STREAMS) if (names.some((one) => name.test(one))) return code;
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 4 * 1024 * 1024));
  const wide = (name: string) => [...name].join('\u0000');
  const somewhere: readonly (readonly [string, Code])[] = [
    ['EncryptedPackage', 'file-locked'],
    ['__substg1.0_', 'mail-outlook'],
    ['PowerPoint Document', 'ppt-old'],
    ['WordDocument', 'doc-old'],
    ['Workbook', 'xls-old'],
  ];
  return somewhere.find(([name]) => text.includes(wide(name)))?.[1] ?? 'docx-old';
}

/** No file has more at its top that matters here. */
const MOST_ENTRIES = 4_096;
const ENTRY = 128;
const NONE = 0xffffffff;

/** Names of what stands at the top of an OLE file; none where its directory cannot be read. */
function topNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 1_024) return [];
  const size = 1 << Math.min(16, view.getUint16(30, true));
  if (size < 512) return [];
  const sectorAt = (sector: number) => (sector + 1) * size;
  /** The sector after this one, by the allocation table; its first 109 sectors are listed in the header. */
  const after = (sector: number): number => {
    const table = Math.floor((sector * 4) / size);
    if (table >= 109) return NONE;
    const at = sectorAt(view.getUint32(76 + table * 4, true)) + ((sector * 4) % size);
    return at + 4 <= bytes.length ? view.getUint32(at, true) : NONE;
  };
  const entries: number[] = [];
  let sector = view.getUint32(48, true);
  while (entries.length < MOST_ENTRIES && sectorAt(sector) + size <= bytes.length) {
    for (let at = 0; at < size; at += ENTRY) entries.push(sectorAt(sector) + at);
    sector = after(sector);
  }
  const names: string[] = [];
  const root = entries[0];
  if (root === undefined) return [];
  const seen = new Set<number>();
  const left = [view.getUint32(root + 76, true)];
  for (let index = left.pop(); index !== undefined; index = left.pop()) {
    const at = entries[index];
    if (at === undefined || seen.has(index)) continue;
    seen.add(index);
    const length = Math.max(0, Math.min(62, view.getUint16(at + 64, true) - 2));
    names.push(new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length)));
    left.push(view.getUint32(at + 68, true), view.getUint32(at + 72, true));
  }
  return names;
}

function numberAt(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at, true);
}
