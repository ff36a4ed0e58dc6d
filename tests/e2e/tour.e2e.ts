/** What `npm start` does where there is no display: nothing else runs the README's first command. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { tourFaults } from '../../scripts/check-tour.ts';
import { tour } from '../../scripts/tour.ts';

test('the tour leaves two whole Word documents and a picture with something in it', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'hearken-tour-'));
  try {
    const files = await tour(folder);
    expect(files).toHaveLength(3);
    expect(tourFaults(folder)).toEqual([]);

    const [report = '', , picture = ''] = files;
    await writeFile(picture, PNG.sync.write(new PNG({ width: 800, height: 600 })));
    await writeFile(report, 'no zip');
    expect(tourFaults(folder)).toHaveLength(2);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
