import type { Language } from "../language.ts";

/** Italian. */
export const it: Language = {
  code: "it",
  calendar: {
    months: [
      "gennaio",
      "febbraio",
      "marzo",
      "aprile",
      "maggio",
      "giugno",
      "luglio",
      "agosto",
      "settembre",
      "ottobre",
      "novembre",
      "dicembre",
    ],
  },
  conditions: { anywhere: "appena" },
  attendance: { present: "presenti|partecipanti", absent: "assenti" },
  privacy: {
    anywhere:
      "a porte chiuse|a porta chiusa|non pubblicare|non divulgare|non diffondere|" +
      "strettamente confidenziale|strettamente riservat*|fuori verbale|non mettere a verbale|" +
      "non verbalizzare|da non verbalizzare|uso interno|resti tra noi",
    leading:
      "riservat*|confidenzial*|seduta segreta|seduta privata|sessione privata|sessione chiusa|" +
      "sessione riservata|seduta riservata|riunione riservata|parte riservata|parte privata|in privato|" +
      "note private|non pubblico|non pubblica",
    alone: "privato|privata|privati|segreto|segreta|solo membri|solo soci|solo per i soci|interno|embargo",
    opens: "",
    closes:
      "fine parte riservata|fine della parte riservata|fine riservato|fine privato|" +
      "ripresa della seduta pubblica|fine sessione privata",
  },
  documents: {
    agendas: "ordine del giorno|agenda",
    records: "verbale|verbali|note|appunti|resoconto",
  },
};
