import { emptyState } from '#shared/model/tables.ts';
import { WorkspaceSearch } from '#shared/search/workspace-search.ts';
import { makeDialogue, makeParticipant, makeTurn } from '../../../fixtures/state.ts';
import type { Collection, JudgedDocument } from '../collection.ts';
import type { Engine } from '../engine.ts';

/**
 * The product's own path, from the words that are typed to the hits that are listed. A document is a turn, its title
 * the heading and the first line; turns of a meeting stand in one dialogue, in order, with their speakers.
 */
export const hearken: Engine = {
  name: 'Hearken',
  build: (collection) => {
    const { state, idOf } = workspaceOf(collection);
    const search = new WorkspaceSearch(state);
    for (const _ of search.build());
    for (const _ of search.tidy());
    return {
      rank: (query, limit) =>
        search
          .search({
            query,
            typing: false,
            language: 'en',
            limit,
            kinds: ['turn'],
            sort: 'relevance',
            synonyms: true,
          })
          .hits.map(({ id }) => idOf.get(id) ?? ''),
    };
  },
};

function workspaceOf({ documents }: Collection) {
  const state = emptyState();
  const idOf = new Map<string, string>();
  const meetings = new Map<string, JudgedDocument[]>();
  for (const [at, document] of documents.entries()) {
    const key = document.meeting ?? `#${at}`;
    const turns = meetings.get(key);
    if (turns) turns.push(document);
    else meetings.set(key, [document]);
  }
  for (const turns of meetings.values()) {
    const titles = new Set(turns.map(({ title }) => title));
    const oneTitle = turns.length > 1 && titles.size === 1;
    const dialogue = makeDialogue({ title: oneTitle ? (turns[0]?.title ?? '') : '', date: null });
    state.dialogues.push(dialogue);
    const speakers = new Map<string, string>();
    for (const { speaker } of turns) {
      if (speaker === '' || speakers.has(speaker)) continue;
      const order = speakers.size;
      const participant = makeParticipant(dialogue.id, {
        order,
        name: speaker,
        label: speaker,
        title: '',
        organisation: '',
      });
      speakers.set(speaker, participant.id);
      state.participants.push(participant);
    }
    for (const [order, { id, title, text, speaker }] of turns.sort((a, b) => a.order - b.order).entries()) {
      const turn = makeTurn(dialogue.id, {
        order,
        heading: oneTitle || title === '' ? null : title,
        text: oneTitle || title === '' ? text : `${title}\n${text}`,
        participantId: speakers.get(speaker) ?? null,
      });
      idOf.set(turn.id, id);
      state.turns.push(turn);
    }
  }
  return { state, idOf };
}
