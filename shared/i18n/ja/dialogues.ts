import type { dialogues as en } from '../en/dialogues.ts';

export const dialogues: Record<keyof typeof en, string> = {};
