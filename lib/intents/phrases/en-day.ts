import type { Phrases } from './phrase.ts';

export const list =
  '(?:my |the )?(?:(?:shopping|grocery|task|to-?do|todo)s? )?(?:list|to-?dos?|tasks|agenda|calendar|schedule)';

/** How a day and its list are asked about. */
export const day: Phrases['phrases'] = [
  [
    'is_free',
    [
      '(?:am|will) i (?:be )?(?:free|busy|available)(?: on)? {when}',
      '(?:am|will) i (?:be )?(?:free|available) for (?:an? )?(?:[\\p{L}-]+)(?: with \\p{L}+)?(?: on)? {when}',
      '(?:do|will) i have (?:any |some |enough |free )*time(?: left| free)?(?: for (?:an? )?[\\p{L}-]+)?(?: on)? {when}',
      '(?:have i )?got (?:any |some |free )*time(?: free)?(?: on)? {when}',
      'is {when} (?:still )?(?:free|open|clear)',
    ],
  ],
  [
    'list_tasks',
    [
      'how many (?:open )?(?:tasks?|things|to-?dos?|items|appointments)(?: (?:do i have|have i got|do i need|are there|are|do we have))?(?: (?:left|open|still|remaining|planned|due|to do|on my list|on the list))*(?: (?:for|on))?(?: {when})?(?: (?:left|open|still|to do|on my list))*',
      'what (?:of (?:this|that|it) )?can wait(?: (?:until|till) \\S+)?(?: {when})?',
      '(?:is there )?anything (?:i|we) (?:need|have|should|must|got|gotta)(?: to)?(?: do)?(?: (?:for|on))?(?: {when})?',
      'what (?:did|do) i (?:still )?have(?: (?:on|planned|to do|left|scheduled))?(?: (?:for|on))? {when}',
      "what(?:'s|s| is| was) (?:still |left )*(?:open|left|undone|unfinished|not done)(?: (?:for|from|of))? {when}",
      'what was (?:on|planned|due)(?: (?:for|on))? {when}',
      'what did i (?:ask|tell) you to (?:do|remember|note|add)(?: so far)?',
      "what(?:'s|s| is) (?:the )?most important(?: thing| task)?(?: (?:for|on))?(?: {when})?",
      '(?:prioriti[sz]e|order|sort) my (?:tasks|day|list|to-?dos?)',
      '(?:summari[sz]e|plan|show me) my (?<when>day|week|weekend)',
      "what(?:'s|s| is) (?:my|the) (?:plan|schedule|agenda)(?: (?:for|on))? {when}",
      'when am i (?:free|busy|available)(?: on)?(?: {when})?',
      'how (?:busy|full|packed) (?:is|am i|are we|does)(?: my| the)?(?: {when})?(?: look)?',
      'how much (?:time|free time) do i have(?: left)?(?: {when})?',
      "what(?:'s|s| is| are) (?:the|my) (?:first|next) (?:step|thing|task)s?(?: (?:for|of|in|to) .+)?",
      "what(?:'s|s| is) on (?:my|the) (?:shopping |grocery |to-?do )list",
      "what(?:'s|s| is| are| have i got| do i have| do i have to do| do i need to do| have i| do i gotta do| should i do)?(?: (?:on|up|planned|scheduled|due|happening|coming up|left|still|open|to do|going on|there))*(?: (?:on|in|for)? ?(?:my|the) (?:list|agenda|calendar|schedule|plate|day|plan|to-?do(?: list)?|tasks))?(?: (?:for|on|in))?(?: {when})?",
      '(?:do i have |have i got |have i |is there |got |do i need to do )?anything(?: (?:on|planned|scheduled|due|to do|left|happening|else|going on))*(?: (?:for|on))?(?: {when})?',
      `(?:show|list|give|tell|read|see|check|view)(?: me)?(?: (?:what's on|all))?(?: of)? (?:${list}|my day|my week|my plan|my tasks)(?: (?:for|on|of|due))*(?: {when})?`,
      `(?:${list}|(?:my |the )?plan|my day)(?: (?:for|on|due))*(?: {when})?`,
      'what (?:should|shall|do|can) i do (?:next|now|first)',
      "(?:what(?:'s|s| does| is)|how does|how(?:'s|s| is)) (?:my |the )?(?<when>day|week|month|tomorrow|today|weekend|schedule|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?: look(?:s|ing)?(?: like)?| going)?",
      "(?:when(?:'s|s| is) my next|what(?:'s|s| is)(?: my)? next|my next|next)(?: (?:task|appointment|thing|one|to-?do))?",
    ],
  ],
];
