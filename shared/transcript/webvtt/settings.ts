/** Where a cue and its region stand on the picture (W3C WebVTT 6.2, 6.3). A transcript has no picture; players do. */
export interface Region {
  readonly id: string;
  /** Percent of the picture. */
  readonly width: number;
  readonly lines: number;
  readonly regionAnchorX: number;
  readonly regionAnchorY: number;
  readonly viewportAnchorX: number;
  readonly viewportAnchorY: number;
  readonly scroll: '' | 'up';
}

export interface CueSettings {
  readonly region: Region | null;
  readonly vertical: '' | 'rl' | 'lr';
  readonly snapToLines: boolean;
  readonly line: number | 'auto';
  readonly lineAlign: 'start' | 'center' | 'end';
  readonly position: number | 'auto';
  readonly positionAlign: 'auto' | 'line-left' | 'center' | 'line-right';
  readonly size: number;
  readonly align: 'start' | 'center' | 'end' | 'left' | 'right';
}

export function defaultSettings(): CueSettings {
  return {
    region: null,
    vertical: '',
    snapToLines: true,
    line: 'auto',
    lineAlign: 'start',
    position: 'auto',
    positionAlign: 'auto',
    size: 100,
    align: 'center',
  };
}

/** "Parse the WebVTT cue settings" (6.3): what is not understood changes nothing. */
export function applySettings(
  start: CueSettings,
  input: string,
  regions: ReadonlyMap<string, Region>,
): CueSettings {
  let settings = start;
  for (const [name, value] of pairsOf(input)) {
    const change = SETTINGS[name]?.(value, regions);
    if (change) settings = { ...settings, ...change };
  }
  if (settings.line !== 'auto' || settings.vertical !== '') settings = { ...settings, region: null };
  return settings;
}

/** "Collect WebVTT region settings" (6.2). */
export function readRegion(start: Region, input: string): Region {
  let region = start;
  for (const [name, value] of pairsOf(input)) region = { ...region, ...REGION_SETTINGS[name]?.(value) };
  return region;
}

function pairsOf(input: string): [string, string][] {
  return input
    .split(/[ \t\n\f\r]+/)
    .map((word): [string, string] => [
      word.slice(0, Math.max(0, word.indexOf(':'))),
      word.slice(word.indexOf(':') + 1),
    ])
    .filter(([name, value]) => name !== '' && value !== '');
}

type Setting = (value: string, regions: ReadonlyMap<string, Region>) => Partial<CueSettings> | null;

const SETTINGS: Readonly<Record<string, Setting>> = {
  region: (value, regions) => ({ region: regions.get(value) ?? null }),
  vertical: (value) => (value === 'rl' || value === 'lr' ? { vertical: value } : null),
  line: (value) => {
    const [place = '', align, ...more] = value.split(',');
    if (more.length > 0) return null;
    if (align !== undefined && align !== 'start' && align !== 'center' && align !== 'end') return null;
    const percent = place.endsWith('%');
    // `-0` is 0.
    const line = percent ? percentage(place) : /^-?\d+(\.\d+)?$/.test(place) ? Number(place) + 0 : null;
    if (line === null || !Number.isFinite(line)) return null;
    return { line, snapToLines: !percent, ...(align && { lineAlign: align }) };
  },
  position: (value) => {
    const [place = '', align, ...more] = value.split(',');
    const position = percentage(place);
    if (more.length > 0 || position === null) return null;
    if (align === undefined) return { position };
    return align === 'line-left' || align === 'center' || align === 'line-right'
      ? { position, positionAlign: align }
      : null;
  },
  size: (value) => {
    const size = percentage(value);
    return size === null ? null : { size };
  },
  align: (value) =>
    value === 'start' || value === 'center' || value === 'end' || value === 'left' || value === 'right'
      ? { align: value }
      : null,
};

const REGION_SETTINGS: Readonly<Record<string, (value: string) => Partial<Region> | null>> = {
  id: (value) => ({ id: value }),
  width: (value) => {
    const width = percentage(value);
    return width === null ? null : { width };
  },
  lines: (value) => (/^\d+$/.test(value) ? { lines: Number(value) } : null),
  regionanchor: (value) => {
    const point = anchor(value);
    return point && { regionAnchorX: point[0], regionAnchorY: point[1] };
  },
  viewportanchor: (value) => {
    const point = anchor(value);
    return point && { viewportAnchorX: point[0], viewportAnchorY: point[1] };
  },
  scroll: (value) => (value === 'up' ? { scroll: value } : null),
};

function anchor(value: string): [number, number] | null {
  const [first = '', second = '', ...more] = value.split(',');
  const x = percentage(first);
  const y = percentage(second);
  return more.length > 0 || x === null || y === null ? null : [x, y];
}

/** "Parse a percentage string" (6.4): 0 to 100. */
function percentage(value: string): number | null {
  if (!/^\d+(\.\d+)?%$/.test(value)) return null;
  const number = Number(value.slice(0, -1));
  return number >= 0 && number <= 100 ? number : null;
}
