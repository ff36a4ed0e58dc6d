/** Whether the machine is a Mac: its keys are named and pressed differently. */
export function isMac(): boolean {
  return globalThis.navigator?.platform.startsWith('Mac') ?? false;
}
