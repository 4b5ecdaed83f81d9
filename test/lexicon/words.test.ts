import { expect, test } from 'vitest';
import { Lexicon } from '../../src/lexicon/lexicon.ts';
import fc from '../property.ts';
import { lexicon } from './shipped.ts';

const list = (text: string) => text.trim().split(/\s+/);

test.each(
  list(`xqzzwk Kommuniera säkerhetsställer säkerhetsställa ménga énnu processstöd kommunnikation utvärdring
    ansvarsfördelningn livmedelsverken tilllämpas straffföreläggande betämmer stockholm storgatan samverkans-xqz`),
)('%s is no word', (word) => {
  expect(lexicon.has(word)).toBe(false);
  expect(lexicon.analyses(word)).toEqual([]);
});

test.each(
  list(`processtöd samverkansöverenskommelse kunskapsstyrning länsövergripande vårdgivare dialogseminarier
    fick tidigare data gatan skapar brukar arbetar allmän är var och Stockholm STOCKHOLM Storgatan Kostnaden KOSTNADEN
    Mellansverige e-tjänst svensk-norsk kol- EU:s 87-åringen 60-talet 60-talsinredning trehundratjugonio
    nittonhundratalet superrolig 2025 12:3 60-talen tillämpas diarienummer`),
)('%s is a word', (word) => {
  expect(lexicon.has(word)).toBe(true);
});

test.each([
  ['springa', 'springa', 'NN|UTR|SIN|IND|NOM'],
  ['springa', 'springa', 'VB|INF|AKT'],
  ['löpare', 'löpare', 'NN|UTR|SIN|IND|NOM'],
  ['löpare', 'löpare', 'NN|UTR|PLU|IND|NOM'],
  ['fick', 'få', 'VB|PRT|AKT'],
  ['sprang', 'springa', 'VB|PRT|AKT'],
  ['erhöll', 'erhålla', 'VB|PRT|AKT'],
  ['erhållit', 'erhålla', 'VB|SUP|AKT'],
  ['föreslogs', 'föreslå', 'VB|PRT|SFO'],
  ['förekommer', 'förekomma', 'VB|PRS|AKT'],
  ['visar', 'visa', 'VB|PRS|AKT'],
  ['bor', 'bo', 'VB|PRS|AKT'],
  ['kör', 'köra', 'VB|PRS|AKT'],
  ['är', 'vara', 'VB|PRS|AKT'],
  ['ska', 'skola', 'VB|PRS|AKT'],
  ['finns', 'finnas', 'VB|PRS|SFO'],
  ['hoppas', 'hoppas', 'VB|PRS|SFO'],
  ['skapas', 'skapa', 'VB|PRS|SFO'],
  ['skapas', 'skapa', 'VB|INF|SFO'],
  ['skapades', 'skapa', 'VB|PRT|SFO'],
  ['används', 'använda', 'VB|PRS|SFO'],
  ['skriv', 'skriva', 'VB|IMP|AKT'],
  ['köpt', 'köpa', 'VB|SUP|AKT'],
  ['köpt', 'köpt', 'PC|PRF|NEU|SIN|IND|NOM'],
  ['byggda', 'byggd', 'PC|PRF|UTR/NEU|PLU|IND/DEF|NOM'],
  ['föreslagna', 'föreslagen', 'PC|PRF|UTR/NEU|SIN|DEF|NOM'],
  ['arbetande', 'arbetande', 'PC|PRS|UTR/NEU|SIN/PLU|IND/DEF|NOM'],
  ['kallat', 'kallad', 'PC|PRF|NEU|SIN|IND|NOM'],
  ['avgifterna', 'avgift', 'NN|UTR|PLU|DEF|NOM'],
  ['avgifternas', 'avgift', 'NN|UTR|PLU|DEF|GEN'],
  ['myndighetens', 'myndighet', 'NN|UTR|SIN|DEF|GEN'],
  ['besluten', 'beslut', 'NN|NEU|PLU|DEF|NOM'],
  ['beslut', 'beslut', 'NN|NEU|PLU|IND|NOM'],
  ['ärendena', 'ärende', 'NN|NEU|PLU|DEF|NOM'],
  ['ärenden', 'ärende', 'NN|NEU|PLU|IND|NOM'],
  ['räntor', 'ränta', 'NN|UTR|PLU|IND|NOM'],
  ['museet', 'museum', 'NN|NEU|SIN|DEF|NOM'],
  ['numren', 'nummer', 'NN|NEU|PLU|DEF|NOM'],
  ['männen', 'man', 'NN|UTR|PLU|DEF|NOM'],
  ['böcker', 'bok', 'NN|UTR|PLU|IND|NOM'],
  ['ledamöternas', 'ledamot', 'NN|UTR|PLU|DEF|GEN'],
  ['medlemmen', 'medlem', 'NN|UTR|SIN|DEF|NOM'],
  ['ansökan', 'ansökan', 'NN|UTR|SIN|IND|NOM'],
  ['erforderliga', 'erforderlig', 'JJ|POS|UTR/NEU|PLU|IND/DEF|NOM'],
  ['viktigare', 'viktig', 'JJ|KOM|UTR/NEU|SIN/PLU|IND/DEF|NOM'],
  ['bättre', 'god', 'JJ|KOM|UTR/NEU|SIN/PLU|IND/DEF|NOM'],
  ['större', 'stor', 'JJ|KOM|UTR/NEU|SIN/PLU|IND/DEF|NOM'],
  ['små', 'liten', 'JJ|POS|UTR/NEU|PLU|IND/DEF|NOM'],
  ['enkelt', 'enkel', 'JJ|POS|NEU|SIN|IND|NOM'],
  ['enkla', 'enkel', 'JJ|POS|UTR/NEU|SIN|DEF|NOM'],
  ['snabbt', 'snabb', 'AB|POS'],
  ['jämlikt', 'jämlikt', 'AB'],
  ['dem', 'de', 'PN|UTR/NEU|PLU|DEF|OBJ'],
  ['den', 'den', 'DT|UTR|SIN|DEF'],
  ['framför', 'framför', 'PP'],
  ['eftersom', 'eftersom', 'SN'],
  ['som', 'som', 'HP|-|-|-'],
  ['två', 'två', 'RG|NOM'],
  ['Stockholms', 'Stockholm', 'PM|GEN'],
  ['KOSTNADERNA', 'kostnad', 'NN|UTR|PLU|DEF|NOM'],
  ['överenskommelserna', 'överenskommelse', 'NN|UTR|PLU|DEF|NOM'],
  ['samverkansöverenskommelserna', 'samverkansöverenskommelse', 'NN|UTR|PLU|DEF|NOM'],
  ['processtödet', 'processtöd', 'NN|NEU|SIN|DEF|NOM'],
  ['länsövergripande', 'länsövergripande', 'PC|PRS|UTR/NEU|SIN/PLU|IND/DEF|NOM'],
  ['e-tjänsterna', 'e-tjänst', 'NN|UTR|PLU|DEF|NOM'],
])('%s can be %s, %s', (form, lemma, tag) => {
  expect(lexicon.analyses(form)).toContainEqual({ lemma, tag, class: tag.split('|')[0] });
});

test('under a capital, names come before other words', () => {
  expect(lexicon.analyses('Lund')[0]?.class).toBe('PM');
  expect(lexicon.analyses('lund').map((analysis) => analysis.class)).not.toContain('PM');
});

test('users’ words live in their own lexicon only', () => {
  const own = lexicon.with({
    words: ['klarlint', { form: 'vissarna', lemma: 'viss', tag: 'NN|UTR|PLU|DEF|NOM' }],
  });
  expect(own.has('klarlint')).toBe(true);
  expect(own.has('Klarlint')).toBe(true);
  expect(own.analyses('vissarna')).toEqual([{ lemma: 'viss', tag: 'NN|UTR|PLU|DEF|NOM', class: 'NN' }]);
  expect(own.inflect('viss', 'NN|UTR|PLU|DEF|NOM')).toBe('vissarna');
  expect(own.with({ words: ['xqzzwk'] }).has('klarlint')).toBe(true);
  expect(lexicon.has('klarlint')).toBe(false);
});

test('no string makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), fc.string(), (form, tag) => {
      lexicon.has(form);
      lexicon.analyses(form);
      lexicon.compounds(form);
      lexicon.inflect(form, tag);
    }),
  );
});

test('Swedish letters in any order make nothing throw', () => {
  const part = fc.constantFrom(
    'bil',
    'ss',
    'samverkans',
    'process',
    'stöd',
    '-',
    ':',
    'fyra',
    'hundra',
    'll',
    'Å',
    '7',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const form = parts.join('');
      if (lexicon.compound(form) !== undefined) expect(lexicon.has(form)).toBe(true);
      lexicon.analyses(form);
    }),
  );
});

test.each(['a', 'bil', 'samverkans', 'tjugo', '-', '1-'])('10,000 letters of %s cost nothing', (part) => {
  const start = performance.now();
  const form = part.repeat(10_000 / part.length);
  expect(lexicon.has(form)).toBe(false);
  expect(lexicon.analyses(form)).toEqual([]);
  expect(lexicon.compounds(form)).toEqual([]);
  expect(lexicon.inflect(form, 'VB|PRT|AKT')).toBeUndefined();
  lexicon.has(form.slice(0, 80));
  lexicon.compounds(form.slice(0, 80));
  expect(performance.now() - start).toBeLessThan(1000);
});

test('bytes that are no dictionary are refused', () => {
  expect(() => new Lexicon({ words: new Uint8Array(100) })).toThrow('Not a compiled dictionary');
  expect(() => new Lexicon({ words: new Uint8Array(0) })).toThrow('Not a compiled dictionary');
});
