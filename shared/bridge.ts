/**
 * The one contract between the window and the main process. Each call has a name and a zod schema for what
 * goes in and what comes out; `main` checks the sender and the request, `preload` exposes `invoke` and `on` alone.
 * Every answer is a Result: errors travel as `{code, params}` and become words in the window.
 */
import { z } from 'zod';
import { JournalEntry } from './change/change-set.ts';
import { LANGUAGE_IDS } from './i18n/languages.ts';
import { Instant, LocalText } from './model/basics.ts';
import { LONGEST_DETAIL, type Problem } from './model/problem.ts';

/** One word, as a person types it. */
const Word = z.string().min(1).max(100);

/** The choices of minutes after which an encrypted workspace is locked. */
export const LOCK_AFTER = [5, 15, 30, 60] as const;

/** What the person prefers on this machine. */
export const Preferences = z.strictObject({
  language: z.enum(LANGUAGE_IDS),
  colorScheme: z.enum(['light', 'dark', 'auto']),
  /** Name written beside the person's changes; empty until they give it. */
  actor: z.string(),
  /** Whether English words are checked as they are typed. */
  spelling: z.boolean().default(true),
  /** Words that the person taught the spelling check. */
  words: z.array(Word).max(10_000).default([]),
  /** After how many minutes in which nobody uses the computer an encrypted workspace is locked. */
  lockAfter: z.literal(LOCK_AFTER).default(15),
});
export type Preferences = z.infer<typeof Preferences>;

/** Name of a workspace's folder, which is also that of its Dexie database: a UUID, unless a person renamed it. */
export const StoreId = z.string().regex(/^(?!\.)[^\\/:*?"<>|\0]{1,150}$/);
export type StoreId = string;

/** A workspace in this machine's library. */
export const LibraryEntry = z.strictObject({
  storeId: StoreId,
  /** Empty where nothing tells it any more. */
  name: z.string(),
  openedAt: Instant,
  createdAt: Instant,
  sample: z.boolean(),
  /** Encrypted on disk. `name` is then a label that the person chose: what the workspace calls itself is inside. */
  sealed: z.boolean(),
});
export type LibraryEntry = z.infer<typeof LibraryEntry>;

/** Number and checksum of the last acknowledged entry of the journal file; seq 0 = empty. */
export const JournalHead = z.strictObject({ seq: z.int().min(0), sum: z.string() });
export type JournalHead = z.infer<typeof JournalHead>;

/** How a workspace was found on opening: what was repaired, so that a person can be told. */
export const OpenReport = z.strictObject({
  head: JournalHead,
  /** A last line that was cut off while it was written was set aside. */
  tornTail: z.boolean(),
  /** Names of files of the store that were found damaged, and kept under these names. */
  damaged: z.array(z.string()),
  /** The store's folder, where they lie. */
  folder: z.string(),
  /** More is kept than the log's sound beginning holds: `workspace.repair` brings it back. */
  repair: z.boolean(),
});
export type OpenReport = z.infer<typeof OpenReport>;

/** What a log with damaged lines was continued with, and what it lacks. */
export const RepairReport = z.strictObject({
  head: JournalHead,
  /** Changes that nobody can look at one by one any more. */
  lostEntries: z.int().min(0),
  /** Of these, how many led to something that nothing tells any more. */
  lostChanges: z.int().min(0),
  /** There may have been more, of which nothing is known. */
  atLeast: z.boolean(),
});
export type RepairReport = z.infer<typeof RepairReport>;

/** A newer version of the app, as a signed file tells of it. */
export const UpdateOffer = z.strictObject({
  version: z.string(),
  /** The version that runs. */
  own: z.string(),
  /** File of the package. */
  name: z.string(),
  /** What is new since the version that runs, the newest first. */
  changes: z.array(z.strictObject({ version: z.string(), points: z.array(z.string()) })),
});
export type UpdateOffer = z.infer<typeof UpdateOffer>;

/** Nothing larger is passed at once: 1 GB is the largest workspace file that is opened. */
const MOST_BYTES = 1024 * 1024 * 1024;
const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= MOST_BYTES);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** A name or label that a person gives or reads. */
const Name = z.string().max(1_000);

/** The fewest characters of a passphrase. */
export const LEAST_PASSPHRASE = 12;
const Passphrase = z.string().max(10_000);
/** Names a key that `encryption.prepare` made and that no workspace has yet. */
const Ticket = z.string().max(100);

/** How a workspace is encrypted that is made or was plain before. */
export interface Sealing {
  /** Of `encryption.prepare`. */
  readonly ticket: string;
  /** What the library calls it, which everybody can read. */
  readonly label: string;
}

/** Whole tables as JSON text: one string is cheaper to pass than many objects. Parses to WorkspaceState. */
const StateJson = z.string();
/** A log as JSON text, an entry a line, each to be checked where it is read: for the same reason. */
const JournalLines = z.string();

const FilterSpec = z.strictObject({
  name: Name,
  extensions: z.array(z.string().regex(/^([A-Za-z0-9]{1,20}|\*)$/)).max(50),
});
/** What the system itself does in a text field. */
const EDITING_ROLES = ['cut', 'copy', 'paste', 'pasteAndMatchStyle', 'selectAll'] as const;

const Filters = z.array(FilterSpec).max(20);
const OpenedFile = z.strictObject({ name: z.string(), bytes: Bytes });
export type OpenedFile = z.infer<typeof OpenedFile>;

export const CALLS = {
  // --- profile ---
  'profile.read': {
    request: z.void(),
    response: z.strictObject({
      preferences: Preferences,
      device: z.string(),
      library: z.array(LibraryEntry),
      /** Store that was open last, to be opened at start; null = show the welcome screen. */
      lastOpen: StoreId.nullable(),
      /** Stores whose database this app wiped, so that it is built anew when they are opened. */
      emptied: z.array(StoreId),
      appVersion: z.string(),
      platform: z.string(),
    }),
  },
  'profile.write': { request: Preferences, response: z.void() },

  // --- workspaces (all state changes of a workspace go through journal.append) ---
  /**
   * Continues a log with damaged lines from what is left of it and from snapshots that reach further.
   * `database`: the window's database agrees with the log, and what it held beyond has been written back already.
   */
  'workspace.repair': { request: z.strictObject({ database: z.boolean() }), response: RepairReport },
  /**
   * Creates an empty store, or one that starts from a snapshot and journal read out of an archive. With a ticket of
   * `encryption.prepare` it is encrypted from its first byte on, `name` is its label, and it is unlocked for opening.
   */
  'workspace.create': {
    request: z.strictObject({
      name: Name,
      ticket: Ticket.nullable(),
      sample: z.boolean(),
      snapshot: z.strictObject({ seq: z.int().min(0), state: StateJson }).nullable(),
      journal: z.union([z.array(JournalEntry), JournalLines]),
      files: z.array(z.strictObject({ sha256: Sha256, bytes: Bytes })),
    }),
    response: LibraryEntry,
  },
  /** Takes the store's lock, checks its journal file, and says where it stands. `workspace-sealed`: to be unlocked first. */
  'workspace.open': { request: z.strictObject({ storeId: StoreId }), response: OpenReport },
  /** Writes a snapshot if there is news, and lets the store go; an encrypted one is locked then. */
  'workspace.close': { request: z.void(), response: z.void() },
  'workspace.rename': { request: z.strictObject({ storeId: StoreId, name: Name }), response: z.void() },
  /** Moves the store's folder to the system's trash (never deletes it outright). */
  'workspace.remove': { request: z.strictObject({ storeId: StoreId }), response: z.void() },
  /** The state as the log tells it: last good snapshot with later entries applied. For rebuilding Dexie. */
  'workspace.recover': {
    request: z.void(),
    response: z.strictObject({
      seq: z.int(),
      sum: z.string(),
      state: StateJson,
      fromSnapshot: z.string().nullable(),
    }),
  },
  /** Copies of the past that can be opened as a new workspace; also of a store that cannot be opened any more. */
  'snapshot.list': {
    request: z.strictObject({ storeId: StoreId }),
    response: z.array(
      z.strictObject({
        id: z.string(),
        at: Instant,
        seq: z.int(),
        kind: z.enum(['daily', 'monthly', 'close', 'version']),
      }),
    ),
  },
  /** Of an encrypted store, which has to be unlocked, the copy is encrypted under the same passphrase; `name` is its label. */
  'snapshot.restore': {
    request: z.strictObject({ storeId: StoreId, id: Name, name: Name }),
    response: LibraryEntry,
  },

  // --- encryption of a workspace on disk. Keys are held in main only, from unlocking until the workspace is closed ---
  /**
   * Makes a key for a workspace to be, under a passphrase and under a recovery key that is shown once. Nothing is written;
   * a newer ticket replaces an older one. `encryption-passphrase-short`
   */
  'encryption.prepare': {
    request: z.strictObject({ passphrase: Passphrase }),
    response: z.strictObject({ ticket: Ticket, recoveryKey: z.string() }),
  },
  /**
   * Encrypts a store that is closed. Whatever happens it is wholly encrypted or wholly as it was; it is unlocked for opening
   * then. `encryption-ticket`, `encryption-open`, `encryption-otherwise`, `encryption-repair-first`, `disk-full`
   */
  'encryption.encrypt': {
    request: z.strictObject({ storeId: StoreId, ticket: Ticket, label: Name }),
    response: LibraryEntry,
  },
  /**
   * The other way; errors as `encryption.encrypt` and `encryption.unlock`. Its name is read out of the workspace. Here and below the
   * recovery key does in place of a passphrase that was forgotten.
   */
  'encryption.decrypt': {
    request: z.strictObject({ storeId: StoreId, passphrase: Passphrase }),
    response: LibraryEntry,
  },
  /**
   * Makes a store ready to be opened. `encryption-wrong-passphrase`, `encryption-recovery-typo` {group}, `encryption-wrong-recovery`,
   * `encryption-keychain`, `encryption-damaged`, `encryption-newer`
   */
  'encryption.unlock': {
    request: z.strictObject({
      storeId: StoreId,
      secret: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('passphrase'), text: Passphrase }),
        z.strictObject({ kind: z.literal('recovery'), text: Passphrase }),
        z.strictObject({ kind: z.literal('keychain') }),
      ]),
    }),
    response: z.void(),
  },
  /** Closes what is open, with a snapshot, and wipes all keys. */
  'encryption.lock': { request: z.void(), response: z.void() },
  /**
   * Whether a store can be opened as it is (one that is not encrypted always can), and whether this computer's keychain
   * keeps its key, could keep it, or can not be relied upon.
   */
  'encryption.status': {
    request: z.strictObject({ storeId: StoreId }),
    response: z.strictObject({
      unlocked: z.boolean(),
      keychain: z.enum(['kept', 'offered', 'unavailable']),
    }),
  },
  /** Another passphrase in place of the current one; `encryption-wrong-passphrase`, `encryption-passphrase-short`. */
  'encryption.passphrase': {
    request: z.strictObject({ storeId: StoreId, current: Passphrase, next: Passphrase }),
    response: z.void(),
  },
  /** Another recovery key, to be shown once; the one before opens nothing any more. */
  'encryption.recovery': {
    request: z.strictObject({ storeId: StoreId, passphrase: Passphrase }),
    response: z.strictObject({ recoveryKey: z.string() }),
  },
  /** Has this computer's keychain keep the key of an unlocked store, or forget it; `encryption-keychain`, `workspace-sealed`. */
  'encryption.keychain': {
    request: z.strictObject({ storeId: StoreId, keep: z.boolean() }),
    response: z.void(),
  },

  // --- journal ---
  /** Appends and fsyncs. Refuses an entry that does not follow the head (`journal-sequence`). */
  'journal.append': {
    request: z.strictObject({ entry: JournalEntry }),
    response: JournalHead,
  },
  /** Entries with `from <= seq < from + limit`, in order. */
  'journal.read': {
    request: z.strictObject({ from: z.int().min(1), limit: z.int().min(1).max(5000) }),
    response: z.strictObject({ entries: z.array(JournalEntry), head: JournalHead }),
  },
  /** The checksum of the journal up to and including an entry, to compare Dexie's copy with; null = no such entry. */
  'journal.sumAt': { request: z.strictObject({ seq: z.int().min(0) }), response: z.string().nullable() },

  // --- drafts: what was typed into forms of the open workspace and not submitted, by form; no part of its history ---
  'drafts.read': { request: z.void(), response: z.record(Name, z.json()) },
  'drafts.write': { request: z.record(Name, z.json()), response: z.void() },

  // --- original files, content-addressed, never changed ---
  'file.put': {
    request: z.strictObject({ bytes: Bytes }),
    response: z.strictObject({ sha256: z.string() }),
  },
  'file.get': {
    request: z.strictObject({ sha256: Sha256 }),
    response: z.strictObject({ bytes: Bytes }),
  },

  // --- the person's own files ---
  /** Shows the system's open dialog; an empty list = cancelled. */
  'dialog.open': {
    request: z.strictObject({ filters: Filters, multiple: z.boolean() }),
    response: z.array(OpenedFile),
  },
  /** Shows the system's save dialog and writes atomically; null = cancelled, else the file's path. */
  'dialog.save': {
    request: z.strictObject({
      suggestedName: Name,
      filters: Filters,
      bytes: Bytes,
    }),
    response: z.string().nullable(),
  },
  /** Shows a file that `dialog.save` wrote in its folder. */
  'dialog.reveal': { request: z.strictObject({ path: z.string().max(32_768) }), response: z.void() },
  /** Data that ships with the app, as text: `taxonomy.json`, `sample.json`. */
  'resource.read': {
    request: z.strictObject({ name: z.enum(['taxonomy', 'sample']) }),
    response: z.string(),
  },

  /** What the app is made with. */
  'app.about': {
    request: z.void(),
    response: z.strictObject({
      electron: z.string(),
      /** Day from which its runtime has no security fixes any more, e.g. `2027-04-07`; null = not known. */
      supportEnds: z.string().nullable(),
      /** Why this build is not for use; '' where it is. */
      testBuild: z.string(),
      /** Licences of the libraries inside, as text. */
      licences: z.string(),
    }),
  },

  // --- updates, out of files that are signed ---
  /** Asks for an update file, and checks it with the package beside it; null = cancelled. */
  'update.choose': {
    request: z.strictObject({ kind: Name }),
    response: UpdateOffer.nullable(),
  },
  /** Hands the package that was checked to the system's installer; where there is none, shows it in its folder. */
  'update.handOver': { request: z.void(), response: z.enum(['opened', 'shown']) },

  // --- paper: the sheet that the window shows for printing, and nothing else of it ---
  'page.pdf': {
    request: z.strictObject({ paper: z.enum(['A4', 'A3']), landscape: z.boolean() }),
    response: z.strictObject({ bytes: Bytes }),
  },
  /** Shows the system's print dialog; false = cancelled. */
  'page.print': {
    request: z.strictObject({ paper: z.enum(['A4', 'A3']), landscape: z.boolean() }),
    response: z.boolean(),
  },

  /** Hands the view that is shown to the system's print dialog, on as many pages as it takes; false = cancelled. */
  'view.print': { request: z.void(), response: z.boolean() },

  // --- the log of this computer ---
  /** Keeps what an unforeseen error says under the reference that the person is shown. */
  'log.write': {
    request: z.strictObject({
      reference: z.string().regex(/^[A-Z0-9]{6}$/),
      text: z.string().max(LONGEST_DETAIL),
    }),
    response: z.void(),
  },

  // --- the window ---
  /** The window's menu, drawn by main from the actions that the window declares (ARCHITECTURE, law 9). */
  'menu.set': {
    request: z.array(
      z.strictObject({
        label: Name,
        items: z.array(
          z.union([
            z.strictObject({ separator: z.literal(true) }),
            z.strictObject({
              role: z.enum([
                ...EDITING_ROLES,
                'togglefullscreen',
                'zoomIn',
                'zoomOut',
                'resetZoom',
                'quit',
                'close',
                'minimize',
              ]),
              label: Name,
            }),
            z.strictObject({
              id: Name,
              label: Name,
              accelerator: z.string().max(100),
              enabled: z.boolean(),
            }),
          ]),
        ),
      }),
    ),
    response: z.void(),
  },
  /** Shows the menu of the text field that the person asked for it in, at the pointer. */
  'field.menu': {
    request: z.strictObject({
      /** To put in place of the misspelt word under the pointer. */
      suggestions: z.array(Word).max(10),
      /** Shown where there are none. */
      noSuggestions: Name,
      /** The misspelt word, with what it says to teach it; null = the word is known. */
      learn: z.strictObject({ word: Word, label: Name }).nullable(),
      roles: z.array(z.strictObject({ role: z.enum(EDITING_ROLES), label: Name })),
    }),
    response: z.void(),
  },
  /** The window has drawn its first usable screen. */
  'window.ready': { request: z.void(), response: z.void() },
  /**
   * Lets go what is open, and replaces the window by one that opens `storeId`: one that keeps all in memory for an
   * encrypted workspace that is unlocked, else the usual one. Null = the list of workspaces. The window that asked is gone
   * soon after.
   */
  'window.replace': {
    request: z.strictObject({ storeId: StoreId.nullable() }),
    response: z.void(),
  },
  /** Lets go the encrypted workspace that is open, and shows the usual window, which asks for its passphrase. */
  'window.lock': { request: z.void(), response: z.void() },
  /**
   * Wipes from this computer's disk what the usual window keeps of all workspaces: after one was encrypted. The databases
   * of the others are made again out of their logs when they are opened.
   */
  'window.wipe': { request: z.void(), response: z.void() },
} as const;

export type CallName = keyof typeof CALLS;
export type CallRequest<N extends CallName> = z.infer<(typeof CALLS)[N]['request']>;
export type CallResponse<N extends CallName> = z.infer<(typeof CALLS)[N]['response']>;

/** What main tells the window unasked. */
export const EVENTS = {
  /** The person asked for the menu of a text field; `misspelt` = the word under the pointer, empty where it is right. */
  'field.asked': z.strictObject({ misspelt: z.string() }),
  /** The person wants the word to be known from now on. */
  'word.learn': z.strictObject({ word: Word }),
  /** A menu item was chosen. */
  'menu.run': z.strictObject({ id: z.string() }),
  /** The window is about to close or to be locked: finish what is being written, then call `workspace.close`. */
  'app.closing': z.void(),
  /** The system asked to open a workspace file. */
  'app.openFile': OpenedFile,
  /** The system asked to open a workspace file, but it could not be read. */
  'app.openFailed': z.strictObject({
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number(), LocalText])),
  }),
} as const;
export type EventName = keyof typeof EVENTS;
export type EventPayload<N extends EventName> = z.infer<(typeof EVENTS)[N]>;

/** What preload puts on `window.hearken`. */
export interface Bridge {
  invoke<N extends CallName>(
    name: N,
    request: CallRequest<N>,
  ): Promise<{ ok: true; value: CallResponse<N> } | { ok: false; problem: Problem }>;
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
  /** Whether nothing that the window keeps is written to disk: encrypted workspaces are opened in such a one alone. */
  readonly inMemory: boolean;
  /** False where this Electron would stand still over some texts (`main/spelling-runtime.ts`). */
  readonly checksSpelling: boolean;
  /** Hands the words of text fields to `misspelt`, which answers with those that are wrong. Called once. */
  checkSpelling(misspelt: (words: readonly string[]) => Promise<readonly string[]>): void;
}

export const CHANNEL = 'hearken';
export const EVENT_CHANNEL = 'hearken-event';
