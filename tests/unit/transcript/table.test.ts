/** Every real transcript beside the project: what it is taken for, and how many speak how often. Prints the table. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTranscript } from '#shared/transcript/registry.ts';
import type { ReadResult } from '#shared/transcript/result.ts';
import { sharedMaterial } from './reading.ts';

/** The laid-out pages begin with lines of `#` that are not theirs. */
function bytesOf(file: string, name: string): Uint8Array {
  const bytes = new Uint8Array(readFileSync(file));
  if (!name.startsWith('published/')) return bytes;
  const own = new TextDecoder().decode(bytes).split('\n');
  return new TextEncoder().encode(
    own
      .filter((line) => !line.startsWith('#'))
      .join('\n')
      .trimStart(),
  );
}

const speech = ({ blocks }: ReadResult) => blocks.filter(({ kind }) => kind === 'speech');
const speakers = (result: ReadResult) => [...new Set(speech(result).map(({ speaker }) => speaker))];

/** Format, encoding, speakers, turns (speech). */
const EXPECTED: Readonly<Record<string, readonly [string, string, number, number]>> = {
  'changelog-news-36_small.md': ['labelled', 'utf-8', 2, 6],
  'ja/kokkai_2025-02-19.cp932.crlf.txt': ['minutes', 'shift_jis', 13, 92],
  'ja/kokkai_2025-02-19.teams_style.vtt': ['webvtt', 'utf-8', 7, 30],
  'ja/kokkai_2025-02-19_sustainability_committee.utf8.txt': ['minutes', 'utf-8', 13, 92],
  'nasty/bracket_time_name.txt': ['labelled', 'utf-8', 15, 93],
  'nasty/cr_only_oldmac.vtt': ['webvtt', 'utf-8', 15, 93],
  'nasty/emoji_astral.txt': ['labelled', 'utf-8', 2, 100],
  'nasty/multiline_turns_crlf.txt': ['labelled', 'utf-8', 15, 93],
  'nasty/teams_v_tags_guid_ids.vtt': ['webvtt', 'utf-8', 15, 93],
  'nasty/teams_v_tags_no_ids.utf8bom.crlf.vtt': ['webvtt', 'utf-8', 15, 93],
  'nasty/truncated_mid_cue.vtt': ['webvtt', 'utf-8', 5, 36],
  'nasty/utf16le_bom.vtt': ['webvtt', 'utf-16le', 15, 93],
  'otter/mannheimer_BSR01_otter.docx': ['docx', '', 2, 83],
  'otter/mannheimer_BSR01_otter.txt': ['named-lines', 'utf-8', 2, 83],
  'published/02_nec_fy2021_en.txt': ['published', 'utf-8', 2, 3],
  'published/04_nec_2024_en.txt': ['published', 'utf-8', 2, 2],
  'published/06_asahi_2019_en_colon.txt': ['labelled', 'utf-8', 3, 3],
  'published/08_asahi_2022_en_glued.txt': ['published', 'utf-8', 3, 3],
  'published/10_kddi_2025_ja.txt': ['plain', 'utf-8', 0, 0],
  'published/12_dic_2012_ja_table.txt': ['plain', 'utf-8', 0, 0],
  'published/14_mitsuichem_2017_ja.txt': ['plain', 'utf-8', 0, 0],
  'published/16_igf_captions_en.txt': ['labelled', 'utf-8', 3, 5],
  'published/18_lotte_2023_ja.txt': ['plain', 'utf-8', 1, 1],
  'published/20_ai_council_2019_ja_minutes.txt': ['minutes', 'utf-8', 2, 3],
  'zoom/acdc_2026-02-05.chat.txt': ['zoom-chat', 'utf-8', 41, 136],
  'zoom/acdc_2026-02-05.vtt': ['webvtt', 'utf-8', 15, 93],
};

interface Layout {
  readonly turns: number;
  readonly speakers?: readonly (string | null)[];
  readonly sections?: number;
  readonly date?: string | null;
  readonly participants?: {
    readonly expert?: number;
    readonly facilitator?: number;
    readonly company?: number | string;
  };
}

describe('the transcripts beside the project', () => {
  it('are taken for what they are', async (context) => {
    const folder = sharedMaterial('transcripts');
    if (!folder) return context.skip('the shared material is not on this machine');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => /\.(txt|md|vtt|srt|docx)$/.test(name) && !/^SOURCES|^wpt-webvtt/.test(name))
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .sort();
    const rows: string[] = [];
    const seen: Record<string, readonly [string, string, number, number]> = {};
    for (const name of files) {
      const bytes = bytesOf(path.join(folder, name), name);
      const result = await readTranscript({ name: path.basename(name), bytes });
      const warnings = result.warnings.map(
        ({ code, params }) => `${code}${'count' in params ? ` ${params.count}` : ''}`,
      );
      const warned = [...new Set(warnings)].join(', ');
      const row = [result.format, result.encoding, speakers(result).length, speech(result).length] as const;
      seen[name] = row;
      rows.push([name, ...row, warned].join(' | '));
    }
    console.log(['file | format | encoding | speakers | turns | warnings', ...rows].join('\n'));
    expect(seen).toMatchObject(EXPECTED);
  });

  it('read the laid-out pages as their own table says', async (context) => {
    const table = sharedMaterial('transcripts', 'published', 'expected.json');
    const folder = sharedMaterial('transcripts');
    if (!table || !folder) return context.skip('the shared material is not on this machine');
    const layouts = JSON.parse(readFileSync(table, 'utf8')) as Record<string, Layout>;
    for (const [name, layout] of Object.entries(layouts)) {
      const file = path.join(folder, 'published', name);
      const result = await readTranscript({ name, bytes: bytesOf(file, `published/${name}`) });
      expect(speech(result), name).toHaveLength(layout.turns);
      if (layout.speakers) expect(new Set(speakers(result)), name).toEqual(new Set(layout.speakers));
      if (layout.sections !== undefined) expect(result.headings, name).toHaveLength(layout.sections);
      if (layout.date) expect(result.date, name).toBe(layout.date);
      const { expert, facilitator = 0, company } = layout.participants ?? {};
      const external = result.participants.filter((one) => one.external).length;
      if (expert !== undefined) expect(external, name).toBe(expert + facilitator);
      if (typeof company === 'number') expect(result.participants.length - external, name).toBe(company);
    }
  });
});
