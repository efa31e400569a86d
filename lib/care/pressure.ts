/** From here on a reading is looked at the same day (AHA: 180 and/or 120; NICE: 180/120; the lower figure where guidelines differ). */
const SYSTOLIC_URGENT = 180;
const DIASTOLIC_URGENT = 110;
const SYSTOLIC_MAX = 280;
const DIASTOLIC_MIN = 40;
const READING = /(?<![\d.,])(\d{3})\s*(?:\/|over|zu|auf|sur|sobre|por|su|op)\s*(\d{2,3})(?![\d.,]*\d)/giu;
/** Two numbers are a reading only beside these words. */
const OF_PRESSURE =
  /blood pressure|(?<!\p{L})bp(?!\p{L})|hypertens|mm\s?hg|blutdruck|bluthochdruck|tension|tensión|presión|presion|press[ãa]o|tens[ãa]o|ipertens|pressione|bloeddruk/iu;

/** Returns a blood pressure that a text names and that must be looked at today ("190/120"); undefined where it names none. */
export function urgentPressure(text: string): string | undefined {
  if (!OF_PRESSURE.test(text)) return undefined;
  for (const [, high = '', low = ''] of text.matchAll(READING)) {
    const [systolic, diastolic] = [Number(high), Number(low)];
    if (systolic > SYSTOLIC_MAX || diastolic < DIASTOLIC_MIN || diastolic >= systolic) continue;
    if (systolic >= SYSTOLIC_URGENT || diastolic >= DIASTOLIC_URGENT) return `${systolic}/${diastolic}`;
  }
  return undefined;
}
