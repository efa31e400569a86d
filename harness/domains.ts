/** Expectations of domain experts for plans, by playbook, written without looking at the playbooks. */

/** Words of the lines that a domain's plans are made of. */
export const ABOUT: Readonly<Record<string, RegExp>> = {
  baby: /baby|birth|midwife|cot|seat|bag|leave|sleeping place|class|newborn|parents|feed|cry|doctor|walk gently|feet up|benefit|insurance|freeze|first aid|first four weeks|talk|helps|signs|free|budget|divide|read or watch|corner|home/i,
  'car-purchase':
    /car|advert|seller|price|drive|insur|contract|regist|inspect|model|view|kilomet|checklist|loan|costs|musts|divide/i,
  'car-repair':
    /oil|brake|pad|wheel|manual|parts|stands|lift|garage|torque|job|repair|experience|tools|noted?\b|pedal/i,
  'child-learning':
    /read|number|teacher|eyes|learn|homework|your (?:son|daughter|child)|test|sounds?|school|explain|page/i,
  'elder-care':
    /your (?:mother|father|parents|husband|wife)|care|doctor|medicin|home|aid|power|help|hour|week|sheet|therap|stroke|discharge|service|bills|relief|night|assessment|doors|forgets/i,
  'family-screens':
    /screen|game|device|phone|plan|rule|your (?:son|daughter|child)|adults|shout|teacher|evening|controls|family|school work|other parents|won|message|praise/i,
  'house-sale':
    /sell|sale|repair|list|photo|price|agent|paint|room|paper|cost|money|move|clear|viewing|offer|carload|market|home|house|third of all|animals|buyer|advert|firms|divide/i,
  'nature-garden':
    /garden|plant|soil|seed|lawn|meadow|native|wild|bee|weed|bed|shrub|sow|place|water|insect|grass|turf|wood|stone|cut|look and note|the round|edge|rules|divide/i,
  christmas:
    /christmas|thanksgiving|gift|menu|table|cook|guest|list|feast|shop|buy|wrap|order|chairs|tasks away|time ?table|fresh|sentences|yourself|breath|thank/i,
  community:
    /garden|group|neighbour|meeting|owner|town|support|permit|liab|soil|water|grant|budget|place|bed|rules|together|street|win somebody|duties|material|carry it|agree|feast|plant|work day/i,
  coparenting: /message|swap|calendar|ex\b|children|channel|rules|costs|note|mediator|answer|talk|draft|chat|dates/i,
  divorce:
    /divorce|lawyer|paper|account|budget|children|mediator|parenting plan|home|support|agreement|insurance|friend|week|password|own and owe|carries you|ex\b|furniture|teacher|settled/i,
  housework:
    /chore|clean|reset|zone|basket|kitchen|floor|wash|tidy|photo|surface|bathroom|week|evening|deep|guest|home|things|bin/i,
  retiring:
    /work|week|try|try something|people|pension|partner|friend|move|tuesday|check-up|thing|meet|grandchild|meal|quarter|tries|handed|hand over|call|hour|office|skill|go out/i,
  visa: /paper|form|file|filed|citizenship|permit|visa|office|test|question|lawyer|appointment|fee|official|passport|interview|collect|count your|certificate|waiting|receipt|hand in|order today/i,
  childproof:
    /crawl|lock|gate|stairs|stove|hot|furniture|windows?|water|sockets|drawers|first aid|grandparents|child|alarms|poison|sweep|animal/i,
  insurance: /insur|polic|cover|cancel|offers?|advice|excess|risk|ruin|notice|gap|premium|record|month|folder/i,
  teenager:
    /your (?:son|daughter|child|step)|talk|week|quarrel|agreement|fixed time|adult|practise|good|skill|advice|let one|praise|knock/i,
  'estate-clearing':
    /clear|room|paper|house|heir|key|turns|clothes|value|photo|notice|box|family|goodbye|letter|day|things|call|tick|walls/i,
  'meal-prep': /cook|lunch|portion|shop|dish|sunday|box|label|freez|vegetable|dressing|practise|plan/i,
  passport:
    /passport|photo|appointment|form|paper|consent|official|number|state|application|dates?\b|entry rules|receipt/i,
  blog: /post|writ|blog|topic|reader|headline|draft|publish|idea/i,
  'breaking-habit':
    /nail|hand|skin|hair|word|habit|movement|moment|count|card|week|doctor|sign|side|fist|surround|harder/i,
  'early-rising': /alarm|bed|up\b|light|morning|clock|night|screen|coffee|sleep|daylight|clothes|time/i,
  screens:
    /phone|screen|television|watch|games?|app|evening|list|charger|h\b|week|stream|account|notification|book|time/i,
  stress:
    /breath|load|weigh|tension|evening|day|worry|walk|move|border|manager|doctor|fills you|pause|sleep|hand|loosen|card|week/i,
  sleep: /sleep|bed|night|wake|up at|light|wind down|clock|coffee|worry|week|rest|move|daylight|lunch/i,
  budget: /spend|budget|money|bill|account|cost|record|limit|group|income|receipt|bank/i,
  business: /customer|price|sell|shop|offer|product|cost|business|talk|order|register|tax|market|version|show/i,
  calm: /breath|sit|calm|meditat|quiet|body|sleep|bed|stress|practi[cs]e|pause|walk|rest|worry|evening|morning|wake|warm|sounds|notebook|load|slowly|hours?\b/i,
  channel: /video|record|film|edit|publish|topic|thumbnail|channel|title|viewer|script/i,
  cooking: /cook|dish|recipe|meal|shop|kitchen|eat|knife|taste|dinner|lunch/i,
  crafts: /piece|stitch|row|yarn|wool|wax|candle|knit|pattern|material|wick|make|finish|needle|practi[cs]e/i,
  debt: /debt|pay|balance|rate|interest|minimum|card|loan|money|transfer|creditor|€|\$|spending|bills?\b|letter|standing order|tariff|insurance|paid extra|leave out|grant|dinners|weekends/i,
  declutter:
    /zone|box|clear|sort|shelf|drawer|give|away|bin|throw|keep|sell|things|photo|take out|room|clothes|load|bag/i,
  'doctor-first': /doctor|appointment|question|medicine|list|agreed|practice|pharmac|symptom|note/i,
  'drinking-less': /drink|glass|alcohol|dry|evening|unit|diary|urge|trigger|limit|without/i,
  eating: /meal|eat|cook|shop|lunch|dinner|breakfast|vegetable|sweet|snack|sugar|food|fruit|kitchen/i,
  endurance:
    /swim|pool|length|water|float|breath|ride|bike|cycl|run|km|walk|hike|climb|route|strength|brick|transition|equipment|tyre|squat|stretch|calves|course|event|plank/i,
  'bar-exam': /bar|essay|question|rule|performance test|subject|card/i,
  event:
    /guest|party|food|drink|place|venue|invit|budget|list|helper|music|cake|decorat|chair|table|schedule|answer|programme|team|photo|song|welcome|kind|day|confirm|caterer|ice|permission|poster/i,
  exam: /topic|paper|question|exam|recall|learn|mistake|practi[cs]e|test|formula|card|study|sleep|answer/i,
  garden:
    /sow|seed|plant|bed|pot|soil|compost|water|harvest|weed|sun|frost|row|garden|balcon|leaf|leaves|slug|tomato|salad|lettuce|radish|herb|aphid|tools|carrot|kind|mulch/i,
  genealogy: /record|relative|ancestor|family|certificate|archive|tree|census|name|source|interview/i,
  grief: /eat|sleep|walk|letter|photo|memory|call|person|rest|candle|group|paper|write|sit|outside|talk|something/i,
  habit: /day|habit|place|phone|screen|bed|sleep|wake|alarm|nail|hand|water|sentence|portion|evening|morning|app|read/i,
  hobby:
    /bird|bee|hive|colony|star|sky|moon|planet|telescope|train|track|club|society|binocular|watch|outing|song|patch|rules|first year|notebook|hope for|gear|pond|hedge|call|wood|sighting/i,
  'house-purchase':
    /lender|mortgage|house|viewing|offer|deposit|inspection|credit|saving|moved over|notary|survey|agent|contract|bank|€|\$/i,
  house:
    /lender|mortgage|house|viewing|offer|deposit|budget|inspection|credit|saving|agent|contract|neighbourhood|moved over|notary|survey|bank|€|\$|standing order/i,
  instrument:
    /play|practi[cs]e|song|chord|scale|bar|metronome|tempo|tune|piece|record|finger|rhythm|instrument|strum|listen|hand/i,
  investing:
    /fund|money|debt|reserve|pension|account|cost|€|\$|euros|tax|month|share|risk|mix|advice|employer|inflation|order|rules|scam|bond|sell|year|raise|gone|statement/i,
  'job-search':
    /appl|cv|résumé|job|role|interview|compan|profile|contact|message|advert|portfolio|salary|letter|write to|talk|\bads?\b|firm|the work|what work|pays?\b|speak for|rehearse/i,
  language:
    /word|card|phrase|talk|speak|listen|grammar|sentence|partner|read|conversation|aloud|test|write|course|recording|watch|subtitle|record|learn/i,
  licence: /driv|lesson|park|road|theory|test|instructor|sign/i,
  mobility:
    /stretch|hold|mobil|hip|hamstring|back|pain|physio|strength|exercise|leg|shoulder|warm|swing|walk|stand|bend|reach|roll|loosen/i,
  moving:
    /box|move|mover|van|key|address|meter|landlord|contract|pack|room|internet|registr|quote|notice|sort|freezer|beds|moving day|home|fridge|give away/i,
  novel: /word|scene|chapter|draft|write|character|plot|read|revise|page/i,
  paperwork:
    /list|paper|form|document|copy|file|appointment|receipt|fill|official|check|send|deadline|photo|tax|passport|adviser|fee|answer|read/i,
  parenting: /child|kid|play|outing|meal|phone|story|bedtime|together|family|minutes with/i,
  people:
    /message|invite|meet|call|people|group|friend|date|talk|evening|together|ask|volunteer|shift|visit|thank|time|others|again/i,
  pet: /dog|puppy|cat|treat|train|lead|leash|walk|sit|toilet|reward|vet|play|name|pees?\b|stroke|signs|paws/i,
  photos: /photo|scan|copy|copies|print|slide|drive|album|duplicate|folder|archive|source|best/i,
  'potty-training': /potty|toilet|pants|child|book|offer|praise|nappy|wash/i,
  grades: /problem|lesson|idea|subject|teacher|explain|memory|mark|grade|class|assignment|exam|essay|study|notes/i,
  programming: /code|program|python|function|project|exercise|script|test|data|page|html|write|read/i,
  project:
    /write|word|part|version|draft|show|publish|scene|chapter|page|build|finish|people|feedback|idea|plan|post|video|customer|price|manager|evidence|sketch|stranger|colleague|box|answer|improve|part/i,
  promotion: /manager|evidence|criteria|role|review|project|salary|case|note|visible/i,
  'quit-smoking':
    /smok|cigarette|urge|craving|without|aid|patch|gum|trigger|swap|money|quit|first day|ashtray|tell|stop|risky|hardest|what you will do instead|breath|wish|saved|two people/i,
  reading: /read|book|page|chapter|library|list|note|portion/i,
  renovation:
    /paint|wall|tile|floor|room|tool|material|quote|measure|order|permit|water|fit|mask|coat|base|roof|frame|strip|plaster|clean|shed|drill|photo|seal|goods|money|drawing|site/i,
  rental:
    /flat|room|rent|view|landlord|contract|advert|message|write to|paper|alert|key|deposit|handover|home|notice|power|numbers|musts|credit|people what you look for/i,
  running:
    /run|jog|walk|km|shoe|race|pace|strength|stretch|leg|warm|stride|rest|mile|squat|lunge|plank|calf|calves|bridge|hip|loosen/i,
  saving:
    /save|saving|transfer|account|money|spend|order|cost|amount|cancel|sell|price|€|\$|balance|card|leave out|newsletter|dinners|insurance|bills?\b|dear|paid extra|free that/i,
  'side-project': /site|page|person|publish|version|use|show|build|code|fault|part/i,
  school: /assignment|course|professor|grade|study|class|exam|paper|office hour|credit|deadline|lecture/i,
  skill:
    /practi[cs]e|draw|learn|lesson|exercise|piece|try|copy|line|basic|project|show|code|cook|stitch|make|record|recall|explain|course|set up|part/i,
  strength:
    /push|pull|squat|set|strength|exercise|plank|rep|press|row|hang|lift|test|hinge|carry|warm|form|circuit|bodyweight|loosen|shoulder|protein|stiff|stretch|rest|walk/i,
  swimming: /swim|pool|length|water|float|breath|kick|glide|stroke|lesson/i,
  thesis:
    /write|word|chapter|source|read|outline|supervisor|draft|revise|format|reference|data|page|print|submit|question|copy|gap|document|folder/i,
  'toddler-sleep': /sleep|bed|nap|routine|bath|night|diary|child|light|wake|story|three steps|evening/i,
  trip: /flight|passport|book|hotel|visa|pack|insurance|day|route|bed|ticket|place|money|travel|plan|companion/i,
  wedding:
    /venue|guest|invitation|dress|ring|music|menu|photograph|cater|officiant|party|seating|vow|cake|date|budget|book|list|the two of you|what the day|witness|helper|registr|papers|married|speech|flower|decoration|schedule|confirm|set up|together|song|costs|box|payment|contract|number|trial|food|chairs|rented/i,
  weight:
    /brisk|walk|strength|meal|eat|cook|weigh|shop|food|plate|exercise|move|session|stairs|drink|vegetable|stretch|squat|lunge|step-up|plank|push-up|cycle|minutes fast|breakfast|dinner|lunch|protein|shoes/i,
};

/** Pairs of patterns: the first line with the left one comes before the first with the right one. */
export const ORDER: Readonly<Record<string, readonly (readonly [RegExp, RegExp])[]>> = {
  debt: [[/^(?:list|write down|collect).*(?:debt|balance|letter)/i, /extra|pay .* more|transfer/i]],
  declutter: [[/box/i, /^(?:clear|empty|sort)/i]],
  exam: [
    [
      /(?:list|collect|find out|get).*(?:topic|format|paper|syllabus|date)/i,
      /^(?:work|do|write|take) .*(?:past paper|timed|mock)/i,
    ],
  ],
  house: [[/lender|mortgage|pre-?approv/i, /^(?:make|send|write).*offer/i]],
  instrument: [[/^(?:choose|pick).*(?:song|piece)/i, /^(?:play|practi[cs]e).*(?:song|piece) \d/i]],
  'job-search': [[/(?:^|\W)cv\b|résumé/i, /^(?:send|submit).*appl/i]],
  language: [
    [
      /(?:find|look for|write to).*(?:partner|tutor|conversation)/i,
      /^(?:talk|speak).*(?:with|to) your (?:partner|tutor)/i,
    ],
  ],
  moving: [[/quote|book.*(?:van|mover)/i, /^pack/i]],
  novel: [[/^(?:write|decide|draft).*(?:outline|one sentence|story)/i, /^revise/i]],
  'quit-smoking': [[/choose.*(?:day|date)/i, /without/i]],
  reading: [[/(?:list|choose).*book/i, /^read/i]],
  renovation: [[/measure|quote|plan|buy|order/i, /^(?:paint|tile|lay|fit|mount)/i]],
  running: [[/shoe/i, /race|the (?:5|10|21|42).* km of/i]],
  saving: [[/(?:standing order|transfer).*set|set up/i, /check|look/i]],
  thesis: [
    [/outline|question/i, /^revise/i],
    [/^write/i, /^(?:print|submit|hand in)/i],
  ],
  trip: [
    [/passport/i, /flight|ticket/i],
    [/flight|ticket/i, /^pack/i],
  ],
  event: [[/list/i, /^send the invitations/i]],
  garden: [[/soil|bed|pots/i, /^sow the first|^sow two/i]],
  investing: [[/reserve|debt/i, /standing order|fund/i]],
  photos: [[/copy/i, /^sort photos/i]],
  rental: [[/papers/i, /^view/i]],
  wedding: [
    [/guest list|list of guests|count.*guests/i, /^(?:send|post).*invitation/i],
    [/venue|place/i, /^(?:send|post).*invitation/i],
  ],
};
