/** The rest of the background as built: `entrypoints/background-rest.ts`. It leaves what it offers in `Scope.casebookRest`. */
declare module '*/background-rest.js';
