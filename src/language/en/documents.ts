import type { DocumentWords } from "../language.ts";

export const documents: DocumentWords = {
  agendas: "agendas?|call for agenda items|proposed topics",
  records:
    "minutes|notes?|logs?|records?|recap|summary|report|transcript|outcomes?|results?|decisions?|actions?",
};
