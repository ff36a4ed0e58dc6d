import { describe, expect, it } from 'vitest';
import { checkWorkable, unpackArchive } from '#shared/archive/archive.ts';
import { describeProblem, type Language, translator } from '#shared/i18n/index.ts';
import { problemOf } from '#shared/model/problem.ts';
import { readTranscript } from '#shared/transcript/registry.ts';
import {
  BAD_ARCHIVES,
  BAD_TRANSCRIPTS,
  type BadFile,
  docxOf,
  goodArchive,
} from '../../fixtures/bad-input.ts';

const SPOKEN: readonly Language[] = ['en', 'ja'];

/** The refusal, with its sentence in each language. */
async function refusal(work: () => Promise<unknown>) {
  try {
    await work();
  } catch (thrown) {
    const problem = problemOf(thrown);
    return {
      code: problem.code,
      sentences: SPOKEN.map((language) => describeProblem(translator(language), problem)),
    };
  }
  throw new Error('It was not refused.');
}

function expectRefusal({ code, sentences }: Awaited<ReturnType<typeof refusal>>, file: BadFile) {
  expect(code).toBe(file.code);
  for (const sentence of sentences) {
    // A sentence, without gaps and without words that only programs know.
    expect(sentence).toMatch(/[.。]$/);
    expect(sentence).not.toMatch(/[{}]|undefined|Error:|null|unexpected/);
  }
  expect(new Set(sentences).size).toBe(sentences.length);
}

describe('a transcript is refused, in words of the person’s language, that is', () => {
  it.each(BAD_TRANSCRIPTS.map((file) => [file.what, file] as const))('%s', async (_, file) => {
    const bytes = await file.make();
    expectRefusal(await refusal(() => readTranscript({ name: file.name, bytes })), file);
  });
});

describe('a workspace file is refused, in words of the person’s language, that is', () => {
  it.each(BAD_ARCHIVES.map((file) => [file.what, file] as const))('%s', async (_, file) => {
    const bytes = await file.make();
    expectRefusal(await refusal(() => unpackArchive(bytes)), file);
  });
});

it('what the bad files are made from is itself accepted', async () => {
  const document = docxOf('<w:p><w:r><w:t>Ana: The wells are dry.</w:t></w:r></w:p>');
  expect((await readTranscript({ name: 'good.docx', bytes: document })).blocks).toHaveLength(1);
  expect((await unpackArchive(await goodArchive())).name).toBe('Office');
});

it('a workspace file that does not say whose workspace it is can be read, but not worked in', async () => {
  const archive = await unpackArchive(await goodArchive());
  expect(() => checkWorkable(archive)).toThrowError(/archive-unowned.*tables\/workspace\.json/);
});

it('text with accents, a foreign quotation and a stray byte is still read, with a warning', async () => {
  const bytes = new Uint8Array(
    Buffer.from('Zo\xeb: \x93D\xe9j\xe0 vu\x94, they said.\nBj\xf8rn: Yes.\n', 'latin1'),
  );
  const { warnings } = await readTranscript({ name: 'talk.txt', bytes });
  expect(warnings.map(({ code }) => code)).toContain('encoding-guessed');
});
