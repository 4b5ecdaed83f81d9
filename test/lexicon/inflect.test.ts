import { expect, test } from 'vitest';
import { everyWord, lexicon } from './shipped.ts';

test.each([
  ['få', 'VB|PRT|AKT', 'fick'],
  ['ge', 'VB|PRT|AKT', 'gav'],
  ['gå', 'VB|PRT|AKT', 'gick'],
  ['se', 'VB|PRT|AKT', 'såg'],
  ['ta', 'VB|PRT|AKT', 'tog'],
  ['säga', 'VB|PRT|AKT', 'sade'],
  ['hålla', 'VB|PRT|AKT', 'höll'],
  ['skriva', 'VB|PRT|AKT', 'skrev'],
  ['använda', 'VB|PRT|AKT', 'använde'],
  ['göra', 'VB|PRS|AKT', 'gör'],
  ['behöva', 'VB|PRS|AKT', 'behöver'],
  ['använda', 'VB|PRS|SFO', 'används'],
  ['visa', 'VB|SUP|AKT', 'visat'],
  ['ge', 'VB|SUP|AKT', 'gett'],
  ['skriva', 'VB|SUP|AKT', 'skrivit'],
  ['erhålla', 'VB|SUP|AKT', 'erhållit'],
  ['fastställa', 'VB|SUP|AKT', 'fastställt'],
  ['föreslå', 'VB|PRT|AKT', 'föreslog'],
  ['besluta', 'VB|PRT|AKT', 'beslutade'],
  ['skapa', 'VB|PRS|SFO', 'skapas'],
  ['arbeta', 'VB|PRS|AKT', 'arbetar'],
  ['köra', 'VB|PRS|AKT', 'kör'],
  ['höra', 'VB|PRS|AKT', 'hör'],
  ['tillse', 'VB|PRS|AKT', 'tillser'],
  ['bli', 'VB|SUP|AKT', 'blivit'],
  ['vara', 'VB|PRT|AKT', 'var'],
  ['ha', 'VB|PRS|AKT', 'har'],
  ['starta', 'VB|IMP|AKT', 'starta'],
  ['skriva', 'VB|IMP|AKT', 'skriv'],
  ['kostnad', 'NN|UTR|PLU|DEF|NOM', 'kostnaderna'],
  ['myndighet', 'NN|UTR|PLU|DEF|NOM', 'myndigheterna'],
  ['beslut', 'NN|UTR|SIN|DEF|NOM', 'beslutet'],
  ['beslut', 'NN|NEU|PLU|DEF|NOM', 'besluten'],
  ['ärende', 'NN|NEU|PLU|IND|NOM', 'ärenden'],
  ['handläggare', 'NN|UTR|PLU|DEF|GEN', 'handläggarnas'],
  ['bok', 'NN|UTR|PLU|DEF|NOM', 'böckerna'],
  ['man', 'NN|UTR|PLU|IND|NOM', 'män'],
  ['ledamot', 'NN|UTR|PLU|DEF|NOM', 'ledamöterna'],
  ['museum', 'NN|NEU|PLU|IND|NOM', 'museer'],
  ['förälder', 'NN|UTR|PLU|DEF|NOM', 'föräldrarna'],
  ['medlem', 'NN|UTR|SIN|DEF|GEN', 'medlemmens'],
  ['land', 'NN|NEU|PLU|DEF|NOM', 'länderna'],
  ['nödvändig', 'JJ|POS|UTR/NEU|PLU|IND/DEF|NOM', 'nödvändiga'],
  ['viktig', 'JJ|POS|NEU|SIN|IND|NOM', 'viktigt'],
  ['stor', 'JJ|KOM|UTR/NEU|SIN/PLU|IND/DEF|NOM', 'större'],
  ['god', 'JJ|SUV|UTR/NEU|SIN/PLU|IND|NOM', 'bäst'],
  ['liten', 'JJ|POS|UTR/NEU|PLU|IND/DEF|NOM', 'små'],
  ['enkel', 'JJ|POS|UTR/NEU|PLU|IND/DEF|NOM', 'enkla'],
  ['öppen', 'JJ|POS|NEU|SIN|IND|NOM', 'öppet'],
  ['ny', 'JJ|POS|UTR/NEU|PLU|IND/DEF|NOM', 'nya'],
  ['välja', 'PC|PRF|UTR/NEU|PLU|IND/DEF|NOM', 'valda'],
  ['bygga', 'PC|PRF|NEU|SIN|IND|NOM', 'byggt'],
  ['skriva', 'PC|PRF|UTR|SIN|IND|NOM', 'skriven'],
  ['ge', 'PC|PRF|UTR/NEU|PLU|IND/DEF|NOM', 'givna'],
  ['arbeta', 'PC|PRS|UTR/NEU|SIN/PLU|IND/DEF|NOM', 'arbetande'],
  ['få', 'PC|PRS|UTR/NEU|SIN/PLU|IND/DEF|NOM', undefined],
  ['tyckas', 'VB|PRT|AKT', 'tycktes'],
  ['finnas', 'VB|PRS|AKT', 'finns'],
  ['samverkansöverenskommelse', 'NN|UTR|PLU|DEF|NOM', 'samverkansöverenskommelserna'],
  ['patientavgift', 'NN|UTR|PLU|DEF|NOM', 'patientavgifterna'],
  ['processtöd', 'NN|NEU|SIN|DEF|NOM', 'processtödet'],
  ['vårdplan', 'NN|UTR|PLU|IND|NOM', 'vårdplaner'],
  ['länsövergripande', 'JJ|POS|UTR/NEU|PLU|IND/DEF|NOM', 'länsövergripande'],
  ['xqzzwk', 'NN|UTR|PLU|DEF|NOM', undefined],
  ['e-tjänst', 'NN|UTR|PLU|DEF|NOM', 'e-tjänsterna'],
  ['återanvända', 'VB|PRT|AKT', 'återanvände'],
  ['överenskommelse', 'NN|NEU|SIN|DEF|NOM', 'överenskommelsen'],
  ['säga', 'VB|PRT|AKT', 'sade'],
  ['avlägga', 'VB|PRT|AKT', 'avlade'],
  ['förutsätta', 'VB|PRT|SFO', 'förutsattes'],
  ['avse', 'VB|PRT|AKT', 'avsåg'],
  ['hjälpa', 'VB|IMP|AKT', 'hjälp'],
  ['samla', 'VB|PRS|SFO', 'samlas'],
  ['', 'VB|PRT|AKT', undefined],
])('%s in the form %s is %s', (lemma, tag, form) => {
  expect(lexicon.inflect(lemma, tag)).toBe(form);
});

test('what a form is analysed as leads back to it, or to another form of the same kind', () => {
  const words = everyWord().filter((_, index) => index % 97 === 0);
  let same = 0;
  let all = 0;
  const lost: string[] = [];
  for (const word of words) {
    for (const { lemma, tag } of lexicon.analyses(word)) {
      const form = lexicon.inflect(lemma, tag);
      all++;
      if (form === word) same++;
      else if (
        form === undefined ||
        !lexicon.analyses(form).some((analysis) => analysis.lemma === lemma && analysis.tag === tag)
      ) {
        lost.push(`${word}: ${lemma} ${tag} → ${form}`);
      }
    }
  }
  expect(all).toBeGreaterThan(5000);
  expect(same / all).toBeGreaterThan(0.99);
  expect(lost.length / all).toBeLessThan(0.001);
});
