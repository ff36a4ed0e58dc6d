import type { Container } from './container.ts';
import { isMime } from './mime.ts';

/** Mails, and pages that are saved as one file in the same wrapping. */
export const eml: Container = {
  id: 'eml',
  shortName: 'EML',
  endings: ['eml', 'mht', 'mhtml'],
  mediaType: 'message/rfc822',
  broken: null,
  inside: 'bytes',
  claims: isMime,
  async open(file, nested) {
    const { openEml } = await import('./eml-words.ts');
    return openEml(file, nested);
  },
};
