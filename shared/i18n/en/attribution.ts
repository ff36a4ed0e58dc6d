/** Who may be named for which words, and the check for names that are left in what is handed on. */
export const attribution = {
  'attribution.quote': '“{quote}” ({source})',
  'attribution.passage': 'How these words may be attributed',
  'attribution.passage.hint':
    'Only more closely than the dialogue, which is set to “{policy}”. Overlapping passages are held as closely as the closest of them.',
  'attribution.passage.asDialogue': 'As the dialogue: {policy}',
  'change.passage.attribution':
    'Attribute words: {policy, select, named {by name} affiliation {by organisation} role {by role} unattributed {without attribution} closed {off the record} other {as their dialogue}}',

  'leak.title': 'Names to look at first',
  'leak.intro':
    '{count, plural, one {In one place a name may be left} other {In # places a name may be left}} that the attribution policy does not let be told. Decide before this leaves the office.',
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
  'leak.open': 'Show where this stands',
  'leak.choice': 'What to do about “{name}”',
  'leak.choice.withhold': 'Withhold',
  'leak.choice.leave-out': 'Leave out',
  'leak.choice.tell': 'Keep',
  'leak.hint':
    'Withhold puts “{placeholder}” in its place, leave out drops the whole quote or text. Both concern this output alone: the workspace stays as it is.',
  'leak.rest': 'All undecided:',
  'leak.confirm':
    '{count, plural, one {I have looked at the place that is kept: it may be told.} other {I have looked at the # places that are kept: they may be told.}}',
  'leak.left': '{count, plural, =0 {All decided} one {One left to decide} other {# left to decide}}',
  'leak.go': 'Go on',
  'attribution.cli.leftOut':
    '{count, plural, one {One result is left out: it} other {# results are left out: they}} may not be told.',
  'leak.cli':
    'Warning: {count, plural, one {in one place a name is} other {in # places names are}} left that may not be told (--strict makes this an error):',
  'leak.cli.line': '{place}: {before}[{name}]{after}',
} as const;
