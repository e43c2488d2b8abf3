import type { Language } from "../language.ts";

/** Danish and Norwegian. */
export const da: Language = {
  code: "da",
  privacy: {
    anywhere:
      "bag lukkede døre|for lukkede døre|må ikke offentliggøres|ikke til offentliggørelse|" +
      "uden for referat|utenfor referat|ikke for offentliggjøring|unntatt offentlighet*",
    leading: "fortrolig*|konfidensiel*|lukket møde|lukket punkt|lukket møte|lukket sak|ikke offentlig*",
    alone: "privat|hemmelig*|internt|kun medlemmer|kun for medlemmer",
    opens: "",
    closes: "slut fortrolig*|slutt fortrolig*|slut privat|slutt privat|mødet åbnet igen",
  },
};
