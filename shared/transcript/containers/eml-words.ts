import { ProblemError } from '../../model/problem.ts';
import { TEXT_LIMIT } from '../decode.ts';
import type { TranscriptFile } from '../result.ts';
import type { Nested, Unwrapped } from './container.ts';
import { Ledger } from './ledger.ts';
import { type MimePart, mimeOf, wordsOf } from './mime.ts';

/**
 * The words of a mail: its text as such where it has one, else as a page. Its subject is the title, its date may be that
 * of the dialogue; what is attached is named and not opened.
 * @throws ProblemError `file-too-large`, `file-wordless`, and what the text itself is refused for
 */
export async function openEml({ name, bytes }: TranscriptFile, nested: Nested): Promise<Unwrapped> {
  if (bytes.length > 2 * TEXT_LIMIT)
    throw new ProblemError('file-too-large', { name, limit: (2 * TEXT_LIMIT) / 1024 / 1024 });
  const { head, parts } = mimeOf(bytes);
  const ledger = new Ledger();
  for (const { attached } of parts) if (attached !== null) ledger.lose('attachment', attached);
  const texts = parts.filter(({ attached }) => attached === null);
  const body =
    texts.find(({ type }) => type === 'text/plain') ?? texts.find(({ type }) => type === 'text/html');
  if (!body || body.bytes.length === 0) throw new ProblemError('file-wordless', { name });
  const opened = await nested(asFile(name, body));
  const subject = wordsOf(head.get('subject') ?? '');
  const date = dateOf(head.get('date') ?? '');
  const { source } = opened;
  const title = subject === '' ? [] : [{ number: 1, text: subject, gap: true, start: true, level: 1 }];
  const lines = [
    ...title,
    ...source.lines.map((line, index) => ({
      ...line,
      gap: line.gap || index === 0,
      number: line.number + title.length,
    })),
  ];
  ledger.add(opened.ledger);
  return {
    ...opened,
    source: {
      name,
      text: `${subject}\n\n${source.text}`,
      lines,
      outside: [...(source.outside ?? []), ...(date === '' ? [] : [date])],
    },
    format: 'eml',
    ledger: ledger.losses,
  };
}

/** As UTF-8, where the part says in what else it was written. */
function asFile(name: string, { type, charset, bytes }: MimePart): TranscriptFile {
  const ending = type === 'text/html' ? 'html' : 'txt';
  const file = { name: `${name}.${ending}`, bytes };
  if (charset === null || /^(us-ascii|utf-?8)$/i.test(charset)) return file;
  try {
    return { ...file, bytes: new TextEncoder().encode(new TextDecoder(charset).decode(bytes)) };
  } catch {
    return file;
  }
}

/** `Wed, 3 May 2023 10:00:00 +0900` without the hour. */
function dateOf(value: string): string {
  return /\d{1,2} \p{L}{3} \d{4}/u.exec(value)?.[0] ?? '';
}
