/** Looking over an import: the original beside the turns, places in doubt, and what is marked in a dialogue of them. */
export const importReview = {
  'import.source': 'The original, line by line',
  'import.source.show': 'Original',
  'import.source.hint': 'Choose a line to see its turn, or a turn to see its lines.',
  'import.source.role.title': 'Title',
  'import.source.role.heading': 'Heading',
  'import.source.role.aside': 'Caption or list of people',
  'import.source.role.label': 'Begins a turn',
  'import.source.role.words': 'Somebody’s words',
  'import.source.role.direction': 'Stage direction',
  'import.source.role.outside': 'Nobody’s words',
  'import.source.inDoubt': 'in doubt',
  'import.source.key.up': 'Line above',
  'import.source.key.down': 'Line below',
} as const;
