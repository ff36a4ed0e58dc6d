import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Preferences, StoreId } from '#shared/bridge.ts';
import { languageOfLocale } from '#shared/i18n/languages.ts';
import { Id, newId } from '#shared/model/basics.ts';
import { noted } from '#shared/model/problem.ts';
import { makeFolder, timeInName, writeAtomic } from './atomic.ts';

const FILE = 'profile.json';

/** Fields of a later version stay as they are. */
const Profile = z.looseObject({
  format: z.literal(1),
  /** This installation, written beside every change. */
  device: Id,
  preferences: Preferences,
  lastOpen: StoreId.nullable(),
  /** Workspaces whose database was wiped on purpose: that it is built again is nothing to tell of. */
  emptied: z.array(StoreId).default([]),
});
export type Profile = z.infer<typeof Profile>;

/** What this machine remembers: who works here, how they like it, what was open last. */
export class ProfileFile {
  readonly #file: string;
  #profile: Profile;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(file: string, profile: Profile) {
    this.#file = file;
    this.#profile = profile;
  }

  /**
   * Reads the profile; one that cannot be read is set aside, and a new one begun. Where nothing can be written, the
   * new one lasts as long as the app runs.
   */
  static async open(folder: string, systemLanguage: string): Promise<ProfileFile> {
    await makeFolder(folder).catch(notWritten);
    const file = path.join(folder, FILE);
    const found = await readFile(file, 'utf8').catch(() => null);
    if (found !== null) {
      try {
        return new ProfileFile(file, Profile.parse(JSON.parse(found)));
      } catch {
        await rename(file, path.join(folder, `profile-damaged-${timeInName()}.json`)).catch(notWritten);
      }
    }
    const fresh = new ProfileFile(file, {
      format: 1,
      device: newId(),
      preferences: {
        language: languageOfLocale(systemLanguage),
        colorScheme: 'auto',
        actor: '',
        spelling: true,
        words: [],
        lockAfter: 15,
      },
      lastOpen: null,
      emptied: [],
    });
    await fresh.change({}).catch(notWritten);
    return fresh;
  }

  get current(): Profile {
    return this.#profile;
  }

  change(fields: Partial<Pick<Profile, 'preferences' | 'lastOpen' | 'emptied'>>): Promise<void> {
    this.#profile = { ...this.#profile, ...fields };
    const content = JSON.stringify(this.#profile, null, 2);
    const run = this.#queue.then(() => writeAtomic(this.#file, content));
    this.#queue = run.catch(() => undefined);
    return run;
  }
}

function notWritten(thrown: unknown): void {
  noted(thrown, FILE);
}
