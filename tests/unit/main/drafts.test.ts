import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDrafts, writeDrafts } from '../../../main/drafts.ts';
import { SEALERS } from '../../fixtures/sealers.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-drafts-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe.each(SEALERS)('drafts, $how,', ({ sealer }) => {
  it('are none in a new workspace', async () => expect(await readDrafts(folder, sealer)).toEqual({}));

  it('are read as they were written', async () => {
    const drafts = { 'issue-new': { name: { ja: '人権' } }, 'round-reopen/1': { why: 'a\nb' } };
    await writeDrafts(folder, sealer, { old: 'x' });
    await writeDrafts(folder, sealer, drafts);
    expect(await readDrafts(folder, sealer)).toEqual(drafts);
    expect(await readdir(folder)).toEqual([sealer.fileName('drafts.json')]);
  });

  it.each(['{"cut off": ', '[1]', 'null'])('that nobody can read are set aside: %s', async (text) => {
    await writeFile(path.join(folder, sealer.fileName('drafts.json')), text);
    expect(await readDrafts(folder, sealer)).toEqual({});
    expect(await readdir(folder)).toEqual([expect.stringMatching(/^drafts-damaged-.*\.(json|sealed)$/)]);
  });
});
