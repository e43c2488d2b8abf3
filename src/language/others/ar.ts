import type { Language } from "../language.ts";

/** Arabic. */
export const ar: Language = {
  code: "ar",
  privacy: {
    anywhere: "ليس للنشر|غير للنشر|جلسة مغلقة|خلف الأبواب المغلقة|لا يمكن نشره|جلسة سرية",
    leading: "سري*|غير علني*",
    alone: "خاص|سرية|للأعضاء فقط|داخلي",
    opens: "",
    closes: "نهاية الجزء السري|انتهت الجلسة المغلقة",
  },
};
