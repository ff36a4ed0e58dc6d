import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ app: { isPackaged: false } }));
const { supportEnds } = await import('../../../main/about.ts');

const ROOT = path.resolve(import.meta.dirname, '../../..');

describe('until when a runtime has security fixes', () => {
  it('is known of the Electron that is pinned, and of the one from the npm registry', () => {
    const { devDependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    expect(supportEnds(devDependencies.electron)).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(supportEnds('33.2.1')).toBe('2025-05-29');
  });

  it('is not guessed of any other', () => {
    expect(supportEnds('99.0.0')).toBeNull();
    expect(supportEnds('')).toBeNull();
  });
});
