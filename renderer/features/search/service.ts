// The client side of the search moved to renderer/workers/search/service.ts, where the dialogue desk may use it too.
export {
  ask,
  inDialogue,
  onSearchStatus,
  places,
  retry,
  type SearchStatus,
  searchStatus,
  startSearch,
} from '../../workers/search/service.ts';
