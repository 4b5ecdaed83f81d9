/** Where the cache lies unless the user says otherwise. */
export const CACHE_NAME = '.klarlint-cache';
