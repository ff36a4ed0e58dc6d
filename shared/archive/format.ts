/** The member of a workspace file that says what it is and what else it holds. */
export const MANIFEST = 'manifest.json';
/** What the manifest calls the format. */
export const FORMAT = 'hearken-workspace';
/** Raised when an older app could no longer read what this one writes. */
export const FORMAT_VERSION = 1;

/** Whether the members of a zip are those of a workspace file, sound or not. */
export function isWorkspaceZip(members: ReadonlyMap<string, Uint8Array>): boolean {
  const manifest = members.get(MANIFEST);
  return manifest !== undefined && new TextDecoder().decode(manifest.subarray(0, 400)).includes(FORMAT);
}
