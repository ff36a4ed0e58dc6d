export const seal = {
  'seal.claim.title': 'ご自身の評価ですか？',
  'seal.claim.text':
    'ここには{name}の評価があります。{name}が完了するまでは、{name}だけのものです。お答えは、このパソコンに記憶されます。',
  'seal.claim.confirm': '{name}です',
  'seal.locked.title': '{name}の評価',
  'seal.locked.text': '評価の間は、{name}のパスフレーズで開きます。',
  'seal.locked.open': '開く',
  'seal.withheld':
    '{name}の評価{count}件は、このコピーに入っていません。コピーの作成時に、{name}の評価が完了していなかったためです。',
  'seal.withheld.box':
    '{name}の評価{count}件は、暗号化された形でここに入っています。{name}のパスフレーズで開きます。',
  'seal.passphrase.show': '表示・非表示の切り替え：{label}',
  'seal.passphrase.of': '{name}のパスフレーズ',
  'seal.passphrase.hint':
    '{count}文字以上。あとから調べることはできないため、ご自身で大切に保管してください。',
  'seal.passphrase.wrong': '{name}のパスフレーズではありません。評価は開かれていません。',
  'seal.passphrase.forgotten': 'パスフレーズを忘れた場合',
  'seal.forgotten.text':
    '評価は失われません。協議が始まると、すべて表示されます。今すぐ評価を続けるには、パスフレーズなしで開きます。その場合、このワークスペースで作業する人は誰でも評価を見られるようになり、算定方法にもその旨が記載されます。',
  'seal.share.title': '{name}として評価する',
  'seal.share.text':
    'このパソコンでは{own}も評価しています。それぞれにパスフレーズを設定すると、両者が完了するまで、Hearkenの画面では互いの評価が見えません。パスフレーズは、このパソコンのデータベースを暗号化するものではありません。',
  'seal.share.elsewhere': '{own}が今いない場合は、{name}に評価シートを送ってください。',
  'seal.share.confirm': '設定して評価を始める',
  'seal.share.same': '一人がまとめて入力する…',
  'seal.share.same.text':
    'この場合、{names}の評価は、完了する前でも、このワークスペースで作業する人は誰でも見られるようになります。ラウンドの記録と算定方法にもその旨が記載されます。',
  'seal.lift.confirm': 'パスフレーズなしで開く',
  'seal.lift.confirm.same': 'パスフレーズなしで入力する',
  'evidence.locked':
    '評価の間、この評価に追加できるのは{name}だけです。先にラウンドで{name}の評価を開いてください。',
  'seal.hidden': '完了まで表示しません',
  'seal.copy.sealed':
    'このコピーでは、{names}の未完了の評価は各自のパスフレーズで暗号化されています。このワークスペースには残っています。',
  'seal.copy.left':
    'このコピーに入っていないもの：{names}の未完了の評価。このワークスペースには残っています。',
  'seal.sheet.blank':
    '{names}のシートは空欄で作成されます。ここで入力された評価は、完了するまで本人だけのものです。',
  'log.not-blind': '完了する前に、他の人が評価を見られる状態になった評価者：{who}',
  'change.seal.lock': '{names}の評価のパスフレーズの設定',
  'change.seal.lift': '{names}の評価をパスフレーズなしで開く設定',
  'change.seal.withheld': '評価者{count}名の未完了の評価を除いたコピーの作成',
  'change.rating.opened': '{assessor}の評価の復号',
  'merge.table.seals': '評価者のパスフレーズ',
  'merge.field.lock': 'パスフレーズ',
  'merge.field.withheld': '暗号化された評価',
  'merge.field.liftedAt': 'パスフレーズなしで開けるようになった日時',
  'report.method.notBlind': '評価者{count}名の評価は、完了する前に、他の人が見られる状態になっていました。',
} as const;
