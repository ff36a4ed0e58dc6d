import type { DiskCall, Recording } from './recorded-fs.ts';

/** Numbers of what was ever called by a name. */
export function called(recording: Recording, name: RegExp): Set<number> {
  const found = new Set<number>();
  const standing = new Map<string, number>();
  for (const call of recording.calls) {
    if (call.kind === 'link') {
      standing.set(`${call.folder}/${call.name}`, call.node);
      if (name.test(call.name)) found.add(call.node);
    } else if (call.kind === 'rename' && name.test(call.to)) {
      const node = standing.get(`${call.folder}/${call.from}`);
      if (node !== undefined) found.add(node);
    }
  }
  return found;
}

/** The calls of code that does not sync some files or folders. */
export function withoutSyncOf(recording: Recording, nodes: ReadonlySet<number>): readonly DiskCall[] {
  return renumbered(
    recording.calls.map((call) => (call.kind === 'sync' && nodes.has(call.node) ? null : call)),
  );
}

/** The recording without the calls that are null. */
export function renumbered(calls: readonly (DiskCall | null)[]): DiskCall[] {
  const kept: DiskCall[] = [];
  /** How many calls remain of the first so many. */
  const remaining = [0];
  for (const call of calls) {
    if (call) kept.push(call);
    remaining.push(kept.length);
  }
  return kept.map((call) => (call.kind === 'sync' ? { ...call, upTo: remaining[call.upTo] ?? 0 } : call));
}
