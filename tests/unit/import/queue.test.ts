import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '#shared/model/basics.ts';
import { problem } from '#shared/model/problem.ts';
import type { ReadResult } from '#shared/transcript/result.ts';
import { afterEvent } from '../../../renderer/features/dialogues/import/queue.ts';
import {
  EMPTY_QUEUE,
  type NewFile,
  type Preview,
  type QueueEffect,
  type QueueEvent,
  type QueueItem,
  type QueueState,
  shownOf,
  undecided,
} from '../../../renderer/features/dialogues/import/queue-state.ts';

const READING: ReadResult = {
  format: 'text',
  encoding: 'utf-8',
  title: null,
  date: null,
  language: 'en',
  participants: [],
  headings: [],
  blocks: [],
  warnings: [],
  source: [],
  alarms: [],
  ledger: [],
  others: [],
} as unknown as ReadResult;

function file(id: string, hash = `hash of ${id}`): NewFile {
  return { id, hash, file: { name: `${id}.txt`, bytes: new Uint8Array([1]) } };
}

function previewOf({ file: of, needsLook = false }: { file: NewFile['file']; needsLook?: boolean }): Preview {
  return {
    step: 'preview',
    file: of,
    read: READING,
    result: READING,
    dropped: new Set(),
    persons: new Map(),
    past: [],
    taught: [],
    explained: [],
    guessed: new Map(),
    needsLook,
    details: {
      title: of.name,
      date: '',
      place: '',
      form: 'unknown',
      fiscalYear: 2024,
      attribution: 'named',
      language: 'en',
      sourceNote: '',
      follows: null,
    },
  };
}

/** A queue, and what it has asked for. */
class Run {
  state: QueueState = EMPTY_QUEUE;
  effects: QueueEffect[] = [];

  tell(...events: QueueEvent[]): this {
    for (const event of events) {
      const { state, effects } = afterEvent(this.state, event);
      this.state = state;
      this.effects.push(...effects);
    }
    return this;
  }

  add(batch: Id, ...files: NewFile[]): this {
    return this.tell({ type: 'added', batch, files, known: [] });
  }

  /** The file that is being read has been. */
  read(needsLook = false): this {
    const { id, attempt } = this.state.reading ?? { id: '', attempt: -1 };
    return this.tell({ type: 'read', attempt, preview: previewOf({ file: this.item(id).file, needsLook }) });
  }

  unreadable(): this {
    const attempt = this.state.reading?.attempt ?? -1;
    return this.tell({ type: 'unreadable', attempt, problem: problem('file-empty', { name: 'a' }) });
  }

  confirm(id: Id): this {
    return this.tell({ type: 'lookedAt', id }, { type: 'confirmed' });
  }

  /** What is being stored has been. */
  stored(): this {
    for (const { batch, ids } of this.state.storing)
      this.tell({ type: 'stored', batch, dialogues: new Map(ids.map((id) => [id, `dialogue of ${id}`])) });
    return this;
  }

  item(id: Id): QueueItem {
    const found = this.state.items.find((one) => one.id === id);
    if (!found) throw new Error(`no file ${id}`);
    return found;
  }

  get steps(): string[] {
    return this.state.items.map(({ id, stage }) => `${id} ${stage.step}`);
  }

  /** The files of each store that was asked for. */
  get stores(): Id[][] {
    return this.effects.flatMap((one) => (one.do === 'store' ? [one.ready.map(({ id }) => id)] : []));
  }
}

describe('the queue of files', () => {
  it('reads one after another, and shows the first', () => {
    const run = new Run().add('1', file('a'), file('b'));
    expect(run.steps).toEqual(['a reading', 'b waiting']);
    expect(shownOf(run.state)).toMatchObject({ step: 'reading', file: { name: 'a.txt' } });
    expect(run.read().steps).toEqual(['a preview', 'b reading']);
    expect(shownOf(run.state)).toMatchObject({ step: 'preview', file: { name: 'a.txt' } });
  });

  it('stores a batch in one step, once all of it is decided', () => {
    const run = new Run().add('1', file('a'), file('b'), file('c')).read().read();
    expect(run.confirm('a').confirm('b').stores).toEqual([]);
    expect(run.unreadable().stores).toEqual([['a', 'b']]);
    expect(run.stored().steps).toEqual(['a imported', 'b imported', 'c failed']);
    expect(run.effects).toContainEqual({ do: 'tellStored', titles: ['a.txt', 'b.txt'] });
  });

  it('stores the rest of a batch when the last file is left out', () => {
    const run = new Run().add('1', file('a'), file('b')).read().confirm('a');
    expect(run.tell({ type: 'left', id: 'b' }).stores).toEqual([['a']]);
    expect(run.state.reading).toBeNull();
  });

  it('shows the dialogue of a file that came alone, and the queue is empty', () => {
    const run = new Run().add('1', file('a')).read().tell({ type: 'confirmed' }).stored();
    expect(run.state.items).toEqual([]);
    expect(run.effects.at(-1)).toEqual({ do: 'showDialogue', dialogueId: 'dialogue of a' });
  });

  it('confirms what is clear, batch by batch', () => {
    const run = new Run().add('1', file('a'), file('b')).add('2', file('c')).read().read(true).read();
    run.tell({ type: 'clearConfirmed' });
    expect(run.steps).toEqual(['a confirmed', 'b preview', 'c confirmed']);
    expect(run.stores).toEqual([['c']]);
  });

  it('stores nothing whose fiscal year nobody knows', () => {
    const run = new Run().add('1', file('a')).read();
    run.tell({
      type: 'edited',
      change: (now) => ({ ...now, details: { ...now.details, fiscalYear: null } }),
    });
    expect(run.tell({ type: 'confirmed' }, { type: 'clearConfirmed' }).steps).toEqual(['a preview']);
    run.tell({
      type: 'edited',
      change: (now) => ({ ...now, details: { ...now.details, fiscalYear: 2023 } }),
    });
    expect(run.tell({ type: 'confirmed' }).stores).toEqual([['a']]);
  });

  it('keeps what could not be stored, to be stored later', () => {
    const run = new Run().add('1', file('a'), file('b')).read().read().confirm('a').confirm('b');
    run.tell({ type: 'notStored', batch: '1' });
    expect(run.steps).toEqual(['a confirmed', 'b confirmed']);
    expect(run.tell({ type: 'storeNow' }).stores).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('stores what was confirmed while the rest of its batch was being stored', () => {
    const run = new Run().add('1', file('a'), file('b')).read().read().confirm('a');
    run.tell({ type: 'storeNow' }).confirm('b');
    expect(run.stores).toEqual([['a']]);
    run.tell({ type: 'stored', batch: '1', dialogues: new Map([['a', 'd']]) });
    expect(run.stores).toEqual([['a'], ['b']]);
  });

  it('lets no file go that is being stored, so that it is not stored again', () => {
    const run = new Run().add('1', file('a')).read().tell({ type: 'confirmed' });
    run.tell({ type: 'left', id: 'a' }, { type: 'allLeft' }, { type: 'lookedAt', id: 'a' });
    expect(run.steps).toEqual(['a confirmed']);
  });

  it('tells of the same file twice, in the queue and in the workspace', () => {
    const known = [{ hash: 'y', dialogueId: 'd', title: 'Talk' }];
    const run = new Run().tell({
      type: 'added',
      batch: '1',
      files: [file('a', 'x'), file('b', 'x'), file('c', 'y')],
      known,
    });
    expect(run.state.items.map(({ twin }) => twin)).toEqual([
      null,
      { in: 'queue', name: 'a.txt' },
      { in: 'workspace', dialogueId: 'd', title: 'Talk' },
    ]);
    run.tell({ type: 'lookedAt', id: 'b' }, { type: 'twinWanted' });
    expect(run.item('b').twin).toBeNull();
  });

  it('reads again in another encoding; the reading before is not heard any more', () => {
    const run = new Run().add('1', file('a'), file('b')).read();
    const [, second] = run.effects.flatMap((one) => (one.do === 'read' ? [one.attempt] : []));
    run.tell({ type: 'readAgain', encoding: 'shift_jis' });
    expect(run.steps).toEqual(['a reading', 'b waiting']);
    expect(run.effects).toContainEqual({ do: 'stopReading', attempt: second });
    expect(run.effects.at(-1)).toMatchObject({ do: 'read', encoding: 'shift_jis' });
    const before = run.state;
    run.tell({ type: 'progress', attempt: second ?? 0, done: 1 });
    expect(run.state).toBe(before);
    expect(run.read().steps).toEqual(['a preview', 'b reading']);
  });

  it('puts back what was taken out, unless another workspace is open by then', () => {
    const run = new Run().add('1', file('a'), file('b')).read();
    const { items, workspace } = run.state;
    expect(run.tell({ type: 'allLeft' }).steps).toEqual([]);
    expect(run.tell({ type: 'putBack', items, workspace }).steps).toEqual(['a preview', 'b reading']);
    run.tell({ type: 'workspaceClosed' }, { type: 'putBack', items, workspace });
    expect(run.steps).toEqual([]);
  });

  it('hears nothing of the workspace that was closed', () => {
    const run = new Run().add('1', file('a')).read().tell({ type: 'confirmed' }).add('2', file('b'));
    run.tell({ type: 'workspaceClosed' });
    const asked = run.effects.length;
    run.tell({ type: 'stored', batch: '1', dialogues: new Map([['a', 'd']]) });
    run.tell({ type: 'read', attempt: 2, preview: previewOf(file('b')) });
    expect(run.effects.length).toBe(asked);
    expect(run.steps).toEqual([]);
  });
});

describe('a corrected file', () => {
  it('is read and shown beside the queue', () => {
    const run = new Run().add('1', file('a')).read();
    run.tell({ type: 'correct', dialogueId: 'd', file: file('new').file });
    expect(shownOf(run.state)).toMatchObject({ step: 'reading', file: { name: 'new.txt' } });
    run.tell({ type: 'read', attempt: 2, preview: previewOf(file('new')) });
    expect(shownOf(run.state)).toMatchObject({ step: 'preview', file: { name: 'new.txt' } });
    // What is at hand in the queue is not confirmed unseen.
    expect(run.tell({ type: 'confirmed' }).steps).toEqual(['a preview']);
    run.tell({ type: 'correctionEnded' });
    expect(shownOf(run.state)).toMatchObject({ step: 'preview', file: { name: 'a.txt' } });
  });

  it('given up, leads back to its dialogue where nothing else waits', () => {
    const run = new Run().tell({ type: 'correct', dialogueId: 'd', file: file('new').file });
    run.tell({ type: 'gaveUp' });
    expect(run.effects.slice(-2)).toEqual([
      { do: 'stopReading', attempt: 1 },
      { do: 'showDialogue', dialogueId: 'd' },
    ]);
  });

  it('can be the twin at hand', () => {
    const known = [{ hash: 'x', dialogueId: 'd', title: 'Talk' }];
    const run = new Run().tell({ type: 'added', batch: '1', files: [file('a', 'x')], known }).read();
    run.tell({ type: 'correctTwin' });
    expect(run.steps).toEqual([]);
    expect(run.state.correction).toMatchObject({ dialogueId: 'd', shown: { file: { name: 'a.txt' } } });
  });
});

type Kind = QueueEvent['type'];

/** How often each kind of event comes: so that batches are often decided, and stored while other things happen. */
const OFTEN: Readonly<Record<Exclude<Kind, 'putBack' | 'edited'>, number>> = {
  added: 4,
  read: 14,
  unreadable: 2,
  progress: 1,
  confirmed: 12,
  lookedAt: 6,
  left: 4,
  clearConfirmed: 2,
  storeNow: 2,
  stored: 4,
  notStored: 1,
  readAgain: 1,
  gaveUp: 1,
  paste: 1,
  correctTwin: 1,
  twinWanted: 1,
  correct: 1,
  correctionEnded: 3,
  doneCleared: 1,
  allLeft: 1,
  workspaceClosed: 1,
};
const KINDS = Object.entries(OFTEN).flatMap(([kind, times]) => Array<Kind>(times).fill(kind as Kind));

/** An event of a kind, its subject chosen by a number; null = it cannot come now. */
function eventOf(run: Run, type: Kind, pick: number, fresh: () => NewFile): QueueEvent | null {
  const { state } = run;
  const one = <T>(of: readonly T[]): T | undefined => of[pick % Math.max(1, of.length)];
  const reads = run.effects.flatMap((effect) => (effect.do === 'read' ? [effect] : []));
  // Mostly the reading that goes on; now and then one that was stopped long ago.
  const read = pick % 5 === 0 ? one(reads) : reads.at(-1);
  const item = one(state.items);
  const storing = one(state.storing);
  switch (type) {
    case 'added': {
      const batch = `batch ${run.effects.length}`;
      const files = Array.from({ length: 1 + (pick % 3) }, fresh);
      return { type, batch, files, known: [{ hash: 'hash 1', dialogueId: 'd', title: 'Talk' }] };
    }
    case 'read':
      return read
        ? { type, attempt: read.attempt, preview: previewOf({ file: read.file, needsLook: pick % 2 === 0 }) }
        : null;
    case 'unreadable':
      return read ? { type, attempt: read.attempt, problem: problem('file-empty', { name: 'a' }) } : null;
    case 'progress':
      return read ? { type, attempt: read.attempt, done: 0.5 } : null;
    case 'lookedAt':
    case 'left':
      return item ? { type, id: item.id } : null;
    case 'stored':
      return storing
        ? {
            type,
            batch: storing.batch,
            dialogues: new Map(storing.ids.map((id) => [id, `dialogue of ${id}`])),
          }
        : null;
    case 'notStored':
      return storing ? { type, batch: storing.batch } : null;
    case 'readAgain':
      return { type, encoding: 'utf-8' };
    case 'correct':
      return { type, dialogueId: 'd', file: fresh().file };
    case 'edited':
    case 'putBack':
      return null;
    default:
      return { type };
  }
}

/** Why a file may not be in the queue any more after an event; undefined = it may not be gone. */
function reasonToGo(item: QueueItem, event: QueueEvent, before: QueueState): string | undefined {
  const { step } = item.stage;
  const storing = before.storing.some(({ ids }) => ids.includes(item.id));
  switch (event.type) {
    case 'left':
      return event.id === item.id && !storing ? 'left' : undefined;
    case 'gaveUp':
    case 'correctTwin':
      return before.atHand === item.id && !storing ? 'left' : undefined;
    case 'allLeft':
      return step !== 'imported' && !storing ? 'left' : undefined;
    case 'doneCleared':
      return step === 'imported' || step === 'failed' ? 'done' : undefined;
    case 'added':
      return step === 'imported' ? 'done' : undefined;
    case 'stored':
      return step === 'imported' || event.dialogues.has(item.id) ? 'done' : undefined;
    case 'workspaceClosed':
      return 'closed';
    default:
      return undefined;
  }
}

/** Runs a sequence of events, and looks at every step. */
function check(choices: readonly (readonly [Kind, number])[]): void {
  const run = new Run();
  const storedIds = new Set<Id>();
  const refused = new Set<Id>();
  let files = 0;
  const fresh = () => {
    files += 1;
    return file(`file ${files}`, `hash ${files % 6}`);
  };
  for (const [kind, pick] of choices) {
    const event = eventOf(run, kind, pick, fresh);
    if (!event) continue;
    const before = run.state;
    const asked = run.effects.length;
    run.tell(event);
    const { state } = run;
    const effects = run.effects.slice(asked);

    // No file is lost, and none is there twice.
    const ids = state.items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const came = event.type === 'added' ? event.files.map(({ id }) => id) : [];
    for (const id of came) expect(ids).toContain(id);
    for (const item of before.items)
      if (!ids.includes(item.id))
        expect([event.type, reasonToGo(item, event, before)]).not.toContain(undefined);
    for (const id of ids) expect([...before.items.map((item) => item.id), ...came]).toContain(id);

    // Each is stored once, with all that is confirmed of its batch.
    if (event.type === 'notStored') refused.add(event.batch);
    if (event.type === 'stored') {
      for (const id of event.dialogues.keys()) {
        expect(storedIds.has(id)).toBe(false);
        storedIds.add(id);
      }
    }
    for (const effect of effects) {
      if (effect.do !== 'store') continue;
      const confirmed = state.items.filter(
        ({ batch, stage }) => batch === effect.batch && stage.step === 'confirmed',
      );
      expect(effect.ready.map(({ id }) => id)).toEqual(confirmed.map(({ id }) => id));
      expect(before.storing.some(({ batch }) => batch === effect.batch && event.type !== 'stored')).toBe(
        false,
      );
      for (const { id } of effect.ready) expect(storedIds.has(id)).toBe(false);
      if (event.type !== 'storeNow') expect(undecided(state.items, effect.batch)).toEqual([]);
    }
    // What is decided does not lie about, unless storing it has failed.
    for (const { batch, stage } of state.items)
      if (stage.step === 'confirmed' && !refused.has(batch) && undecided(state.items, batch).length === 0)
        expect(state.storing.map((one) => one.batch)).toContain(batch);
    for (const id of state.storing.flatMap((one) => one.ids))
      expect(run.item(id).stage.step).toBe('confirmed');

    // One file is read at a time, and none waits in vain.
    const reading = state.items.filter(({ stage }) => stage.step === 'reading').map(({ id }) => id);
    expect(reading).toEqual(state.reading ? [state.reading.id] : []);
    if (!state.reading) expect(state.items.filter(({ stage }) => stage.step === 'waiting')).toEqual([]);

    // A reading that was stopped is not heard, and what was read is of its own file.
    if ('attempt' in event)
      if (![before.reading?.attempt, before.correction?.attempt].includes(event.attempt))
        expect(state).toBe(before);
    for (const { stage, file: own } of state.items) {
      if (stage.step === 'preview') expect(stage.file).toBe(own);
      if (stage.step === 'confirmed') expect(stage.preview.file).toBe(own);
    }

    // What fails leaves the others as they were.
    if (event.type === 'notStored') expect(state.items).toBe(before.items);
    if (event.type === 'unreadable')
      for (const item of before.items)
        if (item.id !== before.reading?.id && item.stage.step !== 'waiting')
          expect(run.item(item.id).stage).toBe(item.stage);

    // What is shown is to be decided on, and something is while there is anything.
    const shown = state.items.find(({ id }) => id === state.atHand);
    for (const { stage } of shown ? [shown] : []) expect(['confirmed', 'imported']).not.toContain(stage.step);
    for (const { stage } of shown ? [] : state.items) expect(['confirmed', 'imported']).toContain(stage.step);
  }
}

it('whatever comes in whatever order, no file is lost, stored twice, or left lying', () => {
  const choice = fc.tuple(fc.constantFrom(...KINDS), fc.nat(1000));
  fc.assert(fc.property(fc.array(choice, { minLength: 20, maxLength: 60, size: 'max' }), check), {
    numRuns: 150,
  });
});
