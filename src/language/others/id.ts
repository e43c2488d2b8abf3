import type { Language } from "../language.ts";

/** Indonesian. */
export const id: Language = {
  code: "id",
  privacy: {
    anywhere: "tidak untuk dipublikasikan|jangan disebarkan|di luar notulen|sidang tertutup",
    leading: "rahasia*|rapat tertutup|sesi tertutup|konfidensial",
    alone: "pribadi|internal saja|khusus anggota",
    opens: "",
    closes: "akhir rahasia|akhir sesi tertutup",
  },
};
