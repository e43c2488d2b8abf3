import type { Language } from "../language.ts";

/** Finnish. */
export const fi: Language = {
  code: "fi",
  privacy: {
    anywhere: "suljettujen ovien takana|suljetuin ovin|ei julkaistavaksi|pöytäkirjan ulkopuolella",
    leading: "luottamuksell*|salassa pidettäv*|suljettu istunto|suljettu kokous|ei julkinen|epävirallisesti",
    alone: "yksityinen|salainen|sisäinen|vain jäsenille",
    opens: "",
    closes: "luottamuksellinen osuus päättyy|yksityinen päättyy",
  },
};
