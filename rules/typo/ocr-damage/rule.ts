import {
  answersIn,
  type Check,
  perBlock,
  type RuleMeta,
  type RuleOptions,
  type Text,
  zoneBits,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Skadad text',
  scope: 'document',
  severity: 'error',
  source: 'Klarlint',
  // How many different signs, and how many in 1,000 words, before a text that has its å, ä and ö is called damaged.
  options: { signs: 5, perThousand: 8 },
} satisfies RuleMeta;

export function create(_: unknown, options: RuleOptions): Check<'document'> {
  const { signs: least, perThousand } = options as unknown as { signs: number; perThousand: number };
  return function* (text) {
    if (text.source.text.split(REPLACED, LEAST_REPLACED + 1).length > LEAST_REPLACED) {
      yield { message: 'Bokstäver har blivit ”�”. Öppna originalet och spara det som UTF-8.' };
      return;
    }
    if (text.damaged) {
      const note = 'I svensk text är ungefär var tjugofemte bokstav å, ä eller ö.';
      yield { message: seen('å, ä och ö saknas'), note };
      return;
    }
    const signs = misreadings(text);
    const different = [...new Set(signs)];
    if (different.length < least || signs.length * 1000 < perThousand * text.measures.words) return;
    const [one, two] = different;
    yield {
      message: seen(`till exempel ”${one}” och ”${two}”`),
      note: `Felläst: ${different.slice(0, 12).join(', ')}.`,
    };
  };
}

/** What stands where bytes were no UTF-8. */
const REPLACED = '\u{fffd}';
const LEAST_REPLACED = 5;

function seen(what: string): string {
  return `Texten ser ut att ha skadats vid inskanning: ${what}. Kontrollera originalet.`;
}

const NOT_PROSE = zoneBits(['code', 'link-target', 'e-mail', 'file-name', 'diary-number', 'other-language']);
const SUSPECT = /[é346]/u;

/** The words that are misread, each time they stand there. */
function misreadings({ blocks }: Text): string[] {
  return answersIn(blocks, misreadIn);
}

const misreadIn = perBlock((block) =>
  SUSPECT.test(block.lower)
    ? block.sentences.flatMap(({ tokens }) =>
        tokens.flatMap(({ lower, kind, zones }) =>
          kind === 'word' && !(zones & NOT_PROSE) && SUSPECT.test(lower) && isMisread(lower) ? [lower] : [],
        ),
      )
    : [],
);

/** A 6 for ö before a long word (6verenskommelse), or a figure in the midst of one (m6jligheter). */
const FIGURE_IN_WORD = /^(?:6\p{Ll}{5,}|\p{Ll}{1,}[346]\p{Ll}{3,})$/u;

function isMisread(word: string): boolean {
  return FIGURE_IN_WORD.test(word) || readings(word, 0).some((reading) => COMMON.has(reading));
}

/** What a scanner makes an å, ä or ö into. */
const READ_AS: Readonly<Record<string, string>> = { é: 'åäö', '3': 'åä', '4': 'åä', '6': 'ö' };

function readings(word: string, from: number): string[] {
  for (let i = from; i < word.length; i++) {
    const letters = READ_AS[word[i]!];
    if (!letters || word.length < 3) continue;
    return [...letters].flatMap((letter) => readings(word.slice(0, i) + letter + word.slice(i + 1), i + 1));
  }
  return [word];
}

/** Common words that no other common word becomes when it is misread. */
const COMMON = new Set(
  (
    'för från är även också när här där efter före år två något någon några många både så måste får går står göra gör ' +
    'större första åtgärder möjligt möjlighet möjligheter särskilt frågor frågan sätt stöd behöver behövs använda ' +
    'används använder anställda därför följer följa följande förslag förslaget förändringar gäller gällande hälsa hälso ' +
    'vård vården vårt våra mål målet målen målgrupp målgrupper län länet länets åren högre höga större ökar öka ökad ' +
    'över övriga översikt område området områden innebär lämnas lämna löpande möte möten någon själv själva skäl ' +
    'språk svårt säga säker säkerhet tjänster tjänsten tjänst tidigare tvärtom under underlätta utgår utgör utförs ' +
    'väl välja vänd värde verksamhetsområde åldern årlig årligen åtagande äldre ändra ändring ändringar ärende ärenden ' +
    'öppen öppet överenskommelse överenskommelsen kännedom kännedomen gärna istället allmän allmänna befolkningen'
  ).split(' '),
);
