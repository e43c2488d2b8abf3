import type { Language } from "../language.ts";

/** Greek. */
export const el: Language = {
  code: "el",
  privacy: {
    anywhere: "κεκλεισμένων των θυρών|εκτός πρακτικών|να μη δημοσιευθεί",
    leading: "εμπιστευτικ*|κλειστή συνεδρίαση",
    alone: "απόρρητο|ιδιωτικό|μόνο για μέλη",
    opens: "",
    closes: "τέλος εμπιστευτικ*",
  },
};
