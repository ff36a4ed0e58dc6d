/**
 * Puts the store on the page for tests that drive the real app (tests/kill). Loaded only where `main` says so:
 * never in a packaged app, and from source only with HEARKEN_E2E set.
 */
import * as store from './index.ts';

Object.assign(window, { hearkenStore: store });
