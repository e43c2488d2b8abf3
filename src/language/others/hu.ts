import type { Language } from "../language.ts";

/** Hungarian. */
export const hu: Language = {
  code: "hu",
  privacy: {
    anywhere: "zárt ajtók mögött|nem nyilvános*|nem publikus*|jegyzőkönyvön kívül",
    leading: "bizalmas*|zárt ülés*|titkos*",
    alone: "privát|belső|csak tagoknak",
    opens: "",
    closes: "zárt ülés vége|bizalmas vége",
  },
};
