/** What XML 1.0 has no room for: control characters, halves of letters, and two that are none. */
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

const MEANING: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** The attributes of an element, with a blank before each. */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

/** A text as it stands between the tags or in an attribute. */
export function escaped(text: string): string {
  return text.replace(UNFIT, '\ufffd').replace(/[&<>"\n\r\t]/gu, (letter) => MEANING[letter]!);
}
