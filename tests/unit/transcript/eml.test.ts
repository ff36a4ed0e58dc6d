import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTranscript } from '#shared/transcript/registry.ts';
import { readText, spoken } from './reading.ts';

const read = (text: string, name = 'talk.eml') => readTranscript({ name, bytes: strToU8(text) });
const HEAD =
  'From: a@example.org\r\nSubject: =?UTF-8?B?6LOD6YeR?= of the orchards\r\nDate: Wed, 3 May 2023 10:00:00 +0900\r\nMIME-Version: 1.0\r\n';
const expected = ['Ana: Who pays = all?', 'Bo: 農園主です。', 'Ana: Good.'];

describe('mails', () => {
  it('are read by their text, with subject and date, and tell what is attached', async () => {
    const result = await read(
      `${HEAD}Content-Type: multipart/mixed; boundary="x"\r\n\r\nno words\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nAna: Who pays =3D a=\r\nll?\r\n\r\nBo: =E8=BE=B2=E5=9C=92=E4=B8=BB=E3=81=A7=E3=81=99=E3=80=82\r\n\r\nAna: Good.\r\n--x\r\nContent-Type: application/pdf; name="notes.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--x--\r\n`,
    );
    expect(spoken(result)).toEqual(expected);
    expect(result).toMatchObject({ format: 'eml', title: '賃金 of the orchards', date: '2023-05-03' });
    expect(result.ledger).toEqual([{ part: 'attachment', words: 'notes.pdf', count: 1 }]);
  });

  it('are read as a page where they have no other text', async () => {
    const page = Buffer.from(
      '<html><body><p>Ana: Who pays = all?</p><p>Bo: 農園主です。</p><p>Ana: Good.</p></body></html>',
    ).toString('base64');
    const result = await read(
      `${HEAD}Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${page}\r\n`,
    );
    expect(spoken(result)).toEqual(expected);
  });

  it('are no transcripts that begin with fields', async () => {
    const result = await readText(
      'Subject: Wages\nDate: 3 May 2023\n\nAna: Who pays?\nBo: We do.\nAna: Good.',
    );
    expect(result.format).not.toBe('eml');
  });
});
