import { preference } from '../platform/preference.ts';

/** Whether the other names of an issue count as the one that was typed; the reader marks hits by it too. */
export const searchSynonyms = preference('hearken.search.synonyms', true);

/** Whether results stand together by the dialogue that they were said in. */
export const searchGrouped = preference('hearken.search.grouped', true);
