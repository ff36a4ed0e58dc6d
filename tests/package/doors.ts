import { spawnSync } from 'node:child_process';
import path from 'node:path';
import {
  account,
  check,
  end,
  environment,
  listens,
  type Place,
  processesOf,
  start,
  titlesOn,
  until,
} from './machine.ts';

/** Switches and variables by which the app from source is driven do nothing in a package. */
export async function keepsDoorsShut(place: Place): Promise<void> {
  const { folder, home, display } = place;
  const port = 20_000 + (process.pid % 20_000);
  const doors = [
    `--remote-debugging-port=${port}`,
    `--inspect=127.0.0.1:${port + 1}`,
    '--remote-allow-origins=*',
  ];
  const app = start(place, doors, {
    HEARKEN_E2E: '1',
    HEARKEN_SAVE_DIR: path.join(home, 'told'),
    NODE_OPTIONS: `--require ${path.join(home, 'none.cjs')}`,
  });
  try {
    await until('it starts with them all the same', () =>
      titlesOn(display).some((one) => one.includes('Hearken')),
    );
    for (const [name, at] of [
      ['Chromium’s debugger', port],
      ['Node’s inspector', port + 1],
    ] as const)
      await check(`${name} does not listen`, async () => !(await listens(at)));
    await check('it hands tests nothing', () =>
      processesOf(folder).every(({ line }) => !line.includes('--hearken-test')),
    );
  } finally {
    await end(app);
  }
  const asNode = spawnSync(path.join(folder, 'hearken'), ['-e', 'console.log("ran as Node")'], {
    ...account(),
    env: { ...environment(home, ''), ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
    timeout: 5_000,
  });
  await check('it does not run as Node', () => !asNode.stdout.includes('ran as Node'));
}
