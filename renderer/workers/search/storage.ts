import { Dexie, type Table } from 'dexie';
import { type Id, newId } from '#shared/model/basics.ts';
import type { StoredSegment } from '#shared/search/search-index.ts';
import type { Segment } from '#shared/search/segment.ts';
import { decodeSegment, encodeSegment, indexVersion, type Manifest } from '#shared/search/stored.ts';

interface SegmentRecord {
  readonly id: Id;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
type ManifestRecord = Manifest & { readonly key: 'manifest' };
type IndexDatabase = Dexie & {
  readonly segments: Table<SegmentRecord, Id>;
  readonly manifest: Table<ManifestRecord, 'manifest'>;
};

/** A segment as it was read back, and what it is stored under. */
export interface LoadedSegment extends StoredSegment {
  readonly id: Id;
}

/** How far the index has read the journal. */
export type ReadUpTo = Pick<Manifest, 'seq' | 'entry'>;

/** Lets others have a turn between two segments. */
type Pause = () => Promise<void>;

/**
 * The index on disk, in a database of its own. Segments are written once; what is written together is written in one
 * transaction, so that a manifest never names what is not there. Whatever is wrong with it, the index is built anew.
 */
export class IndexStorage {
  readonly #db: IndexDatabase;
  /** No two segments ever have one id, whoever wrote them: a manifest names those that it was written with, or none. */
  readonly #idOf = new WeakMap<Segment, Id>();

  constructor(name: string) {
    const db = new Dexie(name, { cache: 'disabled' });
    db.version(1).stores({ segments: 'id', manifest: 'key' });
    this.#db = db as IndexDatabase;
  }

  /** @returns null when nothing that could be used is stored */
  async load(): Promise<{ readonly upTo: ReadUpTo; readonly segments: readonly LoadedSegment[] } | null> {
    const manifest = await this.#db.manifest.get('manifest');
    const { version, segments, seq, entry } = manifest ?? {};
    if (!segments || seq === undefined || entry === undefined) return null;
    if (version !== indexVersion()) return null;
    const records = await this.#db.segments.bulkGet(segments.map(({ id }) => id));
    const stored: LoadedSegment[] = [];
    for (const [index, { id, dead }] of segments.entries()) {
      const bytes = records[index]?.bytes;
      const data = bytes ? decodeSegment(bytes) : null;
      if (!data) return null;
      stored.push({ id, data, dead });
    }
    return { upTo: { seq, entry }, segments: stored };
  }

  /** These are what `load` gave. */
  adopt(stored: readonly LoadedSegment[], segments: readonly Segment[]): void {
    const idOf = new Map(stored.map(({ data, id }) => [data, id]));
    for (const segment of segments) {
      const id = idOf.get(segment.data);
      if (id !== undefined) this.#idOf.set(segment, id);
    }
  }

  /**
   * Writes the index as it is now: the segments that are new, and a manifest over all. Where the disk has little room
   * left nothing is written: a write that fails for want of it takes the workspace's own database with it.
   * @returns bytes written
   */
  async save(segments: readonly Segment[], upTo: ReadUpTo, pause: Pause): Promise<number> {
    const fresh: { segment: Segment; id: Id }[] = [];
    const listed = segments.map((segment) => {
      let id = this.#idOf.get(segment);
      if (id === undefined) {
        id = newId();
        fresh.push({ segment, id });
      }
      return { id, dead: [...segment.dead()] };
    });
    const manifest: ManifestRecord = { key: 'manifest', version: indexVersion(), ...upTo, segments: listed };
    const records: SegmentRecord[] = [];
    for (const { segment, id } of fresh) {
      records.push({ id, bytes: encodeSegment(segment.data) });
      await pause();
    }
    const size = records.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (!(await hasRoom(size))) return 0;
    const { segments: table } = this.#db;
    await this.#db.transaction('rw', table, this.#db.manifest, async () => {
      await table.bulkPut(records);
      await table
        .where('id')
        .noneOf(listed.map(({ id }) => id))
        .delete();
      await this.#db.manifest.put(manifest);
    });
    for (const { segment, id } of fresh) this.#idOf.set(segment, id);
    return size;
  }

  close(): void {
    this.#db.close();
  }

  /** Leaves nothing behind: for what cannot be read or written, so that the next start begins anew. */
  async remove(): Promise<void> {
    this.#db.close();
    await Dexie.delete(this.#db.name);
  }
}

/** What must be left beside what is written: the workspace's own changes come first. Bytes. */
const ROOM_LEFT = 32 * 1024 * 1024;

/** Whether the disk has room for so many bytes, as far as the browser tells. */
async function hasRoom(bytes: number): Promise<boolean> {
  const { quota, usage = 0 } = (await globalThis.navigator?.storage?.estimate?.()) ?? {};
  return quota === undefined || quota - usage > bytes * 2 + ROOM_LEFT;
}
