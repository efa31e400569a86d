import type { Language } from '../language/languages.ts';

/** Holds for a form only where the message asks the assistant to do it, or to do it in the person's stead. */
type Only = 'asked' | 'forMe';

export type ErrandWords = {
  /** How an assistant is asked to do something, before an infinitive. */
  asks: string;
  /** Who it is for: what says that the assistant shall do it in the person's stead. */
  forMe: string;
  /** What is booked or ordered and never is a task by itself: "a table", not "the gym". */
  things: string;
  /** The task's title, `{x}` being the thing, and how it is asked for: `{line}` is anything, `{thing}` one of the things. */
  forms: [title: string, said: string, only?: Only][];
  /** Whoever asks for these must call at once. */
  emergency: string;
  cannot: string;
  callYourself: string;
};

/** What people ask to be done out in the world, where the assistant can only remind. */
export const ERRANDS: Record<Language, ErrandWords> = {
  en: {
    asks: '(?:can|could|will|would) (?:you|u)',
    forMe: '(?:for (?:me|us)|on my behalf)',
    things:
      'table|flights?|hotel|room|taxi|cab|uber|ride|train|tickets?|restaurant|haircut|massage|appointment|court|pizzas?|takeaway|takeout|sushi|food|groceries|flowers',
    forms: [
      ['Book {x}', 'book (?:me|us) {line}'],
      ['Reserve {x}', 'reserve (?:me |us )?{line}'],
      ['Order {x}', 'order (?:me|us) {line}'],
      ['{x}', '(?<line>(?:book|order) (?=.*\\b(?:{things})(?!\\p{L})).+)'],
      ['Call {x}', '(?:call|ring|phone|hail)(?: me| us)? (?<line>an? (?:taxi|cab|uber|ride)\\b.*)'],
      ['Get {x}', 'get (?:me|us) (?<line>(?:an?|the|some) (?:\\p{L}+ )?(?:{things})(?!\\p{L}).*)'],
      ['Send {x}', 'send (?!(?:me|us)\\b|(?:it|that|this|them|him|her)$){line}'],
      [
        '{x}',
        '(?<line>(?:call|phone|ring|text|e-?mail|message|book|order|pay|buy|ask|contact|invite|pick up|fetch|collect|return|post|renew|write to) (?!(?:me|us|it|that|this)\\b).+)',
        'forMe',
      ],
      [
        '{x}',
        '(?<line>(?:call|phone|ring|text|e-?mail|message|book|order|pay) (?!(?:off|me|us|it|that|this|my (?:tasks?|list|day|week|to-?dos?))\\b).+)',
        'asked',
      ],
    ],
    emergency:
      '(?:call|ring|phone|get|send)(?: me| us)? (?:an? |the )?(?:ambulance|police|fire (?:brigade|department|engine)|emergency (?:services?|number|doctor)|911|999|112)\\b.*',
    cannot: "I can't call, write to, book or order from anybody. But I can remind you of it.",
    callYourself: "I can't call anybody. If somebody is in danger, call {x} yourself, right now.",
  },
  de: {
    asks: '(?:kannst|könntest|würdest) du',
    forMe: 'für (?:mich|uns)',
    things:
      'tisch|flug|flüge|hotel|zimmer|taxi|zug|tickets?|karten|restaurant|massage|platz|pizzas?|essen|blumen|termin',
    forms: [
      ['{x} reservieren', 'reserviere? (?:mir |uns )?{line}'],
      ['{x} reservieren', '(?:mir |uns )?{line} reservieren', 'asked'],
      ['{x} buchen', 'buche? (?:mir|uns) {line}'],
      ['{x} buchen', 'buche? {thing}'],
      ['{x} buchen', '(?:mir |uns )?{line} buchen', 'asked'],
      ['{x} bestellen', 'bestelle? (?:mir |uns )?{line}'],
      ['{x} bestellen', '(?:mir |uns )?{line} bestellen', 'asked'],
      ['{x} rufen', 'rufe? (?:mir |uns )?(?<line>ein (?:taxi|uber)(?!\\p{L}).*)'],
      ['{x} rufen', '(?:mir |uns )?(?<line>ein (?:taxi|uber)(?!\\p{L}).*) rufen', 'asked'],
      ['{x} schicken', '(?:schicke?|sende) (?!(?:mir|uns|es|das)(?!\\p{L})){line}'],
      ['{x} schicken', '(?!(?:mir|uns) ){line} (?:schicken|senden)', 'asked'],
      ['{x} anrufen', 'rufe? (?!mich ){line} an', 'forMe'],
      ['{x} anrufen', '(?!mich ){line} anrufen', 'asked'],
      ['{x} kaufen', 'kaufe? {line}', 'forMe'],
      ['{x} bezahlen', '(?:be)?zahle? {line}', 'forMe'],
      ['{x} abholen', 'hole? {line} ab', 'forMe'],
    ],
    emergency:
      '(?:(?:ruf|hol)e? (?:mir |uns |bitte )*)?(?:einen |den |die )?(?:krankenwagen|notarzt|rettungswagen|rettungsdienst|polizei|feuerwehr|notruf)(?: (?:rufen|holen|anrufen|an|schnell|sofort))*',
    cannot: 'Anrufen, schreiben, buchen oder bestellen kann ich nicht. Aber erinnern kann ich dich daran.',
    callYourself: 'Ich kann niemanden anrufen. Ist jemand in Gefahr, ruf bitte sofort selbst {x} an.',
  },
  fr: {
    asks: '(?:est-ce que )?(?:tu )?(?:peux|pourrais)(?:[- ]tu)?',
    forMe: '(?:pour (?:moi|nous)|à ma place)',
    things: 'table|taxi|vol|billets?|hôtel|chambre|train|pizzas?|restaurant|place|fleurs|rendez-vous',
    forms: [
      ['Réserver {x}', 'réserve[- ](?:moi|nous) {line}'],
      ['Réserver {x}', 'réserve {thing}'],
      ['Réserver {x}', '(?:me |nous )?réserver {line}', 'asked'],
      ['Commander {x}', 'commande[- ](?:moi|nous) {line}'],
      ['Commander {x}', 'commande {thing}'],
      ['Commander {x}', '(?:me |nous )?commander {line}', 'asked'],
      ['Appeler {x}', 'appelle(?:[- ](?:moi|nous))? (?<line>un (?:taxi|uber|vtc)(?!\\p{L}).*)'],
      ['Appeler {x}', "(?:m'|nous )?appeler (?<line>un (?:taxi|uber|vtc)(?!\\p{L}).*)", 'asked'],
      ['Appeler {x}', 'appelle {line}', 'forMe'],
      ['Appeler {x}', 'appeler {line}', 'asked'],
      ['Envoyer {x}', 'envoie (?!moi |nous |ça$){line}'],
      ['Envoyer {x}', 'envoyer (?!ça$){line}', 'asked'],
      ['Payer {x}', 'pa[iy]e {line}', 'forMe'],
      ['Acheter {x}', 'achète {line}', 'forMe'],
    ],
    emergency:
      "appel(?:le|er)(?:[- ](?:moi|nous))? (?:une |l'|la |les |le )?(?:ambulance|samu|police|pompiers|secours|urgences)(?!\\p{L}).*",
    cannot: 'Je ne peux ni appeler, ni écrire, ni réserver, ni commander. Mais je peux te le rappeler.',
    callYourself: "Je ne peux appeler personne. Si quelqu'un est en danger, appelle tout de suite toi-même : {x}.",
  },
  es: {
    asks: '(?:me )?(?:puedes|podrías|podés)',
    forMe: '(?:por|para) (?:m[ií]|nosotros)',
    things: 'mesa|taxi|vuelos?|hotel|habitación|entradas?|billetes?|tren|pizzas?|restaurante|flores|cita',
    forms: [
      ['Reservar {x}', 'res[eé]rva(?:me|nos) {line}'],
      ['Reservar {x}', 'reserva {thing}'],
      ['Reservar {x}', 'reservar(?:me|nos)? {line}', 'asked'],
      ['Pedir {x}', 'p[ií]de(?:me|nos) {line}'],
      ['Pedir {x}', 'pide {thing}'],
      ['Pedir {x}', 'pedir(?:me|nos)? {line}', 'asked'],
      ['Llamar {x}', 'll[aá]ma(?:me|nos)? (?<line>(?:a )?un (?:taxi|uber)(?!\\p{L}).*)'],
      ['Llamar {x}', 'llama {line}', 'forMe'],
      ['Llamar {x}', 'llamar {line}', 'asked'],
      ['Enviar {x}', '(?:env[ií]a|m[aá]nda)(?:les?)? {line}'],
      ['Enviar {x}', '(?:enviar|mandar)(?:les?)? {line}', 'asked'],
      ['Comprar {x}', 'compra {line}', 'forMe'],
      ['Pagar {x}', 'paga {line}', 'forMe'],
    ],
    emergency:
      'll[aá]ma(?:r|me)? (?:a )?(?:una |la |los |al )?(?:ambulancia|policía|bomberos|emergencias|112|911)(?!\\p{L}).*',
    cannot: 'No puedo llamar, escribir, reservar ni pedir nada. Pero sí recordártelo.',
    callYourself: 'No puedo llamar a nadie. Si alguien está en peligro, llama tú ahora mismo: {x}.',
  },
  pt: {
    asks: '(?:você )?(?:podes|pode|podias|poderia|consegues)',
    forMe: '(?:por|para|pra) mim',
    things: 'mesa|táxi|taxi|voos?|hotel|quarto|bilhetes?|ingressos?|comboio|trem|pizzas?|restaurante|flores|consulta',
    forms: [
      ['Reservar {x}', '(?:me reserv[ae]|reserv[ae]-(?:me|nos)) {line}'],
      ['Reservar {x}', 'reserv[ae] {thing}'],
      ['Reservar {x}', '(?:me )?reservar(?:-me|-nos)? {line}', 'asked'],
      ['Pedir {x}', '(?:me (?:pede|peça)|(?:pede|peça)-(?:me|nos)) {line}'],
      ['Pedir {x}', '(?:pede|peça) {thing}'],
      ['Pedir {x}', '(?:me )?pedir(?:-me|-nos)? {line}', 'asked'],
      ['Encomendar {x}', 'encomend[ae](?:-me|-nos)? {line}'],
      ['Chamar {x}', '(?:me )?cham[ae](?:-me|-nos)? (?<line>um (?:táxi|taxi|uber)(?!\\p{L}).*)'],
      ['Chamar {x}', '(?:me )?chamar(?:-me|-nos)? (?<line>um (?:táxi|taxi|uber)(?!\\p{L}).*)', 'asked'],
      ['Ligar {x}', 'lig(?:a|ue) {line}', 'forMe'],
      ['Ligar {x}', 'ligar {line}', 'asked'],
      ['Enviar {x}', '(?:envi[ae]|mand[ae])(?:-lhes?)? {line}'],
      ['Enviar {x}', '(?:enviar|mandar)(?:-lhes?)? {line}', 'asked'],
      ['Comprar {x}', 'compr[ae] {line}', 'forMe'],
    ],
    emergency:
      '(?:cham[ae]r?|lig(?:a|ue|ar))(?:-me)? (?:para |pra )?(?:uma |a |o |os |à |ao |aos )?(?:ambulância|polícia|bombeiros|emergência|samu|inem|112|190|192)(?!\\p{L}).*',
    cannot: 'Não posso ligar, escrever, reservar nem encomendar. Mas posso fazer um lembrete.',
    callYourself: 'Não posso ligar a ninguém. Se alguém está em perigo, é preciso ligar já para este número: {x}.',
  },
  it: {
    asks: '(?:mi )?(?:puoi|potresti)',
    forMe: '(?:per me|per noi|al posto mio)',
    things: 'tavolo|taxi|vol[oi]|hotel|albergo|camera|bigliett[oi]|treno|pizz[ae]|ristorante|fiori|appuntamento',
    forms: [
      ['Prenotare {x}', 'prenota(?:mi|ci) {line}'],
      ['Prenotare {x}', 'prenota {thing}'],
      ['Prenotare {x}', 'prenotar(?:e|mi|ci) {line}', 'asked'],
      ['Ordinare {x}', 'ordina(?:mi|ci) {line}'],
      ['Ordinare {x}', 'ordina {thing}'],
      ['Ordinare {x}', 'ordinar(?:e|mi|ci) {line}', 'asked'],
      ['Chiamare {x}', 'chiama(?:mi|ci)? (?<line>un (?:taxi|uber)(?!\\p{L}).*)'],
      ['Chiamare {x}', 'chiamar(?:e|mi|ci) (?<line>un (?:taxi|uber)(?!\\p{L}).*)', 'asked'],
      ['Chiamare {x}', 'chiama {line}', 'forMe'],
      ['Chiamare {x}', 'chiamare {line}', 'asked'],
      ['Mandare {x}', '(?:manda|invia)(?:gli|le)? {line}'],
      ['Mandare {x}', '(?:mandar|inviar)(?:e|gli|le) {line}', 'asked'],
      ['Comprare {x}', 'compra {line}', 'forMe'],
      ['Pagare {x}', 'paga {line}', 'forMe'],
    ],
    emergency:
      "chiama(?:mi|re)? (?:un'|l'|la |i |il )?(?:ambulanza|polizia|carabinieri|vigili del fuoco|pompieri|soccorsi|118|112)(?!\\p{L}).*",
    cannot: 'Non posso chiamare, scrivere, prenotare né ordinare. Ma posso ricordartelo.',
    callYourself: 'Non posso chiamare nessuno. Se qualcuno è in pericolo, chiama subito tu: {x}.',
  },
  nl: {
    asks: '(?:kun|kan|zou|wil) (?:je|jij)',
    forMe: 'voor (?:me|mij|ons)',
    things: 'tafel|vlucht|hotel|kamer|taxi|trein|tickets?|kaartjes?|restaurant|pizza|eten|bloemen|afspraak',
    forms: [
      ['{x} reserveren', 'reserveer (?:me |mij |ons )?{line}'],
      ['{x} reserveren', '(?:me |mij |ons )?{line} reserveren(?: {rest})?', 'asked'],
      ['{x} boeken', 'boek (?:me|mij|ons) {line}'],
      ['{x} boeken', 'boek {thing}'],
      ['{x} boeken', 'boek {line}', 'forMe'],
      ['{x} boeken', '(?:me |mij |ons )?{line} boeken(?: {rest})?', 'asked'],
      ['{x} bestellen', 'bestel (?:me |mij |ons )?{line}'],
      ['{x} bestellen', '(?:me |mij |ons )?{line} bestellen(?: {rest})?', 'asked'],
      ['{x} bellen', 'bel (?:me |mij |ons )?(?<line>een (?:taxi|uber)(?!\\p{L}).*)'],
      ['{x} bellen', 'bel {line}', 'forMe'],
      ['{x} bellen', '(?!me |mij ){line} bellen(?: {rest})?', 'asked'],
      ['{x} sturen', '(?:ver)?stuur (?!(?:me|mij|ons) |(?:het|dat)$){line}'],
      ['{x} sturen', '(?!(?:me|mij|ons) ){line} (?:ver)?sturen', 'asked'],
      ['{x} kopen', 'koop {line}', 'forMe'],
      ['{x} betalen', 'betaal {line}', 'forMe'],
    ],
    emergency: 'bel(?:len)? (?:me |mij )?(?:een |de |het )?(?:ambulance|ziekenwagen|politie|brandweer|112)(?!\\p{L}).*',
    cannot: 'Bellen, schrijven, boeken of bestellen kan ik niet. Wel kan ik je eraan herinneren.',
    callYourself: 'Ik kan niemand bellen. Is er iemand in gevaar, bel dan meteen zelf {x}.',
  },
};
