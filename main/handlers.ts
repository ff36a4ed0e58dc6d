import type { CallName, CallRequest, CallResponse } from '#shared/bridge.ts';
import type { ProfileFile } from './profile.ts';
import type { Workspaces } from './workspaces.ts';

export type Handler<N extends CallName> = (
  request: CallRequest<N>,
) => CallResponse<N> | Promise<CallResponse<N>>;
export type Handlers<Names extends CallName = CallName> = { readonly [N in Names]: Handler<N> };

type StorageCall =
  | 'profile.read'
  | 'profile.write'
  | `workspace.${'create' | 'open' | 'close' | 'rename' | 'remove' | 'recover' | 'repair'}`
  | `snapshot.${'list' | 'restore'}`
  | `encryption.${'prepare' | 'encrypt' | 'decrypt' | 'unlock' | 'lock' | 'status' | 'passphrase' | 'recovery' | 'keychain'}`
  | `journal.${'append' | 'read' | 'sumAt'}`
  | `drafts.${'read' | 'write'}`
  | `file.${'put' | 'get'}`;

export type StorageHandlers = Handlers<StorageCall>;

export interface StorageContext {
  readonly profile: ProfileFile;
  readonly workspaces: Workspaces;
  readonly appVersion: string;
  readonly platform: string;
  readonly trash: (folder: string) => Promise<void>;
  /** Whether the app is on its way out, or being locked: what is open then is opened again afterwards. */
  readonly leaving: () => boolean;
}

/** The calls that only need files: the same in the app and in a plain test. */
export function storageHandlers(context: StorageContext): StorageHandlers {
  const { profile, workspaces } = context;
  const { keys } = workspaces;
  return {
    'profile.read': async () => {
      const library = await workspaces.library();
      const { preferences, device, lastOpen, emptied } = profile.current;
      const known = library.some(({ storeId }) => storeId === lastOpen);
      const { appVersion, platform } = context;
      return {
        preferences,
        device,
        library,
        lastOpen: known ? lastOpen : null,
        emptied,
        appVersion,
        platform,
      };
    },
    'profile.write': (preferences) => profile.change({ preferences }),
    'workspace.create': (request) => workspaces.create(request),
    'workspace.open': async ({ storeId }) => {
      const report = await workspaces.open(storeId);
      const emptied = profile.current.emptied.filter((id) => id !== storeId);
      await profile.change({ lastOpen: storeId, emptied });
      return report;
    },
    'workspace.close': async () => {
      await workspaces.lockOpen();
      if (!context.leaving()) await profile.change({ lastOpen: null });
    },
    'workspace.rename': ({ storeId, name }) => workspaces.rename(storeId, name),
    'workspace.remove': ({ storeId }) => workspaces.remove(storeId, context.trash),
    'workspace.repair': ({ database }) => workspaces.repair(database),
    'workspace.recover': () => workspaces.recover(),
    'snapshot.list': ({ storeId }) => workspaces.snapshots(storeId),
    'snapshot.restore': ({ storeId, id, name }) => workspaces.restore(storeId, id, name),
    'encryption.prepare': ({ passphrase }) => keys.prepare(passphrase),
    'encryption.encrypt': (request) => workspaces.encrypt(request),
    'encryption.decrypt': (request) => workspaces.decrypt(request),
    'encryption.unlock': (request) => keys.unlock(request),
    'encryption.lock': () => workspaces.lock(),
    'encryption.status': (request) => keys.status(request),
    'encryption.passphrase': (request) => keys.changePassphrase(request),
    'encryption.recovery': (request) => keys.changeRecovery(request),
    'encryption.keychain': (request) => keys.keepInKeychain(request),
    'journal.append': ({ entry }) => workspaces.append(entry),
    'journal.read': ({ from, limit }) => workspaces.read(from, limit),
    'journal.sumAt': ({ seq }) => workspaces.sumAt(seq),
    'drafts.read': () => workspaces.drafts(),
    'drafts.write': (drafts) => workspaces.keepDrafts(drafts),
    'file.put': async ({ bytes }) => ({ sha256: await workspaces.putFile(bytes) }),
    'file.get': async ({ sha256 }) => ({ bytes: await workspaces.getFile(sha256) }),
  };
}
