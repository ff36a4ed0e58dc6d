import { open, stat } from 'node:fs/promises';
import { readLineStart } from '../journal-line.ts';
import { HEADER_MAGIC } from './header.ts';
import { hasHeader } from './header-file.ts';
import { STREAM_MAGIC } from './stream.ts';

/** How much of a file is looked at. */
const BEGINNING = 256;

/** Whether a path is the folder of an encrypted store, or one of the files in it: no use to whoever has no key. */
export async function isOfSealedStore(file: string): Promise<boolean> {
  if ((await stat(file)).isDirectory()) return hasHeader(file);
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    const beginning = buffer.subarray(0, bytesRead);
    const begins = (magic: Buffer) => magic.equals(beginning.subarray(0, magic.length));
    return [HEADER_MAGIC, STREAM_MAGIC].some(begins) || readLineStart(beginning)?.field === 'box';
  } finally {
    await handle.close();
  }
}
