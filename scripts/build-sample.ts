import { readFileSync, writeFileSync } from 'node:fs';
import { readTaxonomy } from '#shared/taxonomy/schema.ts';
import { buildSample } from './sample/build.ts';

/** Writes `resources/sample/sample.json` from the sources in `scripts/sample`: run it after changing one of them. */
const resources = new URL('../resources/', import.meta.url);
const taxonomy = readTaxonomy(readFileSync(new URL('taxonomy/taxonomy.json', resources), 'utf8'));
const target = new URL('sample/sample.json', resources);
writeFileSync(target, `${JSON.stringify(await buildSample(taxonomy), null, 1)}\n`);
console.log('resources/sample/sample.json written');
