import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { noteBundled } from './scripts/bundled.ts';

/**
 * The oldest runtime the app is run with (scripts/electron-runtime.ts); the pinned official one is newer.
 * Shared so that what is tested on the one runs on the other.
 */
const NODE = 'node20.18';
const CHROME = 'chrome130';

const root = import.meta.dirname;
const at = (...parts: string[]) => path.join(root, ...parts);
/** What `main/about.ts` reads. */
const bundled = noteBundled(at('out/bundled.json'));

interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** What the window's entry imports, and what that imports, and so on; not what is imported only when it is needed. */
const first = new Set<string>();
function inFirst(id: string, graph: Graph): boolean {
  if (first.size === 0) {
    const ahead = [at('renderer/index.html')];
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      if (first.has(next)) continue;
      first.add(next);
      ahead.push(...(graph.getModuleInfo(next)?.importedIds ?? []));
    }
  }
  return first.has(id);
}

export default defineConfig({
  // Everything but Electron is bundled: the app needs no node_modules at run time.
  main: {
    plugins: [bundled],
    build: {
      outDir: at('out/main'),
      target: NODE,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('main/index.ts') },
        external: ['electron'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },

  // A sandboxed preload can only be CommonJS, in one file.
  preload: {
    plugins: [bundled],
    build: {
      outDir: at('out/preload'),
      target: NODE,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('preload/index.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },

  renderer: {
    root: at('renderer'),
    base: './',
    plugins: [react(), bundled],
    worker: { format: 'es', plugins: () => [bundled] },
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      target: CHROME,
      // The content security policy allows the app's own files only: no inline scripts, no data: modules.
      modulePreload: { polyfill: false },
      // Half the size: this is read and compiled at every start.
      minify: true,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { index: at('renderer/index.html') },
        // The first screen in one file: each file is asked for and handed over by itself.
        output: {
          codeSplitting: {
            groups: [{ name: (id, graph) => (inFirst(id, graph) ? 'first' : null) }],
          },
        },
      },
    },
  },
});
