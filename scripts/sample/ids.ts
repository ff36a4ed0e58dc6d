import { createHash } from 'node:crypto';
import type { Id } from '#shared/model/basics.ts';

/** When the sample was put together; nothing in it depends on the clock of the machine that builds it. */
const EPOCH = Date.UTC(2025, 1, 3);

/**
 * Ids of the sample: UUIDv7 whose time is the order of first use and whose random part is a hash of the name, so
 * that building twice gives the same file.
 * @param after milliseconds after the first moment of the sample: what is made later sorts later
 * @returns a function from a name to its id; the same name always gives the same one
 */
export function idsByName(after = 0): (name: string) => Id {
  const known = new Map<string, Id>();
  return (name) => {
    let id = known.get(name);
    if (!id) {
      const time = (EPOCH + after + known.size).toString(16).padStart(12, '0');
      const hash = createHash('sha256').update(`hearken sample ${name}`).digest('hex');
      const variant = '89ab'[Number.parseInt(hash.slice(3, 4), 16) % 4];
      id = `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-${variant}${hash.slice(4, 7)}-${hash.slice(7, 19)}`;
      known.set(name, id);
    }
    return id;
  };
}
