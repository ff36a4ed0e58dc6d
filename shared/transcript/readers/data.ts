import { dataIn } from '../data.ts';
import { dataKind } from '../data-kind.ts';
import type { Reader } from '../reader.ts';
import { readSubtitles } from '../subtitles.ts';
import { utterancesIn } from '../utterances.ts';

/** Transcripts as data (JSON, XML) of transcription services and other programs: a list of utterances, of any make. */
export const data: Reader = {
  id: 'data',
  detect({ name, text }, options) {
    if (dataKind(text) === null) return null;
    const found = dataIn(name, text);
    const subtitles = found === null ? null : utterancesIn(found);
    if (subtitles === null) return null;
    return {
      confidence: 1,
      starts: null,
      read: () => readSubtitles({ title: null, subtitles, warnings: [] }, options),
    };
  },
};
