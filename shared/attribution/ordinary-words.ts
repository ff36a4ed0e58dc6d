/**
 * Words that are names of people or organisations as often as they are something else. Where one of them stands alone,
 * nobody but a reader can tell which it is: such a place is asked about, never decided (see `findNames`). Folded as
 * names are.
 */
const ENGLISH = `
april august autumn baker ban banks bay best bill bishop black bloom bond booth bridge bright brook brown bush butler
care case cash chair chairman chairperson chance charity chase chief christian church clay cliff coach cole community
company cook council court crane crew cross dale dawn day dean director drew drive earl east ernest expert faith farmer
fisher flowers ford forest fox frank freeman frost garden gay gene general gold good grace grant gray green grey guest
guy hall hand harmony hart heath heather henna holiday holly home honor hope host house hunt hunter hyde institute
interviewer ivy jack jade jay jean jewel joy july june justice king knight lake lance land lane lark law lawyer lee
little long love major manager mark marks mars mason max may member mercy merit mike miller moderator moon moss new
ngo nick noble north officer olive page park participant pat patience pearl penny peace piper pope price pride prince
prosper prudence questioner ray reed reporter representative respondent researcher rich ring river robin rock root rose
ruby ruth rush sage sales sam savage secretary serena short sky small smart smith snow son speaker spring staff star
sterling stone storm strong sue summer sunny supplier sydney tiger union university verity victor victoria violet wade
walker walls ward water weaver west white wild will wing winter wise wolf wood woods worker worth young
`;

const JAPANESE = `
愛 旭 泉 光 希望 平和 未来 誠 正 学 実 進 望 恵 友 幸 純 清 明 茂 勇 豊 緑 岬 司 要 歩 忍 操 薫 司会 司会者 座長 議長 委員長 委員 会長 社長
部長 課長 事務局 事務局長 参加者 発言者 専門家 有識者 弁護士 教授 質問者 聞き手 話し手 記者 編集部 労働組合 組合 大学 会社 当社 弊社 団体 個人
企業 協会 財団 行政 政府 代表 理事 顧問 研究所 研究者 調査員 千葉 福島 宮城 秋田 石川 福井 山梨 長野 岐阜 三重 滋賀 奈良 鳥取 岡山 山口 徳島 香川
高知 福岡 佐賀 長崎 熊本 大分 宮崎 富山 川崎 横浜 大阪 京都 神戸 広島 静岡 新潟 栃木 茨城 青森 山形 島根 沖縄 東 西 南 北 中 上 下 森 林 原 谷 岡
堤 関 星 金 銀 窪 畑 橋 角 辻 港 浜 島 大島 小島 中村 村 町 平 国 水野 高野 大野 平野 上野 中野 中央 西部 東部 南部 北部 安全 公平 高原 平原 大川
`;

const WORDS = new Set([...ENGLISH.split(/\s+/), ...JAPANESE.split(/\s+/)].filter(Boolean));

/** @param folded a name or a part of one, as `foldName` gives it */
export function isOrdinaryWord(folded: string): boolean {
  return WORDS.has(folded);
}
