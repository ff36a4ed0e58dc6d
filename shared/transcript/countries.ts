/** Names of countries and regions in English (lower case) and Japanese: lists in reports put them before a colon. */
const COUNTRIES = new Set(
  (
    'andorra|united arab emirates|afghanistan|anguilla|albania|armenia|angola|antarctica|argentina|' +
    'american samoa|austria|australia|aruba|åland islands|azerbaijan|barbados|bangladesh|belgium|' +
    'burkina faso|bulgaria|bahrain|burundi|benin|st. barthélemy|bermuda|brunei|bolivia|' +
    'caribbean netherlands|brazil|bahamas|bhutan|bouvet island|botswana|belarus|belize|canada|' +
    "cocos islands|congo|central african republic|switzerland|côte d'ivoire|cook islands|chile|cameroon|" +
    'china|colombia|costa rica|cuba|cape verde|curaçao|christmas island|cyprus|czechia|germany|djibouti|' +
    'denmark|dominican republic|algeria|ecuador|estonia|egypt|western sahara|eritrea|spain|ethiopia|' +
    'finland|fiji|falkland islands|micronesia|faroe islands|france|gabon|united kingdom|grenada|georgia|' +
    'french guiana|guernsey|ghana|gibraltar|greenland|gambia|guinea|guadeloupe|equatorial guinea|greece|' +
    'guatemala|guam|guinea-bissau|guyana|hong kong|honduras|croatia|haiti|hungary|indonesia|ireland|' +
    'israel|isle of man|india|british indian ocean territory|iraq|iran|iceland|italy|jamaica|jordan|' +
    'japan|kenya|kyrgyzstan|cambodia|kiribati|comoros|north korea|south korea|kuwait|cayman islands|' +
    'kazakhstan|laos|lebanon|st. lucia|liechtenstein|sri lanka|liberia|lesotho|lithuania|luxembourg|' +
    'latvia|libya|morocco|monaco|moldova|montenegro|st. martin|madagascar|marshall islands|' +
    'north macedonia|mali|myanmar|mongolia|macao|northern mariana islands|martinique|mauritania|' +
    'montserrat|malta|mauritius|maldives|malawi|mexico|malaysia|mozambique|namibia|new caledonia|niger|' +
    'norfolk island|nigeria|nicaragua|netherlands|norway|nepal|nauru|niue|new zealand|oman|panama|peru|' +
    'french polynesia|papua new guinea|philippines|pakistan|poland|pitcairn islands|puerto rico|' +
    'palestinian territories|portugal|palau|paraguay|qatar|réunion|romania|serbia|russia|rwanda|' +
    'saudi arabia|solomon islands|seychelles|sudan|sweden|singapore|st. helena|slovenia|slovakia|' +
    'sierra leone|san marino|senegal|somalia|suriname|south sudan|el salvador|sint maarten|syria|' +
    'eswatini|chad|french southern territories|togo|thailand|tajikistan|tokelau|timor-leste|turkmenistan|' +
    'tunisia|tonga|türkiye|tuvalu|taiwan|tanzania|ukraine|uganda|united states|uruguay|uzbekistan|' +
    'vatican city|venezuela|british virgin islands|u.s. virgin islands|vietnam|vanuatu|samoa|yemen|' +
    'mayotte|south africa|zambia|zimbabwe|usa|us|u.s.|u.s.a.|uk|u.k.|uae|eu|korea|burma|bosnia|turkey|' +
    'great britain|england|scotland|wales|czech republic|ivory coast|drc|viet nam|holland|palestine|' +
    'trinidad|macau|africa|asia|europe|north america|south america|latin america|middle east|oceania|' +
    'apac|emea|asean|southeast asia|south asia|east asia|global|worldwide|tokyo|osaka' +
    '|' +
    'アンドラ|アラブ首長国連邦|アフガニスタン|アンティグア・バーブーダ|アンギラ|アルバニア|アルメニア|アンゴラ|南極|アルゼンチン|米領サモア|オーストリア|オーストラリア|アルバ|オーランド諸島|' +
    'アゼルバイジャン|ボスニア・ヘルツェゴビナ|バルバドス|バングラデシュ|ベルギー|ブルキナファソ|ブルガリア|バーレーン|ブルンジ|ベナン|サン・バルテルミー|バミューダ|ブルネイ|ボリビア|' +
    'オランダ領カリブ|ブラジル|バハマ|ブータン|ブーベ島|ボツワナ|ベラルーシ|ベリーズ|カナダ|ココス諸島|コンゴ民主共和国|中央アフリカ共和国|コンゴ共和国|スイス|コートジボワール|クック諸島|' +
    'チリ|カメルーン|中国|コロンビア|コスタリカ|キューバ|カーボベルデ|キュラソー|クリスマス島|キプロス|チェコ|ドイツ|ジブチ|デンマーク|ドミニカ国|ドミニカ共和国|アルジェリア|エクアドル|' +
    'エストニア|エジプト|西サハラ|エリトリア|スペイン|エチオピア|フィンランド|フィジー|フォークランド諸島|ミクロネシア連邦|フェロー諸島|フランス|ガボン|イギリス|グレナダ|ジョージア|' +
    '仏領ギアナ|ガーンジー|ガーナ|ジブラルタル|グリーンランド|ガンビア|ギニア|グアドループ|赤道ギニア|ギリシャ|グアテマラ|グアム|ギニアビサウ|ガイアナ|香港|ホンジュラス|クロアチア|ハイチ|' +
    'ハンガリー|インドネシア|アイルランド|イスラエル|マン島|インド|英領インド洋地域|イラク|イラン|アイスランド|イタリア|ジャージー|ジャマイカ|ヨルダン|日本|ケニア|キルギス|カンボジア|' +
    'キリバス|コモロ|セントクリストファー・ネーヴィス|北朝鮮|韓国|クウェート|ケイマン諸島|カザフスタン|ラオス|レバノン|セントルシア|リヒテンシュタイン|スリランカ|リベリア|レソト|リトアニア|' +
    'ルクセンブルク|ラトビア|リビア|モロッコ|モナコ|モルドバ|モンテネグロ|サン・マルタン|マダガスカル|マーシャル諸島|北マケドニア|マリ|ミャンマー|モンゴル|マカオ|北マリアナ諸島|' +
    'マルティニーク|モーリタニア|モントセラト|マルタ|モーリシャス|モルディブ|マラウイ|メキシコ|マレーシア|モザンビーク|ナミビア|ニューカレドニア|ニジェール|ノーフォーク島|ナイジェリア|' +
    'ニカラグア|オランダ|ノルウェー|ネパール|ナウル|ニウエ|ニュージーランド|オマーン|パナマ|ペルー|仏領ポリネシア|パプアニューギニア|フィリピン|パキスタン|ポーランド|' +
    'サンピエール島・ミクロン島|ピトケアン諸島|プエルトリコ|パレスチナ自治区|ポルトガル|パラオ|パラグアイ|カタール|レユニオン|ルーマニア|セルビア|ロシア|ルワンダ|サウジアラビア|ソロモン諸島|' +
    'セーシェル|スーダン|スウェーデン|シンガポール|セントヘレナ|スロベニア|スバールバル諸島・ヤンマイエン島|スロバキア|シエラレオネ|サンマリノ|セネガル|ソマリア|スリナム|南スーダン|' +
    'サントメ・プリンシペ|エルサルバドル|シント・マールテン|シリア|エスワティニ|チャド|仏領極南諸島|トーゴ|タイ|タジキスタン|トケラウ|東ティモール|トルクメニスタン|チュニジア|トンガ|トルコ|' +
    'トリニダード・トバゴ|ツバル|台湾|タンザニア|ウクライナ|ウガンダ|アメリカ合衆国|ウルグアイ|ウズベキスタン|バチカン市国|ベネズエラ|英領ヴァージン諸島|米領ヴァージン諸島|ベトナム|バヌアツ|' +
    'ウォリス・フツナ|サモア|イエメン|マヨット|南アフリカ|ザンビア|ジンバブエ|アメリカ|米国|英国|豪州|独国|仏国|欧州|北米|南米|中南米|中東|アジア|アフリカ|東南アジア|南アジア|' +
    '東アジア|オセアニア|ヨーロッパ|コンゴ|ビルマ|全世界|世界|各国|タイ王国|ヴェトナム|澳門|印度|マレーシア半島|欧米|中華人民共和国|大韓民国|グローバル'
  ).split('|'),
);

/** Whether words are the name of a country or a region, as a list by country has it. */
export function isCountry(words: string): boolean {
  return COUNTRIES.has(words.trim().toLowerCase().replace(/^the /, '').replaceAll('’', "'"));
}
