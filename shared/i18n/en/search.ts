export const search = {
  'search.title': 'Search',
  'search.kind.turn': 'turn',
  'search.kind.advice': 'advice',
  'search.kind.issue': 'issue',
  'search.kind.person': 'person',
  'search.kind.dialogue': 'dialogue',
} as const;
