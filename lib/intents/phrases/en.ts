import type { Phrases } from './phrase.ts';

const list =
  '(?:my |the )?(?:(?:shopping|grocery|task|to-?do|todo)s? )?(?:list|to-?dos?|tasks|agenda|calendar|schedule)';
const my = '(?:my |the |our )?';
const must =
  "(?:(?:i|we)(?:'ve)? (?:really |still |also )*(?:need|have|must|got|gotta|ought|should|hafta)(?: to)?(?<= to|must|gotta|should|hafta)|gotta|i've to)";

export const en: Phrases = {
  before:
    "(?:please|pls|plz|hey|hi|hello|(?:good )?morning|ok(?:ay)?|so|and|then|also|now|well|oh|yes|just|actually|can you|could you|would you|will you|can u|could u|can we|could we|let'?s|i want you to|i'd like you to|i need you to|you can)",
  after: '(?:please|pls|plz|thanks?|thank you|thx|for me|ok(?:ay)?|asap|now|if you can|would you|:\\)|🙏)',
  and: '(?:,? (?:and|then|and then|and also|also)|[.;!?,]) (?=(?:please |can you |could you |also )*(?:add|put|remind|move|push|cancel|delete|remove|mark|rename|what\\w*|show|list|remember|forget|undo|how\\w*|schedule|create|set)\\b)',
  phrases: [
    [
      'undo_last',
      [
        '(?:(?:oops|no|wait|sorry),? )*(?:undo|revert|take)(?: (?:that|it|this|the last (?:one|thing|change)))?(?: back)?(?: again)?',
        'put (?:it|that) back',
        'go back',
      ],
    ],
    [
      'move_all',
      [
        "(?:move|push|shift|postpone|reschedule) (?:everything|all|all (?:of )?(?:my|the) (?:tasks|things)|all tasks|the rest)(?: (?:from|on|of|for|that is|that's|due))*(?: {from})? (?:to|until|till) {when}(?:,? (?:but not|except(?: for)?|apart from|without) {except})?",
      ],
    ],
    [
      'cancel_all',
      [
        '(?:cancel|delete|remove|clear|drop) (?:everything|all|all (?:of )?(?:my|the) (?:tasks|things)|all tasks|my day)(?: (?:from|on|for|of))?(?: {from})?(?:,? (?:but not|except(?: for)?|apart from) {except})?',
      ],
    ],
    [
      'list_overdue',
      [
        "(?:(?:what(?:'s|s| is| are)|show(?: me)?|list|is|anything|any|do i have anything|is there anything)(?: my)? )?(?:overdue|late)(?: tasks?)?",
        'what (?:did|have) i miss(?:ed)?(?: (?:this week|last week|yesterday|lately|recently|so far))?',
        'what am i (?:behind on|late with)',
      ],
    ],
    [
      'list_goals',
      [
        "(?:(?:what(?:'s|s| are| is)|which are|list|show|show me|tell me|see) )?(?:all )?(?:my|the) (?:active |current )?goals?(?: please)?",
        '(?:what|which|how many) goals? do i have',
        'do i have (?:any )?goals',
        '(?:list|show)(?: me)? goals?',
        'goals',
      ],
    ],
    [
      'get_goal_progress',
      [
        'how (?:am i|are we) (?:doing|going|getting on|coming along|progressing)(?: so far)?(?: (?:with|on|in|at) {goal})?',
        "how(?:'s|s| is| are| does)? my {goal} (?:going|doing|coming(?: along| on)?|progressing|looking)",
        "how(?:'s|s| is| are) (?:my|the) {goal}(?: goals?| plan| training| project)",
        'how far (?:am i|along am i|have i (?:come|got))(?: (?:with|on|in|towards) {goal})?',
        "(?:what(?:'s|s| is) |show(?: me)? |chart |plot |graph )?my progress(?: (?:with|on|in|towards) {goal})?",
        'am i (?:still )?on track(?: (?:with|for|on) {goal})?',
        'progress',
      ],
    ],
    [
      'replan_goal',
      [
        `make ${my}{goal}(?: plan| goal)? {instructions}(?<=easier|harder|lighter|shorter|longer|slower|faster|simpler|gentler)`,
        `(?:re-?plan|plan again|re-?do|re-?make|adjust|update|change) ${my}{goal}(?: goal)?(?: plan)?(?: again)?(?:(?::|,| so that| with| to have) {instructions})(?<=.{12})`,
        `(?:re-?plan|re-?make) ${my}{goal}(?: goal)?(?: plan)?(?: again)?`,
        `plan ${my}{goal}(?: goal)? again`,
      ],
    ],
    [
      'search_notes',
      [
        '(?:search|look (?:in|through)|check|go through) (?:in )?my (?:notes|documents|files)(?: (?:for|about|on))? {query}',
        'find {query} in my (?:notes|documents|files)',
        'what did i (?:write|note)(?: down)? about {query}',
        'what do my notes say about {query}',
      ],
    ],
    [
      'recall',
      [
        '(?:what|tell me what) (?:do you|have you|can you|you) (?:know|remember|remembered|learned|learnt|recall)(?: (?:about|of) me)?(?: so far)?',
        "what(?:'s|s| is| are) (?:in )?your memor(?:y|ies)(?: (?:of|about) me)?",
        "(?:do you (?:know|remember)|what(?:'s|s| is)|who(?:'s|s| is)|when(?:'s|s| is)|where do) (?:what |who |when |where )?(?:my (?!next |(?:day|week|weekend)(?: look| like|$))|i ){query}",
        'do you (?:know|remember) me',
      ],
    ],
    [
      'forget',
      [
        '(?:forget|delete) (?:what i (?:said|told you)|everything|all)(?: (?:about|of)) (?:my |the )?{fact}',
        '(?<words>forget) (?<fact>everything|all)(?: (?:about me|you know(?: about me)?))?',
        'forget (?:that |about )?(?!it$|that$|this$|about it$){fact}',
        "(?:stop|don't) (?:remember(?:ing)?)(?: that)? {fact}",
      ],
    ],
    [
      'create_task',
      [
        "(?:remind me|remember|(?:do ?n['o]?t|never) (?:let me )?forget|make sure i(?: don't forget)?|note) to {line}",
        'remind me (?:of|about|that i (?:have|need) to) {line}',
        'remind me {when} (?:to|of|about|that i (?:need|have) to) {title}',
        'set (?:me )?(?:a |an )?(?:reminder|alarm)(?: for| at| on)? {when} (?:to|for|about|:) {title}',
        '(?:set|make|create) (?:me )?(?:a |an )?reminder (?:to|for|about|of|:) {line}',
        `(?:add|put|stick|write|jot)(?: down)? {line} (?:to|on|onto|in|into) ${list}(?: (?:for|on)? ?(?<when>.+))?`,
        `(?:add|put)(?: (?:to|on|onto))? ${list}:? {line}`,
        '(?:add|create|make|new|note)(?: down)?(?: me)?(?: a| an| the| another)?(?: new)? (?:task|to-?do|item|appointment|event|entry)(?: (?:to|for|called|named))?:? {line}',
        '(?:task|to-?do|new)(?: task)?: {line}',
        '(?:add|put in|jot down|note down|schedule|book|plan in|pencil in|arrange|set up)(?: me)?(?: in)? (?!goal\\b|a goal\\b|my (?:goal|day|week)){line}',
      ],
    ],
    [
      'missed',
      [
        "(?:i )?(?:did ?n['o]?t|did not|could ?n['o]?t|could not|have ?n['o]?t|haven't) (?:do|make|manage|get to|finish|go to)(?: it to)? {task}",
        '(?:i )?(?:skipped|missed|forgot)(?: about| to)? {task}',
      ],
    ],
    [
      'rename_task',
      [
        '(?:rename|retitle) {task} (?:to|as|into) {title}',
        '(?:change|set) the (?:title|name) of {task} (?:to|into) {title}',
        '(?:call|name) {task} ["“]{title}["”](?: instead| from now on)?',
      ],
    ],
    [
      'cancel_task',
      [
        '(?:cancel|delete|remove|drop|scrap|skip|call off|get rid of|take|cross|strike) {task}(?: (?:from|off)(?: of)? (?:my |the )?(?:list|calendar|schedule|agenda|tasks|to-?dos?))',
        '(?:cancel|delete|remove|drop|scrap|skip|call off|get rid of) {task}',
        "i (?:don'?t|do not|no longer) (?:need|want|have)(?: to)?(?: (?:do|go to))? {task}(?: any ?more| any longer)",
      ],
    ],
    [
      'complete_task',
      [
        '(?:mark|tick|check|cross|set)(?: off)? {task}(?: off)?(?: (?:as|to))? (?:done|complete|completed|finished|off)',
        '(?:tick off|check off|cross off|complete) {task}',
        "(?:i(?:'ve| have|'m| am|m|ve)? |just |already |we(?:'ve)? |all )*(?:finished|completed|done with|finished with|through with|done|did)(?: with| doing)? (?!not |nothing|it again){task}(?: (?:already|just now|today|for today))?",
        "{task} (?:is|are|was|'s|s|got) (?:all )?(?:done|finished|completed|complete|sorted)(?: now| already)?",
        "(?!(?:well|all|job|not|half|nicely|never|get|i am|i'm) ){task} (?:done|finished|✓|✅)",
      ],
    ],
    [
      'reschedule_task',
      [
        '(?:move|shift|push|postpone|reschedule|bring forward|put off|delay|bump|switch|bring|pull)(?: back| forward| out)? {task}(?: back| forward| out)?(?: from .+?)? (?:to|until|till|for|onto) {when}',
        '(?:move|shift|push|postpone|reschedule|delay)(?: back)? {task} (?<when>(?:by|back by) .+|(?:an?|\\d+|one|two|three|half an?) (?:hours?|days?|weeks?|minutes?)(?: later| earlier| back)?)',
        'change {task}(?: from .+?)? (?:to|until) {when}',
        "(?:do|have|make|i'd (?:like|rather|prefer)(?: to)?(?: do| have)?|i would (?:like|rather) (?:to )?(?:do|have)) {task} {when} instead(?: of .+)?",
        '{task} (?<when>(?:at|on|in the|tomorrow|today|tonight|next|this|\\d).*?) instead(?: of .+)?',
        '(?:move|push|postpone|reschedule|put off|delay|shift) {task}',
      ],
    ],
    [
      'list_tasks',
      [
        "what(?:'s|s| is| are| have i got| do i have| do i have to do| do i need to do| have i| do i gotta do| should i do)?(?: (?:on|up|planned|scheduled|due|happening|coming up|left|still|open|to do|going on|there))*(?: (?:on|in|for)? ?(?:my|the) (?:list|agenda|calendar|schedule|plate|day|plan|to-?do(?: list)?|tasks))?(?: (?:for|on|in))?(?: {when})?",
        '(?:do i have |have i got |have i |is there |got |do i need to do )?anything(?: (?:on|planned|scheduled|due|to do|left|happening|else|going on))*(?: (?:for|on))?(?: {when})?',
        `(?:show|list|give|tell|read|see|check|view)(?: me)?(?: (?:what's on|all))?(?: of)? (?:${list}|my day|my week|my plan|my tasks)(?: (?:for|on|of|due))*(?: {when})?`,
        `(?:${list}|(?:my |the )?plan|my day)(?: (?:for|on|due))*(?: {when})?`,
        'what (?:should|shall|do|can) i do (?:next|now|first)',
        'am i (?:free|busy|available)(?: on)? {when}',
        "(?:what(?:'s|s| does| is)|how does|how(?:'s|s| is)) (?:my |the )?(?<when>day|week|tomorrow|today|weekend|schedule|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?: look(?:s|ing)?(?: like)?| going)?",
        "(?:when(?:'s|s| is) my next|what(?:'s|s| is)(?: my)? next|my next|next)(?: (?:task|appointment|thing|one|to-?do))?",
      ],
    ],
    [
      'remember',
      [
        "(?:remember|note|keep in mind|do ?n['o]?t forget|make a note|save|memori[sz]e)(?: that|:| this:| the fact that)? (?!to\\b|me$|this$|that$){fact}",
        '{fact},? (?:please )?(?:remember|note|keep) (?:that|this|it)(?: in mind)?',
      ],
    ],
    [
      'create_goal',
      [
        '(?:my (?:new |next )?goal(?: is|:)|(?:set|add|create|make|new)(?: me)?(?: a| an)?(?: new)? goal(?: of|:)?)(?: to)?:? {goal}',
      ],
    ],
    [
      'want_goal',
      [
        "(?:i (?:want|wanna|would like|plan|intend|hope|aim|wish)|i'd (?:like|love)|i'm (?:going|planning|trying)|help me|i am (?:going|planning|trying))(?: to)? {goal}",
      ],
    ],
    ['need_task', [`${must} {line}`, `{when},? ${must} {line}`, 'wake me(?: up)? {when}']],
    [
      'have_task',
      ["(?:(?:i|we)(?:'ve)? (?:also )?(?:have got|have|got)|there(?:'s| is)) (?:also )?(?:an? |the |my )?{line}"],
    ],
    ['did', ["(?:i(?:'ve| have)? |just |already |we(?:'ve| have)? )+{words}", '{words}']],
  ],
};
