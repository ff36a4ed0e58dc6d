import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeName } from '../../../main/file-name.ts';

test('a name that every system takes stays as it is', () => {
  for (const name of ['matrix FY2020.svg', '水と労働.docx', 'Zoë’s notes.hearken', 'v1.2 draft.png'])
    expect(safeName(name)).toBe(name);
});

test.each([
  ['../../etc/passwd', '-..-etc-passwd'],
  ['C:\\Windows\\system.ini', 'C--Windows-system.ini'],
  ['a/b:c*d?.docx', 'a-b-c-d-.docx'],
  ['.hidden.docx', 'hidden.docx'],
  ['trailing. . ', 'trailing'],
  ['line\nbreak\u0000.svg', 'linebreak.svg'],
  // Shown from right to left, this would end in “.docx”.
  ['report\u202excod.exe', 'reportxcod.exe'],
  ['CON.docx', '_CON.docx'],
  ['', 'hearken'],
  ['...', 'hearken'],
])('%j becomes %j', (name, safe) => {
  expect(safeName(name)).toBe(safe);
});

test('a long name keeps its extension and no half of a character, and fits beside its temporary name', () => {
  const long = safeName(`${'人権に関するダイアログ'.repeat(40)}.docx`);
  expect(long).toMatch(/^人権に関する.*\.docx$/u);
  expect(Buffer.byteLength(long)).toBeLessThanOrEqual(200);
  expect(safeName(`${'👩🏽‍🌾'.repeat(40)}.svg`)).toMatch(/^(👩🏽‍🌾)+\.svg$/u);
});

test('whatever comes in, what goes out is one plain name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const safe = safeName(name);
      expect(safe).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]|^\.|[. ]$/);
      expect(safe).not.toBe('');
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(255 - 20);
    }),
    { numRuns: 500 },
  );
});
