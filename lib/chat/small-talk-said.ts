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
  | 'outside';

/** How it is said: the whole of a message, but for signs at its end. */
export const SAID: Record<Language, Partial<Record<Talk, string>>> = {
  en: {
    loss: "(?:my|our) (?:\\w+'s )?(?:[\\w-]+ )?(?:nan|gran|granny|grandma|grandmother|grandpa|grandad|granddad|grandfather|mum|mom|mother|dad|father|wife|husband|partner|son|daughter|baby|brother|sister|uncle|aunt|auntie|cousin|friend|best friend|boyfriend|girlfriend|dog|cat|colleague|neighbour|neighbor) (?:has |have |just |has just )*(?:died|passed away|passed|is dead|was put to sleep)(?:[ ,].{0,60})?|(?:i(?:'ve)? )(?:just )?lost (?:my|our) (?:\\w+'s )?(?:[\\w-]+ )?(?:nan|gran|granny|grandma|grandmother|grandpa|grandad|granddad|grandfather|mum|mom|mother|dad|father|wife|husband|partner|son|daughter|baby|brother|sister|uncle|aunt|auntie|cousin|friend|best friend|boyfriend|girlfriend|dog|cat|colleague|neighbour|neighbor)(?:[ ,].{0,60})?|(?:i'm|i am|im) grieving(?:[ ,].{0,60})?",
    proud:
      "(?:guess what,? )?i (?:got|landed) (?:the|a|my dream) (?:job|promotion|place|flat|house|part)|i(?:'ve| have)? (?:just )?passed(?: (?:my|the) [\\w ]{1,30})?|i(?:'m| am)? (?:so |really |very |pretty )*(?:proud|happy|excited|thrilled|chuffed|over the moon)(?: (?:of|with|about) [\\w ]{1,30})?(?: today)?|i (?:finally )?(?:did it|made it)|best day ever",
    outside:
      "(?:(?:can|could) you )?(?:call|order|get)(?: me)? (?:an? )?(?:uber|taxi|cab|pizza|ride)(?: for me)?(?: now)?|(?:(?:can|could) you )?(?:call|ring|phone|text|email|message) (?:my )?(?:mum|mom|dad|mother|father|sister|brother|wife|husband|boss|doctor|dentist|\\w+)(?: for me| now)|(?:call|ring|phone|text) (?:my )?(?:mum|mom|dad|mother|father|sister|brother|wife|husband|boss)|(?:what'?s (?:in|on) the|any|tell me the|show me the)(?: latest)? news(?: today)?|what'?s (?:happening|going on) in the world",
    greeting:
      "(?:(?:hi|hey|hello)[, ]+)?(?:hi+|hey+|hello+|hiya|yo|howdy|good (?:morning|afternoon|evening|day)|morning|greetings|sup|wass?up|what'?s up)(?: (?:there|you|again|flux|everyone|all|to you))?",
    howAreYou:
      "(?:(?:hi|hey|hello)[, ]+)?(?:how are (?:you|u)(?: doing)?(?: today)?|how'?s it going|how r u|how do you do|you ok(?:ay)?|how have you been|how'?s things|hru)",
    thanks:
      "(?:ok(?:ay)?,? |great,? |perfect,? |cool,? |awesome,? )?(?:(?:many )?thanks?(?: (?:you|u))?|thx|ty|tysm|(?:cheers|thanks|ta)(?: (?:mate|pal|love|buddy))?|thank (?:you|u)|much appreciated|appreciate it)(?: (?:so much|very much|a lot|again|a million|for (?:everything|that|your help|the help)))*(?:,? you'?re (?:the best|a star|a legend|a lifesaver|great|awesome|amazing))?",
    night: '(?:good ?night|nighty? night|gn|sleep well|off to bed|going to (?:bed|sleep)(?: now)?)',
    bye: '(?:good ?bye|bye+(?: bye)?|see (?:you|ya)(?: (?:later|soon|tomorrow))?|cya|later|talk (?:to you )?(?:later|soon)|ttyl|have a (?:nice|good|great) (?:day|evening|weekend|one)|take care)',
    who: "(?:who|what) are you|what'?s your name|who is this|what is this|tell me about yourself|introduce yourself|who am i (?:talking|speaking) (?:to|with)",
    robot:
      '(?:are you (?:a )?(?:robot|bot|ai|human|real|person|chatgpt|gpt)(?: person)?|is this (?:a )?(?:bot|ai|human))',
    help: '(?:help(?: me)?|what can (?:you|u|i) do(?: here)?(?: for me)?|what do you do|how (?:do|can) (?:i|you) (?:use (?:this|you)|work|help(?: me)?|start)|how does (?:this|it) work|what (?:else )?can i (?:ask|say)(?: you)?|commands|menu|options|start|getting started|instructions|\\?+)',
    praise:
      "(?:good (?:job|work|bot)|well done|nice(?: one| work| job)?|great(?: job| work)?|awesome|amazing|perfect|excellent|brilliant|you'?re (?:the best|a star|a legend|a lifesaver|great|awesome|amazing)|(?:i )?love (?:it|you|this)|❤️+|👍+|🙏+|👏+|😊+|😀+|wow|yay+|happy birthday|merry christmas|happy new year)",
    fine: '(?:ok(?:ay)?|k|kk|cool|sure|alright|all right|fine|got it|i see|right|yep|yeah|yes|yup|understood|sounds good|all done|done|finished|lol|haha+|hehe+|no problem|np|hm+|mhm|ah|oh)',
    never:
      "(?:no|nope|nah|never ?mind|nvm|forget it|forget that|forget about it|cancel that|stop|stop it|nothing|not now|leave it|don'?t worry|no thanks?|no thank you)",
    tired:
      "(?:i'?m|i am|im|i feel|i'?m feeling|feeling|so|i'?ve been) ?(?:so |very |really |a bit |totally |completely |just )*(?:tired|exhausted|knackered|shattered|wrecked|drained|stressed(?: out)?|overwhelmed|sad|down|lonely|bored|anxious|worried|burnt out|fed up|unmotivated|lazy|sick|ill)(?: (?:today|tonight|now|right now|lately|of everything|of this))?(?:,? (?:i )?(?:slept|didn'?t sleep|can'?t sleep|work|because|cos) .{1,60}|,? slept .{1,40})?|(?:i (?:had|have|'ve had) )?(?:a )?(?:bad|rough|hard|terrible|awful|long) (?:day|week)|(?:everything(?:'?s| is)|it(?:'?s| is)(?: all)?) too much(?:[ ,].{0,60})?|i can'?t (?:do this|cope)(?: any ?more)?|i'?m struggling|i give up",
    weather:
      "(?:what(?:'?s| is) |how(?:'?s| is) )?(?:the )?(?:weather|forecast)(?: (?:like|today|tomorrow|now|outside|here|this weekend))*|(?:will it|is it going to|is it) (?:rain|snow|raining|snowing)(?: (?:today|tomorrow|now))?",
    joke: '(?:tell|sing|make)(?: me)? (?:a |another )?(?:joke|riddle|story|poem|song)|make me laugh|say something funny',
    settings:
      "(?:set|change|update)(?: my)? (?:time ?zone|language|name|location|settings|daily minutes|rest days?|reminders?)(?: to .{1,40})?|i (?:only |just )?have (?:about |around )?\\d{1,3} min(?:ute)?s (?:a|per|each|every) day(?: for (?:this|my goals))?|i(?:'m| am) (?:now )?in (?:a )?(?:different|another|new) time ?zone",
    everything:
      '(?:delete|erase|remove|wipe|clear|reset)(?: me)? (?:everything|all|it all|my (?:account|data))(?: (?:about me|please|now))?',
  },
  de: {
    loss: '(?:meine?[rn]?|unsere?[rn]?) (?:\\w+ )?(?:oma|opa|großmutter|großvater|mama|mutter|papa|vater|frau|mann|partner(?:in)?|sohn|tochter|baby|kind|bruder|schwester|onkel|tante|cousine?|freund(?:in)?|hund|hündin|katze|kater|kolleg(?:e|in)|nachbar(?:in)?) (?:ist|wurde)(?: .{1,30})? (?:gestorben|verstorben|tot|eingeschläfert)(?: worden)?|ich habe? (?:meine?[rn]?|unsere?[rn]?) (?:\\w+ )?(?:oma|opa|großmutter|großvater|mama|mutter|papa|vater|frau|mann|partner(?:in)?|sohn|tochter|baby|kind|bruder|schwester|onkel|tante|cousine?|freund(?:in)?|hund|hündin|katze|kater|kolleg(?:e|in)|nachbar(?:in)?) verloren|ich trauere(?:[ ,].{0,60})?',
    proud:
      "ich hab(?:e)? (?:den|die|einen) (?:neuen )?(?:job|stelle|zusage|beförderung)(?: bekommen)?|ich hab(?:e)?(?:'s| es) geschafft|ich hab(?:e)? bestanden|ich bin (?:so |sehr |echt |richtig )*(?:stolz|glücklich|froh)(?: auf mich)?(?: heute)?",
    outside:
      "ruf(?:e)? (?:bitte )?(?:meine?n? )?(?:mama|mutter|papa|vater|oma|opa|frau|mann|chef|arzt|schwester|bruder)(?: (?:bitte )?an)|(?:ruf|bestell)(?:e)?(?: mir)? (?:ein taxi|eine pizza|ein uber)|(?:was gibt(?:'?s| es) )?(?:neues in der welt|(?:die )?nachrichten)(?: heute)?|was gibt(?:'?s| es) für nachrichten(?: heute)?",
    greeting:
      '(?:hallo+|hi+|hey+|moin(?: moin)?|servus|gr(?:ü|ue)(?:ß|ss) (?:dich|gott)|guten (?:morgen|tag|abend)|morgen|na)(?: (?:du|zusammen|flux))?',
    howAreYou: "wie geht(?:'?s| es)(?: dir)?(?: heute)?|alles (?:gut|klar)(?: bei dir)?|was geht(?: ab)?",
    thanks:
      '(?:ok(?:ay)?,? |super,? )?(?:vielen |herzlichen |tausend )?dank(?:e)?(?: (?:dir|schön|sehr|vielmals|für alles|für die hilfe))*',
    night: 'gute nacht|schlaf (?:gut|schön)|ich geh(?:e)? (?:jetzt )?(?:ins bett|schlafen)',
    bye: "tsch(?:ü|ue)ss+|auf wiedersehen|bis (?:bald|später|morgen|dann)|ciao|mach(?:’|')?s gut",
    who: 'wer bist du|was bist du|wie hei(?:ß|ss)t du|stell dich vor',
    help: 'hilfe|hilf mir|was kannst du(?: (?:alles|so|tun|machen))*|wie funktioniert (?:das|es)|wie geht das',
    praise: '(?:gut|sehr gut|super|toll|klasse|prima|perfekt|wunderbar|spitze)(?: gemacht)?|gut gemacht',
    fine: 'ja|okay|alles klar|verstanden|passt|genau|stimmt|gut',
    never: 'nein|ne+|nee|egal|schon gut|vergiss es|lass (?:es|mal)|stopp?|nichts|nein danke',
    tired:
      'ich bin (?:so |sehr |total |echt |voll )*(?:müde|gestresst|erschöpft|traurig|überfordert|kaputt|fertig(?: mit den nerven)?)(?: heute)?|mir ist alles zu viel|das war ein (?:schlechter|harter|langer) tag',
    weather:
      '(?:wie (?:ist|wird) )?(?:das )?wetter(?: (?:heute|morgen|hier))?|(?:regnet|schneit) es(?: (?:heute|morgen))?',
    joke: 'erz(?:ä|ae)hl(?:e)?(?: mir)? (?:einen witz|eine geschichte|etwas lustiges)|bring mich zum lachen|sing (?:mir )?ein lied',
    settings:
      '(?:stell|(?:ä|ae)ndere?)(?:e)? (?:meine |die )?(?:zeitzone|sprache|einstellungen|ruhetage)(?: .{1,40})?|ich habe (?:nur )?\\d{1,3} minuten (?:am|pro) tag',
    everything: 'l(?:ö|oe)sche? (?:alles|mein konto|meine daten)|alles l(?:ö|oe)schen',
  },
  fr: {
    loss: "(?:mon|ma|notre) (?:\\w+ )?(?:mamie|papi|papy|grand-mère|grand-père|maman|mère|papa|père|femme|mari|compagnon|compagne|fils|fille|bébé|frère|sœur|soeur|oncle|tante|cousine?|amie?|copain|copine|chien|chienne|chat|chatte|collègue|voisine?) (?:est|vient de|nous a|a) ?(?:mort|morte|décédée?|mourir|quittés?|été euthanasiée?)(?:[ ,].{0,60})?|j'ai perdu (?:mon|ma|notre) (?:\\w+ )?(?:mamie|papi|papy|grand-mère|grand-père|maman|mère|papa|père|femme|mari|compagnon|compagne|fils|fille|bébé|frère|sœur|soeur|oncle|tante|cousine?|amie?|copain|copine|chien|chienne|chat|chatte|collègue|voisine?)(?: (?:hier|ce matin|cette semaine))?|je suis en deuil(?:[ ,].{0,60})?",
    proud:
      "j'ai (?:eu|décroché) (?:le|un|mon) (?:poste|job|travail|diplôme|permis)|j'ai réussi|je suis (?:si |très |tellement |trop )*(?:fière?|heureux|heureuse|contente?)(?: de moi)?(?: aujourd'hui)?",
    outside:
      "appelle (?:ma|mon) (?:maman|mère|père|papa|femme|mari|sœur|soeur|frère|patron|médecin)|(?:appelle|commande)(?:-moi)? (?:un taxi|un uber|une pizza)|(?:quelles sont )?les (?:nouvelles|infos|actualités)(?: (?:du jour|d'aujourd'hui))?|quoi de neuf dans le monde",
    greeting: '(?:bonjour|salut|coucou|bonsoir|hello|hey|yo)(?: (?:toi|flux|à toi|à tous))?',
    howAreYou: '(?:comment )?(?:ça|ca) va(?: bien)?|comment (?:vas-tu|tu vas|allez-vous)|tu vas bien',
    thanks: '(?:ok,? )?(?:un grand |mille )?merci(?: (?:beaucoup|bien|infiniment|à toi|pour tout|pour ton aide))*',
    night: 'bonne nuit|dors bien|je vais (?:me coucher|dormir)',
    bye: 'au revoir|à (?:bientôt|plus|demain|plus tard)|a\\+|bonne (?:journée|soirée)|ciao|bye',
    who: "(?:tu es qui|qui es-tu|qui êtes-vous|t'es qui|comment tu t'appelles|présente-toi)",
    help: "aide|aide-moi|(?:que|qu'est-ce que) (?:peux-tu|tu peux|tu sais|sais-tu) faire|comment (?:ça|ca) (?:marche|fonctionne)",
    praise: 'super|bravo|génial|parfait|excellent|bien joué|top|trop bien',
    fine: "oui|ok|d'accord|compris|ça marche|entendu|bien",
    never: 'non|laisse tomber|oublie|stop|rien|tant pis|non merci|pas maintenant',
    tired:
      "je suis (?:très |trop |si |vraiment )*(?:fatiguée?|stressée?|épuisée?|triste|débordée?|crevée?)(?: aujourd'hui)?(?:,? (?:j'en peux plus|je n'en peux plus)(?: .{1,40})?)?|(?:j'en|je n'en) peux plus(?: d(?:e|u|es) .{1,40})?|c'est trop pour moi|j'ai passé une (?:mauvaise|dure|longue) journée",
    weather:
      "(?:quel temps fait-il|il fait quel temps|la météo|météo|il va pleuvoir)(?: (?:aujourd'hui|demain|dehors))?",
    joke: 'raconte(?:-moi)? (?:une (?:blague|histoire)|quelque chose de drôle)|fais-moi rire',
    settings:
      "(?:change|modifie|règle) (?:mon |ma |mes |le |la |les )?(?:fuseau horaire|langue|paramètres|réglages|jours de repos)(?: .{1,40})?|(?:je n'ai que|j'ai seulement|j'ai) \\d{1,3} minutes par jour",
    everything: '(?:supprime|efface) (?:tout|mon compte|mes données)',
  },
  es: {
    loss: '(?:ha muerto|murió|se (?:me )?(?:murió|ha muerto)|falleció|ha fallecido) mi (?:\\w+ )?(?:abuel[oa]|mamá|madre|papá|padre|mujer|esposa|marido|esposo|pareja|hij[oa]|bebé|herman[oa]|tí[oa]|prim[oa]|amig[oa]|novi[oa]|perr[oa]|gat[oa]|colega|vecin[oa])(?:[ ,].{0,60})?|mi (?:\\w+ )?(?:abuel[oa]|mamá|madre|papá|padre|mujer|esposa|marido|esposo|pareja|hij[oa]|bebé|herman[oa]|tí[oa]|prim[oa]|amig[oa]|novi[oa]|perr[oa]|gat[oa]|colega|vecin[oa]) (?:ha muerto|murió|se murió|falleció|ha fallecido)(?:[ ,].{0,60})?|(?:perdí|he perdido) a mi (?:\\w+ )?(?:abuel[oa]|mamá|madre|papá|padre|mujer|esposa|marido|esposo|pareja|hij[oa]|bebé|herman[oa]|tí[oa]|prim[oa]|amig[oa]|novi[oa]|perr[oa]|gat[oa]|colega|vecin[oa])(?:[ ,].{0,60})?|estoy de luto(?:[ ,].{0,60})?',
    proud:
      '(?:me han dado|conseguí|he conseguido) (?:el|un) (?:trabajo|puesto|empleo)|lo (?:logré|conseguí|he conseguido)|(?:aprobé|he aprobado)|estoy (?:tan |muy )*(?:orgullos[oa]|feliz|content[oa])(?: de mí)?(?: hoy)?',
    outside:
      'llama a mi (?:mamá|madre|papá|padre|mujer|marido|hermana|hermano|jefe|médico)|(?:llama|pide)(?:me)? (?:un taxi|un uber|una pizza)|(?:qué|cuáles son las) (?:noticias|novedades)(?: hay)?(?: (?:hoy|de hoy))?|las noticias(?: de hoy)?',
    greeting: '¡?(?:hola+|buenas|buenos días|buenas (?:tardes|noches)|hey|qué tal|holi)(?: (?:flux|a todos))?',
    howAreYou: '¿?(?:hola,? )?(?:cómo|como) (?:estás|estas|te va|andas)(?: hoy)?|¿?qué tal(?: estás)?',
    thanks: '(?:ok,? |vale,? )?(?:muchas |mil )?gracias(?: (?:por todo|por la ayuda|por tu ayuda))*',
    night: 'buenas noches y hasta mañana|que descanses|me voy a (?:dormir|la cama)|dulces sueños',
    bye: 'adiós|adios|hasta (?:luego|pronto|mañana)|chao|nos vemos|chau',
    who: '¿?(?:quién|quien|qué|que) eres|¿?cómo te llamas|preséntate',
    help: '¿?(?:ayuda|ayúdame|(?:qué|que) (?:puedes|sabes) hacer|cómo funciona(?: esto)?)',
    praise: '¡?(?:genial|perfecto|excelente|muy bien|bien hecho|estupendo|bravo|buen trabajo)',
    fine: 'sí|si|vale|ok|de acuerdo|entendido|claro|bien',
    never: 'no|nada|olvídalo|déjalo|da igual|para|no gracias|ahora no',
    tired:
      '(?:estoy|me siento) (?:muy |tan |un poco |demasiado )*(?:cansad[oa]|cansadísim[oa]|estresad[oa]|agotad[oa]|triste|agobiad[oa])(?: hoy)?|ha sido un (?:mal|duro|largo) día|es demasiado',
    weather: '¿?(?:qué tiempo hace|cómo está el (?:tiempo|clima)|va a llover)(?: (?:hoy|mañana))?',
    joke: '(?:cuéntame|dime) (?:un chiste|una historia|algo gracioso)|hazme reír',
    settings:
      '(?:cambia|ajusta|pon) (?:mi |la |los |mis )?(?:zona horaria|idioma|ajustes|configuración|días de descanso)(?: .{1,40})?|(?:solo |sólo )?tengo (?:solo |sólo )?\\d{1,3} minutos al día',
    everything: '(?:borra|elimina) (?:todo|mi cuenta|mis datos)',
  },
  pt: {
    loss: '(?:o |a )?(?:meu|minha) (?:\\w+ )?(?:avó|avô|vó|vô|mãe|pai|mulher|esposa|marido|filh[oa]|bebé|bebê|irmão|irmã|ti[oa]|prim[oa]|amig[oa]|namorad[oa]|cão|cachorr[oa]|gat[oa]|colega|vizinh[oa]) (?:morreu|faleceu|partiu)(?:[ ,].{0,60})?|(?:morreu|faleceu) (?:o |a )?(?:meu|minha) (?:\\w+ )?(?:avó|avô|vó|vô|mãe|pai|mulher|esposa|marido|filh[oa]|bebé|bebê|irmão|irmã|ti[oa]|prim[oa]|amig[oa]|namorad[oa]|cão|cachorr[oa]|gat[oa]|colega|vizinh[oa])(?:[ ,].{0,60})?|perdi (?:o |a )?(?:meu|minha) (?:\\w+ )?(?:avó|avô|vó|vô|mãe|pai|mulher|esposa|marido|filh[oa]|bebé|bebê|irmão|irmã|ti[oa]|prim[oa]|amig[oa]|namorad[oa]|cão|cachorr[oa]|gat[oa]|colega|vizinh[oa])(?:[ ,].{0,60})?|estou de luto(?:[ ,].{0,60})?',
    proud:
      'consegui (?:o|um) (?:emprego|trabalho)|eu? ?consegui|passei(?: (?:no|na) [\\w ]{1,30})?|estou (?:tão |muito )*(?:orgulhos[oa]|feliz|contente)(?: de mim)?(?: hoje)?',
    outside:
      '(?:liga|ligue) (?:para|à|ao) (?:a |o )?(?:minha |meu )?(?:mãe|pai|mulher|marido|irmã|irmão|chefe|médico)|(?:chama|chame|pede|peça)(?:-me)? (?:um táxi|um uber|uma pizza)|(?:quais são )?as (?:notícias|novidades)(?: de hoje)?|que notícias há(?: hoje)?',
    greeting: '(?:olá|ola|oi+|bom dia|boa (?:tarde|noite)|e aí|hey)(?: (?:flux|a todos))?',
    howAreYou: '(?:olá,? |oi,? )?(?:como (?:estás|está|vai|você está)|tudo (?:bem|bom))(?: hoje)?',
    thanks: '(?:ok,? )?(?:muito )?(?:obrigad[oa]|valeu|brigad[oa])(?: (?:por tudo|pela ajuda|mesmo))*',
    night: 'boa noite e até amanhã|dorme bem|durma bem|vou dormir',
    bye: 'tchau|adeus|até (?:logo|já|amanhã|mais|breve)|xau',
    who: '(?:quem|o que) (?:és(?: tu)?|é você)|como (?:te chamas|você se chama)|qual é o (?:teu|seu) nome',
    help: 'ajuda|ajuda-me|me ajuda|o que (?:podes|sabes|você pode|você sabe|consegues) fazer|como (?:isto |isso )?funciona(?: isto| isso)?',
    praise: '(?:ótimo|perfeito|excelente|muito bem|bom trabalho|boa|fixe|show|legal|maravilha)',
    fine: 'sim|ok|está bem|tá bom|entendido|certo|claro',
    never: 'não|nao|nada|esquece|deixa(?: (?:estar|pra lá))?|para|não,? obrigad[oa]|agora não',
    tired:
      '(?:estou|sinto-me|tô) (?:muito |tão |um pouco )*(?:cansad[oa]|stressad[oa]|estressad[oa]|exaust[oa]|triste|sobrecarregad[oa])(?: hoje)?|foi um dia (?:mau|difícil|longo)|é demasiado',
    weather: '(?:como está o tempo|que tempo faz|vai chover)(?: (?:hoje|amanhã))?',
    joke: '(?:conta(?:-me)?|me conta) (?:uma (?:piada|história)|algo engraçado)|faz-me rir',
    settings:
      '(?:muda|altera|ajusta) (?:o |a |os |as )?(?:meu |minha |meus |minhas )?(?:fuso horário|idioma|língua|definições|configurações|dias de descanso)(?: .{1,40})?|(?:só )?tenho (?:só )?\\d{1,3} minutos por dia',
    everything: '(?:apaga|elimina) (?:tudo|a minha conta|os meus dados)',
  },
  it: {
    loss: "(?:è|e'|ieri è) (?:mort[oa]|mancat[oa]|venut[oa] a mancare) (?:il |la )?(?:mio|mia) (?:\\w+ )?(?:nonn[oa]|mamma|madre|papà|padre|moglie|marito|compagn[oa]|figli[oa]|bambin[oa]|fratello|sorella|zi[oa]|cugin[oa]|amic[oa]|fidanzat[oa]|cane|gatt[oa]|collega|vicin[oa])(?:[ ,].{0,60})?|(?:il |la )?(?:mio|mia) (?:\\w+ )?(?:nonn[oa]|mamma|madre|papà|padre|moglie|marito|compagn[oa]|figli[oa]|bambin[oa]|fratello|sorella|zi[oa]|cugin[oa]|amic[oa]|fidanzat[oa]|cane|gatt[oa]|collega|vicin[oa]) (?:è|e') (?:mort[oa]|mancat[oa]|venut[oa] a mancare)(?:[ ,].{0,60})?|ho perso (?:il |la )?(?:mio|mia) (?:\\w+ )?(?:nonn[oa]|mamma|madre|papà|padre|moglie|marito|compagn[oa]|figli[oa]|bambin[oa]|fratello|sorella|zi[oa]|cugin[oa]|amic[oa]|fidanzat[oa]|cane|gatt[oa]|collega|vicin[oa])(?: (?:ieri|oggi))?|sono in lutto(?:[ ,].{0,60})?",
    proud:
      "ho (?:avuto|ottenuto) (?:il|un) (?:lavoro|posto)|ce l'ho fatta|ho passato l'esame|sono (?:così |molto |tanto )*(?:fier[oa]|orgoglios[oa]|felice|content[oa])(?: di me)?(?: oggi)?",
    outside:
      'chiama (?:la |il )?(?:mia |mio )?(?:mamma|madre|papà|padre|moglie|marito|sorella|fratello|capo|medico)|(?:chiamami|ordinami|chiama|ordina) (?:un taxi|un uber|una pizza)|(?:che|quali) (?:notizie|novità) ci sono(?: oggi)?|le notizie(?: di oggi)?',
    greeting: '(?:ciao+|salve|buongiorno|buonasera|buon (?:giorno|pomeriggio)|ehi|hey)(?: (?:flux|a tutti))?',
    howAreYou: '(?:ciao,? )?come (?:stai|va|sta)(?: oggi)?|tutto bene',
    thanks: "(?:ok,? )?(?:grazie|ti ringrazio)(?: (?:mille|tante|di tutto|per tutto|per l'aiuto))*",
    night: "buona ?notte|sogni d'oro|vado a (?:letto|dormire)",
    bye: 'arrivederci|a (?:presto|dopo|domani|più tardi)|ci vediamo|buona (?:giornata|serata)',
    who: 'chi sei|(?:che )?cosa sei|come ti chiami|presentati',
    help: 'aiuto|aiutami|(?:che )?(?:cosa|che) (?:puoi|sai) fare|come funziona(?: questo)?',
    praise: '(?:bravo|brava|ottimo|perfetto|eccellente|bene|fantastico|grande|ben fatto)',
    fine: "sì|si|ok|va bene|d'accordo|capito|certo",
    never: 'no|niente|lascia (?:stare|perdere)|non importa|fa niente|basta|no grazie|non ora',
    tired:
      "(?:sono|mi sento) (?:molto |così |un po' )*(?:stanc[oa]|stanchissim[oa]|stressat[oa]|esaust[oa]|triste|sopraffatt[oa])(?: oggi)?|è stata una (?:brutta|lunga) giornata|è troppo",
    weather: "(?:che tempo fa|com'è il tempo|pioverà)(?: (?:oggi|domani))?",
    joke: '(?:raccontami|dimmi) (?:una (?:barzelletta|storia)|qualcosa di divertente)|fammi ridere',
    settings:
      '(?:cambia|imposta|modifica) (?:il mio |la mia |le mie |i miei |il |la |le )?(?:fuso orario|lingua|impostazioni|giorni di riposo)(?: .{1,40})?|ho (?:solo )?\\d{1,3} minuti al giorno',
    everything: '(?:cancella|elimina) (?:tutto|il mio account|i miei dati)',
  },
  nl: {
    loss: '(?:mijn|onze) (?:\\w+ )?(?:oma|opa|mama|moeder|papa|vader|vrouw|man|partner|zoon|dochter|baby|kind|broer|zus|oom|tante|nicht|neef|vriend(?:in)?|hond|kat|collega|buurman|buurvrouw) (?:is|werd)(?: .{1,30})? (?:overleden|gestorven|dood|ingeslapen)(?:[ ,].{0,60})?|ik heb (?:mijn|onze) (?:\\w+ )?(?:oma|opa|mama|moeder|papa|vader|vrouw|man|partner|zoon|dochter|baby|kind|broer|zus|oom|tante|nicht|neef|vriend(?:in)?|hond|kat|collega|buurman|buurvrouw) verloren|ik ben in de rouw(?:[ ,].{0,60})?',
    proud:
      'ik heb (?:de|een) (?:nieuwe )?baan(?: gekregen)?|het is gelukt|ik ben geslaagd|ik ben (?:zo |heel |erg )*(?:trots|blij|gelukkig)(?: op mezelf)?(?: vandaag)?',
    outside:
      'bel (?:mijn )?(?:mama|moeder|papa|vader|vrouw|man|zus|broer|baas|dokter)|(?:bel|bestel) (?:een taxi|een uber|een pizza)(?: voor me)?|(?:wat is )?het nieuws(?: van vandaag| vandaag)?|wat is er in het nieuws',
    greeting: '(?:hallo+|hoi+|hey+|hé|dag|goede(?:morgen|middag|navond)|goeie ?morgen)(?: (?:daar|flux|allemaal))?',
    howAreYou: 'hoe (?:gaat het|is het|gaat ie)(?: met (?:jou|je))?(?: vandaag)?|alles goed',
    thanks:
      '(?:ok(?:é)?,? )?(?:heel erg |hartelijk )?(?:bedankt|dank je(?: wel)?|dankjewel|dank u(?: wel)?|thanks)(?: (?:voor alles|voor de hulp))*',
    night: 'goede ?nacht|welterusten|slaap lekker|ik ga (?:slapen|naar bed)',
    bye: 'doei|tot (?:ziens|straks|morgen|later|gauw)|dag dag|fijne (?:dag|avond)',
    who: 'wie ben (?:je|jij)|wat ben (?:je|jij)|hoe heet (?:je|jij)',
    help: 'help|help me|hulp|wat kun (?:je|jij)(?: (?:allemaal|doen))*|hoe werkt (?:dit|het|dat)',
    praise: '(?:goed(?: gedaan)?|super|top|geweldig|perfect|prima|mooi|lekker bezig)',
    fine: 'ja|oké|ok|begrepen|prima zo|klopt|is goed',
    never: 'nee|laat maar|vergeet het|stop|niets|niks|nee,? bedankt|niet nu',
    tired:
      'ik ben (?:zo |erg |heel |echt )*(?:moe|gestrest|uitgeput|verdrietig|overweldigd|kapot)(?: vandaag)?|het was een (?:slechte|zware|lange) dag|het is te veel',
    weather:
      '(?:wat voor weer (?:is|wordt) het|(?:hoe|wat) (?:is|wordt) het weer|gaat het regenen)(?: (?:vandaag|morgen))?',
    joke: 'vertel (?:me )?(?:een (?:grap|mop|verhaal)|iets grappigs)|maak me aan het lachen',
    settings:
      '(?:verander|wijzig|zet) (?:mijn |de )?(?:tijdzone|taal|instellingen|rustdagen)(?: .{1,40})?|ik heb (?:maar )?\\d{1,3} minuten per dag',
    everything: '(?:verwijder|wis) (?:alles|mijn account|mijn gegevens)',
  },
};
