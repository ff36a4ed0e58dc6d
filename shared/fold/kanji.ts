/**
 * Old and variant kanji beside the one in general use: in names (髙橋, 渡邊) and in old instruments and minutes
 * (勞働, 國會). After the table of standard forms of the jōyō kanji (Agency for Cultural Affairs, 2010) and the variants
 * common in family names.
 */
const PAIRS =
  '亞亜惡悪壓圧圍囲爲為醫医壹壱榮栄營営衞衛驛駅圓円鹽塩緣縁應応歐欧毆殴奧奥價価會会懷懐擴拡覺覚學学嶽岳樂楽勸勧卷巻寬寛歡歓罐缶觀観關関顏顔氣気歸帰僞偽戲戯犧犠舊旧據拠擧挙峽峡狹狭鄕郷曉暁區区驅駆勳勲徑径惠恵溪渓經経繼継莖茎螢蛍輕軽鷄鶏藝芸缺欠儉倹劍剣圈圏檢検權権獻献縣県險険顯顕驗験嚴厳廣広恆恒鑛鉱號号國国濟済碎砕齋斎齊斎斉斎劑剤櫻桜册冊雜雑參参慘惨棧桟蠶蚕贊賛殘残絲糸齒歯兒児辭辞實実舍舎寫写釋釈壽寿收収從従澁渋獸獣縱縦肅粛處処敍叙奬奨將将燒焼稱称證証乘乗剩剰壤壌孃嬢條条淨浄疊畳穰穣讓譲釀醸囑嘱觸触寢寝愼慎晉晋眞真盡尽圖図粹粋醉酔隨随髓髄數数樞枢聲声靜静攝摂竊窃專専戰戦淺浅潛潜纖繊踐践錢銭禪禅雙双壯壮搜捜插挿爭争總総聰聡莊荘裝装騷騒臟臓藏蔵屬属續続墮堕體体對対帶帯滯滞臺台瀧滝擇択澤沢單単擔担膽胆團団彈弾斷断癡痴遲遅晝昼蟲虫鑄鋳廳庁聽聴敕勅鎭鎮遞逓鐵鉄轉転點点傳伝黨党盜盗燈灯當当鬪闘德徳獨独讀読屆届繩縄貳弐惱悩腦脳霸覇廢廃拜拝賣売麥麦發発髮髪拔抜蠻蛮祕秘彥彦濱浜甁瓶拂払佛仏倂併竝並變変邊辺邉辺辨弁辯弁瓣弁舖舗寶宝豐豊襃褒沒没飜翻萬万滿満默黙彌弥譯訳藥薬豫予餘余與与譽誉搖揺樣様謠謡來来賴頼亂乱覽覧龍竜兩両獵猟綠緑淚涙壘塁勵励禮礼靈霊齡齢戀恋爐炉勞労樓楼祿禄灣湾髙高﨑崎嵜崎𠮷吉桒桑冨富嶋島槇槙濵浜渕淵萠萌舘館藪薮檜桧埜野瀨瀬曾曽嶌島嶹島邨村峯峰籠篭舩船圀国緖緒穗穂巖岩巌岩薰薫黑黒增増橫横淸清靑青敎教內内吳呉戶戸步歩每毎渊淵堯尭遙遥强強郞郎驒騨籔薮靏鶴靍鶴栁柳桺柳楳梅枩松濤涛卽即尙尚稻稲圡土煕熙凞熙亙亘栢柏姬姫頴穎幷并槗橋𣘺橋寳宝冝宜龝秋昻昂晧皓讚讃鄰隣麴麹鷗鴎莵兎蔣蒋鹼鹸瘦痩﨟臈﨔欅';

const characters = [...PAIRS];

/** The kanji in general use for an old or variant one. */
export const KANJI: Readonly<Record<string, string>> = Object.fromEntries(
  characters.flatMap((old, at) => (at % 2 === 0 ? [[old, characters[at + 1] ?? old]] : [])),
);

/** All of the old ones, as the inside of a regular expression's class. */
export const OLD_KANJI = Object.keys(KANJI).join('');
