import { describe, expect, test } from 'vitest';
import { rows } from '../../src/kinds/rows.ts';
import type { Row } from '../../src/rule.ts';
import { lintPhrases } from './lint-phrases.ts';

const VERB: Row = {
  phrase: 'nyttja',
  forms:
    'inf=nyttja|pres=nyttjar|past=nyttjade|sup=nyttjat|imp=nyttja|inf_s=nyttjas|pres_s=nyttjas|ptc_pl=nyttjade',
  expected: 'använda',
  expected_forms:
    'inf=använda|pres=använder|past=använde|sup=använt|imp=använd|inf_s=användas|pres_s=används|ptc_pl=använda',
  fix: 'safe',
};
const PARTICLE: Row = {
  phrase: 'motta',
  forms: 'inf=motta|pres=mottar|past=mottog|inf_s=mottas|pres_s=mottas',
  expected: 'ta emot',
  expected_forms: 'inf=ta emot|pres=tar emot|past=tog emot|inf_s=tas emot|pres_s=tas emot',
  fix: 'safe',
};

/** What is found, as `words → offer`, with the kind of fix. */
function found(list: readonly Row[], content: string): string[] {
  return lintPhrases(list, content).map(
    ({ actual, expected, fix }) => `${actual} → ${[expected ?? []].flat().join(', ')} (${fix})`,
  );
}

describe('what is found', () => {
  test('the longest match at a place wins, and the first row of equals', () => {
    const list: Row[] = [
      { phrase: 'med anledning av', expected: 'efter' },
      { phrase: 'med anledning av att', expected: 'eftersom' },
      { phrase: 'med anledning av att', expected: 'för att' },
    ];
    expect(found(list, 'Det var med anledning av att mötet ställdes in.')).toEqual([
      'med anledning av att → eftersom (suggested)',
    ]);
  });

  test('a form in lower case is found in any case, one with a capital only so', () => {
    const list: Row[] = [
      { phrase: 'ehuru', expected: 'fast' },
      { phrase: 'Vad gäller', expected: 'när det gäller' },
    ];
    expect(found(list, 'Ehuru sent. EHURU sent. Jag vet vad gäller.')).toEqual([
      'Ehuru → Fast (suggested)',
      'EHURU → FAST (suggested)',
    ]);
  });

  test('words are whole, å ä ö and hyphens included', () => {
    const list: Row[] = [
      { phrase: 'ej', expected: 'inte' },
      { phrase: 'icke', expected: 'inte' },
      { phrase: 'skall', expected: 'ska' },
    ];
    expect(found(list, 'Hej och nej, en icke-binär elev, ett skall-krav, skållning, rejäl ejder.')).toEqual(
      [],
    );
  });

  test('a line break or a hard space in a phrase is white space', () => {
    const list: Row[] = [{ phrase: 'i syfte att', expected: 'för att', fix: 'safe' }];
    expect(
      found(list, 'Vi ses i den stora salen på torsdag kväll klockan sju i\nsyfte\u00a0att planera.'),
    ).toEqual(['i\nsyfte\u00a0att → för att (safe)']);
  });

  test('* stands for letters and … for one to four words', () => {
    const list: Row[] = [
      { phrase: 'ur ett *perspektiv', expected: 'för', fix: 'no' },
      { phrase: 'såväl … som', expected: 'både … och' },
    ];
    expect(found(list, 'Ur ett elevperspektiv gynnas såväl stora barn som små.')).toEqual([
      'Ur ett elevperspektiv → För (no)',
      'såväl stora barn som → både stora barn och (suggested)',
    ]);
    expect(found(list, 'Såväl en som är lång och har långt hår och som går.')).toEqual([
      'Såväl en som → Både en och (suggested)',
    ]);
    expect(found(list, 'Det är såväl bra, som snabbt.')).toEqual([]);
  });

  test('a form that the organisation has exempted is let be', () => {
    expect(
      lintPhrases([VERB], 'Vi nyttjar och nyttjade det.', ['nyttjar']).map(({ actual }) => actual),
    ).toEqual(['nyttjade']);
  });
});

describe('conditions on the words beside', () => {
  const list = (columns: Row): Row[] => [{ phrase: 'ringa', expected: 'liten', ...columns }];
  const hits = (columns: Row, content: string): number => lintPhrases(list(columns), content).length;

  test('words, their beginnings and their ends, alone or several', () => {
    expect(hits({ before: 'av|i så' }, 'Det är av ringa värde och i så ringa mån.')).toBe(2);
    expect(hits({ after: 'värde*' }, 'Av ringa värdet, ringa oss.')).toBe(1);
    expect(hits({ not_before: '*bör' }, 'Du bör ringa.')).toBe(0);
    expect(hits({ not_after: 'oss' }, 'Ringa oss, men ringa hem.')).toBe(1);
  });

  test('up to four words between', () => {
    expect(hits({ after: '… värde' }, 'Det är av ringa men ändå visst värde.')).toBe(1);
    expect(hits({ before: 'av …' }, 'Det är av för oss ringa värde.')).toBe(1);
    expect(hits({ after: '… värde' }, 'Du kan ringa. Det har ett värde.')).toBe(0);
    expect(hits({ after: '… värde' }, 'Du kan ringa ett två tre fyra fem värde.')).toBe(0);
  });

  test('places and kinds', () => {
    expect(hits({ before: '<start>' }, 'Ringa oss. Du kan ringa.')).toBe(1);
    expect(hits({ not_after: '<end>' }, 'Du kan ringa.')).toBe(0);
    expect(hits({ not_after: '<end>' }, 'Du kan ringa')).toBe(0);
    expect(hits({ after: '<mark>' }, 'Du kan ringa, men ringa inte nu.')).toBe(1);
    expect(hits({ after: '<number>' }, 'Du kan ringa 112 eller ringa hem.')).toBe(1);
  });

  test('words in any case', () => {
    expect(hits({ before: 'Sveriges' }, 'Sveriges ringa makt. SVERIGES ringa makt. En ringa makt.')).toBe(2);
  });

  test('all conditions of a row must hold', () => {
    expect(hits({ before: 'av', not_after: 'slag' }, 'Av ringa slag. Av ringa värde.')).toBe(1);
  });
});

describe('what is offered', () => {
  test('the same form, by its key', () => {
    expect(found([VERB], 'Vi nyttjar den. Vi har nyttjat den.')).toEqual([
      'nyttjar → använder (safe)',
      'nyttjat → använt (safe)',
    ]);
  });

  test('a form of several keys as the words beside it show', () => {
    expect(found([VERB], 'Vi ska inte nyttja den. Nyttja den nu!')).toEqual([
      'nyttja → använda (safe)',
      'Nyttja → Använd (safe)',
    ]);
    expect(found([VERB], 'Den kan nyttjas av alla. Den nyttjas nu.')).toEqual([
      'nyttjas → användas (safe)',
      'nyttjas → används, användas (suggested)',
    ]);
    expect(found([VERB], 'Vi nyttjade lokalen. De nyttjade lokalerna.')).toEqual([
      'nyttjade → använde, använda (suggested)',
      'nyttjade → använda (safe)',
    ]);
  });

  test('an infinitive where no imperative can stand', () => {
    expect(found([VERB], 'De lät staten nyttja den. Gå dit och nyttja den.')).toEqual([
      'nyttja → använda (safe)',
      'nyttja → använda, använd (suggested)',
    ]);
  });

  test('the number or gender that the word before has', () => {
    const noun = {
      phrase: 'spörsmål',
      forms: 'sg=spörsmål|pl=spörsmål',
      expected: 'fråga',
      expected_forms: 'sg=fråga|pl=frågor',
    };
    expect(found([noun], 'Ett spörsmål. Alla spörsmål. 14 spörsmål. Spörsmål.')).toEqual([
      'spörsmål → fråga (suggested)',
      'spörsmål → frågor (suggested)',
      'spörsmål → frågor (suggested)',
      'Spörsmål → Fråga, Frågor (suggested)',
    ]);
    const adjective = {
      phrase: 'adekvat',
      forms: 'u=adekvat|n=adekvat',
      expected: 'lämplig',
      expected_forms: 'u=lämplig|n=lämpligt',
      fix: 'safe',
    };
    expect(found([adjective], 'En adekvat vård, ett adekvat stöd. Det är adekvat.')).toEqual([
      'adekvat → lämplig (safe)',
      'adekvat → lämpligt (safe)',
      'adekvat → lämplig, lämpligt (suggested)',
    ]);
  });

  test('”active” is safe in active forms only', () => {
    expect(found([{ ...VERB, fix: 'active' }], 'Vi nyttjar det som måste nyttjas.')).toEqual([
      'nyttjar → använder (safe)',
      'nyttjas → användas (suggested)',
    ]);
  });

  test('advice where the row has no form with that key', () => {
    const row = { ...VERB, expected_forms: 'pres=använder' };
    expect(found([row], 'Vi nyttjade den.')).toEqual(['nyttjade → använda (no)']);
    expect(lintPhrases([row], 'Vi nyttjade den.')[0]!.message).toBe('Till exempel ”använda”.');
  });

  test('advice for forms without a key that are not the phrase itself', () => {
    const row = { phrase: 'kravbild', forms: 'kravbild|kravbilden', expected: 'krav' };
    expect(found([row], 'En kravbild. Kravbilden.')).toEqual([
      'kravbild → krav (suggested)',
      'Kravbilden → Krav (no)',
    ]);
  });

  test('several words for one verb: adverbs and subjects go in between, and nothing is safe', () => {
    expect(found([PARTICLE], 'Nämnden mottar inte ansökan. Därför mottog vi inte den.')).toEqual([
      'mottar inte → tar inte emot (suggested)',
      'mottog vi inte → tog vi inte emot (suggested)',
    ]);
    expect(found([PARTICLE], 'Vi mottar den. Vi ska motta den.')).toEqual([
      'mottar → tar emot (suggested)',
      'motta → ta emot (suggested)',
    ]);
  });

  test('several words for one verb: advice only where the subject may come after', () => {
    expect(found([PARTICLE], 'I maj mottar nämnden ansökan. När den är klar, mottas den.')).toEqual([
      'mottar → tar … emot (no)',
      'mottas → tas … emot (no)',
    ]);
    expect(found([PARTICLE], 'Vi vet att nämnden mottar den. I maj ska den mottas.')).toEqual([
      'mottar → tar emot (suggested)',
      'mottas → tas emot (suggested)',
    ]);
  });

  test('alternatives, listed in the message', () => {
    const [problem] = lintPhrases([{ phrase: 'adekvat', expected: 'rätt / lämplig / bra' }], 'Adekvat vård.');
    expect(problem!.message).toBe('”Adekvat” är stelt. Skriv ”Rätt”, ”Lämplig” eller ”Bra”.');
    expect(problem!.expected).toEqual(['Rätt', 'Lämplig', 'Bra']);
  });

  test('the row’s own reason, message, severity and note', () => {
    const row = {
      phrase: 'ehuru',
      expected: 'fast',
      why: 'gammalt',
      severity: 'info',
      note: 'Mer.',
      source: 'SvL',
    };
    expect(lintPhrases([row], 'Ehuru sent.')[0]).toMatchObject({
      message: '”Ehuru” är gammalt. Skriv ”Fast”.',
      severity: 'info',
      note: 'Mer.',
      source: 'SvL',
    });
    expect(lintPhrases([{ phrase: 'ehuru', message: 'Stryk ”{actual}”.' }], 'Ehuru sent.')[0]!.message).toBe(
      'Stryk ”Ehuru”.',
    );
  });
});

describe('a row that is wrong', () => {
  const error =
    (row: Row): (() => unknown) =>
    () =>
      lintPhrases([row], 'Text.');

  test.each<[Row, RegExp]>([
    [{ phrase: '', expected: 'x' }, /saknar ”phrase”\. Skriv/],
    [{ phrase: 'ehuru' }, /”ehuru”: ”expected” är ””\. Skriv vad som ska stå i stället/],
    [{ phrase: 'ehuru', expected: 'x', fix: 'ja' }, /”ehuru”: ”fix” är ”ja”\. Skriv safe, active/],
    [{ phrase: 'ehuru', expected: 'x', severity: 'fel' }, /”severity” är ”fel”\. Skriv error/],
    [
      { phrase: 'ehuru', expected: 'x', expected_forms: 'fast' },
      /”expected_forms” är ”fast”\. Ge varje form sin nyckel/,
    ],
    [{ phrase: 'ehuru', expected: 'x', forms: 'pres=|past=x' }, /”forms” är .* Skriv en form/],
    [{ phrase: 'ehuru', expected: 'x', after: '<slut>' }, /”after” är ”<slut>”\. Skriv ord .*<end>/],
    [{ phrase: 'ehuru', expected: 'x', before: 'a||b' }, /”before” är ”a\|\|b”\. Skriv ord/],
  ])('%o', (row, message) => {
    expect(error(row)).toThrow(message);
  });
});

describe('a table', () => {
  test('has a line a row; comments and empty lines are passed over', () => {
    expect(rows('phrase\texpected\r\n# gammalt\r\n\r\nehuru\tfast\r\nty\r\n')).toEqual([
      { phrase: 'ehuru', expected: 'fast' },
      { phrase: 'ty', expected: '' },
    ]);
  });

  test('with a cell too many says which line and what to do', () => {
    expect(() => rows('phrase\nehuru\tfast\n')).toThrow(
      '”ehuru …” har 2 celler, men tabellen 1 kolumner. Ta bort en tabb.',
    );
  });
});
