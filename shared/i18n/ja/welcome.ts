import type { welcome as en } from '../en/welcome.ts';

export const welcome: Record<keyof typeof en, string> = {
  'welcome.purpose':
    'Hearkenは、専門家や影響を受ける人々との対話を、人権課題の特定・評価・意思決定につなげるためのツールです。報告書の一つひとつの判断から、その根拠となった発言までたどることができます。',
  'welcome.begin': 'はじめに',
  'welcome.sample': 'サンプルで試す',
  'welcome.sample.again': 'サンプルに戻る',
  'welcome.sample.hint': '専門家とのダイアログの記録から、課題の評価までを終えた企業の例',
  'welcome.new': 'ワークスペースを新規作成',
  'welcome.new.line': '自社用に作成します。人権課題の一覧があらかじめ入っています',
  'welcome.new.title': 'ワークスペースの新規作成',
  'welcome.new.hint':
    'ワークスペースには、1社分のダイアログ・人権課題・評価・報告書をまとめて保存します。以下の内容は後から変更できます。',
  'welcome.new.create': '作成する',
  'welcome.open': 'ワークスペースファイルを開く',
  'welcome.open.hint':
    '同僚から受け取ったファイルや保存したコピー（.hearken）を開きます。ドラッグ＆ドロップでも開けます',
  'welcome.drop': 'ワークスペースファイル（.hearken）をここにドロップして開く',
  'welcome.offline': 'バージョン{version}　データはすべてこのパソコンに保存され、外部には送信されません。',
  'welcome.chain': '対話から報告書まで',
  'welcome.chain.hear': '聴く',
  'welcome.chain.hear.text':
    'ダイアログの記録を取り込み、どの発言がどの人権課題に関わるか、どのような助言があったかに印を付けます。',
  'welcome.chain.weigh': '評価する',
  'welcome.chain.weigh.text': '深刻度と発生可能性を複数の評価者で評価し、見解の分かれる点を確かめます。',
  'welcome.chain.decide': '決める',
  'welcome.chain.decide.text': 'マトリックスを見て、重点的に注視する課題を理由とともに定めます。',
  'welcome.chain.tell': '伝える',
  'welcome.chain.tell.text': '報告書をWord文書で作成します。記述はすべて、根拠となった発言までたどれます。',
  'welcome.recent': 'このパソコンのワークスペース',
  'welcome.recent.opened': '最終使用：{when}',
  'welcome.recent.more': '「{name}」の操作',
  'welcome.unnamed': '名前のないワークスペース',
  'welcome.orphans': 'フォルダーが見つからないもの',
  'welcome.orphans.hint':
    'これらのワークスペースのフォルダーは、アプリの外で移動または削除されました。内容はアプリのデータベースに残っていますが、対話の元ファイルは含まれません。',
  'welcome.orphans.changed': '最終変更：{when}・変更{count}件',
  'welcome.orphans.restore': '復元',
  'welcome.orphans.discard': '削除…',
  'welcome.orphans.discard.title': '完全に削除しますか？',
  'welcome.orphans.discard.text':
    'アプリのデータベースに残っている「{name}」の内容を削除します。元に戻すことはできません。',
  'welcome.orphans.discard.do': '削除',
  'welcome.rename': '名前を変更…',
  'welcome.rename.title': 'ワークスペース名の変更',
  'welcome.rename.do': '変更する',
  'welcome.remove': 'ごみ箱に移動…',
  'welcome.remove.title': 'ごみ箱に移動しますか？',
  'welcome.remove.text':
    '「{name}」をバックアップとともに、このパソコンのごみ箱に移動します。Hearkenの中からは元に戻せません。後で必要になる可能性がある場合は、先にコピーを保存してください。',
  'welcome.remove.do': 'ごみ箱に移動',
  'welcome.removed': '「{name}」をごみ箱に移動しました',
};
