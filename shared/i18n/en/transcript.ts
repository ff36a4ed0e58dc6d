export const transcript = {
  'transcript.format.webvtt': 'WebVTT subtitles',
  'transcript.format.labelled': 'Turns by “Name:”',
  'transcript.format.published': 'Published dialogue',
  'transcript.format.plain': 'Plain text',
  'transcript.format.docx': 'Word document',
  'transcript.warning.no-speakers':
    'The text does not say who speaks. Its paragraphs were taken as turns of unknown speakers; give them speakers below.',
  'transcript.warning.label-once':
    '“{label}” stands before words only once. Check that it is a person and not part of the text.',
  'transcript.warning.label-shared':
    'Several people here are called {label}, and the text does not say which of them speaks. Their turns stand under “{label}” alone.',
  'transcript.warning.sentence-rejoined':
    '{count, plural, one {One sentence was} other {# sentences were}} cut in two by the page’s layout and put together again.',
  'transcript.warning.company-guessed':
    '“{company}” was taken for your company: its people count as internal. Check who is external.',
  'transcript.warning.company-unknown':
    'Nothing tells which participants belong to your company. Check who is external.',
  'transcript.warning.encoding-guessed':
    'The character encoding is unknown; the file was read as {encoding}. Check letters with accents, quotation marks and Japanese.',
  'transcript.warning.encoding-damaged':
    '{count, plural, one {One character of the file is} other {# characters of the file are}} damaged and shown as “�”.',
  'transcript.warning.cue-unlabelled':
    '{count, plural, one {One subtitle names} other {# subtitles name}} no speaker while others do. They were given none.',
  'transcript.warning.cue-time-broken':
    '{count, plural, one {One subtitle has} other {# subtitles have}} no readable time. The words were kept.',
  'transcript.warning.paragraph-cut':
    '{count, plural, one {One paragraph was} other {# paragraphs were}} too long to show and became several turns. Nothing was left out.',
} as const;
