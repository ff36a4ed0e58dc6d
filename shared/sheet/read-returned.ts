import { unpackArchive } from '../archive/archive.ts';
import { MANIFEST } from '../archive/format.ts';
import { problemOf } from '../model/problem.ts';
import { firstMemberBegins } from '../ooxml/read.ts';
import { readCopy } from './rating-copy.ts';
import { readSheet, type SheetReading, type SheetResult, type SheetState } from './read-sheet.ts';

/** Reads what came back from an assessor, by what it is and not by what it is called: a sheet, or a small copy. */
export async function readReturned(
  file: { readonly name: string; readonly bytes: Uint8Array },
  state: SheetState,
  reading: SheetReading,
): Promise<SheetResult> {
  if (!isCopy(file)) return readSheet(file, state, reading);
  try {
    const { state: returned, journal } = await unpackArchive(file.bytes);
    return readCopy({ name: file.name, state: returned, journal }, state, reading);
  } catch (thrown) {
    return { name: file.name, failure: problemOf(thrown), assessor: null, offer: null, problems: [] };
  }
}

/** The manifest is the first member of a workspace file. */
function isCopy({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): boolean {
  return firstMemberBegins(bytes, MANIFEST) || /\.hearken$/i.test(name);
}
