import { describe, expect, test } from 'vitest';
import { Text } from '../../src/analyse/text.ts';
import { readMarkdown } from '../../src/source/markdown.ts';

const textOf = (markdown: string): Text => new Text(readMarkdown(markdown));

const SWEDISH =
  'Kommunen har ansvar för att alla barn får plats i förskolan. Vi behöver din ansökan senast den 1 mars, och du får svar ' +
  'inom en månad. När du har fått en plats ska du tacka ja eller nej. Om du inte svarar går platsen till någon annan. ';

describe('another language', () => {
  test.each([
    [
      'English',
      'The municipality is responsible for making sure that all children have a place in preschool. You will get an answer ' +
        'within one month. If you do not reply, the place will be offered to someone else.',
    ],
    [
      'German',
      'Die Gemeinde ist dafür verantwortlich, dass alle Kinder einen Platz in der Vorschule bekommen. Sie erhalten innerhalb ' +
        'eines Monats eine Antwort. Wenn Sie nicht antworten, wird der Platz an ein anderes Kind vergeben.',
    ],
    [
      'French',
      'La commune est responsable de la place de tous les enfants dans une école. Vous recevez une réponse dans un délai d’un ' +
        'mois. Si vous ne répondez pas, la place est proposée à un autre enfant.',
    ],
    [
      'Danish',
      'Kommunen har ansvaret for, at alle børn får en plads i børnehaven. Du får svar inden for en måned, og du skal selv ' +
        'takke ja eller nej til pladsen. Hvis du ikke svarer, går den videre til et andet barn.',
    ],
    [
      'Norwegian',
      'Kommunen har ansvaret for at alle barn får en plass i barnehagen. Du får svar innen en måned, og du må selv takke ja ' +
        'eller nei til plassen. Hvis du ikke svarer, går den videre til et annet barn.',
    ],
    [
      'Nynorsk',
      'Kommunen har ansvaret for at alle barn får ein plass i barnehagen. Du får svar innan ein månad, og du må sjølv takke ' +
        'ja eller nei til plassen. Dersom du ikkje svarar, går han vidare til eit anna barn.',
    ],
    [
      'Finnish',
      'Kunta vastaa siitä, että kaikki lapset saavat paikan. Saat vastauksen kuukauden kuluessa, ja sinun on itse otettava ' +
        'paikka vastaan. Jos et vastaa, paikka annetaan toiselle lapselle, joka on jonossa. Se ei ole mukava asia, mutta ' +
        'niin on oltava. Voit myös hakea uudelleen, kun olet valmis.',
    ],
    [
      'Arabic',
      'تضمن البلدية حصول جميع الأطفال على مكان في الحضانة. سوف تحصل على إجابة في غضون شهر واحد إذا قدمت الطلب.',
    ],
    [
      'Ukrainian',
      'Муніципалітет відповідає за те, щоб усі діти мали місце в садку. Ви отримаєте відповідь протягом місяця. Дякуємо вам.',
    ],
  ])('%s', (_, text) => expect(textOf(text).language).toBe('other'));
});

describe('Swedish', () => {
  test.each([
    ['running text', SWEDISH],
    ['a short text', 'Boka tid.'],
    ['a short text that could be anything', 'Information in English'],
    ['a short text with English', 'Läs mer i The Future of Health and the Role of the Nurse.'],
    [
      'Swedish with English titles',
      `${SWEDISH}\n\n- The Role of the Nurse in the Care of Children\n- What to do when you have no place to go\n`,
    ],
    [
      'Swedish that has lost its rings and dots',
      'Kommunen har ansvar for att alla barn far plats i forskolan. Vi behover din ansokan senast den 1 mars, och du far svar ' +
        'inom en manad. Nar du har fatt en plats ska du tacka ja eller nej. Om du inte svarar gar platsen till nagon annan.',
    ],
    [
      'a list of words',
      'Adress\n\nTelefon\n\nBlankett\n\nAnsökan\n\nAvgift\n\nTaxa\n\nKontakt\n\nKarta\n\nSök\n\nLogga in\n\nStart\n\nBarn\n\nSkola\n\nOmsorg\n\nBygga\n\nBo',
    ],
    [
      'names',
      'Anna Ek, Bo Lind, Carl Holm, Diana Sjö, Erik Berg, Fia Strand, Gun Dahl, Hans Öst, Ida Ström, Jan Vik, Kim Moe, Leo Fors',
    ],
    [
      'Markdown with much code',
      `Kör \`npm install the package and then run it with the flag\` först.\n\n\`\`\`\nif (the) { for (of and in) with to } else is not\n\`\`\`\n\nSedan startar du med \`the one that is in the list of all\`. Det tar en stund, och du får vänta lite.`,
    ],
    [
      'the language of acts',
      'Om rätt till ersättning vid arbetsskada för den som är ombord på fartyg är särskilt stadgat gäller det.',
    ],
  ])('%s', (_, text) => expect(textOf(text).language).toBe('sv'));

  test('when half of it or more', () => {
    const english = 'This is the part of the text that is in English and it is as long as the other one. ';
    expect(textOf(`${SWEDISH}\n\n${english}`).language).toBe('sv');
  });
});

describe('damage', () => {
  const bare = SWEDISH.replace(/[åä]/gu, 'a').replace(/ö/gu, 'o');
  const english = 'This is the part of the text that is in English and it is as long as the other one. ';
  test.each([
    ['å, ä and ö gone', bare.repeat(3), true],
    ['most of them gone', bare.repeat(6) + SWEDISH, true],
    ['å, ä and ö there', SWEDISH.repeat(3), false],
    ['too short to tell', bare, false],
    ['an English appendix', `${SWEDISH.repeat(3)}\n\n${english.repeat(60)}`, false],
    [
      'a table of names',
      'Anna Ek, Bo Lind, Carl Holm, Erik Berg, Ida Moe, Jan Vik, Kim Fors, Leo Dahl och '.repeat(20),
      false,
    ],
    [
      'a list of words',
      'Adress Telefon Blankett Taxa Kontakt Karta Start Barn Skola Omsorg Bygga Bo '.repeat(20),
      false,
    ],
    ['code', `Kör \`${'run the program with all the flags and arguments '.repeat(20)}\` först.`, false],
  ])('%s', (_, text, damaged) => expect(textOf(text).damaged).toBe(damaged));
});
