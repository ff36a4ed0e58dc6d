import type { FollowUpSummary } from '../model/follow-up.ts';
import type { SectionWriter } from '../section.ts';
import { became } from './became.ts';
import { measured } from './measured.ts';
import { standing } from './standing.ts';

/** The sections of the handout before the next dialogue, in order: one line a section. */
export const FOLLOW_UP_SECTIONS: readonly SectionWriter<FollowUpSummary>[] = [standing, became, measured];
