/**
 * Checks what the tour of `npm start` left: two Word documents that are whole, and a picture in which something is
 * drawn. Run by `.ci/run` after the command itself; ends with exit status 1 and a line for each fault.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PNG } from 'pngjs';
import { readZip } from '#shared/archive/zip.ts';
import { lintDocx } from '../tests/unit/report/docx-lint.ts';
import { TOUR_FOLDER } from './tour.ts';

/** A page of words has far more; an empty document has less. */
const LEAST_WORDS = 200;
/** A matrix has a ground, lines, dots and words in several shades; a blank picture has one colour. */
const LEAST_COLOURS = 16;
const LEAST_SIDE = 400;

/** What is wrong with the files of a tour; an empty list = nothing. */
export function tourFaults(folder: string): string[] {
  const names = readdirSync(folder);
  const documents = names.filter((name) => name.endsWith('.docx'));
  const pictures = names.filter((name) => name.endsWith('.png') && name !== 'window.png');
  const read = (name: string) => new Uint8Array(readFileSync(path.join(folder, name)));
  return [
    ...(documents.length === 2 ? [] : [`${documents.length} Word documents instead of 2`]),
    ...(pictures.length === 1 ? [] : [`${pictures.length} pictures instead of 1`]),
    ...documents.flatMap((name) => documentFaults(read(name)).map((fault) => `${name}: ${fault}`)),
    ...pictures.flatMap((name) => pictureFaults(read(name)).map((fault) => `${name}: ${fault}`)),
  ];
}

function documentFaults(bytes: Uint8Array): string[] {
  const zip = readZip(bytes);
  if (!zip.ok) return [zip.problem.code];
  const body = zip.value.get('word/document.xml');
  if (!body) return ['no word/document.xml'];
  const words = new TextDecoder().decode(body).match(/<w:t[ >][^<]*<\/w:t>/g) ?? [];
  const text = words.map((run) => run.replaceAll(/<[^>]*>/g, '')).join(' ');
  const count = text.split(/\s+/).filter(Boolean).length;
  return [...lintDocx(bytes), ...(count < LEAST_WORDS ? [`only ${count} words`] : [])];
}

function pictureFaults(bytes: Uint8Array): string[] {
  let picture: PNG;
  try {
    picture = PNG.sync.read(Buffer.from(bytes));
  } catch {
    return ['not a PNG'];
  }
  const { width, height, data } = picture;
  const colours = new Set<number>();
  for (let at = 0; at < data.length; at += 4) colours.add(data.readUInt32BE(at));
  return [
    ...(Math.min(width, height) < LEAST_SIDE ? [`${width} × ${height} pixels`] : []),
    ...(colours.size < LEAST_COLOURS ? [`${colours.size} colours`] : []),
  ];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const faults = tourFaults(TOUR_FOLDER);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exit(1);
  console.log('The tour left two whole Word documents and a picture.');
}
