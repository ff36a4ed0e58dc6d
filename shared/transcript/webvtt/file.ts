import { applySettings, type CueSettings, defaultSettings, type Region, readRegion } from './settings.ts';

/** A cue as the specification makes it, and what it does not keep but a transcript needs. */
export interface FileCue extends CueSettings {
  readonly id: string;
  /** Seconds. */
  readonly startTime: number;
  readonly endTime: number;
  /** The payload with its tags; lines apart by LF. */
  readonly text: string;
  /** The next cue's times follow without a blank line, so that its identifier may stand at the end of this text. */
  readonly cutShort: boolean;
}

/** What the specification drops: a block without times, or with times that it cannot read. */
export interface StrayBlock {
  /** How many cues come before it. */
  readonly before: number;
  readonly lines: readonly string[];
  /** The line that would give the times; null where there is none. */
  readonly timing: string | null;
}

export interface ParsedFile {
  /** What stands behind `WEBVTT` on its line. */
  readonly header: string;
  readonly cues: readonly FileCue[];
  readonly strays: readonly StrayBlock[];
}

/** Whether a text begins as a WebVTT file does (W3C WebVTT 6.1, steps 1 to 6). */
export function isWebVtt(text: string): boolean {
  return /^WEBVTT(?=[ \t\n]|$)/.test(text);
}

/**
 * The cues of a WebVTT file as the specification's parser finds them (W3C WebVTT 6.1); a file that is none has no cues.
 * Notes and style sheets are left out; every other block that the specification drops is among the strays.
 * @param text LF lines, without a byte order mark
 */
export function parseFile(text: string): ParsedFile {
  const lines = text.replaceAll('\u0000', '\ufffd').split('\n');
  // Text that ends with a line end has no line behind it.
  if (lines.at(-1) === '') lines.pop();
  if (!isWebVtt(text)) return { header: '', cues: [], strays: [] };
  const parser = new Parser(lines);
  parser.run();
  return { header: (lines[0] ?? '').slice(6).trim(), cues: parser.cues, strays: parser.strays };
}

class Parser {
  readonly cues: FileCue[] = [];
  readonly strays: StrayBlock[] = [];
  readonly #lines: readonly string[];
  readonly #regions = new Map<string, Region>();
  #at = 1;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  run(): void {
    if (this.#lines[1] !== undefined && this.#lines[1] !== '') this.#block(true);
    while (this.#at < this.#lines.length) {
      if (this.#lines[this.#at] === '') this.#at++;
      else this.#block(false);
    }
  }

  /** "Collect a WebVTT block" (6.2). */
  #block(inHeader: boolean): void {
    const buffer: string[] = [];
    let timing: string | null = null;
    let cue: Omit<FileCue, 'text' | 'cutShort'> | null = null;
    let region: Region | null = null;
    let style = false;
    let cutShort = false;
    let count = 0;
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at] ?? '';
      count++;
      if (line.includes('-->')) {
        if (inHeader || !(count === 1 || (count === 2 && timing === null))) {
          cutShort = timing !== null;
          break;
        }
        timing = line;
        cue = this.#times(line, buffer.join('\n'));
        if (cue) buffer.length = 0;
        continue;
      }
      if (line === '') {
        this.#at++;
        break;
      }
      if (!inHeader && count === 2 && this.cues.length === 0 && timing === null) {
        const [first = ''] = buffer;
        if (/^STYLE[ \t\f\r]*$/.test(first)) style = true;
        else if (/^REGION[ \t\f\r]*$/.test(first)) region = { ...NEW_REGION };
        if (style || region) buffer.length = 0;
      }
      buffer.push(line);
    }
    if (inHeader || style) return;
    if (cue) this.cues.push({ ...cue, text: buffer.join('\n'), cutShort });
    else if (region) {
      const read = readRegion(region, buffer.join('\n'));
      // The newest region of a name is the one that cues mean.
      if (read.id !== '') this.#regions.set(read.id, read);
    } else if (timing !== null || !/^(NOTE|STYLE|REGION)(?=\s|$)/.test(buffer[0] ?? ''))
      this.strays.push({ before: this.cues.length, lines: buffer, timing });
  }

  /** "Collect WebVTT cue timings and settings" (6.3). */
  #times(line: string, id: string): Omit<FileCue, 'text' | 'cutShort'> | null {
    const match = new RegExp(`^${SPACE}(${TIMESTAMP})${SPACE}-->${SPACE}(${TIMESTAMP})`).exec(line);
    const startTime = timestamp(match?.[1]);
    const endTime = timestamp(match?.[2]);
    if (!match || startTime === null || endTime === null) return null;
    const settings = applySettings(defaultSettings(), line.slice(match[0].length), this.#regions);
    return { id, startTime, endTime, ...settings };
  }
}

const NEW_REGION: Region = {
  id: '',
  width: 100,
  lines: 3,
  regionAnchorX: 0,
  regionAnchorY: 100,
  viewportAnchorX: 0,
  viewportAnchorY: 100,
  scroll: '',
};

const SPACE = '[ \\t\\f\\r]*';
/** Never more digits than can be a number, so that a line of digits takes no time. */
const TIMESTAMP = '\\d{1,20}:\\d{2}(?::\\d{2})?\\.\\d{3}(?!\\d)';

/** "Collect a WebVTT timestamp" (6.3), in seconds. */
export function timestamp(text: string | undefined): number | null {
  const match = /^(\d+):(\d{2})(?::(\d{2}))?\.(\d{3})$/.exec(text ?? '');
  if (!match) return null;
  const [, first = '', second = '', third, thousandths = ''] = match;
  const inHours = first.length !== 2 || Number(first) > 59;
  if (third === undefined && inHours) return null;
  const [hours, minutes, seconds] = third === undefined ? ['0', first, second] : [first, second, third];
  if (Number(minutes) > 59 || Number(seconds) > 59) return null;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1000;
}
