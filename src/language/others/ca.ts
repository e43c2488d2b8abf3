import type { Language } from "../language.ts";

/** Catalan. */
export const ca: Language = {
  code: "ca",
  privacy: {
    anywhere: "a porta tancada|no publicar|fora d'acta|no difondre",
    leading: "confidencial*|sessió privada|sessió tancada",
    alone: "privat|privada|reservat|només membres",
    opens: "",
    closes: "fi de la part privada|fi confidencial",
  },
};
