import { describe, expect, test } from 'vitest';
import { Text } from '../../src/analyse/text.ts';
import { ZONE, type Zone } from '../../src/analyse/zones.ts';
import { readMarkdown } from '../../src/source/markdown.ts';

const NAMES = ['Region Jämtland Härjedalen', 'Vård i samverkan', 'funktionsnedsättning'];

/** The text with ⟦ and ⟧ around what stands in a zone. */
function marked(zone: Zone, markdown: string): string {
  return new Text(readMarkdown(markdown), NAMES).blocks
    .map((block) => {
      const tokens = block.sentences.flatMap((sentence) => sentence.tokens);
      const bounds: [number, string][] = [];
      tokens.forEach((token, i) => {
        if ((token.zones & ZONE[zone]) === 0) return;
        if (!((tokens[i - 1]?.zones ?? 0) & ZONE[zone])) bounds.push([token.start, '⟦']);
        if (!((tokens[i + 1]?.zones ?? 0) & ZONE[zone])) bounds.push([token.end, '⟧']);
      });
      let out = '';
      let at = 0;
      for (const [offset, mark] of bounds) {
        out += block.text.slice(at, offset) + mark;
        at = offset;
      }
      return out + block.text.slice(at);
    })
    .join('\n\n');
}

/** Each case is a text with its zones marked; the marks are taken away and must come back. */
function zone(name: Zone, cases: readonly string[]): void {
  describe(name, () => {
    test.each(cases)('%s', (expected) => {
      expect(marked(name, expected.replace(/[⟦⟧]/gu, ''))).toBe(expected);
    });
  });
}

zone('quotation', [
  'Hon sade: ⟦”Vi gör det i syfte att lära.”⟧ Sedan gick hon.',
  'Hon sade ⟦"vi gör det"⟧ och gick.',
  'Hon sade ⟦“vi gör det”⟧ och gick.',
  'Hon sade ⟦»vi gör det«⟧ och gick.',
  'Hon sade ⟦»vi gör det»⟧ och gick.',
  'Hon sade ⟦«vi gör det»⟧ och gick.',
  'Hon sade ⟦‘vi gör det’⟧ och gick.',
  'Hon sade ⟦’vi gör det’⟧ och gick.',
  'Hon sade ⟦”han sade ’nej’ till mig”⟧ och gick.',
  '⟦”Det är sent. Vi går nu.”⟧ Så sade hon.',
  'Det kallas ⟦”paketet”⟧ i planen.',
  'Han ropade ⟦”Hurra!”⟧ (⟦”Bra!”⟧) och ⟦”mer”⟧.',
  'Han sade ⟦”vi går nu.⟧ Sedan hände inget mer.',
  'Han sade ⟦”vi går nu.⟧ Hon sade ⟦”ja”⟧ till det.',
  'Skärmen är 15" bred och 10" hög.',
  "Det är Lars' bil och Hans' hus.",
  'Bland 90-talets låtar finns rock’n’roll.',
  '⟦– Det blir bra,⟧ säger Anna Ek.',
  '⟦– Det blir bra,⟧ säger Anna Ek. ⟦Vi är glada.⟧',
  '⟦– Kommer du?⟧ frågade hon.',
  '⟦— Det blir bra.⟧',
  '– mjölk och bröd',
  '– Mjölk och bröd',
  'Vi åker – om det går – hem.',
]);

test('code, links and quote blocks come from the source', () => {
  expect(marked('code', 'Kör `npm test` nu.')).toBe('Kör ⟦npm test⟧ nu.');
  expect(marked('link-text', 'Läs [om kursen](https://a.se) nu.')).toBe('Läs ⟦om kursen⟧ nu.');
  expect(marked('link-target', 'Läs [om kursen](https://a.se) nu.')).toBe('Läs om kursen nu.');
  expect(marked('link-target', 'Läs <https://a.se/b> nu.')).toBe('Läs ⟦https://a.se/b⟧ nu.');
  expect(marked('link-text', 'Läs [www.a.se](https://www.a.se) nu.')).toBe('Läs www.a.se nu.');
  expect(marked('quote-block', '> Vi kom.')).toBe('⟦Vi kom.⟧');
  expect(marked('heading', '# Kurser\n\nVi kom.')).toBe('⟦Kurser⟧\n\nVi kom.');
  expect(marked('list-item', '- Kurser')).toBe('⟦Kurser⟧');
});

zone('link-target', ['Sök på ⟦1177.se⟧ eller ⟦www.exempel.se/kurs⟧.', 'Vi ses kl. 9.30 med bl.a. Bo.']);
zone('e-mail', ['Mejla ⟦anna.ek@exempel.se⟧ i dag.', 'Skriv @anna i chatten.']);
zone('file-name', ['Öppna ⟦rapport_2.docx⟧ och ⟦bild.PNG⟧.', 'Vi bytte t.ex. ord.']);

zone('diary-number', [
  'Beslutet ⟦RS/2807/2017⟧ gäller.',
  'Beslutet (dnr ⟦2023/123⟧) gäller.',
  'Diarienummer: ⟦HSN 2023-0456⟧',
  'Ärendet ⟦KS 2022-00123⟧ är klart.',
  'Se ⟦S2019/01234/FS⟧ och dnr. ⟦KS 2023/12⟧.',
  'Målen för VM 2019–2020 är klara.',
  'Läs SOU 2021:93 och prop. 2017/18:123.',
  'Vi har dnr på allt och/eller datum.',
]);

zone('act-title', [
  'Enligt ⟦lagen (1993:387) om stöd och service till vissa funktionshindrade⟧ är det så.',
  'Enligt ⟦lagen om stöd och service till vissa funktionshindrade⟧ ska du få hjälp.',
  'Vi följer ⟦förordningen (2018:219) med kompletterande bestämmelser⟧, som är ny.',
  'Vi följer ⟦plan- och bygglagen (2010:900)⟧ i syfte att lära.',
  'Vi följer ⟦hälso- och sjukvårdslagen (2017:30)⟧ när vi planerar.',
  'Se ⟦Europaparlamentets och rådets förordning (EU) 2016/679 av den 27 april 2016 om skydd för fysiska personer⟧.',
  'Det är ⟦Socialstyrelsens föreskrifter och allmänna råd (HSLF-FS 2016:40) om journalföring⟧ som gäller.'.replace(
    '⟦Socialstyrelsens ',
    'Socialstyrelsens ⟦',
  ),
  'Läs ⟦lagen (2010:801) om införande av skollagen (2010:800)⟧ och ⟦skollagen (2010:800)⟧.',
  'Enligt ⟦lagen om offentlig upphandling⟧ i syfte att spara gör vi så.',
  'En lag om detta behövs i syfte att spara.',
  'Lagen gäller alla. Vi följer lagen.',
  'Vi gav råd om kost och lagade mat.',
]);

zone(
  'name',
  [
    'Vi möter ⟦Anna Ek⟧ och ⟦J.K. Rowling⟧ i dag.',
    'Hör av dig till Er chef, så svarar Ni.',
    'Planen: Vi bygger. Sedan: Klart.',
    'Hon sade ”Vi går”.',
    'Det bor folk i ⟦Region Jämtland Härjedalen⟧ nu.',
    '⟦Region Jämtland Härjedalens⟧ plan är klar.',
    'Vi i ⟦Vård i samverkan⟧ möts.',
    'Vård i samma takt är en funktionsnedsättning.',
    '⟦Norra Djurgården⟧ är vacker.',
    '# Våra Nya Lokaler Öppnar Snart',
    'ALLA SKA MED TILL ÅRETS MÖTE',
    'Vi på VIS följer EU i allt.',
    'Vi läste ⟦Carl von Linné⟧ noga.',
    'Det finns stöd (⟦Ek⟧ 2019) för det.',
  ].map((text) => text.replace(/^# /u, '')),
);

zone('other-language', [
  '⟦The work that has been done by the municipalities is described in this report.⟧',
  'Projektet heter ⟦Living in the North of Europe⟧ och drivs av oss.',
  'Rapporten ”⟦Four scenarios for the future of the region⟧” är klar.',
  '⟦Die Kommune ist für die Arbeit nicht verantwortlich und wird sie auch nicht bezahlen.⟧',
  '⟦Dette er ikke noget, som jeg har været med til at bestemme.⟧',
  'Vi har en policy för open source i hela organisationen.',
  'Det är en del av allt som vi ska göra i år.',
  'Vi tog fram en roadmap och en backlog.',
]);

test('foreign words in emphasis are another language', () => {
  expect(marked('other-language', 'Vi väljer *best of breed* i allt.')).toBe(
    'Vi väljer ⟦best of breed⟧ i allt.',
  );
  expect(marked('other-language', 'Vi väljer *det bästa av allt* i allt.')).toBe(
    'Vi väljer det bästa av allt i allt.',
  );
});
