/** Something the user can mend: said in one Swedish sentence, and the exit code is 2. */
export class UsageError extends Error {}
