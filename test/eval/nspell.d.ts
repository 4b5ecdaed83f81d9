declare module 'nspell' {
  export default function nspell(aff: string, dic: string): { suggest(word: string): string[] };
}
