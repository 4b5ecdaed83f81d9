/** A number as Swedish writes it: decimal comma, and a hard space between thousands. */
export function number(value: number, decimals = 0): string {
  const [whole, fraction] = value.toFixed(decimals).split('.');
  const grouped = whole!.length > 4 ? whole!.replace(/\B(?=(?:\d{3})+$)/gu, '\u00a0') : whole!;
  return fraction ? `${grouped},${fraction}` : grouped;
}

/** A number with its noun in the right form: ”1 anmärkning”, ”2 anmärkningar”. */
export function count(value: number, one: string, more: string): string {
  return `${number(value)} ${value === 1 ? one : more}`;
}

/** ”12, 19 och 31”. */
export function listed(items: readonly (string | number)[], word = 'och'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}
