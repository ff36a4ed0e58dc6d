import type { transcript as en } from '../en/transcript.ts';

export const transcript: Record<keyof typeof en, string> = {
  'transcript.format.webvtt': 'WebVTT字幕',
  'transcript.format.labelled': '「氏名：」形式',
  'transcript.format.published': '公開ページ形式',
  'transcript.format.plain': 'プレーンテキスト',
  'transcript.format.docx': 'Word文書',
  'transcript.warning.no-speakers':
    '発言者の記載が見当たりません。各段落を発言者不明の発言として読み込みました。下の一覧で発言者を指定してください。',
  'transcript.warning.label-once':
    '「{label}」は発言の冒頭に一度しか現れません。人名か、本文の一部かを確認してください。',
  'transcript.warning.label-shared':
    '「{label}」にあたる参加者が複数おり、本文からは誰の発言か判別できません。発言者は「{label}」のままにしています。',
  'transcript.warning.sentence-rejoined': '紙面の都合で途切れていた文を{count}か所つなぎ直しました。',
  'transcript.warning.company-guessed':
    '「{company}」を自社とみなし、所属する人を社内の参加者としました。社内・社外の別を確認してください。',
  'transcript.warning.company-unknown':
    'どの参加者が自社の人か、本文からは判別できません。社内・社外の別を確認してください。',
  'transcript.warning.encoding-guessed':
    '文字コードを判別できず、{encoding}として読み込みました。文字化けがないか確認してください。',
  'transcript.warning.encoding-damaged': 'ファイル内の{count}文字が破損しているため、「�」と表示しています。',
  'transcript.warning.cue-unlabelled':
    '発言者名のない字幕が{count}件あります。発言者なしのまま読み込みました。',
  'transcript.warning.cue-time-broken': '時刻を読み取れない字幕が{count}件あります。本文は残しています。',
  'transcript.warning.paragraph-cut':
    '長すぎて一度に表示できない段落が{count}件あり、複数の発言に分けました。本文はすべて残しています。',
};
