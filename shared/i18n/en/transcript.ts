export const transcript = {
  'transcript.format.webvtt': 'WebVTT subtitles',
  'transcript.format.srt': 'SubRip subtitles',
  'transcript.format.data': 'Data with utterances',
  'transcript.format.ass': 'ASS subtitles',
  'transcript.format.sbv': 'SBV subtitles',
  'transcript.format.ttml': 'Timed text (TTML)',
  'transcript.format.delimited': 'Table (CSV)',
  'transcript.format.eml': 'E-mail',
  'transcript.format.xlsx': 'Excel workbook',
  'transcript.format.zoom-chat': 'Zoom chat',
  'transcript.format.minutes': 'Minutes of proceedings',
  'transcript.format.interview': 'Interview',
  'transcript.format.bracketed': 'Turns by “[Name]”',
  'transcript.format.named-lines': 'Names on lines of their own',
  'transcript.format.timed-lines': 'Words between times',
  'transcript.format.labelled': 'Turns by “Name:”',
  'transcript.format.taught': 'Layout that was shown',
  'transcript.format.shaped': 'Turns that start alike',
  'transcript.format.headed': 'Headings that name who speaks',
  'transcript.format.captioned': 'Names and posts beside the words',
  'transcript.format.signed': 'Names below the words',
  'transcript.format.published': 'Published dialogue',
  'transcript.format.plain': 'Plain text',
  'transcript.format.docx': 'Word document',
  'transcript.warning.no-speakers':
    'The text does not say who speaks. Its paragraphs were taken as turns of unknown speakers; give them speakers below.',
  'transcript.warning.names-beside':
    'Words were given to the person whose name and post stand next to them. Compare the first turns with the original.',
  'transcript.warning.turns-unnamed':
    '{count, plural, one {One turn starts} other {# turns start}} without a name and {count, plural, one {has} other {have}} no speaker; choose one below where you know.',
  'transcript.warning.chat-direct':
    '{count, plural, one {One message was} other {# messages were}} sent to one person and not to everyone. Remove them, or ask their writers before you use them.',
  'transcript.warning.sentence-rejoined':
    '{count, plural, one {One sentence was} other {# sentences were}} cut in two by the page layout and rejoined.',
  'transcript.warning.date-guessed':
    'The date {date} is a guess: it comes from the file’s name, or day and month may be the other way round. Check it.',
  'transcript.warning.company-guessed':
    '“{company}” was taken for your company: its people count as internal. Check who is external.',
  'transcript.warning.company-unknown':
    'Nothing tells which participants belong to your company. Check who is external.',
  'transcript.warning.encoding-guessed':
    'The character encoding is unknown; the file was read as {encoding}. Check letters with accents, quotation marks and Japanese.',
  'transcript.warning.text-encoded-twice':
    'The characters of this file were garbled: it was once saved in a wrong encoding. They were restored. Compare a few lines with the original.',
  'transcript.warning.text-garbled':
    '{count, plural, one {One place looks} other {# places look}} garbled: the file was probably saved once in a wrong encoding. Import the original if you have it.',
  'transcript.warning.encoding-damaged':
    '{count, plural, one {One character of the file is} other {# characters of the file are}} damaged and shown as “�”.',
  'transcript.warning.cue-unlabelled':
    '{count, plural, one {One subtitle names} other {# subtitles name}} no speaker while others do. They have no speaker.',
  'transcript.warning.cue-time-broken':
    '{count, plural, one {One subtitle has} other {# subtitles have}} no readable time. The words were kept.',
  'transcript.warning.paragraph-cut':
    '{count, plural, one {One paragraph was} other {# paragraphs were}} too long to show and became several turns. Nothing was left out.',
  'transcript.format.laid-out': 'Turns by layout',
  'transcript.format.odt': 'OpenDocument text',
  'transcript.format.pdf': 'PDF',
  'transcript.format.rtf': 'Rich Text (RTF)',
  'transcript.format.html': 'Web page',
  'transcript.encoding.utf-8': 'Unicode (UTF-8)',
  'transcript.encoding.utf-16le': 'Unicode (UTF-16, little-endian)',
  'transcript.encoding.utf-16be': 'Unicode (UTF-16, big-endian)',
  'transcript.encoding.shift_jis': 'Japanese (Shift JIS, CP932)',
  'transcript.encoding.euc-jp': 'Japanese (EUC-JP)',
  'transcript.encoding.iso-2022-jp': 'Japanese (ISO-2022-JP, JIS)',
  'transcript.encoding.windows-1252': 'Western European (Windows-1252)',
  'transcript.encoding.macintosh': 'Western European (Mac OS Roman)',
  'transcript.encoding.windows-1250': 'Central European (Windows-1250)',
  'transcript.encoding.windows-1251': 'Cyrillic (Windows-1251)',
  'transcript.encoding.gb18030': 'Chinese, simplified (GB18030)',
  'transcript.encoding.big5': 'Chinese, traditional (Big5)',
  'transcript.encoding.euc-kr': 'Korean (EUC-KR)',
  'transcript.warning.captions-rolling':
    'These captions roll: {count, plural, one {one subtitle repeats} other {# subtitles repeat}} words of the one before. Repeated words were taken once.',
  'transcript.warning.cue-untimed':
    '{count, plural, one {One block of words has} other {# blocks of words have}} no time. The words were kept in place.',
  'transcript.warning.document-changes':
    'The document has {count, plural, one {one tracked change} other {# tracked changes}}. It was read as if all were accepted.',
  'transcript.warning.document-chunk':
    'The document contains another one, {name}, which was read in its place. Check that it belongs to the dialogue.',
  'transcript.warning.document-comments':
    '{count, plural, one {One comment} other {# comments}} in the document’s margin left out.',
  'transcript.warning.file-cut': 'The file ends in the middle: its end is missing. What is there was read.',
  'transcript.warning.file-misnamed':
    'The file’s name ends in .{format}, but it is plain text and was read as such.',
  'transcript.warning.pdf-furniture':
    '{count, plural, one {One running head, foot or page number was} other {# running heads, feet and page numbers were}} left out: {words}',
  'transcript.warning.pdf-turned':
    '{count, plural, one {One line that runs} other {# lines that run}} in another direction than the page, a watermark perhaps, left out: {words}',
  'transcript.warning.pdf-ruby':
    '{count, plural, one {One reading} other {# readings}} above or beside the words (furigana) left out: {words}',
  'transcript.warning.pdf-glyphs':
    '{count, plural, one {One character is} other {# characters are}} drawn without the file saying which, and shown as “�”. Get the text from the program that made the PDF if you can.',
  'transcript.warning.pdf-scattered':
    'The order of the words on {count, plural, one {one page} other {# pages}} could not be determined. Check them against the original.',
  'transcript.warning.pdf-hyphens':
    '{count, plural, one {One word was} other {# words were}} rejoined where a line break had split them: {words}',
  'transcript.warning.pdf-pages-empty':
    '{count, plural, one {One page has} other {# pages have}} no text that can be read, only pictures perhaps.',
  'import.loss.header': 'Words of the page header: {words}',
  'import.loss.footer': 'Words of the page footer: {words}',
  'import.loss.comment': '{count, plural, one {One comment} other {# comments}} in the margin: {words}',
  'import.loss.footnote': 'Footnotes that nothing in the text refers to: {words}',
  'import.loss.endnote': 'Endnotes that nothing in the text refers to: {words}',
  'import.loss.deleted': 'Words deleted as tracked changes: {words}',
  'import.loss.hidden': 'Hidden words: {words}',
  'import.loss.struck-out': 'Words struck out: {words}',
  'import.loss.field': 'Words inside fields that the document does not show: {words}',
  'import.loss.alternative': 'Words of another version of a part, for older programs: {words}',
  'import.loss.chunk': 'A document put into this one that could not be read: {words}',
  'import.loss.chart': 'Words of charts: {words}',
  'import.loss.diagram': 'Words of diagrams: {words}',
  'import.loss.embedded':
    '{count, plural, one {A file} other {# files}} embedded in the document, not opened: {words}',
  'import.loss.symbol':
    '{count, plural, one {A character} other {# characters}} of an unknown symbol font: {words}',
  'import.loss.attachment': '{count, plural, one {An attachment} other {# attachments}}, not opened: {words}',
  'import.loss.sheet': 'Other sheets of the workbook: {words}',
  'import.loss.part': 'Words of other parts of the file: {words}',
  'import.loss.unknown': 'Words in unrecognised parts of the file: {words}',
  'import.loss.table-header': 'The table’s column titles: {words}',
  'import.loss.table-column': 'Columns of the table beside names and words: {words}',
  'import.loss.page-frame': 'Menus and other parts around the page’s text: {words}',
} as const;
