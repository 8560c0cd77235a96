/** What a labelled part of a topic holds. */
export type FieldKind = 'presenter' | 'conclusion' | 'followup' | 'progress' | 'plan' | 'vote' | 'reason';

/** The parts of minutes that have a heading of their own. */
export type SectionKind = 'agenda' | 'attendees' | 'notes' | 'actions';

/** Marks of lists and of bold print before a label. */
const LEAD = String.raw`^[-+*#\s]*(?:\d+[)）.、]\s*)?[*【\[]*`;
/** The same label in a second language: Decision / 结论. */
const SECOND = String.raw`(?:\s*/\s*[^\s:：/]{1,14}(?: [a-z]{2,12})?)?`;
const CLOSE = String.raw`[*】\]]*`;

function field(labels: string, mayStandAlone: boolean): RegExp {
  return new RegExp(`${LEAD}(?:${labels})${SECOND}${CLOSE}\\s*(?:[:：]\\**${mayStandAlone ? '|$' : ''})`);
}

/** Labels of the parts of a topic, on folded lines. */
const FIELDS: readonly (readonly [RegExp, FieldKind])[] = [
  [field('汇报(?:人|单位|部门)|主讲人|演讲者|分享者|分享人|报告人|发言人|申报人|讲解人|主持人|提案人|提议人|介绍人|presenter|speaker|proposer', false), 'presenter'],
  [field('会议结论|主要结论|闭环结论|结论|会议决议|会议决定|会议意见|会议要求|决议|决定|审议(?:意见|结论|结果|决定)|审查(?:意见|结论|结果)|评审(?:意见|结论|结果)|讨论(?:结果|结论)|处理(?:意见|结果)|结果|conclusions?|decisions?|outcomes?|resolved', true), 'conclusion'],
  [field('遗留问题|遗留任务|遗留事项|遗留|待办|待办事项|后续事项|后续工作|action items?|follow-?ups?', true), 'followup'],
  [field('表决(?:情况|结果|票数)?|投票(?:情况|结果)?|votes?|voting', false), 'vote'],
  [field('理由|原因|reasons?|rationale', false), 'reason'],
  [field('进展|当前进展|工作进展|讨论|主要内容|背景|保留意见|known issues?', true), 'progress'],
  [field('下一步计划|下步计划|计划|下次会议安排', true), 'plan'],
];

function section(names: string): RegExp {
  return new RegExp(String.raw`^(?:\d+[.、]\s*)?[#\s]*[【*]*(?:${names})[】*]*` + SECOND + String.raw`\s*(?:\([a-z ]+\))?\s*[:：]?$`);
}

const SECTIONS: readonly (readonly [RegExp, SectionKind])[] = [
  [section('(?:会议)?(?:议题|议程|议程表|agenda|agendas)'), 'agenda'],
  [section('(?:主要)?(?:与会人|参会人|参会人员|与会人员|出席者|出席人员|参加人员|attendees?|attendance|参与人员)(?:员)?'), 'attendees'],
  [section('(?:会议)?(?:纪要|记录|内容|notes?|minutes?|分享与讨论|详情|议定事项|审议情况|讨论情况|表决事项及结果)'), 'notes'],
  // Without the marks of a heading these are labels of one topic.
  [/^#+\s*(?:会议)?(?:决议|决定|结论)$/, 'notes'],
  [section('action items?|待办事项|待办|行动项|下一步工作|后续工作|follow-?ups?'), 'actions'],
];

/** 出席：甲、乙 · Present: A, B — who came, on the line of the label itself. */
export const ATTENDEES_LINE = new RegExp(String.raw`^[-+*\s]*(?:主要)?(?:出席|参会|与会|到会|参加|present|attendees?)(?:人员|委员|人|代表|会议人员)?\**` + SECOND + String.raw`\**\s*[:：]\**\s*(?=\S)`);

/** Kind of the section a folded line is the heading of, or null. */
export function sectionKindOf(folded: string): SectionKind | null {
  return SECTIONS.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}

/** The label a folded line begins with: what it announces and how long it is in print; null where there is none. */
export function fieldLabelOf(folded: string): { kind: FieldKind; length: number } | null {
  for (const [pattern, kind] of FIELDS) {
    const length = pattern.exec(folded)?.[0].length;
    if (length !== undefined) return { kind, length };
  }
  return null;
}
