import type { Language } from "../language.ts";

/** Swedish. */
export const sv: Language = {
  code: "sv",
  privacy: {
    anywhere:
      "bakom stängda dörrar|inom stängda dörrar|får ej spridas|ej för publicering|utanför protokollet",
    leading: "konfidentiell*|sekretess*|sluten session|slutet möte|ej offentlig*|icke offentlig*",
    alone: "privat|hemlig*|internt|endast medlemmar|endast för medlemmar|förtroligt",
    opens: "",
    closes: "slut på sekretess*|slut privat|slut konfidentiell*",
  },
};
