import type { Language } from "../language.ts";

/** Czech. */
export const cs: Language = {
  code: "cs",
  privacy: {
    anywhere: "za zavřenými dveřmi|nezveřejňovat|nešířit|mimo zápis|mimo záznam|přísně důvěrn*",
    leading: "důvěrn*|neveřejn*|dôvern*|uzavřené jednání|uzavřená část",
    alone: "soukromé|tajné|interní|pouze pro členy",
    opens: "",
    closes: "konec důvěrn*|konec neveřejn*",
  },
};
