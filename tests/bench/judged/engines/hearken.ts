import { emptyState } from '#shared/model/tables.ts';
import { WEIGHTS, type Weights } from '#shared/search/weights.ts';
import { WorkspaceSearch } from '#shared/search/workspace-search.ts';
import { makeDialogue, makeParticipant, makeTurn } from '../../../fixtures/state.ts';
import type { Collection, JudgedDocument } from '../collection.ts';
import type { Engine, Searcher } from '../engine.ts';

/**
 * The product's own path, from the words that are typed to the hits that are listed. A document is a turn, its title
 * the heading and the first line; turns of a meeting stand in one dialogue, in order, with their speakers.
 */
export const hearken: Engine = { name: 'Hearken', build: (collection) => searchable(collection)(WEIGHTS) };

/** An index of a collection, and how it ranks with these weights or those. */
export function searchable(collection: Collection): (weights: Weights) => Searcher {
  const { state, idOf, dialogueOf } = workspaceOf(collection);
  const built = new WorkspaceSearch(state);
  for (const _ of built.build());
  for (const _ of built.tidy());
  const segments = built.index.segments.map(({ data }) => ({ data, dead: [] }));
  return (weights) => {
    const search = new WorkspaceSearch(state, weights);
    search.restore(segments);
    return {
      rank: (query, limit, meeting = null) =>
        search
          .search({
            query,
            typing: false,
            language: 'en',
            limit,
            kinds: ['turn'],
            sort: 'relevance',
            synonyms: true,
            ...(meeting !== null && { chosen: { dialogue: [dialogueOf.get(meeting) ?? ''] } }),
          })
          .hits.map(({ id }) => idOf.get(id) ?? ''),
    };
  };
}

function workspaceOf({ documents }: Collection) {
  const state = emptyState();
  const idOf = new Map<string, string>();
  const dialogueOf = new Map<string, string>();
  const meetings = new Map<string, JudgedDocument[]>();
  for (const [at, document] of documents.entries()) {
    const key = document.meeting ?? `#${at}`;
    const turns = meetings.get(key);
    if (turns) turns.push(document);
    else meetings.set(key, [document]);
  }
  for (const [meeting, turns] of meetings) {
    const titles = new Set(turns.map(({ title }) => title));
    const oneTitle = turns.length > 1 && titles.size === 1;
    const dialogue = makeDialogue({ title: oneTitle ? (turns[0]?.title ?? '') : '', date: null });
    dialogueOf.set(meeting, dialogue.id);
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
  return { state, idOf, dialogueOf };
}
