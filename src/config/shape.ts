import { didYouMean } from '../nearest.ts';
import type { ConfigFile, ConfigProblem } from './problem.ts';
import { dataOf, type YamlNode } from './yaml.ts';

/** What a piece of configuration may look like, as data, so that it can be told to editors too; `about` is Swedish, for people. */
export type Shape = { readonly about?: string } & (
  | { readonly is: 'text' }
  /** A day, as 2019-11-27. */
  | { readonly is: 'date' }
  | { readonly is: 'number' }
  | { readonly is: 'boolean' }
  | { readonly is: 'anything' }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  /** `filled`: there must be something in it. */
  | { readonly is: 'list'; readonly of: Shape; readonly filled?: boolean }
  /** One value, or a list of such. */
  | { readonly is: 'some'; readonly of: Shape }
  /** A choice, or a record that says more. */
  | { readonly is: 'choice-or-fields'; readonly of: readonly string[]; readonly fields: Fields }
  /** Any keys. */
  | { readonly is: 'record'; readonly of: Shape }
  /** Only these keys; `noun` is what a key is called. */
  | {
      readonly is: 'fields';
      readonly of: Fields;
      readonly required?: readonly string[];
      /** What other keys may hold; without it there are none. */
      readonly others?: Shape;
      readonly noun?: string;
    }
);

export type Fields = Readonly<Record<string, Shape>>;

/** What a day looks like. */
export const DATE = /^\d{4}-\d\d-\d\d$/;

/** The mistakes in a piece of configuration; without any, its data is of the shape. */
export function problemsOf(node: YamlNode, shape: Shape, name: string, file: ConfigFile): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const wrong = (at: YamlNode, message: string): void => {
    problems.push(file.problem(message, at.start, at.end));
  };
  const check = (at: YamlNode, wanted: Shape, key: string): void => {
    switch (wanted.is) {
      case 'anything':
        return;
      case 'text':
        if (at.kind !== 'scalar' || at.value === null) wrong(at, `”${key}” ska vara en text.`);
        else if (typeof at.value !== 'string')
          wrong(at, `”${key}” ska vara en text. Sätt värdet inom citattecken.`);
        return;
      case 'date':
        if (at.kind !== 'scalar' || !DATE.test(String(at.value)))
          wrong(at, `”${key}” ska vara en dag, som 2019-11-27${not(at)}.`);
        return;
      case 'number':
        if (at.kind !== 'scalar' || typeof at.value !== 'number') wrong(at, `”${key}” ska vara ett tal.`);
        return;
      case 'boolean':
        if (at.kind !== 'scalar' || typeof at.value !== 'boolean')
          wrong(at, `”${key}” ska vara true eller false.`);
        return;
      case 'choice':
        if (at.kind !== 'scalar' || !wanted.of.includes(String(at.value))) {
          wrong(at, `”${key}” kan vara ${either(wanted.of)}${not(at)}.`);
        }
        return;
      case 'list':
        if (at.kind !== 'list') wrong(at, `”${key}” ska vara en lista. Börja varje rad med ”- ”.`);
        else if (wanted.filled && at.items.length === 0) wrong(at, `”${key}” är tom. Skriv minst en rad.`);
        else for (const item of at.items) check(item, wanted.of, key);
        return;
      case 'some':
        if (at.kind === 'list') for (const item of at.items) check(item, wanted.of, key);
        else check(at, wanted.of, key);
        return;
      case 'choice-or-fields':
        if (at.kind === 'record') fields(at.entries, wanted.fields, `Valet`, `för ${key}`);
        else check(at, { is: 'choice', of: wanted.of }, key);
        return;
      case 'record':
        if (at.kind !== 'record') wrong(at, `”${key}” ska ha rader som ”nyckel: värde”.`);
        else for (const entry of at.entries) check(entry.value, wanted.of, entry.key);
        return;
      case 'fields':
        if (at.kind !== 'record') {
          wrong(at, `${key === '' ? 'Filen' : `”${key}”`} ska ha rader som ”nyckel: värde”.`);
          return;
        }
        fields(at.entries, wanted.of, wanted.noun ?? 'Nyckeln', '', wanted.others);
        for (const required of wanted.required ?? []) {
          if (!at.entries.some((entry) => entry.key === required)) wrong(at, `Här saknas ”${required}”.`);
        }
    }
  };
  const fields = (
    entries: Extract<YamlNode, { kind: 'record' }>['entries'],
    wanted: Fields,
    noun: string,
    where = '',
    others?: Shape,
  ): void => {
    for (const { key, keyStart, keyEnd, value } of entries) {
      if (Object.hasOwn(wanted, key)) check(value, wanted[key]!, key);
      else if (others) check(value, others, key);
      else {
        const cure = didYouMean(key, Object.keys(wanted)) ?? instead(wanted);
        const place = where && ` ${where}`;
        problems.push(file.problem(`${noun} ”${key}” finns inte${place}. ${cure}`.trim(), keyStart, keyEnd));
      }
    }
  };
  check(node, shape, name);
  return problems;
}

function instead(wanted: Fields): string {
  const names = Object.keys(wanted);
  return names.length > 0 ? `Välj bland ${names.join(', ')}.` : '';
}

function either(values: readonly string[]): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} eller ${values.at(-1)}`;
}

function not(node: YamlNode): string {
  const value = dataOf(node);
  return node.kind !== 'scalar' || value === null ? '' : `, inte ”${value}”`;
}
