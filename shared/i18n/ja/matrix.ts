import type { matrix as en } from '../en/matrix.ts';

export const matrix: Record<keyof typeof en, string> = {};
