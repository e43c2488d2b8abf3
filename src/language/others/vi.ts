import type { Language } from "../language.ts";

/** Vietnamese. */
export const vi: Language = {
  code: "vi",
  privacy: {
    anywhere: "không công khai|không công bố|họp kín|không phổ biến",
    leading: "bảo mật|tuyệt mật|phiên kín",
    alone: "mật|riêng tư|nội bộ|bí mật",
    opens: "",
    closes: "hết phần mật|kết thúc phần kín",
  },
};
