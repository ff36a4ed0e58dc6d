import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { PackedApp } from './linux.ts';

/** The app as an archive to unpack anywhere: sorted, nobody's, of one time, so that the same app is the same bytes. */
export async function makeTar({ folder, target, version, mark, compression }: PackedApp): Promise<string> {
  const file = path.join(target, `hearken-${version}${mark}-linux-x64.tar.gz`);
  const same = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--mtime=2020-01-01T00:00Z'];
  const name = path.basename(folder);
  await promisify(execFile)('tar', [
    ...same,
    `--transform=s,^${name},hearken-${version},`,
    '-I',
    compression === 'small' ? 'gzip -9 -n' : 'gzip -1 -n',
    '-cf',
    file,
    '-C',
    target,
    name,
  ]);
  return file;
}
