/**
 * Writes resources/cmaps/japanese.json: the character tables (CMaps) of Japanese fonts that PDFs name without carrying
 * them (PDF 1.7, table 118), out of pdfjs-dist, so that the import worker needs no request to read them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const FOLDER = path.join(
  path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
  'cmaps',
);
const TARGET = path.resolve(import.meta.dirname, '../resources/cmaps/japanese.json');

const NAMES = [
  '83pv-RKSJ-H',
  '90ms-RKSJ-H',
  '90ms-RKSJ-V',
  '90msp-RKSJ-H',
  '90msp-RKSJ-V',
  '90pv-RKSJ-H',
  '90pv-RKSJ-V',
  'Add-RKSJ-H',
  'Add-RKSJ-V',
  'Adobe-Japan1-UCS2',
  'EUC-H',
  'EUC-V',
  'Ext-RKSJ-H',
  'Ext-RKSJ-V',
  'H',
  'V',
  'RKSJ-H',
  'RKSJ-V',
  'UniJIS-UCS2-H',
  'UniJIS-UCS2-HW-H',
  'UniJIS-UCS2-HW-V',
  'UniJIS-UCS2-V',
  'UniJIS-UTF16-H',
  'UniJIS-UTF16-V',
  'UniJIS2004-UTF16-H',
  'UniJIS2004-UTF16-V',
];

const tables: Record<string, string> = { license: readFileSync(path.join(FOLDER, 'LICENSE'), 'utf8') };
for (const name of NAMES) tables[name] = readFileSync(path.join(FOLDER, `${name}.bcmap`)).toString('base64');
writeFileSync(TARGET, `${JSON.stringify(tables, null, 1)}\n`);
console.log(`${path.basename(TARGET)}: ${NAMES.length} tables`);
