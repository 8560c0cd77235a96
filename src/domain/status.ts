/**
 * Every question ends in exactly one of these. `family_reason`: the part before the first underscore is the family,
 * so a dashboard groups without a second table. `reply` is what a citizen reads when there is nothing else to say;
 * `moderatorNote` is the line in the log. This is the only table of outcomes.
 */
export const STATUS_TABLE = {
  answered: {
    reply: { zh: '', en: '' },
    moderatorNote: { zh: '每句话都有出处。', en: 'Every statement stands in a cited passage.' },
  },
  answered_partly: {
    reply: { zh: '', en: '' },
    moderatorNote: { zh: '只答出一部分，回答里说明了没有记录的部分。', en: 'Part of the question is answered; the reply names the part that is not on record.' },
  },
  clarification_empty_question: {
    reply: { zh: '没有看到问题。请用一句话写出想了解的会议和事项。', en: 'There is no question here. Please write in one sentence which meeting and which matter you ask about.' },
    moderatorNote: { zh: '空白，只有标点或控制字符。', en: 'Empty, white space, punctuation or control characters only.' },
  },
  clarification_courtesy: {
    reply: { zh: '我在，随时可以问。我根据会议记录回答：某次会议的决定、报告里的数字、谁出席或谁讲话，用一句话写出来就行。', en: 'I am here; ask whenever you like. I answer from meeting records: what a meeting decided, a figure of a report, who attended or spoke. One sentence is enough.' },
    moderatorNote: { zh: '打招呼、道谢或者问这里是谁，没有检索。', en: 'Greets, thanks or asks who is there; nothing was searched.' },
  },
  clarification_question_too_long: {
    reply: { zh: '问题太长了，请缩短到 300 字以内，一次只问一件事。', en: 'The question is too long. Please keep it under 300 characters and ask one thing at a time.' },
    moderatorNote: { zh: '超过长度限制，没有检索。', en: 'Longer than the limit; nothing was searched.' },
  },
  clarification_which_meeting: {
    reply: { zh: '资料中有不止一次会议符合，请说明是哪一次会议或哪一年。', en: 'More than one meeting on record fits. Please say which meeting or which year.' },
    moderatorNote: { zh: '符合的会议不止一次。', en: 'Several meetings fit equally well.' },
  },
  refused_out_of_scope: {
    reply: { zh: '我只回答会议记录里的内容，这个问题不在范围内。可以问某次会议的决定、报告里的数字、谁出席或谁讲话。', en: 'I only answer from meeting records, and this is outside them. You can ask what a meeting decided, a figure of a report, or who attended or spoke.' },
    moderatorNote: { zh: '与会议、机关和记录中的公共事务无关。', en: 'Not about meetings, organs or public affairs on record.' },
  },
  refused_personal_data: {
    reply: { zh: '这涉及私人的个人信息，不能提供。', en: 'This concerns private personal data and cannot be given out.' },
    moderatorNote: { zh: '打听私人的个人信息。', en: 'Asks for a private person\'s data.' },
  },
  refused_unsafe_question: {
    reply: { zh: '这个请求不能照办。可以直接问会议记录里的内容。', en: 'This request cannot be followed. You can ask directly about the meeting records.' },
    moderatorNote: { zh: '想操纵机器人或者做有害的事。', en: 'Tries to steer the bot or to do harm.' },
  },
  refused_self_harm: {
    reply: {
      zh: '听起来您现在很难受。不必一个人扛着，请现在就找人帮忙：\n• 有生命危险：急救 {ambulance}，报警 {police}\n• 想找人说说：心理援助热线 {counselling}\n也请马上联系身边的家人或朋友，请他们陪着您。如果您是为别人担心，请陪着他，拨打同样的电话。\n我只会查会议记录，这里也没有人随时看消息，请直接打电话。',
      en: 'It sounds as if you are going through something very hard. You do not have to carry it alone. Please reach somebody now:\n• If a life is in danger: ambulance {ambulance}, police {police}\n• To talk to somebody: counselling line {counselling}\nPlease also call somebody close to you and ask them to stay with you. If you are worried about somebody else, stay with them and call the same numbers.\nI can only look up meeting records, and nobody watches this chat all the time, so please call.',
    },
    moderatorNote: { zh: '说到想死、想伤害自己，或者担心别人这样。给了固定的求助电话，没有检索。', en: 'Writes of wanting to die or to hurt themselves, or fears it of somebody. Got the fixed text with telephone numbers; nothing was searched.' },
  },
  refused_threat: {
    reply: {
      zh: '如果有人正受到威胁或者有危险，请马上报警 {police}；有人受伤请打急救 {ambulance}。\n如果是您自己气愤难忍，请先停一停，离开现场，找信得过的人说说，或者打心理援助热线 {counselling}。\n我只会查会议记录，处理不了这件事，这里也没有人随时看消息，请直接打电话。',
      en: 'If somebody is being threatened or is in danger, please call the police at once: {police}; if somebody is hurt, an ambulance: {ambulance}.\nIf it is you who is this angry, please stop, step away, and talk to somebody you trust, or call the counselling line {counselling}.\nI can only look up meeting records and cannot deal with this, and nobody watches this chat all the time, so please call.',
    },
    moderatorNote: { zh: '威胁别人，或者说受到威胁。给了固定的求助电话，没有检索。', en: 'Threatens somebody, or tells of being threatened. Got the fixed text with telephone numbers; nothing was searched.' },
  },
  refused_no_passages: {
    reply: { zh: '资料中没有找到相关的记录。', en: 'Nothing on record matches the question.' },
    moderatorNote: { zh: '没有检索到可用的段落。', en: 'Retrieval returned nothing usable.' },
  },
  refused_not_in_passages: {
    reply: { zh: '找到了相近的记录，但其中没有提到所问的内容。', en: 'There are records nearby, but they do not say what was asked.' },
    moderatorNote: { zh: '有相关的段落，但里面没有所问的内容。', en: 'Passages of the subject exist, the asked fact is not in them.' },
  },
  refused_not_grounded: {
    reply: { zh: '找到了相近的记录，但答案没有通过核对，所以不作回答。', en: 'There are records nearby, but the answer did not pass the check against them, so none is given.' },
    moderatorNote: { zh: '写出的句子都没有通过核对。', en: 'Statements were composed and all failed verification.' },
  },
  failed_internal: {
    reply: { zh: '出了一点故障，这个问题没有答成，请稍后再问一次。', en: 'Something broke and this question was not answered. Please ask again shortly.' },
    moderatorNote: { zh: '程序出错，请按编号查服务日志。', en: 'An exception; see the service log by record id.' },
  },
  failed_no_index: {
    reply: { zh: '资料库还没有准备好，请稍后再问。', en: 'The records are not ready yet. Please ask again shortly.' },
    moderatorNote: { zh: '没有可用的索引。', en: 'No usable index generation.' },
  },
} as const satisfies Record<string, StatusRow>;

interface StatusRow {
  reply: { zh: string; en: string };
  moderatorNote: { zh: string; en: string };
}

export type Status = keyof typeof STATUS_TABLE;
/** Somebody may be in danger: what they get is where to find help. */
export type DangerStatus = 'refused_self_harm' | 'refused_threat';
export type StatusFamily = 'answered' | 'clarification' | 'refused' | 'failed';

/** The part of the status before its first underscore. */
export function familyOf(status: Status): StatusFamily {
  return FAMILY_OF[status];
}

export function isDanger(status: Status): status is DangerStatus {
  return status === 'refused_self_harm' || status === 'refused_threat';
}

const FAMILY_OF = Object.fromEntries(Object.keys(STATUS_TABLE).map((status) => [status, status.split('_', 1)[0]])) as Record<Status, StatusFamily>;
