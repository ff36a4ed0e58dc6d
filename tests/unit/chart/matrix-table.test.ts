import { describe, expect, it } from 'vitest';
import { assessRound } from '#shared/assessment/assess-round.ts';
import { MATRIX_COLUMNS, matrixRows, matrixTable, sortRows } from '#shared/chart/matrix-table.ts';
import { translator } from '#shared/i18n/index.ts';
import { METHOD_ROUND, makePanel } from '../assessment/panel.ts';

const t = translator('en');
const panel = makePanel({ ...METHOD_ROUND, unrated: [] });
const assessment = assessRound(panel.state, panel.round.id);
const names = new Map([...panel.issues].map(([name, { id }]) => [id, name]));
const nameOf = (id: string) => names.get(id) ?? '';
const rows = matrixRows(assessment, nameOf, t);

describe('the matrix as a table', () => {
  it('says every issue in salience order, both readings where they differ', () => {
    const { columns, rows: plain } = matrixTable(assessment, nameOf, t);
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
