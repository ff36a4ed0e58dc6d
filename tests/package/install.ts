import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { check, isRoot, work } from './machine.ts';

/** Installs a package, over another version where one is installed. @returns the folder in which the app is */
export async function install(deb: string): Promise<string> {
  if (isRoot) {
    execFileSync('dpkg', ['-i', deb], { stdio: 'pipe' });
    await check('the desktop knows what to open .hearken with', () =>
      readFileSync('/usr/share/applications/mimeinfo.cache', 'utf8').includes(
        'application/x-hearken=hearken.desktop',
      ),
    );
    return '/usr/lib/hearken';
  }
  const root = path.join(work, 'root');
  rmSync(root, { recursive: true, force: true });
  execFileSync('dpkg-deb', ['-x', deb, root]);
  return path.join(root, 'usr/lib/hearken');
}

export function uninstall(): void {
  if (isRoot) execFileSync('dpkg', ['-r', 'hearken'], { stdio: 'pipe' });
  else rmSync(path.join(work, 'root'), { recursive: true });
}
