import type { Language } from "../language.ts";

/** Romanian. */
export const ro: Language = {
  code: "ro",
  privacy: {
    anywhere: "cu ușile închise|a nu se publica|nu se publică|strict confidențial*",
    leading: "confidențial*|ședință închisă|sesiune închisă",
    alone: "privat|secret|intern|doar membri",
    opens: "",
    closes: "sfârșit confidențial|sfârșitul părții confidențiale",
  },
};
