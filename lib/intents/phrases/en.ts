import { day, list } from './en-day.ts';
import type { Phrases } from './phrase.ts';

const my = '(?:my |the |our )?';
const must =
  "(?:(?:i|we)(?:'ve)? (?:really |still |also )*(?:need|have|must|got|gotta|ought|should|hafta)(?: to)?(?<= to|must|gotta|should|hafta)|gotta|i've to)";

export const en: Phrases = {
  before:
    "(?:please|pls|plz|(?:hey|hi|hello)(?: there| again| flux)?|(?:good )?morning|ok(?:ay)?|so|and|then|also|now|well|oh|yes|just|actually|quick (?:one|question)|can you|could you|would you|will you|can u|could u|can we|could we|let'?s|i want you to|i'd like you to|i need you to|you can)",
  after:
    "(?:if (?:you (?:can|could|like|want|don't mind)|(?:that|it|this)(?:'s| is) (?:ok(?:ay)?|fine|possible|all ?right)|that works|possible)|please|pls|plz|thanks?|thank you|thx|for me|ok(?:ay)?|asap|now|would you|:\\)|🙏)",
  joins: 'and|then|and then|and also|also',
  requests:
    'add|put|remind|move|push|cancel|delete|remove|drop|mark|tick|rename|what\\w*|show|list|remember|forget|undo|how\\w*|schedule|create|set|when|where|which|who|is there|am i|can you|could you|do i|please',
  reasons: "(?:because|cause|cos|since|he|she|it|it's|they|i|i'm|im|i've|we|we're|that's|that|there|my)",
  conditions:
    "(?:(?<!(?:know|sure|see|ask|check|wonder) )if(?! you (?:can|could|may|like|want|don't mind)| possible| needed)|(?<![^,;] )(?:in case|as soon as|(?:when|once)(?= (?:i|we|it|the|my|our) ))|unless|provided that|as long as)",
  phrases: [
    [
      'goal_end',
      [
        '(?:when|what day|on what day) (?:does|do|will|is|are|shall) (?:my |the |this )?(?:{goal} )?(?:goal|plan)s? (?:end(?:ing)?|finish(?:ed)?|over|done|be (?:over|done|finished|ready|reached))',
        'how long (?:will|does|do|is) (?:it|this|(?:my |the |this )?(?:{goal} )?(?:goal|plan)) (?:take|last|go on|going to take)(?: me)?',
        'when (?:will i|am i going to|do i) (?:be done|reach (?:it|my goal|the goal)|get there|finish (?:it|my goal|the plan))',
      ],
    ],
    [
      'delete_goal',
      [
        '(?:i (?:want to |wanna |would like to |will )?)?(?:delete|remove|cancel|drop|scrap|erase|abandon|give up(?: on)?|stop) (?:my |the |this |that )?(?:{goal} )?goals?',
      ],
    ],
    [
      'when_is',
      [
        "(?:(?:on )?what (?:time|day|date)|when)(?:'s|s| is| are| was)? (?:my |the |our )?(?!next\\b){task}(?: (?:at|on|again|due|scheduled|planned|for|start(?:ing)?|happening))*",
        '(?:(?:at )?what (?:time|day)|when) (?:do i (?:have|need to|have to|go to|see|meet)|does|did i (?:put|plan|schedule)) (?:my |the |our )?{task}(?: (?:start|begin|happen|at|for))?',
      ],
    ],
    [
      'undo_last',
      [
        '(?:oops|no|wait|sorry),? (?:not|wrong) (?:that|this|it|the other)?(?: one)?',
        "(?:on second thou?ght|actually),? (?:no|don't|leave it)",
        '(?:(?:oops|no|wait|sorry),? )*(?:undo|revert|take)(?: (?:that|it|this|the last (?:one|thing|change)))?(?: back)?(?: again)?',
        'put (?:it|that) back',
        'go back',
      ],
    ],
    [
      'move_all',
      [
        "(?:move|push|shift|postpone|reschedule) (?:all |everything )?(?:of )?(?:my |the )?(?:that is |that's )?(?<from>overdue|late|missed|old)(?: tasks?| things?| stuff| ones)? (?:to|until|for) {when}",
        "(?:move|push|shift|postpone|reschedule) (?:everything|all|all (?:of )?(?:my|the) (?:tasks|things)|all tasks|the rest)(?: (?:from|on|of|for|that is|that's|due))*(?: {from})? (?:to|until|till) {when}(?:,? (?:but not|except(?: for)?|apart from|without) {except})?",
      ],
    ],
    [
      'cancel_all',
      [
        '(?:clear|free up|empty|wipe)(?: all(?: of)?)? (?:my |the )?{from}(?:,? (?:but not|except(?: for)?|apart from) {except})?',
        '(?:cancel|delete|remove|clear|drop) (?:everything|all|all (?:of )?(?:my|the) (?:tasks|things)|all tasks|my day)(?: (?:from|on|for|of))?(?: {from})?(?:,? (?:but not|except(?: for)?|apart from) {except})?',
      ],
    ],
    [
      'list_done',
      [
        'how many (?:tasks?|things|to-?dos?) (?:did|have) i (?:get |got )?(?:do|done|finish|finished|complete|completed|tick off|ticked off)(?: (?:so far|already))?(?: {when})?',
        '(?:what|which (?:things|tasks|ones)) (?:did|have) i (?:(?:get|got|gotten) (?:done|finished|off)|do|done|finish|finished|complete|completed|achieve|achieved|accomplish|accomplished|manage|tick off|ticked off)(?: so far)?(?: {when})?',
        "what(?:'s|s| is| was| have i| did i)?(?: all)? (?:done|finished|completed)(?: so far)?(?: {when})?",
        "show(?: me)? (?:what i did|what i got done|my done tasks|what(?:'s| is) done)(?: {when})?",
      ],
    ],
    [
      'list_about',
      [
        'what (?:do i have|have i got)(?: (?:on|planned|coming up))? with {query}',
        '(?:do|am|will) i (?:see|meet|seeing|meeting) {query}(?: (?:any ?time )?soon)?',
        '(?:do i have|have i got|is there|got|are there|do we have)?(?:^| )?(?:anything|something|any (?:tasks?|plans?|appointments?|meetings?))(?: (?:on|planned|scheduled|booked))? (?:with|about|at the|at) {query}',
        'when (?:do|am|will) i (?:see|seeing|meet|meeting|be seeing) {query}',
      ],
    ],
    [
      'list_overdue',
      [
        '(?:did|am|have) i (?:forget|forgetting|forgotten|miss|missed|missing) (?:anything|something)(?: .{1,25})?',
        "(?:what|is there|are there|is|are|do i have|have i got|am i)(?:'s|s| is| are)?(?: (?:any|anything|something|everything|tasks?|things?|one|of|my|the|to-?dos?|list|that(?:'s| is| are)|is|are|still|already|now|running|there))* (?:overdue|behind|late)(?: (?:on|with) (?:anything|my list|my tasks))?",
        "what (?:did i not|didn't i|did not i|have i not) (?:do|get done|finish|finished|done)(?: (?:yet|so far))?",
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
        'how far (?:am i|do i have to go|is it)(?: still)?(?: away)? (?:to|toward|towards|from|till|until) (?:reaching )?(?:my |the ){goal}',
        'how much (?:is left|more|further)(?: (?:to go|do i need))? (?:to|for|until|till) (?:reach )?(?:my |the ){goal}',
        'how (?:productive|good|well) (?:was i|have i been|did i do)(?: .{1,30})?',
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
        "(?:do you (?:know|remember)|what(?:'s|s| is)|who(?:'s|s| is)|when(?:'s|s| is)|where do) (?:what |who |when |where )?(?:my (?!next |(?:plan|schedule|agenda) (?:for|on) |(?:day|week|weekend)(?: look| like|$))|i ){query}",
        '(?:what|tell me what) (?:do|can) you (?:know|remember|recall) about (?!me$){query}',
        'do you (?:know|remember) me',
      ],
    ],
    [
      'forget',
      [
        '(?:delete|erase|clear|wipe|forget) (?<fact>everything|all)(?: that)? you (?:know|remember|have)(?: (?:about|on|of) me)?',
        '(?:forget|delete) (?:what i (?:said|told you)|everything|all)(?: (?:about|of)) (?:my |the )?{fact}',
        '(?<words>forget) (?<fact>everything|all)(?: (?:about me|you know(?: about me)?))?',
        'forget (?:that |about )?(?!it$|that$|this$|about it$){fact}',
        "(?:stop|don't) (?:remember(?:ing)?)(?: that)? {fact}",
      ],
    ],
    [
      'put_it',
      [
        '(?:add|put|stick|write|note|jot)(?: down)? (?:it|that|this|these|those|them)(?: down)?(?: (?:to|on|onto|in|into) ' +
          list +
          ')?',
      ],
    ],
    [
      'create_task',
      [
        "(?:do ?n['o]?t|do not) let me forget (?:about |that )?{line}",
        "(?:remind me|remember|(?:do ?n['o]?t|never) (?:let me )?forget|make sure i(?: don't forget)?|note) to {line}",
        'remind me (?:of|about|that i (?:have|need) to) {line}',
        'remind me {when} (?:to|of|about|that i (?:need|have) to) {title}',
        'set (?:me )?(?:a |an )?(?:reminder|alarm)(?: for| at| on)? {when} (?:to|for|about|:) {title}',
        '(?:set|make|create) (?:me )?(?:a |an )?reminder (?:to|for|about|of|:) {line}',
        `(?:add|put|stick|write|jot)(?: down)? {line} (?:to|on|onto|in|into) ${list}(?: (?:for|on)? ?(?<when>.+))?`,
        `(?:add|put)(?: (?:to|on|onto))? ${list}:? {line}`,
        '(?:add|create|make|new|note)(?: down)?(?: me)?(?: a| an| the| another)?(?: new)? (?:task|to-?do|item|appointment|event|entry)(?: (?:to|for|called|named))?:? {line}',
        '(?:task|to-?do|new)(?: task)?: {line}',
        '(?:add:?|put in|jot down|note down|schedule|book|plan in|pencil in|arrange|set up)(?: me)?(?: in)? (?!goal\\b|a goal\\b|my (?:goal|day|week)){line}',
      ],
    ],
    [
      'missed',
      [
        "(?:i )?(?:did ?n['o]?t|did not|could ?n['o]?t|could not|ca ?n['o]?t|can ?not|wo ?n['o]?t|will not|have ?n['o]?t|haven't) (?:do|make|manage|get to|finish|go to)(?: it to)? {task}",
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
      'is_off',
      [
        '(?:the |my |our )?{task} (?:has |have |just |got |is |was |been )*cancel?led(?: on me)?',
        "(?:the |my |our )?{task} (?:is|was|got|has been|have been|'s)(?: been)? (?:cancel?led|called off)",
        '(?:the |my |our )?{title} (?:is|was) off',
      ],
    ],
    [
      'is_moved',
      [
        "(?:the |my |our )?{task} (?:(?:is|was|got|has been|'s)(?: been)? )?(?:moved|rescheduled|pushed(?: back)?|postponed|changed|shifted) (?:to|until|till) {when}",
      ],
    ],
    [
      'cancel_task',
      [
        'stop (?<words>it|that|this|them)(?: please)?',
        'skip (?:my |the )?{title}',
        '(?:cancel|delete|remove|drop|scrap|skip|call off|get rid of|take|cross|strike) {task}(?: (?:from|off)(?: of)? (?:my |the )?(?:list|calendar|schedule|agenda|tasks|to-?dos?))',
        '(?:cancel|delete|remove|drop|scrap|scratch|skip|call off|get rid of) {task}',
        "i (?:don'?t|do not|no longer) (?:need|want|have)(?: to)?(?: (?:do|go to))? {task}(?: any ?more| any longer)",
        '(?:stop|quit) (?:reminding|remind|telling|bugging|nagging) me (?:to |about |of ){words}',
        "(?:don'?t|do not|no need to) remind me (?:to |about |of ){words}(?: any ?more| any longer)?",
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
      'move_earlier',
      [
        '(?:bring|pull|move)(?: forward| up) {task} by {when}',
        '(?:bring|pull|move)(?: forward| up) {task} (?<when>\\S+ \\S+)',
        '(?:bring|pull) {task} (?:forward|up)(?: by)? {when}',
        'move {task} up(?: by)? {when}',
        '(?:bring|pull) {task} (?<when>\\S+ \\S+) (?:forward|up)',
      ],
    ],
    [
      'move_later',
      [
        '(?:push|shift|move|bump|put|postpone|delay|defer) {task} (?:back|out|off)(?: by)? {when}',
        '(?:postpone|delay|defer|put off) {task} (?:by|for) {when}',
        '(?:postpone|delay|defer|put off) {task} (?<when>(?:half )?\\S+ \\S+)',
      ],
    ],
    [
      'reschedule_task',
      [
        '(?:move|shift|push|postpone|snooze|reschedule|bring forward|put off|delay|bump|switch|bring|pull)(?: back| forward| out)? {task}(?: back| forward| out)?(?: from .+?)? (?:to|until|till|for|onto) {when}',
        '(?:move|shift|push|postpone|reschedule|delay)(?: back)? {task} (?<when>(?:by|back by) .+|(?:an?|\\d+|one|two|three|half an?) (?:hours?|days?|weeks?|minutes?)(?: later| earlier| back)?)',
        'change {task}(?: from .+?)? (?:to|until) {when}',
        "(?:do|have|make|i'd (?:like|rather|prefer)(?: to)?(?: do| have)?|i would (?:like|rather) (?:to )?(?:do|have)) {task} {when} instead(?: of .+)?",
        '{task} (?<when>(?:at|on|in the|tomorrow|today|tonight|next|this|\\d).*?) instead(?: of .+)?',
        '(?:move|push|postpone|reschedule|put off|delay|shift) {task}',
      ],
    ],
    ...day,
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
    ['listed', ['{line} (?:to|on|onto) (?:my|the) (?:(?:shopping|grocery|task|to-?do) )?list']],
    [
      'have_task',
      [
        "{when},? (?:i|we)(?:'ve)? (?:have|got|have got) (?:an? |the |my )?{line}",
        "(?:(?:i|we)(?:'ve)? (?:also )?(?:have got|have|got)|there(?:'s| is)) (?:also )?(?:an? |the |my )?{line}",
      ],
    ],
    ['did', ["(?:i(?:'ve| have)? |just |already |we(?:'ve| have)? )+{words}", '{words}']],
  ],
};
