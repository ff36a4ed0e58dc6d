/** A display for each test file, so that two apps that run at once have a clipboard, a focus and a pointer each. */
import { afterAll } from 'vitest';
import { startVirtualDisplay } from '../../scripts/display.ts';

if (process.env.HEARKEN_DISPLAYS === 'virtual') {
  const display = await startVirtualDisplay();
  process.env.DISPLAY = display.name;
  afterAll(() => display.stop());
}
