import type { encryption as en } from '../en/encryption.ts';

export const encryption: Record<keyof typeof en, string> = {
  'passphrase.capsLock': 'Caps Lockがオンです。',
  'encryption.title': '暗号化',
  'encryption.badge': '暗号化済み',
  'encryption.off':
    'このワークスペースは暗号化されていません。このパソコンのディスクやそのバックアップを手にした人は、内容を読むことができます。',
  'encryption.on':
    'このワークスペースはディスク上で暗号化されています。開いている間、データベースはメモリー上にだけ置かれます。閉じたとき、パソコンがロックまたはスリープしたとき、しばらく使われなかったときにロックされます。',
  'encryption.encrypt': 'このワークスペースを暗号化…',
  'encryption.passphrase.change': 'パスフレーズを変更…',
  'encryption.recovery.renew': '新しい回復キー…',
  'encryption.remove': '暗号化を解除…',
  'encryption.lockAfter': '使われないときにロックするまでの時間',
  'encryption.lockAfter.minutes': '{count}分',
  'encryption.keychain': 'このパソコンのキーチェーンで開く',
  'encryption.keychain.hint':
    'サインインしている間、このパソコンではパスフレーズが不要になります。あなたのアカウントを使える人や、あなたが実行する他のプログラムも、ワークスペースを開けるようになります。パスフレーズと回復キーは引き続き有効です。',
  'encryption.new': 'このワークスペースを暗号化する',
  'encryption.new.hint':
    'ディスクを紛失したり盗まれたりしても、内容は読まれません。開くたびにパスフレーズが必要です。',
  'encryption.step': '手順{step}／{count}',
  'encryption.about.title': 'ワークスペースの暗号化',
  'encryption.about.protects': '暗号化で守られるもの',
  'encryption.about.protects.disk': '紛失・盗難・押収に遭ったパソコンやディスクの中のワークスペース',
  'encryption.about.protects.copies': 'ワークスペースのフォルダーが複製されたバックアップや共有フォルダー',
  'encryption.about.protects.users': 'このパソコンを他の人が使うときの、ロック中のワークスペース',
  'encryption.about.not': '暗号化では守られないもの',
  'encryption.about.not.open':
    'ワークスペースを開いている間に動く悪意のあるソフトウェアや、システムがメモリーの内容をディスクに書き出したもの。システムのディスク暗号化も有効にしてください',
  'encryption.about.not.out':
    'ワークスペースの外に出たもの：印刷物、Word・Excelファイル、パスフレーズのないコピー',
  'encryption.about.not.visible':
    'ワークスペースがあること、ロック中に表示される名称、大きさ、更新された日時',
  'encryption.about.not.weak': '推測されやすいパスフレーズ',
  'encryption.about.existing':
    'このワークスペースの暗号化前のファイルとデータベースは削除されます。削除されたファイルの痕跡は、上書きされるまでディスクに残ることがあり、これまでに作られたバックアップは暗号化されないままです。',
  'encryption.about.loss':
    'パスフレーズも回復キーも失うと、ワークスペースは誰にも開けません。ご本人にも、社内のIT部門にも、Hearkenの開発者にも開けず、内容は失われます。',
  'encryption.about.file':
    '開いているワークスペースは暗号化されています。これと並べて開いたファイルは別のワークスペースになりますが、ここからは暗号化せずに保存できません。同じように暗号化するか、開いているワークスペースを閉じてからファイルを開いてください。',
  'encryption.about.protectedFile':
    'ファイルはパスフレーズで保護されていますが、そこから作られるワークスペースは、このままではこのパソコンに暗号化されずに保存されます。暗号化するか、暗号化せずに保存するかを選んでください。',
  'encryption.about.plain': '暗号化せずに保存',
  'encryption.continue': '続ける',
  'encryption.back': '戻る',
  'encryption.passphrase.title': 'パスフレーズを決める',
  'encryption.passphrase': 'パスフレーズ',
  'encryption.passphrase.hint':
    '{count}文字以上。互いに関係のない単語を4つ以上並べると、覚えやすく、推測されにくくなります。',
  'encryption.passphrase.again': 'パスフレーズ（確認）',
  'encryption.passphrase.short': '{count}文字以上にしてください。',
  'encryption.passphrase.differs': '2つの入力が一致しません。',
  'encryption.passphrase.missing': 'パスフレーズを入力してください。',
  'encryption.label': 'ロック中に表示する名称',
  'encryption.label.hint': 'このパソコンを使う人なら誰でも読めます。機密にあたることは書かないでください。',
  'encryption.label.usual': '暗号化されたワークスペース',
  'encryption.recovery.title': '回復キーの保管',
  'encryption.recovery.text':
    'パスフレーズを忘れたときに、ワークスペースを開くためのものです。表示されるのは今だけです。印刷するか書き留めて、ワークスペースを読んでよい人だけが手にできる場所に保管してください。このパソコンには置かないでください。',
  'encryption.recovery.key': '回復キー',
  'encryption.recovery.print': '印刷',
  'encryption.recovery.save': 'ファイルに保存…',
  'encryption.recovery.copy': 'コピー',
  'encryption.recovery.copied': 'コピーしました。貼り付けたら、クリップボードを消去してください。',
  'encryption.recovery.saved':
    '回復キーを暗号化せずに保存しました：{path}。このパソコンの外へ移してください。',
  'encryption.recovery.fileName': '回復キー',
  'encryption.recovery.fileKind': 'テキスト',
  'encryption.recovery.sheet': 'Hearken – 暗号化されたワークスペースの回復キー',
  'encryption.recovery.sheet.made': '作成日：{date}',
  'encryption.recovery.sheet.use':
    'このキーを持つ人は、ワークスペースを読むことができます。使い方：Hearkenでワークスペースを開き、「回復キーを使う」を選んで、8つのまとまりを入力してください。',
  'encryption.check.title': '回復キーの確認',
  'encryption.check.text': '印刷またはメモした回復キーから、次の2つのまとまりを入力してください。',
  'encryption.check.group': '{group}番目のまとまり',
  'encryption.check.wrong': '表示されたものと一致しません。',
  'encryption.check.encrypt': '暗号化',
  'encryption.check.create': 'ワークスペースを作成',
  'encryption.check.done': '完了',
  'encryption.change.title': 'パスフレーズの変更',
  'encryption.change.text':
    '回復キーは変わりません。これまでに作られたフォルダーの複製は、古いパスフレーズで開けるままです。',
  'encryption.change.current': '現在のパスフレーズ',
  'encryption.change.next': '新しいパスフレーズ',
  'encryption.change.do': 'パスフレーズを変更',
  'encryption.change.done': 'パスフレーズを変更しました',
  'encryption.renew.title': '新しい回復キー',
  'encryption.renew.text':
    '今の回復キーでは、このワークスペースを開けなくなります。これまでに作られたフォルダーの複製は、古い回復キーで開けるままです。',
  'encryption.renew.do': '新しい回復キーを作成',
  'encryption.renew.done': '新しい回復キーを作成しました',
  'encryption.remove.title': '暗号化を解除しますか？',
  'encryption.remove.text':
    'ワークスペースは暗号化されずに保存されます。このパソコンのディスクやそのバックアップを手にした人は、内容を読むことができます。',
  'encryption.remove.do': '暗号化を解除',
  'encryption.copy.title': 'このコピーは暗号化されません',
  'encryption.copy.text':
    'ワークスペースは暗号化されていますが、.hearkenファイルは暗号化されません。ファイルを手にした人は、すべての内容を読むことができます。パスフレーズを付けると、それを伝えた人だけが開けます。',
  'encryption.copy.plain': '暗号化せずに保存',
  'encryption.copy.protect': 'パスフレーズを付けて保存…',
  'encryption.protect.title': 'パスフレーズ付きのコピーを保存',
  'encryption.protect.text':
    'コピーは.hearken.ageファイルになります。Hearkenのほか、age形式に対応したプログラムでも、このパスフレーズで開けます。パスフレーズは、ファイルとは別の方法で伝えてください。失うと、コピーは誰にも開けません。',
  'encryption.protect.do': 'コピーを保存…',
  'encryption.protect.kind': 'パスフレーズ付きのHearkenワークスペース',
  'encryption.protected.title': '保護されたコピーを開く',
  'encryption.protected.text': 'このファイルはパスフレーズで保護されています。',
  'encryption.protected.do': '開く',
  'lock.title': 'ロック中のワークスペース',
  'lock.kept': '保存した内容は、暗号化されてすべてここにあります。',
  'lock.unlock': 'ロックを解除',
  'lock.keychain': 'キーチェーンで解除',
  'lock.useRecovery': '回復キーを使う…',
  'lock.usePassphrase': 'パスフレーズを使う…',
  'lock.recovery.hint': '印刷された6桁の数字8つを入力します。空白やハイフンはあってもなくてもかまいません。',
  'lock.others': '他のワークスペース',
  'shell.action.lock': 'ワークスペースをロック',
  'shell.action.protectCopy': 'パスフレーズ付きのコピーを保存…',
  'shell.busy.encrypting': 'ワークスペースを暗号化しています…',
  'shell.busy.decrypting': '暗号化を解除しています…',
};
