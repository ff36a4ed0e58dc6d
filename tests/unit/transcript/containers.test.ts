import { describe, expect, it } from 'vitest';
import {
  CONTAINER_NAMES,
  CONTAINERS,
  mediaTypeOf,
  promisedBy,
  TRANSCRIPT_ENDINGS,
} from '#shared/transcript/containers/registry.ts';

describe('the registry of containers', () => {
  it('has each id, name and ending once', () => {
    for (const all of [CONTAINERS.map(({ id }) => id), CONTAINER_NAMES, TRANSCRIPT_ENDINGS])
      expect(new Set(all).size).toBe(all.length);
  });

  it('offers the endings of text and of every container', () => {
    expect(TRANSCRIPT_ENDINGS).toEqual(
      expect.arrayContaining('txt md vtt srt docx pdf odt rtf html'.split(' ')),
    );
  });

  it('knows what an ending promises, in any case, and that any text may be called .html', () => {
    expect(promisedBy('Talk.DOCX')?.id).toBe('docx');
    expect(promisedBy('talk.ott')?.broken).toBe('odt-broken');
    for (const name of ['talk.html', 'talk.txt', 'docx', 'talk.docx.txt'])
      expect(promisedBy(name)).toBeNull();
  });

  it('gives media types by container, by layout, and else that of text', () => {
    expect(mediaTypeOf('pdf')).toBe('application/pdf');
    expect(mediaTypeOf('webvtt')).toBe('text/vtt');
    expect(mediaTypeOf('labelled')).toBe('text/plain');
  });
});
