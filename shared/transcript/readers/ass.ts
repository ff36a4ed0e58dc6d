import { seconds } from '../labels.ts';
import type { Detection, Reader } from '../reader.ts';
import { readSubtitles, type Subtitle } from '../subtitles.ts';

/** Subtitles of Advanced SubStation Alpha and its forerunner (`.ass`, `.ssa`): a line a subtitle, fields by commas. */
export const ass: Reader = {
  id: 'ass',
  detect({ text }, options): Detection | null {
    const events = /^\[Events\]\s*$/im.exec(text);
    if (!events || !/^Dialogue:/im.test(text.slice(events.index, events.index + 100_000))) return null;
    const title = /^Title:[ \t]*(\S.*)$/im.exec(text.slice(0, events.index))?.[1]?.trim() ?? null;
    const body = text.slice(events.index);
    return {
      confidence: 1,
      starts: null,
      read: () => readSubtitles({ title, subtitles: subtitlesOf(body), warnings: [] }, options),
    };
  },
};

const USUAL = 'layer,start,end,style,name,marginl,marginr,marginv,effect,text'.split(',');

function subtitlesOf(body: string): Subtitle[] {
  let fields: readonly string[] = USUAL;
  const subtitles: Subtitle[] = [];
  for (const line of body.split('\n')) {
    const [, kind = '', rest = ''] = /^(Format|Dialogue):\s*(.*)$/i.exec(line) ?? [];
    if (kind.toLowerCase() === 'format') fields = rest.split(',').map((field) => field.trim().toLowerCase());
    if (kind.toLowerCase() !== 'dialogue') continue;
    const values = rest.split(',');
    const value = (field: string) => (values[fields.indexOf(field)] ?? '').trim();
    // The words come last, and may hold commas.
    const words = values.slice(fields.length - 1).join(',');
    const voice = value('name') || value('actor') || null;
    const start = seconds(value('start'));
    const end = seconds(value('end'));
    const lines = wordsOf(words).map((text) => ({ voice, text }));
    if (lines.length > 0)
      subtitles.push({ start, end: start !== null && end !== null ? Math.max(start, end) : end, lines });
  }
  return subtitles.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}

/** Without the marks for how it looks: `{\an8}`; drawings (`{\p1}m 0 0 …`) are no words. */
function wordsOf(text: string): string[] {
  if (/\{[^{}]*\\p[1-9]/.test(text)) return [];
  return text
    .replace(/\{[^{}]{0,500}\}/g, '')
    .replace(/\\h/g, ' ')
    .split(/\\[Nn]/)
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
}
