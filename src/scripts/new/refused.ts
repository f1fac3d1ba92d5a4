/** What somebody asked for and cannot have; the message says in Chinese why, and what to do. */
export class Refused extends Error {}
