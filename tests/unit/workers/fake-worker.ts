import { expose } from 'comlink';
import { resultsOf } from '../../../renderer/workers/expose.ts';

/** A worker on this thread: its service behind real message ports. What a real one says by events, a test dispatches. */
export class FakeWorker extends EventTarget {
  terminated = false;
  readonly #port: MessagePort;

  constructor(service: object) {
    super();
    const { port1, port2 } = new MessageChannel();
    expose(resultsOf(service), port2);
    this.#port = port1;
    port1.onmessage = ({ data }) => this.dispatchEvent(new MessageEvent('message', { data }));
  }

  postMessage(message: unknown, moved: Transferable[]): void {
    this.#port.postMessage(message, moved);
  }

  terminate(): void {
    this.terminated = true;
    this.#port.close();
  }

  /** It fails as one does that has no memory left. */
  crash(message = ''): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}
