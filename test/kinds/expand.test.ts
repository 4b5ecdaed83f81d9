import { describe, expect, test } from 'vitest';
import { expand } from '../../src/kinds/expand.ts';
import type { Row } from '../../src/rule.ts';
import { lintPhrases } from './lint-phrases.ts';
import { readLexicon } from './read-lexicon.ts';

const lexicon = readLexicon();

/** A lemma and its forms in the order of the keys, with `…` where a particle stands; a key without a form has `-`. */
type Facts = readonly [lemma: string, forms: string];

const VERB_KEYS = 'inf pres past sup imp inf_s pres_s past_s sup_s'.split(' ');
const VERBS: readonly (readonly [Facts, Facts])[] = [
  // Weak verbs in -ar, and what they are replaced by.
  [
    ['avyttra', 'avyttra avyttrar avyttrade avyttrat avyttra avyttras avyttras avyttrades avyttrats'],
    ['sälja', 'sälja säljer sålde sålt sälj säljas säljs såldes sålts'],
  ],
  [
    ['anmoda', 'anmoda anmodar anmodade anmodat anmoda anmodas anmodas anmodades anmodats'],
    ['be', 'be ber bad bett be bes bes bads betts'],
  ],
  [
    [
      'förvärva',
      'förvärva förvärvar förvärvade förvärvat förvärva förvärvas förvärvas förvärvades förvärvats',
    ],
    ['köpa', 'köpa köper köpte köpt köp köpas köps köptes köpts'],
  ],
  [
    [
      'utbetala',
      'utbetala utbetalar utbetalade utbetalat utbetala utbetalas utbetalas utbetalades utbetalats',
    ],
    [
      'betala ut',
      'betala…ut betalar…ut betalade…ut betalat…ut betala…ut betalas…ut betalas…ut betalades…ut betalats…ut',
    ],
  ],
  // Weak verbs in -er.
  [
    ['benämna', 'benämna benämner benämnde benämnt benämn benämnas benämns benämndes benämnts'],
    ['kalla', 'kalla kallar kallade kallat kalla kallas kallas kallades kallats'],
  ],
  [
    ['avhysa', 'avhysa avhyser avhyste avhyst avhys avhysas avhyses avhystes avhysts'],
    ['vräka', 'vräka vräker vräkte vräkt vräk vräkas vräks vräktes vräkts'],
  ],
  [
    [
      'överensstämma',
      'överensstämma överensstämmer överensstämde överensstämt överensstäm överensstämmas överensstäms överensstämdes överensstämts',
    ],
    [
      'stämma överens',
      'stämma…överens stämmer…överens stämde…överens stämt…överens stäm…överens stämmas…överens stäms…överens stämdes…överens stämts…överens',
    ],
  ],
  // Short and strong verbs.
  [
    ['erhålla', 'erhålla erhåller erhöll erhållit erhåll erhållas erhålls erhölls erhållits'],
    ['få', 'få får fick fått få fås fås ficks fåtts'],
  ],
  [
    ['tillse', 'tillse tillser tillsåg tillsett tillse tillses tillses tillsågs tillsetts'],
    ['se till', 'se…till ser…till såg…till sett…till se…till ses…till ses…till sågs…till setts…till'],
  ],
  [
    ['motta', 'motta mottar mottog mottagit motta mottas mottas mottogs mottagits'],
    ['ta emot', 'ta…emot tar…emot tog…emot tagit…emot ta…emot tas…emot tas…emot togs…emot tagits…emot'],
  ],
  [
    ['medge', 'medge medger medgav medgett medge medges medges medgavs medgetts'],
    ['tillåta', 'tillåta tillåter tillät tillåtit tillåt tillåtas tillåts tilläts tillåtits'],
  ],
  [
    ['påbjuda', 'påbjuda påbjuder påbjöd påbjudit påbjud påbjudas påbjuds påbjöds påbjudits'],
    ['kräva', 'kräva kräver krävde krävt kräv krävas krävs krävdes krävts'],
  ],
  [
    [
      'understryka',
      'understryka understryker underströk understrukit understryk understrykas understryks underströks understrukits',
    ],
    ['betona', 'betona betonar betonade betonat betona betonas betonas betonades betonats'],
  ],
  [
    ['nedlägga', 'nedlägga nedlägger nedlade nedlagt nedlägg nedläggas nedläggs nedlades nedlagts'],
    ['lägga ned', 'lägga…ned lägger…ned lade…ned lagt…ned lägg…ned läggas…ned läggs…ned lades…ned lagts…ned'],
  ],
  [
    ['utge', 'utge utger utgav utgett utge utges utges utgavs utgetts'],
    ['skriva', 'skriva skriver skrev skrivit skriv skrivas skrivs skrevs skrivits'],
  ],
];

const NOUN_KEYS = 'sg def pl pldef sg_gen def_gen pl_gen pldef_gen'.split(' ');
const NOUNS: readonly (readonly [Facts, Facts])[] = [
  [
    ['avgift', 'avgift avgiften avgifter avgifterna avgifts avgiftens avgifters avgifternas'],
    ['kostnad', 'kostnad kostnaden kostnader kostnaderna kostnads kostnadens kostnaders kostnadernas'],
  ],
  [
    [
      'anmaning',
      'anmaning anmaningen anmaningar anmaningarna anmanings anmaningens anmaningars anmaningarnas',
    ],
    ['regel', 'regel regeln regler reglerna regels regelns reglers reglernas'],
  ],
  [
    ['spörsmål', 'spörsmål spörsmålet spörsmål spörsmålen spörsmåls spörsmålets spörsmåls spörsmålens'],
    ['fråga', 'fråga frågan frågor frågorna frågas frågans frågors frågornas'],
  ],
  [
    ['avnämare', 'avnämare avnämaren avnämare avnämarna avnämares avnämarens avnämares avnämarnas'],
    ['användare', 'användare användaren användare användarna användares användarens användares användarnas'],
  ],
  [
    ['implementering', 'implementering implementeringen - - implementerings implementeringens - -'],
    ['införande', 'införande införandet - - införandes införandets - -'],
  ],
];

const ADJECTIVE_KEYS = 'u n pl comp superl superl_def'.split(' ');
const ADJECTIVES: readonly (readonly [Facts, Facts])[] = [
  [
    ['erforderlig', 'erforderlig erforderligt erforderliga - - -'],
    ['nödvändig', 'nödvändig nödvändigt nödvändiga - - -'],
  ],
  [
    ['angelägen', 'angelägen angeläget angelägna angelägnare angelägnast angelägnaste'],
    ['viktig', 'viktig viktigt viktiga viktigare viktigast viktigaste'],
  ],
  [
    ['adekvat', 'adekvat adekvat adekvata adekvatare adekvatast adekvataste'],
    ['bra', 'bra bra bra bättre bäst bästa'],
  ],
  [
    ['undermålig', 'undermålig undermåligt undermåliga undermåligare undermåligast undermåligaste'],
    ['dålig', 'dålig dåligt dåliga sämre sämst sämsta'],
  ],
];

describe.each([
  ['VB', VERB_KEYS, VERBS],
  ['NN', NOUN_KEYS, NOUNS],
  ['JJ', ADJECTIVE_KEYS, ADJECTIVES],
] as const)('%s', (pos, keys, cases) => {
  test.each(cases)('%j → %j', ([phrase, forms], [expected, replacements]) => {
    const row = expand({ phrase, pos, expected }, lexicon);
    const found = keysOf(row['forms']!);
    const offered = keysOf(row['expected_forms']!);
    keys.forEach((key, i) => {
      const form = spelled(forms, i);
      if (form === undefined) return;
      const replacement = spelled(replacements, i)!;
      expect([key, found.get(key), offered.get(key)]).toEqual([key, form, replacement]);
      const [problem, ...more] = lintPhrases([row], `Det där${key === 'imp' ? ',' : ''} ${form} mer.`);
      expect(problem?.actual).toBe(form);
      expect(more).toEqual([]);
      expect(problem!.expected).toContain(replacement);
    });
  });
});

/** The form in a place of a list of facts. */
function spelled(forms: string, place: number): string | undefined {
  const form = forms.split(' ')[place]!;
  return form === '-' ? undefined : form.replace('…', ' ');
}

function keysOf(cell: string): Map<string, string> {
  return new Map(cell.split('|').map((part) => part.split('=') as [string, string]));
}

describe('what is left out', () => {
  const forms = (row: Row): string => expand(row, lexicon)['forms']!;

  test.each([
    ['innehålla', 'VB|PC', ['innehåll', 'innehållet']],
    ['företa', 'VB|PC', ['företaget']],
    ['uppdra', 'VB|PC', ['uppdraget']],
    ['utfalla', 'VB', ['utfall']],
    ['framföra', 'VB', ['imp=framför']],
    ['utsända', 'VB', ['utsänd']],
    ['inkomma', 'VB', ['imp=inkom']],
  ])('an imperative or participle of %s that is likelier something else', (phrase, pos, others) => {
    const made = forms({ phrase, pos, expected_forms: '-' }).split('|');
    expect(made.length).toBeGreaterThan(3);
    for (const other of others) {
      expect(made.filter((part) => part === other || part.slice(part.indexOf('=') + 1) === other)).toEqual(
        [],
      );
    }
  });

  test('participles, unless they are asked for', () => {
    expect(forms({ phrase: 'allokera', pos: 'VB', expected_forms: '-' })).not.toContain('ptc');
    expect(forms({ phrase: 'allokera', pos: 'VB|PC', expected_forms: '-' })).toContain('ptc_u=allokerad|');
  });

  test('what the row says', () => {
    const row = { phrase: 'överlämna', pos: 'VB', expected_forms: '-' };
    expect(forms({ ...row, forms: '-s|-imp' })).toBe(
      'inf=överlämna|pres=överlämnar|past=överlämnade|sup=överlämnat',
    );
    expect(forms({ ...row, forms: 'past|sup' })).toBe('past=överlämnade|sup=överlämnat');
    expect(forms({ ...row, forms: 'inf|sup=överlämnt' })).toBe('inf=överlämna|sup=överlämnt');
    expect(forms({ ...row, forms: 'pres|+pres=överlämner' })).toBe('pres=överlämnar|pres=överlämner');
    expect(forms({ phrase: 'avgift', pos: 'NN', expected_forms: '-', forms: '-gen|-pl' })).toBe(
      'sg=avgift|def=avgiften|pldef=avgifterna',
    );
  });
});

describe('a replacement', () => {
  test('is inflected at its first word if it is a verb, else at its last', () => {
    const verb = expand({ phrase: 'äga rätt', pos: 'VB', expected: 'ha rätt / få' }, lexicon);
    expect(verb['forms']).toContain('pres=äger rätt|past=ägde rätt|');
    expect(verb['expected_forms']).toContain('pres=har rätt|past=hade rätt|');
    const adjective = expand({ phrase: 'helt identisk', pos: 'JJ', expected: 'identisk' }, lexicon);
    expect(adjective['forms']).toContain('n=helt identiskt|');
    expect(adjective['expected_forms']).toContain('n=identiskt|');
  });

  test('of a verb in its s-form is in the same form, deponent or passive', () => {
    const row = expand({ phrase: 'återfinnas', pos: 'VB', expected: 'finnas' }, lexicon);
    expect(row['forms']).toBe('inf_s=återfinnas|pres_s=återfinns|past_s=återfanns|sup_s=återfunnits');
    expect(row['expected_forms']).toBe('inf_s=finnas|pres_s=finns|past_s=fanns|sup_s=funnits');
    expect(expand({ phrase: 'upprättas', pos: 'VB', expected: 'skrivas' }, lexicon)['expected_forms']).toBe(
      'inf_s=skrivas|pres_s=skrivs|past_s=skrevs|sup_s=skrivits',
    );
    expect(expand({ phrase: 'utgöras av', pos: 'VB', expected: 'bestå av' }, lexicon)['expected_forms']).toBe(
      'inf_s=bestå av|pres_s=består av|past_s=bestod av|sup_s=bestått av',
    );
    expect(
      expand({ phrase: 'äga rum', pos: 'VB', expected: 'hållas', forms: 'past' }, lexicon)['expected_forms'],
    ).toBe('past=hölls');
  });

  test('has no participle when it has several words', () => {
    const row = expand({ phrase: 'eliminera', pos: 'VB|PC', expected: 'ta bort' }, lexicon);
    expect(row['expected_forms']).not.toContain('ptc');
  });

  test('is advice when the row says so', () => {
    const row = expand(
      { phrase: 'befintlig', pos: 'JJ', expected: 'som finns', expected_forms: '-' },
      lexicon,
    );
    expect(row['expected_forms']).toBe('');
  });

  test('keeps the capital', () => {
    const row = expand({ phrase: 'erhålla', pos: 'VB', expected: 'få' }, lexicon);
    expect(lintPhrases([row], 'Erhöll du pengar? HON ERHÖLL DEM.').map((one) => one.expected)).toEqual([
      ['Fick'],
      ['FICK'],
    ]);
  });
});

describe('a row', () => {
  test('without a word class is as it was', () => {
    const row = { phrase: 'ehuru', forms: 'a=b', expected: 'fast' };
    expect(expand(row, lexicon)).toBe(row);
  });

  test.each<[Row, RegExp]>([
    [
      { phrase: 'blurra', pos: 'VB', expected: 'x' },
      /”blurra”: ordlistan har inga former av ”blurra”\. Skriv dem/,
    ],
    [{ phrase: 'erhålla', pos: 'VB', expected: 'gnurpa' }, /”erhålla”: .* inga former av ”gnurpa”\. .* ”-”/],
    [{ phrase: 'erhålla', pos: 'verb', expected: 'få' }, /”pos” är ”verb”\. Skriv VB/],
    [
      { phrase: 'erhålla', pos: 'VB', forms: '-presens', expected: 'få' },
      /nyckeln ”presens” finns inte\. Välj bland inf,/,
    ],
  ])('%o is wrong', (row, message) => {
    expect(() => expand(row, lexicon)).toThrow(message);
  });

  test('whose forms have not been made is not taken', () => {
    expect(() => lintPhrases([{ phrase: 'erhålla', pos: 'VB', expected: 'få' }], 'Text.')).toThrow(/expand/);
  });
});
