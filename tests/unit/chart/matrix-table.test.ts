import { describe, expect, it } from 'vitest';
import { assessRound } from '#shared/assessment/assess-round.ts';
import { MATRIX_COLUMNS, matrixRows, matrixTable, sortRows } from '#shared/chart/matrix-table.ts';
import { translator } from '#shared/i18n/index.ts';
import type { InstrumentReference } from '#shared/model/instrument.ts';
import { METHOD_ROUND, makePanel } from '../assessment/panel.ts';

const t = translator('en');
const panel = makePanel({ ...METHOD_ROUND, unrated: [] });
const assessment = assessRound(panel.state, panel.round.id);
const names = new Map([...panel.issues].map(([name, { id }]) => [id, name]));
const nameOf = (id: string) => names.get(id) ?? '';
const rows = matrixRows(assessment, nameOf, t);

describe('the matrix as a table', () => {
  it('says every issue in salience order, both readings where they differ', () => {
    const { columns, rows: plain } = matrixTable(assessment, nameOf, () => [], t);
    expect(plain.map(({ cells }) => cells[MATRIX_COLUMNS.indexOf('issue')])).toEqual([
      'climate',
      'forced labour',
      'privacy',
      'working environment',
      'youth employment',
      'unrated',
    ]);
    expect(plain.every(({ cells }) => cells.length === columns.length)).toBe(true);
    const climate = rows[0];
    expect(climate?.cells.severity.text).toBe('5');
    expect(climate?.cells.scale.text).toBe('3.5 (4)');
    expect(climate?.cells.badges.text).toContain('Divided');
    expect(rows.at(-1)?.cells.severity.text).toBe('–');
  });

  it('names the topics of reporting standards that an issue names, by number and in words; nothing is guessed', () => {
    const instruments: Readonly<Record<string, InstrumentReference[]>> = {
      climate: [
        { code: 'ESRS', provision: 'E1' },
        { code: 'SDG', provision: '13' },
        { code: 'GRI', provision: '305' },
      ],
      privacy: [
        { code: 'ESRS', provision: 'S4' },
        { code: 'ESRS', provision: 'S9' },
        { code: 'GRI', provision: '' },
      ],
    };
    const { columns, rows: plain } = matrixTable(
      assessment,
      nameOf,
      (id) => instruments[nameOf(id)] ?? [],
      t,
    );
    expect(columns.slice(-2)).toEqual(['ESRS topic', 'GRI topic']);
    const topics = new Map(plain.map(({ id, cells }) => [nameOf(id), cells.slice(-2)]));
    expect(topics.get('climate')).toEqual(['E1 Climate', '305 Emissions']);
    expect(topics.get('privacy')).toEqual(['S4 Consumers and end users; S9', '']);
    expect(topics.get('forced labour')).toEqual(['', '']);
  });

  it('is sorted either way; what has no figure stands last both times, equals in salience order', () => {
    const by = (down: boolean) =>
      sortRows(rows, { column: 'irremediability', down }, 'en').map(({ cells }) => cells.issue.text);
    expect(by(true)).toEqual([
      'climate',
      'forced labour',
      'privacy',
      'working environment',
      'youth employment',
      'unrated',
    ]);
    expect(by(false).at(-1)).toBe('unrated');
    expect(by(false).slice(0, 2)).toEqual(['working environment', 'youth employment']);
    expect(sortRows(rows, { column: 'issue', down: false }, 'en')[0]?.cells.issue.text).toBe('climate');
  });
});
