import { z } from 'zod';
import { Instant } from './basics.ts';
import { idOf, ownId } from './id.ts';
import { shape } from './table.ts';

/** Bytes as hexadecimal text. */
const Hex = z.string().regex(/^([0-9a-f]{2})+$/);

/**
 * What a passphrase opens: a pair of keys of which the private one is encrypted with the passphrase. With the public one
 * anybody can encrypt what the owner of the passphrase alone can read.
 */
export const Lock = z.strictObject({
  /** How the passphrase becomes a key (scrypt). The figures are kept, so that later ones can be higher; a file must not ask for gigabytes. */
  kdf: z.strictObject({
    salt: Hex,
    n: z.int().min(2).max(131_072),
    r: z.int().min(1).max(16),
    p: z.int().min(1).max(4),
  }),
  publicKey: Hex,
  /** Nonce and the encrypted private key. */
  privateKey: Hex,
});
export type Lock = z.infer<typeof Lock>;

/** In a copy: ratings that were left out when it was made, because their assessor had not finished. */
export const Withheld = z.strictObject({
  ratings: z.int().min(0),
  /** When the last of them was changed. */
  until: Instant,
  /** The ratings, encrypted for the assessor's passphrase; null = they had none, and the ratings are not in the copy. */
  box: Hex.nullable(),
});
export type Withheld = z.infer<typeof Withheld>;

/** What stands between an assessor's ratings and other people before the assessor has finished. */
export const Seal = z.strictObject({
  id: ownId('seals'),
  roundId: idOf('rounds'),
  assessorId: idOf('assessors'),
  /** Null = no passphrase was set. Once set it stays: undo passes over it. */
  lock: Lock.nullable(),
  withheld: Withheld.nullable(),
  /** Since when anybody may open the ratings; the round's log says who decided it, and why. */
  liftedAt: Instant.nullable(),
});
export type Seal = z.infer<typeof Seal>;

export const sealTable = shape({
  schema: Seal,
  since: 8,
  merge: {
    roundId: 'plain',
    assessorId: 'plain',
    lock: 'fixed',
    withheld: 'plain',
    liftedAt: 'plain',
  },
});
