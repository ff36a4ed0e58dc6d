/** A kept layout as a small file of its own, for another office. It holds nobody's name. */
import { z } from 'zod';
import { ProblemError } from '../model/problem.ts';
import { KeptLayout } from '../model/taught-layout.ts';
import { withoutNames } from './taught.ts';

/** Number of the format. */
const VERSION = 1;
/** Larger than any layout. In bytes. */
const LARGEST = 200_000;

const LayoutFile = z.object({
  hearkenLayout: z.literal(VERSION),
  name: z.string().trim().min(1).max(200),
  layouts: KeptLayout.shape.layouts,
});

/** What such a file holds. */
export type LayoutContent = Pick<KeptLayout, 'name' | 'layouts'>;

/** The file's bytes. */
export function layoutFile({ name, layouts }: LayoutContent): Uint8Array {
  const content = { hearkenLayout: VERSION, name, layouts: layouts.map(withoutNames) };
  return new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);
}

/** @throws ProblemError `layout-file-other` where the bytes are no such file */
export function layoutOfFile(bytes: Uint8Array): LayoutContent {
  let content: unknown = null;
  try {
    if (bytes.length <= LARGEST) content = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Told below.
  }
  const read = LayoutFile.safeParse(content);
  if (!read.success) throw new ProblemError('layout-file-other');
  return { name: read.data.name, layouts: read.data.layouts };
}
