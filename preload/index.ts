/** The preload script: puts the one contract of shared/bridge.ts on the page, and nothing else. */
import { contextBridge, type IpcRendererEvent, ipcRenderer, webFrame } from 'electron';
import type { Bridge, CHANNEL as Channel, EVENT_CHANNEL as EventChannel } from '../shared/bridge.ts';

// Written out, so that the schemas of the contract are not loaded here; the types hold them to the contract.
const CHANNEL: typeof Channel = 'hearken';
const EVENT_CHANNEL: typeof EventChannel = 'hearken-event';

const bridge: Bridge = {
  invoke: (name, request) => ipcRenderer.invoke(CHANNEL, name, request),
  on: (name, listener) => {
    const hear = (_event: IpcRendererEvent, channel: unknown, payload: unknown) => {
      if (channel === name) listener(payload as Parameters<typeof listener>[0]);
    };
    ipcRenderer.on(EVENT_CHANNEL, hear);
    return () => {
      ipcRenderer.removeListener(EVENT_CHANNEL, hear);
    };
  },
  inMemory: process.argv.includes('--hearken-in-memory'),
  // Said by main, which knows the version.
  checksSpelling: process.argv.includes('--hearken-spelling'),
  checkSpelling: (misspelt) =>
    webFrame.setSpellCheckProvider('en', {
      spellCheck: (words, tell) => {
        misspelt(words).then(
          (found) => tell([...found]),
          () => tell([]),
        );
      },
    }),
};

contextBridge.exposeInMainWorld('hearken', bridge);
// Said by main, from source alone, when tests drive the app.
if (process.argv.includes('--hearken-test')) contextBridge.exposeInMainWorld('hearkenTest', true);
