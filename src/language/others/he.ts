import type { Language } from "../language.ts";

/** Hebrew. */
export const he: Language = {
  code: "he",
  privacy: {
    anywhere: "לא לפרסום|לא לפרוטוקול|בדלתיים סגורות|מחוץ לפרוטוקול",
    leading: "חסוי*|סודי*|ישיבה סגורה|דיון סגור",
    alone: "פרטי|פנימי|לחברים בלבד",
    opens: "",
    closes: "סוף החלק החסוי",
  },
};
