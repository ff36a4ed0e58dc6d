import { beginsAsZip, firstMemberBegins } from '../ooxml/read.ts';

/** The first member of an OpenDocument file, unpacked, says what it is (ODF 1.2 part 3, 3.3). */
const ODS = 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet';
/** Bytes looked into for one that no text has. */
const LOOKED_INTO = 4_096;

/**
 * A table that is no workbook, so that it can be named for what it is; null = nothing of the kind. Whatever it holds, the
 * marks that say whose sheet it is are gone from it, so that it cannot be taken in.
 */
export function foreignSheet(bytes: Uint8Array): 'sheet-ods' | 'sheet-text' | null {
  if (beginsAsZip(bytes)) return firstMemberBegins(bytes, ODS) ? 'sheet-ods' : null;
  const begin = bytes.subarray(0, LOOKED_INTO);
  const unicode = (begin[0] === 0xff && begin[1] === 0xfe) || (begin[0] === 0xfe && begin[1] === 0xff);
  const control = begin.some((byte) => byte < 9 || (byte > 13 && byte < 32));
  return begin.length > 0 && (unicode || !control) ? 'sheet-text' : null;
}
