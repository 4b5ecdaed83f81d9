import {
  type Block,
  type Check,
  matchesIn,
  OWN_WORDS,
  type Problem,
  type RuleMeta,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Länktext',
  scope: 'document',
  severity: 'warning',
  source: 'Webbriktlinjer R5 (WCAG 2.4.4) och Myndigheternas skrivregler 2.1.6',
  zones: [...OWN_WORDS, 'link-target', 'file-name'],
} satisfies RuleMeta;

/** Link texts that say nothing of where the link leads, without marks around them. */
const EMPTY =
  /^(?:(?:klicka|tryck|läs|läs mer|läs vidare|se|gå|ladda ner|ladda ned|mer info|mer information|finns|hittas)? ?(?:här|hit)|klicka|läs mer|läs vidare|se mer|visa mer|mer|mer info|mer information|mer att läsa|ytterligare information|ladda ner|ladda ned|öppna|(?:den här |denna )?länk(?:en)?(?: ?\d+)?|(?:denna|den här) (?:sida|sidan|webbsida|webbsidan|webbplats|webbplatsen)|webbplatsen|hemsidan|följ länken)$/iu;
const ADDRESS = /^(?:https?:\/\/|www\.)[^\s/]+\/[^\s]+$/iu;
/** An address that is made to be read and remembered: ”www.example.se/kurser”. */
const SHORT_ADDRESS = /^(?:https?:\/\/)?[^\s/]+\/[\p{Ll}-]{0,20}\/?$/u;
/** From this many characters on, nobody reads an address. */
const LONG_ADDRESS = 70;
/** What a sentence says when it sends the reader to an address. */
const SENDS =
  /(?<!\p{L})(?:se|läs|läsa|mer info|mer information|besök|gå in på|gå till|klicka|anmäl(?:an|ningar)?|boka|länk|länken|finns på|finns här|hittar du|här|via)(?!\p{L})[^.!?]{0,40}$/iu;
/** ”Läs mer här:” before an address, in a text that has no links of its own. */
const HERE = /(?<!\p{L})(?:(?:läs mer|läs|se|klicka|tryck) )?här:?(?=\s+(?:https?:\/\/|www\.))/giu;
const FILE = /\.(pdf|docx?|xlsx?|pptx?|odt|zip)(?:[?#].*)?$/iu;

export function create(): Check<'document'> {
  return function* (text) {
    const targets = new Map<string, { readonly url: string; told: boolean }>();
    for (const block of text.blocks) {
      if (text.source.format === 'plain') yield* untoldAddresses(block);
      for (const { kind, start, end, url = '' } of block.spans) {
        if (kind !== 'link' || /^(?:mailto|tel|sms):|^#/iu.test(url)) continue;
        const written = block.text.slice(start, end);
        const words = written.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/\s+/gu, ' ');
        if (EMPTY.test(words)) yield { block, start, end, ...empty(block, words, start, url) };
        else if (ADDRESS.test(written)) yield* bareAddress(block, start, end);
        else if (words !== '') {
          const known = targets.get(words.toLowerCase());
          if (!known) targets.set(words.toLowerCase(), { url, told: false });
          else if (!known.told && !isSame(known.url, url)) {
            known.told = true;
            const message = `Två länkar heter ”${words}” men leder till olika sidor. Skilj dem åt.`;
            yield { block, start, end, message, severity: 'info' };
          }
        }
      }
    }
  };
}

function empty(block: Block, words: string, start: number, url: string): Omit<Problem, 'start' | 'end'> {
  const lead = leadOf(block, start);
  const file = FILE.exec(url)?.[1]?.toLowerCase();
  const message = `”${words}” säger inte vart länken leder.`;
  if (file) return { message: `${message} Skriv vad filen handlar om, och ”(${file})” efter.` };
  if (!lead) return { message: `${message} Skriv vad läsaren hittar där.` };
  return { message: `${message} Länka i stället ”${lead}”.`, expected: lead, fix: 'no' };
}

/** What the words before a link end with when they only send the reader on. */
const TAIL =
  /[ ,:–-]*(?:(?:åter)?finns|finns tillgänglig[at]?|hittar du|finner du|ligger|når du|på)?[ ,:–-]*$/u;
/** Words before a link that tell what is there: a task, or a thing that has been named. */
const TELLS =
  /^(?:anmäl|ansök|beställ|boka|fyll|följ|gör|hämta|kontakta|köp|ladda|lämna|logga|prenumerera|registrera|sök|svara|titta|\p{L}+(?:n|t|na|en|et) (?:för|om|till|över|av|från|med)) \p{L}/iu;

/** The words of the sentence before the link, when they would do for a link text: ”Anmäl dig till kursen”. */
function leadOf(block: Block, start: number): string | undefined {
  const sentence = block.sentences.find((one) => one.start <= start && one.end > start);
  const before = block.text
    .slice(sentence?.start ?? start, start)
    .replace(/\s+/gu, ' ')
    .trim();
  const lead = before.replace(TAIL, '');
  return lead.split(' ').length <= 6 && TELLS.test(lead) ? lead : undefined;
}

/** An address for a link text, where the sentence sends the reader there. */
function* bareAddress(block: Block, start: number, end: number): Iterable<Problem> {
  const address = block.text.slice(start, end);
  if (SHORT_ADDRESS.test(address) || block.kind === 'table-cell') return;
  const sends = SENDS.test(block.text.slice(Math.max(0, start - 60), start));
  if (!sends && address.length < LONG_ADDRESS) return;
  const file = FILE.exec(address)?.[1]?.toLowerCase();
  const message = `Adressen säger inte vart länken leder. Länka ord i meningen i stället.`;
  yield {
    block,
    start,
    end,
    message: file ? `Adressen säger inte vad filen är. Länka filens titel, med ”(${file})” efter.` : message,
    ...(!sends && { severity: 'info' }),
  };
}

function* untoldAddresses(block: Block): Iterable<Problem> {
  for (const { 0: address, index } of matchesIn(block.text, /https?:\/\/[^\s<>]+/giu)) {
    if (address.length < LONG_ADDRESS) continue;
    const message = 'Adressen är för lång att läsa. Skriv vad sidan eller filen heter.';
    yield { block, start: index, end: index + address.length, message, severity: 'info' };
  }
  for (const match of matchesIn(block.text, HERE)) {
    const words = match[0].replace(/:$/u, '');
    const message = `”${words}” säger inte vart länken leder. Skriv vad läsaren hittar där.`;
    yield { block, start: match.index, end: match.index + words.length, message };
  }
}

function isSame(url: string, other: string): boolean {
  return url.replace(/\/$/u, '') === other.replace(/\/$/u, '');
}
