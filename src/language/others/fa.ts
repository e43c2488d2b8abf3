import type { Language } from "../language.ts";

/** Persian. */
export const fa: Language = {
  code: "fa",
  privacy: {
    anywhere: "محرمانه*|غیر علنی*|غیرعلنی*|پشت درهای بسته|منتشر نشود",
    leading: "جلسه خصوصی",
    alone: "خصوصی|سری",
    opens: "",
    closes: "پایان بخش محرمانه",
  },
};
