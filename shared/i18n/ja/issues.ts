import type { issues as en } from '../en/issues.ts';

export const issues: Record<keyof typeof en, string> = {};
