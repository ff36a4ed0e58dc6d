import type { DialogueSummary } from '../model/dialogue.ts';
import type { SectionWriter } from '../section.ts';
import { about } from './about.ts';
import { advice } from './advice.ts';
import { adviceOverview } from './advice-overview.ts';
import { discussed } from './discussed.ts';
import { overview } from './overview.ts';
import { participants } from './participants.ts';
import { since } from './since.ts';
import { topics } from './topics.ts';

/** The sections of a dialogue's summary, in order, the appendix last: one line a section. */
export const DIALOGUE_SECTIONS: readonly SectionWriter<DialogueSummary>[] = [
  overview,
  participants,
  discussed,
  since,
  adviceOverview,
  advice,
  about,
  topics,
];
