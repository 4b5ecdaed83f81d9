/** What can be read about with `klarlint help` beside the commands: each is a page in `docs/`. */
export const TOPICS: readonly string[] = ['gate'];
