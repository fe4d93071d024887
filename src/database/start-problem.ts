/** Something that keeps the tracker from starting, told in one line that says what to do. */
export class StartProblem extends Error {}
