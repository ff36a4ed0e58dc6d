import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { TranscriptFile } from '#shared/transcript/result.ts';
import {
  EMPTY_QUEUE,
  isClear,
  isComplete,
  type Preview,
  type QueueEffect,
  type QueueEvent,
  type QueueItem,
  type QueueState,
  type Stage,
  shownOf,
  type Twin,
  undecided,
} from './queue-state.ts';

/** What follows from an event. */
export interface QueueStep {
  readonly state: QueueState;
  readonly effects: readonly QueueEffect[];
}

/** The queue after an event, and what has to be done about it. What an event asks for and cannot be is left out. */
export function afterEvent(state: QueueState, event: QueueEvent): QueueStep {
  switch (event.type) {
    case 'added':
      return then(readNext(added(state, event)), { do: 'showImport' });
    case 'paste':
      return then(only({ ...state, pasting: state.pasting || shownOf(state).step === 'idle' }), {
        do: 'showImport',
      });
    case 'correct': {
      const ended = endCorrection(state);
      const { dialogueId, file } = event;
      return then(ended, (now) => readCorrection(now, dialogueId, file), { do: 'showImport' });
    }
    case 'correctTwin': {
      const item = itemAtHand(state);
      if (item?.stage.step !== 'preview' || item.twin?.in !== 'workspace') return only(state);
      const correction = { dialogueId: item.twin.dialogueId, attempt: null, shown: item.stage };
      return leave({ ...state, correction }, item.id);
    }
    case 'correctionEnded':
      return endCorrection(state);
    case 'progress':
      return progress(state, event);
    case 'read':
      return read(state, event);
    case 'unreadable':
      return unreadable(state, event);
    case 'readAgain':
      return readAgain(state, event.encoding);
    case 'edited':
      return only(edited(state, event.change));
    case 'twinWanted': {
      const item = itemAtHand(state);
      return only(item ? withItem(state, item.id, (one) => ({ ...one, twin: null })) : state);
    }
    case 'lookedAt':
      return only(lookedAt(state, event.id));
    case 'confirmed': {
      const item = itemAtHand(state);
      return item?.stage.step === 'preview' && isComplete(item.stage.details)
        ? confirm(state, [item])
        : only(state);
    }
    case 'clearConfirmed':
      return confirm(state, state.items.filter(isClear));
    case 'storeNow': {
      const confirmed = state.items.filter(({ stage }) => stage.step === 'confirmed');
      return forBatches(state, confirmed, storeConfirmed);
    }
    case 'stored':
      return stored(state, event);
    case 'notStored':
      return only({ ...state, storing: state.storing.filter(({ batch }) => batch !== event.batch) });
    case 'left':
      return leave(state, event.id);
    case 'gaveUp':
      return gaveUp(state);
    case 'allLeft':
      return then(stopReading(state), (now) =>
        only(
          withItems(
            now,
            now.items.filter((item) => item.stage.step === 'imported' || isStoring(now, item.id)),
          ),
        ),
      );
    case 'putBack':
      return putBack(state, event);
    case 'doneCleared':
      return only(
        withItems(
          state,
          state.items.filter(({ stage }) => stage.step !== 'imported' && stage.step !== 'failed'),
        ),
      );
    case 'workspaceClosed': {
      const { attempts, workspace } = state;
      const closed = { ...EMPTY_QUEUE, attempts, workspace: workspace + 1 };
      return { state: closed, effects: [...stopReading(state).effects, ...endCorrection(state).effects] };
    }
  }
}

type EventOf<T extends QueueEvent['type']> = Extract<QueueEvent, { readonly type: T }>;

function only(state: QueueState): QueueStep {
  return { state, effects: [] };
}

/** A step and what follows it. */
function then(first: QueueStep, ...next: (QueueEffect | ((state: QueueState) => QueueStep))[]): QueueStep {
  return next.reduce<QueueStep>(({ state, effects }, one) => {
    if (typeof one !== 'function') return { state, effects: [...effects, one] };
    const step = one(state);
    return { state: step.state, effects: [...effects, ...step.effects] };
  }, first);
}

/** Other files in the queue: the one at hand stays so while it is to be decided, else the next that is comes. */
function withItems(state: QueueState, items: readonly QueueItem[]): QueueState {
  const isOpen = ({ stage }: QueueItem) => stage.step !== 'confirmed' && stage.step !== 'imported';
  const shown = items.find((item) => item.id === state.atHand && isOpen(item)) ?? items.find(isOpen);
  return { ...state, items, atHand: shown?.id ?? null };
}

function withItem(state: QueueState, id: Id, change: (item: QueueItem) => QueueItem): QueueState {
  return withItems(
    state,
    state.items.map((item) => (item.id === id ? change(item) : item)),
  );
}

function withStage(state: QueueState, id: Id, stage: Stage): QueueState {
  return withItem(state, id, (item) => ({ ...item, stage }));
}

function itemAtHand({ items, atHand, correction, pasting }: QueueState): QueueItem | undefined {
  return correction || pasting ? undefined : items.find(({ id }) => id === atHand);
}

function isStoring({ storing }: QueueState, id: Id): boolean {
  return storing.some(({ ids }) => ids.includes(id));
}

function added(state: QueueState, { batch, files, known }: EventOf<'added'>): QueueState {
  const before = state.items.filter(({ stage }) => stage.step !== 'imported');
  const seen = new Map(before.map(({ hash, file }) => [hash, file.name]));
  const items = files.map((one): QueueItem => {
    const stored = known.find(({ hash }) => hash === one.hash);
    const name = seen.get(one.hash);
    const twin: Twin | null = stored
      ? { in: 'workspace', dialogueId: stored.dialogueId, title: stored.title }
      : name !== undefined
        ? { in: 'queue', name }
        : null;
    if (name === undefined) seen.set(one.hash, one.file.name);
    return { ...one, batch, stage: { step: 'waiting' }, twin };
  });
  return withItems({ ...state, pasting: false }, [...before, ...items]);
}

function startReading(state: QueueState, { id, file, encoding }: QueueItem): QueueStep {
  const attempt = state.attempts + 1;
  const begun = { ...state, attempts: attempt, reading: { id, attempt } };
  return {
    state: withStage(begun, id, { step: 'reading', done: 0 }),
    effects: [{ do: 'read', attempt, file, encoding }],
  };
}

/** The file that is read waits again. */
function stopReading(state: QueueState): QueueStep {
  if (!state.reading) return only(state);
  const { id, attempt } = state.reading;
  return {
    state: withStage({ ...state, reading: null }, id, { step: 'waiting' }),
    effects: [{ do: 'stopReading', attempt }],
  };
}

/** One file after another, the one at hand first. */
function readNext(state: QueueState): QueueStep {
  if (state.reading) return only(state);
  const waiting = state.items.filter(({ stage }) => stage.step === 'waiting');
  const next = waiting.find(({ id }) => id === state.atHand) ?? waiting[0];
  return next ? startReading(state, next) : only(state);
}

function readCorrection(
  state: QueueState,
  dialogueId: IdOf<'dialogues'>,
  file: TranscriptFile,
  encoding?: string,
): QueueStep {
  const attempt = state.attempts + 1;
  const shown = { step: 'reading', file, done: 0 } as const;
  return {
    state: { ...state, attempts: attempt, correction: { dialogueId, attempt, shown } },
    effects: [{ do: 'read', attempt, file, encoding }],
  };
}

function endCorrection(state: QueueState): QueueStep {
  const attempt = state.correction?.attempt ?? null;
  return {
    state: { ...state, correction: null },
    effects: attempt === null ? [] : [{ do: 'stopReading', attempt }],
  };
}

function readAgain(state: QueueState, encoding: string): QueueStep {
  const { correction } = state;
  if (correction) {
    const { dialogueId, shown } = correction;
    return shown.step === 'reading' ? only(state) : readCorrection(state, dialogueId, shown.file, encoding);
  }
  const item = itemAtHand(state);
  if (item?.stage.step !== 'preview' && item?.stage.step !== 'failed') return only(state);
  return then(
    stopReading(state),
    (now) => startReading(now, { ...item, encoding }),
    (now) => only(withItem(now, item.id, (one) => ({ ...one, encoding }))),
  );
}

function progress(state: QueueState, { attempt, done }: EventOf<'progress'>): QueueStep {
  const { reading, correction } = state;
  if (reading?.attempt === attempt) return only(withStage(state, reading.id, { step: 'reading', done }));
  if (correction?.attempt !== attempt) return only(state);
  return only({
    ...state,
    correction: { ...correction, shown: { step: 'reading', file: correction.shown.file, done } },
  });
}

function read(state: QueueState, { attempt, preview }: EventOf<'read'>): QueueStep {
  const { reading, correction } = state;
  if (reading?.attempt === attempt)
    return readNext(withStage({ ...state, reading: null }, reading.id, preview));
  if (correction?.attempt !== attempt) return only(state);
  return only({ ...state, correction: { ...correction, attempt: null, shown: preview } });
}

function unreadable(state: QueueState, { attempt, problem }: EventOf<'unreadable'>): QueueStep {
  const { reading, correction } = state;
  if (reading?.attempt === attempt) {
    const batch = state.items.find(({ id }) => id === reading.id)?.batch;
    const failed = withStage({ ...state, reading: null }, reading.id, { step: 'failed', problem });
    // It can be the last one that the rest of its batch waited for.
    return then(only(failed), (now) => (batch ? storeDecided(now, batch) : only(now)), readNext);
  }
  if (correction?.attempt !== attempt) return only(state);
  const shown = { step: 'failed', file: correction.shown.file, problem } as const;
  return only({ ...state, correction: { ...correction, attempt: null, shown } });
}

function edited(state: QueueState, change: (preview: Preview) => Preview): QueueState {
  const { correction } = state;
  if (correction?.shown.step === 'preview')
    return { ...state, correction: { ...correction, shown: change(correction.shown) } };
  const item = itemAtHand(state);
  return item?.stage.step === 'preview' ? withStage(state, item.id, change(item.stage)) : state;
}

/** A file that was confirmed is open for fixes again. */
function lookedAt(state: QueueState, id: Id): QueueState {
  const item = state.items.find((one) => one.id === id);
  if (!item || item.stage.step === 'imported' || isStoring(state, id)) return state;
  const stage = item.stage.step === 'confirmed' ? item.stage.preview : item.stage;
  return withStage({ ...state, atHand: id }, id, stage);
}

function confirm(state: QueueState, right: readonly QueueItem[]): QueueStep {
  const confirmed = right.reduce(
    (now, { id, stage }) =>
      stage.step === 'preview' ? withStage(now, id, { step: 'confirmed', preview: stage }) : now,
    state,
  );
  return forBatches(confirmed, right, storeDecided);
}

function forBatches(
  state: QueueState,
  items: readonly QueueItem[],
  next: (state: QueueState, batch: Id) => QueueStep,
): QueueStep {
  const batches = [...new Set(items.map(({ batch }) => batch))];
  return then(only(state), ...batches.map((batch) => (now: QueueState) => next(now, batch)));
}

/** Stores a batch of which nothing is left to decide. */
function storeDecided(state: QueueState, batch: Id): QueueStep {
  return undecided(state.items, batch).length === 0 ? storeConfirmed(state, batch) : only(state);
}

function storeConfirmed(state: QueueState, batch: Id): QueueStep {
  if (state.storing.some((one) => one.batch === batch)) return only(state);
  const ready = state.items.flatMap(({ id, batch: own, stage }) =>
    own === batch && stage.step === 'confirmed' ? [{ id, preview: stage.preview }] : [],
  );
  if (ready.length === 0) return only(state);
  return {
    state: { ...state, storing: [...state.storing, { batch, ids: ready.map(({ id }) => id) }] },
    effects: [{ do: 'store', batch, ready }],
  };
}

function stored(state: QueueState, { batch, dialogues }: EventOf<'stored'>): QueueStep {
  if (!state.storing.some((one) => one.batch === batch)) return only(state);
  const titles: string[] = [];
  const items = state.items.map((item): QueueItem => {
    const dialogueId = dialogues.get(item.id);
    if (dialogueId === undefined || item.stage.step !== 'confirmed') return item;
    titles.push(item.stage.preview.details.title.trim());
    return { ...item, stage: { step: 'imported', dialogueId } };
  });
  const storing = state.storing.filter((one) => one.batch !== batch);
  const now = withItems({ ...state, storing }, items);
  // What was confirmed meanwhile waited for this.
  const next = then(only(now), { do: 'tellStored', titles }, (told) => storeDecided(told, batch));
  const [dialogueId] = dialogues.values();
  if (shownOf(now).step !== 'idle' || dialogues.size !== 1 || dialogueId === undefined) return next;
  const done = items.every(({ stage }) => stage.step === 'imported');
  return then(next, (last) => only(done ? withItems(last, []) : last), { do: 'showDialogue', dialogueId });
}

/** Takes a file out; nothing of it is stored. One that is being stored stays. */
function leave(state: QueueState, id: Id): QueueStep {
  const item = state.items.find((one) => one.id === id);
  if (!item || isStoring(state, id)) return only(state);
  const stopped = state.reading?.id === id ? stopReading(state) : only(state);
  const decided = item.stage.step === 'failed' || item.stage.step === 'imported';
  return then(
    stopped,
    (now) =>
      only(
        withItems(
          now,
          now.items.filter((one) => one.id !== id),
        ),
      ),
    readNext,
    (now) => (decided ? only(now) : storeDecided(now, item.batch)),
  );
}

function gaveUp(state: QueueState): QueueStep {
  if (state.correction) {
    const { dialogueId } = state.correction;
    const ended = endCorrection(state);
    return shownOf(ended.state).step === 'idle' ? then(ended, { do: 'showDialogue', dialogueId }) : ended;
  }
  const closed = { ...state, pasting: false };
  return state.atHand === null ? only(closed) : leave(closed, state.atHand);
}

function putBack(state: QueueState, { items, workspace }: EventOf<'putBack'>): QueueStep {
  if (workspace !== state.workspace) return only(state);
  const here = new Set(state.items.map(({ id }) => id));
  const back = items
    .filter(({ id }) => !here.has(id))
    .map(
      (item): QueueItem => (item.stage.step === 'reading' ? { ...item, stage: { step: 'waiting' } } : item),
    );
  return readNext(withItems(state, [...back, ...state.items]));
}
