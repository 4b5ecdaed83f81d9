import { type Check, matchesIn, OWN_WORDS, type RuleMeta, type RuleOptions } from '../../../src/rule.ts';

export const meta = {
  title: 'Privat e-postadress',
  scope: 'paragraph',
  severity: 'info',
  source: 'Dataskyddsförordningen, artikel 5.1 c',
  zones: [...OWN_WORDS, 'e-mail', 'quotation', 'quote-block', 'name', 'other-language'],
  options: {
    /** Domains of addresses that people have for themselves. */
    domains: [
      'bredband.net',
      'comhem.se',
      'gmail.com',
      'googlemail.com',
      'gmx.com',
      'gmx.net',
      'hotmail.com',
      'hotmail.se',
      'icloud.com',
      'live.com',
      'live.se',
      'mac.com',
      'me.com',
      'msn.com',
      'outlook.com',
      'outlook.se',
      'proton.me',
      'protonmail.com',
      'spray.se',
      'swipnet.se',
      'tele2.se',
      'telia.com',
      'yahoo.com',
      'yahoo.se',
    ],
  },
  signs: '@',
} satisfies RuleMeta;

/** From its @ on, with what stands before it. */
const ADDRESS = /@(?<=([\p{L}\p{N}._%+-]{1,64})@)((?:[\p{L}\p{N}-]{1,63}\.){1,4}\p{L}{2,})/gu;

export function create(_: unknown, { domains }: RuleOptions): Check<'paragraph'> {
  const known = new Set(domains as readonly string[]);
  return function* ({ text }) {
    for (const match of matchesIn(text, ADDRESS)) {
      const [rest, name, domain] = match;
      if (!known.has(domain!.toLowerCase())) continue;
      const message =
        'Adressen ser privat ut. Skriv en adress till organisationen, om ägaren inte har sagt ja.';
      yield { start: match.index - name!.length, end: match.index + rest.length, message };
    }
  };
}
