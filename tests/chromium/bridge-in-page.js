/**
 * What preload does in the app (`preload/index.ts`), as a script that runs in the page before any of its own: the calls go
 * over `testInvoke`, and `testTell` says what main would say unasked (`start.ts`). Plain, since it is handed over as it is.
 */
(() => {
  const listeners = new Set();
  window.testTell = (name, payload) => {
    for (const one of listeners) if (one.name === name) one.listener(payload);
  };
  window.hearken = Object.freeze({
    invoke: window.testInvoke,
    on: (name, listener) => {
      const one = { name, listener };
      listeners.add(one);
      return () => listeners.delete(one);
    },
    inMemory: false,
    checksSpelling: false,
    checkSpelling: () => undefined,
  });
})();
