/**
 * The same in English. A space in a pattern may be missing where the letters of a text were spaced out, so patterns are compiled twice.
 */

const ME = '(?:i|im|ive|id|ill|we|weve)';
const WANT = '(?:want(?:ed)? to|wanna|going to|gonna|need to|plan(?:ning)? to|ready to|decided to|about to|trying to|tried to|try to|would like to|id like to|wish to|wish i could|have to|will|thinking of|thinking about|think about|thoughts of|thought about|considering|planning on|might|could|should|just|feel like|ill|hope to|hope i)';
const SELF_HARM = [
  `kill(?:ing)? my ?self`,
  `(?:un ?alive|unaliving|hurt|hurting|harm|harming|cut|cutting|hang|hanging|shoot|shooting|drown|drowning|starve|burn|burning) my ?self(?: to death| tonight| again| badly| on purpose| so| because| and| when| every| at| to| with| today| now| just|$)`,
  `(?:end|ending|take|taking|took) (?:my own life|my life(?! insurance| partner| stor| member| polic| savings| vest)|my existence|it all(?: tonight| now| today| for good|$))`,
  `${ME} (?:\\w+ ){0,5}?${WANT} (?:just |really |only |to )*(?:die|be dead|commit suicide|overdose|disappear forever|end it|not exist|not wake up|take it any longer|jump off|stop living|stop existing|be gone forever|never wake up|go to sleep and never|kms|hang it up for good)(?! my | of laughter| laughing| hard| for you| for this| for a| of boredom| of embarrassment| from laugh)`,
  `(?:^|just |really |only )(?:wanna|want to) die(?: now| so| tonight| already| today|$)`,
  `${ME} (?:\\w+ ){0,3}?(?:feel|feeling|am|m|get|been|being|so|very|really|have been)? ?(?:\\w+ )?suicidal`,
  `${ME} (?:\\w+ ){0,4}?(?:commit(?:ting)? suicide|suicidal (?:thoughts|plan|ideation|urges))`,
  `(?:dont|do not|didnt|no longer|never) (?:\\w+ )?(?:want|wanna|wish|care) (?:to )?(?:live|be alive|exist|wake up|be here|go on|be on this earth|see tomorrow|keep living)(?: any ?more| any longer| tomorrow| like this| without| in this world|$)`,
  `(?:cant|can not|cannot|couldnt) (?:\\w+ )?(?:go on|live|keep going|keep living|carry on|take it|do this)(?: living| like this)?(?: any ?more(?! \\w+ than| of| \\w+s)| any longer| with this pain| in this world)`,
  `${ME} (?:\\w+ ){0,6}?(?:never|not) wake up(?: again| any ?more|$)|(?:he|she|they|who) (?:\\w+ ){0,4}?(?:going to|wants to|gonna|will|about to|trying to|threatens to|threatening to) (?:kill (?:him|her|them) ?sel(?:f|ves)|commit suicide|end (?:his|her|their) (?:own )?life)`,
  `(?:nobody|no ?one|anyone|anybody|who) (?:\\w+ ){0,3}?(?:cares?|miss me|notice|bothered|cry) if i (?:\\w+ )?(?:die|died|was|were|killed|disappeared|dead)|(?:if|can|should|when|might) i overdose|(?:^|i )(?:dont )?deserve to (?:die|live)$`,
  `(?:tired|sick|done) (?:of|with) (?:living|life|being alive|existing|my life)(?: any ?more| and| so| i|$)`,
  `help me (?:to )?die|(?:world|everything) (?:\\w+ )?better without me|i (?:\\w+ ){0,3}could (?:\\w+ ){0,3}and die|suicide is (?:the |my )?(?:only|best|last)|(?:thinking|think|thoughts|dreaming|dream) (?:about|of) (?:suicide|dying|death all|killing my|ending it|ending my)|hate being alive|ready to die$`,
  `(?:no|any) (?:reason|point|will|desire) (?:left )?(?:to live|to go on|to stay alive|in living|in going on)(?! in | far| near| with | on | there)|nothing (?:left )?to live for|life (?:is|isnt|has|feels) (?:\\w+ )?(?:not worth living|worth living any ?more|no meaning to me|pointless to me)|isnt worth living`,
  `(?:everyone|everybody|they|you|all|family|world|kids|people) (?:\\w+ ){0,5}?better off (?:without me|if i)|better off dead`,
  `wish i (?:was|were|had) (?:\\w+ )?(?:dead|never (?:been )?born|not alive|died)|goodbye cruel world|this is my (?:last|final) (?:goodbye|message|note)|(?:my|wrote a|writing a|left a|writing my) suicide note`,
  `how (?:can i|do i|could i|should i|to|would i|does one|do you|can one) (?:\\w+ )?(?:commit suicide|kill (?:my|your|one)(?: ?self)|end (?:my|your|ones) (?:own )?life(?! insurance| member| polic)|die (?:painlessly|quickly|peacefully|fast|without|in my sleep|easily)|slit my|overdose|hang my)`,
  `(?:painless|least painful|easiest|quickest|fastest|best|easy|quick|peaceful|surest) (?:and \\w+ )?(?:way|ways|method|methods)(?: for me)? (?:to|of) (?:die|dying|kill (?:my|your)|suicide|end (?:my|your)|commit|killing my)|suicide methods that`,
  `how many (?:\\w+ )?(?:pills|tablets|paracetamol|tylenol|sleeping pills)(?: \\w+)? (?:to die|will kill|would kill|does it take to|do i need to|to kill|to overdose|until i die)`,
  `(?:slit|slitting|cut|cutting|slash) my (?:wrists?|veins|throat|arms?)|(?:jump|jumping|throw my ?self|throwing my ?self) (?:off|from|in front of|under) (?:a |the |this |that |my )?(?:\\w+ )?(?:bridge|building|roof|balcony|train|cliff|tower|window|bus|truck)|i (?:just |have |ve )?(?:took|taken|swallowed) (?:\\w+ ){0,5}(?:pills(?! prescribed| for| against| from)|tablets(?! for| against)|poison|bleach)`,
  `my (?:\\w+ )?(?:friend|son|daughter|brother|sister|mother|mom|mum|father|dad|wife|husband|partner|boyfriend|girlfriend|classmate|student|neighbou?r|roommate|colleague|child|kid|cousin) (?:\\w+ ){0,4}?(?:kill (?:him|her|them)(?: ?self|selves)|commit suicide|is suicidal|wants to die|end (?:his|her|their) life|hurt (?:him|her)self|dont want to live|doesnt want to live)`,
];
const WILL = '(?:(?:will|shall|am going to|m going to|going to|gonna|want to|wanna|would love to|am about to|about to|plan to|planning to|am planning to|intend to|swear i will|swear to god i will|swear ill|promise to|have to|must|could|should|might|can)|(?<=ll|im))';
const SOMEBODY = '(?:you|u|ya|him|her|them|your|ur|his|their|everyone|everybody|every one|anyone|someone|somebody|people|all (?:of )?(?:you|them|those)|these (?:people|officials|bastards)|those (?:people|officials|bastards)|that (?:\\w+ )?(?:man|woman|guy|bastard|bitch|official|clerk|teacher|idiot|judge|cop)|both of|(?:the|that|this|our|my) (?:\\w+ )?(?:mayor|clerk|judge|teachers?|officers?|councill?ors?|officials?|staff|secretary|governor|president|principal|doctor|manager|boss|neighbou?rs?|police|cops?|chairman|director|head|wife|husband|ex|girlfriend|boyfriend|father|mother|kids?|children|students?|classmates?|family|roommate|coworkers?|colleagues?|landlord|landlady|son|daughter|brother|sister|mum|mom|dad|parents)|mr|mrs|ms)';
const SPOT = '(?:city hall|town hall|(?:the|this|that|your|ur|our|his|her|their|my|a) (?:\\w+ ){0,2}?(?:council|school|hall|office|building|government|station|house|home|place|hospital|court|courthouse|library|church|mosque|mall|office|headquarters|parliament|bus|train|airport|car|university|college|kindergarten|village|town|meeting))';
const THREATS = [
  `${ME} (?:\\w+ ){0,3}?${WILL} (?:fucking |really |just |so |finally |personally |come and |come over and |go and |go )*(?:kill|murder|shoot|stab|behead|strangle|choke|slaughter|massacre|gun down|poison|butcher|beat up|beat the \\w+ out of|hunt down|bury|execute|lynch|skin|torture|rape|unalive|kidnap|hurt|cut|k word) ${SOMEBODY}(?! an? (?:email|message|mail|question|note|text|line)| up on| off on| out of the process| with kindness| some slack| later)`,
  `(?:${ME} (?:\\w+ ){0,3}?${WILL}|(?:^|will |ill |going to |gonna ))(?: ?(?:fucking |just |go and |come and |go ))*(?: ?)(?:bomb|blow up|burn down|burn|shoot up|set fire to|torch|blow|attack|raid) ${SPOT}(?! budget| plan| issue| problem)`,
  `(?:there is|theres|i have|ive|i|we) ?(?:\\w+ )?(?:put|planted|hid|hidden|placed|left|got|is|set|planting|built)? ?(?:a|the|several|two|three) (?:\\w+ )?(?:bombs?|explosives?) (?:in|at|under|inside|near|on|will|going|ready|is)`,
  `(?<!can |may |could |should )(?:${ME}|tomorrow) (?:\\w+ ){0,4}?(?:bring|bringing|brought|taking|getting|come with|coming with) (?:a|my|the) (?:\\w+ )?(?:gun|knife|rifle|bomb|weapon|shotgun|machete|axe) (?:to|into|with me|and|tomorrow|tonight|next|$)|i have (?:a|my|got a) (?:\\w+ )?(?:gun|knife|bomb|rifle) (?:and|with me|in my bag|in my hand)`,
  `(?:you|u) (?:people |all |guys |officials )(?:deserve|should|must|will|are going) (?:to )?(?:all )?(?:die|burn|bleed)|(?:you|u|you all) (?:will|are going to|are gonna|re going to|gonna|ll|deserve to|should|all) (?:all |both |soon |fucking )*(?:die|be dead|bleed|pay with your (?:life|lives))(?! of| from| out| laughing|n)|they (?:will |should |deserve to |must )all die|(?:youll|theyll all|youre going to|youre gonna|ur gonna) (?:all |soon )*(?:die|be dead)(?! of| laughing)|(?:youre|you are|ur) (?:a |all |so )?dead(?: meat| man| woman)?$|youre (?:a )?dead (?:man|meat|woman)|hope (?:you|he|she|they)(?: all)? (?:die|get killed|burn alive)|hope (?:someone|somebody) (?:kills|shoots|stabs)|beat (?:you|him|her|them) to death`,
  `(?:^|i|we|ill|im|gonna|wanna) (?:gonna |wanna |fucking )?(?:kill|murder|stab|shoot|strangle) (?:you|u|them|him|her|ya|your)(?! an? | up| down)|make (?:you|them|him|her) pay with|^die (?:all|you|bitch|in hell)|poison (?:in|into) (?:the|your|their) (?:water|food|well|reservoir)|(?:man|woman|guy|someone|somebody|kid|boy) with a (?:gun|knife|rifle|bomb|weapon) (?:is |in|at|outside|inside|near|here|running)`,
  `(?:^|just |should |go |please |why dont you )(?:go )?kill your ?self|^kys$|go (?:and )?die$`,
  `(?:slit|cut|rip|tear) (?:your|his|her|their|ur) (?:\\w+ )?(?:throats?|heads?|hearts?|heads? off|guts)|break (?:your|his|her|their) (?:legs?|neck|bones|skull|kneecaps)|put a bullet in (?:you|your|his|her|him)|(?:i|we) know where (?:you|u|he|she|they|your (?:kids|family|children|wife|daughter|son)) (?:live|sleep|work|go to school|goes to school)|watch your back|your (?:days are numbered|blood will)|(?:kill|shoot|stab|murder) (?:all of you|you all|every(?:one| ?body) (?:in|at))`,
  `(?:someone|somebody|he|she|they|my \\w+|the man|a man|people|neighbou?r) (?:\\w+ ){0,6}?(?:kill me|murder me|shoot me|stab me|beats me|beating me|hits me|hitting me|raping me|raped me|strangle me|threatening me|threatens me|chokes me|follow(?:s|ing) me with)(?! at (?:chess|tennis))`,
];

interface Both {
  spaced: RegExp;
  joined: RegExp;
}

function both(patterns: readonly string[]): Both {
  const source = patterns.join('|');
  return { spaced: new RegExp(`(?<![a-z])(?:${source})(?![a-z])`), joined: new RegExp(source.replace(/ \?| /g, '').replaceAll('\\w+', '')) };
}

let compiled: { selfHarm: Both; threat: Both } | undefined;

/** What an English text speaks of, as `plainLetters` gives it. */
export function speaksOf({ english, joined }: { english: string; joined: string }): 'self_harm' | 'threat' | null {
  compiled ??= { selfHarm: both(SELF_HARM), threat: both(THREATS) };
  const says = ({ spaced, joined: unspaced }: Both): boolean => spaced.test(english) || (joined !== '' && unspaced.test(joined));
  return says(compiled.selfHarm) ? 'self_harm' : says(compiled.threat) ? 'threat' : null;
}
