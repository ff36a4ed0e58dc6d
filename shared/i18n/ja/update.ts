import type { update as en } from '../en/update.ts';

export const update: Record<keyof typeof en, string> = {
  'update.action': 'ファイルから更新をインストール…',
  'update.kind': 'Hearkenの更新',
  'update.title': 'Hearken {version}',
  'update.checked':
    'このファイルは、このHearkenが信頼する鍵で署名されており、使用中のバージョン（{own}）より新しいものです。',
  'update.changes': '変更点',
  'update.changes.of': 'バージョン{version}',
  'update.changes.none': '変更点はファイルに記載されていません。',
  'update.next':
    'Hearken自体は何もインストールせず、{name}をシステムのインストーラーに渡します。新しいバージョンで初めてワークスペースを開くとき、何も変更しないうちにバックアップが作成されます。',
  'update.handOver': 'インストーラーを開く',
  'update.opened':
    '{name}をシステムのインストーラーに渡しました。Hearkenを終了してから、インストーラーで続けてください。',
  'update.shown':
    '{name}をフォルダーに表示しました。Hearkenを終了してから、いつもの方法でインストールしてください。',
  'error.update-none-taken':
    'このHearkenは更新ファイルに対応していません。何も変更されていません。新しいバージョンは今のものと同じ方法でインストールするか、インストールした担当者に問い合わせてください。',
  'error.update-not-one':
    '「{name}」は、このバージョンで読める更新ファイルではありません。何も変更されていません。ファイルをもう一度受け取ってください。',
  'error.update-signature':
    '「{name}」の署名が正しくありません。ファイルが破損したか、改ざんされたか、別の誰かが作成したものです。何も変更されていません。一緒に受け取ったものはインストールせず、ファイルをもう一度受け取ってください。',
  'error.update-not-newer':
    'このファイルはバージョン{version}用で、使用中のバージョンは{own}です。インストールできるのは新しいバージョンだけです。何も変更されていません。',
  'error.update-platform':
    '「{name}」には、このシステム用のパッケージが含まれていません。何も変更されていません。お使いのシステム用のものを受け取ってください。',
  'error.update-package-missing':
    'パッケージ「{name}」が更新ファイルと同じフォルダーにありません。何も変更されていません。両方を同じフォルダーに置き、更新ファイルをもう一度選んでください。',
  'error.update-package-changed':
    '「{name}」は署名されたパッケージではありません。破損したか、改ざんされています。何も変更されていません。インストールせず、もう一度受け取ってください。',
};
