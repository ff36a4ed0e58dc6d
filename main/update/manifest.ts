import { z } from 'zod';

/** How the file ends that tells of an update. */
export const UPDATE_EXTENSION = 'hearken-update';

const Version = z.string().regex(/^\d{1,6}(\.\d{1,6}){2}$/);

const UpdatePackage = z.strictObject({
  platform: z.enum(['linux', 'win32', 'darwin']),
  arch: z.enum(['x64', 'arm64']),
  /** Name of the file, which lies beside the manifest. */
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.+-]{0,150}$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type UpdatePackage = z.infer<typeof UpdatePackage>;

/** What is signed: a version, what it changes, and its packages. */
export const UpdateManifest = z.strictObject({
  format: z.literal(UPDATE_EXTENSION),
  version: Version,
  /** The newest first, each with its points as plain text. */
  changes: z
    .array(z.strictObject({ version: Version, points: z.array(z.string().max(5_000)).max(500) }))
    .max(200),
  packages: z.array(UpdatePackage).min(1).max(20),
});
export type UpdateManifest = z.infer<typeof UpdateManifest>;

/** Whether one version comes after another. Numbers that are missing count as 0. */
export function isNewer(version: string, than: string): boolean {
  const [ours, theirs] = [version, than].map((one) =>
    one.split('.').map((part) => Number.parseInt(part, 10) || 0),
  );
  for (const at of [0, 1, 2]) {
    const difference = (ours?.[at] ?? 0) - (theirs?.[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
