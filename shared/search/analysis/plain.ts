import { alphabetic } from './latin.ts';

/** Any other script whose words stand apart (Greek, Cyrillic, Arabic …): whole words, no stemming. */
export const plain = alphabetic('plain', '\\p{L}', (word) => word);
