/** Who may be named for which words, and the check for names that are left in what is handed on. */
export const attribution = {
  'attribution.quote': '“{quote}” ({source})',
  'attribution.passage': 'How these words may be attributed',
  'attribution.passage.hint':
    'Can only be stricter than the dialogue, which is set to “{policy}”. Overlapping passages follow the strictest of them.',
  'attribution.passage.asDialogue': 'As the dialogue: {policy}',
  'change.passage.attribution':
    'Attribute words: {policy, select, named {by name} affiliation {by organisation} role {by role} unattributed {without attribution} closed {off the record} other {as their dialogue}}',

  'leak.title': 'Check these names first',
  'leak.intro':
    '{count, plural, one {In one place a name may remain} other {In # places a name may remain}} that the attribution policy does not allow to be disclosed. Decide before this leaves the office.',
  'leak.place.title': 'Title and file name',
  'leak.place.heading': 'Heading',
  'leak.place.quote': 'Quote',
  'leak.place.text': 'Text',
  'leak.place.table': 'Table',
  'leak.place.property': 'Document properties',
  'leak.place.file-name': 'File name',
  'leak.of.person': 'Person',
  'leak.of.organisation': 'Organisation',
  'leak.doubtful': 'May be an ordinary word',
  'leak.open': 'Show in context',
  'leak.choice': 'What to do about “{name}”',
  'leak.choice.withhold': 'Withhold',
  'leak.choice.leave-out': 'Leave out',
  'leak.choice.tell': 'Keep',
  'leak.hint':
    'Withhold replaces it with “{placeholder}”; leave out drops the whole quote or text. Both affect this output only: the workspace does not change.',
  'leak.rest': 'All undecided:',
  'leak.confirm':
    '{count, plural, one {I have checked the name that is kept: it may be disclosed.} other {I have checked the # names that are kept: they may be disclosed.}}',
  'leak.left': '{count, plural, =0 {All decided} one {One left to decide} other {# left to decide}}',
  'leak.go': 'Continue',
  'attribution.cli.leftOut':
    '{count, plural, one {One result is left out: it} other {# results are left out: they}} may not be disclosed.',
  'leak.cli':
    'Warning: {count, plural, one {one name remains} other {# names remain}} that may not be disclosed:',
  'leak.cli.line': '{place}: {before}[{name}]{after}',
} as const;
