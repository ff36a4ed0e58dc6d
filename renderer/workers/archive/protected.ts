/** A workspace file for handing over under a passphrase: the age format, which other programs can open too. */
import { Decrypter, Encrypter } from 'age-encryption';
import { noted, ProblemError } from '#shared/model/problem.ts';
import { AGE, beginningOf } from './is-protected.ts';

const KNOWN = `${AGE}v1\n`;

/** As age itself has it: about a second, and 256 MB. */
const WORK_FACTOR = 18;

/** However a system composes the letters of what is typed, it is the same passphrase. */
function normalised(passphrase: string): string {
  return passphrase.normalize('NFC');
}

/** @param workFactor how much computing (2 to that power) each guess at the passphrase costs */
export async function protect(
  bytes: Uint8Array,
  passphrase: string,
  workFactor = WORK_FACTOR,
): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(normalised(passphrase));
  encrypter.setScryptWorkFactor(workFactor);
  return encrypter.encrypt(bytes);
}

/** @throws ProblemError `protected-wrong-passphrase`, `protected-damaged`, `protected-unsupported` */
export async function unprotect(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const header = beginningOf(bytes);
  if (!header.startsWith(KNOWN)) throw new ProblemError('protected-unsupported');
  const decrypter = new Decrypter();
  decrypter.addPassphrase(normalised(passphrase));
  try {
    return await decrypter.decrypt(bytes);
  } catch (thrown) {
    throw problemIn(thrown, header);
  }
}

/** The library tells its errors by their words alone. */
function problemIn(thrown: unknown, header: string): ProblemError {
  const words = thrown instanceof Error ? thrown.message : '';
  const byPassphrase = header.startsWith(`${KNOWN}-> scrypt `);
  if (words.includes('no identity matched'))
    return new ProblemError(byPassphrase ? 'protected-wrong-passphrase' : 'protected-unsupported');
  if (words.includes('work factor')) return new ProblemError('protected-unsupported');
  noted(thrown, 'protected file');
  return new ProblemError('protected-damaged');
}
