import type { transcript as en } from '../en/transcript.ts';

export const transcript: Record<keyof typeof en, string> = {
  'transcript.format.webvtt': 'WebVTT字幕',
  'transcript.format.srt': 'SRT字幕',
  'transcript.format.data': '発言の一覧データ',
  'transcript.format.ass': 'ASS字幕',
  'transcript.format.sbv': 'SBV字幕',
  'transcript.format.ttml': 'TTML字幕',
  'transcript.format.delimited': '表（CSV）',
  'transcript.format.eml': '電子メール',
  'transcript.format.xlsx': 'Excelブック',
  'transcript.format.zoom-chat': 'Zoomチャット',
  'transcript.format.minutes': '議事録形式',
  'transcript.format.interview': 'インタビュー形式',
  'transcript.format.bracketed': '【氏名】形式',
  'transcript.format.named-lines': '氏名を別の行に置く形式',
  'transcript.format.timed-lines': '時刻と本文が交互の形式',
  'transcript.format.labelled': '「氏名：」形式',
  'transcript.format.taught': '指定した書式',
  'transcript.format.shaped': '同じ書き方で始まる発言',
  'transcript.format.headed': '発言者の名前入りの見出し',
  'transcript.format.captioned': '氏名・肩書を発言に添える形式',
  'transcript.format.signed': '発言の下に氏名を置く形式',
  'transcript.format.published': '公開ページ形式',
  'transcript.format.plain': 'プレーンテキスト',
  'transcript.format.docx': 'Word文書',
  'transcript.warning.no-speakers':
    '発言者の記載が見当たりません。各段落を発言者不明の発言として読み込みました。下の一覧で発言者を指定してください。',
  'transcript.warning.names-beside':
    '発言は、その前後に氏名と肩書がある人のものとしました。最初のいくつかを原文と照らし合わせてください。',
  'transcript.warning.turns-unnamed':
    '発言者名のない発言が{count}件あります。発言者は空欄のままにしました。わかる場合は下の一覧で指定してください。',
  'transcript.warning.chat-direct':
    '全員宛てではない個別のメッセージが{count}件含まれています。削除するか、利用について送信者の了承を得てください。',
  'transcript.warning.sentence-rejoined': '紙面の都合で途切れていた文を{count}か所つなぎ直しました。',
  'transcript.warning.date-guessed':
    '日付{date}は推定です（ファイル名によるもの、または日と月の順が不明なもの）。確認してください。',
  'transcript.warning.company-guessed':
    '「{company}」を自社とみなし、所属する人を社内の参加者としました。社内・社外の別を確認してください。',
  'transcript.warning.company-unknown':
    'どの参加者が自社の人か、本文からは判別できません。社内・社外の別を確認してください。',
  'transcript.warning.encoding-guessed':
    '文字コードを判別できず、{encoding}として読み込みました。文字化けがないか確認してください。',
  'transcript.warning.text-encoded-twice':
    'このファイルは以前に誤った文字コードで保存され、文字化けしていたため、元の文字に戻しました。原本と数行を見比べてください。',
  'transcript.warning.text-garbled':
    '文字化けと思われる箇所が{count}か所あります。誤った文字コードで保存されたファイルかもしれません。原本があれば、そちらを取り込んでください。',
  'transcript.warning.encoding-damaged': 'ファイル内の{count}文字が破損しているため、「�」と表示しています。',
  'transcript.warning.cue-unlabelled':
    '発言者名のない字幕が{count}件あります。発言者なしのまま読み込みました。',
  'transcript.warning.cue-time-broken': '時刻を読み取れない字幕が{count}件あります。本文は残しています。',
  'transcript.warning.paragraph-cut':
    '長すぎて一度に表示できない段落が{count}件あり、複数の発言に分けました。本文はすべて残しています。',
  'transcript.format.laid-out': '体裁による発言',
  'transcript.format.odt': 'OpenDocument文書',
  'transcript.format.pdf': 'PDF',
  'transcript.format.rtf': 'リッチテキスト（RTF）',
  'transcript.format.html': 'Webページ',
  'transcript.encoding.utf-8': 'Unicode（UTF-8）',
  'transcript.encoding.utf-16le': 'Unicode（UTF-16・リトルエンディアン）',
  'transcript.encoding.utf-16be': 'Unicode（UTF-16・ビッグエンディアン）',
  'transcript.encoding.shift_jis': '日本語（シフトJIS・CP932）',
  'transcript.encoding.euc-jp': '日本語（EUC-JP）',
  'transcript.encoding.iso-2022-jp': '日本語（ISO-2022-JP・JIS）',
  'transcript.encoding.windows-1252': '西欧（Windows-1252）',
  'transcript.encoding.macintosh': '西欧（Mac OS Roman）',
  'transcript.encoding.windows-1250': '中欧（Windows-1250）',
  'transcript.encoding.windows-1251': 'キリル文字（Windows-1251）',
  'transcript.encoding.gb18030': '中国語・簡体字（GB18030）',
  'transcript.encoding.big5': '中国語・繁体字（Big5）',
  'transcript.encoding.euc-kr': '韓国語（EUC-KR）',
  'transcript.warning.captions-rolling':
    '前の行を繰り返す形式の字幕です（{count}件）。重なった言葉は一度だけ取り込みました。',
  'transcript.warning.cue-untimed': '時刻のない文が{count}か所あります。その位置のまま取り込みました。',
  'transcript.warning.document-changes':
    '文書に変更履歴が{count}件あります。すべて承諾したものとして読み込みました。',
  'transcript.warning.document-chunk':
    '文書に別の文書（{name}）が組み込まれており、その位置で読み込みました。対話の一部かどうかを確認してください。',
  'transcript.warning.document-comments': '欄外のコメント{count}件は取り込んでいません。',
  'transcript.warning.file-cut':
    'ファイルが途中で切れており、末尾が失われています。残っている部分を読み込みました。',
  'transcript.warning.file-misnamed':
    '拡張子は.{format}ですが、中身はテキストでした。テキストとして読み込みました。',
  'transcript.warning.pdf-furniture': '各ページの柱・ページ番号など{count}行は取り込んでいません：{words}',
  'transcript.warning.pdf-turned':
    'ページと向きの異なる文字（透かしなど）{count}行は取り込んでいません：{words}',
  'transcript.warning.pdf-ruby': 'ふりがな{count}か所は取り込んでいません：{words}',
  'transcript.warning.pdf-glyphs':
    'PDFに文字の情報がないため読み取れない文字が{count}字あり、「�」と表示しています。可能であれば、作成元のファイルからテキストを取り込んでください。',
  'transcript.warning.pdf-scattered':
    '{count}ページで文字の並び順を判別できませんでした。原本と見比べてください。',
  'transcript.warning.pdf-hyphens': '行末のハイフンで分かれていた語を{count}か所つなぎました：{words}',
  'transcript.warning.pdf-pages-empty':
    '文字を読み取れないページが{count}ページあります（画像だけの可能性があります）。',
  'import.loss.header': 'ページのヘッダー：{words}',
  'import.loss.footer': 'ページのフッター：{words}',
  'import.loss.comment': '欄外のコメント{count}件：{words}',
  'import.loss.footnote': '本文から参照されていない脚注：{words}',
  'import.loss.endnote': '本文から参照されていない文末脚注：{words}',
  'import.loss.deleted': '変更履歴で削除された語句：{words}',
  'import.loss.hidden': '隠し文字：{words}',
  'import.loss.struck-out': '取り消し線の付いた語句：{words}',
  'import.loss.field': '文書に表示されないフィールド内の語句：{words}',
  'import.loss.alternative': '旧バージョンのソフト向けに重ねて保存された語句：{words}',
  'import.loss.chunk': '文書に組み込まれていて読めなかった文書：{words}',
  'import.loss.chart': 'グラフ内の語句：{words}',
  'import.loss.diagram': '図表内の語句：{words}',
  'import.loss.embedded': '文書に埋め込まれたファイル{count}件（開いていません）：{words}',
  'import.loss.symbol': '判別できない記号フォントの文字{count}個：{words}',
  'import.loss.attachment': '添付ファイル{count}件（開いていません）：{words}',
  'import.loss.sheet': 'ブックの他のシート：{words}',
  'import.loss.part': 'ファイルのその他の部分にある語句：{words}',
  'import.loss.unknown': '位置を判別できない語句：{words}',
  'import.loss.table-header': '表の見出し行：{words}',
  'import.loss.table-column': '表のうち氏名と発言以外の列：{words}',
  'import.loss.page-frame': 'メニューなど本文の周囲の語句：{words}',
};
