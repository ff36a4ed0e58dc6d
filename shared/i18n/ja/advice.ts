import type { advice as en } from '../en/advice.ts';

export const advice: Record<keyof typeof en, string> = {};
