import { seconds } from '../labels.ts';
import type { Detection, Reader } from '../reader.ts';
import { readSubtitles, type Subtitle } from '../subtitles.ts';

/** SubViewer as video sites write it: `0:00:01.000,0:00:03.000` on a line of its own, the words below. */
export const sbv: Reader = {
  id: 'sbv',
  detect({ text }, options): Detection | null {
    const lines = text.split('\n');
    const first = lines.find((line) => line.trim() !== '') ?? '';
    if (!TIMING.test(first.trim())) return null;
    return {
      confidence: 1,
      starts: null,
      read: () => readSubtitles({ title: null, subtitles: subtitlesOf(lines), warnings: [] }, options),
    };
  },
};

const TIME = String.raw`\d{1,3}:\d{2}:\d{2}\.\d{1,3}`;
const TIMING = new RegExp(`^(${TIME}),(${TIME})$`);

function subtitlesOf(lines: readonly string[]): Subtitle[] {
  const subtitles: { start: number | null; end: number | null; lines: { voice: null; text: string }[] }[] =
    [];
  for (const raw of lines) {
    const line = raw.trim();
    const timing = TIMING.exec(line);
    if (timing) subtitles.push({ start: seconds(timing[1] ?? ''), end: seconds(timing[2] ?? ''), lines: [] });
    else if (line !== '')
      for (const text of line.split('[br]')) subtitles.at(-1)?.lines.push({ voice: null, text: text.trim() });
  }
  return subtitles.filter((one) => one.lines.length > 0);
}
