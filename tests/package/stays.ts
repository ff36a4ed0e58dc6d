import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  check,
  end,
  isRoot,
  logsIn,
  type Place,
  processesOf,
  profileIn,
  start,
  titlesOn,
  until,
} from './machine.ts';

export async function opensAFile(place: Place, file: string): Promise<void> {
  const { folder, home, display } = place;
  const app = start(place, [file]);
  try {
    await until('it opens a workspace file', () =>
      logsIn(home).some((log) => readFileSync(log, 'utf8').length > 1_000),
    );
    const title = () => titlesOn(display).find((one) => one.includes('Hearken')) ?? '';
    await until('its window says that this build is for testing', () => title().includes('TEST BUILD'));
    // A person’s own account, a helper that is root’s: Chromium’s sandbox, or none where nobody may have it.
    if (isRoot)
      await check('its pages are in Chromium’s sandbox', () => {
        const pages = processesOf(folder).filter(({ line }) => line.includes('--type=renderer'));
        const isConfined = (status: string) => /Seccomp:\s+2/.test(status) && /NoNewPrivs:\s+1/.test(status);
        return (
          pages.length > 0 && pages.every(({ id }) => isConfined(readFileSync(`/proc/${id}/status`, 'utf8')))
        );
      });
    await check(
      'nobody else can look into what it keeps',
      () => (statSync(profileIn(home)).mode & 0o077) === 0,
    );
  } finally {
    await end(app);
  }
}

/** A newer version goes on with the workspace of the older one, of which it keeps a snapshot first. */
export async function upgrades(place: Place): Promise<void> {
  const [log = ''] = logsIn(place.home);
  const before = readFileSync(log, 'utf8');
  const changes = before.trimEnd().split('\n').length;
  const store = path.join(path.dirname(log), 'store.json');
  const wrote = () => (JSON.parse(readFileSync(store, 'utf8')) as { app?: string }).app;
  const older = wrote();
  const app = start(place, []);
  try {
    await until('the newer version opens the workspace of the older one', () => wrote() !== older);
    const snapshots = path.join(path.dirname(log), 'snapshots');
    await check('it made a snapshot of all of it, before it wrote anything', () => {
      const [made = ''] = readdirSync(snapshots).filter((name) => name.endsWith('-version.json.gz'));
      const isFirst = made !== '' && statSync(path.join(snapshots, made)).mtimeMs <= statSync(store).mtimeMs;
      return isFirst && Number(made.slice(0, made.indexOf('-'))) === changes;
    });
    await check('nothing of what the older one wrote was changed', () =>
      readFileSync(log, 'utf8').startsWith(before),
    );
  } finally {
    await end(app);
  }
}

/** An older version leaves alone what a newer model has written. */
export async function refusesNewer(place: Place): Promise<void> {
  const [log = ''] = logsIn(place.home);
  const store = path.join(path.dirname(log), 'store.json');
  const content = JSON.parse(readFileSync(store, 'utf8')) as { model: number };
  // Both packages are of one model: this is the mark that a version with the next one leaves.
  writeFileSync(store, JSON.stringify({ ...content, model: content.model + 1 }));
  const files = [log, store];
  const before = files.map((file) => readFileSync(file, 'utf8'));
  const app = start(place, []);
  try {
    await until('the older version does not open what a newer one wrote', () =>
      titlesOn(place.display).some((title) => title.startsWith('Workspace could not be opened')),
    );
    await check('and leaves it as it is', () =>
      files.every((file, at) => readFileSync(file, 'utf8') === before[at]),
    );
  } finally {
    await end(app);
  }
}

export async function keepsDataWhenItGoes({ folder, home }: Place, uninstall: () => void): Promise<void> {
  const before = logsIn(home).map((log) => readFileSync(log, 'utf8'));
  uninstall();
  await check('it is gone, and what it kept is there', () => {
    const after = logsIn(home).map((log) => readFileSync(log, 'utf8'));
    return !existsSync(path.join(folder, 'hearken')) && before.length > 0 && before.join() === after.join();
  });
}
