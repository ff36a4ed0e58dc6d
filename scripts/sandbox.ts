/** Chromium's process sandbox when running from source. A shipped app always has it. */
import { spawnSync } from 'node:child_process';
import { statfsSync } from 'node:fs';

/**
 * Chromium refuses to sandbox its processes for root, and cannot where the kernel gives an ordinary user no
 * namespaces (some containers). There, and only in development and tests, it is started with `--no-sandbox`.
 * That flag leaves what `webPreferences.sandbox: true` means to the page and its preload as it is.
 */
export function canSandbox(): boolean {
  if (process.platform !== 'linux') return true;
  if (process.getuid?.() === 0) return false;
  return spawnSync('unshare', ['--user', 'true'], { stdio: 'ignore' }).status === 0;
}

/** The Chromium switches that this machine asks for. */
export function machineSwitches(): string[] {
  const switches: string[] = [];
  if (!canSandbox()) switches.push('--no-sandbox');
  if (process.platform === 'linux' && smallSharedMemory()) switches.push('--disable-dev-shm-usage');
  return switches;
}

/** Containers often have 64 MB of shared memory, which a renderer with large pictures overruns. */
function smallSharedMemory(): boolean {
  try {
    const { blocks, bsize } = statfsSync('/dev/shm');
    return blocks * bsize < 256 * 1024 * 1024;
  } catch {
    return true;
  }
}
