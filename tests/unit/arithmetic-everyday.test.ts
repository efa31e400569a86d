import { describe, expect, test } from 'vitest';
import { readEveryday, solveEveryday } from '../../lib/arithmetic/everyday/everyday.ts';
import { sayTo } from '../support/rules.ts';

/** The messages of a conversation, parted by bars, and what the last answer must say; each by the locale of who writes. */
const RIGHT: Record<string, [messages: string, value: string][]> = {
  'en-US': [
    ['lunch was $42.50 plus 20% tip, what do we each pay, 2 people', '$25.50 each'],
    ['$64 bill, 15% tip, 4 of us', '$18.40 each'],
    ['boots are $180 with 25% off', '$135'],
    ['whats 8.25% sales tax on $49.99', '$54.11'],
    ['gym fee went up from 40 to 46, how many percent is that', '+15%'],
    ['price dropped from 80 to 68 what percent is that', '−15%'],
    ['75 split three ways', '25 each'],
    ['rent 950, food 320 and gas 80, whats the total', '1350'],
    ['12.99 and 7.50 and another 4.51 total?', '25'],
    ['6 tickets at $12.50 each', '$75'],
    ['how much is 3 coffees at 4.20 and 2 muffins at 3.10', '18.80'],
    ['I make $18 an hour and work 30 hours a week, how much is that a month', '$2340 a month'],
    ['I pay $15.99 a month for netflix, how much is that a year', '$191.88 a year'],
    ['how long is a 10k at 6:10 a km', '1 h 1 min 40 s'],
    ['how long does 8 miles take at 9:30 a mile?', '1 h 16 min'],
    ['trip is 300 miles, car gets 25 mpg and gas is 3.50, how much will gas be', '= 42'],
    ['recipe for 6 needs 450 g rice, we are 4, how much rice', '300 g'],
    ['if I put $2,000 away at 4% a year what is it worth after 2 years', '$2,163.20'],
    ['how long from 10:45pm to 6:30am', '7 h 45 min'],
    ['I work from 9:15 to 17:45 with a 30 min break, how many hours is that', '8 h'],
    ["what's 40 min before 8:20", '7:40'],
    ['movie starts 7:10pm and takes 2h 25, what time does it end', '9:35 pm'],
    ['how many minutes until 9:45', '1 h 15 min'],
    ['I had 200 and spent 45.50 and 30, how much is left', '124.50'],
    ['its 13.40 and i pay with a 20, how much change', '6.60'],
    ['what is 68 F in celsius pls', '= 20 °C'],
    ['11 stone 6 in kg', '72.5748 kg'],
    ['how many ml in 2.5 cups again?', '591.471 ml'],
    ['the pool is 25 yards, how many meters is that?', '22.86 m'],
    ['40% of 90|and of 60?', '= 24'],
    ['18% of 250|now take that off 250', '= 205'],
    ['300 split 4 ways|make it 6 people', '50 each'],
    ['5 miles in km|and 8?', '12.874752 km'],
    ['12 + 30|and another 8', '42 + 8 = 50'],
    ['90 / 4|thanks!|and 90 / 5?', '90 / 5 = 18'],
    ['dinner was $80, 20% tip|split 4 ways', '$24 each'],
  ],
  'en-GB': [
    ['£1,250 minus 12%', '£1,100'],
    ['it says £120 including 20% VAT, how much is the vat', '£20'],
    ['£250 plus 20% vat', '£300'],
    ['coat was £85, 30% off, how much is it now', '£59.50'],
    ['38 litres at £1.45 a litre, how much?', '£55.10'],
    ['1.5 kg of cherries at £6.80 a kilo how much is that', '£10.20'],
    ['£900 in 6 instalments', '£150'],
    ['£47 between 5 people', '£9.40 each'],
    ['ok its 31.50, halves', '15.75 each'],
    ['what time is 1h 20 after 4:50pm', '6:10 pm'],
  ],
  'en-IN': [
    ['2,40,000 split between 6 of us', '40,000 each'],
    ['₹1,50,000 plus 18% gst', '₹1,77,000'],
  ],
  'de-DE': [
    ['Essen war 68,40 €, 10 Prozent Trinkgeld, wir sind zu dritt, was zahlt jeder?', '25,08 € pro Person'],
    ['Jacke für 129,90 € mit 30 % Rabatt', '90,93 €'],
    ['wie viel sind 7 % Mehrwertsteuer auf 49,90 €', '53,39 €'],
    ['238 € inklusive 19 % Mehrwertsteuer, wie viel Steuer ist das?', '38 €'],
    ['Miete ist von 800 auf 840 gestiegen, wie viel Prozent sind das?', '+5 %'],
    ['96 Euro durch 4 teilen', '24 Euro pro Person'],
    ['4 Brötchen zu 0,45 und 2 Brezeln zu 0,90, was macht das?', '3,60'],
    ['ich zahle 12,99 im Monat, wie viel ist das im Jahr', '155,88 im Jahr'],
    ['1.800 € in 12 Raten', '150 €'],
    ['42 l zu 1,75 pro Liter, was macht das', '73,50'],
    ['Rezept für 4 Personen braucht 300 g Mehl, wir sind 6 Leute, wie viel brauche ich', '450 g'],
    ['wie lange ist es von 22:15 bis 6:00', '7 h 45 min'],
    ['von 8:30 bis 17:00 mit 45 min Pause, wie viele Stunden', '7 h 45 min'],
    ['Zug fährt um 14:20 Uhr, 25 min vorher, wann ist das', '13:55'],
    ['wie viele Minuten bis 10:00', '(90 min)'],
    ['200 g in Unzen bitte', '7,05479 oz'],
    ['20 % von 150|und von 90?', '= 18'],
    ['30 € pro Person, wir sind 4, was macht das', '4 × 30 € = 120 €'],
    ['119 € brutto, 19 % Mehrwertsteuer, wie viel netto', '100 €'],
    ['84 durch 3 teilen|und zu viert?', '21 pro Person'],
    ['5 Meilen in km|und 10?', '16,09344 km'],
    ['10 % von 250|und 20?', '= 50'],
  ],
  'de-CH': [
    ["1'200.50 Franken plus 8.1% MwSt", "1'297.74 Franken"],
    ["CHF 1'500 durch 4 Personen geteilt", 'CHF 375 pro Person'],
  ],
  'fr-FR': [
    ["l'addition fait 96 €, on est quatre, chacun paie combien", '24 € par personne'],
    ['un pull à 45 € soldé à -20 %, je paie combien', '36 €'],
    ['1 200,50 € moins 15 %', '1 020,43 €'],
    ['120 € TTC avec 20 % de TVA, combien de TVA ?', '20 €'],
    ['combien font 20 % de TVA sur 250 €', '300 €'],
    ['le loyer est passé de 700 à 721, ça fait combien en pourcentage', '+3 %'],
    ['3 cafés à 2,40 et 2 croissants à 1,30, ça fait combien ?', '9,80'],
    ['je paie 39,99 par mois, combien par an', '479,88 par an'],
    ['une addition de 84 € plus 10 % de pourboire', '92,40 €'],
    ['combien de temps de 9h15 à 11h', '1 h 45 min'],
    ['le train est à 17:10 et je pars 50 min avant, à quelle heure', '16:20'],
    ['le gâteau cuit à 180 C, ça fait combien en fahrenheit ?', '= 356 °F'],
    ['30 % de 90|et de 60 ?', '= 18'],
    ['144 € à partager entre 6 personnes|et à quatre ?', '36 € par personne'],
  ],
  'es-ES': [
    ['unos zapatos de 79,90 con el 20 % de descuento', '63,92'],
    ['la cuenta es de 54 euros, somos 3, cuánto paga cada uno', '18 euros por persona'],
    ['cuánto es el 21% de IVA de 1.200,50', '252,11'],
    ['121 € con el IVA incluido del 21 %, cuánto es el IVA', '21 €'],
    ['el alquiler subió de 800 a 836, cuánto es en porcentaje', '+4,5 %'],
    ['pago 29,90 al mes, cuánto es al año', '358,80 al año'],
    ['600 en 12 cuotas', '50'],
    ['5 entradas a 12,50 cada una, cuánto es', '62,50'],
    ['trabajo de 9:00 a 14:30, cuántas horas son', '5 h 30 min'],
    ['el vuelo es a las 13:15, 2h 30 antes, qué hora es', '10:45'],
    ['10 millas en km porfa', '16,09344 km'],
    ['25% de 80|y de 120?', '= 30'],
    ['la cuenta son 90 euros más 10% de propina|y entre 3?', '33 euros por persona'],
  ],
  'pt-BR': [
    ['R$ 1.200,50 com 10% de desconto', 'R$ 1.080,45'],
    ['conta de R$ 150 mais 10% de gorjeta', 'R$ 165'],
    ['R$ 240 dividido por 5 pessoas', 'R$ 48 por pessoa'],
    ['10 parcelas de 89,90 dá quanto?', '899'],
    ['R$ 1.800 em 12 parcelas', 'R$ 150'],
    ['o aluguel subiu de 1.000 para 1.080, quanto é em porcentagem', '+8%'],
    ['pago 45 por mês, quanto é por ano', '540 por ano'],
    ['de 8:00 até 12:45, quantas horas', '4 h 45 min'],
    ['10 km em milhas mesmo?', '6,21371 mi'],
    ['15% de 200|e de 300?', '= 45'],
  ],
  'it-IT': [
    ['conto da 84 €, siamo in sei, quanto a testa?', '14 € a testa'],
    ['una giacca da 150 € con il 40% di sconto', '90 €'],
    ['1.200,50 più il 10%', '1.320,55'],
    ['122 € IVA inclusa al 22%, quanto è l’IVA', '22 €'],
    ['quanto fa il 22% di IVA su 250 €', '305 €'],
    ['pago 9,99 al mese, quanto è all’anno', '119,88'],
    ['l’affitto è passato da 600 a 630, quanto è in percentuale', '+5%'],
    ['parto alle 9:40 e ci metto 2 ore e 35, a che ora arrivo', '12:15'],
    ['quanti grammi sono 2 etti', '= 200 g'],
    ['20% di 90|e di 45?', '= 9'],
    ['22% di 300|e aggiunto al totale?', '= 366'],
  ],
  'nl-NL': [
    ["90 euro met z'n vieren delen", '22,50 euro per persoon'],
    ['schoenen van 89,95 met 20% korting', '71,96'],
    ['hoeveel is 21% btw over 1.200,50', '252,11'],
    ['€ 121 inclusief 21% btw, hoeveel btw is dat', '€ 21'],
    ['de huur ging van 800 naar 832, hoeveel procent is dat', '+4%'],
    ['3 broden van 2,40 en 2 melk van 1,10, hoeveel is dat', '9,40'],
    ['ik betaal 24,50 per maand, hoeveel is dat per jaar', '294 per jaar'],
    ['hoe lang is het van 22:30 tot 7:00', '8 h 30 min'],
    ['de film begint om 20:15 en duurt 1 uur 50 min, hoe laat eindigt hij', '22:05'],
    ['6 glazen van 250 ml, hoeveel liter is dat', '6 × 250 ml = 1,5 l'],
    ['30% van 80|en van 120?', '= 36'],
    ["75 met z'n drieën delen|en met z'n vijven?", '15 per persoon'],
  ],
};
const cases = Object.entries(RIGHT).flatMap(([locale, lines]) =>
  lines.map(([messages, value]): [string, string, string] => [locale, messages, value]),
);

describe('sums in everyday words', () => {
  test.each(cases)('%s: %s is answered with %s', (locale, messages, value) => {
    expect(sayTo(messages.split('|'), locale)).toContain(value);
  });
});

/** Everyday text with numbers in it that asks for no sum. */
const NO_SUMS = `24/7
9-5
5-a-side
chapter 3 of 12
the 10-minute rule
flat 3/4 Main St
2 of us at 7
50-50
dinner for 2 at 7.30
table for 4 at 8:30
3 of 5 done
10% battery
100% sure
I'm 90% done with the book
meet 2 friends at 6
split the tasks in 2 days
gym from 7:00 to 8:30
work 9:00 to 17:30
call mum at 5:45
run 5 km at 6:10 a km
pay rent 950 by the 1st
buy 2 get 1 free
2 tickets for 30
remind me to pay £47 between 5 people
50 euros off the coat by friday
read 20 pages a day
drink 2 litres a day
walk 10 miles in may
save 1500 for a bike
I weigh 80 kg and want 75
flight at 13:15, gate 22
bus 42 at 8:20
room 3 of 6
season 2 episode 5
take 2 pills before 8:00
level 20% harder
after 35% off I paid £84.49, what was the original price
it was 100 before the 20% off and 10% tip, what do I pay
2 adults and 3 kids, tickets 12 and 8
half of us pay 20
split 90 between 3 but Tom pays double
5 of 8 people paid 20
rent rose by 50 to 950, what percent
from 100 to 50 it went up, what percent
loan of 5,000 at 4% a year, what is it worth after 2 years
how much is 3 of 12.50
what percent of my goals are done
with 20% off it cost 64, how much was it
shoes are 64 after 20% off, what did they cost
it came to $84 with 20% tip, how much was the food
100 is 25% more than what
tickets 20, 4 for me and 3 for you, total
what's 3% of 1.2 million
how much time is it till 10:00 after gym from 8:45
I already paid 20 of 90, split between 3
3 sur 4 c'est combien en pourcentage
nach 20 % Rabatt kostet es 64, was war der Preis
con el 20% de descuento me costó 64, cuánto costaba
add 2 tasks at 7
make it 5
make it 5pm
and 90?
and of 80?
take that off
24 Stunden am Tag
Kapitel 3 von 12
um 8 zu zweit essen
3-Zimmer-Wohnung für 950 Euro
Termin um 9:30 bis 10:15
2 von 5 geschafft
in 20 Minuten los
Zimmer 12 im 3. Stock
20 % Akku
erinnere mich um 8:30 an 2 Pakete
page 3 sur 12
rendez-vous de 9h à 10h
à deux à 20h
2 sur 5
dans 10 minutes
rappelle-moi de payer 40 € à 18h
cena para 4 a las 9
capítulo 3 de 12
de lunes a viernes de 9 a 5
recuérdame pagar 50 euros
jantar para 2 às 8
capítulo 3 de 10
lembra-me de pagar 100 reais
cena alle 8 in 4
capitolo 3 di 12
hoofdstuk 3 van 12
eten met z'n vieren om 7 uur`.split('\n');
const moment = { now: new Date('2027-01-13T08:00:00Z'), timezone: 'Europe/Berlin' };

test.each(NO_SUMS)('%s is no sum in everyday words', (message) => {
  const reading = readEveryday(message, null);
  expect(reading && solveEveryday(reading, moment)).toBeNull();
});
