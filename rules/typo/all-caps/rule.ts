import { type Check, OWN_WORDS, type RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Versaler i löpande text',
  scope: 'sentence',
  severity: 'info',
  source: 'Myndigheternas skrivregler 3.4.2',
  zones: [...OWN_WORDS, 'name'],
  signs: 'A',
} satisfies RuleMeta;

const FEWEST_WORDS = 4;
const FEWEST_LETTERS = 16;

export function create(): Check<'sentence'> {
  return function* ({ block, tokens: words }) {
    if (block.kind === 'heading' || block.kind === 'table-cell') return;
    for (let first = 0; first < words.length; first++) {
      let after = first;
      let letters = 0;
      while (after < words.length && isCapitals(words[after]!.text)) letters += words[after++]!.text.length;
      if (after - first >= FEWEST_WORDS && letters >= FEWEST_LETTERS) {
        const message = 'Versaler är svåra att läsa. Skriv med små bokstäver, och fetstil om det behövs.';
        yield { start: words[first]!.start, end: words[after - 1]!.end, message };
      }
      first = after;
    }
  };
}

function isCapitals(word: string): boolean {
  return /^\p{Lu}[\p{Lu}-]*$/u.test(word);
}
