/** A draft of a given length, made of our own sentences in an order that is always the same for a seed. */
export function draft(words: number, seed = 20261122): string {
  const random = generator(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const parts: string[] = ['# Nytt från vården i länet\n'];
  let count = 5;
  while (count < words) {
    const kind = random();
    let part: string;
    if (kind < 0.12) part = `## ${pick(HEADINGS)}`;
    else if (kind < 0.24) part = Array.from({ length: 4 }, () => `- ${pick(SENTENCES)}`).join('\n');
    else if (kind < 0.28) part = `> ${pick(SENTENCES)}`;
    else part = Array.from({ length: 4 }, () => pick(SENTENCES)).join(' ');
    parts.push(part);
    count += part.split(/\s+/u).length;
  }
  return `${parts.join('\n\n')}\n`;
}

/** Random numbers in [0, 1) from a seed (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const HEADINGS = [
  'Så bokar du tid',
  'Nya öppettider i sommar',
  'Det här händer i höst',
  'Vi söker fler handledare',
  'Frågor och svar om e-tjänsten',
  'Mötet i nämnden den 12 mars 2026',
];

const SENTENCES = [
  'Vi öppnar den nya mottagningen i Lillby den 3 mars och har öppet varje vardag kl. 8–16.',
  'Du som har en remiss får en kallelse med posten inom två veckor.',
  'Kommunen och regionen har i syfte att förenkla för patienterna tagit fram en gemensam rutin för utskrivning.',
  'Sedan handlingarna inkommit erhåller sökanden ett skriftligt besked från nämnden.',
  'Läs mer om avgifterna på [sidan om vad vården kostar](https://exempel.se/avgifter).',
  'Har du frågor? Ring oss på 010-123 45 67 eller skicka ett mejl till *kontakt@exempel.se*.',
  'Projektet är en banbrytande satsning som ska stärka samverkan mellan vårdcentraler, skolor och socialtjänst.',
  'Enligt 3 kap. 4 § hälso- och sjukvårdslagen ska vården vara lätt tillgänglig för alla som behöver den.',
  'Resultatet visar att 1 234 personer, dvs. 56 procent, hade fått hjälp t.ex. av sin kontaktsjuksköterska.',
  '”Det viktigaste är att ingen behöver vänta”, säger verksamhetschefen Maria Ek.',
  'Styrgruppen beslutade den 14 november 2025 att förlänga avtalet med ett år under förutsättning att kostnaden inte ökar.',
  'Planen ska följas upp varje år, och ansvaret för det ligger på varje förvaltning som berörs av de mål som fullmäktige har satt upp.',
  'Välkommen till höstens kurser!',
  'Anmäl dig senast den 1 september.',
  'Undersökningen genomfördes av en arbetsgrupp med representanter för samtliga berörda verksamheter i länet, som även ansvarade för utvärderingen av de insatser som tidigare hade beviljats medel.',
  'Tänk på att ta med legitimation och en lista över dina läkemedel.',
  'Vi har samlat svaren på de vanligaste frågorna här.',
  'Utbildningen riktar sig till chefer och medarbetare inom äldreomsorgen.',
  'Arbetet har pågått sedan i våras och beräknas vara klart vid årsskiftet.',
  'Bussen stannar utanför huvudentrén, och det finns parkering på baksidan.',
  'Den som vill överklaga beslutet ska göra det skriftligt inom tre veckor från den dag då hon eller han fick del av det.',
  'Ersättningen betalas ut i slutet av månaden.',
  'I samband med flytten stänger vi telefonen mellan klockan tolv och ett.',
  'Vårdcentralen i Storby får två nya läkare och en psykolog efter sommaren.',
];
