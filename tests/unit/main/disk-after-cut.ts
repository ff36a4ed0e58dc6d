import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Random } from '../../oracle/random.ts';
import type { DiskCall, Recording } from './recorded-fs.ts';

type FileCall = Extract<DiskCall, { kind: 'write' | 'truncate' }>;
type FolderCall = Extract<DiskCall, { kind: 'link' | 'unlink' | 'rename' }>;
/** Calls whose effect no sync has made sure of, each with its place in the recording. */
type Unsure<C> = { readonly index: number; readonly call: C }[];

interface FileNode {
  content: Buffer;
  unsure: Unsure<FileCall>;
}
interface FolderNode {
  readonly names: Map<string, number>;
  unsure: Unsure<FolderCall>;
}

/**
 * Writes into `target` what a disk may hold when the power goes after the first `count` calls: all that was synced,
 * and of the rest whatever chance takes. What was written and not synced may be there whole, in part, or not at all;
 * a name that was made, moved or removed may be as it was before until its folder was synced.
 * @param random null = nothing that was not synced is there
 */
export async function writeDiskAfterCut(
  target: string,
  { calls, folders: isFolder }: Recording,
  count: number,
  random: Random | null,
): Promise<void> {
  const files = new Map<number, FileNode>();
  const folders = new Map<number, FolderNode>();
  const file = (node: number) => entry(files, node, () => ({ content: Buffer.alloc(0), unsure: [] }));
  const folder = (node: number) => entry(folders, node, () => ({ names: new Map(), unsure: [] }));
  /** What a name in a folder leads to when nothing is lost: a rename needs to know what it moves. */
  const running = new Map<number, Map<string, number>>();
  const moved = new Map<FolderCall, number>();

  for (const [index, call] of calls.slice(0, count).entries()) {
    switch (call.kind) {
      case 'write':
      case 'truncate':
        file(call.node).unsure.push({ index, call });
        break;
      case 'link':
      case 'unlink':
      case 'rename': {
        const names = entry(running, call.folder, () => new Map<string, number>());
        if (call.kind === 'rename') moved.set(call, names.get(call.from) ?? -1);
        carryOut(names, call, moved);
        folder(call.folder).unsure.push({ index, call });
        break;
      }
      case 'sync': {
        const isSure = ({ index: at }: { index: number }) => at < call.upTo;
        if (isFolder.has(call.node)) {
          const node = folder(call.node);
          for (const each of node.unsure.filter(isSure)) carryOut(node.names, each.call, moved);
          node.unsure = node.unsure.filter((each) => !isSure(each));
        } else {
          const node = file(call.node);
          for (const each of node.unsure.filter(isSure)) node.content = changed(node.content, each.call);
          node.unsure = node.unsure.filter((each) => !isSure(each));
        }
        break;
      }
    }
  }
  for (const node of files.values()) {
    for (const { call } of taken(node.unsure, random))
      node.content = changed(node.content, random ? torn(call, random) : call);
  }
  for (const node of folders.values())
    for (const { call } of taken(node.unsure, random)) carryOut(node.names, call, moved);

  const writeFolder = async (node: number, at: string): Promise<void> => {
    await mkdir(at, { recursive: true });
    for (const [name, inside] of folder(node).names) {
      if (isFolder.has(inside)) await writeFolder(inside, path.join(at, name));
      else await writeFile(path.join(at, name), file(inside).content);
    }
  };
  await writeFolder(0, target);
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}

/** All of it, none of it, its beginning, or some of it. */
function taken<C>(unsure: Unsure<C>, random: Random | null): Unsure<C> {
  if (!random) return [];
  switch (random.between(0, 3)) {
    case 0:
      return [];
    case 1:
      return unsure;
    case 2:
      return unsure.slice(0, random.between(0, unsure.length));
    default:
      return unsure.filter(() => random.chance(0.5));
  }
}

/** A write of which a part may be missing: cut, or zeros up to its length, or zeros somewhere in it. */
function torn(call: FileCall, random: Random): FileCall {
  if (call.kind !== 'write' || random.chance(0.5)) return call;
  const { bytes } = call;
  const from = random.between(0, bytes.length);
  switch (random.between(0, 2)) {
    case 0:
      return { ...call, bytes: bytes.subarray(0, from) };
    case 1:
      return { ...call, bytes: Buffer.from(bytes).fill(0, from) };
    default:
      return { ...call, bytes: Buffer.from(bytes).fill(0, from, Math.min(bytes.length, from + SECTOR)) };
  }
}

/** Bytes that a disk writes at once. */
const SECTOR = 512;

function changed(content: Buffer, call: FileCall): Buffer {
  const size = call.kind === 'truncate' ? call.size : Math.max(content.length, call.at + call.bytes.length);
  const next = Buffer.alloc(size);
  content.copy(next);
  if (call.kind === 'write') call.bytes.copy(next, call.at);
  return next;
}

function carryOut(
  names: Map<string, number>,
  call: FolderCall,
  moved: ReadonlyMap<FolderCall, number>,
): void {
  if (call.kind === 'link') names.set(call.name, call.node);
  else if (call.kind === 'unlink') names.delete(call.name);
  else {
    names.delete(call.from);
    names.set(call.to, moved.get(call) ?? -1);
  }
}
