/** The member of a workspace file that says what it is and what else it holds. */
export const MANIFEST = 'manifest.json';
/** What the manifest calls the format. */
export const FORMAT = 'hearken-workspace';
/** The log: one entry a line, as JSON. */
export const JOURNAL = 'journal.jsonl';
/** The log's sums, one a line, beside it: an app that knows nothing of them reads the log as before. */
export const SUMS = 'journal.sums';
/** Raised when an older app could no longer read what this one writes. */
export const FORMAT_VERSION = 1;

/** Whether the members of a zip are those of a workspace file, sound or not. */
export function isWorkspaceZip(members: ReadonlyMap<string, Uint8Array>): boolean {
  const manifest = members.get(MANIFEST);
  return manifest !== undefined && new TextDecoder().decode(manifest.subarray(0, 400)).includes(FORMAT);
}

/** The member that holds the rows of a table. */
export function tablePath(table: string): string {
  return `tables/${table}.json`;
}
