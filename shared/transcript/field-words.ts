/** Words that stand before a colon, in a cell or in brackets without naming a speaker: fields of forms, points of lists. */
const FIELD_WORDS = new Set(
  (
    'note|notes|date|time|venue|place|location|participants|participant|attendees|present|absent|subject|topic|topics|' +
    'agenda|source|sources|summary|summary keywords|keywords|theme|themes|title|example|for example|e.g|address|tel|' +
    'phone|fax|e-mail|email|mail|url|link|website|web|warning|caution|important|remark|remarks|reference|references|see|' +
    'figure|table|version|status|author|authors|editor|contact|language|duration|format|form|purpose|background|' +
    'conclusion|conclusions|result|results|outcome|outcomes|overview|introduction|update|updates|next steps|action|' +
    'actions|action items|key points|key point|point|points|item|items|issue|issues|question|questions|answer|answers|however|' +
    'therefore|moreover|also|first|second|third|finally|in addition|in short|today|tip|hint|todo|step|' +
    'target|targets|goal|goals|progress|risk|risks|impact|impacts|cause|causes|response|responses|measure|measures|' +
    'policy|scope|method|methods|frequency|owner|deadline|indicator|indicators|kpi|unit|definition|example|examples|' +
    'challenge|challenges|finding|findings|recommendation|recommendations|opportunity|opportunities|step|steps|' +
    'objective|objectives|commitment|commitments|comment|comments|opinion|opinions|advice|decision|decisions|' +
    'environment|social|governance|people|planet|quote|credit|credits|' +
    'general issues|experts|speakers|company|organisation|organization|organiser|organizer|host organisation|' +
    'date and time|held|recorded|transcript|transcribed by|doi|isbn|copyright|photo|caption|legend|total|break|music|' +
    '日時|日付|開催日|開催日時|場所|会場|開催場所|出席者|参加者|参加|欠席者|議題|議事|次第|注|注記|備考|テーマ|題名|件名|出典|資料|主催|共催|後援|' +
    '目的|背景|概要|要旨|まとめ|結論|結果|例|例えば|補足|参考|参照|住所|電話|連絡先|形式|方法|定員|時間|期間|対象|所属|役職|氏名|写真|図|表|' +
    '一つ目|二つ目|三つ目|第一に|第二に|第三に|質問事項|ご意見|論点|課題|目次|言語|作成|作成者|記録|更新|重要|注意|ポイント|キーワード|タイトル' +
    '|' +
    'what|where|when|why|how|who|who said|said|name|names|abbreviation|abbreviations|organizations|' +
    'organisations|affiliation|affiliations|affil|title and affiliation|position|role|roles|slides|slide|' +
    'recording|attachment|attachments|appendix|annex|footnote|footnotes|endnotes|abstract|preface|' +
    'foreword|acknowledgements|disclaimer|contents|table of contents|read more|learn more|related|' +
    'related links|download|keyword|tags|tag|category|categories|type|types|region|regions|country|' +
    'countries|sector|sectors|industry|site|sites|strengths|weaknesses|threats|pros|cons|benefits|costs|' +
    'cost|price|total cost|amount|quantity|number|percentage|rate|ratio|period|year|month|fiscal year|' +
    'reporting period|expected|actual|planned|done|pending|open|closed|completed|in progress|ongoing|high|' +
    'medium|low|yes|no|n/a|tbd|tbc|nb|ps|p.s|re|fw|fwd|cc|bcc|subject line|from|to|sent|received|attn|' +
    'summary of discussion|discussion|main points|highlights|quote of the day|takeaways|key takeaways|' +
    'lessons|lessons learned|follow-up|follow up|next meeting|previous meeting|minutes|strategy|' +
    'management|metrics|metrics and targets|risk management|materiality|stakeholder engagement|' +
    'human rights|labour|labor|supply chain|health and safety|climate|climate change|on fees|on wages|' +
    'for instance|in summary|in conclusion|to summarise|to summarize|that is|namely|i.e|etc|to be clear|' +
    'to conclude|for the record|as follows|the following|including|prepared by|approved by|reviewed by|' +
    "edited by|translated by|translation|interpreter's note|editor's note|translator's note|author's note|" +
    'file|file name|filename|document|draft|revision|history|changelog|password|meeting id|passcode|zoom|' +
    'dial-in|meeting link|invitees|regrets|apologies|apologies for absence|quorum|motion|vote|votes|' +
    'resolution|adjournment|call to order|' +
    '出席|欠席|氏名・所属|所属・氏名|役職・氏名|議事録|議事概要|議事要旨|配布資料|議事内容|討議事項|報告事項|審議事項|決定事項|確認事項|連絡事項|共有事項|次回予定|次回日程|開会時刻|' +
    '閉会時刻|開始|終了|場所等|方法等|主な意見|主なご意見|主な論点|いただいたご意見|ご意見とご提言|質疑|質疑応答|補足説明|添付|添付資料|別紙|別添|付録|脚注|出典元|引用元|写真提供|' +
    '撮影者|聴取日|聴取者|録音|録画|文字起こし|書き起こし|編集者注|訳注|執筆|翻訳|原文|種別|件数|宛先|差出人|送信日時|なぜ|いつ|どこで|誰が|何を|どのように|理由は|つまり|すなわち|' +
    'ただし|なお|また|一方で|例えば以下|以下の通り|以下のとおり|以下|上記|下記|前述|後述|次の通り|次のとおり|強み|弱み|機会|脅威|メリット|デメリット|リスク|課題点|改善点|良い点|' +
    '悪い点|ポイント1|ステップ|手順1|短期|中期|長期|短期的|中長期|戦略|ガバナンス|指標と目標|リスク管理|重要課題|マテリアリティ|ステークホルダー|サプライチェーン|人権|第一|第二|第三|' +
    '一点目|二点目|三点目|四点目|四つ目|五つ目|その他|はい|いいえ|未定|該当なし|なし|あり|済|未|実施中|対応中|検討中|完了|中|低|'
  )
    .split('|')
    .filter((word) => word !== ''),
);

/** Whether a word, folded by `labelKey` or lower case, is a field's and nobody's. */
export function isFieldWord(key: string): boolean {
  return FIELD_WORDS.has(key);
}
