import type { Language } from "../language.ts";

/** Hindi. */
export const hi: Language = {
  code: "hi",
  privacy: {
    anywhere: "प्रकाशन के लिए नहीं|बंद कमरे में",
    leading: "गोपनीय*",
    alone: "निजी|गुप्त",
    opens: "",
    closes: "गोपनीय समाप्त",
  },
};
