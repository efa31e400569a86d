import type { Language } from '../language/languages.ts';

/** What people say to an assistant that asks for nothing on their list. */
export type Talk =
  | 'greeting'
  | 'howAreYou'
  | 'thanks'
  | 'night'
  | 'bye'
  | 'who'
  | 'help'
  | 'praise'
  | 'fine'
  | 'never'
  | 'tired'
  | 'robot'
  | 'weather'
  | 'joke'
  | 'settings'
  | 'everything'
  | 'loss'
  | 'proud'
  | 'outside'
  | 'complaint'
  | 'glad';

/** How it is said, as a pattern or several: the whole of a message, but for signs at its end. */
export const SAID: Record<Language, Partial<Record<Talk, string | string[]>>> = {
  en: {
    complaint: [
      'you (?:just )?(?:deleted|moved|removed|changed|cancel?led|added|ticked off|did) the wrong .{2,20}',
      "(?:no[, ]+)+(?:that|this|it)(?:'?s| is|'s| was)? ?not (?:it|right|what i \\w+)(?: at all)?",
      "you(?:'?re| are) not (?:listening|helping|hearing me|understanding)(?: .{1,20})?",
      "(?:no,? )?(?:that|this|it)(?:'?s| is|'s| was)? ?(?:not|wasn'?t|isn'?t) (?:what i (?:asked|meant|said|wanted)(?: for)?|right|true|it)",
      "(?:no,? )?(?:that|this|it)(?:'?s| is| was) (?:all )?(?:wrong|incorrect|false|a mistake)",
      "you (?:forgot|didn'?t|did not|never) (?:to )?remind(?:ed)? me(?: .{1,40})?",
      'you (?:got|did) (?:it|that|this|me) wrong(?: again)?',
      "you (?:don'?t|do not|didn'?t) (?:understand|get it|get me|listen)(?: .{1,20})?",
      '(?:sorry,? |oops,? )?(?:that was (?:the )?)?wrong (?:list|task|day|person|chat)(?:,? (?:that|it|this|i) .{1,40})?',
      'i(?: already| just)? told you(?: (?:once|before|already|that|this|so))*',
      "(?:that|it) (?:didn'?t|did not|doesn'?t) work",
      "(?:this|you|it|the app)(?:'?re| are|'?s| is) (?:so |really |just )?(?:useless|stupid|rubbish|annoying|frustrating|no help|not helping|not helpful)",
    ],
    glad: [
      '(?:i )?woke up (?:feeling )?(?:full of energy|great|rested|happy|well|good)(?: today)?',
      'full of energy(?: today)?',
      "(?:i'?m |i am |i )?(?:feel(?:ing)?|doing) (?:pretty |so |really |very |quite |much |a lot )*(?:good|great|fine|better|amazing|well|wonderful|rested|energi[sz]ed|happy)(?: (?:today|now|this morning|tonight))?",
      '(?:i )?(?:actually |finally )?slept (?:really |so |very )*(?:well|great|good|like a baby|(?:for )?\\d+ hours)(?: (?:last night|for once|today))?',
      "(?:what a|it'?s a|it was a|today was a|today is a|had a) (?:really |very )?(?:good|great|nice|lovely|beautiful|wonderful) (?:day|morning|evening|week|weekend)(?: today)?",
    ],
    loss: "(?:my|our) (?:\\w+'s )?(?:[\\w-]+ )?(?:nan|gran|granny|grandma|grandmother|grandpa|grandad|granddad|grandfather|mum|mom|mother|dad|father|wife|husband|partner|son|daughter|baby|brother|sister|uncle|aunt|auntie|cousin|friend|best friend|boyfriend|girlfriend|dog|cat|colleague|neighbour|neighbor) (?:has |have |just |has just )*(?:died|passed away|passed|is dead|was put to sleep)(?:[ ,].{0,60})?|(?:i(?:'ve)? )(?:just )?lost (?:my|our) (?:\\w+'s )?(?:[\\w-]+ )?(?:nan|gran|granny|grandma|grandmother|grandpa|grandad|granddad|grandfather|mum|mom|mother|dad|father|wife|husband|partner|son|daughter|baby|brother|sister|uncle|aunt|auntie|cousin|friend|best friend|boyfriend|girlfriend|dog|cat|colleague|neighbour|neighbor)(?:[ ,].{0,60})?|(?:i'm|i am|im) grieving(?:[ ,].{0,60})?",
    proud:
      "(?:guess what,? )?i (?:got|landed) (?:the|a|my dream) (?:job|promotion|place|flat|house|part)|i (?:got|was|have been|'ve been) (?:promoted|hired|accepted|engaged)|i won(?: .{1,30})?|i(?:'ve| have)? (?:just )?passed(?: (?:my|the) [\\w ]{1,30})?|i(?:'m| am)? (?:so |really |very |pretty )*(?:proud|happy|excited|thrilled|chuffed|over the moon)(?: (?:of|with|about) [\\w ]{1,30})?(?: today)?|i (?:finally )?(?:did it|made it)|best day ever",
    outside: [
      '(?:(?:can|could|will) you )?(?:(?:ring|phone|text|email|message) me(?: .{1,20})?|call me (?:at|on|back|in|tomorrow|later|when|tonight).{0,20})',
      "(?:call|ring|phone|text) (?:my )?(?:mum|mom|dad|mother|father|sister|brother|wife|husband|boss)|(?:what'?s (?:in|on) the|any|tell me the|show me the)(?: latest)? news(?: today)?|what'?s (?:happening|going on) in the world",
    ],
    greeting:
      "(?:(?:hi|hey|hello)[, ]+)?(?:hi+|hey+|hello+|hiya|yo|howdy|good (?:morning|afternoon|evening|day)|morning|greetings|sup|wass?up|what'?s up)(?: (?:there|you|again|flux|everyone|all|to you))?",
    howAreYou:
      "(?:(?:hi|hey|hello)[, ]+)?(?:how are (?:you|u)(?: doing)?(?: today)?|how'?s it going|how r u|how do you do|you ok(?:ay)?|how have you been|how'?s things|hru)",
    thanks:
      "(?:ok(?:ay)?,? |great,? |perfect,? |cool,? |awesome,? )?(?:(?:many )?thanks?(?: (?:you|u))?|thx|ty|tysm|(?:cheers|thanks|ta)(?: (?:mate|pal|love|buddy))?|thank (?:you|u)|much appreciated|appreciate it)(?: (?:so much|very much|a lot|again|a million|for (?:everything|that|your help|the help)))*(?:,? you'?re (?:the best|a star|a legend|a lifesaver|great|awesome|amazing))?|(?:thanks?|thank you|thx|cheers)[, ]+(?:that (?:helps|helped|is great|works)|that's (?:great|perfect|helpful|all|it))(?: a lot)?",
    night: '(?:good ?night|nighty? night|gn|sleep well|off to bed|going to (?:bed|sleep)(?: now)?)',
    bye: '(?:good ?bye|bye+(?: bye)?|see (?:you|ya)(?: (?:later|soon|tomorrow))?|cya|later|talk (?:to you )?(?:later|soon)|ttyl|have a (?:nice|good|great) (?:day|evening|weekend|one)|take care)',
    who: "(?:who|what) are you|what'?s your name|who is this|what is this|tell me about yourself|introduce yourself|who am i (?:talking|speaking) (?:to|with)",
    robot:
      '(?:are you (?:a )?(?:robot|bot|ai|human|real|person|chatgpt|gpt)(?: person)?|is this (?:a )?(?:bot|ai|human))',
    help: '(?:help(?: me)?|what (?:all )?can (?:you|u|i) (?:actually |really |even )?do(?: here)?(?: for me)?|what (?:are you good (?:at|for)|do you do)(?: exactly)?|what do you do|how (?:do|can) (?:i|you) (?:use (?:this|you)|work|help(?: me)?|start)|how does (?:this|it) work|what (?:else )?can i (?:ask|say)(?: you)?|commands|menu|options|start|getting started|instructions|\\?+)',
    praise:
      "(?:good (?:job|work|bot)|well done|nice(?: one| work| job)?|great(?: job| work)?|awesome|amazing|perfect|excellent|brilliant|you'?re (?:the best|a star|a legend|a lifesaver|great|awesome|amazing)|(?:i )?love (?:it|you|this)|❤️+|👍+|🙏+|👏+|😊+|😀+|wow|yay+|happy birthday|merry christmas|happy new year)|(?:haha,? |lol,? )?you'?re (?:so )?(?:funny|sweet|kind|nice|helpful|clever|smart)",
    fine: '(?:ok(?:ay)?|k|kk|cool|sure|alright|all right|fine|got it|i see|right|yep|yeah|yes|yup|understood|sounds good|all done|done|finished|lol|haha+|hehe+|no problem|np|hm+|mhm|ah|oh)',
    never:
      "(?:no|nope|nah|never ?mind|nvm|forget it|forget that|forget about it|cancel that|stop|stop it|nothing|not now|leave it|don'?t worry|whatever|no thanks?|no thank you)",
    tired: [
      "i can'?t (?:stand|take|bear|face) (?:this|it|another|today)(?: \\w+){0,3}(?: any ?more)?",
      "(?:i (?:had|have|'ve had) |it'?s (?:been )?)?(?:a )?(?:rubbish|crap|crappy|shitty|awful|horrible|stressful|lousy|miserable) (?:day|week)(?: today)?",
      'everything (?:went|goes|is going|keeps going) (?:wrong|sideways|badly)(?: today)?',
      "what a (?:day|week|morning|night)(?: (?:it'?s been|that was|today))?",
      "i(?:'ve| have)? (?:got )?(?:way |far )?too much (?:going on|to do|on my plate|on my mind)(?: (?:right now|today|at the moment|this week))?(?:,? and (?:i )?(?:don'?t|do not) know .{1,40})?",
      "i (?:don'?t|do not) know where to (?:start|begin)(?: any ?more)?",
      "i'?m (?:drowning in|swamped(?: with)?|buried in|snowed under(?: with)?)(?: .{1,30})?",
      'nothing (?:works|is working|went right|goes right)(?: today)?',
      "(?:i'?m )?having a (?:bad|rough|hard|terrible|awful) (?:day|week|time)",
      'not my day(?: today)?',
      "(?:i'?m|i am|im|i feel|i'?m feeling|feeling|so|i'?ve been(?: feeling)?) ?(?:so |very |really |a bit |totally |completely |just )*(?:tired|exhausted|knackered|shattered|wrecked|drained|stressed(?: out)?|overwhelmed|sad|down|lonely|bored|anxious|worried|burnt out|fed up|unmotivated|lazy|sick|ill)(?: (?:today|tonight|now|right now|lately|of everything|of this))?(?: (?:about|because of|over|with) .{1,60})?(?:,? (?:i )?(?:slept|didn'?t sleep|can'?t sleep|work|because|cos) .{1,60}|,? slept .{1,40})?",
      "(?:i (?:had|have|'ve had) )?(?:a )?(?:bad|rough|hard|terrible|awful|long) (?:day|week)",
      "(?:everything(?:'?s| is)|it(?:'?s| is)(?: all)?) too much(?:[ ,].{0,60})?",
      "i can'?t (?:do this|cope)(?: any ?more)?",
      "i'?m struggling",
      'i give up',
      'i (?:failed|flunked|bombed|messed up)(?: .{1,40})?',
      "i (?:got|was|have been|'ve been) (?:fired|dumped|laid off)(?: .{1,30})?",
      'i lost my job',
      "(?:i )?(?:have|'?ve got|got) (?:absolutely )?(?:no|zero) (?:energy|motivation|strength)(?: (?:today|left|at all))?",
      'no (?:energy|motivation)(?: (?:today|left|at all))?',
      "(?:i )?(?:can'?t|cannot) be (?:bothered|arsed)(?: today)?",
      "(?:i )?(?:do ?n'?t|do not|really don'?t) feel (?:like (?:it|anything|doing anything)|up to it)(?: (?:today|right now))?",
      "(?:i'?m )?not (?:feeling it|in the mood)(?: today)?",
      '(?:ugh,? )?(?:today|this week|my day|work|it all|life) (?:was|is|has been) (?:so |really |just )?(?:awful|terrible|horrible|bad|rough|hard|the worst|too much)',
      "(?:i'?m not sure|i do ?n'?t (?:know|think)) (?:if |whether )?i can (?:do this|go on|keep going|cope|manage)(?: any ?more)?",
      'my (?:boss|manager|teacher|partner|wife|husband|mum|mom|dad) (?:yelled|shouted|screamed) at me(?: .{1,40})?',
    ],
    weather: [
      '(?:will it|is it going to|is it|does it) (?:rain|snow|raining|snowing|be (?:hot|cold|warm|sunny|windy))(?: (?:today|tomorrow|now|tonight|later|this (?:morning|afternoon|evening|week|weekend)|on \\w+day|in the \\w+))*|(?:do|will) i need (?:an umbrella|a jacket|a coat)(?: .{1,20})?',
      "(?:what(?:'?s| is) |how(?:'?s| is) )?(?:the )?(?:weather|forecast)(?: (?:like|today|tomorrow|now|outside|here|this weekend))*|(?:will it|is it going to|is it) (?:rain|snow|raining|snowing)(?: (?:today|tomorrow|now))?",
    ],
    joke: '(?:tell|sing|make)(?: me)? (?:a |another )?(?:joke|riddle|story|poem|song)|make me laugh|say something funny',
    settings:
      "(?:speak|talk|answer|reply)(?: to me)?(?: in)? (?:german|english|french|spanish|portuguese|italian|dutch)|(?:set|change|update)(?: my)? (?:time ?zone|language|name|location|settings|daily minutes|rest days?|reminders?)(?: to .{1,40})?|i (?:only |just )?have (?:about |around )?\\d{1,3} min(?:ute)?s (?:a|per|each|every) day(?: for (?:this|my goals))?|i(?:'m| am) (?:now )?in (?:a )?(?:different|another|new) time ?zone",
    everything:
      '(?:delete|erase|remove|wipe|clear|reset)(?: me)? (?:everything|all|it all|my (?:account|data))(?: (?:about me|please|now))?',
  },
  de: {
    complaint: [
      'du hast (?:das |die |den )?falsche[ns]? .{2,30} (?:gelöscht|verschoben|gestrichen|abgehakt)',
      '(?:nein,? )?das (?:habe? ich nicht|war nicht) (?:gefragt|gemeint|gesagt|gewollt|so gemeint|was ich .{3,20})',
      '(?:nein,? )?das (?:ist|war|stimmt) (?:falsch|nicht|verkehrt|nicht richtig|ein fehler)',
      'du hast (?:vergessen,? mich zu erinnern|mich nicht erinnert)(?: .{1,40})?',
      'du hast (?:mich|das|es) (?:falsch|nicht) verstanden',
      'du verstehst (?:mich|das|es) nicht',
      '(?:sorry,? |ups,? )?falsche (?:liste|aufgabe|person)(?:,? .{1,40})?',
      'das hab(?:e)? ich dir (?:doch |schon )*gesagt',
      '(?:das|es|du) (?:ist|bist) (?:so |echt |einfach |total |ziemlich |wirklich )*(?:nutzlos|blöd|dumm|nervig)|(?:das|es|du) (?:nervt|nervst|hilfst? (?:mir )?nicht)',
    ],
    glad: [
      "(?:mir geht(?:'?s| es)|ich fühle? mich) (?:heute )?(?:richtig |sehr |echt |ganz |so |wieder |viel )*(?:gut|super|toll|besser|prima|ausgeruht|fit)(?: heute)?",
      '(?:ich )?(?:hab(?:e)? )?(?:heute |endlich |mal )*(?:richtig |sehr |so )?(?:gut|\\d+ stunden) geschlafen',
      '(?:was für ein|heute (?:ist|war) ein) (?:guter|schöner|toller) tag',
    ],
    loss: '(?:meine?[rn]?|unsere?[rn]?) (?:\\w+ )?(?:oma|opa|großmutter|großvater|mama|mutter|papa|vater|frau|mann|partner(?:in)?|sohn|tochter|baby|kind|bruder|schwester|onkel|tante|cousine?|freund(?:in)?|hund|hündin|katze|kater|kolleg(?:e|in)|nachbar(?:in)?) (?:ist|wurde)(?: .{1,30})? (?:gestorben|verstorben|tot|eingeschläfert)(?: worden)?|ich habe? (?:meine?[rn]?|unsere?[rn]?) (?:\\w+ )?(?:oma|opa|großmutter|großvater|mama|mutter|papa|vater|frau|mann|partner(?:in)?|sohn|tochter|baby|kind|bruder|schwester|onkel|tante|cousine?|freund(?:in)?|hund|hündin|katze|kater|kolleg(?:e|in)|nachbar(?:in)?) verloren|ich trauere(?:[ ,].{0,60})?',
    proud:
      "ich hab(?:e)? (?:den|die|einen) (?:neuen )?(?:job|stelle|zusage|beförderung)(?: bekommen)?|ich hab(?:e)?(?:'s| es) geschafft|ich hab(?:e)? bestanden|ich bin (?:so |sehr |echt |richtig )*(?:stolz|glücklich|froh)(?: auf mich)?(?: heute)?",
    outside: [
      'ruf(?:e)? mich (?:bitte )?(?:.{1,20} )?an',
      "ruf(?:e)? (?:bitte )?(?:meine?n? )?(?:mama|mutter|papa|vater|oma|opa|frau|mann|chef|arzt|schwester|bruder)(?: (?:bitte )?an)|(?:was gibt(?:'?s| es) )?(?:neues in der welt|(?:die )?nachrichten)(?: heute)?|was gibt(?:'?s| es) für nachrichten(?: heute)?",
    ],
    greeting:
      '(?:hallo+|hi+|hey+|moin(?: moin)?|servus|gr(?:ü|ue)(?:ß|ss) (?:dich|gott)|guten (?:morgen|tag|abend)|morgen|na)(?: (?:du|zusammen|flux))?',
    howAreYou: "wie geht(?:'?s| es)(?: dir)?(?: heute)?|alles (?:gut|klar)(?: bei dir)?|was geht(?: ab)?",
    thanks:
      '(?:ok(?:ay)?,? |super,? )?(?:vielen |herzlichen |tausend )?dank(?:e)?(?: (?:dir|schön|sehr|vielmals|für alles|für die hilfe))*',
    night: 'gute nacht|schlaf (?:gut|schön)|ich geh(?:e)? (?:jetzt )?(?:ins bett|schlafen)',
    bye: "tsch(?:ü|ue)ss+|auf wiedersehen|bis (?:bald|später|morgen|dann)|ciao|mach(?:’|')?s gut",
    who: 'wer bist du|was bist du|wie hei(?:ß|ss)t du|stell dich vor|wer bist du (?:denn|eigentlich)',
    help: 'hilfe|hilf mir|was kannst du(?: (?:eigentlich|alles|so|denn|für mich|tun|machen))*|wobei kannst du (?:mir )?helfen|wie funktioniert (?:das|es)|wie geht das',
    praise: '(?:gut|sehr gut|super|toll|klasse|prima|perfekt|wunderbar|spitze)(?: gemacht)?|gut gemacht',
    fine: 'ja|okay|alles klar|verstanden|passt|genau|stimmt|gut',
    never: 'nein|ne+|nee|egal|schon gut|vergiss es|lass (?:es|mal)|stopp?|nichts|nein danke',
    tired: [
      'mir wächst (?:gerade |das |hier )*(?:alles )?(?:gerade )?über den kopf',
      'mir ist (?:gerade )?alles zu viel',
      'was für (?:ein tag|eine woche)',
      '(?:ich )?(?:weiß|weiss) (?:gar |einfach )?nicht,? wo ich anfangen soll',
      '(?:ich hab(?:e)? |es ist )(?:gerade |einfach |viel )*zu viel (?:zu tun|um die ohren|los|auf dem tisch)',
      '(?:ich )?bin (?:heute |gerade )?(?:so |sehr |total |echt |voll |ganz |völlig )*(?:platt|am ende|fix und fertig|k\\.?o)(?: heute)?',
      'heute ist (?:echt |so )?(?:nicht mein tag|ein (?:mieser|blöder|schlechter) tag)',
      '(?:ich )?hab(?:e)? (?:heute )?(?:auf nichts|zu nichts) (?:lust|bock)(?: heute)?',
      'ich bin (?:so |sehr |total |echt |voll )*(?:müde|gestresst|erschöpft|traurig|überfordert|kaputt|fertig(?: mit den nerven)?)(?: heute)?|mir ist alles zu viel|das war ein (?:schlechter|harter|langer) tag|(?:ich )?hab(?:e)? (?:heute |gerade |echt |so |gar |einfach )*(?:keine?|null) (?:lust|motivation|energie|kraft|bock)(?: mehr)?(?: (?:heute|auf nichts))?|ich schaff(?:e)? (?:das|es)(?: alles)? nicht(?: mehr)?|bin (?:heute |gerade )?(?:so |sehr |total |echt |voll |ganz )*(?:müde|gestresst|erschöpft|traurig|überfordert|kaputt|fertig)(?: heute)?(?: und .{1,50})?',
    ],
    weather: [
      '(?:regnet|schneit) es(?: (?:heute|morgen|gerade|jetzt|am \\w+|nachmittag|abend|früh))*|wird es (?:\\w+ ){0,3}(?:regnen|schneien|warm|kalt|sonnig)|brauche ich (?:\\w+ ){0,2}(?:einen (?:regen)?schirm|eine jacke)',
      '(?:wie (?:ist|wird) )?(?:das )?wetter(?: (?:heute|morgen|hier))?|(?:regnet|schneit) es(?: (?:heute|morgen))?',
    ],
    joke: 'erz(?:ä|ae)hl(?:e)?(?: mir)? (?:einen witz|eine geschichte|etwas lustiges)|bring mich zum lachen|sing (?:mir )?ein lied',
    settings:
      '(?:stell|(?:ä|ae)ndere?)(?:e)? (?:meine |die )?(?:zeitzone|sprache|einstellungen|ruhetage)(?: .{1,40})?|ich habe (?:nur )?\\d{1,3} minuten (?:am|pro) tag',
    everything: 'l(?:ö|oe)sche? (?:alles|mein konto|meine daten)|alles l(?:ö|oe)schen',
  },
  fr: {
    complaint: [
      "ce n'est pas ce que (?:j'ai|je) .{3,25}",
      "c'est pas ce que (?:j'ai|je) .{3,25}",
      "(?:non,? )?c'est (?:faux|une erreur|pas ça|pas bon)",
      "tu (?:as oublié de me rappeler|ne m'as pas rappelé)(?: .{1,40})?",
      "tu (?:n'as|as) (?:rien|mal|pas) compris",
      'tu ne (?:me )?comprends (?:rien|pas)',
      '(?:pardon,? |désolée?,? )?mauvaise (?:liste|tâche|personne)(?:,? .{1,40})?',
      "je te l'ai (?:déjà )?dit",
    ],
    glad: [
      "je (?:me sens|vais) (?:vraiment |très |plutôt |assez |beaucoup )*(?:bien|mieux|en forme|reposée?)(?: aujourd'hui)?",
      "j'ai (?:enfin )?(?:très |vraiment )?bien dormi",
      "j'ai dormi \\d+ heures",
      "(?:quelle|c'était une) (?:belle|bonne|super) journée",
    ],
    loss: "(?:mon|ma|notre) (?:\\w+ )?(?:mamie|papi|papy|grand-mère|grand-père|maman|mère|papa|père|femme|mari|compagnon|compagne|fils|fille|bébé|frère|sœur|soeur|oncle|tante|cousine?|amie?|copain|copine|chien|chienne|chat|chatte|collègue|voisine?) (?:est|vient de|nous a|a) ?(?:mort|morte|décédée?|mourir|quittés?|été euthanasiée?)(?:[ ,].{0,60})?|j'ai perdu (?:mon|ma|notre) (?:\\w+ )?(?:mamie|papi|papy|grand-mère|grand-père|maman|mère|papa|père|femme|mari|compagnon|compagne|fils|fille|bébé|frère|sœur|soeur|oncle|tante|cousine?|amie?|copain|copine|chien|chienne|chat|chatte|collègue|voisine?)(?: (?:hier|ce matin|cette semaine))?|je suis en deuil(?:[ ,].{0,60})?",
    proud:
      "j'ai (?:eu|décroché) (?:le|un|mon) (?:poste|job|travail|diplôme|permis)|j'ai réussi|je suis (?:si |très |tellement |trop )*(?:fière?|heureux|heureuse|contente?)(?: de moi)?(?: aujourd'hui)?",
    outside: [
      'appelle-moi (?:à|demain|dans|ce|plus) ?.{1,20}',
      "appelle (?:ma|mon) (?:maman|mère|père|papa|femme|mari|sœur|soeur|frère|patron|médecin)|(?:quelles sont )?les (?:nouvelles|infos|actualités)(?: (?:du jour|d'aujourd'hui))?|quoi de neuf dans le monde",
    ],
    greeting: '(?:bonjour|salut|coucou|bonsoir|hello|hey|yo)(?: (?:toi|flux|à toi|à tous))?',
    howAreYou: '(?:comment )?(?:ça|ca) va(?: bien)?|comment (?:vas-tu|tu vas|allez-vous)|tu vas bien',
    thanks: '(?:ok,? )?(?:un grand |mille )?merci(?: (?:beaucoup|bien|infiniment|à toi|pour tout|pour ton aide))*',
    night: 'bonne nuit|dors bien|je vais (?:me coucher|dormir)',
    bye: 'au revoir|à (?:bientôt|plus|demain|plus tard)|a\\+|bonne (?:journée|soirée)|ciao|bye',
    who: "(?:tu es qui|qui es-tu|qui êtes-vous|t'es qui|comment tu t'appelles|présente-toi)",
    help: "aide|aide-moi|(?:que|qu'est-ce que) (?:peux-tu|tu peux|tu sais|sais-tu) (?:vraiment )?faire(?: pour moi)?|comment (?:ça|ca) (?:marche|fonctionne)",
    praise: 'super|bravo|génial|parfait|excellent|bien joué|top|trop bien',
    fine: "oui|ok|d'accord|compris|ça marche|entendu|bien",
    never: 'non|laisse tomber|oublie|stop|rien|tant pis|non merci|pas maintenant',
    tired: [
      'quelle (?:journée|semaine)',
      'je (?:ne )?sais (?:pas|plus) par où commencer',
      "j'ai (?:beaucoup |bien )?trop (?:de choses|de trucs|à faire)(?: (?:à faire|en tête))?",
      "(?:c'est|ce n'est) pas mon jour",
      "(?:je n'ai|j'ai) envie de rien(?: aujourd'hui)?",
      "je suis (?:très |trop |si |vraiment )*(?:fatiguée?|stressée?|épuisée?|triste|débordée?|crevée?)(?: aujourd'hui)?(?:,? (?:j'en peux plus|je n'en peux plus)(?: .{1,40})?)?|(?:j'en|je n'en) peux plus(?: d(?:e|u|es) .{1,40})?|c'est trop pour moi|j'ai passé une (?:mauvaise|dure|longue) journée|(?:je n'ai|j'ai) (?:plus |pas |aucune )*(?:envie|motivation|énergie|d'énergie|de motivation|la motivation)(?: aujourd'hui)?|pas (?:envie|la motivation)(?: aujourd'hui)?",
    ],
    weather: [
      "(?:est-ce qu')?il (?:pleut|pleuvra|va pleuvoir|neige|va neiger)(?: (?:aujourd'hui|demain|ce \\w+|cet \\w+))*|(?:demain|ce soir) il (?:pleut|pleuvra|va pleuvoir)",
      "(?:quel temps fait-il|il fait quel temps|la météo|météo|il va pleuvoir)(?: (?:aujourd'hui|demain|dehors))?",
    ],
    joke: 'raconte(?:-moi)? (?:une (?:blague|histoire)|quelque chose de drôle)|fais-moi rire',
    settings:
      "(?:change|modifie|règle) (?:mon |ma |mes |le |la |les )?(?:fuseau horaire|langue|paramètres|réglages|jours de repos)(?: .{1,40})?|(?:je n'ai que|j'ai seulement|j'ai) \\d{1,3} minutes par jour",
    everything: '(?:supprime|efface) (?:tout|mon compte|mes données)',
  },
  es: {
    complaint: [
      'no es (?:eso )?lo que .{3,25}',
      'eso no es lo que .{3,25}',
      '(?:no,? )?(?:eso|está|es) (?:está |es )?(?:mal|incorrecto|un error)',
      '(?:te olvidaste de|olvidaste) (?:recordarme|avisarme)(?: .{1,40})?',
      'no me (?:recordaste|avisaste)(?: .{1,40})?',
      'no me (?:entiendes|entendiste|has entendido)',
      '(?:perdón,? )?(?:lista|tarea|persona) equivocada(?:,? .{1,40})?',
      '(?:ya )?te lo (?:dije|he dicho)(?: ya| una vez)?',
    ],
    glad: [
      '(?:me siento|estoy) (?:muy |bastante |mucho |realmente )*(?:bien|mejor|genial|descansad[oa]|de maravilla)(?: hoy)?',
      '(?:hoy )?(?:he dormido|dormí) (?:muy |por fin )?(?:bien|\\d+ horas)',
      '(?:qué|vaya) (?:buen|bonito|gran) día|qué día más bueno',
    ],
    loss: '(?:ha muerto|murió|se (?:me )?(?:murió|ha muerto)|falleció|ha fallecido) mi (?:\\w+ )?(?:abuel[oa]|mamá|madre|papá|padre|mujer|esposa|marido|esposo|pareja|hij[oa]|bebé|herman[oa]|tí[oa]|prim[oa]|amig[oa]|novi[oa]|perr[oa]|gat[oa]|colega|vecin[oa])(?:[ ,].{0,60})?|mi (?:\\w+ )?(?:abuel[oa]|mamá|madre|papá|padre|mujer|esposa|marido|esposo|pareja|hij[oa]|bebé|herman[oa]|tí[oa]|prim[oa]|amig[oa]|novi[oa]|perr[oa]|gat[oa]|colega|vecin[oa]) (?:ha muerto|murió|se murió|falleció|ha fallecido)(?:[ ,].{0,60})?|(?:perdí|he perdido) a mi (?:\\w+ )?(?:abuel[oa]|mamá|madre|papá|padre|mujer|esposa|marido|esposo|pareja|hij[oa]|bebé|herman[oa]|tí[oa]|prim[oa]|amig[oa]|novi[oa]|perr[oa]|gat[oa]|colega|vecin[oa])(?:[ ,].{0,60})?|estoy de luto(?:[ ,].{0,60})?',
    proud:
      '(?:me han dado|conseguí|he conseguido) (?:el|un) (?:trabajo|puesto|empleo)|lo (?:logré|conseguí|he conseguido)|(?:aprobé|he aprobado)|estoy (?:tan |muy )*(?:orgullos[oa]|feliz|content[oa])(?: de mí)?(?: hoy)?',
    outside: [
      'llámame (?:a|mañana|en|cuando|luego|esta) ?.{0,20}',
      'llama a mi (?:mamá|madre|papá|padre|mujer|marido|hermana|hermano|jefe|médico)|(?:qué|cuáles son las) (?:noticias|novedades)(?: hay)?(?: (?:hoy|de hoy))?|las noticias(?: de hoy)?',
    ],
    greeting: '¡?(?:hola+|buenas|buenos días|buenas (?:tardes|noches)|hey|qué tal|holi)(?: (?:flux|a todos))?',
    howAreYou: '¿?(?:hola,? )?(?:cómo|como) (?:estás|estas|te va|andas)(?: hoy)?|¿?qué tal(?: estás)?',
    thanks: '(?:ok,? |vale,? )?(?:muchas |mil )?gracias(?: (?:por todo|por la ayuda|por tu ayuda))*',
    night: 'buenas noches y hasta mañana|que descanses|me voy a (?:dormir|la cama)|dulces sueños',
    bye: 'adiós|adios|hasta (?:luego|pronto|mañana)|chao|nos vemos|chau',
    who: '¿?(?:quién|quien|qué|que) eres|¿?cómo te llamas|preséntate',
    help: '¿?(?:ayuda|ayúdame|(?:qué|que) (?:puedes|sabes) hacer(?: por mí)?|en qué (?:me )?puedes ayudar(?:me)?|cómo funciona(?: esto)?)',
    praise: '¡?(?:genial|perfecto|excelente|muy bien|bien hecho|estupendo|bravo|buen trabajo)',
    fine: 'sí|si|vale|ok|de acuerdo|entendido|claro|bien',
    never: 'no|nada|olvídalo|déjalo|da igual|para|no gracias|ahora no',
    tired: [
      '(?:hoy )?estoy (?:hecho|hecha) (?:polvo|trizas|un asco)(?: hoy)?',
      '(?:hoy )?estoy (?:molid[oa]|reventad[oa]|muert[oa] de cansancio)(?: hoy)?',
      '(?:vaya|qué|menudo) (?:día|semana)',
      'no sé por dónde empezar',
      'tengo demasiad[oa]s? (?:cosas|que hacer|encima|trabajo)(?: (?:que hacer|encima))?',
      '(?:hoy )?no (?:me apetece|tengo ganas de) nada(?: hoy)?',
      'no puedo más',
      'hoy no es mi día',
      '(?:estoy|me siento) (?:muy |tan |un poco |demasiado )*(?:cansad[oa]|cansadísim[oa]|estresad[oa]|agotad[oa]|triste|agobiad[oa])(?: hoy)?|ha sido un (?:mal|duro|largo) día|es demasiado|no tengo (?:ganas|motivación|energía|fuerzas)(?: (?:de nada|hoy))*|sin ganas(?: de nada)?',
    ],
    weather: [
      '(?:(?:hoy|mañana) )?(?:llueve|lloverá|va a llover|va a nevar)(?: (?:hoy|mañana|esta \\w+|el \\w+))*',
      '¿?(?:qué tiempo hace|cómo está el (?:tiempo|clima)|va a llover)(?: (?:hoy|mañana))?',
    ],
    joke: '(?:cuéntame|dime) (?:un chiste|una historia|algo gracioso)|hazme reír',
    settings:
      '(?:cambia|ajusta|pon) (?:mi |la |los |mis )?(?:zona horaria|idioma|ajustes|configuración|días de descanso)(?: .{1,40})?|(?:solo |sólo )?tengo (?:solo |sólo )?\\d{1,3} minutos al día',
    everything: '(?:borra|elimina) (?:todo|mi cuenta|mis datos)',
  },
  pt: {
    complaint: [
      '(?:não foi|não é) (?:isso|o) que .{3,25}',
      '(?:não,? )?(?:isso )?(?:está|é) (?:errad[oa]|mal|um erro)',
      '(?:esqueceste-te de|esqueceu de|você esqueceu de) (?:me )?(?:lembrar|avisar)(?:-me)?(?: .{1,40})?',
      'não me (?:lembraste|avisaste|lembrou|avisou)(?: .{1,40})?',
      'não me (?:entendes|percebes|entendeu|percebeste)',
      '(?:desculpa,? )?(?:lista|tarefa|pessoa) errada(?:,? .{1,40})?',
      'já te (?:disse|falei)(?: isso)?',
    ],
    glad: [
      '(?:sinto-me|estou|me sinto) (?:muito |bastante |bem )*(?:bem|melhor|ótim[oa]|descansad[oa]|fantástic[oa])(?: hoje)?',
      '(?:hoje )?dormi (?:muito |finalmente )?(?:bem|\\d+ horas)',
      'que dia (?:bom|lindo|ótimo)|que belo dia',
    ],
    loss: '(?:o |a )?(?:meu|minha) (?:\\w+ )?(?:avó|avô|vó|vô|mãe|pai|mulher|esposa|marido|filh[oa]|bebé|bebê|irmão|irmã|ti[oa]|prim[oa]|amig[oa]|namorad[oa]|cão|cachorr[oa]|gat[oa]|colega|vizinh[oa]) (?:morreu|faleceu|partiu)(?:[ ,].{0,60})?|(?:morreu|faleceu) (?:o |a )?(?:meu|minha) (?:\\w+ )?(?:avó|avô|vó|vô|mãe|pai|mulher|esposa|marido|filh[oa]|bebé|bebê|irmão|irmã|ti[oa]|prim[oa]|amig[oa]|namorad[oa]|cão|cachorr[oa]|gat[oa]|colega|vizinh[oa])(?:[ ,].{0,60})?|perdi (?:o |a )?(?:meu|minha) (?:\\w+ )?(?:avó|avô|vó|vô|mãe|pai|mulher|esposa|marido|filh[oa]|bebé|bebê|irmão|irmã|ti[oa]|prim[oa]|amig[oa]|namorad[oa]|cão|cachorr[oa]|gat[oa]|colega|vizinh[oa])(?:[ ,].{0,60})?|estou de luto(?:[ ,].{0,60})?',
    proud:
      'consegui (?:o|um) (?:emprego|trabalho)|eu? ?consegui|passei(?: (?:no|na) [\\w ]{1,30})?|estou (?:tão |muito )*(?:orgulhos[oa]|feliz|contente)(?: de mim)?(?: hoje)?',
    outside: [
      '(?:liga-me|me liga)(?: .{1,20})?',
      '(?:liga|ligue) (?:para|à|ao) (?:a |o )?(?:minha |meu )?(?:mãe|pai|mulher|marido|irmã|irmão|chefe|médico)|(?:quais são )?as (?:notícias|novidades)(?: de hoje)?|que notícias há(?: hoje)?',
    ],
    greeting: '(?:olá|ola|oi+|bom dia|boa (?:tarde|noite)|e aí|hey)(?: (?:flux|a todos))?',
    howAreYou: '(?:olá,? |oi,? )?(?:como (?:estás|está|vai|você está)|tudo (?:bem|bom))(?: hoje)?',
    thanks: '(?:ok,? )?(?:muito )?(?:obrigad[oa]|valeu|brigad[oa])(?: (?:por tudo|pela ajuda|mesmo))*',
    night: 'boa noite e até amanhã|dorme bem|durma bem|vou dormir',
    bye: 'tchau|adeus|até (?:logo|já|amanhã|mais|breve)|xau',
    who: '(?:quem|o que) (?:és(?: tu)?|é você)|como (?:te chamas|você se chama)|qual é o (?:teu|seu) nome',
    help: 'ajuda|ajuda-me|me ajuda|o que (?:podes|sabes|você pode|você sabe|consegues) fazer(?: por mim)?|como (?:isto |isso )?funciona(?: isto| isso)?',
    praise: '(?:ótimo|perfeito|excelente|muito bem|bom trabalho|boa|fixe|show|legal|maravilha)',
    fine: 'sim|ok|está bem|tá bom|entendido|certo|claro',
    never: 'não|nao|nada|esquece|deixa(?: (?:estar|pra lá))?|para|não,? obrigad[oa]|agora não',
    tired: [
      'que (?:dia|semana)',
      'não sei por onde começar',
      'tenho (?:coisas a mais|demasiadas coisas|coisa demais|coisas demais|muita coisa)(?: (?:para fazer|pra fazer|na cabeça))?',
      'não aguento mais',
      '(?:hoje )?não me apetece (?:fazer )?nada(?: hoje)?',
      'não estou com vontade de nada(?: hoje)?',
      '(?:estou|sinto-me|tô) (?:muito |tão |um pouco )*(?:cansad[oa]|stressad[oa]|estressad[oa]|exaust[oa]|triste|sobrecarregad[oa])(?: hoje)?|foi um dia (?:mau|difícil|longo)|é demasiado|(?:não tenho|estou sem|tô sem) (?:vontade|motivação|energia|forças)(?: (?:de nada|hoje))*',
    ],
    weather: [
      '(?:(?:hoje|amanhã) )?(?:chove|choverá|vai chover)(?: (?:hoje|amanhã|esta \\w+|à \\w+|no \\w+))*',
      '(?:como está o tempo|que tempo faz|vai chover)(?: (?:hoje|amanhã))?',
    ],
    joke: '(?:conta(?:-me)?|me conta) (?:uma (?:piada|história)|algo engraçado)|faz-me rir',
    settings:
      '(?:muda|altera|ajusta) (?:o |a |os |as )?(?:meu |minha |meus |minhas )?(?:fuso horário|idioma|língua|definições|configurações|dias de descanso)(?: .{1,40})?|(?:só )?tenho (?:só )?\\d{1,3} minutos por dia',
    everything: '(?:apaga|elimina) (?:tudo|a minha conta|os meus dados)',
  },
  it: {
    complaint: [
      'non è (?:quello|ciò) che .{3,25}',
      '(?:no,? )?(?:è|questo è) (?:sbagliat[oa]|un errore|falso)',
      '(?:hai dimenticato di|ti sei dimenticat[oa] di) (?:ricordarmel?o?|ricordarmi|avvisarmi)(?: .{1,40})?',
      'non mi hai (?:ricordato|avvisat[oa])(?: .{1,40})?',
      'non (?:mi )?(?:capisci|hai capito)(?: niente)?',
      '(?:scusa,? )?(?:lista|attività|persona) sbagliata(?:,? .{1,40})?',
      "te l'ho (?:già )?detto",
    ],
    glad: [
      '(?:mi sento|sto) (?:molto |davvero |proprio |abbastanza )*(?:bene|meglio|alla grande|riposat[oa]|benissimo)(?: oggi)?',
      'ho (?:finalmente )?dormito (?:molto )?(?:bene|\\d+ ore)',
      'che (?:bella|splendida) giornata',
    ],
    loss: "(?:è|e'|ieri è) (?:mort[oa]|mancat[oa]|venut[oa] a mancare) (?:il |la )?(?:mio|mia) (?:\\w+ )?(?:nonn[oa]|mamma|madre|papà|padre|moglie|marito|compagn[oa]|figli[oa]|bambin[oa]|fratello|sorella|zi[oa]|cugin[oa]|amic[oa]|fidanzat[oa]|cane|gatt[oa]|collega|vicin[oa])(?:[ ,].{0,60})?|(?:il |la )?(?:mio|mia) (?:\\w+ )?(?:nonn[oa]|mamma|madre|papà|padre|moglie|marito|compagn[oa]|figli[oa]|bambin[oa]|fratello|sorella|zi[oa]|cugin[oa]|amic[oa]|fidanzat[oa]|cane|gatt[oa]|collega|vicin[oa]) (?:è|e') (?:mort[oa]|mancat[oa]|venut[oa] a mancare)(?:[ ,].{0,60})?|ho perso (?:il |la )?(?:mio|mia) (?:\\w+ )?(?:nonn[oa]|mamma|madre|papà|padre|moglie|marito|compagn[oa]|figli[oa]|bambin[oa]|fratello|sorella|zi[oa]|cugin[oa]|amic[oa]|fidanzat[oa]|cane|gatt[oa]|collega|vicin[oa])(?: (?:ieri|oggi))?|sono in lutto(?:[ ,].{0,60})?",
    proud:
      "ho (?:avuto|ottenuto) (?:il|un) (?:lavoro|posto)|ce l'ho fatta|ho passato l'esame|sono (?:così |molto |tanto )*(?:fier[oa]|orgoglios[oa]|felice|content[oa])(?: di me)?(?: oggi)?|sono (?:felicissim[oa]|content[oa]|fier[oa])(?:,? .{1,50})?|ho (?:passato|superato) (?:l'esame|il test|la prova)",
    outside: [
      'chiamami (?:alle|domani|tra|fra|stasera|più).{0,20}',
      'chiama (?:la |il )?(?:mia |mio )?(?:mamma|madre|papà|padre|moglie|marito|sorella|fratello|capo|medico)|(?:che|quali) (?:notizie|novità) ci sono(?: oggi)?|le notizie(?: di oggi)?',
    ],
    greeting: '(?:ciao+|salve|buongiorno|buonasera|buon (?:giorno|pomeriggio)|ehi|hey)(?: (?:flux|a tutti))?',
    howAreYou: '(?:ciao,? )?come (?:stai|va|sta)(?: oggi)?|tutto bene',
    thanks: "(?:ok,? )?(?:grazie|ti ringrazio)(?: (?:mille|tante|di tutto|per tutto|per l'aiuto))*",
    night: "buona ?notte|sogni d'oro|vado a (?:letto|dormire)",
    bye: 'arrivederci|a (?:presto|dopo|domani|più tardi)|ci vediamo|buona (?:giornata|serata)',
    who: 'chi sei|(?:che )?cosa sei|come ti chiami|presentati',
    help: 'aiuto|aiutami|(?:che )?(?:cosa|che) (?:puoi|sai) fare(?: per me)?|come funziona(?: questo)?',
    praise: '(?:bravo|brava|ottimo|perfetto|eccellente|bene|fantastico|grande|ben fatto)',
    fine: "sì|si|ok|va bene|d'accordo|capito|certo",
    never: 'no|niente|lascia (?:stare|perdere)|non importa|fa niente|basta|no grazie|non ora',
    tired: [
      'sono (?:a pezzi|distrutt[oa]|sfinit[oa]|a terra)(?: oggi)?',
      'che (?:giornata|settimana)',
      'non so da dove (?:cominciare|iniziare)',
      'ho (?:troppe cose|troppo)(?: (?:da fare|per la testa))',
      'non ce la faccio più',
      '(?:oggi )?non ho voglia di (?:niente|nulla|fare niente)(?: oggi)?',
      'oggi non è giornata',
      "(?:sono|mi sento) (?:molto |così |un po' )*(?:stanc[oa]|stanchissim[oa]|stressat[oa]|esaust[oa]|triste|sopraffatt[oa])(?: oggi)?|è stata una (?:brutta|lunga) giornata|è troppo|non (?:ho|ne ho) (?:voglia|motivazione|energia|energie|forze)(?: (?:di niente|oggi))*",
    ],
    weather: [
      '(?:(?:oggi|domani|stasera) )?(?:piove|pioverà|nevica|nevicherà)(?: (?:oggi|domani|stasera|questo \\w+|nel \\w+))*',
      "(?:che tempo fa|com'è il tempo|pioverà)(?: (?:oggi|domani))?",
    ],
    joke: '(?:raccontami|dimmi) (?:una (?:barzelletta|storia)|qualcosa di divertente)|fammi ridere',
    settings:
      '(?:cambia|imposta|modifica) (?:il mio |la mia |le mie |i miei |il |la |le )?(?:fuso orario|lingua|impostazioni|giorni di riposo)(?: .{1,40})?|ho (?:solo )?\\d{1,3} minuti al giorno',
    everything: '(?:cancella|elimina) (?:tutto|il mio account|i miei dati)',
  },
  nl: {
    complaint: [
      'dat (?:vroeg|bedoelde|zei|wilde) ik niet',
      'dat is niet wat ik .{3,25}',
      '(?:nee,? )?dat (?:is|was|klopt) (?:fout|niet|verkeerd|niet goed|een fout)',
      'je (?:bent vergeten me te herinneren|hebt me niet herinnerd)(?: .{1,40})?',
      'je (?:begrijpt|snapt) (?:me|het|mij) niet',
      '(?:sorry,? )?verkeerde (?:lijst|taak|persoon)(?:,? .{1,40})?',
      'dat heb ik je (?:al )?(?:gezegd|verteld)',
    ],
    glad: [
      '(?:ik voel me|het gaat|met mij gaat het) (?:vandaag )?(?:heel |erg |echt |zo |veel )*(?:goed|beter|fantastisch|uitgerust|prima)(?: vandaag)?',
      '(?:ik heb )?(?:eindelijk )?(?:heel )?(?:goed|lekker|\\d+ uur) geslapen',
      'wat een (?:mooie|fijne|goede|leuke) dag',
    ],
    loss: '(?:mijn|onze) (?:\\w+ )?(?:oma|opa|mama|moeder|papa|vader|vrouw|man|partner|zoon|dochter|baby|kind|broer|zus|oom|tante|nicht|neef|vriend(?:in)?|hond|kat|collega|buurman|buurvrouw) (?:is|werd)(?: .{1,30})? (?:overleden|gestorven|dood|ingeslapen)(?:[ ,].{0,60})?|ik heb (?:mijn|onze) (?:\\w+ )?(?:oma|opa|mama|moeder|papa|vader|vrouw|man|partner|zoon|dochter|baby|kind|broer|zus|oom|tante|nicht|neef|vriend(?:in)?|hond|kat|collega|buurman|buurvrouw) verloren|ik ben in de rouw(?:[ ,].{0,60})?',
    proud:
      'ik heb (?:de|een) (?:nieuwe )?baan(?: gekregen)?|het is gelukt|ik ben geslaagd|ik ben (?:zo |heel |erg )*(?:trots|blij|gelukkig)(?: op mezelf)?(?: vandaag)?',
    outside: [
      'bel me(?: .{1,20})?',
      'bel (?:mijn )?(?:mama|moeder|papa|vader|vrouw|man|zus|broer|baas|dokter)|(?:wat is )?het nieuws(?: van vandaag| vandaag)?|wat is er in het nieuws',
    ],
    greeting: '(?:hallo+|hoi+|hey+|hé|dag|goede(?:morgen|middag|navond)|goeie ?morgen)(?: (?:daar|flux|allemaal))?',
    howAreYou: 'hoe (?:gaat het|is het|gaat ie)(?: met (?:jou|je))?(?: vandaag)?|alles goed',
    thanks:
      '(?:ok(?:é)?,? )?(?:heel erg |hartelijk )?(?:bedankt|dank je(?: wel)?|dankjewel|dank u(?: wel)?|thanks)(?: (?:voor alles|voor de hulp))*',
    night: 'goede ?nacht|welterusten|slaap lekker|ik ga (?:slapen|naar bed)',
    bye: 'doei|tot (?:ziens|straks|morgen|later|gauw)|dag dag|fijne (?:dag|avond)',
    who: 'wie ben (?:je|jij)|wat ben (?:je|jij)|hoe heet (?:je|jij)',
    help: 'help|help me|hulp|wat kun (?:je|jij)(?: (?:allemaal|eigentlijk|voor (?:me|mij)|doen))*|hoe werkt (?:dit|het|dat)|wat kan (?:je|jij)(?: (?:allemaal|eigenlijk|voor (?:me|mij)|doen))*',
    praise: '(?:goed(?: gedaan)?|super|top|geweldig|perfect|prima|mooi|lekker bezig)',
    fine: 'ja|oké|ok|begrepen|prima zo|klopt|is goed',
    never: 'nee|laat maar|vergeet het|stop|niets|niks|nee,? bedankt|niet nu',
    tired: [
      'wat een (?:dag|week)',
      'ik weet niet waar ik moet beginnen',
      'ik heb (?:veel |gewoon )?te veel (?:te doen|aan mijn hoofd)',
      '(?:ik )?heb (?:vandaag )?(?:echt )?nergens zin in(?: vandaag)?',
      'ik kan niet meer',
      'geen zin(?: vandaag)?',
      'vandaag is niet mijn dag',
      'ik ben (?:zo |erg |heel |echt )*(?:moe|gestrest|uitgeput|verdrietig|overweldigd|kapot)(?: vandaag)?|het was een (?:slechte|zware|lange) dag|het is te veel|ik heb (?:vandaag )?(?:geen|nul) (?:zin|motivatie|energie|kracht)(?: meer)?(?: (?:vandaag|in niets))?',
    ],
    weather: [
      '(?:regent|sneeuwt) het(?: (?:vandaag|morgen|nu|vanavond|vanmiddag))*|gaat het (?:\\w+ ){0,2}(?:regenen|sneeuwen)',
      '(?:wat voor weer (?:is|wordt) het|(?:hoe|wat) (?:is|wordt) het weer|gaat het regenen)(?: (?:vandaag|morgen))?',
    ],
    joke: 'vertel (?:me )?(?:een (?:grap|mop|verhaal)|iets grappigs)|maak me aan het lachen',
    settings:
      '(?:verander|wijzig|zet) (?:mijn |de )?(?:tijdzone|taal|instellingen|rustdagen)(?: .{1,40})?|ik heb (?:maar )?\\d{1,3} minuten per dag',
    everything: '(?:verwijder|wis) (?:alles|mijn account|mijn gegevens)',
  },
};
