import type { Language } from "../language.ts";

/** Turkish. */
export const tr: Language = {
  code: "tr",
  privacy: {
    anywhere: "kapalı kapılar ardında|yayınlanmayacak|yayımlanmayacak|kayıt dışı",
    leading: "gizli*|kapalı oturum*|kapalı toplantı*|hizmete özel",
    alone: "özel|sadece üyeler|yalnızca üyeler",
    opens: "",
    closes: "gizli bölüm sonu|kapalı oturum sonu",
  },
};
