import type { Language } from '../language/languages.ts';

/** What is said of a program that ran, where no model puts it into words. What stands before text ends with a colon. */
type RunWords = {
  restarted: string;
  tooLong: string;
  /** The name of an error follows. */
  endedWith: string;
  printed: string;
  printedBefore: string;
  value: string;
  itsValue: string;
  picture: string;
  pictures: (count: number) => string;
  wrote: string;
  tooMuch: string;
  nothing: string;
  shortened: string;
};

export const RUN_WORDS: Record<Language, RunWords> = {
  en: {
    restarted: '(The sandbox of this conversation had to be started again: variables of earlier messages are gone.)',
    tooLong: 'The code took too long and was stopped.',
    endedWith: 'The code ended with',
    printed: 'The code printed:',
    printedBefore: 'Before that it printed:',
    value: 'The value is:',
    itsValue: 'Its value is:',
    picture: 'It drew a picture.',
    pictures: (count) => `It drew ${count} pictures.`,
    wrote: 'It wrote:',
    tooMuch: 'It also wrote what is too much to come back (ten files, 3 MB together):',
    nothing: 'The code ran and printed nothing.',
    shortened: 'shortened',
  },
  de: {
    restarted: '(Die Sandbox dieses Gesprächs musste neu gestartet werden: Variablen früherer Nachrichten sind weg.)',
    tooLong: 'Der Code lief zu lange und wurde angehalten.',
    endedWith: 'Der Code endete mit',
    printed: 'Der Code hat ausgegeben:',
    printedBefore: 'Davor hat er ausgegeben:',
    value: 'Der Wert ist:',
    itsValue: 'Sein Wert ist:',
    picture: 'Er hat ein Bild gezeichnet.',
    pictures: (count) => `Er hat ${count} Bilder gezeichnet.`,
    wrote: 'Er hat geschrieben:',
    tooMuch: 'Er hat noch mehr geschrieben, als zurückkommen kann (zehn Dateien, zusammen 3 MB):',
    nothing: 'Der Code ist gelaufen und hat nichts ausgegeben.',
    shortened: 'gekürzt',
  },
  fr: {
    restarted: "(Le bac à sable de cette conversation a dû redémarrer : les variables d'avant ont disparu.)",
    tooLong: 'Le code a duré trop longtemps et a été arrêté.',
    endedWith: "Le code s'est terminé par",
    printed: 'Le code a affiché :',
    printedBefore: 'Avant cela, il a affiché :',
    value: 'La valeur est :',
    itsValue: 'Sa valeur est :',
    picture: 'Il a dessiné une image.',
    pictures: (count) => `Il a dessiné ${count} images.`,
    wrote: 'Il a écrit :',
    tooMuch: 'Il a aussi écrit ce qui est trop gros pour revenir (dix fichiers, 3 Mo en tout) :',
    nothing: "Le code s'est exécuté et n'a rien affiché.",
    shortened: 'abrégé',
  },
  es: {
    restarted: '(Hubo que reiniciar el entorno de esta conversación: las variables de antes ya no están.)',
    tooLong: 'El código tardó demasiado y se detuvo.',
    endedWith: 'El código terminó con',
    printed: 'El código imprimió:',
    printedBefore: 'Antes imprimió:',
    value: 'El valor es:',
    itsValue: 'Su valor es:',
    picture: 'Dibujó una imagen.',
    pictures: (count) => `Dibujó ${count} imágenes.`,
    wrote: 'Escribió:',
    tooMuch: 'También escribió lo que es demasiado para volver (diez archivos, 3 MB en total):',
    nothing: 'El código se ejecutó y no imprimió nada.',
    shortened: 'abreviado',
  },
  pt: {
    restarted: '(Foi preciso reiniciar o ambiente desta conversa: as variáveis de antes já não existem.)',
    tooLong: 'O código demorou demais e foi parado.',
    endedWith: 'O código terminou com',
    printed: 'O código imprimiu:',
    printedBefore: 'Antes disso imprimiu:',
    value: 'O valor é:',
    itsValue: 'O seu valor é:',
    picture: 'Desenhou uma imagem.',
    pictures: (count) => `Desenhou ${count} imagens.`,
    wrote: 'Escreveu:',
    tooMuch: 'Também escreveu o que é demais para voltar (dez ficheiros, 3 MB no total):',
    nothing: 'O código correu e não imprimiu nada.',
    shortened: 'abreviado',
  },
  it: {
    restarted: "(L'ambiente di questa conversazione è stato riavviato: le variabili di prima non ci sono più.)",
    tooLong: 'Il codice ha impiegato troppo tempo ed è stato fermato.',
    endedWith: 'Il codice è terminato con',
    printed: 'Il codice ha stampato:',
    printedBefore: 'Prima ha stampato:',
    value: 'Il valore è:',
    itsValue: 'Il suo valore è:',
    picture: "Ha disegnato un'immagine.",
    pictures: (count) => `Ha disegnato ${count} immagini.`,
    wrote: 'Ha scritto:',
    tooMuch: 'Ha scritto anche ciò che è troppo per tornare (dieci file, 3 MB in tutto):',
    nothing: 'Il codice è stato eseguito e non ha stampato nulla.',
    shortened: 'abbreviato',
  },
  nl: {
    restarted: '(De sandbox van dit gesprek moest opnieuw starten: variabelen van eerdere berichten zijn weg.)',
    tooLong: 'De code duurde te lang en is gestopt.',
    endedWith: 'De code eindigde met',
    printed: 'De code gaf als uitvoer:',
    printedBefore: 'Daarvoor was de uitvoer:',
    value: 'De waarde is:',
    itsValue: 'De waarde ervan is:',
    picture: 'Er is een afbeelding getekend.',
    pictures: (count) => `Er zijn ${count} afbeeldingen getekend.`,
    wrote: 'Geschreven:',
    tooMuch: 'Ook geschreven, maar te veel om terug te sturen (tien bestanden, samen 3 MB):',
    nothing: 'De code is uitgevoerd en gaf geen uitvoer.',
    shortened: 'ingekort',
  },
};
