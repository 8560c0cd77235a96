/** A place is named in full where its organs are: 政协第五届清河市委员会, 清河市人民代表大会, 中共清河市委, 清河市财政局. */
const NAMED: readonly RegExp[] = [
  /届([\u4e00-\u9fff]{2,6}?(?:自治[区州县]|[省市县区州盟旗]))委员会/g,
  /(?<![\u4e00-\u9fff])(?:中共)?([\u4e00-\u9fff]{2,6}?(?:自治[区州县]|[省市县区州盟旗]))(?=(?:第[〇零一二三四五六七八九十百\d]{1,3}届)?(?:人民(?:代表大会|政府|法院|检察院)|政府|委员会|中级|[\u4e00-\u9fff]{2,8}[局厅]|\d{4}年))/g,
];
/** Words that stand before 市, 县, 省 where these are no end of a name. */
const NO_NAME = /^(?:会议|记者|日(?![照喀])|月|年|全|我|本|各|该|由|经|对|为|与|和)|[了的听取在把被将说]/;
/** 市政协, 全县, 我省: relative to the place of the page. */
const RELATIVE = /^(?:全|我)?([省市县区州盟旗])(?=[\u4e00-\u9fff〇\d])(?![内外直区场民级容])/;

/** Places of a page in full, by what a paper printed there calls them: 市 → 清河市. The most often named of each kind. */
export function placesOfPage(text: string): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const pattern of NAMED) {
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? '';
      if (!NO_NAME.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const places = new Map<string, string>();
  for (const [name] of [...counts].sort((a, b) => b[1] - a[1])) {
    const kind = name.slice(-1);
    if (!places.has(kind)) places.set(kind, name);
  }
  return places;
}

/** 市政协五届三次会议 with the place of the page in front; names that need none stay as they are. */
export function nameInFull(name: string, places: ReadonlyMap<string, string>): string {
  return name.replace(RELATIVE, (relative, kind: string) => places.get(kind) ?? relative);
}
