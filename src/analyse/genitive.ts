/** The genitive of a name: Region Lillbys, SKR:s, Sofias; one that ends in s, x or z stays as it is. */
export function genitiveOf(name: string): string {
  if (/[sxz]$/i.test(name)) return name;
  return isCapital(name.at(-1)) && isCapital(name.at(-2)) ? `${name}:s` : `${name}s`;
}

function isCapital(letter: string | undefined): boolean {
  return letter !== undefined && letter !== letter.toLowerCase();
}
