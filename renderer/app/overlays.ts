import { observable } from '../platform/observable.ts';

/** Whether the command palette is shown. */
export const palette = observable(false);

/** Whether the sheet of hotkeys is shown. */
export const helpSheet = observable(false);

/** Whether the form for a new workspace is shown. */
export const newWorkspaceForm = observable(false);
