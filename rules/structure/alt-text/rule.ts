import type { Check, RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Bild utan alternativtext',
  scope: 'document',
  severity: 'info',
  source: 'WCAG 1.1.1 och Myndigheternas skrivregler 2.1.4',
} satisfies RuleMeta;

/** Words for a picture that say nothing of what it shows, with a number or not. */
const EMPTY =
  /^(?:(?:en |ett )?(?:alt|alternativtext|alt-?text|bild|diagram|figur|foto|fotografi|graf|illustration|image|img|karta|logga|logo|logotyp|photo|picture|skärmbild|skärmdump|untitled)(?:en|et)?)?[\s\p{N}._:-]*$/iu;
/** A file name or an address in place of words. */
const FILE =
  /^\S+\.(?:avif|bmp|gif|jpe?g|png|svg|tiff?|webp)$|^https?:\/\/\S+$|^(?:IMG|DSC|DSCN|Screenshot|Skärmavbild)[\s_-]?\d\S*/iu;

export function create(): Check<'document'> {
  return function* (text) {
    for (const image of text.source.images ?? []) {
      const alt = image.alt.trim();
      if (alt === '') {
        yield {
          image,
          message: 'Bilden saknar alternativtext. Skriv vad den visar, om den inte bara är till pynt.',
        };
      } else if (FILE.test(alt)) {
        yield { image, message: 'Alternativtexten är ett filnamn. Skriv vad bilden visar.' };
      } else if (EMPTY.test(alt)) {
        yield { image, message: `”${alt}” säger inte vad bilden visar. Beskriv det i en mening.` };
      }
    }
  };
}
